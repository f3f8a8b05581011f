from __future__ import annotations

import copy
import json
from pathlib import Path

import onnx
import pytest

from releve.processing.errors import CardError, OutputError, RequestError
from releve.processing.models import read_card
from releve.processing.models.keypoints import outputs_by_role
from releve.processing.models.library.folders import SHIPPED
from releve.processing.models.reading import EMBEDDED_KEY, file_sha256

SHIPPED_MODEL = SHIPPED / "olinda_landcover.onnx"

WHOLE = {
    "title": "Roofs", "description": "Where roofs are", "version": "2", "platform": "drone",
    "architecture": "U-Net", "licence": "CC-BY-4.0", "citation": "Doe (2026)", "tile_px": 256,
    "overlap_px": 32, "activation": "softmax",
    "bands": ["red", "green", "blue"], "gsd_m": 0.5, "scaling": "divide_by_255", "nodata_rule": "all",
    "task": "segmentation", "accuracy": 0.9, "accuracy_interval": [0.85, 0.93], "accuracy_how": "200 points",
    "classes": [
        {"value": 0, "name": "Ground"}, {"value": 1, "name": "Flat roof", "color": "D55E00"},
        {"value": 2, "name": "Water", "color": "#0072B2", "description": "pools"},
        {"value": 3, "name": "Été"},
    ],
}  # fmt: skip


@pytest.fixture
def edit(run_job):
    """Calls the job with edits as an object: its values."""

    def call(model, outputs=None, *, card=None, **edits):
        inputs = {"model": str(model)} | ({"card": str(card)} if card else {})
        return run_job("model.card", outputs, **inputs, edits=json.dumps(edits) if edits else None)[0]

    return call


@pytest.fixture
def save(edit):
    """Saves edits beside the model: values."""
    return lambda model, **edits: edit(model, {"sidecar": Path(model).with_suffix(".stac.json")}, **edits)


def by_key(values):
    return {field["key"]: field for field in values["fields"]}


def test_a_bare_model_gets_a_proposal_of_what_its_graph_tells(edit, graphs):
    values = edit(graphs.segmenter("bare.onnx"))
    fields = by_key(values)
    assert values["origin"] == "graph"
    assert [key for key, field in fields.items() if field["asked"]] == ["bands", "gsd_m", "scaling"]
    assert (fields["task"]["value"], fields["task"]["from"]) == ("segmentation", "graph")
    assert fields["bands"]["count"] == 3
    assert fields["classes"]["count"] == 4
    assert (fields["title"]["value"], fields["title"]["from"]) == (None, "")
    assert "activation" not in fields  # the graph ends in softmax
    assert "tile_px" in fields


def test_a_model_made_for_deepness_brings_what_its_keys_say(edit, toys):
    fields = by_key(edit(toys / "dummy_regression_models" / "dummy_regression_model.onnx"))
    assert (fields["gsd_m"]["value"], fields["gsd_m"]["from"]) == (0.055, "card")
    assert fields["bands"]["asked"] is True


def test_a_whole_card_is_saved_valid_and_read_back(save, graphs, schema):
    model = graphs.segmenter("roofs.onnx", last="")
    values = save(model, **WHOLE)
    item = json.loads(model.with_suffix(".stac.json").read_text("utf-8"))
    assert [error.message for error in schema.iter_errors(item)] == []
    card = read_card(model)
    assert (card.origin, card.missing, values["missing"]) == ("sidecar", (), [])
    assert (card.title, card.licence, card.version, card.tile_px) == ("Roofs", "CC-BY-4.0", "2", 256)
    entry, output = card.inputs[0], card.outputs[0]
    assert [band.name for band in entry.bands] == ["red", "green", "blue"]
    assert (entry.gsd_m, entry.scaling[0].values, entry.nodata_rule) == (0.5, (255.0,), "all")
    assert [(one.name, one.color) for one in output.classes] == [
        ("Ground", ""), ("Flat roof", "#d55e00"), ("Water", "#0072b2"), ("Été", ""),
    ]  # fmt: skip
    assert item["assets"]["model"]["file:checksum"] == f"1220{file_sha256(model)}"


def test_what_was_saved_is_what_the_form_shows_again(save, edit, graphs):
    model = graphs.segmenter("roofs.onnx", last="")
    save(model, **WHOLE)
    shown = {key: field["value"] for key, field in by_key(edit(model)).items()}
    assert {key: shown[key] for key in WHOLE if key != "classes"} == {
        key: value for key, value in WHOLE.items() if key != "classes"
    }
    before = model.with_suffix(".stac.json").read_text("utf-8")
    values = save(model, **{key: value for key, value in shown.items() if value is not None})
    assert model.with_suffix(".stac.json").read_text("utf-8") == before
    assert "backup" not in values


