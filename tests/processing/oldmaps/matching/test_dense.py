"""Keypoints from maps of scores and descriptors."""

from __future__ import annotations

import numpy as np

from releve.processing.oldmaps.matching.dense import RADIUS, features_of_maps, sampled
from releve.processing.oldmaps.matching.features import Picture


def picture(rows, columns):
    return Picture(np.zeros((rows, columns), np.uint8))


def test_peaks_stand_apart_and_best_first():
    scores = np.zeros((32, 32), "float32")
    scores[10, 10], scores[10, 10 + RADIUS], scores[20, 25] = 0.5, 0.4, 0.9
    features = features_of_maps(
        scores, np.ones((3, 32, 32), "float32"), (32, 32), picture=picture(32, 32), most=9
    )
    assert features.points.tolist() == [[25.5, 20.5], [10.5, 10.5]]
    assert features.scores.tolist() == np.float32([0.9, 0.5]).tolist()
    few = features_of_maps(scores, np.ones((3, 32, 32), "float32"), (32, 32), picture=picture(32, 32), most=1)
    assert few.points.tolist() == [[25.5, 20.5]]


def test_no_keypoint_lies_where_the_picture_was_padded():
    scores = np.zeros((32, 64), "float32")
    scores[10, 10] = scores[10, 50] = scores[28, 10] = 1
    features = features_of_maps(
        scores, np.ones((1, 32, 64), "float32"), (32, 64), picture=picture(20, 40), most=9
    )
    assert features.points.tolist() == [[10.5, 10.5]]


def test_coarser_maps_are_read_at_the_places_of_the_image():
    scores = np.zeros((16, 16), "float32")
    scores[4, 6] = 1  # the middle of this pixel is at (26, 18) of an image four times as large
    ramp = np.stack([np.tile(np.arange(8, dtype="float32"), (8, 1)), np.ones((8, 8), "float32")])
    features = features_of_maps(scores, ramp, (64, 64), picture=picture(64, 64), most=9)
    assert features.points.tolist() == [[26.0, 18.0]]
    across = 26 / 8 - 0.5
    assert np.allclose(features.descriptors[0], np.array([across, 1]) / np.hypot(across, 1))


def test_descriptors_beyond_the_middles_of_the_rim_are_those_of_the_rim():
    corner = sampled(
        np.arange(4, dtype="float32").reshape(1, 2, 2) + 1, np.array([[0.0, 0.0], [2.0, 2.0]]), (2, 2)
    )
    assert corner.tolist() == [[1.0], [1.0]]  # of length 1
