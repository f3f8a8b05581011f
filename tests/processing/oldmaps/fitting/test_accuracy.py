"""The expected error: that of leaving out at the points, growing beyond them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from releve.processing.errors import FitError
from releve.processing.oldmaps.fitting.accuracy import expected_error
from releve.processing.oldmaps.fitting.errors import method_errors, summary
from releve.processing.oldmaps.fitting.methods import METHODS
from releve.processing.oldmaps.fitting.places import places_of

from .conftest import graticule, on_paper, points_of


@pytest.fixture
def places(sheet):
    return places_of(sheet)


@pytest.mark.parametrize("key", ["helmert", "affine", "polynomial2", "polynomial3", "spline"])
def test_variance_at_a_point_as_if_it_were_missing_is_that_of_leaving_it_out(key, places):
    own = METHODS[key].influence(places.sheet, places.ground).own
    variance, weights = METHODS[key].prediction(places.sheet, places.sheet)
    assert_allclose((variance + np.diag(weights) ** 2 / own) * own, 1, rtol=1e-6)


@pytest.mark.parametrize("key", METHODS)
def test_over_the_points_it_is_about_their_error_without_a_point(key, places):
    errors = method_errors(key, places)
    expected = expected_error(errors, places)(places.sheet)
    rmse = summary(errors.loo_m).rmse
    assert 0.7 * rmse < np.sqrt(np.mean(expected**2)) < 1.5 * rmse


@pytest.mark.parametrize("key", ["affine", "polynomial2", "spline"])
def test_it_grows_away_from_the_points(key, places):
    expected = expected_error(method_errors(key, places), places)
    middle, edge, far = expected(np.array([[4000.0, -3000], [8000, -3000], [14_000, -3000]]))
    assert middle < edge < far


def test_it_is_greater_where_points_err_more():
    ground = graticule(6, 6)
    paper = on_paper(ground, noise_px=0.5)
    east = ground[:, 0] > ground[:, 0].mean()
    paper[east] += np.random.default_rng(8).normal(0, 8, (int(east.sum()), 2))
    places = places_of(points_of(paper, ground))
    expected = expected_error(method_errors("polynomial2", places), places)(places.sheet)
    at_east = places.ground[:, 0] > places.ground[:, 0].mean()
    assert np.median(expected[at_east]) > 1.5 * np.median(expected[~at_east])


def test_it_describes_errors_of_points_that_were_held_back():
    ground = graticule(10, 10)
    shares = []
    for seed in range(5):
        paper = on_paper(ground, noise_px=3, seed=seed)
        kept = np.random.default_rng(seed).random(len(ground)) < 0.5
        places = places_of(points_of(paper[kept], ground[kept]))
        errors = method_errors("polynomial2", places)
        expected = expected_error(errors, places)(paper[~kept] * [1, -1])
        predicted = METHODS["polynomial2"].fit(places.sheet, places.ground)(paper[~kept] * [1, -1])
        off = predicted - ground[~kept] * places.metres_per_unit
        shares.append(np.mean(np.sum(off**2, axis=1) / expected**2))
    assert 0.8 < np.mean(shares) < 1.2


def test_it_is_not_told_where_a_point_cannot_be_left_out():
    ground = graticule(2, 2)
    places = places_of(points_of(on_paper(ground), ground))
    with pytest.raises(FitError, match="not every point can be left out"):
        expected_error(method_errors("projective", places), places)
