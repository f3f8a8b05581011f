from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from releve.processing.errors import CardError
from releve.processing.models import complete, read_card
from releve.processing.models.card import Band, Card, Class, ModelInput, ModelOutput, Scaling, Statistics
from releve.processing.models.deepness import deepness_keys, read_deepness
from releve.processing.models.mlm import read_mlm
from releve.processing.models.writing import card_item, embed

SIDES = ("batch", "bands", "height", "width")


def whole_card(**kwargs) -> Card:
    entry = ModelInput(
        name="x",
        bands=(Band("B4", "red", "Red band"), Band("B8", "nir")),
        dim_order=SIDES,
        shape=(-1, 2, -1, -1),
        scaling=(Scaling("z-score", (100.0, 50.0)), Scaling("z-score", (300.0, 60.0))),
        gsd_m=28.5,
        nodata_rule="all",
        nodata_fill=0.0,
        halo_px=12,
        statistics=(Statistics(mean=100.0, minimum=0.0), Statistics(mean=300.0)),
    )
    output = ModelOutput(
        name="y",
        task="segmentation",
        dim_order=("batch", "class", "height", "width"),
        shape=(-1, 2, -1, -1),
        classes=(Class(0, "Sea", "#0072b2", name_fr="Mer"), Class(1, "Low vegetation", "#009e73", "grass")),
        activation="softmax",
        thresholds=(0.5,),
    )
    made = {
        "version": "1.2.0", "title": "A title", "description": "A model", "licence": "CC0-1.0",
        "tile_px": 256, "overlap_px": 64, "architecture": "U-Net",
        "accuracy": {"overall": 0.8}, "parameters": 1234,
        "sha256": "ab" * 32, "hyperparameters": {"seed": 1}, "batch_suggestion": 4,
    }  # fmt: skip
    return Card(name="my-model", inputs=(entry,), outputs=(output,), origin="sidecar", **(made | kwargs))


def test_a_whole_card_is_valid(schema):
    schema.validate(card_item(whole_card(), size=99))


@pytest.mark.parametrize("missing", ["", "gsd", "bands", "scaling"])
def test_a_card_with_gaps_is_valid_too(schema, missing):
    card = whole_card(missing=(missing,) if missing else ())
    if missing == "bands":
        card = replace(card, inputs=(replace(card.inputs[0], bands=()),))
    schema.validate(card_item(card))


def test_a_name_that_the_extension_forbids_is_written_plainly(schema):
    for name in ("été 2", "7", "modèle d'été"):
        schema.validate(card_item(whole_card(), href="m.onnx") | {})
        schema.validate(card_item(replace(whole_card(), name=name)))


def test_the_cards_of_bare_models_are_valid(schema, toys):
    for path in toys.rglob("*.onnx"):
        schema.validate(card_item(read_card(path)))


def test_the_schema_here_finds_faults(schema):
    item = card_item(whole_card())
    item["properties"]["mlm:input"][0]["input"]["dim_order"][1] = "band"
    assert not schema.is_valid(item)


def test_a_card_survives_its_item():
    card = whole_card()
    assert read_mlm(json.loads(json.dumps(card_item(card)))) == card


def test_a_card_inside_the_model_is_read_from_there(graphs):
    path = graphs.segmenter(metadata={"resolution": "1", "note": "kept"})
    card = complete(
        read_card(path), gsd_m=10, scaling="none", bands=["a", "b", "c"], task="segmentation",
        classes=["sea", "beach", "wood", "town"],
    )  # fmt: skip
    copy = path.with_name("copy.onnx")
    embed(card, path, copy)
    again = read_card(copy)
    assert again.origin == "embedded"
    assert replace(again, origin=card.origin, sha256=card.sha256, notes=card.notes) == card
    import onnx

    metadata = {one.key: one.value for one in onnx.load(copy).metadata_props}
    assert (metadata["note"], metadata["resolution"]) == ("kept", "1000.0")  # metres → centimetres


def test_700_000_characters_survive_in_a_model(graphs):
    path = graphs.segmenter(classes=11_000)
    names = [f"Genus species number {value} of the flora" for value in range(11_000)]
    card = complete(read_card(path), task="segmentation", classes=names)
    embed(card, path, path)
    assert read_card(path).outputs[0].classes[10_999].name == names[-1]


