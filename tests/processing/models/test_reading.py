from __future__ import annotations

import json

import pytest

from releve.processing.errors import CardError
from releve.processing.models import read_card, read_item
from releve.processing.models.card import Scaling
from releve.processing.models.reading import file_sha256


def item(*, bands=("B4", "B3", "B2"), name="x", output="y", classes=4, scaling=None, inputs=None, **own):
    """A small Item; `own` goes to its properties as releve: keys."""
    entry = {
        "name": name,
        "bands": list(bands),
        "input": {
            "shape": [-1, len(bands) or 3, 256, 256],
            "dim_order": ["batch", "bands" if bands else "channel", "height", "width"],
            "data_type": "float32",
        },
        "value_scaling": scaling,
    }
    result = {"shape": [-1, classes, 256, 256], "dim_order": ["batch", "class", "height", "width"]}
    made = {
        "name": output,
        "tasks": ["semantic-segmentation"],
        "result": {**result, "data_type": "float32"},
        "classification:classes": [
            {"value": value, "name": f"c{value}", "color_hint": "FF0000"} for value in range(classes)
        ],
    }
    properties = {
        "mlm:name": "model",
        "mlm:input": inputs or [entry],
        "mlm:output": [made],
        **{f"releve:{key}": value for key, value in own.items()},
    }
    return {"type": "Feature", "properties": properties, "assets": {}}


def with_card(path, content):
    path.with_suffix(".stac.json").write_text(json.dumps(content), "utf-8")
    return path


def test_the_card_beside_the_model_is_found(graphs):
    card = read_card(with_card(graphs.segmenter(), item(gsd=10, version="2", halo=8, nodata="all")))
    assert (card.origin, card.name, card.version) == ("sidecar", "model", "2")
    entry = card.inputs[0]
    assert (entry.gsd_m, entry.halo_px, entry.nodata_rule) == (10.0, 8, "all")
    assert [band.name for band in entry.bands] == ["B4", "B3", "B2"]
    assert card.outputs[0].classes[0].color == "#ff0000"
    assert card.missing == ()


def test_the_card_given_comes_before_the_one_beside(graphs, tmp_path):
    path = with_card(graphs.segmenter(), item(gsd=10))
    other = tmp_path / "other.json"
    other.write_text(json.dumps(item(gsd=20)))
    assert read_card(path, other).inputs[0].gsd_m == 20


def test_the_card_inside_the_model_comes_before_deepness_keys(graphs):
    metadata = {"stac_mlm": json.dumps(item(gsd=10)), "resolution": "50"}
    card = read_card(graphs.segmenter(metadata=metadata))
    assert (card.origin, card.inputs[0].gsd_m) == ("embedded", 10)


def test_the_graph_wins_for_shapes_and_the_user_is_told(graphs):
    path = with_card(graphs.segmenter(inputs=(("x", ["n", 3, 64, 64]),)), item(gsd=10))
    card = read_card(path)
    assert (card.tile_px, card.inputs[0].shape) == (64, (-1, 3, 64, 64))
    assert any("[-1, 3, 256, 256], the model has [-1, 3, 64, 64]" in note for note in card.notes)


def test_the_tile_of_the_card_counts_where_the_graph_takes_any(graphs):
    assert read_card(with_card(graphs.segmenter(), item())).tile_px == 256


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (item(bands=("B4", "B3")), "names 2 bands .* reads 3 channels"),
        (item(classes=5), "names 5 classes .* gives 4 channels"),
        (item(scaling=[{"type": "scale", "value": 2}] * 2), "gives 2 scalings .* 3 channels"),
        (item(scaling=[{"type": "z-score", "mean": 1}]), "lacks stddev"),
        (item(scaling=[{"type": "wish"}]), "“wish”, which is not known"),
        (item(mode="dream"), "mode “dream”"),
        (item(nodata="some"), "nodata rule is “some”"),
        ({"properties": {}}, "not a STAC Item with “mlm:”"),
        ([1], "not a STAC Item but a list"),
    ],
)
def test_a_card_that_contradicts_its_model_is_refused_with_both_sides(graphs, content, words):
    with pytest.raises(CardError, match=words):
        read_card(with_card(graphs.segmenter(), content))


