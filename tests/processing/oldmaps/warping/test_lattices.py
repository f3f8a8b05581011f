"""Places on a sheet, exact on a lattice and known to a twentieth of a pixel between."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine

from releve.processing.oldmaps.warping.lattices import TOLERANCE_PX, places_on_sheet
from releve.processing.raster.grids import Shape2d, Window

SIZE = Shape2d(2000, 3000)
WINDOW = Window(200, 300, 300, 500)
TRANSFORM = Affine(0.5, 0, 100, 0, -0.5, 900)


def centres(window):
    columns, rows = np.meshgrid(np.arange(window.columns) + 0.5, np.arange(window.rows) + 0.5)
    x, y = TRANSFORM @ (columns + window.column, rows + window.row)
    return np.column_stack([x.ravel(), y.ravel()])


class Counted:
    """A mapping that counts how many places it was asked for."""

    def __init__(self, mapping):
        self.mapping, self.count = mapping, 0

    def __call__(self, ground):
        self.count += len(ground)
        return self.mapping(ground)


def straight(ground):
    return np.column_stack([2 * (ground[:, 0] - 100) + 7.25, 2 * (900 - ground[:, 1]) - 3.5])


def waving(length):
    def mapping(ground):
        return straight(ground) + 3 * np.sin(ground / length)

    return mapping


@pytest.mark.parametrize("length", [200.0, 30.0, 8.0, 3.0])
def test_places_are_near_the_exact_ones_however_much_the_sheet_bends(length):
    places = places_on_sheet(waving(length), TRANSFORM, WINDOW, SIZE)
    exact = waving(length)(centres(WINDOW)).T.reshape(2, 300, 500)
    assert np.abs(places - exact).max() <= TOLERANCE_PX


def test_a_straight_sheet_takes_few_exact_places():
    mapping = Counted(straight)
    places = places_on_sheet(mapping, TRANSFORM, WINDOW, SIZE)
    assert np.abs(places - straight(centres(WINDOW)).T.reshape(2, 300, 500)).max() < 1e-3
    assert mapping.count < 500


def test_far_from_the_sheet_there_is_nothing():
    assert places_on_sheet(straight, TRANSFORM, Window(9000, 9000, 512, 512), SIZE) is None


def test_beyond_a_fold_there_is_no_place():
    def folded(ground):
        places = straight(ground)
        places[:, 0] = 800 - np.abs(places[:, 0] - 800)
        return places

    places = places_on_sheet(folded, TRANSFORM, Window(100, 600, 300, 400), SIZE)
    true = straight(centres(Window(100, 600, 300, 400))).T.reshape(2, 300, 400)[0]
    assert np.isnan(places[0][true > 801]).all()
    assert np.abs(places[0] - true)[true < 798].max() < TOLERANCE_PX


def test_where_the_method_says_nothing_there_is_no_place():
    def partly(ground):
        return np.where(ground[:, :1] > 330, np.nan, straight(ground))

    places = places_on_sheet(partly, TRANSFORM, WINDOW, SIZE)
    there = centres(WINDOW)[:, 0].reshape(300, 500) <= 329
    assert np.isfinite(places[:, there[:, :]]).all()
    assert np.isnan(places[0][centres(WINDOW)[:, 0].reshape(300, 500) > 331]).all()
