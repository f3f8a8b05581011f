"""The check that computes some of a map on shifted tiles."""

from __future__ import annotations

import numpy as np
import pytest
from onnx import helper

FACTS = {"gsd": 10.0, "scaling": "none", "activation": "none", "task": "segmentation"}


def node(kind, entries, leaving, **attributes):
    return helper.make_node(kind, entries.split(), [leaving], **attributes)


@pytest.fixture
def scene():
    return np.random.default_rng(5).random((3, 300, 260), dtype=np.float32)


@pytest.fixture
def own_range(bench):
    """A model that scales each tile by its own mean: its map cannot be seamless."""
    nodes = [
        node("ReduceMean", "x", "m", axes=[2, 3], keepdims=1),
        node("Sub", "x m", "s"),
        node("Mul", "s k", "y"),
    ]
    return bench.model(nodes, {"k": np.float32([[[[1]], [[-1]], [[0.001]]]])}, name="own.onnx")


def test_a_map_that_does_not_depend_on_its_tiles_passes(bench, scene):
    ran = bench.run(
        input=bench.image(scene), model=bench.blur(layers=3), tile=64, overlap=8, blending="crop",
        seam_check="always", **FACTS,
    )  # fmt: skip
    assert ran.values["seam_change"] == 0
    assert not any("shifted" in sentence for sentence in ran.sentences("warning"))


@pytest.mark.parametrize("blending", ["crop", "blend"])
def test_tiles_that_overlap_less_than_the_model_sees_are_told(bench, scene, blending):
    options = {"input": bench.image(scene), "model": bench.blur(layers=8), "tile": 48, "blending": blending}
    ran = bench.run(overlap=4, seam_check="always", name="odd", **options, **FACTS)
    assert ran.values["seam_change"] > 0.01
    (told,) = [sentence for sentence in ran.sentences("warning") if "shifted" in sentence]
    assert "16 of them" in told
    assert "(OVERLAP)" in told
    again = bench.run(overlap=4, seam_check="always", name="again", **options, **FACTS)
    assert again.values["seam_change"] == ran.values["seam_change"]


def test_a_scaling_by_tile_is_told(bench, scene, own_range):
    scene[:, :, 130:] *= 3
    ran = bench.run(
        input=bench.image(scene), model=own_range, tile=64, overlap=0, seam_check="always", **FACTS
    )
    assert ran.values["seam_change"] > 0.01
    assert any("fixed one" in sentence for sentence in ran.sentences("warning"))


def test_values_are_compared_by_their_spread(bench, scene, own_range):
    facts = FACTS | {"task": "regression"}
    options = {"input": bench.image(scene), "tile": 64, "overlap": 0, "seam_check": "always"}
    ran = bench.run(["values"], model=bench.identity(3), name="same", **options, **facts)
    assert ran.values["seam_change"] == 0
    scene[:, :, 130:] *= 3
    options["input"] = bench.image(scene)
    ran = bench.run(["values"], model=own_range, name="other", **options, **facts)
    assert ran.values["seam_change"] > 0.05
    assert any("standard deviation" in sentence for sentence in ran.sentences("warning"))


def test_short_runs_and_single_tiles_are_not_checked(bench, scene):
    image, model = bench.image(scene), bench.blur()
    assert "seam_change" not in bench.run(input=image, model=model, tile=64, overlap=8, **FACTS).values
    ran = bench.run(input=image, model=model, tile=512, seam_check="always", name="one", **FACTS)
    assert "seam_change" not in ran.values


def test_long_runs_are_checked_unless_that_is_switched_off(bench, scene):
    options = {"input": bench.image(scene), "model": bench.blur(layers=1), "tile": 16, "overlap": 4}
    options |= {"blending": "crop"} | FACTS  # 22 × 25 blocks, less than 20 × 32
    assert "seam_change" not in bench.run(**options).values
    options["input"] = bench.image(np.tile(scene, (1, 2, 1)), "longer.tif")
    assert bench.run(name="long", **options).values["seam_change"] == 0
    assert "seam_change" not in bench.run(name="off", seam_check="never", **options).values


def test_a_plan_tells_what_the_check_found(bench, scene):
    ran = bench.run(
        ["plan"], job="inference.plan", input=bench.image(scene), model=bench.blur(layers=8), tile=48,
        overlap=4, seam_check="always", **FACTS,
    )  # fmt: skip
    assert ran.values["seam_change"] > 0.01
    assert "seam_change" in ran.paths["plan"].read_text(encoding="utf-8")