@pytest.fixture
def described(tmp_path) -> Path:
    """A copy of the shipped model and its card."""
    for path in SHIPPED.glob("olinda_landcover.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path / "olinda_landcover.onnx"


def test_an_edit_changes_its_own_keys_and_no_other(save, described):
    sidecar = described.with_suffix(".stac.json")
    before = json.loads(sidecar.read_text("utf-8"))
    values = save(described, title="Another", gsd_m=30, accuracy=0.8)
    after, wanted = json.loads(sidecar.read_text("utf-8")), copy.deepcopy(before)
    wanted["properties"]["title"] = "Another"
    wanted["properties"]["mlm:input"][0]["releve:gsd"] = 30
    wanted["properties"]["releve:accuracy"]["overall"] = 0.8
    assert after == wanted
    assert json.loads(Path(values["backup"]).read_text("utf-8")) == before


def test_every_card_that_was_replaced_is_kept(save, described):
    kept = [Path(save(described, title=title)["backup"]).name for title in ("A", "B", "C")]
    assert kept == [f"olinda_landcover.stac.json.bak{number}" for number in ("", "2", "3")]


def test_a_class_that_is_only_recoloured_keeps_its_names(save, edit, described):
    classes = by_key(edit(described))["classes"]["value"]
    classes[0]["color"] = "#000000"
    classes[1]["name"] = "sand & soil"
    save(described, classes=classes)
    first, second, *_ = read_card(described).outputs[0].classes
    assert (first.color, first.name_fr) == ("#000000", "mer")
    assert (second.name, second.name_fr) == ("sand & soil", "")


def test_a_band_under_another_name_keeps_the_statistics_of_its_channel(save, described):
    save(described, bands=["blue", "green", "red", "nir", "swir16", "swir22"])
    entry = read_card(described).inputs[0]
    assert [band.name for band in entry.bands][:2] == ["blue", "green"]
    assert entry.statistics[0].mean == pytest.approx(79.1477)
    assert entry.gsd_m == 28.5


def test_half_a_character_is_kept_as_it_is(save, described):
    save(described, title="Half \ud800")
    item = json.loads(described.with_suffix(".stac.json").read_text("utf-8"))
    assert item["properties"]["title"] == "Half \ud800"


def test_what_a_foreign_item_holds_beyond_ours_is_kept(save, described):
    sidecar = described.with_suffix(".stac.json")
    item = json.loads(sidecar.read_text("utf-8"))
    item |= {"other:top": {"deep": [1, {"a": None}]}, "bbox": [0, 0, 1, 1]}
    item["properties"]["other:thing"] = ["x"] * 3000
    item["properties"]["mlm:input"][0]["other:in"] = {"a": 1.5}
    item["properties"]["mlm:output"][0]["other:out"] = "é"
    item["assets"]["code"] = {"href": "train.py", "other:key": True}
    sidecar.write_text(json.dumps(item))
    save(described, title="Another")
    item["properties"]["title"] = "Another"
    assert json.loads(sidecar.read_text("utf-8")) == item


def test_a_field_can_be_emptied(save, described, edit):
    save(described, citation=None, gsd_m=None, scaling=None, accuracy_how=None)
    fields = by_key(edit(described))
    assert (fields["gsd_m"]["asked"], fields["scaling"]["asked"]) == (
        False,
        True,
    )  # the bands still say 28.5 m
    assert fields["accuracy_how"]["value"] is None


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ({"bands": ["red", "green"]}, "2 bands .* 3 channels"),
        ({"classes": ["a", "b"]}, "2 classes .* 4 channels"),
        ({"classes": [{"name": "a"}, {"name": "b"}, {"name": "c"}, {"name": "d", "value": 0}]}, "one value"),
        ({"classes": [{"name": ""}] * 4}, "has no name"),
        ({"classes": [{"name": "a", "color": "blue"}] * 4}, "six digits"),
        ({"classes": [{"name": "a", "value": -1}] * 4}, "from 0 to"),
        ({"scaling": [{"type": "scale", "value": 2}] * 2}, "2 scalings .* 3"),
        ({"scaling": [{"type": "scale", "value": 0}]}, "divides by zero"),
        ({"scaling": [{"type": "z-score", "mean": 1}]}, "a number is needed"),
        ({"scaling": "by_magic"}, "one of none, divide_by_255"),
        ({"gsd_m": -1}, "a number from 0.0001"),
        ({"gsd_m": "wide"}, "a number is needed"),
        ({"gsd_m": float("nan")}, "a number is needed"),
        ({"title": 5}, "a text is needed"),
        ({"bands": ["red", "", "blue"]}, "is empty"),
        ({"task": "divination"}, "one of segmentation"),
        ({"accuracy": 90}, "from 0 to 1"),
        ({"accuracy_interval": [0.9, 0.1]}, "is above the second"),
        ({"accuracy_interval": [0.9]}, "two numbers are needed"),
        ({"accuracy": 0.9, "accuracy_interval": [0.95, 0.97]}, "outside its interval"),
        ({"tile_px": 64, "overlap_px": 64}, "leaves nothing"),
        ({"tile_px": 256.5}, "a whole number"),
        ({"task": ["segmentation"]}, "one of segmentation"),
        ({"scaling": [{"type": {}}]}, "one of min-max"),
    ],
)
def test_what_contradicts_the_model_or_itself_is_refused_and_nothing_is_written(save, graphs, edits, words):
    model = graphs.segmenter("roofs.onnx")
    with pytest.raises(CardError, match=words):
        save(model, **edits)
    assert not model.with_suffix(".stac.json").exists()


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ("{", "no JSON"),
        ("[1]", "one JSON object"),
        ('{"titel": "x"}', r"no field 'titel'; it has: title \(is it"),
    ],
)
def test_edits_that_cannot_be_read_are_told(run_job, graphs, edits, words):
    with pytest.raises(RequestError, match=words):
        run_job("model.card", model=str(graphs.segmenter()), edits=edits)


