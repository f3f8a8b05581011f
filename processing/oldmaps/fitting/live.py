"""What the points of a sheet are worth while they are being placed: one answer to each change."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ...errors import FitError
from ..places.sheets import check_sheet
from ..points.control_points import ControlPoints, FloatArray
from .comparison import Comparison, compare
from .errors import MethodErrors, summary
from .georeference import Georeference, georeference
from .methods import METHODS
from .places import UPWARDS, Places
from .remarks import remarks
from .shape import shape_of

FIGURES = (
    *("fit_m", "fit_px", "loo_m", "loo_px", "east_m", "north_m", "col_px", "row_px"),
    *("without_m", "suspicion"),
)
"""What is told of each point."""


def answer(
    points: ControlPoints, *, method: str = "", tolerance_m: float | None = None, place: str | None = None
) -> dict[str, Any]:
    """Errors, suspects, methods and findings of a sheet as a JSON object; a figure that is not known is null.

    Parameters
    ----------
    method : str
        A key of `METHODS`; the recommended one unless given.
    tolerance_m : float, optional
        See `compare`.
    place : str, optional
        See `check_sheet`.
    """
    findings = [finding.to_json() for finding in check_sheet(points, place)]
    return _errors_and_choice(points, method, tolerance_m) | {"findings": findings}


def _errors_and_choice(points: ControlPoints, method: str, tolerance_m: float | None) -> dict[str, Any]:
    try:
        comparison = compare(points, tolerance_m=tolerance_m)
    except FitError as error:
        return _nothing(points, method, str(error))
    shown = method or comparison.best
    if not shown:
        return _nothing(points, "", comparison.reason) | _choice(comparison)
    try:
        fitted = georeference(points, shown)
    except FitError as error:
        return _nothing(points, shown, str(error)) | _choice(comparison)
    return _choice(comparison) | _fit(points, comparison, fitted)


def _nothing(points: ControlPoints, method: str, refused: str) -> dict[str, Any]:
    """The answer where there is no fit."""
    figures = dict.fromkeys(FIGURES, np.full(len(points.points), np.nan))
    unknown = dict.fromkeys(("fit_m", "loo_m", "fit_px", "loo_px", "sheet"))
    choice = {"recommended": "", "reason": refused, "suspects": [], "listed": [], "methods": []}
    rest = {"points": _rows(points, figures), "warnings": []}
    return {"method": method, "refused": refused} | choice | unknown | rest


def _choice(comparison: Comparison) -> dict[str, Any]:
    """What does not hang on the method that is shown."""
    places, ranking = comparison.places, comparison.suspects
    return {
        "recommended": comparison.recommended,
        "reason": comparison.reason,
        "suspects": [places.point_of(place) for place in ranking.order],
        "listed": [places.point_of(place) for place in ranking.listed],
        "methods": [_method(errors, places) for errors in comparison.methods.values()],
    }


def _method(errors: MethodErrors, places: Places) -> dict[str, Any]:
    method, loo = METHODS[errors.method], summary(errors.loo_m)
    return {
        "key": method.key,
        "title": method.title,
        "parameters": method.parameters_for(len(places)),
        "points_needed": method.minimum,
        **_errors(errors),
        "max_m": _figure(loo.greatest),
        "max_index": None if loo.at < 0 else places.point_of(loo.at),
        "refused": errors.refused,
    }


def _errors(errors: MethodErrors) -> dict[str, float | None]:
    kinds = ("fit_m", "loo_m", "fit_px", "loo_px")
    return {kind: _figure(summary(getattr(errors, kind)).rmse) for kind in kinds}


def _fit(points: ControlPoints, comparison: Comparison, fitted: Georeference) -> dict[str, Any]:
    """What hangs on the method that is shown."""
    errors, shape = comparison.methods[fitted.method], shape_of(comparison.places)
    return {
        "method": fitted.method,
        "refused": "",
        **_errors(errors),
        "sheet": {name: _figure(value) for name, value in vars(shape).items()},
        "points": _rows(points, _figures(points, comparison, fitted)),
        "warnings": list(remarks(fitted.method, len(comparison.places))),
    }


def _figures(points: ControlPoints, comparison: Comparison, fitted: Georeference) -> dict[str, FloatArray]:
    """Each of `FIGURES`, of shape (points,): lengths, and where the sheet puts a point minus where it is."""
    places, errors = comparison.places, comparison.methods[fitted.method]
    pixels, ground = points.pixels, points.ground
    # A point that is set aside is no part of the fit: its plain error is one without it.
    aside_m = (fitted.to_ground(pixels) - ground) * fitted.metres_per_unit
    aside_px = fitted.to_pixels(ground) - pixels
    used = (places.number >= 0)[:, None]
    off_m = np.where(used, -errors.loo_m[places.number], aside_m)
    off_px = np.where(used, -errors.loo_px[places.number] * UPWARDS, aside_px)
    fit_m, fit_px = (np.where(used, kind[places.number], np.nan) for kind in (errors.fit_m, errors.fit_px))
    lengths = [np.hypot(*pairs.T) for pairs in (fit_m, fit_px, off_m, off_px)]
    by_place = without_each(fitted.method, places), comparison.suspects.suspicion
    rest = [np.where(used[:, 0], values[places.number], np.nan) for values in by_place]
    return dict(zip(FIGURES, [*lengths, *off_m.T, *off_px.T, *rest], strict=True))


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


def _rows(points: ControlPoints, figures: dict[str, FloatArray]) -> list[dict[str, Any]]:
    return [
        {"index": index, "used": point.enabled}
        | {name: _figure(values[index]) for name, values in figures.items()}
        for index, point in enumerate(points.points)
    ]


def _figure(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
