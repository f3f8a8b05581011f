"""Straightened, smoothed and rectangular polygons: above all, that they fit together."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from rasterio.crs import CRS
from rasterio.features import rasterize
from scipy.ndimage import gaussian_filter, label
from shapely import affinity

from releve.processing.raster.cell_sizes import CellSizes
from releve.processing.raster.grids import Shape2d
from releve.processing.raster.lattice import Lattice
from releve.processing.raster.patches import Tracer
from releve.processing.raster.shapes import Shaper, tolerance_of
from releve.processing.raster.straightening import Tolerance

OUTSIDE = -1
SHAPES = ["straightened", "smoothed", "rectangular"]
small_maps = arrays.arrays(
    np.int16, arrays.array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.integers(OUTSIDE, 2)
)
patient = settings(deadline=None, max_examples=60)


def shaped(values, shape, tolerance, strip=1000):
    """(class, polygon, change of area, shape) of each patch, in pixels."""
    with Lattice(Shape2d(*values.shape), outside=OUTSIDE) as lattice:
        return _shaped(values, shape, tolerance, strip, lattice)


def _shaped(values, shape, tolerance, strip, lattice):
    tracer = Tracer(values.shape[1], outside=OUTSIDE)
    tolerance = tolerance if isinstance(tolerance, Tolerance) else Tolerance(tolerance)

    def batches():
        for row in range(0, len(values), strip):
            lattice.push(values[row : row + strip])
            yield tracer.push(values[row : row + strip])
        lattice.finish()
        yield tracer.finish()

    found = []
    for batch in Shaper(shape, tolerance, lattice, None).shaped(batches()):
        patches = batch.patches
        points = np.stack([patches.columns, -patches.rows], axis=1)
        for place, value in enumerate(patches.values.tolist()):
            numbers = range(patches.rings[place], patches.rings[place + 1])
            rings = [points[patches.corners[ring] : patches.corners[ring + 1]] for ring in numbers]
            polygon = shapely.Polygon(rings[0], rings[1:])
            found.append((value, polygon, batch.change_px[place], batch.shapes[place]))
    return found


def check_that_they_fit(values, found):
    """Each polygon is valid, and those next to each other have the same points along the same lines."""
    polygons = np.array([polygon for _, polygon, *_ in found], object)
    assert shapely.is_valid(polygons).all()
    assert (shapely.area(polygons) > 0).all()
    assert shapely.coverage_is_valid(polygons)
    total = shapely.area(polygons).sum()
    assert shapely.union_all(polygons).area == pytest.approx(total, abs=1e-9)
    if not (values == OUTSIDE).any():
        assert total == pytest.approx(values.size, abs=1e-9)


def of_class(value, found):
    return next(polygon for one, polygon, *_ in found if one == value)


def landscape(side=120, classes=4, smoothing=4):
    field = gaussian_filter(np.random.default_rng(1).standard_normal((side, side)), smoothing)
    return np.digitize(field, np.quantile(field, np.linspace(0, 1, classes + 1)[1:-1])).astype(np.int16)


def houses(ragged):
    """A map of turned rectangles and Ls as pixels, and their outlines."""
    random = np.random.default_rng(3)
    outlines = []
    for row in range(30, 300, 60):
        for column in range(30, 300, 60):
            width, height = random.uniform(14, 34, 2)
            house = shapely.box(-width / 2, -height / 2, width / 2, height / 2)
            if random.random() < 0.4:
                house = house.difference(shapely.box(0, 0, width, height))
            turned = affinity.rotate(house, random.uniform(0, 90), origin=(0, 0))
            outlines.append(affinity.translate(turned, column, row))
    values = rasterize([(outline, 1) for outline in outlines], (300, 300)).astype(np.int16)
    edge = np.abs(gaussian_filter(values.astype(float), 0.5) - values) > 0.1
    flipped = edge & (random.random(values.shape) < ragged)
    values[flipped] = 1 - values[flipped]
    for value in (0, 1):  # chips are others' to remove
        patches, _ = label(values == value)
        values[(values == value) & (np.bincount(patches.ravel())[patches] < 20)] = 1 - value
    return values, [affinity.scale(outline, 1, -1, origin=(0, 0)) for outline in outlines]


@pytest.mark.parametrize("shape", SHAPES)
@given(values=small_maps, tolerance=st.sampled_from([0.3, 0.8, 1.5, 4.0, 30.0]))
@patient
def test_polygons_fit_together_and_none_is_lost(shape, values, tolerance):
    found = shaped(values, shape, tolerance)
    if found:
        check_that_they_fit(values, found)
    pixels = shaped(values, "straightened", 0)
    assert [value for value, *_ in found] == [value for value, *_ in pixels]
    for (_, polygon, change, _), (_, before, *_) in zip(found, pixels, strict=True):
        assert polygon.area - before.area == pytest.approx(change, abs=1e-9)


@pytest.mark.parametrize("shape", SHAPES)
@given(values=small_maps, strip=st.integers(1, 5), tolerance=st.sampled_from([0.8, 3.0]))
@patient
def test_the_height_of_strips_changes_nothing(shape, values, strip, tolerance):
    whole = sorted(polygon.wkt for _, polygon, *_ in shaped(values, shape, tolerance))
    assert sorted(polygon.wkt for _, polygon, *_ in shaped(values, shape, tolerance, strip)) == whole


@pytest.mark.parametrize("shape", SHAPES)
def test_neighbours_stay_neighbours_and_nothing_moves_further_than_said(shape):
    values = landscape()
    found, pixels = shaped(values, shape, 1.5), shaped(values, "straightened", 0)
    check_that_they_fit(values, found)

    def neighbours(polygons):
        tree = shapely.STRtree(polygons)
        one, other = tree.query(polygons, predicate="intersects")
        shared = shapely.length(shapely.intersection(np.array(polygons)[one], np.array(polygons)[other]))
        return {(a, b) for a, b, length in zip(one, other, shared, strict=True) if a < b and length > 1e-9}

    before, after = ([polygon for _, polygon, *_ in some] for some in (pixels, found))
    assert neighbours(after) == neighbours(before)
    farthest = {"straightened": 1.5, "smoothed": 1.5 + 3 / 8**0.5, "rectangular": 3.0}[shape]
    for old, new in zip(before, after, strict=True):
        assert shapely.hausdorff_distance(old.boundary, new.boundary, densify=0.2) <= farthest + 1e-9
    assert sum(map(shapely.get_num_coordinates, after)) < sum(map(shapely.get_num_coordinates, before))


def test_a_staircase_between_two_classes_becomes_one_line():
    values = (np.add.outer(np.arange(40), np.arange(40)) > 29).astype(np.int16)
    upper, _ = (polygon for _, polygon, *_ in shaped(values, "straightened", 1))
    assert upper.wkt == "POLYGON ((0 0, 0 -30, 30 0, 0 0))"


def test_the_corners_of_the_raster_stay():
    values = landscape()
    corners = {(0.0, 0.0), (0.0, -120.0), (120.0, 0.0), (120.0, -120.0)}
    for shape in SHAPES:
        points = {point for _, polygon, *_ in shaped(values, shape, 20) for point in polygon.exterior.coords}
        assert corners <= points


def test_a_pixel_alone_stays_a_square_whatever_the_tolerance():
    values = np.full((5, 5), 0, np.int16)
    values[2, 2] = 1
    for shape in ("straightened", "rectangular"):
        assert of_class(1, shaped(values, shape, 50)).equals(shapely.box(2, -3, 3, -2))


def test_a_lens_between_two_junctions_is_not_lost():
    # Both its sides lie within the tolerance of the line between its ends.
    values = np.int16([[0, 0, 0, 0, 0, 0], [0, 0, 2, 2, 0, 0], [1, 1, 2, 2, 1, 1], [1, 1, 1, 1, 1, 1]])
    found = shaped(values, "straightened", 5)
    check_that_they_fit(values, found)
    assert len(found) == 3


def test_a_smoothed_corner_is_a_parabola():
    values = np.full((20, 20), 0, np.int16)
    values[5:15, 5:15] = 1
    square = of_class(1, shaped(values, "smoothed", 1))
    # Cuts of 3 pixels: between a parabola and its tangents lies a third of the triangle.
    # Four chords instead of it take a sixteenth of the rest.
    triangle = 3 * 3 / 2
    assert square.area == pytest.approx(100 - 4 * (triangle / 3 + triangle * 2 / 3 / 16), abs=1e-9)


@pytest.mark.parametrize(("ragged", "tolerance", "least"), [(0.0, 1.5, 0.9), (0.2, 2.0, 0.6)])
def test_houses_get_right_angles_along_their_own_direction(ragged, tolerance, least):
    values, outlines = houses(ragged)
    found = shaped(values, "rectangular", tolerance)
    check_that_they_fit(values, found)
    polygons = [polygon for value, polygon, _, shape in found if value == 1 and shape == "rectangular"]
    assert len(polygons) >= least * len(outlines)
    for polygon in polygons:
        points = np.array(polygon.exterior.coords)
        way = np.diff(points, axis=0)
        cosine = (way * np.roll(way, -1, axis=0)).sum(axis=1) / (
            np.hypot(*way.T) * np.roll(np.hypot(*way.T), -1)
        )
        assert np.abs(cosine).max() < 1e-9
        house = max(outlines, key=lambda one: one.intersection(polygon).area)
        assert polygon.intersection(house).area / polygon.union(house).area > 0.85


def test_houses_that_stand_close_are_straightened_only():
    values = np.full((40, 40), 0, np.int16)
    values[5:15, 5:15] = values[5:15, 16:30] = values[25:35, 5:15] = 1
    shapes = {polygon.bounds[:2]: shape for _, polygon, _, shape in shaped(values, "rectangular", 1.5)}
    assert shapes[(5, -15)] == shapes[(16, -15)] == "straightened"
    assert shapes[(5, -35)] == "rectangular"


def test_a_tolerance_in_metres_counts_on_the_ground():
    grid = Affine(1e-4, 0, 10, 0, -1e-4, 60.05)  # pixels of 5.58 m by 11.14 m
    cells = CellSizes.of(CRS.from_epsg(4326), grid, Shape2d(1000, 1000))
    tolerance = tolerance_of(cells, pixels=7, metres=8)
    side = np.sqrt(5.58 * 11.14)
    assert tolerance.pixels == pytest.approx(8 / side, rel=1e-3)
    assert tolerance.width == pytest.approx(5.58 / side, rel=1e-3)
    # The line across a step of two rows is 11 m away from its corners, that of two columns half as much.
    flat = np.repeat([[0, 1]], 40, axis=0).astype(np.int16).repeat(10, axis=1)
    flat[20:, 10:12] = 0
    assert len(shaped(flat, "straightened", tolerance)[0][1].exterior.coords) == 5
    assert len(shaped(flat.T.copy(), "straightened", tolerance)[0][1].exterior.coords) == 7
