"""The points of a sheet as two planes that a fit can take."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..points.control_points import ControlPoints, FloatArray
from .lattices import IntArray
from .units import metres_per_unit

UPWARDS = np.array([1.0, -1.0])
"""What turns (col, row), row downwards, into z with y upwards, and back."""


@dataclass(frozen=True)
class Places:
    """The points that count, each once, on the sheet and on the ground.

    Parameters
    ----------
    sheet : array of shape (n, 2), float64
        Pixels: col and -row.
    ground : array of shape (n, 2), float64
        Metres: x and y times ``metres_per_unit``.
    metres_per_unit : array of shape (2,), float64
    number : array of shape (points of the sheet,), intp
        Which place each point is, -1 for one that is set aside; points that are the same share one.
    """

    sheet: FloatArray
    ground: FloatArray
    metres_per_unit: FloatArray
    number: IntArray

    def __len__(self) -> int:
        return len(self.sheet)

    def point_of(self, place: int) -> int:
        """Index of the first point that is this place."""
        return int(np.argmax(self.number == place))


def places_of(points: ControlPoints) -> Places:
    """The places of a sheet's enabled points; those that agree in all four coordinates are one.

    Raises
    ------
    FitError
        The CRS of the points is unknown, or not defined where they lie.
    """
    used = np.array([point.enabled for point in points.points], bool)
    both = np.hstack([points.pixels * UPWARDS, points.ground])
    number = np.full(len(both), -1, np.intp)
    _, first, inverse = np.unique(both[used], axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)  # of the file, not of the values
    number[used] = np.argsort(order)[inverse.ravel()]
    kept = both[used][first[order]]
    scale = metres_per_unit(points.crs, kept[:, 2:].mean(axis=0)) if len(kept) else np.ones(2)
    return Places(kept[:, :2], kept[:, 2:] * scale, scale, number)
