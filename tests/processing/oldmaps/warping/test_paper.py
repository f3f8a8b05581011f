"""The colour of paper, and pictures whose paper is clear."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.oldmaps.warping.paper import opacity, paper_colour

PAPER = np.array([226.0, 214.0, 188.0])


def drawing(paper=PAPER, ink=(40.0, 35.0, 30.0), share=0.25, noise=6.0, stain=0.0):
    random = np.random.default_rng(0)
    pixels = np.where(random.random((20_000, 1)) < share, ink, paper) + random.normal(0, noise, (20_000, 3))
    pixels[: int(stain * 20_000)] *= (0.8, 0.7, 0.5)
    return np.clip(pixels, 0, 255).astype("uint8")


@pytest.mark.parametrize("paper", [PAPER, (15.0, 40.0, 120.0), (250.0, 250.0, 250.0)])
def test_the_paper_is_found_light_or_dark(paper):
    ink = (240.0, 240.0, 235.0) if sum(paper) < 300 else (40.0, 35.0, 30.0)
    assert np.abs(paper_colour(drawing(np.array(paper), ink)) - paper).max() < 3


def test_stains_and_much_ink_do_not_move_it():
    assert np.abs(paper_colour(drawing(share=0.4, stain=0.3)) - PAPER).max() < 4


def test_paper_is_clear_and_ink_is_not():
    picture = np.array([PAPER, PAPER - 10, (40, 35, 30), (190, 60, 50)]).astype("uint8")[None]
    clear = opacity(picture, PAPER.astype("float32"), 0.25)[0]
    assert clear[0] == 0
    assert clear[1] == 0
    assert clear[2] == 255
    assert clear[3] > 200  # red ink


def test_a_larger_tolerance_clears_more():
    picture = drawing().reshape(100, 200, 3)
    shares = [opacity(picture, PAPER.astype("float32"), tolerance).mean() for tolerance in (0, 0.1, 0.3, 1)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 250
