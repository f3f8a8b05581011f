"""What pairs agree on, and how likely chance would have it."""

import math

import numpy as np
import pytest

from releve.processing.oldmaps.matching.affinities import anatomy, applied, chained, fitted, inverse, shift
from releve.processing.oldmaps.matching.consensus import consensus, false_alarms

SIDE = 1000.0
TURN = np.array([[0.8, -0.3, 120.0], [0.3, 0.8, -40.0]])


def pairs(right_ones, wrong_ones, *, seed=0):
    random = np.random.default_rng(seed)
    left = random.uniform(0, SIDE, (right_ones + wrong_ones, 2))
    right = random.uniform(0, SIDE, left.shape)
    right[:right_ones] = applied(TURN, left[:right_ones]) + random.normal(0, 0.5, (right_ones, 2))
    return left, right


def test_thirty_pairs_among_a_thousand_wrong_ones_are_found():
    left, right = pairs(30, 970)
    found = consensus(left, right, area_px=SIDE**2)
    assert found.inliers[:30].all()
    assert found.count <= 33
    assert found.chance < -30
    assert np.abs(found.affinity - TURN).max() < 1


@pytest.mark.parametrize("seed", range(5))
def test_chance_is_told_as_chance(seed):
    found = consensus(*pairs(0, 400, seed=seed), area_px=SIDE**2)
    assert found is None or found.chance > -3


@pytest.mark.parametrize("count", [0, 1, 3])
def test_too_few_pairs_agree_on_nothing(count):
    assert consensus(np.zeros((count, 2)), np.zeros((count, 2)), area_px=1.0) is None


def test_the_number_of_false_alarms_is_that_of_moisan_and_stival():
    # (pairs) C(10, 4) C(4, 2) share^2, by hand
    assert false_alarms(10, 4, 1e-2) == pytest.approx(math.log10(10 * 210 * 6 * 1e-4))


def test_an_affine_map_is_fitted_undone_and_told():
    left, _ = pairs(0, 20)
    assert fitted(left, applied(TURN, left)) == pytest.approx(TURN)
    assert chained(TURN, inverse(TURN)) == pytest.approx(shift(0, 0))
    told = anatomy(TURN)
    assert told.scale == pytest.approx(math.hypot(0.8, 0.3))
    assert told.rotation_deg == pytest.approx(math.degrees(math.atan2(0.3, 0.8)))
    assert (told.anisotropy, told.mirrored) == (pytest.approx(1), False)
    assert anatomy(TURN * [[1], [-1]]).mirrored
