"""Windows and grids."""

from __future__ import annotations

import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from rasterio.crs import CRS

from releve.processing.errors import GridError
from releve.processing.raster.grids import Grid, Shape2d, Window

UTM = CRS.from_epsg(32631)
TRANSFORM = Affine(10, 0, 500_000, 0, -10, 5_000_000)


def test_an_image_without_pixels_is_refused():
    with pytest.raises(GridError, match="0 × 5"):
        Grid(UTM, TRANSFORM, Shape2d(5, 0))


@pytest.mark.parametrize(
    "transform", [Affine(10, 1, 0, 1, -10, 0), Affine(10, 0, 0, 0, 10, 0), Affine(-10, 0, 0, 0, -10, 0)]
)
def test_only_north_up_grids_exist(transform):
    with pytest.raises(GridError, match="gdalwarp"):
        Grid(UTM, transform, Shape2d(5, 5))


def test_a_crop_keeps_pixels_where_they_are():
    grid = Grid(UTM, TRANSFORM, Shape2d(100, 200))
    assert grid.crop(Window(10, 20, 30, 40)).bounds == (500_200, 4_999_600, 500_600, 4_999_900)


windows = st.builds(
    Window, st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 60), st.integers(1, 60)
)


@given(windows)
def test_the_window_of_the_bounds_of_a_window_is_itself(window):
    grid = Grid(UTM, Affine(0.3, 0, 0.1, 0, -0.3, 0.7), Shape2d(10, 10))
    assert grid.window_of(grid.bounds_of(window)) == window


@given(windows, windows)
def test_an_intersection_lies_in_both(one, other):
    both = one.intersection(other)
    assert both == other.intersection(one)
    if not both.is_empty:
        assert both.intersection(one) == both
        assert both.bottom <= min(one.bottom, other.bottom)
