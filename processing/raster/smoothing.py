"""Corners of straightened arcs, rounded without ever meeting another arc."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .arcs import Arcs, BoolArray, Numbers
from .lattice import CORNER, JUNCTION, Lattice
from .ragged import IntArray, offsets_of, spans

LONGEST_CUT_PX = 3.0  # along each side of a corner, so that long straight boundaries stay straight
SHARES = np.array([0.0, 0.25, 0.5, 0.75, 1.0])  # of the way around a corner, where the curve gets points
CORNERS_AT_ONCE = 1 << 16
ROUNDING = 1e-9  # of a pixel


def smoothed(arcs: Arcs, is_kept: BoolArray, lattice: Lattice) -> Arcs:
    """The arcs along the points kept, with a curve around each but the junctions.

    The curve is what cutting corners again and again (Chaikin 1974) comes to: a parabola between the middles
    of two sides. It stays in the triangle of these two and the corner; where that holds a corner of anything
    else, this corner stays as it is.

    Parameters
    ----------
    arcs : Arcs
        Along the edges of pixels.
    is_kept : boolean array of shape (points,)
        What is left of them when straightened.
    lattice : Lattice
        Filled in as far as the arcs reach.

    References
    ----------
    Chaikin (1974), An algorithm for high-speed curve generation, Computer Graphics and Image Processing 3(4),
    346-349. https://doi.org/10.1016/0146-664X(74)90028-8
    """
    lines = arcs.kept(is_kept)
    points = np.stack([lines.rows, lines.columns], axis=1).astype(np.float64)
    corners = _Corners.of(lines, lattice)
    middle = points[corners.number]
    start = _towards(middle, points[corners.before])
    end = _towards(middle, points[corners.after])
    original = np.flatnonzero(is_kept)
    is_round = np.zeros(len(middle), bool)
    for part in range(0, len(middle), CORNERS_AT_ONCE):
        chosen = slice(part, part + CORNERS_AT_ONCE)
        triangle = np.stack([start[chosen], middle[chosen], end[chosen]], axis=1)
        is_round[chosen] = _is_free(triangle, arcs, corners.pieces(original)[:, :, chosen], lattice)
    # A ring goes on where the curve around its first corner ends.
    loops = is_round & (corners.again != corners.number)
    points[corners.again[loops]] = end[loops]
    return _with_curves(lines, points, corners.number[is_round], start[is_round], end[is_round])


@dataclass(frozen=True)
class _Corners:
    """Points that may get a curve, in order, with those before and after them.

    ``again`` is the same corner as the first point of a ring, else the same number once more.
    """

    number: IntArray
    before: IntArray
    after: IntArray
    again: IntArray

    @classmethod
    def of(cls, lines: Arcs, lattice: Lattice) -> _Corners:
        is_free = np.ones(len(lines.rows), bool)
        is_free[lines.first] = is_free[lines.last] = False
        kinds = lattice.kinds(lines.rows[lines.first], lines.columns[lines.first])
        ring = lines.is_closed & (kinds != JUNCTION)
        inner, first, last = np.flatnonzero(is_free), lines.first[ring], lines.last[ring]
        order = np.argsort(np.concatenate([inner, last]))
        before, after = np.concatenate([inner - 1, last - 1]), np.concatenate([inner + 1, first + 1])
        number, again = np.concatenate([inner, last]), np.concatenate([inner, first])
        return cls(number[order], before[order], after[order], again[order])

    def pieces(self, original: IntArray) -> IntArray:
        """First and last original point of both pieces that meet at each corner: shape (2, 2, corners)."""
        return np.array(
            [
                [original[self.before], original[self.number]],
                [original[self.again] + 1, original[self.after]],
            ]
        )


def _towards(corner: Numbers, other: Numbers) -> Numbers:
    """The middle between points, or what lies less far from the first."""
    way = other - corner
    length = np.hypot(way[:, 0], way[:, 1])
    share = np.minimum(0.5, LONGEST_CUT_PX / length)
    found: Numbers = corner + way * share[:, None]
    return found


def _is_free(triangle: Numbers, arcs: Arcs, pieces: IntArray, lattice: Lattice) -> BoolArray:
    """Whether triangles, of shape (n, 3, 2), hold no corner of pixels but those of their own piece."""
    low, high = np.ceil(triangle.min(axis=1)), np.floor(triangle.max(axis=1))
    sides = (high - low + 1).astype(np.int64)
    counts = sides[:, 0] * sides[:, 1]
    which = np.repeat(np.arange(len(counts)), counts)
    number = spans(np.zeros_like(counts), counts)
    wide = sides[which, 1]
    row = low[which, 0].astype(np.int64) + number // wide
    column = low[which, 1].astype(np.int64) + number % wide
    inside = _in_triangle(triangle[which], row, column)
    which, row, column = which[inside], row[inside], column[inside]
    found = np.bincount(which[lattice.kinds(row, column) >= CORNER], minlength=len(counts))

    own = np.zeros_like(found)
    for first, last in pieces:
        point, which = spans(first, last - first + 1), np.repeat(np.arange(len(counts)), last - first + 1)
        inside = _in_triangle(triangle[which], arcs.rows[point], arcs.columns[point])
        own += np.bincount(which[inside], minlength=len(counts))
    free: BoolArray = found == own
    return free


def _in_triangle(triangle: Numbers, row: Numbers, column: Numbers) -> BoolArray:
    sides = []
    for place in range(3):
        one, other = triangle[:, place], triangle[:, (place + 1) % 3]
        way = other - one
        sides.append(way[:, 1] * (row - one[:, 0]) - way[:, 0] * (column - one[:, 1]))
    inside: BoolArray = (np.min(sides, axis=0) >= -ROUNDING) | (np.max(sides, axis=0) <= ROUNDING)
    return inside


def _with_curves(lines: Arcs, points: Numbers, number: Numbers, start: Numbers, end: Numbers) -> Arcs:
    """Arcs with a parabola instead of some points."""
    counts = np.ones(len(points), np.int64)
    counts[number] = len(SHARES)
    heads = offsets_of(counts)
    found = np.empty((heads[-1], 2))
    is_curve = np.repeat(counts > 1, counts)
    found[~is_curve] = points[counts == 1]
    share = SHARES[:, None]
    corner = points[number][:, None]
    curve = (1 - share) ** 2 * start[:, None] + 2 * share * (1 - share) * corner + share**2 * end[:, None]
    found[is_curve] = curve.reshape(-1, 2)
    # Where two curves meet in the middle of a side, one point is enough.
    is_kept = np.append(True, (found[1:] != found[:-1]).any(axis=1))
    offsets = heads[lines.offsets]
    is_kept[offsets[:-1]] = True
    arcs = lines.with_points(offsets, found[:, 0], found[:, 1])
    return arcs.kept(is_kept)
