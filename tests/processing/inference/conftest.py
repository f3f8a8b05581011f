"""Small images, small models, and a way to run `inference.map` in this process."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from onnx import TensorProto, helper, numpy_helper
from rasterio.errors import NotGeoreferencedWarning

from releve.processing.catalogue import find_job
from releve.processing.jobs import Context, read_request
from releve.processing.version import version


@dataclass
class Ran:
    """What a run left."""

    paths: dict[str, Path]
    values: dict[str, Any]
    styles: dict[str, Any]
    events: list[dict[str, Any]] = field(default_factory=list)

    def read(self, name: str) -> np.ndarray:
        """All bands of an output."""
        with rasterio.open(self.paths[name]) as dataset:
            return dataset.read()

    def sentences(self, level: str) -> list[str]:
        """What the run told."""
        return [event["message"] for event in self.events if event.get("level") == level]


class Bench:
    """Makes images and models in a folder, and runs the job."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def image(
        self,
        values: np.ndarray,
        name: str = "image.tif",
        *,
        crs: str | None = "EPSG:32631",
        transform: Affine = Affine(10, 0, 500_000, 0, -10, 5_000_000),
        bands: Sequence[str] = (),
        mask: np.ndarray | None = None,
        **profile: Any,
    ) -> str:
        """A GeoTIFF of these values (bands, rows, columns)."""
        path = self.folder / name
        count, rows, columns = values.shape
        warnings.filterwarnings("ignore", category=NotGeoreferencedWarning)
        profile = {"tiled": True, "blockxsize": 64, "blockysize": 64} | profile
        with rasterio.open(
            path, "w", driver="GTiff", width=columns, height=rows, count=count, dtype=values.dtype, crs=crs,
            transform=transform, **profile,
        ) as dataset:  # fmt: skip
            dataset.write(values)
            for number, band in enumerate(bands, start=1):
                dataset.set_band_description(number, band)
            if mask is not None:
                dataset.write_mask(mask)
        return str(path)

    def model(
        self,
        nodes: Sequence[onnx.NodeProto],
        weights: dict[str, np.ndarray],
        *,
        entry: Sequence[int | str] = ("n", 3, "h", "w"),
        leaving: Sequence[int | str] | dict[str, Sequence[int | str]] = ("n", 3, "h", "w"),
        name: str = "model.onnx",
        dtype: int = TensorProto.FLOAT,
        metadata: dict[str, Any] | None = None,
    ) -> str:
        """An ONNX file whose graph leads from ``x`` to ``y``."""
        outputs = leaving if isinstance(leaving, dict) else {"y": leaving}
        graph = helper.make_graph(
            list(nodes),
            "test",
            [helper.make_tensor_value_info("x", dtype, list(entry))],
            [
                helper.make_tensor_value_info(key, TensorProto.FLOAT, list(shape))
                for key, shape in outputs.items()
            ],
            [numpy_helper.from_array(np.asarray(array), key) for key, array in weights.items()],
        )
        proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
        proto.ir_version = 8
        for key, value in (metadata or {}).items():
            entry_ = proto.metadata_props.add()
            entry_.key, entry_.value = key, json.dumps(value)
        path = self.folder / name
        onnx.save(proto, path)
        return str(path)

    def virtual(self, source: str, name: str = "virtual.vrt") -> str:
        """A virtual raster of an image of the folder."""
        path = self.folder / name
        with rasterio.open(self.folder / source) as dataset:
            rasterio.shutil.copy(dataset, path, driver="VRT")
        return str(path)

    def external(self, model: str, weights: str) -> str:
        """The same model, with its weights in a file beside it."""
        path = self.folder / f"external-{Path(model).name}"
        proto = onnx.load(model)
        onnx.save(proto, path, save_as_external_data=True, location=weights, size_threshold=0)
        return str(path)

    def identity(self, bands: int = 1, **options: Any) -> str:
        """A regression that gives what it is given."""
        shape = ("n", bands, "h", "w")
        return self.model([node("Identity", "x", "y")], {}, entry=shape, leaving=shape, **options)

    def blur(
        self, *, bands: int = 3, classes: int = 4, layers: int = 3, seed: int = 0, **options: Any
    ) -> str:
        """A random segmentation model that sees ``layers`` pixels around each."""
        random = np.random.default_rng(seed)
        nodes, weights, width = [], {}, bands
        for layer in range(layers):
            last = layer == layers - 1
            wide = classes if last else 8
            weights[f"w{layer}"] = random.normal(0, 0.4, (wide, width, 3, 3)).astype("f4")
            source, target = f"v{layer}" if layer else "x", "y" if last else f"c{layer}"
            nodes.append(node("Conv", source, f"w{layer}", target, pads=[1, 1, 1, 1]))
            if not last:
                nodes.append(node("Relu", target, f"v{layer + 1}"))
            width = wide
        shape = {"entry": ("n", bands, "h", "w"), "leaving": ("n", classes, "h", "w")}
        return self.model(nodes, weights, **(shape | options))

    def run(
        self,
        outputs: Sequence[str] = ("classes",),
        *,
        job: str = "inference.map",
        name: str = "run",
        **inputs: Any,
    ) -> Ran:
        """Run the job; outputs go to ``<name>-<output>.tif`` of the folder."""
        found = find_job(job)
        paths = {
            output: self.folder / f"{name}-{output}.{found.output(output).extension}" for output in outputs
        }
        message = {"inputs": inputs, "outputs": {key: {"path": str(path)} for key, path in paths.items()}}
        request = read_request(found, message)
        events: list[dict[str, Any]] = []
        context = Context(request, events.append, software=f"releve {version()}")
        try:
            found.run(request.inputs, context)
            result = context.publish()
        finally:
            context.close()
        styles = {key: one.get("style") for key, one in result["outputs"].items()}
        return Ran(paths, result["values"], styles, events)


def node(operator: str, *names: str, **attributes: Any) -> onnx.NodeProto:
    """A node whose last name is its output."""
    return helper.make_node(operator, list(names[:-1]), [names[-1]], **attributes)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench in a folder of the test's own."""
    return Bench(tmp_path)


@pytest.fixture(scope="session")
def scene() -> np.ndarray:
    """Three smooth bands of uint8, 3 × 150 × 190."""
    random = np.random.default_rng(3)
    rows, columns = np.mgrid[0:150, 0:190]
    bands = [
        128 + 100 * np.sin(rows / (7 + 3 * band) + band) * np.cos(columns / (9 + 2 * band))
        for band in range(3)
    ]
    return np.clip(np.stack(bands) + random.normal(0, 12, (3, 150, 190)), 1, 254).astype("uint8")
