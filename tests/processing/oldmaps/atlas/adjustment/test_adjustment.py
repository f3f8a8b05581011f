"""Block adjustment, held against atlases whose truth is known and against refitting."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from releve.processing.errors import FitError
from releve.processing.oldmaps.atlas.adjustment.adjusted_points import (
    adjusted_points,
    affine_through,
)
from releve.processing.oldmaps.atlas.adjustment.adjustment import Adjustment, adjust, held
from releve.processing.oldmaps.atlas.adjustment.leaving_out import (
    distances,
    tie_errors_after,
)
from releve.processing.oldmaps.atlas.adjustment.observations import observe
from releve.processing.oldmaps.atlas.adjustment.tie_table import Tie
from releve.processing.oldmaps.fitting.places import UPWARDS
from releve.processing.oldmaps.points.control_points import ControlPoints

from ..conftest import METRES, ORIGIN, affine_of, drawn


def adjusted(sheets: list[ControlPoints], *ties: Tie, fixed: tuple[int, ...] = ()) -> Adjustment:
    seen = observe(sheets, ties, metres_per_unit=METRES, tolerance_m=0.05)
    return adjust(seen, fixed=np.isin(np.arange(len(sheets)), fixed))


def put(done: Adjustment, sheet: int, points: ControlPoints) -> np.ndarray:
    """Where the adjusted affine of a sheet puts its points."""
    return done.affines[sheet](points.pixels * UPWARDS)


def moved(points: ControlPoints, place: int, east: float, note: str = "") -> ControlPoints:
    """The sheet with one point drawn elsewhere, by metres."""
    one = points.points[place]
    other = replace(one, col=one.col + east / 0.2, note=note)
    return points.with_points([*points.points[:place], other, *points.points[place + 1 :]])


def test_nodes_on_two_sheets_are_found_and_paired() -> None:
    done = adjusted([drawn(sheet) for sheet in range(4)])
    assert len(done.seen.ground) == 25  # five by five
    assert len(done.pairs) == 4 * 2 + 1 * 6  # two on each inner border, six in the middle
    assert (done.seen.sheet[done.pairs[:, 0]] < done.seen.sheet[done.pairs[:, 1]]).all()


def test_what_agrees_already_is_not_moved() -> None:
    sheets = [drawn(sheet) for sheet in range(4)]
    done = adjusted(sheets)
    for number, points in enumerate(sheets):
        pixels = np.hstack([points.pixels * UPWARDS, np.ones((9, 1))])
        np.testing.assert_allclose(put(done, number, points), pixels @ affine_of(number), rtol=0, atol=1e-5)


def test_seams_close_where_sheets_err_at_random() -> None:
    done = adjusted([drawn(sheet, noise_m=1.0, seed=3) for sheet in range(4)])
    before = distances(done.placed(done.own), done.pairs)
    after = distances(done.placed(done.affines), done.pairs)
    assert np.median(after) < 0.9 * np.median(before)


def test_an_outlier_is_weighted_down() -> None:
    sheets = [drawn(sheet, noise_m=0.3, seed=1) for sheet in range(4)]
    done = adjusted([moved(sheets[0], 4, east=30.0), *sheets[1:]])
    rows = done.seen.of(0)
    worst = rows[np.nanargmin(done.weights[rows])]
    assert worst == np.nanargmin(done.weights)
    assert done.weights[worst] < 0.1
    swayed = np.abs(done.own[0](sheets[0].pixels * UPWARDS) - sheets[0].ground).max()
    assert np.abs(put(done, 0, sheets[0]) - sheets[0].ground).max() < swayed / 2


def test_a_fixed_sheet_stays_and_draws_its_neighbours() -> None:
    sheets = [drawn(sheet, noise_m=1.0, seed=5) for sheet in range(4)]
    done = adjusted(sheets, fixed=(0,))
    pixels = sheets[0].pixels * UPWARDS
    np.testing.assert_allclose(put(done, 0, sheets[0]), done.own[0](pixels), rtol=0, atol=1e-8)
    assert not np.allclose(
        put(done, 1, sheets[1]), done.own[1](sheets[1].pixels * UPWARDS), rtol=0, atol=0.01
    )


def test_a_sheet_without_ground_is_placed_by_its_ties() -> None:
    first, second = drawn(0), drawn(1)
    nodes = ORIGIN + np.array([(250.0, 20.0), (230.0, 180.0), (390.0, 100.0)])

    def pixel(sheet: int, x: float, y: float) -> tuple[int, float, float]:
        affine = affine_of(sheet)
        col, up = (np.array([x, y]) - affine[2]) @ np.linalg.inv(affine[:2])
        return sheet, col, -up

    ties = [Tie(pixel(0, *node), pixel(1, *node)) for node in nodes]
    done = adjusted([first, second.with_points([])], *ties)
    assert (
        np.abs(put(done, 1, second) - second.ground).max() < 0.3
    )  # it shrinks by 0.2 %, which three ties tell less well
    written = adjusted_points(second.with_points([]), done, 1, metres_per_unit=METRES)
    np.testing.assert_allclose(written.ground, nodes, rtol=0, atol=0.05)
    assert {point.origin for point in written.points} == {"matcher"}


def test_a_sheet_of_two_points_is_taken_for_a_similarity() -> None:
    second = drawn(1)
    done = adjusted([drawn(0), second.with_points(second.points[:2])])
    assert np.abs(put(done, 1, second) - second.ground).max() < 1.0  # its true affine shrinks by 0.2 %


def test_a_sheet_that_hangs_on_one_point_is_left_out_with_what_hangs_on_it() -> None:
    far = drawn(0).with_points(replace(point, x=point.x + 9000) for point in drawn(0).points)
    lonely = far.with_points(far.points[:1])
    seen = observe([drawn(0), drawn(1), lonely], [], metres_per_unit=METRES, tolerance_m=0.05)
    assert held(seen, 3).tolist() == [True, True, False]
    empty = drawn(3).with_points([])
    ties = [Tie((2, 10.0 * i, 5.0 * i * i), (3, 10.0 * i, 5.0 * i * i)) for i in range(3)]
    seen = observe([drawn(0), drawn(1), lonely, empty], ties, metres_per_unit=METRES, tolerance_m=0.05)
    assert held(seen, 4).tolist() == [True, True, False, False]


def test_points_of_no_sheet_are_refused() -> None:
    with pytest.raises(FitError, match="No sheet has two points"):
        adjusted([drawn(0).with_points([])])


def test_an_affine_of_the_moved_points_is_the_adjusted_one_and_residuals_stay() -> None:
    sheets = [drawn(sheet, noise_m=1.0, seed=7) for sheet in range(4)]
    done = adjusted(sheets)
    for number, points in enumerate(sheets):
        written = adjusted_points(points, done, number, metres_per_unit=METRES)
        pixels = points.pixels * UPWARDS
        again = affine_through(pixels, written.ground)
        np.testing.assert_allclose(again(pixels), put(done, number, points), rtol=0, atol=1e-6)
        np.testing.assert_allclose(
            written.ground - again(pixels), points.ground - done.own[number](pixels), rtol=0, atol=1e-6
        )


def test_a_fixed_point_is_written_as_it_was() -> None:
    sheets = [drawn(sheet, noise_m=1.0, seed=2) for sheet in range(4)]
    kept = replace(sheets[1].points[3], note="Fixed: bench mark")
    sheets[1] = sheets[1].with_points([*sheets[1].points[:3], kept, *sheets[1].points[4:]])
    written = adjusted_points(sheets[1], adjusted(sheets), 1, metres_per_unit=METRES)
    assert written.points[3] == kept
    assert written.points[2] != sheets[1].points[2]


def test_a_disabled_point_moves_along_and_bears_on_nothing() -> None:
    sheets = [drawn(sheet, noise_m=1.0, seed=4) for sheet in range(4)]
    blunder = replace(moved(sheets[2], 0, east=500.0).points[0], enabled=False)
    with_it = sheets[2].with_points([*sheets[2].points, blunder])
    done, other = adjusted(sheets), adjusted([*sheets[:2], with_it, sheets[3]])
    np.testing.assert_allclose(put(other, 2, sheets[2]), put(done, 2, sheets[2]), rtol=0, atol=1e-8)
    assert not adjusted_points(with_it, other, 2, metres_per_unit=METRES).points[-1].enabled


def test_leaving_out_is_what_solving_without_gives() -> None:
    done = adjusted([drawn(sheet, noise_m=1.0, seed=6) for sheet in range(4)])
    node = done.seen.node[done.pairs[-1, 0]]
    gone = np.flatnonzero(done.seen.node == node)
    points = done.system.point_row[gone]
    ties = done.system.tie_row[np.isin(done.pairs, gone).any(axis=1)]
    first = np.concatenate([points, ties])
    kept = np.setdiff1d(np.arange(len(done.system.right)), np.concatenate([first, first + 1]))
    roots = np.sqrt(done.solution.weights)[kept]
    matrix, right = done.system.matrix.toarray()[kept] * roots[:, None], done.system.right[kept] * roots
    unknowns = np.linalg.lstsq(matrix, right, rcond=None)[0]
    places = (done.system.placing @ unknowns).reshape(-1, 2)
    expected = distances(places, done.pairs)[-1]
    assert tie_errors_after(done)[-1] == pytest.approx(expected, rel=1e-6)


def test_the_tolerance_decides_which_nodes_are_one() -> None:
    first, second = drawn(0), drawn(1)
    near = second.with_points(replace(point, x=point.x + 0.3) for point in second.points)
    wide = observe([first, near], [], metres_per_unit=METRES, tolerance_m=0.5)
    narrow = observe([first, near], [], metres_per_unit=METRES, tolerance_m=0.05)
    assert (len(wide.pairs()), len(narrow.pairs())) == (3, 0)