def test_a_card_of_outputs_that_the_model_lacks_is_refused(graphs):
    path = graphs.write(
        "two.onnx",
        [("Relu", ["x"], ["y"]), ("Tanh", ["x"], ["z"])],
        outputs=(("y", ["n", 3, "h", "w"]), ("z", ["n", 3, "h", "w"])),
    )
    with pytest.raises(CardError, match="names the output “q” but the model has: y, z"):
        read_card(with_card(path, item(output="q", classes=3)))


def test_a_lone_output_may_carry_a_label(graphs):
    card = read_card(with_card(graphs.segmenter(), item(output="land cover", name="image")))
    assert (card.inputs[0].name, card.outputs[0].name) == ("x", "y")
    assert len(card.notes) == 2  # a tile of any size is no conflict
    assert any("“land cover”, the model “y”" in note for note in card.notes)


def test_a_card_that_is_no_json_is_refused(graphs):
    path = graphs.segmenter()
    path.with_suffix(".stac.json").write_text("{oops")
    with pytest.raises(CardError, match="not valid JSON"):
        read_card(path)
    with pytest.raises(CardError, match="cannot be read"):
        read_card(path, path.parent / "none.json")


def test_the_card_of_another_version_of_the_file_is_noted(graphs):
    path, content = graphs.segmenter(), item()
    content["assets"] = {"m": {"roles": ["mlm:model"], "file:checksum": "1220" + "0" * 64}}
    card = read_card(with_card(path, content))
    assert any("another version of this file" in note for note in card.notes)
    assert card.sha256 == file_sha256(path)


def test_an_activation_inside_the_graph_is_not_applied_twice(graphs):
    output = read_card(with_card(graphs.segmenter(), item(activation="softmax"))).outputs[0]
    assert (output.applied, output.activation) == ("softmax", "none")
    output = read_card(with_card(graphs.segmenter(last=""), item(activation="softmax"))).outputs[0]
    assert (output.applied, output.activation) == ("none", "softmax")


def test_scores_without_softmax_are_taken_for_exclusive_and_the_user_is_told(graphs):
    card = read_card(with_card(graphs.segmenter(last=""), item()))
    assert card.outputs[0].activation == "softmax"
    assert any("ends without softmax" in note for note in card.notes)


BARE = {
    "channels first": (["n", 3, "h", "w"], ("batch", "bands", "height", "width")),
    "channels last": (["n", "h", "w", 3], ("batch", "height", "width", "bands")),
    "fixed, last": ([1, 256, 256, 3], ("batch", "height", "width", "bands")),
    "pixels": (["n", 7], ("batch", "bands")),
}


@pytest.mark.parametrize("name", BARE)
def test_the_layout_of_a_bare_model_follows_from_its_shape(graphs, name):
    shape, order = BARE[name]
    path = graphs.write("m.onnx", [("Relu", ["x"], ["y"])], inputs=(("x", shape),), outputs=(("y", shape),))
    card = read_card(path)
    assert (card.origin, card.inputs[0].dim_order) == ("graph", order)
    assert card.inputs[0].mode == ("pixel" if name == "pixels" else "patch")
    assert "task" in card.missing


# -- Deepness ---------------------------------------------------------------------------------------------


def deepness(graphs, **keys):
    return read_card(graphs.segmenter(metadata={key: json.dumps(value) for key, value in keys.items()}))


