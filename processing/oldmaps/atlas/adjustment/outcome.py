"""What came of a block adjustment, in figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ....jobs import Context
from ....language import tr
from ...fitting.mappings import Mapping
from ...fitting.places import UPWARDS
from ...points.control_points import ControlPoints, FloatArray
from ..sets.sheet_set import listed
from .adjusted_points import affine_through
from .adjustment import Adjustment
from .leaving_out import (
    distances,
    point_errors_after,
    point_errors_before,
    tie_errors_after,
    tie_errors_before,
)
from .observations import IntArray
from .seams import Seam, Spread, seams_between

WORSE = 1.1
"""Errors without a point that grow by more than this are told."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What is told of an adjustment.

    Parameters
    ----------
    names : tuple of str
        Of the sheets that were adjusted.
    points : tuple of ControlPoints
        The adjusted ones of each.
    seams : tuple of Seam
        Between neighbours, by their numbers, the worst first.
    before, after : Spread
        Of all seams: by each sheet's own affine, and by affines fitted to the adjusted points.
    without_before, without_after : Spread
        Of the same, a node left out.
    error_before, error_after : array of shape (sheets,), float64
        Error of each sheet's points left out one by one (root mean square, metres).
    remarks : tuple of str
        What the user should know.
    """

    done: Adjustment
    names: tuple[str, ...]
    points: tuple[ControlPoints, ...]
    seams: tuple[Seam, ...]
    before: Spread
    after: Spread
    without_before: Spread
    without_after: Spread
    error_before: FloatArray
    error_after: FloatArray
    remarks: tuple[str, ...]

    @property
    def loo_m(self) -> tuple[float, float]:
        """Median over the sheets of the error without a point, before and after."""
        return _median(self.error_before), _median(self.error_after)


def outcome_of(
    done: Adjustment,
    names: Sequence[str],
    moved: Sequence[ControlPoints],
    scale: FloatArray,
    *,
    remarks: Sequence[str],
    context: Context,
) -> Outcome:
    """The figures, with points and nodes left out one after the other.

    Parameters
    ----------
    moved : sequence of ControlPoints
        The adjusted points of each sheet: what is told "after" is told of affines fitted to them.
    scale : array of shape (2,), float64
        Metres per unit of x and y.
    """
    fitted = [_affine_of(one, scale) or own for one, own in zip(moved, done.affines, strict=True)]
    before = distances(done.placed(done.own), done.pairs)
    after = distances(done.placed(fitted), done.pairs)
    context.progress(0.3, tr("Leaving out points and ties"))
    errors = [
        _by_sheet(found, done)
        for found in (point_errors_before(done), point_errors_after(done, context.check))
    ]
    context.progress(0.7)
    without = Spread.of(tie_errors_before(done)), Spread.of(tie_errors_after(done, context.check))
    context.progress(0.9)
    outcome = Outcome(
        done=done,
        names=tuple(names),
        points=tuple(moved),
        seams=tuple(seams_between(done.seen.sheet[done.pairs], before, after)),
        before=Spread.of(before),
        after=Spread.of(after),
        without_before=without[0],
        without_after=without[1],
        error_before=errors[0],
        error_after=errors[1],
        remarks=tuple(remarks),
    )
    return replace(outcome, remarks=(*remarks, *_remarks(outcome)))


def _affine_of(points: ControlPoints, scale: FloatArray) -> Mapping | None:
    """The affine that adjusted points give a sheet."""
    used = points.enabled
    return affine_through(used.pixels * UPWARDS, used.ground * scale)


def _by_sheet(errors: FloatArray, done: Adjustment) -> FloatArray:
    """Root mean square of the errors on each sheet; NaN where none is known."""
    known = np.isfinite(errors)
    count = np.bincount(done.seen.sheet[known], minlength=len(done.held))
    squares = np.bincount(done.seen.sheet[known], errors[known] ** 2, minlength=len(done.held))
    return np.where(count > 0, np.sqrt(squares / np.maximum(count, 1)), np.nan)


def _median(values: FloatArray) -> float:
    known = values[np.isfinite(values)]
    return float(np.median(known)) if len(known) else float("nan")


def _remarks(outcome: Outcome) -> Iterator[str]:
    done, names = outcome.done, outcome.names
    if not done.held.all():
        left = [names[sheet] for sheet in np.flatnonzero(~done.held)]
        sentence = tr("Left as they are, since nothing holds them: {names}. Add points or ties.")
        yield sentence.format(names=listed(left))
    ties = ties_of(done)
    if (few := np.flatnonzero(done.held & (ties < 2))).size:
        sentence = tr("With fewer than two ties, and so hardly adjusted: {names}.")
        yield sentence.format(names=listed([names[sheet] for sheet in few]))
    without = outcome.without_before.median_m, outcome.without_after.median_m
    if outcome.after.median_m < outcome.before.median_m and without[1] >= without[0]:
        sentence = tr(
            "The seams are closer at the nodes that were used, from {before:.2f} m to {after:.2f} m, but "
            "not at nodes left out, from {held_before:.2f} m to {held_after:.2f} m: nothing shows that the "
            "sheets meet better between the nodes."
        )
        yield sentence.format(
            before=outcome.before.median_m,
            after=outcome.after.median_m,
            held_before=without[0],
            held_after=without[1],
        )
    before, after = outcome.loo_m
    if after > WORSE * before:
        sentence = tr(
            "Neighbours agree better at the cost of the ground: the error without a point grew from "
            "{before:.2f} m to {after:.2f} m. Look at the points of little weight first."
        )
        yield sentence.format(before=before, after=after)


def ties_of(done: Adjustment) -> IntArray:
    """How many pairs each sheet is part of, shape (sheets,)."""
    return np.bincount(done.seen.sheet[done.pairs].ravel(), minlength=len(done.held))
