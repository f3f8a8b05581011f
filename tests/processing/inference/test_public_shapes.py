"""Public exports by their shapes: which run, on which grid, and which are refused with the reason.

The graphs are stand-ins that read every input and give an output of the shape of the export.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from releve.processing.errors import ReleveError

from .kinds import IMAGE, MAP, PIXELS, TYPES, entry, leaving, node, save

CUBE, BANDS_FIRST = (
    ("batch", "time", "bands", "height", "width"),
    ("batch", "bands", "time", "height", "width"),
)
PIXEL_SERIES, SERIES = ("batch", "time", "bands"), ("batch", "time")
ANSWER = ("batch", "class")
HLS = ("blue", "green", "red", "nir08", "swir16", "swir22")
DAYS = [f"2023-{month:02}-10" for month in range(1, 13)]
SIDE = 96  # of the images, in pixels of 10 m


def bands(count):
    return [f"b{place}" for place in range(count)]


def beside(name, shape, order, **said):
    return entry(name, shape, order, **said)


@dataclass(frozen=True)
class Export:
    """An export, and what comes out for an image of 96 × 96 pixels of 10 m: (bands, rows, columns)."""

    inputs: list
    output: dict
    made: tuple = (1, SIDE, SIDE)
    dates: int = 0
    job: str = "inference.map"
    options: dict = field(default_factory=dict)
    further: tuple = ()


def a_map(task, *shape, **said):
    return leaving(task, (-1, *shape), MAP, **said)


EXPORTS = {
    "SMP, TorchGeo, terratorch: U-Net [N, C, H, W] → [N, K, H, W]": Export(
        [entry("x", (-1, 4, -1, -1), IMAGE, bands=bands(4), gsd=10)],
        a_map("semantic-segmentation", 6, 1, 1, activation="softmax"),
    ),
    "U-Net of 2015 [1, 1, 572, 572] → [1, 2, 388, 388]": Export(
        [entry("x", (1, 1, 572, 572), IMAGE, bands=bands(1), gsd=10)],
        a_map("semantic-segmentation", 2, 388, 388, activation="softmax"),
    ),
    "SegFormer by transformers [N, 3, 512, 512] → [N, 150, 128, 128]": Export(
        [entry("x", (-1, 3, 512, 512), IMAGE, bands=bands(3), gsd=10)],
        a_map("semantic-segmentation", 150, 128, 128, activation="softmax"),
        made=(1, 24, 24),
    ),
    "Canopy height [N, 3, 256, 256] → [N, 1, 256, 256]": Export(
        [entry("x", (-1, 3, 256, 256), IMAGE, bands=bands(3), gsd=10)], a_map("regression", 1, 256, 256)
    ),
    "U-TAE, PASTIS [N, 12, 10, 128, 128] with days [N, 12]": Export(
        [
            entry("x", (-1, 12, 10, 128, 128), CUBE, bands=bands(10), gsd=10),
            beside("batch_positions", (-1, 12), SERIES, content="dates", bands=[],
                   dates={"reference": "2018-09-01"}),
        ],
        a_map("semantic-segmentation", 20, 128, 128, activation="softmax"),
        dates=12,
    ),
    "Prithvi-EO-2.0-TL [N, 6, 3, 224, 224], dates [N, 3, 2], place [N, 2]": Export(
        [
            entry("x", (-1, 6, 3, 224, 224), BANDS_FIRST, bands=HLS, gsd=10),
            beside("temporal_coords", (-1, 3, 2), PIXEL_SERIES, content="dates",
                   bands=["year", "day_of_year"]),
            beside("location_coords", (-1, 2), PIXELS, bands=["latitude", "longitude"]),
        ],
        a_map("semantic-segmentation", 13, 224, 224, activation="softmax"),
        dates=3,
    ),
    "Prithvi-EO-1.0, burn scars [N, 6, 1, 224, 224]": Export(
        [entry("x", (-1, 6, 1, 224, 224), BANDS_FIRST, bands=HLS, gsd=10)],
        a_map("semantic-segmentation", 2, 224, 224, activation="softmax"),
    ),
    "FC-Siam, change [N, 2, 3, 256, 256]": Export(
        [entry("x", (-1, 2, 3, 256, 256), CUBE, bands=bands(3), gsd=10)],
        a_map("semantic-segmentation", 2, 256, 256, activation="softmax"),
        dates=2,
    ),
    "Presto, WorldCereal [N, 12, 17], mask, place and month": Export(
        [
            entry("x", (-1, 12, 17), PIXEL_SERIES, bands=bands(17), gsd=10),
            beside("mask", (-1, 12, 17), PIXEL_SERIES, content="validity",
                   value_scaling=[{"type": "min-max", "minimum": 1, "maximum": 0}]),
            beside("latlons", (-1, 2), PIXELS, bands=["latitude", "longitude"]),
            beside("month", (-1, 1), PIXELS, bands=["month"], mode="scalar"),
        ],
        leaving("semantic-segmentation", (-1, 2), ANSWER, activation="softmax"),
        dates=12,
        options={"numbers": "month=1"},
    ),
    "TempCNN of sits [N, 12, 10]": Export(
        [entry("x", (-1, 12, 10), PIXEL_SERIES, bands=bands(10), gsd=10)],
        leaving("semantic-segmentation", (-1, 7), ANSWER, activation="softmax"),
        dates=12,
    ),
    "FLAIR-2 U-T&T: aerial [1, 5, 512, 512] at 20 cm, Sentinel-2 [1, T, 10, 40, 40] at 10 m": Export(
        [
            entry("aerial", (1, 5, 512, 512), IMAGE, bands=bands(5), gsd=10),
            beside("sentinel", (1, -1, 10, 40, 40), CUBE, bands=[f"s{one}" for one in range(10)], gsd=500),
        ],
        a_map("semantic-segmentation", 13, 512, 512, activation="softmax"),
        further=("sentinel", 3),
    ),
    "TorchGeo ResNet, EuroSAT [N, 13, 64, 64] → [N, 10]": Export(
        [entry("x", (-1, 13, 64, 64), IMAGE, bands=bands(13), gsd=10)],
        leaving("scene-classification", (-1, 10), ANSWER, activation="softmax"),
        made=(1, 2, 2),
    ),
    "SEN2SR [N, 10, 128, 128] → [N, 10, 512, 512]": Export(
        [entry("x", (-1, 10, 128, 128), IMAGE, bands=bands(10), gsd=10)],
        a_map("super-resolution", 10, 512, 512),
        made=(10, 4 * SIDE, 4 * SIDE),
        job="inference.superresolve",
    ),
    "HighRes-Net [N, 8, 1, 64, 64] → [N, 1, 192, 192]": Export(
        [entry("x", (-1, 8, 1, 64, 64), CUBE, bands=bands(1), gsd=10)],
        a_map("super-resolution", 1, 192, 192),
        made=(1, 3 * SIDE, 3 * SIDE),
        dates=8,
        job="inference.superresolve",
    ),
}  # fmt: skip


def stand_in(folder, inputs, output):
    """A graph that adds the mean of every input to noughts of the output's shape."""
    shape = output["result"]["shape"]
    nodes = [node("ReduceMean", "noughts", "total0", keepdims=0)]
    for place, one in enumerate(inputs):
        axes = list(range(1, len(one["input"]["shape"])))
        nodes += [
            node("ReduceMean", one["name"], f"mean{place}", axes=axes, keepdims=0),
            node("Reshape", f"mean{place}", "column", f"column{place}"),
            node("Add", f"column{place}", f"total{place}", f"total{place + 1}"),
        ]
    weights = {
        "noughts": np.zeros((1, *shape[1:]), "float32"), "column": np.int64([-1, *[1] * (len(shape) - 1)]),
    }  # fmt: skip
    if shape[-1] == 1 and len(shape) == 4:  # any size: as large as what enters
        nodes.append(node("ReduceMean", "x", "plane", axes=[1], keepdims=1))
        nodes.append(node("Mul", "plane", "none", "flat"))
        nodes.append(node("Add", "flat", "noughts", "sized"))
        weights["none"] = np.float32(0)
        output["result"]["shape"] = [*shape[:2], -1, -1]
    nodes.append(node("Add", "sized" if "none" in weights else "noughts", f"total{len(inputs)}", "sum"))
    nodes.append(node("Cast", "sum", "y", to=TYPES[output["result"]["data_type"]]))
    return save(folder, "export", nodes, inputs, output, weights)


