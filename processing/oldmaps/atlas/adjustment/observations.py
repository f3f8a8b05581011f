"""Where the sheets of an atlas show what: the places drawn on them, and which of them are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...fitting.places import UPWARDS
from ...points.control_points import ControlPoint, ControlPoints, FloatArray
from .tie_table import Tie

IntArray: TypeAlias = NDArray[np.intp]
BoolArray: TypeAlias = NDArray[np.bool_]
FIXED = "fixed"
"""First word of the note of a point that must not be moved."""


@dataclass(frozen=True)
class Observations:
    """One row a place drawn on a sheet; a place drawn on several sheets is one node.

    Parameters
    ----------
    sheet : array of shape (n,), intp
        Number of the sheet.
    pixels : array of shape (n, 2), float64
        Where on it: col and -row.
    node : array of shape (n,), intp
        Which place.
    ground : array of shape (nodes, 2), float64
        Where each node lies, in metres; NaN where only ties tell of it.
    fixed : array of shape (nodes,), bool
        Whether it stays there.
    """

    sheet: IntArray
    pixels: FloatArray
    node: IntArray
    ground: FloatArray
    fixed: BoolArray

    @property
    def known(self) -> BoolArray:
        """Whether each observation is of a place known on the ground, shape (n,)."""
        known: BoolArray = np.isfinite(self.ground[self.node, 0])
        return known

    def of(self, sheet: int) -> IntArray:
        """The observations on a sheet."""
        return np.flatnonzero(self.sheet == sheet)

    def on(self, sheets: IntArray) -> Observations:
        """Those on some sheets alone, nodes as they are."""
        kept = np.isin(self.sheet, sheets)
        return Observations(self.sheet[kept], self.pixels[kept], self.node[kept], self.ground, self.fixed)

    def pairs(self) -> IntArray:
        """Observations of one node on two sheets, shape (pairs, 2), the sheet of less number first."""
        order = np.argsort(self.node, kind="stable")
        ends = np.flatnonzero(np.diff(self.node[order])) + 1
        found = [
            (one, other) if self.sheet[one] < self.sheet[other] else (other, one)
            for members in np.split(order, ends)
            for one, other in combinations(members.tolist(), 2)
            if self.sheet[one] != self.sheet[other]
        ]
        return np.array(found, np.intp).reshape(-1, 2)


def observe(
    sheets: Sequence[ControlPoints], ties: Sequence[Tie], *, metres_per_unit: FloatArray, tolerance_m: float
) -> Observations:
    """What the enabled points of all sheets and the ties say.

    Parameters
    ----------
    sheets : sequence of ControlPoints
        All in one CRS.
    ties : sequence of Tie
        Each a place of its own, known on two sheets and not on the ground.
    metres_per_unit : array of shape (2,), float64
        Of x and y.
    tolerance_m : float
        Points of different sheets that lie as near as this are one node.
    """
    rows = [_rows(number, points) for number, points in enumerate(sheets)]
    known = np.concatenate(rows) if rows else np.empty((0, 6))
    place = known[:, 3:5] * metres_per_unit
    node = _nodes(place, tolerance_m)
    count = int(node.max(initial=-1)) + 1
    ground, fixed = np.zeros((count, 2)), np.zeros(count, bool)
    np.add.at(ground, node, place)
    np.logical_or.at(fixed, node, known[:, 5] > 0)
    ground /= np.maximum(np.bincount(node, minlength=count), 1)[:, None]
    sides = np.array([side for tie in ties for side in (tie.one, tie.other)], np.float64).reshape(-1, 3)
    tied = np.repeat(np.arange(len(ties)), 2) + count
    return Observations(
        np.concatenate([known[:, 0], sides[:, 0]]).astype(np.intp),
        np.concatenate([known[:, 1:3], sides[:, 1:] * UPWARDS]),
        np.concatenate([node, tied]),
        np.concatenate([ground, np.full((len(ties), 2), np.nan)]),
        np.concatenate([fixed, np.zeros(len(ties), bool)]),
    )


def is_fixed(point: ControlPoint) -> bool:
    """Whether the user wants a point to stay where it is."""
    return point.note.strip().lower().startswith(FIXED)


def _rows(number: int, points: ControlPoints) -> FloatArray:
    """Sheet, col, -row, x, y, fixed of the enabled points; what is there twice counts once."""
    used = points.enabled
    fixed = [is_fixed(point) for point in used.points]
    columns = [np.full(len(fixed), number), used.pixels * UPWARDS, used.ground, fixed]
    return np.unique(np.column_stack(columns), axis=0)


def _nodes(place: FloatArray, tolerance_m: float) -> IntArray:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    if not len(place):
        return np.empty(0, np.intp)
    near = cKDTree(place).query_pairs(tolerance_m, output_type="ndarray")
    links = coo_array((np.ones(len(near)), (near[:, 0], near[:, 1])), shape=(len(place), len(place)))
    labels: IntArray = connected_components(links, directed=False)[1].astype(np.intp)
    return labels
