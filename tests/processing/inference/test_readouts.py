"""Measures by numpy, and the same ones by the head of a graph."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

from releve.processing.inference import readouts
from releve.processing.inference.readouts import as_steps, class_map, probabilities, readouts_of
from releve.processing.models import complete, read_card
from releve.processing.models.graphs import Recipe, prepared

from .conftest import node

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}
ENDINGS = {  # last node, and what is still to be applied
    "scores": ("Identity", "softmax"),
    "scores in the graph": ("Softmax", "none"),
    "probabilities": ("Identity", "none"),
    "independent": ("Sigmoid", "none"),
    "independent scores": ("Identity", "sigmoid"),
}
CASES = [(ending, channels) for ending in ENDINGS for channels in (2, 5)]
CASES += [(ending, 1) for ending in ENDINGS if not ending.startswith("scores")]  # a lone one has no softmax


def values_of(ending, channels):
    """Scores; or probabilities, most of which add up to 1 and some do not."""
    values = np.random.default_rng(channels).normal(0, 3, (1, channels, 20, 30)).astype("f4")
    if ending == "probabilities":
        values = np.exp(values) / np.exp(values).sum(1) if channels > 1 else 1 / (1 + np.exp(-values))
        values[..., :5] = values[..., :5] ** 2
        values[..., 0, 0] = 0
    return values


def model_of(bench, ending, channels):
    last, activation = ENDINGS[ending]
    shape = ("n", channels, "h", "w")
    options = {"axis": 1} if last == "Softmax" else {}
    path = bench.model([node(last, "x", "y", **options)], {}, entry=shape, leaving=shape)
    return path, complete(read_card(path), task="segmentation", activation=activation)


@pytest.mark.parametrize("product", ["class", "confidence", "margin", "entropy"])
@pytest.mark.parametrize("threshold", [None, 0.7])
@pytest.mark.parametrize(("ending", "channels"), CASES)
def test_the_head_of_a_graph_gives_what_numpy_gives(bench, ending, channels, threshold, product):
    path, card = model_of(bench, ending, channels)
    values = values_of(ending, channels)
    recipe = Recipe(products=(product,), thresholds=None if threshold is None else (threshold,))
    found = onnxruntime.InferenceSession(prepared(path, card, recipe)).run(None, {"x": values})[0][0]

    (readout,) = readouts_of(card.outputs, {"y": channels}, threshold=threshold)
    raw = onnxruntime.InferenceSession(path).run(None, {"x": values})[0][0]
    shares = probabilities(raw, readout)
    if product == "class":
        np.testing.assert_array_equal(found, class_map(shares, readout, unsure=255))
    else:
        expected = as_steps(getattr(readouts, product)(shares, readout))
        assert np.abs(found.astype(int) - expected).max() <= 1


def test_entropy_does_not_depend_on_how_the_run_is_done(bench, scene):
    image = bench.image((scene.astype("f4") - 128) / 60)
    model = bench.model([node("Sigmoid", "x", "y")], {})
    steps = [
        bench.run(["entropy"], input=image, model=model, blending=blending, name=blending, **FACTS)
        for blending in ("crop", "blend")
    ]
    exact = bench.run(["entropy"], input=image, model=model, number_type="float32", **FACTS).read("entropy")
    assert 0 <= exact.min() < 0.9 < exact.max() <= 1
    for ran in steps:
        np.testing.assert_allclose(ran.read("entropy") / 254, exact, atol=1.01 / 254)
