"""The points of a sheet as two planes that a fit can take."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ...errors import FitError
from ...language import tr
from ...raster.reference_systems import crs_of
from ..points.control_points import ControlPoints, FloatArray
from .lattices import IntArray
from .units import metres_per_unit

UPWARDS = np.array([1.0, -1.0])
"""What turns (col, row), row downwards, into z with y upwards, and back."""

MOST_POINTS = 3000
"""Of a sheet: what each point means for each other takes a gigabyte then."""


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
        The CRS of the points is unknown, or not defined where they lie; or it counts degrees, and they lie
        on both sides of the 180th meridian; or there are too many.
    """
    used = np.array([point.enabled for point in points.points], bool)
    both = np.hstack([points.pixels * UPWARDS, points.ground])
    number = np.full(len(both), -1, np.intp)
    _, first, inverse = np.unique(both[used], axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)  # of the file, not of the values
    number[used] = np.argsort(order)[inverse.ravel()]
    kept = both[used][first[order]]
    if len(kept) > MOST_POINTS:
        sentence = tr("{count} points are more than a fit can hold: set aside all but {most} of them.")
        raise FitError(sentence.format(count=len(kept), most=MOST_POINTS))
    scale = metres_per_unit(points.crs, kept[:, 2:].mean(axis=0)) if len(kept) else np.ones(2)
    _check_one_side(points.crs, kept[:, 2])
    return Places(kept[:, :2], kept[:, 2:] * scale, scale, number)


def _check_one_side(crs: str, longitudes: FloatArray) -> None:
    """Refuse degrees that jump from 180 to -180 in the middle of a sheet.

    Raises
    ------
    FitError
        More than half a turn lies between one point and the next: a map of the world has some in between.
    """
    if not crs or len(longitudes) < 2 or not (system := crs_of(crs)).is_geographic:
        return
    half_a_turn = math.pi / system.axis_info[0].unit_conversion_factor
    if np.diff(np.sort(longitudes)).max() > half_a_turn:
        raise FitError(
            tr(
                "The points lie on both sides of the 180th meridian, where degrees jump. Bring them into a "
                "projected CRS of the place first (oldmaps.points, with “target_crs”)."
            )
        )
