"""Block adjustment: all sheets of an atlas placed at once, so that neighbours agree along their seams."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ....errors import FitError
from ....language import tr
from ...fitting.mappings import Frame, Mapping
from ...fitting.methods import fit, leave_one_out
from ...fitting.polynomials import Polynomial
from ...points.control_points import FloatArray
from .equations import Equations, Sigmas, equations, free_unknowns, pixel_m
from .observations import BoolArray, IntArray, Observations
from .solving import TO_SIGMA, Solution, solve

NODE_SHARE = 0.5
"""Standard error of a node's place, in that of a point, where the scale of the maps is not known."""
LEAST_PX = 0.1
"""Standard error of a point at least: nobody sets one better."""


@dataclass(frozen=True)
class Adjustment:
    """What came of a block adjustment.

    Parameters
    ----------
    seen : Observations
        Those on sheets that are held.
    pairs : array of shape (pairs, 2), intp
        See `Observations.pairs`.
    held : array of shape (sheets,), bool
        See `held`; the others are left as they were.
    sigmas : Sigmas
    own : tuple of Mapping or None
        The affine of each sheet by its own points alone, from (col, -row) to metres; None where they do not
        carry one.
    affines : tuple of Mapping or None
        The adjusted ones, for sheets that are held.
    system, solution
        The equations, and what was found: to leave some out.
    """

    seen: Observations
    pairs: IntArray
    held: BoolArray
    sigmas: Sigmas
    own: tuple[Mapping | None, ...]
    affines: tuple[Mapping | None, ...]
    system: Equations
    solution: Solution

    def placed(self, mappings: Sequence[Mapping | None]) -> FloatArray:
        """Where mappings, one a sheet, put the observations, shape (n, 2); NaN where there is none."""
        places = np.full(self.seen.pixels.shape, np.nan)
        for sheet, mapping in enumerate(mappings):
            if mapping is not None:
                rows = self.seen.of(sheet)
                places[rows] = mapping(self.seen.pixels[rows])
        return places

    @property
    def weights(self) -> FloatArray:
        """The lesser weight of x and y of each point, shape (n,); NaN where a tie alone tells of it."""
        rows = self.system.point_row
        both = np.minimum(self.solution.weights[rows], self.solution.weights[rows + 1])
        return np.where(rows < 0, np.nan, both)

    def redundancy(self, sheet: int) -> float:
        """How far the points of a sheet are checked by all else, on average: 0 not at all, 1 wholly."""
        first = self.system.point_row[known_rows(self.seen, sheet)]
        if not len(first):
            return float("nan")
        return float(self.solution.redundancy(np.concatenate([first, first + 1])).mean())


def adjust(
    seen: Observations,
    *,
    fixed: BoolArray,
    node_sigma_m: float | None = None,
    check: Callable[[], None] = lambda: None,
) -> Adjustment:
    """Place all sheets by affines that fit their points and agree on what is drawn on several.

    Parameters
    ----------
    fixed : array of shape (sheets,), bool
        Sheets that stay where their own points put them.
    node_sigma_m : float, optional
        Standard error of the places of nodes on the ground.

    Raises
    ------
    FitError
        No sheet is held, a fixed one has no affine of its own, or points and ties do not hold all sheets.
    """
    kept = held(seen, len(fixed))
    seen = seen.on(np.flatnonzero(kept))
    if not kept.any():
        raise FitError(tr("No sheet has two points, or a point and ties to others that do: add points."))
    pairs = seen.pairs()
    frames = [_frame(seen.pixels[seen.of(sheet)]) for sheet in range(len(fixed))]
    own = tuple(own_affine(seen, sheet) for sheet in range(len(fixed)))
    size = pixel_m(seen, len(fixed))
    point = max(_typical_error(seen, own), LEAST_PX * size)
    sigmas = Sigmas(point=point, tie=point, node=node_sigma_m or NODE_SHARE * point)
    system = equations(seen, pairs, sigmas, frames=frames, pixel_m=size)
    solution = solve(
        system.matrix,
        system.right,
        observed=system.observed,
        free=free_unknowns(seen, fixed | ~kept),
        start=_start(system, own, frames, fixed & kept),
        check=check,
    )
    found = solution.unknowns[: 6 * len(frames)].reshape(-1, 3, 2).copy()
    found[:, 0] += system.middle
    affines = tuple(
        Polynomial(1, frame, part) if is_held else None
        for frame, part, is_held in zip(frames, found, kept, strict=True)
    )
    return Adjustment(seen, pairs, kept, sigmas, own, affines, system, solution)


