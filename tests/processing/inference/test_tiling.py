"""The overlap that a model is given by default leaves no trace of the tiles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from releve.processing.errors import CardError
from releve.processing.inference.tiling import Shapes, choose_tiling
from releve.processing.models.reading import read_card
from releve.processing.raster.grids import Shape2d

from .conftest import node

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}


def shares_of_the_whole(model, image, margin):
    """Probabilities when the image, reflected beyond its border, is one tile."""
    padded = np.pad(image.astype("float32"), ((0, 0), (margin, margin), (margin, margin)), mode="reflect")
    scores = onnxruntime.InferenceSession(model).run(None, {"x": padded[None]})[0][0]
    scores = scores[:, margin:-margin, margin:-margin]
    shares = np.exp(scores - scores.max(0))
    return shares / shares.sum(0)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    reach=st.integers(1, 5),
    tile=st.sampled_from([48, 64, 80]),
    rows=st.integers(90, 150),
    columns=st.integers(90, 190),
    blending=st.sampled_from(["crop", "blend"]),
    given_overlap=st.booleans(),
)
def test_blended_tiles_are_inference_on_the_whole_image(
    bench, scene, reach, tile, rows, columns, blending, given_overlap
):
    """Where the overlap is four times the model's reach, two times for a crop; so it is by default.

    An image of one tile has the border that the model itself makes up, which is not tried here.
    """
    image, model = scene[:, :rows, :columns], bench.blur(layers=reach, seed=reach)
    options = {"overlap": reach * (4 if blending == "blend" else 2)} if given_overlap else {}
    ran = bench.run(
        ["probabilities"], input=bench.image(image), model=model, tile=tile, blending=blending,
        number_type="float32", **options, **FACTS,
    )  # fmt: skip
    expected = shares_of_the_whole(model, image, 2 * reach)
    np.testing.assert_allclose(ran.read("probabilities"), expected, atol=5e-5)


def test_blending_over_less_than_four_times_the_reach_is_not(bench, scene):
    model = bench.blur(layers=4, seed=4)
    ran = bench.run(
        ["probabilities"], input=bench.image(scene), model=model, tile=64, overlap=8, blending="blend",
        number_type="float32", **FACTS,
    )  # fmt: skip
    expected = shares_of_the_whole(model, scene, 8)
    assert np.abs(ran.read("probabilities") - expected).max() > 1e-3


@pytest.fixture
def card(bench):
    """A card that says nothing of overlaps, and its model, which sees 3 pixels around."""
    model = Path(bench.blur(layers=3))
    return read_card(model), model


def overlap(card, model, *, blends, tile=512, trim=0):
    chosen = choose_tiling(
        card, card.inputs[0], Shape2d(5000, 5000), model=model, output=card.outputs[0],
        shapes=Shapes({}, trim), tile=tile, overlap=None, blends=blends,
    )  # fmt: skip
    return 2 * (chosen.margin - chosen.trim)


def with_halo(card, halo):
    return replace(card, inputs=(replace(card.inputs[0], halo_px=halo),))


def test_the_overlap_is_measured_stated_or_half_a_tile(card):
    said_nothing, model = card
    assert overlap(said_nothing, model, blends=False) == 6
    assert overlap(said_nothing, model, blends=True) == 12
    assert overlap(with_halo(said_nothing, 50), model, blends=False) == 100
    assert overlap(with_halo(said_nothing, 50), model, blends=True) == 200
    assert overlap(replace(said_nothing, overlap_px=40), model, blends=True) == 40
    assert overlap(with_halo(said_nothing, 50), model, blends=True, tile=64) == 32
    assert overlap(with_halo(said_nothing, 50), model, blends=True, tile=64, trim=10) == 22


@pytest.mark.parametrize(("tile", "pixel"), [(32, 16), (64, 32), (64, 16)])
@pytest.mark.parametrize("blending", ["crop", "blend"])
def test_tiles_of_few_large_pixels_overlap_by_none_of_them_if_need_be(bench, scene, tile, pixel, blending):
    pool = node("AveragePool", "x", "y", kernel_shape=[pixel] * 2, strides=[pixel] * 2)
    sides = {"entry": ("n", 1, tile, tile), "leaving": ("n", 1, tile // pixel, tile // pixel)}
    image = scene[:1, :128, :160].astype("float32")
    ran = bench.run(
        ["values"], input=bench.image(image), model=bench.model([pool], {}, **sides), blending=blending,
        **FACTS | {"task": "regression"},
    )  # fmt: skip
    expected = image[0].reshape(128 // pixel, pixel, 160 // pixel, pixel).mean((1, 3))
    np.testing.assert_allclose(ran.read("values")[0], expected, rtol=1e-5)


def test_outputs_of_two_sizes_are_refused_though_the_graph_declares_none(bench, scene):
    nodes = [
        node("Identity", "x", "y"), node("AveragePool", "x", "half", kernel_shape=[2, 2], strides=[2, 2]),
    ]  # fmt: skip
    leaving = {"y": ("n", 3, "h", "w"), "half": ("n", 3, "rows", "columns")}
    options = FACTS | {"task": "regression", "model": bench.model(nodes, {}, leaving=leaving)}
    image = bench.image(scene)
    with pytest.raises(CardError, match=r"y \(1 × 3 × 128 × 128\), half \(1 × 3 × 64 × 64\).*HEAD"):
        bench.run(["values"], input=image, **options)
    assert bench.run(["values"], input=image, head="half", **options).read("values").shape == (3, 75, 95)
