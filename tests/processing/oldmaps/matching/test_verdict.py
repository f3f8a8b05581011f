"""When a match may be trusted."""

from dataclasses import replace

import pytest

from releve.processing.oldmaps.matching.verdict import Evidence, judged

GOOD = Evidence(inliers=400, cells=9, chance=-900.0, anisotropy=1.01, rival=0.0)


@pytest.mark.parametrize(
    ("change", "verdict", "word"),
    [
        ({}, "reliable", ""),
        ({"inliers": 100, "cells": 4, "chance": -41.0, "anisotropy": 1.1}, "reliable", ""),
        ({"inliers": 99}, "look", "99 places"),
        ({"chance": -39.0}, "look", "400 places"),
        ({"cells": 3}, "look", "3 of 9 parts"),
        ({"anisotropy": 1.2}, "look", "20 % longer"),
        ({"inliers": 25, "cells": 5, "chance": -12.0}, "look", "25 places"),
        ({"inliers": 24}, "failed", "24 places"),
        ({"chance": -11.0}, "failed", "same ground"),
        (
            {"inliers": 99, "cells": 4},
            "failed",
            "a title, a frame",
        ),  # as two sheets of one atlas have in common
        ({"rival": 0.5}, "failed", "elsewhere"),
    ],
)
def test_each_doubt_counts(change, verdict, word):
    found, reasons = judged(replace(GOOD, **change))
    assert found == verdict
    assert bool(reasons) == (verdict != "reliable")
    assert word in " ".join(reasons)
