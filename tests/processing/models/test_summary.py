from __future__ import annotations

import pytest

from releve.processing.models.card import Band, Card, Class, Dates, ModelInput, ModelOutput, Scaling
from releve.processing.models.summary import (
    facts_of,
    holding_in_words,
    kind_in_words,
    scaling_in_words,
    summarise,
)

ENTRY = ModelInput(
    name="x", bands=(Band("B4", "red"),), dim_order=("batch", "bands"), shape=(-1, 1), gsd_m=28.5,
    scaling=(Scaling("scale", (255.0,)),),
)  # fmt: skip
OUTPUT = ModelOutput(name="y", task="segmentation", classes=(Class(0, "sea"), Class(1, "land")))
CARD = Card(
    name="m", version="2", inputs=(ENTRY,), outputs=(OUTPUT,), origin="graph", notes=("Mind the gap.",)
)


def test_a_card_is_said_in_lines():
    assert summarise(CARD).splitlines() == [
        "Name: m",
        "Version: 2",
        "Card: none: only what the graph tells",
        "Kind: classes of pixels",
        "Input “x”: float32, batch n × bands 1",
        "Bands: B4 (red)",
        "Ground resolution: 28.5 m",
        "Values: x / 255",
        "Output “y”: float32",
        "Classes: sea, land",
        "Note: Mind the gap.",
    ]


def test_what_is_missing_is_said():
    card = Card(name="m", inputs=(ENTRY,), outputs=(), origin="graph", missing=("scaling", "gsd"))
    facts = dict(facts_of(card))
    assert facts["Still to be said"] == "how values are scaled, the ground resolution"
    assert "Values" not in facts


def test_eleven_thousand_classes_do_not_fill_the_screen():
    classes = tuple(Class(value, f"s{value}") for value in range(11_000))
    card = Card(name="m", inputs=(), outputs=(ModelOutput(name="y", classes=classes),), origin="graph")
    assert dict(facts_of(card))["Classes"].endswith("s29, … (+10970)")


@pytest.mark.parametrize(
    ("scaling", "words"),
    [
        ((), "as they are"),
        ((Scaling("min-max", (0.0, 10.0)),), "(x - 0) / (10 - 0)"),
        ((Scaling("clip", (1.0, 2.0)), Scaling("offset", (3.0,))), "1 … 2; x - 3"),
    ],
)
def test_scaling_is_said_as_a_formula(scaling, words):
    assert scaling_in_words(scaling) == words


def test_an_unknown_kind_keeps_its_own_name():
    assert (kind_in_words("downscaling"), kind_in_words("")) == ("downscaling", "not said")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ""),
        ({"content": "validity"}, "which values are there (1) or missing (0)"),
        ({"content": "dates"}, "the dates of the images"),
        ({"mode": "scalar"}, "numbers of the place and the date, or that the user states"),
        ({"mode": "point"}, "the value at the middle of a tile, or at each pixel"),
        ({"dim_order": ("batch", "time")}, "images of dates, in their order"),
        (
            {"dim_order": ("batch", "time"), "dates": Dates(match="month", least=9)},
            "an image of each month: 01–12, 9 at least",
        ),
        (
            {
                "dim_order": ("batch", "time"),
                "dates": Dates(match="nearest", at=("03-01",), tolerance_days=5),
            },
            "the images nearest to these days: 03-01; at most 5 days away",
        ),
    ],
)
def test_what_an_input_holds_is_said(said, words):
    assert holding_in_words(ModelInput(name="x", **said)) == words
