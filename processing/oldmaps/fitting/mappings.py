"""From one plane to another: what every fit gives, and the frame that keeps its numbers small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..points.control_points import FloatArray

CHUNK = 1 << 22
"""How many numbers a mapping keeps at once: 32 MiB."""


class Mapping(Protocol):
    """Places of one plane → places of another, both with y upwards."""

    def __call__(self, places: FloatArray) -> FloatArray:
        """Array of shape (n, 2) → array of shape (n, 2), NaN where the mapping has nothing to say."""

    def jacobian(self, places: FloatArray) -> FloatArray:
        """Derivatives at places of shape (n, 2), shape (n, 2, 2): of each result by each coordinate."""


@dataclass(frozen=True)
class Frame:
    """The middle of some places and how far they reach from it; inside, coordinates are about -1 to 1."""

    middle: FloatArray
    reach: float

    @classmethod
    def around(cls, places: FloatArray) -> Frame:
        """The frame of places of shape (n, 2)."""
        middle = places.mean(axis=0)
        return cls(middle, float(np.abs(places - middle).max()) or 1.0)

    def inside(self, places: FloatArray) -> FloatArray:
        """The places in coordinates of the frame."""
        return (places - self.middle) / self.reach

    def outside(self, places: FloatArray) -> FloatArray:
        """The places of the frame in coordinates of the plane."""
        return places * self.reach + self.middle


def in_chunks(work: Callable[[FloatArray], FloatArray], places: FloatArray, *, width: int) -> FloatArray:
    """``work`` done on so many places at a time that ``width`` numbers a place stay within `CHUNK`."""
    step = max(1, CHUNK // width)
    if len(places) <= step:
        return work(places)
    return np.concatenate([work(part) for part in _parts(places, step)])


def _parts(places: FloatArray, step: int) -> Iterator[FloatArray]:
    for start in range(0, len(places), step):
        yield places[start : start + step]
