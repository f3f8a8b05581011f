"""What came of one sheet of a set: its checks and its fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ....errors import ReleveError
from ...fitting.errors import Summary, summary
from ...fitting.remarks import remarks
from ...fitting.shape import SheetShape, shape_of
from ...fitting.sheet_fit import SheetFit, fit_sheet
from ...places.sheets import check_sheet
from ...points.control_points import ControlPoints
from ...points.reading import read_points
from ..sets.sheet import Sheet

if TYPE_CHECKING:
    from .batch_job import Request


@dataclass(frozen=True)
class SheetResult:
    """One sheet after its checks and its fit.

    Parameters
    ----------
    points : ControlPoints, optional
        None where they cannot be read.
    fit : SheetFit, optional
        None where there is none.
    refused : str
        Why it has no fit, or could not be warped; empty where all went well.
    warnings : tuple of str
        What to look at.
    outcome : str
        fitted, warped, kept (warped before) or failed.
    file : str
        Name of the warped sheet in the folder of results.
    """

    sheet: Sheet
    points: ControlPoints | None = None
    fit: SheetFit | None = None
    refused: str = ""
    warnings: tuple[str, ...] = ()
    outcome: str = "fitted"
    file: str = ""

    @property
    def loo(self) -> Summary | None:
        """Errors of points left out, in metres."""
        return summary(self.fit.errors.loo_m) if self.fit else None

    @property
    def shape(self) -> SheetShape | None:
        """Size of pixels, turn and stretch."""
        return shape_of(self.fit.comparison.places) if self.fit else None

    def failed(self, reason: str) -> SheetResult:
        """The sheet as one that failed."""
        return replace(self, refused=reason, outcome="failed")

    def warned(self, *sentences: str) -> SheetResult:
        """The sheet with more to look at; what its warping tells again is told once."""
        return replace(self, warnings=tuple(dict.fromkeys((*self.warnings, *sentences))))


def result_of(sheet: Sheet, request: Request) -> SheetResult:
    """Read, check and fit one sheet; what goes wrong is told in the result."""
    result = SheetResult(sheet)
    try:
        points = read_points(str(sheet.points), crs=request.crs, place=request.place)
        result = replace(result, points=points)
        found = check_sheet(points, request.place, denominator=request.denominator, dpi=request.dpi)
        result = result.warned(*(finding.sentence for finding in found))
        fit = fit_sheet(points, request.method or "", tolerance_m=request.tolerance)
    except ReleveError as error:
        return result.failed(str(error))
    if fit.refused:
        return result.failed(fit.refused)
    result = replace(result, fit=fit)
    if not fit.comparison.recommended:
        result = result.warned(fit.comparison.reason)
    return result.warned(*remarks(fit.method, len(fit.comparison.places)))
