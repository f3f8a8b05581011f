"""Polygons as bytes, and the GeoPackage that they go to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest
import shapely
from affine import Affine
from rasterio.crs import CRS

from releve.processing.errors import Cancelled, OutputError
from releve.processing.raster import polygon_layer
from releve.processing.raster.patches import Tracer
from releve.processing.raster.polygon_layer import Features, polygon_bytes, write_layer

SCHEMA = pa.schema([("class", pa.int32())])
NORTH_UP = Affine(10, 0, 1000, 0, -10, 5000)


def finished(values):
    return Tracer(np.shape(values)[1], outside=0).push(np.pad(values, ((0, 1), (0, 0))))


def features(values):
    patches = finished(values)
    return Features(patches, {"class": patches.values})


def polygons_of(values, transform):
    starts, content = polygon_bytes(finished(values), transform)
    return [shapely.from_wkb(content[a:b].tobytes()) for a, b in pairwise(starts)]


RING = [[1, 1, 1], [1, 2, 1], [1, 1, 1]]


def test_a_ring_and_what_is_in_it_on_the_map():
    ring, inner = polygons_of(RING, NORTH_UP)
    assert ring.wkt == (
        "POLYGON ((1000 5000, 1000 4970, 1030 4970, 1030 5000, 1000 5000), "
        "(1010 4990, 1020 4990, 1020 4980, 1010 4980, 1010 4990))"
    )
    assert inner.wkt == "POLYGON ((1010 4990, 1010 4980, 1020 4980, 1020 4990, 1010 4990))"


@pytest.mark.parametrize(
    "transform", [NORTH_UP, Affine(10, 0, 0, 0, 10, 0), Affine(3, 4, 0, 4, -3, 0), Affine(3, -4, 0, 4, 3, 0)]
)
def test_outer_rings_go_anticlockwise_whatever_the_grid(transform):
    ring, inner = polygons_of(RING, transform)
    assert ring.exterior.is_ccw
    assert inner.exterior.is_ccw
    assert not ring.interiors[0].is_ccw
    assert ring.area == pytest.approx(8 * abs(transform.determinant))


def test_no_polygon_is_no_bytes():
    assert polygons_of([[0]], NORTH_UP) == []


def write(path, batches, **options):
    options = {"layer": "polygons", "schema": SCHEMA, "transform": NORTH_UP, "crs": None} | options
    write_layer(iter(batches), path, **options)


def test_the_same_polygons_give_the_same_bytes(tmp_path):
    for name in ("one.gpkg", "two.gpkg"):
        write(tmp_path / name, [features(RING)] * 3, crs=CRS.from_epsg(32631), metadata='{"a": 1}')
    assert (tmp_path / "one.gpkg").read_bytes() == (tmp_path / "two.gpkg").read_bytes()
    assert (tmp_path / "one.gpkg").read_bytes()[24:28] == bytes([0, 0, 0, 1])  # not how often GDAL committed
    with closing(sqlite3.connect(tmp_path / "one.gpkg")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_it_has_an_index_a_crs_and_metadata(tmp_path):
    path = tmp_path / "out.gpkg"
    write(path, [features(RING)], crs=CRS.from_epsg(32631), metadata='{"a": "é"}')
    with closing(sqlite3.connect(path)) as database:

        def one(query):
            return database.execute(query).fetchall()

        assert one("SELECT count(*) FROM rtree_polygons_geom") == [(2,)]
        assert one("SELECT table_name, srs_id FROM gpkg_contents") == [("polygons", 32631)]
        assert one("SELECT mime_type, metadata FROM gpkg_metadata") == [("application/json", '{"a": "é"}')]
        assert one("SELECT reference_scope, table_name FROM gpkg_metadata_reference") == [
            ("table", "polygons")
        ]
        assert one("PRAGMA user_version") == [(10200,)]
        assert one("PRAGMA integrity_check") == [("ok",)]


def test_batches_are_cut_by_size(tmp_path, monkeypatch):
    monkeypatch.setattr(polygon_layer, "BATCH_BYTES", 100)
    write(tmp_path / "out.gpkg", [features([[1, 2, 3, 4]])])
    with closing(sqlite3.connect(tmp_path / "out.gpkg")) as database:
        assert database.execute("SELECT class FROM polygons").fetchall() == [(1,), (2,), (3,), (4,)]


def test_what_the_source_raises_comes_through_and_leaves_no_file(tmp_path):
    def stopped():
        yield features(RING)
        raise Cancelled("cancelled")

    with pytest.raises(Cancelled):
        write(tmp_path / "out.gpkg", stopped())
    assert list(tmp_path.iterdir()) == []


def test_a_polygon_that_no_geopackage_takes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(polygon_layer, "LARGEST_POLYGON", 50)
    with pytest.raises(OutputError, match="minimum area"):
        write(tmp_path / "out.gpkg", [features(RING)])


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "absent" / "out.gpkg", [features(RING)])
