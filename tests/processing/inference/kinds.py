"""A tiny model of each kind with its card, whose answer is worked out by hand.

.venv/bin/python tests/processing/inference/kinds.py FOLDER   writes them all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

GSD_M = 10
TYPES = {
    "float32": TensorProto.FLOAT, "uint16": TensorProto.UINT16, "uint8": TensorProto.UINT8,
    "bool": TensorProto.BOOL,
}  # fmt: skip
IMAGE, PIXELS = ("batch", "bands", "height", "width"), ("batch", "bands")
MAP = ("batch", "class", "height", "width")
KINDS: dict[str, Callable[[Path], str]] = {}


def kind(make: Callable[[Path], str]) -> Callable[[Path], str]:
    """Register the maker of a model."""
    KINDS[make.__name__] = make
    return make


def node(operator: str, *names: str, **attributes: Any) -> onnx.NodeProto:
    """A node whose last name is its output."""
    return helper.make_node(operator, list(names[:-1]), [names[-1]], **attributes)


def entry(
    name: str, shape: Sequence[int], order: Sequence[str], *, bands: Sequence[str] = (), **said: Any
) -> dict[str, Any]:
    """An input in the words of STAC MLM; what is none of them is one of our own keys."""
    dtype, scaling = said.pop("dtype", "float32"), said.pop("value_scaling", None)
    order = [side if side != "bands" or bands else "channel" for side in order]
    structure = {"shape": list(shape), "dim_order": order, "data_type": dtype}
    own = {f"releve:{key}": value for key, value in said.items()}
    return {"name": name, "bands": list(bands), "input": structure, "value_scaling": scaling, **own}


def leaving(task: str, shape: Sequence[int], order: Sequence[str], **said: Any) -> dict[str, Any]:
    """An output in the words of STAC MLM."""
    classes = [{"value": value, "name": name} for value, name in enumerate(said.pop("classes", ()))]
    own = {f"releve:{key}": value for key, value in said.items()}
    structure = {"shape": list(shape), "dim_order": list(order), "data_type": "float32"}
    return {"name": "y", "tasks": [task], "result": structure, "classification:classes": classes, **own}


def save(
    folder: Path,
    name: str,
    nodes: Sequence[onnx.NodeProto],
    inputs: Sequence[dict[str, Any]],
    output: dict[str, Any],
    weights: Mapping[str, np.ndarray] | None = None,
    **properties: Any,
) -> str:
    """The model, and its card beside it."""

    def tensor(one: dict[str, Any], structure: str) -> onnx.ValueInfoProto:
        sides = [
            side if side > 0 else f"{one['name']}{place}"
            for place, side in enumerate(one[structure]["shape"])
        ]
        return helper.make_tensor_value_info(one["name"], TYPES[one[structure]["data_type"]], sides)

    constants = [numpy_helper.from_array(np.asarray(array), key) for key, array in (weights or {}).items()]
    graph = helper.make_graph(
        list(nodes), name, [tensor(one, "input") for one in inputs], [tensor(output, "result")], constants
    )
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(proto)
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(proto, folder / f"{name}.onnx")
    said = {"mlm:name": name, "mlm:input": list(inputs), "mlm:output": [output], "mlm:tasks": output["tasks"]}
    card = {"type": "Feature", "properties": said | properties, "assets": {}}
    (folder / f"{name}.stac.json").write_text(json.dumps(card), "utf-8")
    return str(folder / f"{name}.onnx")


def series(
    order: Sequence[str], *, count: int = -1, bands: Sequence[str] = ("a", "b"), **said: Any
) -> dict[str, Any]:
    """A series of images, or of pixels."""
    sides = {"batch": -1, "time": count, "bands": len(bands), "height": -1, "width": -1}
    return entry("x", [sides[side] for side in order], order, bands=bands, gsd=GSD_M, **said)


@kind
def mean_over_dates(folder: Path) -> str:
    """[N, T, C, H, W], any number of dates."""
    nodes = [node("ReduceMean", "x", "y", axes=[1], keepdims=0)]
    x = series(("batch", "time", "bands", "height", "width"))
    return save(folder, "mean_over_dates", nodes, [x], leaving("regression", (-1, 2, -1, -1), MAP))


@kind
def mean_over_dates_bands_first(folder: Path) -> str:
    """[N, C, T, H, W]."""
    nodes = [node("ReduceMean", "x", "y", axes=[2], keepdims=0)]
    x = series(("batch", "bands", "time", "height", "width"))
    return save(
        folder, "mean_over_dates_bands_first", nodes, [x], leaving("regression", (-1, 2, -1, -1), MAP)
    )


@kind
def mean_of_pixels(folder: Path) -> str:
    """[N, T, C], each pixel a series of its own."""
    nodes = [node("ReduceMean", "x", "y", axes=[1], keepdims=0)]
    x = series(("batch", "time", "bands"))
    return save(folder, "mean_of_pixels", nodes, [x], leaving("regression", (-1, 2), ("batch", "class")))


@kind
def mean_of_pixels_bands_first(folder: Path) -> str:
    """[N, C, T]."""
    nodes = [node("ReduceMean", "x", "y", axes=[2], keepdims=0)]
    x = series(("batch", "bands", "time"))
    return save(
        folder, "mean_of_pixels_bands_first", nodes, [x], leaving("regression", (-1, 2), ("batch", "class"))
    )


@kind
def last_of_three_dates(folder: Path) -> str:
    """Exactly three dates."""
    nodes = [node("Gather", "x", "place", "y", axis=1)]
    x = series(("batch", "time", "bands", "height", "width"), count=3)
    output = leaving("regression", (-1, 2, -1, -1), MAP)
    return save(folder, "last_of_three_dates", nodes, [x], output, {"place": np.int64(2)})


@kind
def months(folder: Path) -> str:
    """Twelve months, some missing, with validity by pixel and the day of the year: mean, and mean day."""
    nodes = [
        node("Unsqueeze", "valid", "second", "v"),  # N T 1 H W
        node("Mul", "x", "v", "seen"),
        node("ReduceSum", "seen", "over_dates", "sum", keepdims=0),
        node("ReduceSum", "v", "over_dates", "count", keepdims=0),
        node("Max", "count", "one", "safe"),
        node("Div", "sum", "safe", "mean"),
        node("Unsqueeze", "day", "around", "d"),  # N T 1 1 1
        node("Mul", "v", "d", "days"),
        node("ReduceSum", "days", "over_dates", "day_sum", keepdims=0),
        node("Div", "day_sum", "safe", "day_mean"),
        node("Concat", "mean", "day_mean", "y", axis=1),
    ]
    weights = {
        "second": np.int64([2]), "around": np.int64([2, 3, 4]), "over_dates": np.int64([1]),
        "one": np.float32(1),
    }  # fmt: skip
    order = ("batch", "time", "bands", "height", "width")
    inputs = [
        series(order, count=12, bands=("a",), dates={"match": "month", "least": 2}),
        entry("valid", (-1, 12, -1, -1), ("batch", "time", "height", "width"), content="validity"),
        entry("day", (-1, 12), ("batch", "time"), content="dates"),
    ]
    return save(folder, "months", nodes, inputs, leaving("regression", (-1, 2, -1, -1), MAP), weights)


@kind
def coordinates_beside_a_cube(folder: Path) -> str:
    """The shape of Prithvi: [N, C, T, H, W], year and day [N, T, 2], latitude and longitude [N, 2]."""
    nodes = [
        node("ReduceMean", "x", "mean", axes=[2], keepdims=0),
        node("ReduceMean", "when", "date", axes=[1], keepdims=0),
        node("Concat", "date", "where", "four", axis=1),
        node("Unsqueeze", "four", "sides", "flat"),
        node("Shape", "mean", "shape"),
        node("Gather", "shape", "hw", "size"),
        node("Concat", "head", "size", "full", axis=0),
        node("Expand", "flat", "full", "planes"),
        node("Concat", "mean", "planes", "y", axis=1),
    ]
    weights = {"sides": np.int64([2, 3]), "hw": np.int64([2, 3]), "head": np.int64([1, 4])}
    inputs = [
        series(("batch", "bands", "time", "height", "width"), count=3, bands=("a",)),
        entry("when", (-1, 3, 2), ("batch", "time", "bands"), bands=("year", "day_of_year"), content="dates"),
        entry("where", (-1, 2), PIXELS, bands=("latitude", "longitude")),
    ]
    return save(
        folder,
        "coordinates_beside_a_cube",
        nodes,
        inputs,
        leaving("regression", (-1, 5, -1, -1), MAP),
        weights,
    )


@kind
def day_of_an_image(folder: Path) -> str:
    """One image, its day of the year added, and the share of its neighbours that are there."""
    nodes = [
        node("Unsqueeze", "day", "sides", "flat"),
        node("Add", "x", "flat", "added"),
        node("AveragePool", "valid", "share", kernel_shape=[3, 3], pads=[1, 1, 1, 1], count_include_pad=1),
        node("Concat", "added", "share", "y", axis=1),
    ]
    inputs = [
        entry("x", (-1, 1, -1, -1), IMAGE, bands=("a",), gsd=GSD_M),
        entry("day", (-1, 1), ("batch", "time"), content="dates"),
        entry("valid", (-1, 1, -1, -1), IMAGE, content="validity"),
    ]
    output = leaving("regression", (-1, 2, -1, -1), MAP)
    return save(folder, "day_of_an_image", nodes, inputs, output, {"sides": np.int64([2, 3])})


@kind
def climate_at_a_point(folder: Path) -> str:
    """An image, and the value of a coarse raster at the middle of the tile, added."""
    nodes = [node("Unsqueeze", "warmth", "sides", "flat"), node("Add", "x", "flat", "y")]
    inputs = [
        entry("x", (-1, 1, -1, -1), IMAGE, bands=("a",), gsd=GSD_M),
        entry("warmth", (-1, 1), PIXELS, bands=("warmth",), mode="point", gsd=160),
    ]
    output = leaving("regression", (-1, 1, -1, -1), MAP)
    return save(folder, "climate_at_a_point", nodes, inputs, output, {"sides": np.int64([2, 3])})


@kind
def climate_of_pixels(folder: Path) -> str:
    """Pixels, and the value of a coarse raster at each."""
    inputs = [
        entry("x", (-1, 1), PIXELS, bands=("a",), mode="pixel", gsd=GSD_M),
        entry("warmth", (-1, 1), PIXELS, bands=("warmth",), mode="point", gsd=160),
    ]
    output = leaving("regression", (-1, 1), ("batch", "class"))
    return save(folder, "climate_of_pixels", [node("Add", "x", "warmth", "y")], inputs, output)


@kind
def two_resolutions(folder: Path) -> str:
    """An image of 10 m and one of 20 m of the same ground, on two grids; terrain on the first."""
    nodes = [
        node("Resize", "coarse", "", "twice", "up", mode="nearest"),
        node("Concat", "x", "up", "dem", "y", axis=1),
    ]
    inputs = [
        entry("x", (-1, 1, -1, -1), IMAGE, bands=("a",), gsd=GSD_M),
        entry("coarse", (-1, 1, -1, -1), IMAGE, bands=("swir",), gsd=2 * GSD_M),
        entry("dem", (-1, 1, -1, -1), IMAGE, bands=("elevation",), mode="static",
              value_scaling=[{"type": "scale", "value": 2.0}]),
    ]  # fmt: skip
    output = leaving("regression", (-1, 3, -1, -1), MAP)
    return save(folder, "two_resolutions", nodes, inputs, output, {"twice": np.float32([1, 1, 2, 2])})


@kind
def three_times_as_coarse(folder: Path) -> str:
    """An image of 10 m and one of 30 m of the same ground; the graph wants tiles of a multiple of 3."""
    nodes = [
        node("Resize", "coarse", "", "thrice", "up", mode="nearest"),
        node("Concat", "x", "up", "y", axis=1),
    ]
    inputs = [
        entry("x", (-1, 1, -1, -1), IMAGE, bands=("a",), gsd=GSD_M),
        entry("coarse", (-1, 1, -1, -1), IMAGE, bands=("swir",), gsd=3 * GSD_M),
    ]
    output = leaving("regression", (-1, 2, -1, -1), MAP)
    return save(folder, "three_times_as_coarse", nodes, inputs, output, {"thrice": np.float32([1, 1, 3, 3])})


@kind
def two_series(folder: Path) -> str:
    """Images of two sensors at several dates, and one list of days: the means of the images and the days."""
    nodes = [
        node("ReduceMean", "x", "optical", axes=[1], keepdims=0),
        node("ReduceMean", "radar", "echo", axes=[1], keepdims=0),
        node("ReduceMean", "day", "mean", axes=[1], keepdims=1),
        node("Unsqueeze", "mean", "sides", "flat"),
        node("Add", "echo", "flat", "dated"),
        node("Concat", "optical", "dated", "y", axis=1),
    ]
    order = ("batch", "time", "bands", "height", "width")
    inputs = [
        series(order, bands=("a",)),
        entry("radar", (-1, -1, 1, -1, -1), order, bands=("vv",), gsd=GSD_M),
        entry("day", (-1, -1), ("batch", "time"), content="dates"),
    ]
    output = leaving("regression", (-1, 2, -1, -1), MAP)
    return save(folder, "two_series", nodes, inputs, output, {"sides": np.int64([2, 3])})


@kind
def numbers(folder: Path) -> str:
    """An image and three numbers: the day of the year, the latitude, and a slope that the user states."""
    nodes = [
        node("ReduceSum", "told", "last", "sum", keepdims=1),
        node("Unsqueeze", "sum", "sides", "flat"),
        node("Add", "x", "flat", "y"),
    ]
    inputs = [
        entry("x", (-1, 1, -1, -1), IMAGE, bands=("a",), gsd=GSD_M),
        entry("told", (-1, 3), PIXELS, bands=("day_of_year", "latitude", "slope"), mode="scalar"),
    ]
    weights = {"last": np.int64([1]), "sides": np.int64([2, 3])}
    return save(folder, "numbers", nodes, inputs, leaving("regression", (-1, 1, -1, -1), MAP), weights)


def _finer(folder: Path, name: str, factor: int, **said: Any) -> str:
    nodes = [node("Resize", "x", "", "by", "y", mode="nearest")]
    weights = {"by": np.float32([1, 1, factor, factor])}
    x = entry("x", (-1, 2, -1, -1), IMAGE, bands=("a", "b"), gsd=GSD_M)
    return save(folder, name, nodes, [x], leaving("super-resolution", (-1, 2, -1, -1), MAP, **said), weights)


@kind
def finer_by_2(folder: Path) -> str:
    """Super-resolution: every pixel four times."""
    return _finer(folder, "finer_by_2", 2)


@kind
def finer_by_4(folder: Path) -> str:
    """Super-resolution: every pixel sixteen times."""
    return _finer(folder, "finer_by_4", 4, unit="reflectance")


@kind
def mean_of_16(folder: Path) -> str:
    """One value for 16 × 16 pixels, as patch tokens are."""
    nodes = [node("AveragePool", "x", "y", kernel_shape=[16, 16], strides=[16, 16])]
    x = entry("x", (-1, 1, -1, -1), IMAGE, bands=("a",), gsd=GSD_M)
    return save(folder, "mean_of_16", nodes, [x], leaving("regression", (-1, 1, -1, -1), MAP))


@kind
def brightest_band(folder: Path) -> str:
    """Scene classification: which of three bands is the brightest in 32 × 32 pixels."""
    nodes = [node("ReduceMean", "x", "y", axes=[2, 3], keepdims=0)]
    x = entry("x", (-1, 3, 32, 32), IMAGE, bands=("a", "b", "c"), gsd=GSD_M)
    output = leaving(
        "scene-classification",
        (-1, 3),
        ("batch", "class"),
        classes=("red", "green", "blue"),
        activation="softmax",
    )
    return save(folder, "brightest_band", nodes, [x], output)


@kind
def smaller_by_4(folder: Path) -> str:
    """A map that loses 4 pixels at each side of a tile."""
    nodes = [node("AveragePool", "x", "y", kernel_shape=[9, 9], strides=[1, 1])]
    x = entry("x", (-1, 1, -1, -1), IMAGE, bands=("a",), gsd=GSD_M)
    return save(folder, "smaller_by_4", nodes, [x], leaving("regression", (-1, 1, -1, -1), MAP))


@kind
def described_pixels(folder: Path) -> str:
    """[N, 3, H, W]: a vector for each pixel, of length 13 where a band holds 1."""
    nodes = [node("Conv", "x", "w", "y")]
    x = entry("x", (-1, 1, -1, -1), IMAGE, bands=["a"], gsd=GSD_M)
    weights = {"w": np.float32([3, 4, 12]).reshape(3, 1, 1, 1)}
    return save(
        folder, "described_pixels", nodes, [x], leaving("similarity-search", (-1, 3, -1, -1), MAP), weights
    )


@kind
def described_patches(folder: Path) -> str:
    """[N, 2, H/8, W/8]: the means of two bands over patches of 8 × 8 pixels."""
    nodes = [node("AveragePool", "x", "y", kernel_shape=[8, 8], strides=[8, 8])]
    x = entry("x", (-1, 2, -1, -1), IMAGE, bands=["a", "b"], gsd=GSD_M)
    return save(folder, "described_patches", nodes, [x], leaving("similarity-search", (-1, 2, -1, -1), MAP))


@kind
def described_tiles(folder: Path) -> str:
    """[N, 2]: the means of two bands over a tile."""
    nodes = [node("ReduceMean", "x", "y", axes=[2, 3], keepdims=0)]
    x = entry("x", (-1, 2, 32, 32), IMAGE, bands=["a", "b"], gsd=GSD_M)
    return save(
        folder, "described_tiles", nodes, [x], leaving("similarity-search", (-1, 2), ("batch", "class"))
    )
