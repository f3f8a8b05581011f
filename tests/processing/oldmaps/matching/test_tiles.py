"""Large pictures by tiles."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.oldmaps.matching.features import Features, Picture
from releve.processing.oldmaps.matching.tiles import OVERLAP, features_by_tiles

PLACES = np.array([[3, 5], [100, 310], [399, 199], [400, 200], [401, 201], [650, 20], [798, 398]])


def dots(shape=(400, 800), places=PLACES):
    """A picture with dots, of different brightness, at these columns and rows."""
    pixels = np.zeros(shape, np.uint8)
    pixels[places[:, 1], places[:, 0]] = 10 + np.arange(len(places))
    return pixels


def bright(picture, most):
    """The brightest pixels."""
    rows, columns = np.nonzero(picture.pixels)
    scores = picture.pixels[rows, columns].astype("float32")
    order = np.argsort(-scores)[:most]
    points = np.stack([columns, rows], axis=1)[order] + 0.5
    return Features(points, scores[order], np.ones((len(order), 1), "float32"))


@pytest.mark.parametrize("tile", [256, 300, 500, 1000])
def test_every_keypoint_is_found_once_at_its_place(tile):
    features = features_by_tiles(Picture(dots()), bright, limit=100, tile=tile)
    assert features.points.tolist() == (PLACES[::-1] + 0.5).tolist()
    assert features.scores.tolist() == sorted(features.scores.tolist(), reverse=True)


def test_no_picture_is_larger_than_a_tile():
    seen = []

    def noted(picture, most):
        seen.append(picture.shape)
        return bright(picture, most)

    features_by_tiles(Picture(dots((1000, 3000))), noted, limit=100, tile=400)
    assert max(map(max, seen)) <= 400
    assert min(map(min, seen)) > 2 * OVERLAP


def test_a_dense_quarter_does_not_take_all():
    crowd = np.stack(np.meshgrid(np.arange(2, 300, 7), np.arange(2, 300, 7)), axis=-1).reshape(-1, 2)
    pixels = np.zeros((400, 1600), np.uint8)
    pixels[crowd[:, 1], crowd[:, 0]] = 250
    pixels[200, 900:1500:20] = 20
    features = features_by_tiles(Picture(pixels), bright, limit=60, tile=600)
    assert len(features) == 60
    assert (features.points[:, 0] > 800).sum() >= 25
    assert (features.points[:, 0] < 400).sum() >= 25  # what the others left


def test_a_picture_without_keypoints_has_none():
    features = features_by_tiles(Picture(np.zeros((900, 900), np.uint8)), bright, limit=50, tile=400)
    assert len(features) == 0
    nowhere = Picture(dots(), np.zeros((400, 800), bool))
    assert len(features_by_tiles(nowhere, bright, limit=50, tile=300)) == 0
