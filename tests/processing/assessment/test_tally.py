"""The walk over a map."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from shapely import MultiPoint, Polygon, box

from releve.processing.assessment import tally as walking
from releve.processing.assessment.reference import read_reference
from releve.processing.assessment.tally import tally, windows_of
from releve.processing.errors import BandError
from releve.processing.raster.sources import read_facts

from .conftest import at


@pytest.fixture(params=["one window", "many windows"])
def window_size(request, monkeypatch):
    if request.param == "many windows":
        monkeypatch.setattr(walking, "WINDOW_PIXELS", 64)


def walk(map_path, layer_path, **options):
    grid = read_facts(str(map_path)).grid
    reference = read_reference(str(layer_path), grid, class_field="label")
    with rasterio.open(map_path) as dataset:
        meaning = [int(label) for label in reference.labels]
        return tally(dataset, grid, reference, meaning=meaning, **options)


def on_pixels(first: tuple[float, float], last: tuple[float, float]) -> Polygon:
    return box(*at(last[0], first[1]).coords[0], *at(first[0], last[1]).coords[0])


@pytest.mark.usefixtures("window_size")
def test_pixels_areas_and_observations_are_counted(make_map, make_layer):
    values = np.repeat([[1, 2, 2, 0]], 30, axis=0)
    places = [at(0.5, 0.5), at(29.5, 1.5), at(29.9, 2.9), at(3.5, 3.5), at(-1, 0), at(5, 400)]
    found = walk(make_map(values), make_layer(places, label=[1] * 6))
    assert found.classes.pixels == {1: 30, 2: 60}
    # The middle meridian of UTM, which is drawn at 0.9996 of its length
    assert found.classes.area_m2 == pytest.approx({1: 3000 / 0.9996**2, 2: 6000 / 0.9996**2}, rel=1e-6)
    assert sorted(zip(found.feature.tolist(), found.mapped.tolist(), strict=True)) == [(0, 1), (1, 2), (2, 2)]
    assert (found.on_nodata, found.outside) == (1, 2)


@pytest.mark.usefixtures("window_size")
def test_a_polygon_counts_the_pixels_whose_centre_lies_inside(make_map, make_layer):
    values = np.full((40, 40), 5)
    values[:, 20:] = 6
    shapes = [
        on_pixels((2, 10), (32, 30)),
        on_pixels((0.6, 0.6), (1.4, 1.4)),
        on_pixels((1.4, 1.4), (2.6, 2.6)),
    ]
    found = walk(make_map(values), make_layer(shapes, label=[5, 5, 5]))
    rows = sorted(zip(found.feature.tolist(), found.mapped.tolist(), found.count.tolist(), strict=True))
    assert rows == [(0, 5, 300), (0, 6, 300), (2, 5, 4)]
    assert found.empty_polygons == 1


@pytest.mark.usefixtures("window_size")
def test_a_polygon_counts_what_a_count_of_centres_counts(make_map, make_layer):
    values = np.random.default_rng(0).integers(1, 4, (50, 60))
    star = Polygon([at(3.2, 5.1), at(45.7, 20.3), at(10.4, 50.9), at(30.1, 2.2)]).buffer(12.3)
    found = walk(make_map(values), make_layer([star], label=[1]))
    rows, columns = np.mgrid[0:50, 0:60]
    inside = [star.contains(at(r + 0.5, c + 0.5)) for r, c in zip(rows.ravel(), columns.ravel(), strict=True)]
    assert found.mapped.tolist() == [1, 2, 3]
    assert found.count.tolist() == np.bincount(values.ravel()[inside])[1:].tolist()


def test_points_of_one_feature_and_points_in_one_pixel_are_told(make_map, make_layer):
    found = walk(
        make_map([[1, 2]]), make_layer([MultiPoint([at(0.5, 0.5), at(0.5, 1.5), at(0.6, 1.6)])], label=[1])
    )
    assert found.count.tolist() == [1, 2]
    assert (found.claimed_again, found.contradicted) == (1, 0)


@pytest.mark.usefixtures("window_size")
def test_pixels_of_overlapping_polygons_are_told_and_so_are_labels_that_contradict_each_other(
    make_map, make_layer
):
    values = np.full((40, 40), 1)
    values[12, 12] = 0
    shapes = [
        on_pixels(*corners) for corners in (((0, 0), (20, 20)), ((10, 10), (30, 30)), ((0, 18), (5, 25)))
    ]
    layer = make_layer([*shapes, at(2.5, 19.5), at(35.5, 5.5)], label=[1, 1, 2, 3, 1])
    found = walk(make_map(values), layer)
    # 10 × 10 pixels less the one without data, all of class 1; 5 × 2 that are 1 and 2, one of them 3 as well
    assert (found.claimed_again, found.contradicted) == (99 + 10, 10)
    assert found.count.sum() == 400 + 400 - 2 + 35 + 2


@pytest.mark.parametrize("dtype", ["int16", "int32", "float32", "uint16"])
def test_classes_may_have_any_type_of_whole_number(make_map, make_layer, dtype):
    path = make_map(np.array([[1, 211, 300]]), dtype=dtype)
    assert walk(path, make_layer([at(0.5, 1.5)], label=[211])).mapped.tolist() == [211]


def test_measures_are_no_classes(make_map, make_layer):
    layer = make_layer([at(0.5, 0.5)], label=[1])
    with pytest.raises(BandError, match="has decimals"):
        walk(make_map(np.array([[0.5, 1.5]]), dtype="float32"), layer)
    with pytest.raises(BandError, match="from 1 to 100000: this band holds measures"):
        walk(make_map(np.array([[1, 100_000]]), dtype="int32"), layer)


@pytest.mark.parametrize(
    ("layout", "least"),
    [
        ({"blockysize": 90}, 1),  # one block, too large to be held: cut all the same
        ({"tiled": True, "blockxsize": 16, "blockysize": 32}, 9),
        ({"blockysize": 7}, 6),
    ],
)
def test_windows_cover_each_pixel_once(make_map, monkeypatch, layout, least):
    monkeypatch.setattr(walking, "WINDOW_PIXELS", 1000)
    path = make_map(np.ones((90, 70)), dtype="uint8", **layout)
    seen = np.zeros((90, 70), int)
    with rasterio.open(path) as dataset:
        windows = list(windows_of(dataset, 1))
    for window in windows:
        seen[window.slices()] += 1
    assert (seen == 1).all()
    assert len(windows) >= least


def test_the_walk_tells_how_far_it_is_and_can_be_given_up(make_map, make_layer, monkeypatch):
    monkeypatch.setattr(walking, "WINDOW_PIXELS", 64)
    told = []
    walk(
        make_map(np.ones((40, 40)), dtype="uint8", blockysize=1),
        make_layer([at(1, 1)], label=[1]),
        step=told.append,
    )
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] < 1
