"""Points that stand on the crossings of a graticule: lines parallel to both axes of one plane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...errors import FitError
from ...language import tr
from ..points.control_points import FloatArray

IntArray: TypeAlias = NDArray[np.intp]
Rectangle: TypeAlias = tuple[int, int, int, int]
"""West and east line, south and north line."""

SAME_LINE = 1e-6  # of the reach of the points: coordinates this near are of one line

TELLING: tuple[tuple[Rectangle, ...], ...] = (
    ((-1, 1, 0, 1), (-1, 1, -1, 0), (0, 1, -1, 1), (-1, 0, -1, 1)),  # it is in the middle of a side
    ((-1, 1, -1, 1),),  # it is inside
    (
        *((1, 2, 0, 1), (1, 2, -1, 0), (-2, -1, 0, 1), (-2, -1, -1, 0)),  # it is beside
        *((0, 1, 1, 2), (-1, 0, 1, 2), (0, 1, -2, -1), (-1, 0, -2, -1)),
    ),
    ((1, 2, 1, 2), (1, 2, -2, -1), (-2, -1, 1, 2), (-2, -1, -2, -1)),  # it is beyond a corner
)
"""Rectangles that tell of a crossing, in steps from it: the best first, equally good ones together."""
REACH = 2
"""How many steps these go."""


@dataclass(frozen=True)
class Lattice:
    """The lines of a graticule and the points on their crossings.

    Parameters
    ----------
    x, y : arrays of shape (a,) and (b,), float64
        The lines, ascending.
    nodes : array of shape (a, b), intp
        Index of the point on each crossing, -1 where there is none.
    """

    x: FloatArray
    y: FloatArray
    nodes: IntArray

    @property
    def complete(self) -> IntArray:
        """Lower left crossing of each cell that has its four corners, shape (cells, 2)."""
        there = self.nodes >= 0
        return np.argwhere(there[:-1, :-1] & there[1:, :-1] & there[:-1, 1:] & there[1:, 1:])

    def nearest_complete(self) -> IntArray:
        """Lower left crossing of the complete cell nearest to the middle of each, shape (a - 1, b - 1, 2)."""
        middles = [(line[1:] + line[:-1]) / 2 for line in (self.x, self.y)]
        complete = self.complete
        across = middles[0][:, None] - middles[0][complete[:, 0]]
        along = middles[1][:, None] - middles[1][complete[:, 1]]
        return np.asarray(complete[(across[:, None] ** 2 + along[None] ** 2).argmin(axis=2)])

    def corners(self, crossings: IntArray, rectangle: Rectangle) -> IntArray:
        """Points at the corners of a rectangle beside each of n crossings, -1 where there is none.

        Shape (n, 4): south-west, south-east, north-west, north-east.
        """
        west, east, south, north = (step + REACH for step in rectangle)
        padded = np.pad(self.nodes, REACH, constant_values=-1)
        i, j = crossings.T
        places = ((west, south), (east, south), (west, north), (east, north))
        return np.stack([padded[i + across, j + along] for across, along in places], axis=1)


def lattice_of(source: FloatArray, target: FloatArray) -> tuple[Lattice, bool]:
    """The graticule that one of two planes holds, and whether it is the source's.

    Raises
    ------
    FitError
        Neither plane holds one with a complete cell, or some points stand on no crossing.
    """
    for places, is_source in ((source, True), (target, False)):
        if (lattice := _lattice(places)) is not None:
            return lattice, is_source
    raise FitError(
        tr(
            "The points are no graticule with a complete cell: grid cells need points on the crossings of "
            "lines that are parallel to the axes of the CRS. Choose another method."
        )
    )


def _lattice(places: FloatArray) -> Lattice | None:
    columns, rows = (_lines(places[:, axis], float(np.ptp(places, axis=0).max())) for axis in (0, 1))
    if columns is None or rows is None:
        return None
    (x, i), (y, j) = columns, rows
    nodes = np.full((len(x), len(y)), -1, np.intp)
    nodes[i, j] = np.arange(len(places))
    lattice = Lattice(x, y, nodes)
    return lattice if len(lattice.complete) else None


def _lines(values: FloatArray, reach: float) -> tuple[FloatArray, IntArray] | None:
    """The lines that coordinates stand on, and the line of each; None where one stands alone on its line."""
    order = np.argsort(values)
    steps = np.diff(values[order], prepend=-np.inf) > SAME_LINE * reach
    number = np.empty(len(values), np.intp)
    number[order] = np.cumsum(steps) - 1
    counts = np.bincount(number)
    if counts.min() < 2:
        return None
    return np.bincount(number, values) / counts, number
