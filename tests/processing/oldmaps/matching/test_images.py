"""Windows, overviews and turns of an image: where each pixel lies."""

import numpy as np
import pytest

from releve.processing.oldmaps.matching.affinities import applied, chained, inverse, scaling, shift
from releve.processing.oldmaps.matching.features import Picture
from releve.processing.oldmaps.matching.images import (
    ArrayImage,
    Overview,
    overview,
    seen_through,
    turned,
    warped,
)
from releve.processing.raster.grids import Shape2d


def spot(row, column, side=200, width=9):
    """A bright square around the middle of a pixel, and where that is."""
    pixels = np.zeros((side, side, 3), np.uint8)
    half = width // 2
    pixels[row - half : row + half + 1, column - half : column + half + 1] = 255
    return ArrayImage(Picture(pixels)), np.array([[column + 0.5, row + 0.5]])


def middle(picture):
    """Centre of what is bright, in pixels from the corner."""
    grey = picture.pixels[..., 0].astype(float)
    rows, columns = np.indices(grey.shape)
    return np.array([((columns + 0.5) * grey).sum(), ((rows + 0.5) * grey).sum()]) / grey.sum()


@pytest.mark.parametrize("side_px", [50, 80, 200, 500])
def test_an_overview_knows_where_its_pixels_lie(side_px):
    image, place = spot(120, 61)
    view = overview(image, side_px)
    assert max(view.picture.shape) == min(side_px, 200)
    assert applied(view.to_image, middle(view.picture)[None]) == pytest.approx(place, abs=0.2)


@pytest.mark.parametrize("degrees", [0, 15, 90, 180, 270, -30])
def test_a_turned_picture_knows_where_its_pixels_lie(degrees):
    image, place = spot(120, 61)
    view = turned(overview(image, 200), degrees)
    assert applied(view.to_image, middle(view.picture)[None]) == pytest.approx(place, abs=0.2)
    if degrees % 90 == 0:
        assert view.picture.shape == (200, 200)
        assert view.picture.valid is None or view.picture.valid.all()


@pytest.mark.parametrize("to_image", [shift(30, 80), chained(scaling(2.0), shift(20, 70)),
                                      np.array([[0.0, -1.3, 150.0], [1.3, 0.0, 40.0]])])  # fmt: skip
def test_a_part_seen_through_a_map_shows_the_place_where_the_map_says(to_image):
    image, place = spot(120, 61)
    picture = seen_through(image, to_image, Shape2d(90, 90))
    assert middle(picture) == pytest.approx(applied(inverse(to_image), place)[0], abs=0.1)


def test_beyond_the_image_nothing_is_valid():
    image, _ = spot(120, 61)
    assert seen_through(image, shift(500, 0), Shape2d(50, 50)) is None
    edge = seen_through(image, shift(180, 0), Shape2d(50, 50))
    assert edge.valid[:, :20].all()
    assert not edge.valid[:, 20:].any()


def test_what_is_masked_stays_masked():
    valid = np.ones((60, 60), bool)
    valid[:30] = False
    view = Overview(Picture(np.zeros((60, 60, 3), np.uint8), valid), shift(0, 0))
    assert np.count_nonzero(turned(view, 90).picture.valid) == 30 * 60
    assert np.count_nonzero(warped(view.picture, scaling(2.0), Shape2d(30, 30)).valid) == 15 * 30
    assert np.count_nonzero(overview(ArrayImage(view.picture), 30).picture.valid) == 15 * 30
