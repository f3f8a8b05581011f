"""Patches of class arrays, traced strip by strip."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from rasterio.features import shapes
from scipy.ndimage import label

from releve.processing.raster.patches import Measures, Tracer

OUTSIDE = -1
small_maps = arrays.arrays(
    np.int16, arrays.array_shapes(min_dims=2, max_dims=2, max_side=9), elements=st.integers(OUTSIDE, 2)
)
patient = settings(deadline=None)


def measure(runs):
    return Measures(runs.length[None].astype(float), runs.column[None].astype(float))


def traced(values, strip=100):
    """(class, rings of (column, -row), pixels, first column) of each patch, by their first corners."""
    tracer = Tracer(values.shape[1], outside=OUTSIDE, measure=measure)
    parts = [tracer.push(values[row : row + strip]) for row in range(0, len(values), strip)]
    found = []
    for patches in [*parts, tracer.finish()]:
        points = np.stack([patches.columns, -patches.rows], axis=1).tolist()
        for place, value in enumerate(patches.values.tolist()):
            numbers = range(patches.rings[place], patches.rings[place + 1])
            rings = [points[patches.corners[ring] : patches.corners[ring + 1]] for ring in numbers]
            found.append((value, rings, patches.measures.sums[0, place], patches.measures.minima[0, place]))
    return sorted(found, key=lambda one: (-one[1][0][0][1], one[1][0][0][0]))


def polygons(values, strip=100):
    return [(value, shapely.Polygon(rings[0], rings[1:])) for value, rings, *_ in traced(values, strip)]


def rasterised(found, shape):
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    values = np.full(shape, OUTSIDE)
    for value, polygon in found:
        values[shapely.contains_xy(polygon, columns + 0.5, -(rows + 0.5))] = value
    return values


def test_one_pixel_is_a_square_walked_anticlockwise_from_its_top_left():
    assert traced(np.array([[5]])) == [(5, [[[0, 0], [0, -1], [1, -1], [1, 0]]], 1, 0)]


def test_an_l_has_six_corners_and_no_more():
    (value, rings, pixels, _), _ = traced(np.array([[1, 2], [1, 1]]))
    assert (value, pixels) == (1, 3)
    assert rings == [[[0, 0], [0, -2], [2, -2], [2, -1], [1, -1], [1, 0]]]


def test_a_ring_has_a_hole_walked_clockwise():
    values = np.full((3, 3), 1)
    values[1, 1] = OUTSIDE
    ((_, rings, pixels, _),) = traced(values)
    assert pixels == 8
    assert rings[1:] == [[[1, -1], [2, -1], [2, -2], [1, -2]]]


def test_pixels_that_touch_by_a_corner_are_two_patches():
    assert [one[0] for one in traced(np.array([[1, OUTSIDE], [OUTSIDE, 1]]))] == [1, 1]


def test_holes_that_touch_by_a_corner_are_two_holes():
    values = np.full((4, 4), 1)
    values[1, 1] = values[2, 2] = 2
    whole = next(one for one in traced(values) if one[0] == 1)
    assert len(whole[1]) == 3
    assert shapely.Polygon(whole[1][0], whole[1][1:]).is_valid


def test_a_bay_closed_by_a_corner_is_a_hole():
    values = np.array([[1, 1, 1], [1, 0, 1], [1, 1, 0]])
    (value, polygon), *_ = polygons(values)
    assert value == 1
    assert polygon.is_valid
    assert len(polygon.interiors) == 1
    assert polygon.area == 7


def test_nothing_but_outside_makes_no_patch():
    assert traced(np.full((3, 4), OUTSIDE), 1) == []


def test_more_columns_than_16_bits_hold_are_told_apart():
    values = np.arange(2 * 70_000).reshape(2, -1) % 70_000 // 35_000
    assert [polygon.bounds for _, polygon in polygons(values)] == [
        (0, -2, 35_000, 0),
        (35_000, -2, 70_000, 0),
    ]


@given(small_maps)
@patient
def test_polygons_are_valid_cover_their_pixels_and_are_the_connected_components(values):
    found = polygons(values)
    assert all(polygon.is_valid and polygon.exterior.is_ccw for _, polygon in found)
    assert not any(ring.is_ccw for _, polygon in found for ring in polygon.interiors)
    assert sum(polygon.area for _, polygon in found) == np.count_nonzero(values != OUTSIDE)
    assert len(found) == sum(label(values == value)[1] for value in range(3))
    np.testing.assert_array_equal(rasterised(found, values.shape), values)


@given(small_maps)
@patient
def test_the_height_of_strips_changes_nothing(values):
    whole = traced(values)
    for strip in range(1, len(values)):
        assert traced(values, strip) == whole


@given(small_maps)
@patient
def test_measures_are_taken_over_the_patch(values):
    for _, rings, pixels, first_column in traced(values, 2):
        polygon = shapely.Polygon(rings[0], rings[1:])
        assert pixels == polygon.area
        assert first_column == polygon.bounds[0]


def first_corner(polygon):
    return max(polygon.exterior.coords, key=lambda point: (point[1], -point[0]))


@pytest.mark.parametrize("classes", [2, 3, 6])
def test_larger_maps_agree_with_gdal(classes):
    random = np.random.default_rng(classes)
    values = random.integers(0, classes, (120, 90)).astype(np.int16)
    values[random.random(values.shape) < 0.3] = 0
    theirs = {
        first_corner(polygon): (int(value), polygon)
        for geometry, value in shapes(values, transform=Affine.scale(1, -1))
        for polygon in [shapely.geometry.shape(geometry)]
    }
    ours = {first_corner(polygon): (value, polygon) for value, polygon in polygons(values, 7)}
    assert ours.keys() == theirs.keys()
    for place, (value, polygon) in ours.items():
        assert value == theirs[place][0]
        assert polygon.equals(theirs[place][1])
