"""The errors of a method on a sheet: at its points, and at each point under the fit to all others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import FitError
from ..points.control_points import FloatArray
from .methods import METHODS, fit, leave_one_out
from .places import Places


@dataclass(frozen=True)
class Summary:
    """Errors of many places in one unit.

    ``rmse`` is the root of the mean of dx² + dy², without a correction for degrees of freedom; ``at`` the
    number of the place with the greatest error. NaN and -1 where an error is not known.
    """

    rmse: float
    median: float
    greatest: float
    at: int


def summary(errors: FloatArray) -> Summary:
    """The summary of errors of shape (n, 2), in the unit of the errors.

    Examples
    --------
    >>> summary(np.array([[3.0, 4.0], [0.0, 1.0], [0.0, 2.0]])).median
    2.0
    """
    lengths = np.hypot(*errors.T)
    if not len(lengths) or not np.isfinite(lengths).all():
        return Summary(np.nan, np.nan, np.nan, -1)
    at = int(lengths.argmax())
    rmse = float(np.sqrt(np.mean(lengths**2)))
    return Summary(rmse, float(np.median(lengths)), float(lengths[at]), at)


@dataclass(frozen=True)
class MethodErrors:
    """What a method leaves at the places of a sheet, observed minus predicted, y upwards.

    Parameters
    ----------
    method : str
        A key of `METHODS`.
    fit_m, loo_m : arrays of shape (n, 2), float64
        On the ground, in metres, of the forward fit: with all points, and of each without itself. NaN where
        it cannot be had, and all of ``fit_m`` where the method passes through the points.
    fit_px, loo_px : arrays of shape (n, 2), float64
        The same on the sheet, in pixels, of the backward fit.
    refused : str
        Why the method is no choice here; empty where it is.
    """

    method: str
    fit_m: FloatArray
    loo_m: FloatArray
    fit_px: FloatArray
    loo_px: FloatArray
    refused: str = ""


def method_errors(method: str, places: Places) -> MethodErrors:
    """The errors of one method, all of them NaN where the points do not carry it."""
    planes = (places.sheet, places.ground), (places.ground, places.sheet)
    nothing = np.full((len(places), 2), np.nan)
    try:
        fits = [_fit_errors(method, *both) for both in planes]
    except FitError as error:
        return MethodErrors(method, nothing, nothing, nothing, nothing, str(error))
    try:
        loos = [leave_one_out(method, *both) for both in planes]
    except FitError:  # one point more than the fit needs is wanted: it stands, untested
        loos = [nothing, nothing]
    return MethodErrors(method, fits[0], loos[0], fits[1], loos[1])


def _fit_errors(method: str, source: FloatArray, target: FloatArray) -> FloatArray:
    mapping = fit(method, source, target)
    return np.full(target.shape, np.nan) if METHODS[method].interpolates else target - mapping(source)
