"""Pairs of known truth: they are what they say, and SIFT holds them."""

from __future__ import annotations

import math
from collections import Counter
from itertools import islice

import numpy as np
import pytest


@pytest.fixture(scope="module")
def made(load_tool):
    return load_tool("matching_pairs")


@pytest.fixture(scope="module")
def trials(load_tool):
    return load_tool("matching_trials")


@pytest.fixture(scope="module")
def scans(shared_data):
    folder = shared_data / "oldmaps"
    if not (folder / "atlas1926").is_dir():
        pytest.skip(f"no scans in {folder}")
    return folder


def test_the_truth_of_a_pair_leads_to_the_same_ink(made, scans):
    for pair in islice(made.pairs(scans, ("turned",)), 0, 5, 4):  # by 45°, as scanned
        sheet, reference = (one.astype(float).mean(axis=2) for one in (pair.sheet, pair.reference))
        random = np.random.default_rng(0)
        places = random.integers(5, made.SIDE - 5, (4000, 2))
        there = np.floor((places + 0.5) @ pair.truth[:, :2].T + pair.truth[:, 2]).astype(int)
        rows, columns = reference.shape
        inside = ((there >= 0) & (there < [columns, rows])).all(axis=1)
        here, there = places[inside], there[inside]
        ink = np.corrcoef(sheet[here[:, 1], here[:, 0]], reference[there[:, 1], there[:, 0]])[0, 1]
        aside = np.corrcoef(sheet[here[:, 1], here[:, 0] - 5], reference[there[:, 1], there[:, 0]])[0, 1]
        assert ink > 0.4
        assert ink > 2 * aside


def test_pairs_are_the_same_each_time(made, scans):
    first, again = (next(made.pairs(scans, ("style",))) for _ in range(2))
    assert np.array_equal(first.sheet, again.sheet)


def test_a_pair_is_made_when_it_is_asked_for_and_not_before(made, scans, monkeypatch):
    drawn = []
    monkeypatch.setattr(made, "seen", lambda *given, seen=made.seen: drawn.append(1) or seen(*given))
    few = made.pairs(scans, ("unrelated",), every=50)
    assert len({next(few).name for _ in range(3)}) == len(drawn) == 3


def test_an_error_is_counted_in_pixels_of_the_sheet(trials):
    truth = np.array([[2.0, 0, 10], [0, 2.0, 20]])
    assert trials.error_px(truth + np.array([[0, 0, 6], [0, 0, 8]]), truth) == pytest.approx(5)
    assert trials.error_px(truth, truth) == 0


def test_a_claim_that_is_wrong_or_without_truth_is_a_confident_failure(trials):
    said = {"method": "m", "group": "near", "name": "n", "inliers": 200, "cells": 9, "chance": -99.0,
            "anisotropy": 1.0, "rival": 0.0, "seconds": 1.0}  # fmt: skip
    wrong = trials.Outcome(**said, related=True, verdict="reliable", error_px=80.0)
    right = trials.Outcome(**said, related=True, verdict="reliable", error_px=1.0)
    unrelated = trials.Outcome(**said, related=False, verdict="reliable", error_px=None)
    honest = trials.Outcome(**said, related=False, verdict="failed", error_px=None)
    assert [one.is_confident_failure for one in (wrong, right, unrelated, honest)] == [
        True,
        False,
        True,
        False,
    ]
    assert "| m | near | 4 | 25 % | 3 | 0 | 2 | 1.00 | 1.0 |" in trials.table(
        [wrong, right, unrelated, honest]
    )


@pytest.mark.soak
def test_sift_places_sheets_and_is_never_sure_of_a_wrong_place(made, trials, scans):
    from releve.processing.oldmaps.matching.sift import sift

    matcher = sift()
    outcomes = [trials.tried(pair, matcher) for pair in made.pairs(scans, made.GROUPS)]
    counts = Counter(one.group for one in outcomes)
    near = [one for one in outcomes if one.group == "near"]
    assert sum(one.is_right for one in near) >= 0.95 * counts["near"]
    strangers = [one for one in outcomes if not one.related]
    assert len(strangers) >= 300
    assert not [one for one in outcomes if one.is_confident_failure]
    assert 1 - math.pow(0.05, 1 / len(strangers)) < 0.01  # the upper limit that no failure leaves
