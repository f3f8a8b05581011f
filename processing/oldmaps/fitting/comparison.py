"""All methods on one sheet, and the one to take: the lowest error without a point, not the best fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ...errors import FitError
from ...language import tr
from ...reports import formats
from ..points.control_points import ControlPoints, FloatArray
from .errors import MethodErrors, method_errors, summary
from .georeference import Georeference, fitted, georeference
from .methods import METHODS
from .places import Places, places_of
from .soundness import check_unmirrored, looked_at
from .suspects import Suspects, suspects

LEAST_POINTS = 6
"""With fewer, no method can be told from another."""
SPARE = 2
"""Points beyond those that a method needs, for its error to mean something."""
AS_GOOD = 1.05
"""Methods within 5 % of the lowest error are as good: the one with the fewest parameters is taken."""
NO_SHEET = 0.05
"""Share of the ground's extent by which no sheet errs under every smooth method (Allmaps warns there too)."""
CANNOT_CLICK = 1e-3
"""Pixels that no hand can tell apart."""


@dataclass(frozen=True)
class Comparison:
    """What the methods make of a sheet.

    Parameters
    ----------
    places : Places
    methods : dict of str to MethodErrors
        One of each method, in their order.
    recommended : str
        Key of a method; empty where none can be recommended.
    reason : str
        Why this one, or why none: a sentence.
    suspects : Suspects
    is_one_sheet : bool
        Whether some smooth method comes near the points.
    """

    places: Places
    methods: dict[str, MethodErrors]
    recommended: str
    reason: str
    suspects: Suspects
    is_one_sheet: bool = True

    def loo_m(self, method: str) -> float:
        """Root mean square of the errors without a point, in metres; NaN where not all are known."""
        return summary(self.methods[method].loo_m).rmse

    @property
    def best(self) -> str:
        """The recommended method, else the one that errs least, or has the fewest parameters; or none."""
        sound = [key for key, errors in self.methods.items() if not errors.refused]
        if self.recommended or not sound:
            return self.recommended
        return min(sound, key=lambda key: np.nan_to_num(self.loo_m(key), nan=np.inf))


def compare(points: ControlPoints, *, tolerance_m: float | None = None, thorough: bool = False) -> Comparison:
    """Fit a sheet's enabled points by every method and say which one to take.

    Among the methods with at least two points more than they need, the lowest root mean square of the errors
    without a point wins; within 5 % of it, the fewest parameters. None is recommended with fewer than six
    points, where the lowest exceeds the tolerance, or where every smooth method errs by 5 % of the ground's
    extent at its own points: then these are not of one sheet, whatever a spline or grid cells make of them.

    Parameters
    ----------
    tolerance_m : float, optional
        Greatest error that is acceptable, in metres.
    thorough : bool
        Look for folds in every method, and not only in the one to recommend.

    Raises
    ------
    FitError
        The points have no CRS that is defined where they lie, or show the sheet in a mirror.
    """
    places, inside = places_of(points), looked_at(points)
    check_unmirrored(places)
    methods = {key: method_errors(key, places) for key in METHODS}
    for key in METHODS if thorough else ():
        methods[key] = _with_folds(methods[key], places, inside)
    recommended, reason = choose(list(methods.values()), len(places), tolerance_m)
    while recommended and not thorough:
        methods[recommended] = _with_folds(methods[recommended], places, inside)
        if not methods[recommended].refused:
            break
        recommended, reason = choose(list(methods.values()), len(places), tolerance_m)
    is_one_sheet = _is_one_sheet(methods, places)
    if recommended and not is_one_sheet:
        recommended = ""
        reason = tr(
            "No method is recommended: every smooth one errs by more than 5% of the whole extent at its "
            "own points. Are all points of this sheet, and is none far off?"
        )
    ranking = suspects(methods["affine"], methods["spline"], least_m=CANNOT_CLICK * _pixel_m(places))
    return Comparison(places, methods, recommended, reason, ranking, is_one_sheet)


def _with_folds(errors: MethodErrors, places: Places, inside: FloatArray) -> MethodErrors:
    """The errors, refused where the method folds the sheet over."""
    if errors.refused:
        return errors
    try:
        fitted(errors.method, places, inside=inside)
    except FitError as error:
        return replace(errors, refused=str(error))
    return errors


def _is_one_sheet(methods: dict[str, MethodErrors], places: Places) -> bool:
    """Whether some smooth method, sound or not, comes near the points."""
    smooth = [summary(one.fit_m).rmse for key, one in methods.items() if not METHODS[key].interpolates]
    known = [error for error in smooth if np.isfinite(error)]
    if not known:
        return True
    extent_m = float(np.linalg.norm(np.ptp(places.ground, axis=0)))
    return min(known) <= NO_SHEET * extent_m


def _pixel_m(places: Places) -> float:
    """Length of a pixel on the ground, roughly: how far the points reach there over how far here."""
    if len(places) < 2:
        return np.inf
    reach = [np.linalg.norm(side - side.mean(axis=0)) for side in (places.ground, places.sheet)]
    return float(reach[0] / reach[1])


def choose(methods: Sequence[MethodErrors], count: int, tolerance_m: float | None) -> tuple[str, str]:
    """The key of the method to take with so many points, or nothing, and the reason."""
    errors = {
        one.method: summary(one.loo_m).rmse
        for one in methods
        if not one.refused and count >= METHODS[one.method].minimum + SPARE
    }
    known = {key: loo_m for key, loo_m in errors.items() if np.isfinite(loo_m)}
    if count < LEAST_POINTS:
        sentence = tr("Add points: {count} of {needed} needed to tell methods apart are there.")
        return "", sentence.format(count=count, needed=LEAST_POINTS)
    if not known:
        return "", _why_none(methods)
    lowest = min(known.values())
    good = [key for key, loo_m in known.items() if loo_m <= AS_GOOD * lowest]
    chosen = min(good, key=lambda key: (METHODS[key].parameters_for(count), known[key]))
    figures = {"method": METHODS[chosen].title, "loo": _metres(known[chosen])}
    if tolerance_m is not None and lowest > tolerance_m:
        sentence = tr(
            "Add points or correct them: the best method, {method}, errs by {loo} m without a point, and "
            "{tolerance} m are accepted."
        )
        return "", sentence.format(**figures, tolerance=_metres(tolerance_m))
    sentence = tr(
        "{method}: {loo} m without a point, the lowest error of all methods or within 5% of it with the "
        "fewest parameters."
    )
    return chosen, sentence.format(**figures)


def _why_none(methods: Sequence[MethodErrors]) -> str:
    """Why no method can take enough points, in the words of the simplest that was refused."""
    why = next((one.refused for one in methods if one.refused), "")
    sentence = tr("No method fits these points; are they all of this sheet, and each there once? {why}")
    return sentence.format(why=why).strip()


def _metres(length: float) -> str:
    return formats.number(float(f"{length:.3g}"))


def georeference_recommended(points: ControlPoints, *, tolerance_m: float | None = None) -> Georeference:
    """Fit a sheet by the method that `compare` recommends.

    Raises
    ------
    FitError
        As `compare`, and where no method can be recommended.
    """
    comparison = compare(points, tolerance_m=tolerance_m)
    if not comparison.recommended:
        raise FitError(comparison.reason)
    return georeference(points, comparison.recommended)
