"""How well neighbouring sheets meet: the distances between places drawn on both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ...points.control_points import FloatArray
from .observations import IntArray


@dataclass(frozen=True)
class Spread:
    """Median and 95th percentile, in metres; NaN without any value."""

    median_m: float
    p95_m: float

    @classmethod
    def of(cls, distances_m: FloatArray) -> Spread:
        """The spread of the distances that are known."""
        known = distances_m[np.isfinite(distances_m)]
        if not len(known):
            return cls(np.nan, np.nan)
        return cls(float(np.median(known)), float(np.percentile(known, 95)))


@dataclass(frozen=True)
class Seam:
    """Where two sheets meet: their numbers, how many places both show, and how far apart they put them."""

    one: int
    other: int
    places: int
    before: Spread
    after: Spread


def seams_between(sheets: IntArray, before_m: FloatArray, after_m: FloatArray) -> Iterator[Seam]:
    """The seams of an atlas, the worst after the adjustment first.

    Parameters
    ----------
    sheets : array of shape (pairs, 2), intp
        On which sheets each pair lies.
    before_m, after_m : arrays of shape (pairs,), float64
        Distances in metres.
    """
    neighbours, number = np.unique(sheets, axis=0, return_inverse=True)
    found = [
        Seam(int(one), int(other), int(those.sum()), Spread.of(before_m[those]), Spread.of(after_m[those]))
        for place, (one, other) in enumerate(neighbours)
        for those in [number.ravel() == place]
    ]
    yield from sorted(found, key=lambda seam: -np.nan_to_num(seam.after.median_m))
