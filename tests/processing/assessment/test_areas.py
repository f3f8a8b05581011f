"""Area of pixels."""

from __future__ import annotations

import math

import numpy as np
import pyproj
import pytest
from affine import Affine
from rasterio.crs import CRS

from releve.processing.assessment.areas import area_ratio, row_areas
from releve.processing.errors import GridError
from releve.processing.raster.grids import Grid, Shape2d


def grid(crs: str | None, transform: Affine, rows: int = 3, columns: int = 4) -> Grid:
    return Grid(None if crs is None else CRS.from_user_input(crs), transform, Shape2d(rows, columns))


def test_pixels_of_a_projected_map_are_width_times_height_in_square_metres():
    assert row_areas(grid("EPSG:2154", Affine(20, 0, 7e5, 0, -10, 6.6e6))).tolist() == [200.0] * 3


def test_feet_are_turned_into_metres():
    areas = row_areas(grid("EPSG:2263", Affine(100, 0, 9.8e5, 0, -100, 2e5)))  # New York, US survey feet
    assert areas[0] == pytest.approx((100 * 1200 / 3937) ** 2)


@pytest.mark.parametrize("latitude", [-35.0, 0.05, 60.0, 89.9])
def test_pixels_of_a_geographic_map_have_their_area_on_the_ellipsoid(latitude):
    side = 0.1
    (area,) = row_areas(grid("EPSG:4326", Affine(side, 0, 2, 0, -side, latitude), rows=1))
    south = latitude - side
    # Many points along the parallels, which are no geodesics
    east = np.linspace(2, 2 + side, 500)
    lons = np.concatenate([east, east[::-1]])
    lats = np.concatenate([np.full(500, south), np.full(500, latitude)])
    expected, _ = pyproj.Geod(ellps="WGS84").polygon_area_perimeter(lons, lats)
    assert area == pytest.approx(abs(expected), rel=1e-5)


def test_all_pixels_of_the_world_are_the_area_of_the_ellipsoid():
    areas = row_areas(grid("EPSG:4326", Affine(1, 0, -180, 0, -1, 90), rows=180, columns=360))
    assert areas.sum() * 360 == pytest.approx(5.10065621724e14, rel=1e-9)
    assert areas[:90] == pytest.approx(areas[:89:-1])


def test_a_part_of_the_rows_is_the_same_part_of_all():
    world = grid("EPSG:4326", Affine(1, 0, -180, 0, -1, 90), rows=180, columns=360)
    assert row_areas(world, row=30, rows=5).tolist() == row_areas(world)[30:35].tolist()


def test_web_mercator_shows_areas_four_times_too_large_at_60_degrees():
    north = 6378137 * math.log(math.tan(math.pi / 4 + math.radians(60) / 2))
    assert area_ratio(grid("EPSG:3857", Affine(10, 0, 0, 0, -10, north))) == pytest.approx(0.25, abs=0.003)
    assert area_ratio(grid("EPSG:32631", Affine(10, 0, 5e5, 0, -10, 48e5))) == pytest.approx(1, abs=0.001)
    assert area_ratio(grid("EPSG:4326", Affine(1, 0, 0, 0, -1, 60))) == 1.0


def test_a_map_without_a_place_has_no_areas():
    with pytest.raises(GridError, match="has no coordinate reference system"):
        row_areas(grid(None, Affine(1, 0, 0, 0, -1, 0)))
    with pytest.raises(GridError, match="neither projected nor geographic"):
        row_areas(grid('LOCAL_CS["plan",UNIT["metre",1]]', Affine(1, 0, 0, 0, -1, 0)))
