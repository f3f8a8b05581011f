"""Neighbours that keep their order and distances."""

import numpy as np
import pytest

from releve.processing.oldmaps.matching.spreading import best_of_cells, occupied
from releve.processing.oldmaps.matching.triangles import consistent
from releve.processing.oldmaps.points.reading import read_points


def grid(side=7):
    return np.stack(np.meshgrid(*[np.arange(side) * 100.0] * 2), axis=-1).reshape(-1, 2)


def test_a_stretched_and_bent_sheet_keeps_all_its_places():
    left = grid()
    right = left * [1.03, 0.98] + 4 * np.sin(left[:, ::-1] / 200)
    assert consistent(left, right).all()


@pytest.mark.parametrize("wrong", [(24,), (8, 40), (3, 10, 30, 45)])
def test_what_has_jumped_over_its_neighbours_is_dropped_and_nothing_else(wrong):
    left = grid()
    right = left.copy()
    for place in wrong:
        right[place] += [130.0, -90.0]
    kept = consistent(left, right)
    assert not kept[list(wrong)].any()
    assert np.count_nonzero(~kept) <= 2 * len(wrong)


def test_too_few_places_or_a_line_of_them_tell_nothing():
    line = np.column_stack([np.arange(6.0), np.arange(6.0)])
    for places in (grid()[:3], line):
        assert consistent(places, places[::-1]).all()


def test_sheets_placed_by_hand_keep_nearly_all_their_points(shared_data):
    kept = total = 0
    for path in sorted((shared_data / "oldmaps" / "gcps" / "jacoubet").glob("*.points"))[:20]:
        points = read_points(str(path), trusting=True).enabled
        if len(points.points) < 9:
            continue
        ok = consistent(points.pixels * [1, -1], points.ground)
        kept, total = kept + np.count_nonzero(ok), total + len(ok)
    assert total > 300
    assert kept / total > 0.98


def test_one_place_of_each_cell_is_chosen_by_merit():
    places = np.array([[10.0, 10], [20, 20], [80, 10], [99, 99], [100, 100]])
    merit = np.array([0.2, 0.9, 0.5, 0.6, 0.7])
    assert best_of_cells(places, merit, (100, 100), 2).tolist() == [1, 2, 4]
    assert occupied(places, (100, 100), 2) == 3
    assert best_of_cells(np.zeros((0, 2)), np.zeros(0), (100, 100), 2).tolist() == []
