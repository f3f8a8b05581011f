"""Images and models for the benchmarks, generated once under ``build/bench``."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import rasterio
import rasterio.shutil
from child import ROOT
from filelock import FileLock
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from rasterio.transform import from_origin
from rasterio.windows import Window

FOLDER = ROOT / "build" / "bench"
BLOCK = 512
GSD_M = 10.0


def scene(side: int) -> Path:
    """A made-up RGB image of ``side``² pixels, uint8, deflate, blocks of 512 px: smooth shapes with noise."""
    path = FOLDER / f"scene_{side}.tif"
    if path.is_file():
        return path
    FOLDER.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(side)
    profile = {
        "driver": "GTiff", "width": side, "height": side, "count": 3, "dtype": "uint8", "crs": "EPSG:32631",
        "transform": from_origin(500_000, 5_000_000, GSD_M, GSD_M), "tiled": True, "blockxsize": BLOCK,
        "blockysize": BLOCK, "compress": "deflate", "photometric": "rgb", "num_threads": "all_cpus",
    }  # fmt: skip
    part = path.with_suffix(".part.tif")
    with rasterio.open(part, "w", **profile) as target:
        for row in range(0, side, BLOCK):
            for column in range(0, side, BLOCK):
                target.write(_patch(random), window=Window(column, row, BLOCK, BLOCK))
    part.rename(path)
    return path


def cog(side: int) -> Path:
    """The same kind of image as a Cloud Optimized GeoTIFF with overviews, of 16 patches over and over."""
    path = FOLDER / f"cog_{side}.tif"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        if not path.is_file():
            _write_cog(path, side)
    return path


def _write_cog(path: Path, side: int) -> None:
    random = np.random.default_rng(side)
    patches = [_patch(random) for _ in range(16)]
    profile = {
        "driver": "GTiff", "width": side, "height": side, "count": 3, "dtype": "uint8", "crs": "EPSG:32631",
        "transform": from_origin(500_000, 5_000_000, GSD_M, GSD_M), "tiled": True, "blockxsize": BLOCK,
        "blockysize": BLOCK, "photometric": "rgb",
    }  # fmt: skip
    plain, part = path.with_suffix(".plain.tif"), path.with_suffix(".part.tif")
    with rasterio.open(plain, "w", **profile) as target:
        for row in range(0, side, BLOCK):
            for column in range(0, side, BLOCK):
                rows, columns = min(BLOCK, side - row), min(BLOCK, side - column)
                patch = patches[random.integers(16)][:, :rows, :columns]
                target.write(patch, window=Window(column, row, columns, rows))
    options = {"compress": "deflate", "blocksize": BLOCK, "num_threads": "all_cpus", "level": 1}
    rasterio.shutil.copy(plain, part, driver="COG", overview_resampling="average", **options)
    plain.unlink()
    part.rename(path)


def sentinel2() -> Path:
    """The Sentinel-2 sample, which says nothing of its place, put somewhere in pixels of 10 m."""
    path = FOLDER / "sentinel2.tif"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with rasterio.open(ROOT / "build" / "samples" / "sentinel2_chip.tif") as chip:
        profile = chip.profile | {
            "crs": "EPSG:32631",
            "transform": from_origin(500_000, 5_000_000, GSD_M, GSD_M),
        }
        with rasterio.open(path, "w", **profile) as target:
            target.write(chip.read())
    return path


def _patch(random: np.random.Generator) -> NDArray[np.uint8]:
    coarse = random.integers(30, 220, (3, BLOCK // 32 + 1, BLOCK // 32 + 1)).astype("float32")
    smooth = coarse[:, :-1, :-1].repeat(32, axis=1).repeat(32, axis=2)
    return (smooth + random.normal(0, 6, smooth.shape)).clip(0, 255).astype("uint8")


def area(scene_path: Path, side_px: int) -> Path:
    """A polygon layer over the inside of 8 of a scene's blocks: 4 × 2 of them."""
    import geopandas
    from shapely.geometry import box

    path = FOLDER / "area.gpkg"
    with rasterio.open(scene_path) as source:
        left, top = source.transform * (side_px * 2 + 100, side_px * 2 + 100)
        right, bottom = source.transform * (side_px * 6 - 100, side_px * 4 - 100)
        layer = geopandas.GeoDataFrame(geometry=[box(left, bottom, right, top)], crs=source.crs)
    layer.to_file(path, driver="GPKG")
    return path


