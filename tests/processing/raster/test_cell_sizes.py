"""Sizes of pixels on the ground."""

from __future__ import annotations

import math

import numpy as np
import pytest
from affine import Affine
from pyproj import Geod
from rasterio.crs import CRS
from rasterio.warp import transform as warp

from releve.processing.raster.cell_sizes import CellSizes
from releve.processing.raster.grids import Shape2d

WGS84 = Geod(ellps="WGS84")


def geodesic_area(crs, grid, row, column):
    """Area of the pixel around a place; large enough for the geodesic's own error not to be felt."""
    around = [
        (column - 50, row - 50),
        (column + 50, row - 50),
        (column + 50, row + 50),
        (column - 50, row + 50),
    ]
    longitude, latitude = warp(crs, "EPSG:4326", *zip(*[grid @ corner for corner in around], strict=True))
    return abs(WGS84.polygon_area_perimeter(longitude, latitude)[0]) / 100**2


@pytest.mark.parametrize(
    ("crs", "grid"),
    [
        ("EPSG:32631", Affine(10, 0, 600_000, 0, -10, 5_500_000)),
        ("EPSG:3857", Affine(10, 0, 1_000_000, 0, -10, 8_000_000)),
        ("EPSG:2154", Affine(7, 7, 600_000, 7, -7, 6_600_000)),  # rotated
        ("EPSG:32631", Affine(10, 0, 600_000, 0, 10, 5_500_000)),  # south-up
        ("EPSG:2263", Affine(30, 0, 980_000, 0, -30, 200_000)),  # feet
    ],
)
def test_areas_are_those_on_the_ellipsoid(crs, grid):
    sizes = CellSizes.of(CRS.from_string(crs), grid, Shape2d(4000, 3000))
    for row, column in ((60.5, 60.5), (1234.5, 2345.5), (3900.5, 77.5)):
        area = sizes.areas(np.array([row]), np.array([column]))[0]
        assert area == pytest.approx(geodesic_area(crs, grid, row, column), rel=2e-6)


def test_one_degree_cells_add_up_to_the_earth():
    sizes = CellSizes.of(CRS.from_epsg(4326), Affine(0.25, 0, -180, 0, -0.25, 90), Shape2d(720, 1440))
    rows = np.arange(720) + 0.5
    earth = 1440 * sizes.areas(rows, np.zeros(720)).sum()
    assert earth == pytest.approx(510_065_621_724_088, rel=1e-5)  # of WGS 84, in closed form


def test_sides_of_a_degree_at_60_north():
    sizes = CellSizes.of(CRS.from_epsg(4326), Affine(1, 0, 0, 0, -1, 60.5), Shape2d(1, 1))
    middle = np.array([0.5])
    assert sizes.widths(middle, middle)[0] == pytest.approx(55_800, rel=1e-3)
    assert sizes.heights(middle, middle)[0] == pytest.approx(111_412, rel=1e-3)


def test_a_local_crs_keeps_its_own_metres():
    crs = CRS.from_wkt('LOCAL_CS["site",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]')
    sizes = CellSizes.of(crs, Affine(2, 0, 0, 0, -3, 0), Shape2d(5, 5))
    assert sizes.areas(np.array([1.0]), np.array([1.0])).tolist() == [6]


def test_pixels_beyond_the_earth_have_no_size():
    crs = CRS.from_string("+proj=ortho +lat_0=0 +lon_0=0 +ellps=WGS84")
    sizes = CellSizes.of(crs, Affine(1e5, 0, -1e7, 0, -1e5, 1e7), Shape2d(200, 200))
    corner, middle = sizes.areas(np.array([1.0, 100.0]), np.array([1.0, 100.0]))
    assert math.isnan(corner)
    assert middle == pytest.approx(1e10, rel=1e-3)


def test_angles_may_be_grads():
    # Lambert zone I rests on NTF (Paris), which counts 400 to the circle.
    grid = Affine(1, 0, 600_000, 0, -1, 1_128_000)
    sizes = CellSizes.of(CRS.from_epsg(27571), grid, Shape2d(10, 10))
    assert sizes.areas(np.array([5.0]), np.array([5.0])) == pytest.approx(1, rel=1e-3)
