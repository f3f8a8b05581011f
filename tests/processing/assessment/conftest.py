"""Small maps and references, and a way to run the job on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import rasterio
from affine import Affine
from shapely import Point

CRS = "EPSG:32631"
ORIGIN = (500_000.0, 4_800_000.0)
PIXEL_M = 10.0


@pytest.fixture
def make_map(tmp_path: Path) -> Callable[..., Path]:
    """Writes an array as a raster of 10 m pixels, its top left at ORIGIN."""

    def make(values: Any, name: str = "map.tif", **options: Any) -> Path:
        array = np.atleast_2d(np.asarray(values))
        profile = {
            "driver": "GTiff",
            "crs": CRS,
            "transform": Affine(PIXEL_M, 0, ORIGIN[0], 0, -PIXEL_M, ORIGIN[1]),
            "dtype": array.dtype if array.dtype != np.int64 else "uint8",
            "height": array.shape[0],
            "width": array.shape[1],
            "count": 1,
            "nodata": 0,
        } | options
        tags = profile.pop("classes", None)
        path = tmp_path / name
        with rasterio.open(path, "w", **profile) as dataset:
            dataset.write(array.astype(profile["dtype"]), 1)
            if tags:
                dataset.update_tags(1, RELEVE_CLASSES=tags)
        return path

    return make


def at(row: float, column: float) -> Point:
    """The place in a row and column, counted from the corner: (0.5, 0.5) is the middle of the first pixel."""
    return Point(ORIGIN[0] + PIXEL_M * column, ORIGIN[1] - PIXEL_M * row)


@pytest.fixture
def make_layer(tmp_path: Path) -> Callable[..., Path]:
    """Writes geometries and fields as a GeoPackage."""

    def make(geometries: Any, name: str = "reference.gpkg", crs: Any = CRS, **fields: Any) -> Path:
        path = tmp_path / name
        geopandas.GeoDataFrame(fields, geometry=list(geometries), crs=crs).to_file(path, engine="pyogrio")
        return path

    return make


class Ran:
    """What a run of the job said and left."""

    def __init__(self, events: list[dict[str, Any]], values: dict[str, Any], folder: Path) -> None:
        self.warnings = [event["message"] for event in events if event.get("level") == "warning"]
        self.values = values
        self.folder = folder

    def text(self, name: str) -> str:
        """Content of an output."""
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def run_job(tmp_path: Path) -> Callable[..., Ran]:
    """Runs ``assessment.map`` as the worker would."""
    from releve.processing.assessment.map_job import JOB
    from releve.processing.jobs import Context, read_request

    def run(**inputs: Any) -> Ran:
        folder = tmp_path / "out"
        folder.mkdir(exist_ok=True)
        names = {"report": "report.html", "matrix": "matrix.csv", "estimates": "estimates.csv"}
        outputs = {name: {"path": str(folder / file)} for name, file in names.items()}
        given = {name: str(value) if isinstance(value, Path) else value for name, value in inputs.items()}
        request = read_request(JOB, {"inputs": given, "outputs": outputs})
        events: list[dict[str, Any]] = []
        context = Context(request, events.append)
        try:
            JOB.run(request.inputs, context)
            result = context.publish()
        finally:
            context.close()
        return Ran(events, result["values"], folder)

    return run
