"""Arcs along pixels, straightened without ever meeting each other.

Where a piece of an arc is replaced by the straight line between its ends (Douglas and Peucker 1973), what
lies between the two must hold no corner of any other piece: then all pieces may be replaced at once, and none
comes to cross another (after de Berg, van Kreveld and Schirra 1998). So each arc needs to know the corners
around it only, not how its neighbours are straightened.

References
----------
Douglas and Peucker (1973), Algorithms for the reduction of the number of points required to represent a
digitized line or its caricature, Cartographica 10(2), 112-122. https://doi.org/10.3138/FM57-6770-U75U-7727
de Berg, van Kreveld and Schirra (1998), Topologically correct subdivision simplification using the bandwidth
criterion, Cartography and Geographic Information Systems 25(4), 243-257.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .arcs import Arcs, BoolArray, Numbers
from .lattice import CORNER, Lattice
from .ragged import IntArray, offsets_of, spans

CORNERS_AT_ONCE = 1 << 21  # of the lattice


@dataclass(frozen=True)
class Tolerance:
    """How far boundaries may move: ``pixels`` of mean size, ``width`` and ``height`` of a pixel in such."""

    pixels: float
    width: float = 1.0
    height: float = 1.0

    @property
    def corners(self) -> float:
        """The same as a number of columns or rows, whichever are more."""
        return self.pixels / min(self.width, self.height)


@dataclass(frozen=True)
class _Pieces:
    """Pieces of arcs from point ``first`` to ``last``; ``is_whole``: not yet cut."""

    first: IntArray
    last: IntArray
    is_whole: BoolArray

    def take(self, which: BoolArray | IntArray) -> _Pieces:
        return _Pieces(self.first[which], self.last[which], self.is_whole[which])

    def cut(self, at: IntArray, *, is_whole: bool = False) -> _Pieces:
        return _Pieces(
            np.concatenate([self.first, at]),
            np.concatenate([at, self.last]),
            np.full(2 * len(at), is_whole),
        )


def straightened(arcs: Arcs, lattice: Lattice, tolerance: Tolerance) -> BoolArray:
    """Which points of arcs along pixels to keep.

    Parameters
    ----------
    arcs : Arcs
        Along the edges of pixels, in the direction that both sides agree on.
    lattice : Lattice
        Filled in so far as the tolerance reaches around the arcs.
    tolerance : Tolerance
        How far each point left out may lie from the line that replaces it.

    Returns
    -------
    boolean array of shape (points,)
        At least both ends of each arc, and as many points as keep each patch a polygon.
    """
    is_kept = np.zeros(len(arcs.rows), bool)
    is_kept[arcs.first] = is_kept[arcs.last] = True
    x, y = arcs.columns * tolerance.width, arcs.rows * tolerance.height
    pieces = _opened(arcs, x, y)
    while len(pieces.first):
        is_kept[pieces.first] = is_kept[pieces.last] = True
        pieces = pieces.take(pieces.last - pieces.first > 1)
        if not len(pieces.first):
            break
        distance, farthest = _farthest(pieces, x, y)
        is_near = distance <= tolerance.pixels
        is_near[is_near] = _is_free(pieces.take(is_near), arcs, lattice, tolerance)
        pieces = pieces.take(~is_near).cut(farthest[~is_near])
    return is_kept


def _opened(arcs: Arcs, x: Numbers, y: Numbers) -> _Pieces:
    """The arcs, those that end where they begin in two pieces."""
    closed = arcs.is_closed
    whole = _Pieces(arcs.first, arcs.last, np.ones(len(arcs), bool))
    loops = whole.take(closed)
    if not len(loops.first):
        return whole
    halves = loops.cut(_farthest(loops, x, y)[1], is_whole=True)
    lines = whole.take(~closed)
    return _Pieces(
        np.concatenate([lines.first, halves.first]),
        np.concatenate([lines.last, halves.last]),
        np.concatenate([lines.is_whole, halves.is_whole]),
    )


def _farthest(pieces: _Pieces, x: Numbers, y: Numbers) -> tuple[Numbers, IntArray]:
    """The greatest distance of a point of each piece from the line between its ends, and the first such."""
    counts = pieces.last - pieces.first - 1
    heads = offsets_of(counts)
    point = spans(pieces.first + 1, counts)

    def each(numbers: Numbers) -> Numbers:
        return np.repeat(numbers, counts)

    dx, dy = x[pieces.last] - x[pieces.first], y[pieces.last] - y[pieces.first]
    squared = dx * dx + dy * dy
    east, south = x[point] - each(x[pieces.first]), y[point] - each(y[pieces.first])
    scale = each(np.where(squared > 0, squared, 1.0))
    share = np.clip((east * each(dx) + south * each(dy)) / scale, 0, 1)
    distance = np.hypot(east - share * each(dx), south - share * each(dy))
    greatest = np.maximum.reduceat(distance, heads[:-1])
    at = np.where(distance == each(greatest), point, np.iinfo(np.int64).max)
    return greatest, np.minimum.reduceat(at, heads[:-1])


def _is_free(pieces: _Pieces, arcs: Arcs, lattice: Lattice, tolerance: Tolerance) -> BoolArray:
    """Whether no corner of another piece lies around each piece, as far as it may move.

    The space is a rectangle along the line between the ends. It holds all points of the piece, so it is free
    when it holds no more corners than those. A whole arc might fall onto another between the same two
    junctions, so it looks as far as that one may have come from; none may come to lie along a line of the
    grid, which can be a boundary without any corner.
    """
    free = np.zeros(len(pieces.first), bool)
    for part in _portions(pieces, arcs, tolerance):
        some = pieces.take(part)
        spaces = _Spaces.around(some, arcs, tolerance)
        piece, row, column = spaces.corners()
        is_corner = lattice.kinds(row, column) >= CORNER
        found = np.bincount(piece[is_corner], minlength=len(part))
        free[part] = (found == some.last - some.first + 1) & ~(some.is_whole & (spaces.across == 0))
    return free


def _portions(pieces: _Pieces, arcs: Arcs, tolerance: Tolerance) -> Iterator[IntArray]:
    """Numbers of pieces, so many at once that the corners around them are not too many."""
    down = np.abs(arcs.rows[pieces.last] - arcs.rows[pieces.first])
    right = np.abs(arcs.columns[pieces.last] - arcs.columns[pieces.first])
    around = np.cumsum((np.maximum(down, right) + 3) * (2 * tolerance.corners + 3))
    number = (around // CORNERS_AT_ONCE).astype(np.int64)
    yield from np.split(np.arange(len(number)), np.flatnonzero(np.diff(number)) + 1)


@dataclass(frozen=True)
class _Spaces:
    """Rectangles along the lines between the ends of pieces.

    Attributes
    ----------
    row, column : integer arrays of shape (pieces,)
        Where each piece begins.
    is_steep : boolean array
        Whether the line goes further down than right: the other axis is the one that it follows then.
    along, across : integer arrays
        How far it goes along the axis that it follows (more than nothing), and along the other.
    side, way : integer arrays of shape (2, pieces)
        Least and greatest distance of the rectangle from the line and along it, times the line's length.
    """

    row: IntArray
    column: IntArray
    is_steep: BoolArray
    along: IntArray
    across: IntArray
    side: IntArray
    way: IntArray

    @classmethod
    def around(cls, pieces: _Pieces, arcs: Arcs, tolerance: Tolerance) -> _Spaces:
        row, column = arcs.rows[pieces.first], arcs.columns[pieces.first]
        down, right = arcs.rows[pieces.last] - row, arcs.columns[pieces.last] - column
        is_steep = np.abs(down) > np.abs(right)
        along, across = np.where(is_steep, down, right), np.where(is_steep, right, down)
        along, across = np.abs(along), across * np.sign(along)

        counts = pieces.last - pieces.first + 1
        point, heads = spans(pieces.first, counts), offsets_of(counts)[:-1]
        each = np.repeat(np.arange(len(counts)), counts)
        down, right = arcs.rows[point] - row[each], arcs.columns[point] - column[each]
        far, wide = np.where(is_steep[each], down, right), np.where(is_steep[each], right, down)
        side = along[each] * wide - across[each] * far
        way = along[each] * far + across[each] * wide
        reach = np.ceil(tolerance.corners * np.hypot(along, across)).astype(np.int64) * pieces.is_whole
        sides, ways = (
            np.stack([np.minimum.reduceat(one, heads) - reach, np.maximum.reduceat(one, heads) + reach])
            for one in (side, way)
        )
        return cls(row, column, is_steep, along, across, sides, ways)

    def corners(self) -> tuple[IntArray, IntArray, IntArray]:
        """The corners of pixels in each rectangle, its edge included: piece, row, column."""
        along, across = self.along, self.across
        ends = np.array([way * along - side * across for way in self.way for side in self.side])
        squared = along * along + across * across
        first, last = -(-ends.min(axis=0) // squared), ends.max(axis=0) // squared
        steps = np.maximum(last - first + 1, 0)
        piece, step = np.repeat(np.arange(len(steps)), steps), spans(first, steps)
        lowest = -(-(self.side[0, piece] + across[piece] * step) // along[piece])
        highest = (self.side[1, piece] + across[piece] * step) // along[piece]
        held = np.maximum(highest - lowest + 1, 0)
        piece, step, place = np.repeat(piece, held), np.repeat(step, held), spans(lowest, held)
        way = along[piece] * step + across[piece] * place
        inside = (way >= self.way[0, piece]) & (way <= self.way[1, piece])
        piece, step, place = piece[inside], step[inside], place[inside]
        steep = self.is_steep[piece]
        return (
            piece,
            self.row[piece] + np.where(steep, step, place),
            self.column[piece] + np.where(steep, place, step),
        )
