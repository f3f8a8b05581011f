"""How well an adjustment tells what it was not told: points and ties left out, one after the other.

In closed form: the equations that a point or a tie takes part in are taken out of the solution, the weights
of the others kept.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...points.control_points import FloatArray
from .adjustment import Adjustment, errors_without
from .observations import IntArray


def point_errors_before(done: Adjustment) -> FloatArray:
    """Error of each point under its sheet's own affine without it, in metres, shape (n,); NaN for ties."""
    errors = np.full(len(done.seen.sheet), np.nan)
    errors[_known(done)] = np.hypot(*_own_errors(done)[_known(done)].T)
    return errors


def point_errors_after(done: Adjustment, check: Callable[[], None] = lambda: None) -> FloatArray:
    """The same under the adjustment without the point: neither its ground nor its pairs are used."""
    errors = np.full(len(done.seen.sheet), np.nan)
    for row in _known(done):
        check()
        unknowns = done.solution.without(_rows_of(done, np.array([row])))
        error = _place(done, np.array([row]), unknowns)[0] - done.seen.ground[done.seen.node[row]]
        errors[row] = np.hypot(*error)
    return errors


def tie_errors_before(done: Adjustment) -> FloatArray:
    """How far apart two sheets' own affines, without the node, put each pair, in metres, shape (pairs,)."""
    seen = done.seen
    places = np.where(seen.known[:, None], seen.ground[seen.node] - _own_errors(done), done.placed(done.own))
    return distances(places, done.pairs)


def tie_errors_after(done: Adjustment, check: Callable[[], None] = lambda: None) -> FloatArray:
    """The same under the adjustment without the node: no sheet tells of it."""
    errors = np.full(len(done.pairs), np.nan)
    node = done.seen.node[done.pairs[:, 0]]
    for one in np.unique(node):
        check()
        unknowns = done.solution.without(_rows_of(done, np.flatnonzero(done.seen.node == one)))
        for pair in np.flatnonzero(node == one):
            here, there = _place(done, done.pairs[pair], unknowns)
            errors[pair] = np.hypot(*(here - there))
    return errors


def distances(places: FloatArray, pairs: IntArray) -> FloatArray:
    """How far apart the two places of each pair are, shape (pairs,)."""
    gaps: FloatArray = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T)
    return gaps


def _known(done: Adjustment) -> IntArray:
    return np.flatnonzero(done.seen.known)


def _own_errors(done: Adjustment) -> FloatArray:
    errors = np.full(done.seen.pixels.shape, np.nan)
    for sheet in range(len(done.own)):
        rows = done.seen.of(sheet)
        errors[rows[done.seen.known[rows]]] = errors_without(done.seen, sheet)
    return errors


def _rows_of(done: Adjustment, observations: IntArray) -> IntArray:
    """The equations that observations take part in."""
    points = done.system.point_row[observations]
    ties = done.system.tie_row[np.isin(done.pairs, observations).any(axis=1)]
    first = np.concatenate([points[points >= 0], ties])
    return np.concatenate([first, first + 1])


def _place(done: Adjustment, observations: IntArray, unknowns: FloatArray) -> FloatArray:
    """Where unknowns put observations, shape (n, 2)."""
    rows = (2 * observations[:, None] + np.arange(2)).ravel()
    places: FloatArray = (done.system.placing[rows] @ unknowns).reshape(-1, 2) + done.system.middle
    return places
