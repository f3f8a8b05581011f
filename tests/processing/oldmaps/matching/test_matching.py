"""A sheet matched with a reference, both in memory."""

import cv2
import numpy as np
import pytest

from releve.processing.errors import Cancelled
from releve.processing.oldmaps.matching.affinities import applied
from releve.processing.oldmaps.matching.features import Matches, Picture
from releve.processing.oldmaps.matching.images import ArrayImage
from releve.processing.oldmaps.matching.matching import match_images
from releve.processing.oldmaps.matching.sift import sift


def image(pixels):
    return ArrayImage(Picture(pixels))


@pytest.mark.parametrize(("degrees", "scale"), [(0, 1), (8, 0.9), (30, 0.8), (135, 1.3), (180, 0.5)])
def test_a_turned_and_scaled_sheet_is_found_within_a_pixel(drawn, seen, corner_error, degrees, scale):
    reference, truth = seen(drawn, degrees=degrees, scale=scale)
    found = match_images(image(drawn), reference, sift())
    assert found.verdict == "reliable", found.reasons
    assert corner_error(found.affinity, truth) < 1
    turn = found.anatomy.rotation_deg - degrees
    assert (turn + 180) % 360 - 180 == pytest.approx(0, abs=0.1)
    assert found.anatomy.scale == pytest.approx(scale, rel=0.005)


def test_points_are_few_and_spread_and_every_pair_fits_the_truth(drawn, seen):
    reference, truth = seen(drawn, degrees=8, scale=0.9)
    found = match_images(image(drawn), reference, sift(), cells=4)
    assert 12 <= len(found.chosen) <= 16
    assert len(found.sheet) >= 100
    apart = np.hypot(*(applied(truth, found.sheet) - found.reference).T)
    assert apart.max() < 4.5
    assert np.median(apart) < 0.5
    assert found.rmse_px < 1.5


def test_another_town_is_refused_without_any_place(drawn, town_of):
    found = match_images(image(drawn), image(town_of(1)), sift())
    assert found.verdict == "failed"
    assert (len(found.sheet), len(found.chosen), found.affinity, found.rmse_px) == (0, 0, None, None)
    assert "may not show the same ground" in found.reasons[0]


@pytest.mark.parametrize("colour", [0, 255])
def test_a_blank_page_is_refused(drawn, colour):
    blank = np.full_like(drawn, colour)
    for one, other in ((blank, drawn), (drawn, blank), (blank, blank)):
        assert match_images(image(one), image(other), sift()).verdict == "failed"


def test_a_negative_is_found(drawn, seen, corner_error):
    reference, truth = seen(255 - drawn, degrees=20)
    found = match_images(image(drawn), reference, sift())
    assert found.verdict == "reliable"
    assert corner_error(found.affinity, truth) < 1


def test_the_same_image_lies_on_itself(drawn, corner_error):
    found = match_images(image(drawn), image(drawn), sift())
    assert found.verdict == "reliable"
    assert corner_error(found.affinity, np.eye(3)[:2]) < 0.05


def test_an_overlap_on_one_side_is_to_be_looked_at(drawn):
    found = match_images(image(drawn), image(drawn[:, 330:]), sift())
    assert found.verdict == "look"
    assert any("of 9 parts" in reason for reason in found.reasons)
    assert np.abs(found.sheet - found.reference - [330, 0]).max() < 4


def test_a_bare_graticule_is_refused():
    paper = np.full((700, 700, 3), 225, np.uint8)
    for place in range(50, 700, 100):
        cv2.line(paper, (place, 0), (place, 699), (60, 60, 60), 2)
        cv2.line(paper, (0, place), (699, place), (60, 60, 60), 2)
    noise = np.random.default_rng(0).normal(0, 3, (2, *paper.shape))
    one, other = (np.clip(paper + part, 0, 255).astype(np.uint8) for part in noise)
    assert match_images(image(one[:600, :600]), image(other[40:, 60:]), sift()).verdict == "failed"


class Blind:
    """Bears turns of 60°, finds nothing, and counts how often it is asked."""

    name, reach, turns = "blind", 60.0, (0.0, 120.0, 240.0)

    def __init__(self):
        self.asked = 0

    def match(self, left, right, *, limit):
        self.asked += 1
        return Matches(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0))


def test_a_search_in_vain_looks_once_at_the_negative():
    matcher, large = Blind(), image(np.zeros((3300, 40), np.uint8))
    assert match_images(large, large, matcher).verdict == "failed"
    assert matcher.asked == 4 * len(matcher.turns) + 1  # four sizes


def test_work_that_is_no_longer_wanted_ends(drawn):
    def step(fraction):
        if fraction > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        match_images(image(drawn), image(drawn), sift(), step=step)
