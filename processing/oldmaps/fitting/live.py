"""What is known of a sheet's points as JSON: a dock's answer to each change, and the report as data."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ...errors import FitError
from ..places.sheets import check_sheet
from ..points.control_points import ControlPoints, FloatArray
from .comparison import Comparison
from .errors import MethodErrors, summary
from .georeference import Georeference
from .methods import METHODS
from .places import Places
from .remarks import remarks
from .shape import shape_of
from .sheet_fit import SheetFit, fit_sheet, point_figures

FIGURES = (
    *("fit_m", "fit_px", "loo_m", "loo_px", "east_m", "north_m", "col_px", "row_px"),
    *("without_m", "suspicion"),
)
"""What is told of each point: see `point_figures`."""
SQUARE = np.array([[0, 0], [1000, 0], [1000, 1000], [0, 1000]], np.float64)
"""Pixels whose places say roughly where the sheet lies."""


def answer(
    points: ControlPoints, *, method: str = "", tolerance_m: float | None = None, place: str | None = None
) -> dict[str, Any]:
    """Errors, suspects, methods and findings of a sheet, also where they carry no fit.

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
    try:
        told = as_json(fit_sheet(points, method, tolerance_m=tolerance_m))
    except FitError as error:
        told = _nothing(points, method, str(error))
    return told | {"findings": findings}


def as_json(fit: SheetFit) -> dict[str, Any]:
    """A fit as a JSON object; a figure that is not known is null."""
    told = _nothing(fit.points, fit.method, fit.refused) | _choice(fit.comparison)
    return told if fit.georeference is None else told | _shown(fit, fit.georeference)


def _nothing(points: ControlPoints, method: str, refused: str) -> dict[str, Any]:
    """What is told where there is no fit."""
    unknown = dict.fromkeys(("fit_m", "loo_m", "fit_px", "loo_px", "sheet", "about"))
    choice = {"recommended": "", "reason": refused, "suspects": [], "listed": [], "methods": []}
    rest = {"points": _rows(points, {}), "warnings": []}
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
        "median_m": _figure(loo.median),
        "max_m": _figure(loo.greatest),
        "max_index": None if loo.at < 0 else places.point_of(loo.at),
        "refused": errors.refused,
    }


def _errors(errors: MethodErrors) -> dict[str, float | None]:
    kinds = ("fit_m", "loo_m", "fit_px", "loo_px")
    return {kind: _figure(summary(getattr(errors, kind)).rmse) for kind in kinds}


def _shown(fit: SheetFit, fitted: Georeference) -> dict[str, Any]:
    """What hangs on the method that is shown."""
    return {
        **_errors(fit.errors),
        "sheet": {name: _figure(value) for name, value in vars(shape_of(fit.comparison.places)).items()},
        "about": {"pixels": SQUARE.tolist(), "ground": fitted.about(SQUARE).tolist()},
        "points": _rows(fit.points, point_figures(fit, fitted)),
        "warnings": list(remarks(fit.method, len(fit.comparison.places))),
    }


def _rows(points: ControlPoints, figures: dict[str, FloatArray]) -> list[dict[str, Any]]:
    rows = []
    for index, point in enumerate(points.points):
        known = {name: _figure(values[index]) for name, values in figures.items()}
        rows.append({"index": index, "used": point.enabled} | dict.fromkeys(FIGURES) | known)
    return rows


def _figure(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
