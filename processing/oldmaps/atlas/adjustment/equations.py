"""The equations of a block adjustment: what observations, ties and prior knowledge ask of all sheets at once.

Unknown are an affine a sheet, as 1, x and y of its own frame in both directions (6 numbers), and a correction
a node (2 numbers). Each equation is divided by its standard error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...fitting.mappings import Frame
from ...fitting.polynomials import fit_helmert, monomials
from ...points.control_points import FloatArray
from .observations import BoolArray, IntArray, Observations

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SIMILARITY = 0.03
"""How far a scanned sheet may be from a similarity: paper shrinks more along one side, rarely by more."""


@dataclass(frozen=True, kw_only=True)
class Sigmas:
    """Standard errors, in metres: of a point on a sheet, of a tie, and of a node's place on the ground."""

    point: float
    tie: float
    node: float


@dataclass(frozen=True)
class Equations:
    """Rows of ``matrix @ unknowns = right``.

    Parameters
    ----------
    matrix : sparse array of shape (equations, unknowns), float64
    right : array of shape (equations,), float64
    placing : sparse array of shape (2 n, unknowns), float64
        Places all observations: x and y of each, one after the other, in metres from ``middle``.
    middle : array of shape (2,), float64
        Of the atlas, in metres: what is far from zero would lose digits.
    point_row : array of shape (n,), intp
        First of the two equations of each observation of a known node, -1 for others.
    tie_row : array of shape (pairs,), intp
        First of the two equations of each pair.
    observed : int
        How many equations, the first ones, come from observations; the others are prior knowledge.
    """

    matrix: csr_array
    right: FloatArray
    placing: csr_array
    middle: FloatArray
    point_row: IntArray
    tie_row: IntArray
    observed: int


def equations(
    seen: Observations, pairs: IntArray, sigmas: Sigmas, *, frames: list[Frame], pixel_m: float
) -> Equations:
    """The equations of observations.

    Parameters
    ----------
    pairs : array of shape (pairs, 2), intp
        See `Observations.pairs`.
    frames : list of Frame
        One a sheet.
    pixel_m : float
        Length of a pixel on the ground: what the similarity is measured in.
    """
    from scipy.sparse import csr_array, vstack

    unknowns = 6 * len(frames) + 2 * len(seen.ground)
    placing = _placing(seen, frames, unknowns)
    known = np.flatnonzero(seen.known)
    both = _both(2 * known)
    shift = _columns(6 * len(frames) + 2 * seen.node[known], unknowns)
    points = (placing[both] - shift) / sigmas.point
    ties = (placing[_both(2 * pairs[:, 0])] - placing[_both(2 * pairs[:, 1])]) / sigmas.tie
    nodes = _columns(6 * len(frames) + 2 * np.flatnonzero(np.isfinite(seen.ground[:, 0])), unknowns)
    shapes = _similarities(frames, unknowns) / pixel_m
    matrix = csr_array(vstack([points, ties, nodes / sigmas.node, shapes]))
    ground = seen.ground[seen.node[known]]
    middle = ground.mean(axis=0)
    right = np.zeros(matrix.shape[0])
    right[: len(both)] = (ground - middle).ravel() / sigmas.point
    point_row = np.full(len(seen.sheet), -1, np.intp)
    point_row[known] = 2 * np.arange(len(known))
    tie_row = len(both) + 2 * np.arange(len(pairs))
    return Equations(matrix, right, placing, middle, point_row, tie_row, len(both) + 2 * len(pairs))


def free_unknowns(seen: Observations, sheet_is_fixed: BoolArray) -> BoolArray:
    """Which unknowns are to be found: not the affines of fixed sheets, nor corrections of fixed nodes.

    Nodes that only ties know of have no correction either: they are where their sheets put them.
    """
    stays = seen.fixed | np.isnan(seen.ground[:, 0])
    return np.concatenate([np.repeat(~sheet_is_fixed, 6), np.repeat(~stays, 2)])


def pixel_m(seen: Observations, sheets: int) -> float:
    """Length of a pixel on the ground, in metres: the median of the sheets that tell it."""
    known = seen.on(np.arange(sheets))
    sizes = []
    for sheet in range(sheets):
        rows = known.of(sheet)
        rows = rows[known.known[rows]]
        if len(np.unique(known.pixels[rows], axis=0)) > 1:
            similarity = fit_helmert(known.pixels[rows], known.ground[known.node[rows]])
            sizes.append(np.linalg.det(similarity.jacobian(np.zeros((1, 2)))[0]) ** 0.5)
    return float(np.median(sizes))


def _both(first: IntArray) -> IntArray:
    """Numbers of x and y, one after the other, from those of x."""
    return (first[:, None] + np.arange(2)).ravel()


def _placing(seen: Observations, frames: list[Frame], unknowns: int) -> csr_array:
    from scipy.sparse import csr_array

    middles = np.array([frame.middle for frame in frames])[seen.sheet]
    reaches = np.array([frame.reach for frame in frames])[seen.sheet]
    terms = monomials((seen.pixels - middles) / reaches[:, None], 1)  # (n, 3)
    rows = np.arange(2 * len(terms)).reshape(-1, 2, 1) + np.zeros(3, np.intp)
    columns = 6 * seen.sheet[:, None, None] + np.arange(2)[:, None] + 2 * np.arange(3)
    values = np.broadcast_to(terms[:, None], rows.shape)
    return csr_array((values.ravel(), (rows.ravel(), columns.ravel())), shape=(2 * len(terms), unknowns))


def _columns(first: IntArray, unknowns: int) -> csr_array:
    """A row for each pair of unknowns, with a one at it."""
    from scipy.sparse import csr_array

    columns = _both(first)
    values = np.ones(len(columns))
    return csr_array((values, (np.arange(len(columns)), columns)), shape=(len(columns), unknowns))


def _similarities(frames: list[Frame], unknowns: int) -> csr_array:
    """x along x less y along y, and x along y plus y along x: both nothing for a similarity."""
    from scipy.sparse import csr_array

    sheets = 6 * np.arange(len(frames))
    rows = np.repeat(np.arange(2 * len(frames)), 2)
    columns = (sheets[:, None] + [2, 5, 4, 3]).ravel()
    reach = np.repeat([SIMILARITY * frame.reach for frame in frames], 4)
    values = np.tile([1.0, -1.0, 1.0, 1.0], len(frames)) / reach
    return csr_array((values, (rows, columns)), shape=(2 * len(frames), unknowns))
