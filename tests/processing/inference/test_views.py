"""Tiles that are seen flipped and shifted: means and disagreements, worked out by hand."""

from __future__ import annotations

import json

import numpy as np
import pytest
from onnx import helper

from releve.processing.errors import RequestError

FACTS = {"gsd": 10.0, "scaling": "none", "activation": "none"}
SEGMENT, MEASURE = FACTS | {"task": "segmentation"}, FACTS | {"task": "regression"}
INSIDE = (slice(2, -2), slice(2, -2))


def node(kind, entries, leaving, **attributes):
    return helper.make_node(kind, entries.split(), [leaving], **attributes)


def moved(bench, channels, **options):
    """A model whose output is what lies one pixel to the left: what a flip turns to the right."""
    kernel = np.zeros((channels, 1, 3, 3), "f4")
    kernel[0, 0, 1, 0] = 1
    nodes = [node("Conv", "x w", "c", pads=[1, 1, 1, 1]), node("Add", "c b", "y")]
    offset = np.zeros((1, channels, 1, 1), "f4")
    if channels == 2:  # and its complement
        kernel[1], offset[0, 1] = -kernel[0], 1
    shape = {"entry": ("n", 1, "h", "w"), "leaving": ("n", channels, "h", "w")}
    return bench.model(nodes, {"w": kernel, "b": offset}, name=f"moved{channels}.onnx", **shape, **options)


@pytest.fixture
def band():
    return np.random.default_rng(2).random((1, 90, 110), dtype=np.float32)


def neighbours(band):
    padded = np.pad(band[0], ((0, 0), (1, 1)))
    return padded[:, :-2], padded[:, 2:]


def test_measures_get_their_mean_and_standard_deviation(bench, band):
    ran = bench.run(
        ["values", "uncertainty"], input=bench.image(band), model=moved(bench, 1), tile=48, overlap=16,
        augmentation="flips", **MEASURE,
    )  # fmt: skip
    left, right = neighbours(band)
    np.testing.assert_allclose(ran.read("values")[0][INSIDE], ((left + right) / 2)[INSIDE], atol=1e-6)
    np.testing.assert_allclose(
        ran.read("uncertainty")[0][INSIDE], (np.abs(left - right) / 2)[INSIDE], atol=1e-6
    )
    assert ran.styles["uncertainty"]["type"] == "gradient"


@pytest.mark.parametrize("blending", ["crop", "blend"])
def test_classes_get_the_information_that_a_view_tells(bench, band, blending):
    band = (band > 0.5).astype(np.float32)
    ran = bench.run(
        ["classes", "confidence", "uncertainty"], input=bench.image(band), model=moved(bench, 2), tile=48,
        overlap=16, augmentation="flips", blending=blending, **SEGMENT,
    )  # fmt: skip
    left, right = neighbours(band)
    # Two views say one class for sure, two the other: the view tells all there is to know.
    disagree = (left != right)[INSIDE]
    np.testing.assert_array_equal(ran.read("uncertainty")[0][INSIDE], np.where(disagree, 254, 0))
    np.testing.assert_array_equal(ran.read("confidence")[0][INSIDE], np.where(disagree, 127, 254))
    np.testing.assert_array_equal(
        ran.read("classes")[0][INSIDE][~disagree], (left == 0)[INSIDE].astype("u1")[~disagree]
    )


def test_a_model_that_looks_at_one_pixel_is_never_unsure(bench, scene):
    image = bench.image(scene)
    plain = bench.run(["values"], input=image, model=bench.identity(3), tile=64, overlap=16, **MEASURE)
    for augmentation in ("flips", "shifts", "both"):
        ran = bench.run(
            ["values", "uncertainty"], input=image, model=bench.identity(3), tile=64, overlap=16,
            augmentation=augmentation, name=augmentation, **MEASURE,
        )  # fmt: skip
        np.testing.assert_array_equal(ran.read("values"), plain.read("values"))
        assert np.all(ran.read("uncertainty") == 0)


def test_shifts_tell_of_a_grid_inside_the_model(bench, band):
    nodes = [
        node("AveragePool", "x", "p", kernel_shape=[16, 16], strides=[16, 16]),
        node("Resize", "p  s", "y", mode="nearest"),
    ]
    nodes[1].input[:] = ["p", "", "s"]
    model = bench.model(
        nodes, {"s": np.float32([1, 1, 16, 16])}, entry=("n", 1, "h", "w"), leaving=("n", 1, "h", "w")
    )
    ran = bench.run(
        ["uncertainty"], input=bench.image(band), model=model, tile=64, overlap=16, augmentation="shifts",
        **MEASURE,
    )  # fmt: skip
    assert (ran.read("uncertainty") > 0).mean() > 0.9


def test_missing_pixels_stay_missing(bench, band):
    band[0, 30:60, :] = np.nan
    ran = bench.run(
        ["values", "uncertainty"], input=bench.image(band), model=bench.identity(1), tile=48, overlap=16,
        augmentation="both", **MEASURE,
    )  # fmt: skip
    for name in ("values", "uncertainty"):
        np.testing.assert_array_equal(np.isnan(ran.read(name)[0]), np.isnan(band[0]))


@pytest.mark.parametrize("augmentation", ["flips", "both"])
def test_the_size_of_tiles_changes_nothing(bench, scene, augmentation):
    options = {"input": bench.image(scene), "model": bench.blur(layers=2), "augmentation": augmentation}
    options |= {"overlap": 32, "blending": "crop", **SEGMENT, "activation": "softmax"}
    one = bench.run(["classes", "uncertainty"], tile=96, name="one", **options)
    other = bench.run(["classes", "uncertainty"], tile=128, name="other", **options)
    np.testing.assert_array_equal(one.read("classes"), other.read("classes"))
    steps = np.abs(one.read("uncertainty").astype(int) - other.read("uncertainty"))
    assert steps.max() <= 1
    assert one.read("uncertainty").max() > 3


def test_provenance_and_plan_tell_the_views_and_what_they_cost(bench, scene):
    options = {"input": bench.image(scene), "model": bench.blur(), "tile": 96, **SEGMENT}
    ran = bench.run(["plan"], job="inference.plan", augmentation="both", **options)
    told = json.loads(ran.paths["plan"].read_text(encoding="utf-8"))
    assert told["views_of_each_tile"] == 7
    assert "views_of_each_tile" not in bench.run(["plan"], job="inference.plan", **options).values


@pytest.mark.parametrize(
    ("outputs", "augmentation", "said"),
    [(["uncertainty"], "none", "AUGMENTATION"), (["classes"], "flips", "one by one")],
)
def test_what_cannot_be_is_refused(bench, outputs, augmentation, said):
    pixels = bench.model(
        [node("Softmax", "x", "y", axis=1)], {}, entry=("n", 3), leaving=("n", 3), name="pixels.onnx"
    )
    image = bench.image(np.ones((3, 40, 40), np.float32))
    model = pixels if augmentation == "flips" else bench.blur()
    with pytest.raises(RequestError, match=said):
        bench.run(outputs, input=image, model=model, augmentation=augmentation, **SEGMENT)
