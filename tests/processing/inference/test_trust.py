"""What a report says of the accuracy that a model's card states."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from affine import Affine

from releve.processing.inference.trust import trust
from releve.processing.models.card import Card, Class, ModelOutput
from releve.processing.reports import Facts, Paragraph, Table

from .conftest import node

STATED = {
    "overall": 0.801,
    "interval": [0.725, 0.862],
    "how": "276 points read by eye",
    "second_reading": {"agreement": 0.775, "agreement_interval": [0.625, 0.877], "how": "read again"},
    "per_class": [
        {"value": 0, "name": "sea", "precision": 0.9, "precision_interval": [0.8, 1], "recall": 0.5},
    ],
}


def card_of(accuracy, **options):
    return Card(name="model", inputs=(), outputs=(), origin="sidecar", accuracy=accuracy, **options)


def blocks_of(kind, card):
    return [block for block in trust(card) if isinstance(block, kind)]


def test_the_stated_accuracy_its_intervals_and_how_it_was_measured_are_told():
    (facts,) = blocks_of(Facts, card_of(STATED))
    assert dict(facts.items) == {
        "Accuracy stated": "80.1% (72.5%\u2009–\u200986.2%)",
        "How it was measured": "276 points read by eye",
        "Agreement of a second reading": "77.5% (62.5%\u2009–\u200987.7%): read again",
    }


def test_each_class_has_its_precision_and_recall():
    output = ModelOutput(name="y", classes=(Class(value=0, name="Sea"),))
    (table,) = blocks_of(Table, replace(card_of(STATED), outputs=(output,)))
    assert table.rows == [("Sea", 0.9, (0.8, 1.0), 0.5, (None, None))]


def test_the_description_is_told_even_without_an_accuracy():
    texts = [one.text for one in blocks_of(Paragraph, card_of(None, description="Fits one scene."))]
    assert texts[0].startswith("The card of the model states no accuracy")
    assert texts[1] == "Fits one scene."


@pytest.mark.parametrize(
    "accuracy", ["high", [1], {"overall": "high"}, {"overall": 0.5, "interval": "x", "per_class": 3}]
)
def test_a_card_that_states_it_otherwise_breaks_no_report(accuracy):
    assert not blocks_of(Table, card_of(accuracy))


@pytest.mark.parametrize(
    ("metres", "unit", "unit_m2"),
    [(0.5, "Area (m²)", 1), (3, "Area (ha)", 10_000), (10, "Area (ha)", 10_000)],
)
def test_areas_of_a_map_below_ten_hectares_are_in_square_metres(bench, scene, metres, unit, unit_m2):
    image = bench.image(scene, transform=Affine(metres, 0, 500_000, 0, -metres, 5_000_000))
    shape = ("n", 3, "h", "w")
    model = bench.model([node("Identity", "x", "y")], {}, entry=shape, leaving=shape)
    names = {"class_names": "sea,sand,wood", "scaling": "none", "task": "segmentation", "gsd": metres}
    ran = bench.run(["classes", "report"], input=image, model=model, **names)
    page = ran.paths["report"].read_text(encoding="utf-8")
    assert unit in page
    assert page.index("How far to trust it") < page.index("Classes")
    expected = ran.values["pixels"]["sea"] * metres**2 / unit_m2
    numbers = [float(text.replace(",", "")) for text in re.findall(r">([\d,]+\.\d)<", page)]
    assert any(abs(number - expected) < 0.05 + 0.005 * expected for number in numbers)
