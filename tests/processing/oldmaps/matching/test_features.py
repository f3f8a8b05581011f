"""Pictures, keypoints and pairs of them."""

from __future__ import annotations

import numpy as np

from releve.processing.oldmaps.matching.features import MARGIN, FeatureMatcher, Features, Picture, once_each

GREY = np.full((60, 80), 200, np.uint8)


class Places:
    """An extractor that finds the same places in any picture, and counts how often it is asked."""

    name, reach = "places", 30.0

    def __init__(self):
        self.asked = 0

    def features(self, picture, *, limit):
        self.asked += 1
        points = np.array([[10.5, 10.5], [40.5, 20.5], [70.5, 50.5]])[:limit]
        return Features(points, np.ones(len(points), "float32"), np.eye(3, dtype="float32")[: len(points)])


def test_a_place_is_held_where_the_sheet_is_and_not_at_its_rim():
    valid = np.ones(GREY.shape, bool)
    valid[:, :20] = False
    places = np.array([[10.0, 30.0], [20 + MARGIN - 1.5, 30.0], [20 + MARGIN + 1.5, 30.0], [80.5, 30.0]])
    assert Picture(GREY, valid).holds(places).tolist() == [False, False, True, False]
    assert Picture(GREY).holds(places).tolist() == [True, True, True, False]


def test_grey_is_seen_in_colours_and_colours_in_grey():
    assert Picture(GREY).colours.shape == (60, 80, 3)
    red = np.zeros((4, 4, 3), np.uint8)
    red[..., 0] = 255
    assert Picture(red).grey[0, 0] == 76  # 0.299 of 255: red first


def test_the_left_picture_is_looked_at_once():
    extractor = Places()
    matcher = FeatureMatcher(extractor)
    left = Picture(GREY)
    for _ in range(3):
        matches = matcher.match(left, Picture(GREY.copy()), limit=9)
    assert extractor.asked == 4
    assert len(matches) == 3
    assert np.array_equal(matches.left, matches.right)
    matcher.match(left, left, limit=2)  # another limit finds others
    assert extractor.asked == 6


def test_nothing_is_looked_for_where_the_left_picture_has_nothing():
    extractor, left = Places(), Picture(GREY)
    matcher = FeatureMatcher(extractor)
    for _ in range(3):
        assert len(matcher.match(left, Picture(GREY.copy()), limit=1)) == 0  # one place alone pairs with none
    assert extractor.asked == 1


def test_an_extractor_of_little_reach_is_tried_all_around():
    assert FeatureMatcher(Places()).turns == (0.0, 60.0, 120.0, 180.0, 240.0, 300.0)


def test_a_place_stands_in_the_surest_of_its_pairs_alone():
    left = np.array([[1.0, 1.0], [1.0, 1.0], [5.0, 5.0], [7.0, 7.0]])
    right = np.array([[2.0, 2.0], [3.0, 3.0], [2.0, 2.0], [8.0, 8.0]])
    matches = once_each(left, right, np.array([0.2, 0.9, 0.5, 0.1]))
    assert matches.left.tolist() == [[1, 1], [5, 5], [7, 7]]
    assert matches.right.tolist() == [[3, 3], [2, 2], [8, 8]]
    assert matches.confidence.tolist() == [0.9, 0.5, 0.1]
