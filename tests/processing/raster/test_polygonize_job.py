"""The job ``raster.polygonize``."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import numpy as np
import pytest
import rasterio
from affine import Affine

from releve.processing.jobs import Context, read_request
from releve.processing.raster.classes import RasterClass, classes_tag
from releve.processing.raster.polygonize_job import JOB


@pytest.fixture
def run(tmp_path):
    def run(values, crs="EPSG:32631", **inputs):
        path, out = tmp_path / "map.tif", tmp_path / "polygons.gpkg"
        profile = {"driver": "GTiff", "height": len(values), "width": len(values[0]), "count": 1, "nodata": 0}
        grid = Affine(10, 0, 500_000, 0, -10, 5_000_000)
        with rasterio.open(path, "w", dtype="uint8", crs=crs, transform=grid, **profile) as target:
            target.write(np.uint8(values), 1)
            target.update_tags(1, RELEVE_CLASSES=classes_tag([RasterClass(1, "Sea", "#0072b2")]))
        message = {"inputs": {"input": str(path)} | inputs, "outputs": {"polygons": {"path": str(out)}}}
        request = read_request(JOB, message)
        events = []
        context = Context(request, events.append)
        try:
            JOB.run(request.inputs, context)
            result = context.publish()
        finally:
            context.close()
        with closing(sqlite3.connect(out)) as database:
            rows = database.execute("SELECT class, name, pixels FROM polygons").fetchall()
            metadata = database.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0]
        warnings = [event["message"] for event in events if event.get("level") == "warning"]
        return result, rows, json.loads(metadata), warnings

    return run


def test_it_writes_polygons_with_their_style_and_origin(run):
    result, rows, metadata, warnings = run([[1, 1, 2]])
    assert rows == [(1, "Sea", 2), (2, "2", 1)]
    assert result["values"]["polygon_count"] == 2
    assert result["values"]["pixels"] == {"1": 2, "2": 1}
    style = result["outputs"]["polygons"]["style"]
    assert style["field"] == "class"
    assert style["classes"][0] == {"value": 1, "name": "Sea", "color": "#0072b2"}
    assert style["classes"][1]["name"] == "2"
    assert metadata["job"] == "raster.polygonize"
    assert metadata["inputs"]["input"] == "map.tif"
    assert warnings == []


def test_names_and_classes_may_be_given(run):
    _, rows, _, _ = run([[1, 2, 3]], names="1=Water, 2=Beach", classes="1, 2")
    assert rows == [(1, "Water", 1), (2, "Beach", 1)]


def test_without_crs_it_says_that_there_are_no_areas(run):
    _, _, _, warnings = run([[1]], crs=None)
    assert len(warnings) == 1
    assert "no coordinate reference system" in warnings[0]


def test_straightened_polygons_say_how_much_area_changed(run):
    values = [[1 if row + column < 29 else 2 for column in range(40)] for row in range(40)]
    result, _, metadata, _ = run(values, shape="straightened", tolerance_pixels=1)
    assert metadata["inputs"]["shape"] == "straightened"
    assert result["values"]["area_change_share"] == {
        "1": pytest.approx(29 * 29 / (29 * 30) - 1, abs=1e-5),
        "2": pytest.approx(29 / 2 / (1600 - 29 * 15), abs=1e-5),
    }


def test_an_empty_result_is_said(run):
    _, rows, _, warnings = run([[1]], classes="7")
    assert rows == []
    assert "No polygon" in warnings[0]