def scene(bench, names, name, days=(), *, size=10):
    """An image with these bands, for each day."""
    side = -(-SIDE * 10 // size)
    values = np.random.default_rng(0).integers(1, 100, (len(names), side, side)).astype("float32")
    where = {"bands": names, "transform": Affine(size, 0, 500_000, 0, -size, 5_000_000)}
    if not days:
        return [bench.image(values, f"{name}.tif", **where)]
    return [
        f"{bench.image(values, f'{name}{place}.tif', **where)}|date={day}" for place, day in enumerate(days)
    ]


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_an_export_of_this_shape_runs(bench, export):
    model = stand_in(bench.folder, export.inputs, export.output)
    main = export.inputs[0]
    options = export.options | {"input": scene(bench, main["bands"], "image", DAYS[: export.dates])}
    if export.further:
        name, count = export.further
        other = next(one for one in export.inputs if one["name"] == name)
        options["further"] = scene(bench, other["bands"], name, DAYS[:count], size=other["releve:gsd"])
    task = export.output["tasks"][0]
    name = {"regression": "values", "super-resolution": "image"}.get(task, "classes")
    ran = bench.run([name], job=export.job, model=model, **options)
    found = ran.read(name)
    assert found.shape == export.made
    with rasterio.open(ran.paths[name]) as dataset:
        assert np.isfinite(found.astype(float)).all()
        assert (found != dataset.nodata).all()


# -- the official Items of STAC MLM -------------------------------------------------------------------------

OFFICIAL = {
    "item_basic": (1, 2, 2),
    "item_eo_bands": (1, 2, 2),
    "item_eo_and_raster_bands": (1, 2, 2),
    "item_eo_bands_summarized": (1, 2, 2),
    "item_raster_bands": (1, 2, 2),
    "item_bands_expression": "one answer for a whole tile",
    "item_multi_io": "one answer for a whole tile",
    "item_pytorch_geo_unet": "one answer for a whole tile",
    "item_datacube_variables": "cannot yet run models of the kind “downscaling”",
}


@pytest.mark.parametrize("name", OFFICIAL)
def test_a_model_of_an_official_item_runs_or_is_refused_with_the_reason(bench, shared_data, name):
    """A stand-in of its shapes, beside the Item itself."""
    item = json.loads((shared_data / f"publishing/stac_mlm/examples/{name}.json").read_text("utf-8"))
    properties = item["properties"]
    inputs = [json.loads(json.dumps(one)) for one in properties["mlm:input"]]
    output = json.loads(json.dumps(properties["mlm:output"][0]))
    for place, one in enumerate(inputs):
        one["name"] = f"x{place}"
    model = Path(stand_in(bench.folder, inputs, output | {"name": "y"}))
    properties["mlm:input"], properties["mlm:output"] = inputs, [output | {"name": "y"}]
    model.with_suffix(".stac.json").write_text(json.dumps(item), "utf-8")
    names = [band if isinstance(band, str) else band["name"] for band in inputs[0].get("bands", ())]
    image = scene(bench, list(dict.fromkeys(names)) or ["red", "green", "blue"], "image")
    options = {"gsd": 10, "scaling": "none", "activation": "softmax"}
    try:
        found = bench.run(["classes"], input=image, model=str(model), **options).read("classes").shape
    except ReleveError as error:
        found = str(error)
    expected = OFFICIAL[name]
    assert expected in found if isinstance(expected, str) else found == expected