def tiny_model() -> Path:
    """One 3 × 3 convolution to 4 classes, softmax at its end."""
    return _save("tiny", _chain([(3, 4, 3)], softmax=True), classes=4)


def tiny_sentinel_model() -> Path:
    """The same on four bands of Sentinel-2, whose values go to 10,000."""
    return _save("tiny_sentinel", _chain([(4, 4, 3)], softmax=True), classes=4, bands=4, middle=1500 / 255)


def unet_model() -> Path:
    """A U-Net of 1.9 million parameters, depth 4, 8 classes, softmax at its end."""
    return _save("unet", _unet(base=16, depth=4, classes=8), classes=8)


class _Builder:
    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def conv(self, name: str, source: str, channels: int, out: int, size: int, *, relu: bool = True) -> str:
        scale = np.sqrt(2 / (channels * size * size))
        kernel = self.random.normal(0, scale, (out, channels, size, size)).astype("float32")
        bias = np.zeros(out, "float32")
        self.weights += [
            numpy_helper.from_array(kernel, f"{name}_w"),
            numpy_helper.from_array(bias, f"{name}_b"),
        ]
        result = f"{name}_c" if relu else name
        pad = size // 2
        self.node(
            "Conv", [source, f"{name}_w", f"{name}_b"], result, pads=[pad] * 4, kernel_shape=[size, size]
        )
        return self.node("Relu", [result], name) if relu else result

    def node(self, kind: str, sources: list[str], result: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, sources, [result], name=result, **attributes))
        return result


def _chain(layers: list[tuple[int, int, int]], *, softmax: bool) -> _Builder:
    builder, last = _Builder(1), "image"
    for place, (channels, out, size) in enumerate(layers):
        last = builder.conv(f"layer{place}", last, channels, out, size, relu=False)
    builder.node("Softmax" if softmax else "Identity", [last], "scores", **({"axis": 1} if softmax else {}))
    return builder


def _unet(*, base: int, depth: int, classes: int) -> _Builder:
    builder, last, channels = _Builder(2), "image", 3
    skips = []
    for level in range(depth):
        width = base << level
        last = builder.conv(f"down{level}a", last, channels, width, 3)
        last = builder.conv(f"down{level}b", last, width, width, 3)
        skips.append((last, width))
        last = builder.node("MaxPool", [last], f"pool{level}", kernel_shape=[2, 2], strides=[2, 2])
        channels = width
    last = builder.conv("middle_a", last, channels, channels * 2, 3)
    last = builder.conv("middle_b", last, channels * 2, channels * 2, 3)
    channels *= 2
    builder.weights.append(numpy_helper.from_array(np.float32([1, 1, 2, 2]), "twice"))
    for level, (skip, width) in reversed(list(enumerate(skips))):
        up = builder.node("Resize", [last, "", "twice"], f"up{level}", mode="nearest")
        joined = builder.node("Concat", [up, skip], f"join{level}", axis=1)
        last = builder.conv(f"up{level}a", joined, channels + width, width, 3)
        last = builder.conv(f"up{level}b", last, width, width, 3)
        channels = width
    last = builder.conv("logits", last, channels, classes, 1, relu=False)
    builder.node("Softmax", [last], "scores", axis=1)
    return builder


def _save(name: str, builder: _Builder, *, classes: int, bands: int = 3, middle: float = 0.5) -> Path:
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.onnx"
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", bands, "h", "w"])
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", classes, "h", "w"])
    graph = helper.make_graph(builder.nodes, name, [image], [scores], builder.weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    for key, value in _deepness_keys(classes, bands, middle).items():
        model.metadata_props.add(key=key, value=value)
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path


def _deepness_keys(classes: int, bands: int, middle: float) -> dict[str, str]:
    names = ", ".join(f'"{value}": "class {value}"' for value in range(classes))
    return {
        "model_type": '"Segmentor"',
        "class_names": f"{{{names}}}",
        "resolution": str(GSD_M * 100),
        "tile_size": "512",
        "tiles_size": "512",
        "standardization_mean": str([middle] * bands),
        "standardization_std": str([middle / 2] * bands),
    }
