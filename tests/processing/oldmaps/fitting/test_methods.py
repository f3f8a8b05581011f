"""The methods: what each reproduces, its derivatives, and its errors without a point against refitting."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from numpy.testing import assert_allclose

from releve.processing.errors import FitError
from releve.processing.oldmaps.fitting.cells import cell_errors_without
from releve.processing.oldmaps.fitting.methods import METHODS, fit, leave_one_out
from releve.processing.oldmaps.fitting.names import METHOD_TITLES

from .conftest import graticule, on_paper

REFITTED = [key for key in METHODS if key != "cells"]


@pytest.fixture
def planes() -> tuple[np.ndarray, np.ndarray]:
    """Twenty places on a sheet (y upwards) and on the ground."""
    ground = graticule()
    return on_paper(ground) * [1, -1], ground


def bend(key: str, places: np.ndarray) -> np.ndarray:
    """A mapping that the method holds exactly."""
    x, y = (places / 1000).T
    if key == "helmert":
        return np.stack([3 * x - 2 * y + 7, 2 * x + 3 * y - 4], axis=1)
    if key in ("affine", "spline", "cells"):
        return np.stack([3 * x - 2 * y + 7, x + 4 * y], axis=1)
    if key == "projective":
        return np.stack([3 * x - 2 * y + 7, x + 4 * y], axis=1) / (1 + 0.05 * x - 0.03 * y)[:, None]
    cubic = 0.1 * x**3 - 0.2 * x * y**2 if key == "polynomial3" else 0
    return np.stack([3 * x - 2 * y + 0.3 * x * y + cubic, x + 4 * y - 0.1 * x**2], axis=1)


def test_the_table_holds_what_the_declarations_offer():
    assert list(METHODS) == list(METHOD_TITLES)


@pytest.mark.parametrize("key", METHODS)
def test_a_method_finds_what_it_can_hold(key):
    source = graticule() - [600_400, 6_800_300]
    mapping = fit(key, source, bend(key, source))
    between = np.random.default_rng(2).uniform(-300, 300, (50, 2))
    assert_allclose(mapping(between), bend(key, between), atol=1e-9)


@pytest.mark.parametrize("key", METHODS)
def test_derivatives_are_those_of_small_steps(key, planes):
    source, target = planes
    mapping = fit(key, source, target)
    between = np.array([[3605.0, -2904.0], [4312.0, -3301.0], [4990.0, -2507.0]])
    steps = [(mapping(between + step) - mapping(between - step)) / 2 for step in ([1, 0], [0, 1])]
    assert_allclose(mapping.jacobian(between), np.stack(steps, axis=-1), rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("key", REFITTED)
def test_errors_without_a_point_are_those_of_refitting(key, turned, planes):
    source, target = planes[::-1] if turned else planes
    closed = leave_one_out(key, source, target)
    for left_out in range(len(source)):
        kept = np.arange(len(source)) != left_out
        refitted = fit(key, source[kept], target[kept])(source[left_out : left_out + 1])[0]
        assert_allclose(closed[left_out], target[left_out] - refitted, atol=1e-6)


@pytest.mark.parametrize("key", METHODS)
def test_a_mapping_survives_a_trip_to_another_process(key, planes):
    mapping = fit(key, *planes)
    again = pickle.loads(pickle.dumps(mapping))
    assert_allclose(again(planes[0]), mapping(planes[0]), rtol=0, atol=0)


def test_many_places_are_worked_off_in_parts_that_agree(planes):
    mapping = fit("spline", *planes)
    places = np.random.default_rng(4).uniform(0, 4000, (300_000, 2)) * [1, -1]
    assert_allclose(mapping(places)[-3:], mapping(places[-3:]), rtol=0, atol=1e-6)


def test_interpolating_methods_pass_through_every_point(planes):
    for key in ("spline", "cells"):
        for source, target in (planes, planes[::-1]):
            assert_allclose(fit(key, source, target)(source), target, atol=1e-6)


def test_cells_are_bilinear_on_the_ground_and_end_one_cell_outside():
    ground = graticule(3, 3)
    paper = on_paper(ground, noise_px=3) * [1, -1]
    mapping = fit("cells", ground, paper)
    middle = mapping(ground[[0]] + 100)
    assert_allclose(middle[0], paper[[0, 1, 3, 4]].mean(axis=0))
    beside = mapping(ground[[0]] - [150, 0])
    assert_allclose(beside[0], paper[0] + 0.75 * (paper[0] - paper[3]))
    assert np.isnan(mapping(ground[[0]] - [201, 0])).all()


def test_cells_go_back_the_way_they_came():
    ground = graticule(4, 4)[:-1]  # one corner is missing
    paper = on_paper(ground, noise_px=5) * [1, -1]
    there, back = fit("cells", ground, paper), fit("cells", paper, ground)
    places = np.random.default_rng(5).uniform(ground.min(axis=0), ground.max(axis=0) - [200, 0], (200, 2))
    assert_allclose(back(there(places)), places, atol=1e-6)


def test_a_crossing_is_told_by_its_neighbours():
    ground = graticule(3, 3)
    paper = 5 * (ground - ground[0])
    off = paper.copy()
    off[4] += [8, -6]  # the middle one
    assert_allclose(leave_one_out("cells", ground, off)[4], [8, -6], atol=1e-9)
    assert_allclose(leave_one_out("cells", off, ground)[4], [-1.6, 1.2], atol=1e-9)


def test_errors_are_unknown_where_the_others_do_not_carry_a_fit():
    ground = graticule(2, 2)
    assert np.isnan(cell_errors_without(ground, on_paper(ground) * [1, -1])).all()
    pillar = np.array([[0.0, 0], [1, 0], [2, 0], [3, 0], [4, 2]])  # the one place that is off the line
    with np.errstate(all="raise"):
        assert np.isnan(leave_one_out("affine", pillar, 2 * pillar)[4]).all()


def test_points_on_a_line_carry_helmert_alone():
    source = np.array([[0.0, 0], [1, 1], [2, 2], [3, 3.01]])
    assert_allclose(fit("helmert", source, 2 * source)(source), 2 * source, atol=1e-12)
    for key in ("affine", "projective", "spline"):
        with pytest.raises(FitError, match="on one line"):
            fit(key, source, 2 * source)


def test_too_few_points_are_told_with_what_is_needed():
    with pytest.raises(FitError, match=r"found 2 points that differ, 3 are needed"):
        fit("affine", np.eye(2), np.eye(2))
    with pytest.raises(FitError, match=r"found 0 points that differ, 2 are needed"):
        fit("helmert", np.empty((0, 2)), np.empty((0, 2)))
    with pytest.raises(FitError, match=r"found 6 points that differ, 7 are needed"):
        leave_one_out("polynomial2", graticule(3, 2), graticule(3, 2))


def test_one_place_with_two_targets_is_refused():
    source = np.array([[0.0, 0], [0, 0], [1, 0], [0, 1], [1, 1]])
    with pytest.raises(FitError, match="one place and two targets"):
        fit("spline", source, np.arange(10.0).reshape(5, 2))


def test_a_cubic_wants_more_than_three_lines():
    ground = graticule(4, 3)
    with pytest.raises(FitError, match="needs points on 4 lines or more"):
        fit("polynomial3", ground, on_paper(ground))


def test_scattered_points_are_no_graticule():
    scattered = np.random.default_rng(6).uniform(0, 100, (9, 2))
    with pytest.raises(FitError, match="no graticule"):
        fit("cells", scattered, 2 * scattered + 1)


def test_many_points_are_left_out_of_the_projective_fit_a_few_at_a_time():
    ground = graticule(15, 10)
    source = on_paper(ground) * [1, -1]
    errors = leave_one_out("projective", source, ground)
    for at in (0, 70, 149):
        others = np.arange(len(ground)) != at
        alone = fit("projective", source[others], ground[others])(source[[at]])
        assert_allclose(errors[[at]], ground[[at]] - alone, rtol=1e-6)