def test_the_card_goes_into_a_copy_with_deepness_keys(edit, graphs, tmp_path):
    model = graphs.segmenter("roofs.onnx", last="")
    before = model.read_bytes()
    edit(model, {"copy": tmp_path / "inside.onnx"}, **WHOLE)
    card = read_card(tmp_path / "inside.onnx")
    assert (card.origin, card.title, card.missing) == ("embedded", "Roofs", ())
    keys = {one.key for one in onnx.load(tmp_path / "inside.onnx").metadata_props}
    assert {EMBEDDED_KEY, "model_type", "resolution"} <= keys
    assert model.read_bytes() == before


def test_what_a_card_holds_beyond_the_fields_goes_into_the_copy_too(edit, described, tmp_path):
    edit(described, {"copy": tmp_path / "inside.onnx"}, title="Another")
    props = {one.key: one.value for one in onnx.load(tmp_path / "inside.onnx").metadata_props}
    inside = json.loads(props[EMBEDDED_KEY])
    assert inside["properties"]["title"] == "Another"
    assert "releve:training" in inside["properties"]
    assert "file:checksum" not in inside["assets"]["model"]


def test_a_model_with_outside_weights_is_not_copied_without_them(edit, graphs, tmp_path):
    model = onnx.load(graphs.segmenter("big.onnx", last=""))
    onnx.save(model, tmp_path / "big.onnx", save_as_external_data=True, location="big.data", size_threshold=0)
    with pytest.raises(OutputError, match="save its card beside it"):
        edit(tmp_path / "big.onnx", {"copy": tmp_path / "copy.onnx"}, **WHOLE)


def test_a_card_given_is_where_the_edit_begins(edit, graphs, tmp_path):
    model, other = graphs.segmenter("roofs.onnx"), tmp_path / "other.json"
    edit(model, {"sidecar": other}, title="Roofs", licence="MIT")
    assert by_key(edit(model))["licence"]["value"] is None
    assert by_key(edit(model, card=other, title="Better"))["licence"]["value"] == "MIT"


def test_another_name_than_the_one_that_is_found_is_told(run_job, graphs, tmp_path):
    model = graphs.segmenter("roofs.onnx")
    outputs = {"sidecar": tmp_path / "elsewhere.json"}
    _, events = run_job("model.card", outputs, model=str(model), edits="{}")
    assert any("roofs.stac.json" in event.get("message", "") for event in events)


def test_a_card_that_strangers_wrote_can_be_edited(edit, graphs, tmp_path, shared_data):
    for path in sorted((shared_data / "publishing/stac_mlm/examples").glob("item_*.json")):
        item = json.loads(path.read_text("utf-8"))
        if len(item["properties"]["mlm:input"]) != 1:
            continue
        shape = item["properties"]["mlm:input"][0]["input"]["shape"]
        model = graphs.segmenter(f"{path.stem}.onnx", bands=max(shape[1], 1) if len(shape) == 4 else 3)
        try:
            read_card(model, path)
        except CardError:
            continue  # not of a model of this shape
        values = edit(model, {"sidecar": tmp_path / f"{path.stem}.stac.json"}, card=path, title="Edited")
        assert by_key(values)["title"]["value"] == "Edited"
        assert set(item["properties"]) <= set(values["item"]["properties"])


def test_script_in_a_card_stays_text(edit, save, graphs):
    script = "<script>alert('x')</script>"
    model = graphs.segmenter("roofs.onnx")
    save(model, title=script, licence=script)
    assert by_key(edit(model))["licence"]["value"] == script


def test_a_model_of_keypoints_is_described_in_the_form(save, graphs):
    nodes = [("Identity", ["x"], [name]) for name in "ab"]
    model = graphs.write("k.onnx", nodes, outputs=(("a", ["n", 1, "h", "w"]), ("b", ["n", 8, "h", "w"])))
    save(model, **{"task": "keypoint-extraction", "task@b": "keypoint-extraction"})
    save(model, **{"role": "score_map", "role@b": "descriptor_map"})
    roles = outputs_by_role(read_card(model))
    assert {role: output.name for role, output in roles.items()} == {"score_map": "a", "descriptor_map": "b"}
    save(model, **{"task": "regression", "task@b": "regression"})
    assert read_card(model).task == "regression"
