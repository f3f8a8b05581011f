"""Reading a reference."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pytest
from shapely import LineString, Point

from releve.processing.assessment.reference import read_reference, source_name
from releve.processing.errors import VectorError
from releve.processing.raster.sources import read_facts

from .conftest import CRS, at


@pytest.fixture
def grid(make_map):
    return read_facts(str(make_map([[1, 2], [1, 2]]))).grid


def test_places_are_in_columns_and_rows_of_the_map_whatever_the_crs(grid, make_layer, tmp_path):
    path = tmp_path / "lonlat.gpkg"
    make_layer([at(0.25, 1.75)], label=["a"])
    geopandas.read_file(tmp_path / "reference.gpkg").to_crs("EPSG:4326").to_file(path)
    reference = read_reference(str(path), grid, class_field="label")
    assert reference.points.tolist() == [pytest.approx([1.75, 0.25], abs=1e-6)]
    assert reference.labels == ("a",)


def test_features_without_geometry_or_label_are_left_out_and_counted(grid, make_layer):
    path = make_layer([at(1, 1), None, Point(), at(1, 1), at(0, 0)], label=["a", "a", "a", None, "b"])
    reference = read_reference(str(path), grid, class_field="label")
    assert reference.labels == ("a", "b")
    assert (reference.without_geometry, reference.without_label) == (2, 1)


def test_an_unknown_field_is_refused_with_those_there_are(grid, make_layer):
    path = make_layer([at(1, 1)], label=["a"], other=[1])
    with pytest.raises(VectorError, match="no field “klass”; it has label, other"):
        read_reference(str(path), grid, class_field="klass")


def test_lines_a_missing_crs_and_an_empty_layer_are_refused(grid, make_layer):
    line = make_layer([LineString([at(0, 0), at(1, 1)])], "line.gpkg", label=["a"])
    with pytest.raises(VectorError, match="geometries of type LineString: points or polygons are needed"):
        read_reference(str(line), grid, class_field="label")
    empty = make_layer([at(1, 1)], "empty.gpkg", label=[None])
    with pytest.raises(VectorError, match="no feature with both a geometry and a value"):
        read_reference(str(empty), grid, class_field="label")


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_a_layer_without_crs_is_refused(grid, make_layer):
    path = make_layer([at(1, 1)], "plain.gpkg", crs=None, label=["a"])
    with pytest.raises(VectorError, match="no coordinate reference system: assign the right one"):
        read_reference(str(path), grid, class_field="label")


def test_a_missing_file_a_table_and_an_unknown_layer_are_refused(grid, make_layer, tmp_path):
    with pytest.raises(VectorError, match=r"none\.gpkg cannot be read"):
        read_reference(str(tmp_path / "none.gpkg"), grid, class_field="label")
    (tmp_path / "t.csv").write_text("label,n\na,1\n")
    with pytest.raises(VectorError, match="without geometries"):
        read_reference(str(tmp_path / "t.csv"), grid, class_field="label")
    path = make_layer([at(1, 1)], label=["a"])
    with pytest.raises(VectorError, match=r"reference.gpkg \(other\) cannot be read"):
        read_reference(f"{path}|layername=other", grid, class_field="label")


def test_one_layer_of_a_file_and_geoparquet_are_read(grid, make_layer, tmp_path):
    path = make_layer([at(1, 1)], label=["a"])
    assert read_reference(f"{path}|layername=reference", grid, class_field="label").labels == ("a",)
    parquet = tmp_path / "r.parquet"
    geopandas.GeoDataFrame({"label": [3]}, geometry=[at(1, 1)], crs=CRS).to_parquet(parquet)
    assert read_reference(str(parquet), grid, class_field="label").labels == ("3",)


@pytest.mark.filterwarnings("error")
def test_of_several_layers_the_only_one_that_fits_is_read_and_otherwise_one_must_be_named(
    grid, make_layer, tmp_path
):
    path = make_layer([LineString([at(0, 0), at(1, 1)])], "many.gpkg", label=["line"])
    points = geopandas.GeoDataFrame({"label": ["a"]}, geometry=[at(1, 1)], crs=CRS)
    points.to_file(path, layer="visits", engine="pyogrio")
    assert read_reference(str(path), grid, class_field="label").labels == ("a",)
    points.to_file(path, layer="again", engine="pyogrio")
    with pytest.raises(
        VectorError, match=r"^many.gpkg has several layers that fit: visits, again\. Name one"
    ):
        read_reference(str(path), grid, class_field="label")
    assert read_reference(f"{path}|layername=again", grid, class_field="label").labels == ("a",)


def test_a_layer_is_called_by_its_file_and_its_own_name():
    assert source_name("/a/b.gpkg|layername=points|option=1") == "b.gpkg (points)"
    assert source_name(str(Path("/a/b.shp"))) == "b.shp"
