"""Ground resolution and the grid of inference."""

from __future__ import annotations

import pytest
from affine import Affine
from rasterio.crs import CRS

from releve.processing.errors import GridError
from releve.processing.raster.grids import Grid, Shape2d
from releve.processing.raster.ground import ground_resolution, inference_grid

SHAPE = Shape2d(100, 100)


def degrees(latitude, step=1e-4, longitude=4.0):
    return Grid(CRS.from_epsg(4326), Affine(step, 0, longitude, 0, -step, latitude + 50 * step), SHAPE)


def mercator(northing, size=50.0):
    return Grid(CRS.from_epsg(3857), Affine(size, 0, 400_000, 0, -size, northing), SHAPE)


def test_a_ten_thousandth_of_a_degree_at_sixty_north():
    ground = ground_resolution(degrees(60.0))
    assert (ground.width_m, ground.height_m) == (
        pytest.approx(5.58, abs=0.005),
        pytest.approx(11.14, abs=0.005),
    )


@pytest.mark.parametrize(("northing", "metres"), [(5_621_521, 35.4), (6_800_125, 30.8), (8_399_738, 25.1)])
def test_fifty_metres_of_web_mercator_are_less_on_the_ground(northing, metres):
    """At 45, 52 and 60 degrees north."""
    assert ground_resolution(mercator(northing)).width_m == pytest.approx(metres, abs=0.15)


def test_an_image_without_crs_asks_for_its_pixel_size():
    grid = Grid(None, Affine.scale(1, -1), SHAPE)
    with pytest.raises(GridError, match="pixel_size"):
        ground_resolution(grid)
    with pytest.raises(GridError, match="pixel_size"):
        inference_grid(grid, gsd_m=10)
    assert inference_grid(grid, gsd_m=10, pixel_size_m=10.2) == grid
    assert inference_grid(grid, gsd_m=10, pixel_size_m=5).shape == Shape2d(50, 50)


def test_an_image_near_the_resolution_keeps_its_grid():
    grid = Grid(CRS.from_epsg(32631), Affine(10.4, 0, 500_003, 0, -10.4, 5_000_007), SHAPE)
    assert inference_grid(grid, gsd_m=10) == grid
    assert inference_grid(grid, gsd_m=None) == grid


def test_a_projected_image_is_resampled_in_its_own_crs_on_multiples_of_the_resolution():
    grid = Grid(CRS.from_epsg(32631), Affine(3, 0, 500_003, 0, -3, 5_000_007), SHAPE)
    seen = inference_grid(grid, gsd_m=10)
    assert seen.crs == grid.crs
    assert (seen.transform.c, seen.transform.f) == (500_000, 5_000_010)
    west, south, east, north = seen.bounds
    assert (west, south) <= (500_003, 4_999_707)
    assert south <= 4_999_707
    assert (east, north) >= (500_303, 5_000_007)
    assert north >= 5_000_007


def test_two_images_of_one_place_fall_on_the_same_pixels():
    one, other = (inference_grid(degrees(48.0, longitude=lon), gsd_m=10) for lon in (4.0, 4.00123))
    assert one.crs == other.crs == CRS.from_epsg(32631)
    assert (one.transform.c - other.transform.c) % 10 == 0
    assert (one.transform.f - other.transform.f) % 10 == 0


def test_web_mercator_far_from_the_equator_is_left_for_utm():
    assert inference_grid(mercator(6_800_125), gsd_m=30.8).crs.to_epsg() == 32631


def test_the_south_has_utm_zones_of_its_own():
    assert inference_grid(degrees(-8.0, longitude=-35.0), gsd_m=10).crs.to_epsg() == 32725


def test_wide_and_polar_images_get_an_equal_area_projection():
    wide = Grid(CRS.from_epsg(4326), Affine(0.5, 0, -20, 0, -0.5, 60), SHAPE)
    for grid in (wide, degrees(88.0)):
        seen = inference_grid(grid, gsd_m=1000 if grid is wide else 10)
        assert "Lambert_Azimuthal_Equal_Area" in seen.crs.to_wkt()


def test_feet_are_no_metres():
    grid = Grid(CRS.from_epsg(2263), Affine(10, 0, 980_000, 0, -10, 200_000), SHAPE)  # US survey feet
    assert ground_resolution(grid).width_m == pytest.approx(3.048, rel=1e-3)
    assert inference_grid(grid, gsd_m=3.048) == grid
    assert inference_grid(grid, gsd_m=10).crs.to_epsg() == 32618


def test_an_image_across_the_antimeridian_has_a_ground():
    grid = Grid(CRS.from_epsg(4326), Affine(1e-3, 0, 179.95, 0, -1e-3, -17), SHAPE)
    assert ground_resolution(grid).width_m == pytest.approx(106.4, abs=0.5)
    assert inference_grid(grid, gsd_m=100).shape.columns == pytest.approx(107, abs=3)
