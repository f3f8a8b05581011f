"""What the card says is done: bands, scaling, resolution, tiles."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from releve.processing.errors import BandError

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}


def deepness(**keys):
    return {
        "model_type": "Segmentor",
        "class_names": {"0": "sea", "1": "sand", "2": "wood", "3": "town"},
    } | keys


def test_a_model_with_keys_of_deepness_needs_no_more(bench, scene):
    mean, deviation = [0.4, 0.5, 0.6], [0.2, 0.1, 0.3]
    model = bench.blur(
        metadata=deepness(resolution=1000, standardization_mean=mean, standardization_std=deviation),
        name="keys.onnx",
    )
    ran = bench.run(input=bench.image(scene), model=model, name="keys")
    scaled = (scene / 255 - np.reshape(mean, (3, 1, 1))) / np.reshape(deviation, (3, 1, 1))
    by_hand = bench.run(
        input=bench.image(scaled.astype("float32"), "scaled.tif"), model=bench.blur(), name="hand", **FACTS
    )
    assert (ran.read("classes") == by_hand.read("classes")).mean() > 0.9999
    assert ran.values["pixels"].keys() == {"sea", "sand", "wood", "town"}


def card_of(bands):
    """A small STAC MLM Item whose input has these bands."""
    shape = [-1, len(bands), -1, -1]
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": ["https://stac-extensions.github.io/mlm/v1.5.0/schema.json"],
        "id": "test",
        "geometry": None,
        "properties": {
            "datetime": None,
            "mlm:name": "test",
            "mlm:architecture": "none",
            "mlm:tasks": ["semantic-segmentation"],
            "releve:gsd": 10,
            "mlm:input": [
                {
                    "name": "x",
                    "bands": bands,
                    "input": {
                        "shape": shape, "dim_order": ["batch", "bands", "height", "width"],
                        "data_type": "float32",
                    },
                    "value_scaling": [{"type": "scale", "value": 255}],
                    "releve:gsd": 10,
                }
            ],
            "mlm:output": [
                {
                    "name": "y",
                    "tasks": ["semantic-segmentation"],
                    "result": {
                        "shape": [-1, 4, -1, -1], "dim_order": ["batch", "class", "height", "width"],
                        "data_type": "float32",
                    },
                    "classification:classes": [{"value": v, "name": n} for v, n in enumerate("abcd")],
                }
            ],
        },
        "assets": {},
        "links": [],
    }  # fmt: skip


def test_shuffled_bands_with_names_give_the_same_map(bench, scene):
    model = bench.blur(metadata={"stac_mlm": card_of(["B02", "B03", "B04"])})
    straight = bench.image(scene, "straight.tif", bands=["B2", "B3", "B4"])
    shuffled = bench.image(scene[[2, 0, 1]], "shuffled.tif", bands=["B4", "b02", "B_03"])
    maps = [
        bench.run(input=image, model=model, name=str(place)).read("classes")
        for place, image in enumerate((straight, shuffled))
    ]
    np.testing.assert_array_equal(*maps)


def test_names_that_do_not_match_stop_the_run(bench, scene):
    model = bench.blur(metadata={"stac_mlm": card_of(["B02", "B03", "B11"])})
    image = bench.image(scene, bands=["B02", "B03", "B04"])
    with pytest.raises(BandError, match=r"B11.*3 \(B04\)"):
        bench.run(input=image, model=model)
    assert bench.run(input=image, model=model, bands="B02,B03,B04").values["tiles"] > 0


def test_bands_without_names_are_taken_in_order_and_said_so(bench, scene):
    image = bench.image(scene, photometric="MINISBLACK")
    ran = bench.run(input=image, model=bench.blur(), **FACTS)
    assert any("in order" in sentence for sentence in ran.sentences("warning"))


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({}, []),
        ({"gsd": 10, "scaling": "divide_by_255"}, []),
        ({"gsd": 20}, ["works at 10 m, and 20 m is stated (GSD)"]),
        ({"scaling": "none"}, ["by scale (255), and “none” is stated (SCALING)"]),
        ({"scaling": "imagenet_rgb"}, ["by scale (255), and z-score (123.675, 58.395), "]),
    ],
)
def test_who_overrules_the_card_is_told_so(bench, scene, stated, told):
    model = bench.blur(metadata={"stac_mlm": card_of(["B02", "B03", "B04"])})
    image = bench.image(scene, bands=["B02", "B03", "B04"])
    ran = bench.run(input=image, model=model, **stated)
    found = [sentence for sentence in ran.sentences("warning") if "overruled" in sentence]
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("gsd", "level", "told"),
    [(10, "", ""), (9.6, "", ""), (5, "warning", "interpolated"), (20, "info", "means are taken")],
)
@pytest.mark.parametrize("place", [{}, {"crs": None}])
def test_an_image_of_another_resolution_is_told_of(bench, scene, gsd, level, told, place):
    image, size = bench.image(scene, **place), {"pixel_size": 10} if place else {}
    ran = bench.run(["classes", "report"], input=image, model=bench.blur(), **FACTS | {"gsd": gsd}, **size)
    found = [
        (one, sentence)
        for one in ("warning", "info")
        for sentence in ran.sentences(one)
        if "model works at" in sentence
    ]
    assert [one for one, _ in found] == [level] * bool(level)
    assert all(told in sentence and "10 m" in sentence and f" {gsd} m" in sentence for _, sentence in found)
    page = ran.paths["report"].read_text(encoding="utf-8")
    assert "Ground resolution of the image" in page
    assert f"{gsd:g} m" in page


def test_the_overlap_is_what_the_model_sees(bench, scene):
    import rasterio

    from releve.processing.raster.cogs import read_provenance

    ran = bench.run(input=bench.image(scene), model=bench.blur(layers=3), tile=64, **FACTS)
    assert read_provenance(str(ran.paths["classes"]))["plan"]["margin"] == 3
    with rasterio.open(ran.paths["classes"]) as dataset:
        assert dataset.count == 1


@pytest.mark.parametrize(
    ("scale", "offset", "scaling", "told"),
    [
        (1, 0, "none", False),
        (0.0001, 0, "divide_by_10000", False),
        (0.0001, 0, "none", True),
        (0.0001, -0.1, "divide_by_10000", True),
    ],
)
def test_a_scale_in_the_image_is_told_of_unless_the_card_knows_it(bench, scene, scale, offset, scaling, told):
    image = bench.image(scene.astype("uint16") * 39)
    with rasterio.open(image, "r+") as dataset:
        dataset.scales, dataset.offsets = (scale,) * 3, (offset,) * 3
    ran = bench.run(input=image, model=bench.blur(), **FACTS | {"scaling": scaling})
    assert any("-unscale" in sentence for sentence in ran.sentences("warning")) == told


def test_plans_that_read_otherwise_are_not_equal(bench, scene, monkeypatch):
    """A block depends on its plan alone: whatever changes a block is told by the plan."""
    from releve.processing.inference import run

    plans, walk = [], run._walk
    monkeypatch.setattr(run, "_walk", lambda setup, *rest: plans.append(setup.plan) or walk(setup, *rest))
    image, model = bench.image(scene), bench.blur()
    options = {"gsd": 10, "scaling": "none", "task": "segmentation", "input": image, "model": model}
    for other in (
        {},
        {},
        {"nodata": 7},
        {"nodata_rule": "all"},
        {"bands": "3,2,1"},
        {"input": bench.image(scene, "other.tif")},
        {"model": bench.blur(seed=1, name="other.onnx")},
    ):
        bench.run(**options | other)
    assert plans[0] == plans[1]
    assert plans[0] not in plans[2:]
