"""SIFT on pictures made up of blots."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from releve.processing.oldmaps.matching.features import Picture
from releve.processing.oldmaps.matching.sift import Sift, sift


@pytest.fixture(scope="module")
def blots():
    """Dark blots of many sizes on paper, of shape (500, 500, 3)."""
    random = np.random.default_rng(5)
    pixels = np.full((500, 500, 3), 230, np.uint8)
    for _ in range(350):
        centre, axes = random.integers(0, 500, 2).tolist(), random.integers(3, 14, 2).tolist()
        tone = random.integers(20, 160)
        cv2.ellipse(pixels, centre, axes, random.uniform(0, 180), 0, 360, (int(tone),) * 3, -1, cv2.LINE_AA)
    return cv2.GaussianBlur(pixels, (0, 0), 1)


@pytest.mark.parametrize(("turn", "scale"), [(0, 1.0), (25, 0.8), (90, 1.0), (180, 1.0), (140, 0.5)])
def test_places_agree_to_a_tenth_of_a_pixel_however_turned(blots, turn, scale):
    matrix = cv2.getRotationMatrix2D((249.5, 249.5), turn, scale)  # of middles of pixels
    soft = cv2.GaussianBlur(blots, (0, 0), 0.45 / scale) if scale < 1 else blots
    turned = cv2.warpAffine(soft, matrix, (500, 500), flags=cv2.INTER_CUBIC, borderValue=(230,) * 3)
    matches = sift().match(Picture(blots), Picture(turned), limit=800)
    expected = (matches.left - 0.5) @ matrix[:, :2].T + matrix[:, 2] + 0.5
    away = matches.right - expected
    right = np.hypot(*away.T) < 3
    assert right.sum() >= 60
    assert right.mean() > 0.9
    assert np.abs(away[right].mean(axis=0)).max() < 0.1  # no shift


def test_as_many_as_asked_and_none_where_there_is_no_sheet(blots):
    valid = np.zeros((500, 500), bool)
    valid[:, 200:] = True
    features = Sift().features(Picture(blots, valid), limit=50)
    assert len(features) == 50
    assert features.points[:, 0].min() > 200
    assert np.allclose(np.linalg.norm(features.descriptors, axis=1), 1, atol=1e-5)


def test_a_blank_page_has_no_keypoints_and_no_pairs(blots):
    blank = Picture(np.full((300, 300), 255, np.uint8))
    assert len(Sift().features(blank, limit=50)) == 0
    assert len(sift().match(blank, Picture(blots), limit=50)) == 0