def test_deepness_divides_by_255_before_it_standardises(graphs):
    card = deepness(
        graphs, model_type="Segmentor", standardization_mean=[0.2] * 3, standardization_std=[0.1] * 3
    )
    assert card.inputs[0].scaling == (Scaling("z-score", (51.0, 25.5)),) * 3
    assert deepness(graphs, model_type="Segmentor").inputs[0].scaling == (Scaling("scale", (255.0,)),)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"class_names": {"0": "a", "2": "b"}}, "number the classes 0, 2; consecutive"),
        ({"class_names": {"zero": "a"}}, "whole numbers from 0"),
        ({"class_names": {"0": "a", "1": "b"}}, "names 2 classes .* gives 4 channels"),
        ({"class_names": [{"0": "a"}, {"0": "b"}]}, "classes of 2 outputs but the model has 1"),
        ({"standardization_mean": [1, 2], "standardization_std": [1, 2]}, "gives 2 scalings"),
        ({"standardization_mean": [1, 2, 3], "standardization_std": [1]}, "3 means and 1 deviations"),
        ({"resolution": "fine"}, "resolution = 'fine', a number is needed"),
    ],
)
def test_deepness_keys_that_contradict_the_model_are_refused(graphs, keys, words):
    with pytest.raises(CardError, match=words):
        deepness(graphs, model_type="Segmentor", **keys)


def test_both_spellings_of_the_tile_are_read(graphs):
    assert deepness(graphs, model_type="Segmentor", tile_size=320).tile_px == 320
    assert deepness(graphs, model_type="Segmentor", tiles_size=384, tiles_overlap=25).overlap_px == 96


def test_class_names_as_yolo_writes_them_are_read(graphs):
    metadata = {"model_type": "Segmentor", "names": "{0: 'a', 1: 'b', 2: 'c', 3: 'd'}"}  # no JSON
    card = read_card(graphs.segmenter(metadata=metadata))
    assert [one.name for one in card.outputs[0].classes] == ["a", "b", "c", "d"]


# -- the official Items -----------------------------------------------------------------------------------

OFFICIAL = {
    "item_bands_expression": (4, 0, "segmentation", "gsd scaling activation"),
    "item_basic": (0, 0, "scene-classification", "gsd bands scaling activation"),
    "item_datacube_variables": (5, 0, "downscaling", "gsd scaling activation"),
    "item_eo_and_raster_bands": (13, 13, "scene-classification", "gsd activation"),
    "item_eo_bands": (13, 13, "scene-classification", "gsd activation"),
    "item_eo_bands_summarized": (13, 13, "scene-classification", "gsd activation"),
    "item_multi_io": (3, 0, "segmentation", "gsd bands scaling activation"),
    "item_pytorch_geo_unet": (8, 1, "segmentation", "gsd activation"),
    "item_raster_bands": (13, 0, "scene-classification", "gsd scaling activation"),
}


@pytest.mark.parametrize("name", OFFICIAL)
def test_the_official_items_are_read(shared_data, name):
    bands, scalings, task, missing = OFFICIAL[name]
    card = read_item(shared_data / f"publishing/stac_mlm/examples/{name}.json")
    entry = card.inputs[0]
    assert (len(entry.bands), len(entry.scaling), card.task) == (bands, scalings, task)
    assert " ".join(card.missing) == missing
    assert entry.dim_order == ("batch", "bands", "height", "width")


def test_the_official_items_tell_common_names_and_colours(shared_data):
    folder = shared_data / "publishing/stac_mlm/examples"
    assert read_item(folder / "item_eo_bands.json").inputs[0].bands[1].common_name == "blue"
    card = read_item(folder / "item_bands_expression.json")
    assert card.inputs[0].bands[3].expression == "(B08 - B04) / (B08 + B04)"
    assert [(one.name, one.color) for one in card.outputs[0].classes] == [
        ("Non-Vegetation", "#000000"),
        ("Vegetation", "#00ff00"),
    ]  # listed as 1, 0: the channel is the value
    assert read_item(folder / "item_basic.json").outputs[0].classes[1].color == "#0000ff"
    assert len(read_item(folder / "item_multi_io.json").inputs) == 3
