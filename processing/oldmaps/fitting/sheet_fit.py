"""A sheet fitted by the method that was asked for, or the one to recommend, beside all others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import FitError
from ..points.control_points import ControlPoints, FloatArray
from .comparison import Comparison, compare
from .errors import MethodErrors
from .georeference import Georeference, georeference
from .methods import METHODS
from .places import UPWARDS, Places


@dataclass(frozen=True)
class SheetFit:
    """A fitted sheet, or why it is none.

    Parameters
    ----------
    points : ControlPoints
        All, also those that are set aside.
    comparison : Comparison
    georeference : Georeference, optional
        By the method shown; None where it is refused.
    method : str
        Key of the method shown; empty where none is left.
    refused : str
        Why there is no fit; empty where there is one.
    """

    points: ControlPoints
    comparison: Comparison
    georeference: Georeference | None
    method: str
    refused: str = ""

    @property
    def errors(self) -> MethodErrors:
        """Errors of the method shown."""
        return self.comparison.methods[self.method]


def fit_sheet(
    points: ControlPoints, method: str = "", *, tolerance_m: float | None = None, thorough: bool = False
) -> SheetFit:
    """Fit a sheet by a method, or the one recommended, or else the one that errs least.

    Raises
    ------
    FitError
        As `compare`: no method would do.
    """
    comparison = compare(points, tolerance_m=tolerance_m, thorough=thorough)
    shown = method or comparison.best
    if not shown:
        return SheetFit(points, comparison, None, "", comparison.reason)
    try:
        return SheetFit(points, comparison, georeference(points, shown), shown)
    except FitError as error:
        return SheetFit(points, comparison, None, shown, str(error))


def point_figures(fit: SheetFit, fitted: Georeference) -> dict[str, FloatArray]:
    """What is known of each point, arrays of shape (points,), NaN where nothing is.

    ``fit_m`` and ``fit_px`` are lengths of errors with all points, ``loo_m`` and ``loo_px`` without the point
    itself, ``east_m``, ``north_m``, ``col_px`` and ``row_px`` say where the sheet puts it then, minus where
    it is; ``without_m`` is the error of the sheet if it is given up, ``suspicion`` that of `Suspects`.
    """
    places, errors, number = fit.comparison.places, fit.errors, fit.comparison.places.number
    pixels, ground = fit.points.pixels, fit.points.ground
    # A point that is set aside is no part of the fit: its plain error is one without it.
    aside_m = (fitted.to_ground(pixels) - ground) * fitted.metres_per_unit
    aside_px = fitted.to_pixels(ground) - pixels
    used = (number >= 0)[:, None]
    off_m = np.where(used, -errors.loo_m[number], aside_m)
    off_px = np.where(used, -errors.loo_px[number] * UPWARDS, aside_px)
    fit_m, fit_px = (np.where(used, kind[number], np.nan) for kind in (errors.fit_m, errors.fit_px))
    without_m = without_each(fit.method, places)
    return {
        "fit_m": np.hypot(*fit_m.T),
        "fit_px": np.hypot(*fit_px.T),
        "loo_m": np.hypot(*off_m.T),
        "loo_px": np.hypot(*off_px.T),
        **dict(zip(("east_m", "north_m", "col_px", "row_px"), (*off_m.T, *off_px.T), strict=True)),
        "without_m": np.where(used[:, 0], without_m[number], np.nan),
        "suspicion": np.where(used[:, 0], fit.comparison.suspects.suspicion[number], np.nan),
    }


def without_each(method: str, places: Places) -> FloatArray:
    """The sheet's error without a point (RMSE, metres) if a place is given up, shape (n,).

    NaN where it cannot be had in closed form: set the point aside and ask again.
    """
    influence = METHODS[method].influence
    if influence is None or len(places) <= METHODS[method].minimum + 1:
        return np.full(len(places), np.nan)
    errors = influence(places.sheet, places.ground).without_two()
    squares = (errors**2).sum(axis=2)
    np.fill_diagonal(squares, 0.0)
    return np.asarray(np.sqrt(squares.sum(axis=1) / (len(places) - 1)))
