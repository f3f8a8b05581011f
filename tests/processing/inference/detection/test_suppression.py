"""Which of overlapping objects are kept, against the plain rule and shapely's overlaps."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from releve.processing.inference.detection import suppression as detect_suppression
from releve.processing.inference.detection.objects import oriented, upright
from releve.processing.inference.detection.suppression import Shapes, suppress


def plainly(outlines, groups, scores, overlap):
    """The rule as it is told: take the best, drop what overlaps it, go on."""
    kept = []
    for one in np.argsort(-scores, kind="stable"):
        others = [other for other in kept if groups[other] == groups[one]]
        shared = [shapely.intersection(outlines[one], outlines[other]).area for other in others]
        total = [shapely.union(outlines[one], outlines[other]).area for other in others]
        if all(a <= overlap * b for a, b in zip(shared, total, strict=True)):
            kept.append(one)
    return sorted(kept)


def crowd(count, *, seed, is_turned):
    random = np.random.default_rng(seed)
    boxes = np.zeros((count, 5))
    boxes[:, :2] = random.uniform(0, 60, (count, 2))
    boxes[:, 2:4] = random.uniform(8, 30, (count, 2))
    boxes[:, 4] = random.uniform(0, np.pi, count) if is_turned else 0
    outlines = oriented(boxes) if is_turned else upright(boxes)
    return outlines, random.integers(0, 2, count), random.random(count)


@pytest.mark.parametrize("is_turned", [False, True])
@pytest.mark.parametrize("overlap", [0.2, 0.45])
def test_the_plain_rule_holds_in_a_crowd(is_turned, overlap, monkeypatch):
    monkeypatch.setattr(detect_suppression, "PORTION", 16)
    outlines, groups, scores = crowd(150, seed=4, is_turned=is_turned)
    kept = suppress(Shapes(outlines, groups), np.argsort(-scores, kind="stable"), overlap=overlap)
    expected = plainly(outlines, groups, scores, overlap)
    assert np.flatnonzero(kept).tolist() == expected
    assert 10 < len(expected) < 140


def test_a_dropped_box_drops_no_other():
    boxes = upright(np.array([[0.0, 0, 10, 10], [3, 0, 10, 10], [6, 0, 10, 10]]))
    kept = suppress(Shapes(boxes, np.zeros(3, int)), np.array([0, 1, 2]), overlap=0.45)
    assert kept.tolist() == [True, False, True]


def test_classes_do_not_meet_and_neither_do_objects_of_one_tile():
    boxes = upright(np.array([[0.0, 0, 10, 10]] * 3))
    order = np.arange(3)
    assert suppress(Shapes(boxes, np.array([0, 1, 0])), order, overlap=0.5).tolist() == [True, True, False]
    same = suppress(Shapes(boxes, np.zeros(3, int)), order, overlap=0.5, tiles=np.array([0, 0, 1]))
    assert same.tolist() == [True, True, False]


def test_a_cut_object_goes_where_another_covers_it():
    boxes = upright(np.array([[50.0, 50, 100, 20], [10, 50, 20, 20]]))  # a fifth of the first
    shapes, order = Shapes(boxes, np.zeros(2, int)), np.arange(2)
    assert suppress(shapes, order, overlap=0.45).tolist() == [True, True]
    assert suppress(shapes, order, overlap=0.45, cut=np.array([False, True])).tolist() == [True, False]


def test_turned_boxes_overlap_by_their_own_sides():
    cross = np.array([[50.0, 50, 60, 6, 0], [50, 50, 60, 6, np.pi / 2]])
    same = np.array([[50.0, 50, 60, 6, 0.2], [51, 50, 60, 6, 0.2]])
    for boxes, expected in ((cross, [True, True]), (same, [True, False])):
        kept = suppress(Shapes(oriented(boxes), np.zeros(2, int)), np.arange(2), overlap=0.45)
        assert kept.tolist() == expected


def test_nothing_is_kept_of_nothing():
    assert suppress(Shapes(np.zeros(0, object), np.zeros(0, int)), np.zeros(0, int), overlap=0.5).size == 0
