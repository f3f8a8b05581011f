"""Rings of objects that stand alone, such as buildings, with right angles."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .arcs import Arcs, BoolArray, Numbers
from .lattice import INSIDE, JUNCTION, Lattice
from .ragged import IntArray, Ragged, offsets_of, spans
from .straightening import Tolerance

LARGEST_SHIFT = 2.0  # tolerances between a ring and its rectangular form
REACH = 2 * LARGEST_SHIFT  # tolerances around a ring that must be free of others
SIDES = 4  # of the least rectangular ring
ROUNDS = 64  # of merging short sides into long ones, at most
SHORT = 2.0  # tolerances, of a side that is merged
STEPS_AT_ONCE = 1 << 15  # along rings, around which is looked


@dataclass(frozen=True)
class _Rings:
    """Closed arcs in a frame along their main direction.

    Attributes
    ----------
    points : Ragged
        Numbers of the points of each ring; the first is not repeated.
    frame : array of shape (2, points)
        Their coordinates along the main direction and across, in pixels of mean size.
    corners : Ragged
        Which points of each ring (counted from the first of all rings) are left by straightening.
    along : array of shape (corners,)
        Which of both axes the side from each of these corners to the next follows.
    angle, origin : arrays of shape (rings,) and (2, rings)
        Of the frame.
    """

    points: Ragged
    frame: Numbers
    corners: Ragged
    along: IntArray
    angle: Numbers
    origin: Numbers


def rectangular(
    arcs: Arcs, is_kept: BoolArray, lattice: Lattice, tolerance: Tolerance
) -> tuple[Arcs, BoolArray]:
    """The arcs along the points kept, those of objects that stand alone with right angles.

    A ring without any junction is turned into its main direction, to which the sides of its straightened form
    pull by their length. Sides next to each other along the same axis become one, which leaves as much area
    on its left as the pixels did. What is nearer to another boundary than both may move, or would move by
    more than two tolerances, stays straightened.

    Returns
    -------
    arcs : Arcs
        The arcs in their new form.
    is_rectangular : boolean array of shape (arcs,)
        Which of them have right angles.
    """
    kept = arcs.kept(is_kept)
    alone = np.flatnonzero(
        arcs.is_closed & (lattice.kinds(arcs.rows[arcs.first], arcs.columns[arcs.first]) != JUNCTION)
    )
    rings = _framed(arcs, alone, is_kept, tolerance)
    sides, row, column, shift = _squared(rings, tolerance)
    chosen = np.flatnonzero(np.isfinite(shift) & (shift <= LARGEST_SHIFT * tolerance.pixels))
    chosen = chosen[_is_simple(sides.take(chosen), row, column)]
    chosen = chosen[_is_apart(arcs, alone[chosen], shift[chosen], lattice, tolerance)]
    is_rectangular = np.zeros(len(arcs), bool)
    is_rectangular[alone[chosen]] = True
    return _replaced(kept, alone[chosen], sides.take(chosen), row, column), is_rectangular


def _framed(arcs: Arcs, alone: IntArray, is_kept: BoolArray, tolerance: Tolerance) -> _Rings:
    lengths = np.diff(arcs.offsets)[alone] - 1
    points = Ragged(offsets_of(lengths), spans(arcs.first[alone], lengths))
    owner = points.owners()
    places = np.stack([arcs.columns * tolerance.width, arcs.rows * tolerance.height])
    origin = places[:, arcs.first[alone]]
    local = places[:, points.values] - origin[:, owner]

    left = is_kept[points.values]
    corners = Ragged(offsets_of(np.bincount(owner[left], minlength=len(alone))), np.flatnonzero(left))
    ring = corners.owners()
    way = local[:, corners.values[_following(corners)]] - local[:, corners.values]
    # Four directions that differ by a right angle are one and the same when turned four times.
    length, direction = np.hypot(*way), np.arctan2(way[1], way[0])
    east = np.bincount(ring, length * np.cos(4 * direction), len(alone))
    south = np.bincount(ring, length * np.sin(4 * direction), len(alone))
    angle = np.arctan2(south, east) / 4
    along = (np.abs(np.sin(direction - angle[ring])) > math.sqrt(0.5)).astype(np.int64)
    return _Rings(points, _turned(local, -angle[owner]), corners, along, angle, origin)


def _turned(places: Numbers, angle: Numbers) -> Numbers:
    east, south = places
    found: Numbers = np.stack(
        [east * np.cos(angle) - south * np.sin(angle), east * np.sin(angle) + south * np.cos(angle)]
    )
    return found


def _following(lists: Ragged) -> IntArray:
    """For each value of circular lists, the place of the next."""
    following = np.arange(1, len(lists.values) + 1)
    is_filled = lists.lengths > 0
    following[lists.offsets[1:][is_filled] - 1] = lists.offsets[:-1][is_filled]
    return following


def _sides(rings: _Rings, along: IntArray) -> Ragged:
    """Where each side begins, among the corners: where the axis changes."""
    before = np.empty(len(along), np.int64)
    before[_following(rings.corners)] = np.arange(len(along))
    begins = np.flatnonzero(along != along[before])
    counts = np.bincount(rings.corners.owners()[begins], minlength=len(rings.corners))
    return Ragged(offsets_of(counts), begins)


def _squared(rings: _Rings, tolerance: Tolerance) -> tuple[Ragged, Numbers, Numbers, Numbers]:
    """Rings of right angles: numbers of their points, rows, columns, and how far each ring moved."""
    along = _without_short_sides(rings, tolerance)
    sides = _sides(rings, along)
    begin = rings.corners.values[sides.values]
    end = begin[_following(sides)]
    axis = along[sides.values]
    line, spread, length = _lines(rings, sides, begin, end, axis)
    owner = sides.owners()
    moved = np.zeros(len(rings.points))
    np.maximum.at(moved, owner, spread)
    # Each corner is where two sides meet: the coordinates of one and of the other.
    before = np.empty(len(line), np.int64)
    before[_following(sides)] = np.arange(len(line))
    across = np.where(axis == 0, line, line[before])
    ahead = np.where(axis == 0, line[before], line)
    corners = np.stack([ahead, across])
    after = corners[axis, _following(sides)] - corners[axis, np.arange(len(line))]
    np.maximum.at(moved, owner, np.where(after * length > 0, 0, np.inf))  # a side that runs back
    moved[sides.lengths < SIDES] = np.inf
    east, south = _turned(corners, rings.angle[owner]) + rings.origin[:, owner]
    numbers = Ragged(sides.offsets, np.arange(len(line)))
    return numbers, south / tolerance.height, east / tolerance.width, moved * math.sqrt(2)


def _without_short_sides(rings: _Rings, tolerance: Tolerance) -> IntArray:
    """The axes of the sides, the shortest side of each ring merged into its neighbours until it is long."""
    along = rings.along.copy()
    for _ in range(ROUNDS):
        sides = _sides(rings, along)
        begin = rings.corners.values[sides.values]
        axis = along[sides.values]
        length = np.abs(rings.frame[axis, begin[_following(sides)]] - rings.frame[axis, begin])
        owner = sides.owners()
        shortest = np.full(len(rings.points), np.inf)
        np.minimum.at(shortest, owner, length)
        is_short = (
            (length == shortest[owner]) & (length < SHORT * tolerance.pixels) & (sides.lengths[owner] > SIDES)
        )
        if not is_short.any():
            break
        # Corners of a side: from where it begins to where the next one does, around the end of the list.
        following = sides.values[_following(sides)]
        size = rings.corners.lengths[owner]
        counts = (following - sides.values - 1) % np.maximum(size, 1) + 1
        flipped = np.flatnonzero(is_short)
        base = np.repeat(rings.corners.offsets[:-1][owner[flipped]], counts[flipped])
        place = spans(sides.values[flipped], counts[flipped]) - base
        place = base + place % np.repeat(size[flipped], counts[flipped])
        along[place] = 1 - along[place]
    return along


def _lines(
    rings: _Rings, sides: Ragged, begin: IntArray, end: IntArray, axis: IntArray
) -> tuple[Numbers, Numbers, Numbers]:
    """Where each side lies across its axis, how far its points lie from there, and its signed length."""
    first = rings.points.offsets[:-1][sides.owners()]
    size = rings.points.lengths[sides.owners()]
    counts = (end - begin - 1) % np.maximum(size, 1) + 2  # both ends
    heads = offsets_of(counts)
    point = spans(begin - first, counts) % np.repeat(size, counts) + np.repeat(first, counts)
    each = np.repeat(axis, counts)
    ahead, across = rings.frame[each, point], rings.frame[1 - each, point]
    # Sums of each side by itself, not running ones: a ring comes out the same whatever is beside it.
    area = np.zeros(len(point))
    area[:-1] = (across[:-1] + across[1:]) / 2 * (ahead[1:] - ahead[:-1])
    area[heads[1:] - 1] = 0
    length = rings.frame[axis, end] - rings.frame[axis, begin]
    if not len(counts):
        return length, length, length
    total = np.add.reduceat(area, heads[:-1])
    line = np.divide(total, length, out=np.full(len(length), np.inf), where=length != 0)
    spread = np.maximum.reduceat(np.abs(across - np.repeat(line, counts)), heads[:-1])
    return line, spread, length


def _is_simple(sides: Ragged, row: Numbers, column: Numbers) -> BoolArray:
    """Whether rings do not cross themselves."""
    import shapely

    if not len(sides):
        return np.zeros(0, bool)
    points = np.stack([column, row], axis=1)[sides.values]
    valid: BoolArray = shapely.is_valid(shapely.polygons(shapely.linearrings(points, indices=sides.owners())))
    return valid


def _is_apart(
    arcs: Arcs, alone: IntArray, shift: Numbers, lattice: Lattice, tolerance: Tolerance
) -> BoolArray:
    """Whether rings are so far from all other boundaries that neither may come to meet the other."""
    apart = np.ones(len(alone), bool)
    if not len(alone):
        return apart
    distance = np.maximum(2 * shift, shift + tolerance.pixels)
    ring, row, column = _steps(arcs, alone)
    stride = lattice.shape.columns + 1
    name = arcs.rows[arcs.first[alone]] * stride + arcs.columns[arcs.first[alone]]  # of both its sides
    own, place = np.unique(row * stride + column, return_index=True)
    own_name = name[ring[place]]
    reach = math.ceil(distance.max() / tolerance.pixels * tolerance.corners)
    down, right = np.mgrid[-reach : reach + 1, -reach : reach + 1].reshape(2, -1)
    away = np.hypot(down * tolerance.height, right * tolerance.width)
    for part in range(0, len(ring), STEPS_AT_ONCE):
        chosen = slice(part, part + STEPS_AT_ONCE)
        near_row, near_column = row[chosen, None] + down, column[chosen, None] + right
        here = away <= distance[ring[chosen], None]
        here[here] = lattice.kinds(near_row[here], near_column[here]) != INSIDE
        step = np.nonzero(here)[0] + part
        key = near_row[here] * stride + near_column[here]
        at = np.minimum(np.searchsorted(own, key), len(own) - 1)
        is_other = (own[at] != key) | (own_name[at] != name[ring[step]])
        apart[ring[step[is_other]]] = False
    return apart


def _steps(arcs: Arcs, alone: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """All corners of pixels along rings: the number of the ring, row, column."""
    lengths = np.diff(arcs.offsets)[alone] - 1
    point = spans(arcs.first[alone], lengths)
    down, right = (numbers[point + 1] - numbers[point] for numbers in (arcs.rows, arcs.columns))
    steps = np.abs(down) + np.abs(right)
    within = spans(np.zeros_like(steps), steps)
    ring = np.repeat(np.repeat(np.arange(len(alone)), lengths), steps)
    row = np.repeat(arcs.rows[point], steps) + within * np.repeat(np.sign(down), steps)
    column = np.repeat(arcs.columns[point], steps) + within * np.repeat(np.sign(right), steps)
    return ring, row, column


def _replaced(kept: Arcs, which: IntArray, sides: Ragged, row: Numbers, column: Numbers) -> Arcs:
    """Arcs, some of them along other rings, whose first point comes again at the end."""
    lengths = np.diff(kept.offsets)
    lengths[which] = sides.lengths + 1
    offsets = offsets_of(lengths)
    rows, columns = np.empty((2, offsets[-1]))
    is_new = np.zeros(len(kept), bool)
    is_new[which] = True
    new, old = np.repeat(is_new, lengths), np.repeat(is_new, np.diff(kept.offsets))
    closed_lengths = sides.lengths + 1
    place = spans(sides.offsets[:-1], closed_lengths)
    place[offsets_of(closed_lengths)[1:] - 1] = sides.offsets[:-1]
    for found, kept_numbers, numbers in ((rows, kept.rows, row), (columns, kept.columns, column)):
        found[~new] = kept_numbers[~old]
        found[new] = numbers[sides.values[place]]
    return kept.with_points(offsets, rows, columns)
