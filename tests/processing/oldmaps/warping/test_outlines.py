"""Masks on sheets and cutlines on the ground, whatever CRS they claim."""

from __future__ import annotations

import geopandas
import numpy as np
import pytest
import shapely

from releve.processing.errors import RequestError, VectorError
from releve.processing.oldmaps.fitting.georeference import georeference
from releve.processing.oldmaps.points.control_points import ImageSize
from releve.processing.oldmaps.points.reading import read_points
from releve.processing.oldmaps.warping.outlines import outline_of_corners, parse_corners, read_outline

from .conftest import NORTH, WEST, straight_points

SIZE = ImageSize(width=700, height=500)
PART = shapely.box(100, 50, 600, 450)  # in pixels, rows downwards


@pytest.fixture
def write(tmp_path):
    def write(*polygons, crs="EPSG:4326"):
        path = tmp_path / "mask.gpkg"
        geopandas.GeoDataFrame(geometry=list(polygons), crs=crs).to_file(path, layer="mask")
        return str(path)

    return write


def in_pixels(polygon):
    """As QGIS digitises on an image without a place: rows are negative."""
    return shapely.transform(polygon, lambda places: places * [1, -1])


def on_ground(polygon):
    return shapely.transform(polygon, lambda places: places * [0.5, -0.5] + [WEST, NORTH])


def read(path, points=None):
    return read_outline(path, georeference(points or straight_points(700, 500), "helmert"), SIZE)


def covers(outline, part=PART):
    return shapely.area(shapely.symmetric_difference(outline, part)) < 20  # of 160,000 px²


def test_pixels_that_claim_degrees_are_pixels(write):
    assert covers(read(write(in_pixels(PART))))


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_pixels_without_a_crs_are_pixels(write):
    assert covers(read(write(in_pixels(PART), crs=None)))


def test_rows_may_count_downwards_without_a_sign(write):
    assert covers(read(write(PART)))


def test_metres_that_claim_degrees_are_places_in_the_crs_of_the_points(write):
    assert covers(read(write(on_ground(PART))))


def test_a_cutline_on_the_ground_is_brought_to_the_sheet(write):
    ground = geopandas.GeoSeries([on_ground(PART)], crs="EPSG:2154").to_crs("EPSG:4326")
    assert covers(read(write(ground[0])), PART)
    assert covers(read(write(on_ground(PART), crs="EPSG:2154")))


def test_of_an_atlas_the_polygon_that_covers_most_is_the_sheets(write):
    neighbours = [
        on_ground(shapely.box(600, 50, 1300, 450)),
        on_ground(PART),
        on_ground(shapely.box(-900, 0, 100, 500)),
    ]
    assert covers(read(write(*neighbours, crs="EPSG:2154")))


def test_what_reaches_beyond_the_sheet_ends_with_it(write):
    assert covers(read(write(in_pixels(shapely.box(-50, -60, 800, 900)))), shapely.box(0, 0, 700, 500))


def test_two_polygons_that_cover_the_sheet_alike_are_refused(write):
    with pytest.raises(VectorError, match="Several polygons"):
        read(write(in_pixels(PART), in_pixels(shapely.box(110, 50, 610, 450))))


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:2154"])
def test_a_polygon_elsewhere_is_refused(write, crs):
    with pytest.raises(VectorError, match="lies on the sheet"):
        read(write(shapely.box(-40, 40, -30, 45), crs=crs))


def test_a_layer_that_is_missing_is_a_sentence(tmp_path):
    with pytest.raises(VectorError, match="cannot be read"):
        read(str(tmp_path / "none.gpkg"))


def test_real_masks_of_pixels_and_cutlines_of_metres(shared_data):
    folder = shared_data / "oldmaps" / "gcps" / "bhdv_atlas_municipal_1888"
    points = read_points(str(folder / "planche_5.points"))
    sheet = georeference(points, "affine")
    mask = read_outline(
        f"{folder / 'masks.gpkg'}|layername=atlas_municipal_1888_bhdv_5",
        sheet,
        ImageSize(width=12000, height=9000),
    )
    assert mask.area > 0.2 * 12000 * 9000

    (path,) = (shared_data / "oldmaps" / "gcps" / "jacoubet").glob("*_-_21._*.points")
    points = read_points(str(path))
    width, height = (points.pixels.max(axis=0) + 200).astype(int).tolist()
    sheet = georeference(points, "affine")
    cutlines = str(shared_data / "oldmaps" / "jacoubet" / "cutlines" / "cutlines.geojson")
    outline = read_outline(cutlines, sheet, ImageSize(width=width, height=height))
    assert shapely.get_num_geometries(outline) == 1
    assert outline.area > 0.5 * width * height


def test_corners_are_a_polygon():
    assert covers(outline_of_corners(parse_corners("100,50; 600,50; 600,450; 100,450")))


@pytest.mark.parametrize("text", ["1,2; 3,4", "1,2,3; 4,5,6; 7,8,9", "a,b; c,d; e,f", "1,2; 3,nan; 4,5", ";"])
def test_corners_that_are_none_are_refused(text):
    with pytest.raises(RequestError, match="three corners"):
        parse_corners(text)


def test_a_bowtie_is_mended():
    outline = outline_of_corners(np.array([[0.0, 0], [10, 10], [10, 0], [0, 10]]))
    assert outline.is_valid
    assert outline.area == pytest.approx(50)
