"""Of objects that overlap too much, the first alone is kept: non-maximum suppression, of boxes or outlines.

The result is that of the plain rule (take objects from first to last, drop those that overlap one already
kept), found in portions, so that a pile of boxes at one place does not ask for the square of its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import shapely

from .objects import BoolArray, FloatArray, IntArray, Outlines

Pairs: TypeAlias = tuple[IntArray, IntArray]

PORTION = 2048  # objects that are compared with each other at once
CONTAINED = 0.7  # of a cut object that another covers: the same, seen better


@dataclass(frozen=True)
class Shapes:
    """Outlines whose overlaps are asked for; only those of one group (class) meet."""

    outlines: Outlines
    groups: IntArray

    @cached_property
    def bounds(self) -> FloatArray:
        """Least column and row, greatest column and row."""
        found: FloatArray = shapely.bounds(self.outlines).reshape(-1, 4)
        return found

    @cached_property
    def areas(self) -> FloatArray:
        """In pixels."""
        found: FloatArray = shapely.area(self.outlines)
        return found

    @cached_property
    def are_boxes(self) -> bool:
        """Whether all run along rows and columns, so that corners tell their overlaps."""
        bounds = self.bounds
        filled = (bounds[:, 2] - bounds[:, 0]) * (bounds[:, 3] - bounds[:, 1])
        return bool(np.allclose(self.areas, filled, rtol=1e-9))

    @cached_property
    def envelopes(self) -> Outlines:
        """Boxes around them, those of each group at a place of its own."""
        width = np.ptp(self.bounds[:, [0, 2]]) + 1 if len(self.groups) else 1.0
        _, rank = np.unique(self.groups, return_inverse=True)
        left, top, right, bottom = self.bounds.T
        found: Outlines = np.array(shapely.box(left + rank * width, top, right + rank * width, bottom))
        return found.reshape(-1)

    def intersections(self, pairs: Pairs, needed: FloatArray) -> FloatArray:
        """Area that each pair shares; 0 for pairs whose boxes alone show that it is not above ``needed``."""
        first, second = pairs
        start = np.maximum(self.bounds[first, :2], self.bounds[second, :2])
        end = np.minimum(self.bounds[first, 2:], self.bounds[second, 2:])
        shared: FloatArray = np.clip(end - start, 0, None).prod(axis=1)
        if self.are_boxes:
            return shared
        asked = np.flatnonzero(shared > needed)
        exact = np.zeros(len(first))
        exact[asked] = shapely.area(
            shapely.intersection(self.outlines[first[asked]], self.outlines[second[asked]])
        )
        return exact


def suppress(
    shapes: Shapes,
    order: IntArray,
    *,
    overlap: float,
    cut: BoolArray | None = None,
    tiles: IntArray | None = None,
) -> BoolArray:
    """Which shapes are kept.

    Parameters
    ----------
    order : integer array
        The shapes from the first, which is kept in any case, to the last.
    overlap : float
        Intersection over union above which the later of two is dropped.
    cut : boolean array, optional
        Those also dropped where an earlier one covers most of them.
    tiles : integer array, optional
        Shapes of one tile are not compared: its model, or its own suppression, told them apart.

    Examples
    --------
    >>> boxes = np.array([shapely.box(0, 0, 10, 10), shapely.box(1, 0, 11, 10), shapely.box(20, 0, 30, 10)])
    >>> suppress(Shapes(boxes, np.zeros(3, int)), np.array([1, 0, 2]), overlap=0.45).tolist()
    [False, True, True]
    """
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    dropped = np.zeros(len(order), bool)
    tree = shapely.STRtree(shapes.envelopes)

    def losers(pairs: Pairs) -> Pairs:
        """The pairs of which the second, which comes later, is dropped if the first is kept."""
        first, second = pairs
        meet = rank[first] < rank[second]
        if tiles is not None:
            meet &= tiles[first] != tiles[second]
        first, second = first[meet], second[meet]
        area = shapes.areas
        needed = overlap / (1 + overlap) * (area[first] + area[second])  # for that intersection over union
        if cut is not None:
            needed = np.where(cut[second], np.minimum(needed, CONTAINED * area[second]), needed)
        is_same = shapes.intersections((first, second), needed) > needed
        return first[is_same], second[is_same]

    for start in range(0, len(order), PORTION):
        portion = order[start : start + PORTION]
        portion = portion[~dropped[portion]]
        inner = shapely.STRtree(shapes.envelopes[portion]).query(shapes.envelopes[portion])
        _drop(losers((portion[inner[0]], portion[inner[1]])), portion, dropped)
        kept = portion[~dropped[portion]]
        later = tree.query(shapes.envelopes[kept])
        dropped[losers((kept[later[0]], later[1]))[1]] = True
    return ~dropped


def _drop(pairs: Pairs, order: IntArray, dropped: BoolArray) -> None:
    """Drop the second of each pair whose first is kept, from the first object to the last."""
    sort = np.argsort(pairs[0], kind="stable")
    first, second = pairs[0][sort], pairs[1][sort]
    starts = np.searchsorted(first, order, side="left").tolist()
    ends = np.searchsorted(first, order, side="right").tolist()
    for number, start, end in zip(order.tolist(), starts, ends, strict=True):
        if end > start and not dropped[number]:
            dropped[second[start:end]] = True
