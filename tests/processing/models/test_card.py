from __future__ import annotations

from dataclasses import replace

import pytest

from releve.processing.errors import CardError, ModelError
from releve.processing.models import (
    Band,
    Card,
    Class,
    ModelInput,
    ModelOutput,
    Scaling,
    complete,
    require_runnable,
)

SIDES = ("batch", "bands", "height", "width")
ENTRY = ModelInput(name="x", dim_order=SIDES, shape=(-1, 3, -1, -1))
OUTPUT = ModelOutput(name="y", dim_order=("batch", "class", "height", "width"), shape=(-1, 2, -1, -1))


def card(*, inputs=(ENTRY,), outputs=(OUTPUT,), **kwargs) -> Card:
    missing = kwargs.pop("missing", ("gsd", "scaling", "bands", "task"))
    return Card(name="m", inputs=inputs, outputs=outputs, origin="graph", missing=missing, **kwargs)


def test_what_the_user_says_is_no_longer_missing():
    done = complete(
        card(), gsd_m=10, scaling="divide_by_10000", bands=["B2", "B3", "B4"], task="segmentation",
        classes=["water", "land"],
    )  # fmt: skip
    assert done.missing == ()
    assert done.inputs[0].scaling == (Scaling("scale", (10000.0,)),)
    assert done.inputs[0].bands == (Band("B2"), Band("B3"), Band("B4"))
    assert done.outputs[0].classes == (Class(0, "water"), Class(1, "land"))
    assert done.outputs[0].activation == "softmax"


def test_what_is_not_said_stays_missing():
    assert complete(card(), gsd_m=10).missing == ("scaling", "bands", "task")


def test_a_lone_score_asks_for_its_activation():
    lone = ModelOutput(name="y", dim_order=("batch", "height", "width"), shape=(-1, 8, 8))
    done = complete(card(outputs=(lone,)), task="segmentation")
    assert done.missing == ("gsd", "scaling", "bands", "activation")
    done = complete(done, activation="sigmoid")
    assert ("activation" in done.missing, done.outputs[0].activation) == (False, "sigmoid")


def test_classes_may_be_numbered():
    done = complete(card(), task="segmentation")
    assert [one.name for one in done.outputs[0].classes] == ["class 0", "class 1"]
    assert done.outputs[0].classes[1].label("fr") == "classe 1"
    assert any("numbered" in note for note in done.notes)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"bands": ["red"]}, "names 1 bands .* reads 3 channels"),
        ({"scaling": [Scaling("scale", (2.0,))] * 2}, "gives 2 scalings .* reads 3 channels"),
        ({"task": "segmentation", "classes": ["a", "b", "c"]}, "names 3 classes .* gives 2 channels"),
        ({"gsd_m": 0}, "ground resolution of 0 m"),
    ],
)
def test_what_contradicts_the_model_is_refused_with_both_numbers(said, words):
    with pytest.raises(CardError, match=words):
        complete(card(), **said)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((0, -1), "class “b” of the output “y” the value -1: a map holds 0 to 65534"),
        ((65535, 0), "class “a” of the output “y” the value 65535"),
        ((3, 3), "classes “a” and “b” of the output “y” one value, 3"),
    ],
)
def test_classes_that_cannot_stand_in_one_map_are_refused(values, words):
    classes = [Class(value, name) for value, name in zip(values, "ab", strict=True)]
    with pytest.raises(CardError, match=words):
        complete(card(), task="segmentation", classes=classes)


def test_the_largest_class_is_65534():
    classes = [Class(0, "a"), Class(65534, "b")]
    assert complete(card(), task="segmentation", classes=classes).outputs[0].classes[1].value == 65534


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("log", (), "“log”, which is not known"),
        ("z-score", (1.0,), "has 1 values and needs 2"),
        ("scale", (0.0,), "divides by zero"),
        ("min-max", (3.0, 3.0), "divides by zero"),
    ],
)
def test_a_scaling_that_cannot_be_is_refused(kind, values, words):
    with pytest.raises(CardError, match=words):
        Scaling(kind, values)


FIVE = ModelInput(name="cube", mode="series", shape=(-1, 4, 3, 64, 64))
TWO = ModelInput(name="x", bands=(Band("a"), Band("b")), shape=(-1, 64, 64))
WHOLE = ModelOutput(name="y", task="segmentation", dim_order=("batch", "class"), shape=(-1, 10))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (
            {"outputs": (ModelOutput(name="y", task="generative"),)},
            "kind “generative”; it runs: segmentation",
        ),
        ({"outputs": (ModelOutput(name="y", task="super-resolution"),)}, r"\(inference\.superresolve\)"),
        ({"inputs": (replace(ENTRY, shape=(-1, 3, 64, 128)),)}, "64 × 128 pixels; Relevé cuts square ones"),
        ({"inputs": (FIVE,)}, "“cube” has 5 sides .* no card says which is which"),
        ({"inputs": (ENTRY, replace(ENTRY, mode="table"))}, "reads “table” data"),
        ({"inputs": (replace(ENTRY, dim_order=("batch", "bands", "hour", "width")),)}, "a side “hour”"),
        ({"inputs": (replace(ENTRY, dim_order=SIDES[::-1]),)}, "does not begin with a batch"),
        (
            {"inputs": (replace(TWO, dim_order=("batch", "height", "width")),)},
            "names 2 bands .* no side for them",
        ),
        ({"inputs": (replace(ENTRY, mode="scalar"),)}, "No input of the model reads images"),
        ({"inputs": (ENTRY,), "outputs": (WHOLE,)}, "one answer for a whole tile"),
    ],
)
def test_a_model_that_cannot_be_run_yet_is_refused_by_name(made, words):
    with pytest.raises(ModelError, match=words):
        require_runnable(card(**made))


def test_an_unknown_output_is_refused_with_the_known_ones():
    with pytest.raises(CardError, match="no output “z”; its outputs are: y"):
        card().output("z")
    assert card().output() is OUTPUT