def _frame(pixels: FloatArray) -> Frame:
    return Frame.around(pixels) if len(pixels) else Frame(np.zeros(2), 1.0)


def own_affine(seen: Observations, sheet: int) -> Mapping | None:
    """The affine of a sheet by its own points alone, where they carry one."""
    rows = known_rows(seen, sheet)
    try:
        return fit("affine", seen.pixels[rows], seen.ground[seen.node[rows]])
    except FitError:
        return None


def errors_without(seen: Observations, sheet: int) -> FloatArray:
    """Error of each known observation of a sheet under the affine by its others, shape (n, 2), or NaN."""
    rows = known_rows(seen, sheet)
    try:
        return leave_one_out("affine", seen.pixels[rows], seen.ground[seen.node[rows]])
    except FitError:
        return np.full((len(rows), 2), np.nan)


def known_rows(seen: Observations, sheet: int) -> IntArray:
    """The observations of a sheet whose places on the ground are known."""
    rows = seen.of(sheet)
    return rows[seen.known[rows]]


def held(seen: Observations, sheets: int) -> BoolArray:
    """Whether each sheet is held: by two points or ties, in a group of sheets that holds two points.

    Ties to a sheet that is not held do not count.
    """
    kept = np.ones(sheets, bool)
    while True:
        part = seen.on(np.flatnonzero(kept))
        pairs = part.pairs()
        told = part.known.copy()
        told[pairs.ravel()] = True
        enough = np.bincount(part.sheet[told], minlength=sheets) >= 2
        group = _groups(part.sheet[pairs], sheets)
        points = np.bincount(group[part.sheet[part.known]], minlength=sheets)
        update = kept & enough & (points[group] >= 2)
        if (update == kept).all():
            return kept
        kept = update


def _groups(neighbours: IntArray, sheets: int) -> IntArray:
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    links = coo_array(
        (np.ones(len(neighbours)), (neighbours[:, 0], neighbours[:, 1])), shape=(sheets, sheets)
    )
    labels: IntArray = connected_components(links, directed=False)[1].astype(np.intp)
    return labels


def _typical_error(seen: Observations, own: tuple[Mapping | None, ...]) -> float:
    """Standard deviation of a coordinate about the affines of sheets with points to spare; 0 without any."""
    errors = [np.empty(0)]
    for sheet, mapping in enumerate(own):
        rows = known_rows(seen, sheet)
        if mapping is not None and len(rows) > 3:
            errors.append((mapping(seen.pixels[rows]) - seen.ground[seen.node[rows]]).ravel())
    sizes = np.abs(np.concatenate(errors))
    return TO_SIGMA * float(np.median(sizes)) if len(sizes) else 0.0


def _start(
    system: Equations, own: tuple[Mapping | None, ...], frames: list[Frame], fixed: BoolArray
) -> FloatArray:
    """The unknowns that are not to be found: affines of fixed sheets, in their frames."""
    start = np.zeros(system.matrix.shape[1])
    for sheet in np.flatnonzero(fixed):
        mapping = own[sheet]
        if mapping is None:
            sentence = tr("A fixed sheet needs three points or more that do not lie on one line.")
            raise FitError(sentence)
        corners = mapping(frames[sheet].outside(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])))
        start[6 * sheet : 6 * sheet + 6] = np.vstack(
            [corners[0] - system.middle, corners[1:] - corners[0]]
        ).ravel()
    return start
