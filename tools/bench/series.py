"""Wall time of a map from a series over that of its bare model: 12 dates, a model like U-TAE."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import child
import inputs
import numpy as np
import rasterio
from onnx import TensorProto, helper, numpy_helper, save
from rasterio.transform import from_origin

DATES, BANDS, CLASSES, WIDTH = 12, 10, 20, 64
SIDE, TILE, OVERLAP = 1024, 128, 32
MEAN, DEVIATION = 1500.0, 800.0
HERE = Path(__file__).parent
FOLDER = inputs.FOLDER / "series"


def run(runs: int) -> Iterator[tuple[str, float]]:
    """The figure of series by its name."""
    images, model = scenes(), utae_model()
    threads = min((1, 2), key=lambda count: _bare(model, images, count))
    print(f"  bare calls are fastest with {threads} threads")
    ratios = [_map(model, images) / _bare(model, images, threads) for _ in range(runs)]
    yield "series_wall_over_bare", median(ratios)


def _map(model: Path, images: list[Path]) -> float:
    values = [*(f"input={image}" for image in images), f"model={model}", f"classes={FOLDER / 'classes.tif'}"]
    cost = child.releve(
        "inference.map", *values, f"overlap={OVERLAP}", "blending=crop", env={"RELEVE_CACHE": str(FOLDER)}
    )
    return float(cost.values["walk_s"] + cost.values["finish_s"])


def _bare(model: Path, images: list[Path], threads: int) -> float:
    arguments = [str(HERE / "bare_series.py"), str(model), str(TILE), str(OVERLAP), str(threads)]
    return float(child.run([sys.executable, *arguments, *map(str, images)]).values["bare_s"])


def scenes() -> list[Path]:
    """One image of 10 bands of uint16 for each month of a year, the date in its name."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    paths = [FOLDER / f"scene_2023{month:02}15.tif" for month in range(1, DATES + 1)]
    profile = {
        "driver": "GTiff", "width": SIDE, "height": SIDE, "count": BANDS, "dtype": "uint16",
        "crs": "EPSG:32631", "transform": from_origin(500_000, 5_000_000, 10, 10), "tiled": True,
        "blockxsize": 256, "blockysize": 256, "compress": "deflate",
    }  # fmt: skip
    for seed, path in enumerate(paths):
        if not path.is_file():
            random = np.random.default_rng(seed)
            coarse = random.integers(200, 4000, (BANDS, SIDE // 16, SIDE // 16))
            values = coarse.repeat(16, axis=1).repeat(16, axis=2) + random.integers(
                0, 60, (BANDS, SIDE, SIDE)
            )
            with rasterio.open(path, "w", **profile) as target:
                target.write(values.astype("uint16"))
                target.descriptions = tuple(f"B{band:02}" for band in range(1, BANDS + 1))
    return paths


def utae_model() -> Path:
    """Like U-TAE: every date encoded alike, weighed by attention at half the resolution, decoded once."""
    build, path = inputs._Builder(4), FOLDER / "utae.onnx"

    def shape(name: str, *sides: int) -> str:
        build.weights.append(numpy_helper.from_array(np.int64(sides), name))
        return name

    def weighed(name: str, features: str, side: int, attention: str) -> str:
        """The dates of some features summed by their attention."""
        dated = build.node(
            "Reshape", [features, shape(f"{name}_s", -1, DATES, WIDTH, side, side)], f"{name}_dated"
        )
        product = build.node("Mul", [dated, attention], f"{name}_product")
        return build.node("ReduceSum", [product, "over_dates"], name, keepdims=0)

    half = TILE // 2
    shape("over_dates", 1)
    flat = build.node("Reshape", ["x", shape("flat_s", -1, BANDS, TILE, TILE)], "flat")
    fine = build.conv("fine_b", build.conv("fine_a", flat, BANDS, WIDTH, 3), WIDTH, WIDTH, 3)
    small = build.node("MaxPool", [fine], "small", kernel_shape=[2, 2], strides=[2, 2])
    deep = build.conv("deep_b", build.conv("deep_a", small, WIDTH, WIDTH, 3), WIDTH, WIDTH, 3)
    score = build.conv("score", deep, WIDTH, 1, 1, relu=False)
    dated = build.node("Reshape", [score, shape("score_s", -1, DATES, 1, half, half)], "score_dated")
    attention = build.node("Softmax", [dated], "attention", axis=1)
    build.weights.append(numpy_helper.from_array(np.float32([1, 1, 1, 2, 2]), "twice_5d"))
    build.weights.append(numpy_helper.from_array(np.float32([1, 1, 2, 2]), "twice"))
    wide = build.node("Resize", [attention, "", "twice_5d"], "attention_wide", mode="nearest")
    low = build.node("Resize", [weighed("low", deep, half, attention), "", "twice"], "low_up", mode="nearest")
    joined = build.node("Concat", [low, weighed("high", fine, TILE, wide)], "joined", axis=1)
    last = build.conv("out_a", joined, 2 * WIDTH, WIDTH, 3)
    build.conv("scores", last, WIDTH, CLASSES, 1, relu=False)
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", DATES, BANDS, TILE, TILE])
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", CLASSES, TILE, TILE])
    graph = helper.make_graph(build.nodes, "utae", [x], [scores], build.weights)
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    path.with_suffix(".stac.json").write_text(json.dumps(_card()))
    return path


def _card() -> dict[str, object]:
    entry = {
        "name": "x",
        "bands": [f"B{band:02}" for band in range(1, BANDS + 1)],
        "input": {
            "shape": [-1, DATES, BANDS, TILE, TILE],
            "dim_order": ["batch", "time", "bands", "height", "width"],
            "data_type": "float32",
        },
        "value_scaling": [{"type": "z-score", "mean": MEAN, "stddev": DEVIATION}],
        "releve:gsd": 10,
        "releve:dates": {"match": "month"},
    }
    leaving = {
        "name": "scores",
        "tasks": ["semantic-segmentation"],
        "result": {
            "shape": [-1, CLASSES, TILE, TILE],
            "dim_order": ["batch", "class", "height", "width"],
            "data_type": "float32",
        },
        "releve:activation": "softmax",
        "classification:classes": [{"value": value, "name": f"c{value}"} for value in range(CLASSES)],
    }
    properties = {"mlm:name": "utae", "mlm:input": [entry], "mlm:output": [leaving]}
    return {"type": "Feature", "properties": properties, "assets": {}}
