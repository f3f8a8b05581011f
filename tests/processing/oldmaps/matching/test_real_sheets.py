"""Windows of a real sheet, of 1926: turned and softened they are found, and none passes for another."""

from itertools import combinations

import cv2
import numpy as np
import pytest

from releve.processing.oldmaps.matching.features import Picture
from releve.processing.oldmaps.matching.images import ArrayImage
from releve.processing.oldmaps.matching.matching import match_images
from releve.processing.oldmaps.matching.sift import sift

SCAN = "oldmaps/atlas1926/BHdV_PL_ATL20Ardt_1926_0004-VAL-INPUT_color_border.jpg"
CORNERS = ((500, 600), (2000, 1000), (3400, 500), (4600, 1200), (6000, 800), (7200, 1400))  # column, row
SIDE = 1024


@pytest.fixture(scope="module")
def windows(shared_data):
    path = shared_data / SCAN
    if not path.is_file():
        pytest.skip(f"no scan at {path}")
    scan = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
    return [scan[row : row + SIDE, column : column + SIDE].copy() for column, row in CORNERS]


def matched(one, other):
    return match_images(ArrayImage(Picture(one)), ArrayImage(Picture(other)), sift())


def check_found(window, seen, corner_error, *, degrees, scale):
    """Whether a window is found again, turned, softened and with noise."""
    turned, truth = seen(window, degrees=degrees, scale=scale)
    soft = cv2.GaussianBlur(turned.picture.pixels, (0, 0), 0.8)
    noise = np.random.default_rng(0).normal(0, 6, soft.shape)
    found = matched(window, np.clip(soft + noise, 0, 255).astype(np.uint8))
    assert found.verdict == "reliable"
    assert found.evidence.inliers >= 400
    assert corner_error(found.affinity, truth, SIDE) < 1


def test_a_window_is_found_turned_and_another_is_not(windows, seen, corner_error):
    check_found(windows[2], seen, corner_error, degrees=8, scale=0.9)
    assert matched(windows[0], windows[4]).verdict == "failed"


@pytest.mark.soak
def test_all_six_are_found_and_no_pair_of_them_is_confused(windows, seen, corner_error):
    for window in windows:
        for degrees, scale in ((8, 0.9), (30, 0.8), (45, 1.0)):
            check_found(window, seen, corner_error, degrees=degrees, scale=scale)
    assert {matched(one, other).verdict for one, other in combinations(windows, 2)} == {"failed"}
