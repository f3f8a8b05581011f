"""Area of pixels."""

from __future__ import annotations

import math

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from releve.processing.assessment.areas import PixelAreas
from releve.processing.errors import GridError
from releve.processing.raster.grids import Grid, Shape2d, Window

EARTH_M2 = 5.10065621724e14


def grid(crs: str | None, transform: Affine, rows: int = 3, columns: int = 4) -> Grid:
    return Grid(None if crs is None else CRS.from_user_input(crs), transform, Shape2d(rows, columns))


def areas(of: Grid) -> np.ndarray:
    return PixelAreas.of(of).within(Window(0, 0, of.shape.rows, of.shape.columns))


def test_an_equal_area_map_has_width_times_height_in_square_metres():
    found = areas(grid("EPSG:3035", Affine(20, 0, 4e6, 0, -10, 3e6)))
    assert found.shape == (3, 4)
    assert found == pytest.approx(200.0, rel=1e-6)


def test_feet_are_turned_into_metres():
    albers = "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96 +datum=NAD83 +units=us-ft"
    assert areas(grid(albers, Affine(100, 0, 0, 0, -100, 0))) == pytest.approx((100 * 1200 / 3937) ** 2)


@pytest.mark.parametrize("latitude_deg", [0, 60, -75])
def test_web_mercator_enlarges_by_the_square_of_the_secant(latitude_deg):
    phi = math.radians(latitude_deg)
    north = 6378137 * math.log(math.tan(math.pi / 4 + phi / 2))
    found = areas(grid("EPSG:3857", Affine(10, 0, 0, 0, -10, north)))
    e2 = (
        0.00669437999014  # (1 - e²) / (1 - e² sin²)² turns the square of the sphere into one of the ellipsoid
    )
    expected = 100 * math.cos(phi) ** 2 * (1 - e2) / (1 - e2 * math.sin(phi) ** 2) ** 2
    assert found[0, 0] == pytest.approx(expected, rel=1e-5)


def test_all_pixels_of_the_world_are_the_area_of_the_ellipsoid():
    found = areas(grid("EPSG:4326", Affine(0.5, 0, -180, 0, -0.5, 90), rows=360, columns=720))
    assert found.sum() == pytest.approx(EARTH_M2, rel=2e-5)
    assert found[:180] == pytest.approx(found[:179:-1])


def test_the_rim_of_a_map_of_the_whole_earth_keeps_its_area():
    found = areas(grid("ESRI:54008", Affine(5e4, 0, -2e7, 0, -5e4, 1e7), rows=400, columns=800))  # sinusoidal
    assert found == pytest.approx(2.5e9, rel=1e-3)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32631"])
def test_a_window_has_the_areas_of_its_part_of_the_map(crs):
    step = 0.01 if crs == "EPSG:4326" else 1000
    of = PixelAreas.of(grid(crs, Affine(step, 0, 4e5 * step / 1000, 0, -step, 6e6 * step / 1e5), 700, 500))
    whole, part = of.within(Window(0, 0, 700, 500)), of.within(Window(333, 410, 60, 90))
    assert np.array_equal(part, whole[333:393, 410:500])
    row, column = np.mgrid[333:393, 410:500] + 0.5
    assert part.ravel() == pytest.approx(of.cells.areas(row.ravel(), column.ravel()), rel=1e-12)


def test_a_map_without_a_place_has_no_areas():
    with pytest.raises(GridError, match="has no coordinate reference system"):
        areas(grid(None, Affine(1, 0, 0, 0, -1, 0)))
    with pytest.raises(GridError, match="neither projected nor geographic"):
        areas(grid('LOCAL_CS["plan",UNIT["metre",1]]', Affine(1, 0, 0, 0, -1, 0)))
