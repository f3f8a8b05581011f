"""Boundaries between classes as arcs that run from one junction to the next.

Each arc is part of two rings, of the patches on its two sides, which are finished at different times and walk
it in opposite directions. So it is brought into one direction and the same beginning: what is then done to it
alone comes out the same for both, and they keep fitting together without knowing of each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from .lattice import JUNCTION, Lattice
from .patches import Patches
from .ragged import IntArray, offsets_of, spans

BoolArray: TypeAlias = npt.NDArray[np.bool_]
Numbers: TypeAlias = npt.NDArray[Any]  # whole ones, or with a point


@dataclass(frozen=True)
class Arcs:
    """Arcs, one after the other in the order of the rings that they make.

    Attributes
    ----------
    offsets : integer array of shape (arcs + 1,)
        The points of the i-th arc are number ``offsets[i]`` to ``offsets[i + 1] - 1``, both ends included.
    rows, columns : arrays of shape (points,)
        The points, in pixels from the top left of the raster.
    is_turned : boolean array of shape (arcs,)
        Whether the ring walks the arc from its last point to its first.
    ring : integer array of shape (arcs,)
        The ring that each arc is part of.
    """

    offsets: IntArray
    rows: Numbers
    columns: Numbers
    is_turned: BoolArray
    ring: IntArray

    def __len__(self) -> int:
        return len(self.ring)

    @property
    def first(self) -> IntArray:
        """Number of the first point of each arc."""
        return self.offsets[:-1]

    @property
    def last(self) -> IntArray:
        """Number of the last point of each arc."""
        return self.offsets[1:] - 1

    @property
    def is_closed(self) -> BoolArray:
        """Whether each arc ends where it begins."""
        same: BoolArray = (self.rows[self.first] == self.rows[self.last]) & (
            self.columns[self.first] == self.columns[self.last]
        )
        return same

    def with_points(self, offsets: IntArray, rows: Numbers, columns: Numbers) -> Arcs:
        """The same arcs along other points."""
        return replace(self, offsets=offsets, rows=rows, columns=columns)

    def kept(self, is_kept: BoolArray) -> Arcs:
        """The same arcs with some of their points only."""
        lengths = np.add.reduceat(is_kept, self.first, dtype=np.int64)
        return self.with_points(offsets_of(lengths), self.rows[is_kept], self.columns[is_kept])

    def doubled_areas(self) -> Numbers:
        """Twice the area left of the way along each arc and back to the origin, in pixels."""
        row, column = self.rows, self.columns
        found = np.zeros(len(row))
        found[:-1] = column[1:] * row[:-1] - column[:-1] * row[1:]  # rows run south
        found[self.last] = 0
        areas: Numbers = np.add.reduceat(found, self.first)
        return areas


def arcs_of(patches: Patches, lattice: Lattice) -> Arcs:
    """The arcs of the rings of patches, in pixels along the edges of the grid."""
    offsets, row, column = _with_junctions(patches, lattice)
    is_junction = lattice.kinds(row, column) == JUNCTION
    row, column, is_junction = _from_a_junction(offsets, row, column, is_junction)
    # A ring without any junction is one arc, which ends at its first corner as if that were one.
    is_junction[offsets[:-1]] = True
    begins = np.flatnonzero(is_junction)
    ring = np.searchsorted(offsets, begins, side="right") - 1
    following = np.append(begins[1:], offsets[-1])
    end = np.where(following == offsets[ring + 1], offsets[ring], following)
    lengths = following - begins + 1
    arc_offsets = offsets_of(lengths)
    place = spans(begins, lengths)
    place[arc_offsets[1:] - 1] = end
    arcs = Arcs(arc_offsets, row[place], column[place], np.zeros(len(begins), bool), ring)
    return _turned(replace(arcs, is_turned=_goes_back(arcs)))


def rings_of(arcs: Arcs, patches: Patches) -> Patches:
    """The patches with their rings along these arcs."""
    walked = _turned(arcs)
    is_kept = np.ones(len(walked.rows), bool)
    is_kept[walked.last] = False  # where the next arc begins
    lengths = np.bincount(walked.ring, np.diff(walked.offsets) - 1, len(patches.corners) - 1)
    corners = offsets_of(lengths.astype(np.int64))
    return replace(patches, corners=corners, rows=walked.rows[is_kept], columns=walked.columns[is_kept])


def _with_junctions(patches: Patches, lattice: Lattice) -> tuple[IntArray, IntArray, IntArray]:
    """Rings with a point also where boundaries of others end at their straight edges."""
    row, column = patches.rows, patches.columns
    following = np.arange(1, len(row) + 1)
    following[patches.corners[1:] - 1] = patches.corners[:-1]
    down, right = row[following] - row, column[following] - column
    steps = np.abs(down) + np.abs(right)
    within = spans(np.ones_like(steps), steps - 1)
    edge = np.repeat(np.arange(len(row)), steps - 1)
    found_row = row[edge] + within * np.sign(down)[edge]
    found_column = column[edge] + within * np.sign(right)[edge]
    chosen = np.flatnonzero(lattice.kinds(found_row, found_column) == JUNCTION)
    more = np.bincount(edge[chosen], minlength=len(row))
    place = np.arange(len(row)) + offsets_of(more)[:-1]
    rows, columns = np.empty((2, len(row) + len(chosen)), np.int64)
    is_old = np.zeros(len(rows), bool)
    is_old[place] = True
    rows[is_old], columns[is_old] = row, column
    rows[~is_old], columns[~is_old] = found_row[chosen], found_column[chosen]
    return np.append(place, len(rows))[patches.corners], rows, columns


def _from_a_junction(
    offsets: IntArray, row: IntArray, column: IntArray, is_junction: BoolArray
) -> tuple[IntArray, IntArray, BoolArray]:
    """Rings that begin at their first junction, if they have one."""
    lengths = np.diff(offsets)
    number = np.where(is_junction, np.arange(len(row)), len(row))
    first = np.minimum.reduceat(number, offsets[:-1]) if len(lengths) else number
    shift = np.where(first < len(row), first - offsets[:-1], 0)
    within = np.arange(len(row)) - np.repeat(offsets[:-1] - shift, lengths)
    place = np.repeat(offsets[:-1], lengths) + within % np.repeat(lengths, lengths)
    return row[place], column[place], is_junction[place]


def _goes_back(arcs: Arcs) -> BoolArray:
    """Whether an arc runs against the direction that both its rings agree on."""
    first, last = arcs.first, arcs.last
    closed = arcs.is_closed
    one, other = np.where(closed, first + 1, first), np.where(closed, last - 1, last)
    row, column = arcs.rows, arcs.columns
    back: BoolArray = (row[one] > row[other]) | ((row[one] == row[other]) & (column[one] > column[other]))
    return back


def _turned(arcs: Arcs) -> Arcs:
    """The arcs with the points of those that are turned in the other order."""
    lengths = np.diff(arcs.offsets)
    turned = np.repeat(arcs.is_turned, lengths)
    mirrored = np.repeat(arcs.first + arcs.last, lengths) - np.arange(len(arcs.rows))
    place = np.where(turned, mirrored, np.arange(len(arcs.rows)))
    return arcs.with_points(arcs.offsets, arcs.rows[place], arcs.columns[place])