# -- Deepness ---------------------------------------------------------------------------------------------


def deepness_scaling(values, mean, deviation):
    """What Deepness does to every pixel."""
    return (values / 255 - mean) / deviation


@pytest.mark.parametrize(
    ("scaling", "wanted"),
    [
        ((), lambda x: x),
        ((Scaling("scale", (10000.0,)),), lambda x: x / 10000),
        ((Scaling("offset", (1000.0,)),), lambda x: x - 1000),
        ((Scaling("min-max", (100.0, 600.0)),), lambda x: (x - 100) / 500),
        ((Scaling("z-score", (1354.4, 245.7)),), lambda x: (x - 1354.4) / 245.7),
    ],
)
def test_deepness_scales_as_the_card_says(scaling, wanted):
    card = whole_card()
    keys = deepness_keys(replace(card, inputs=(replace(card.inputs[0], scaling=scaling),)))
    mean, deviation = (json.loads(keys[f"standardization_{key}"]) for key in ("mean", "std"))
    x = np.linspace(0, 10000, 101)
    assert (len(mean), len(deviation)) == (2, 2)  # one per band, as Deepness wants
    np.testing.assert_allclose(deepness_scaling(x, mean[0], deviation[0]), wanted(x), rtol=1e-13, atol=1e-12)


def test_deepness_gets_both_spellings_centimetres_and_percent():
    keys = deepness_keys(whole_card())
    assert {
        key: keys[key] for key in ("model_type", "resolution", "tile_size", "tiles_size", "tiles_overlap")
    } == {
        "model_type": '"Segmentor"',
        "resolution": "2850.0",
        "tile_size": "256",
        "tiles_size": "256",
        "tiles_overlap": "25.0",
    }
    assert json.loads(keys["class_names"]) == {"0": "Sea", "1": "Low vegetation"}
    assert keys["seg_thresh"] == "0.5"


def test_what_deepness_cannot_do_is_refused():
    card = whole_card()
    clipped = replace(card.inputs[0], scaling=(Scaling("clip", (0.0, 1.0)),))
    with pytest.raises(CardError, match="Deepness cannot scale values by “clip”"):
        deepness_keys(replace(card, inputs=(clipped,)))
    with pytest.raises(CardError, match="models with one input; this one has 2"):
        deepness_keys(replace(card, inputs=card.inputs * 2))


@given(
    st.floats(0.01, 1000), st.integers(1, 8), st.floats(0, 5000), st.floats(0.1, 5000), st.booleans(),
    st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=2),
)  # fmt: skip
def test_deepness_keys_survive_a_round_trip(gsd_m, quarters, mean, deviation, single, names):
    card = whole_card()
    entry = replace(card.inputs[0], gsd_m=gsd_m, scaling=(Scaling("z-score", (mean, deviation)),) * 2)
    output = card.outputs[0]
    if single:
        output = replace(
            output, dim_order=("batch", "height", "width"), shape=(-1, -1, -1), activation="none"
        )
        classes = (Class(0, "background", name_fr="fond"), Class(1, names[1]))
    else:
        classes = tuple(Class(value, name) for value, name in enumerate(names))
    output = replace(output, classes=classes)
    card = replace(card, inputs=(entry,), outputs=(output,), tile_px=512, overlap_px=32 * quarters)
    bare = Card(
        name="m",
        inputs=(ModelInput(name="x", dim_order=SIDES, shape=entry.shape),),
        outputs=(replace(output, task="", classes=(), thresholds=()),),
        origin="graph",
    )
    again = read_deepness(deepness_keys(card), bare)
    assert again.inputs[0].gsd_m == pytest.approx(gsd_m, rel=1e-7)
    assert (again.tile_px, again.overlap_px, again.task) == (512, 32 * quarters, "segmentation")
    assert again.outputs[0].classes == classes
    for one in again.inputs[0].scaling:
        np.testing.assert_allclose(one.values, (mean, deviation), rtol=1e-14, atol=1e-12)
