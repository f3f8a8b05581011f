"""How far off a sheet is likely to be at each place, from its errors without a point.

The square of each error without its point is divided by the variance that the fit gives such a prediction;
what this gives near a place, the mean over the sheet counting as three points, is multiplied by the variance
at that place. Where points are few and far, the expected error grows; where their errors are large, too. A
place is looked at as if the point on which it hangs most were left out: a spline is exact at its points by
construction, and the points are not.

Held against points of old sheets of Paris, each told from the others (14,259 times, by four methods), the
mean of squared errors over their expected squares is 1.02 (Helmert), 1.08 (affine), 0.87 (order 2) and 0.76
(spline). By likelihood it describes the errors better than their mean over the sheet, and than the variance
of the fit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import FitError
from ...language import tr
from ..points.control_points import FloatArray
from .errors import MethodErrors
from .mappings import in_chunks
from .methods import METHODS
from .places import Places

PRIOR_POINTS = 3.0
STAND_INS = {"projective": "affine", "cells": "spline"}
"""Methods whose variance is taken from one that bends alike."""


@dataclass(frozen=True)
class ExpectedError:
    """Expected error of a sheet, in metres, at places (col, -row) of shape (n, 2): a callable.

    Parameters
    ----------
    places : Places
    method : str
        Key of the method whose variance is taken.
    own : array of shape (n,), float64
        One over the variance of each place told from the others, in the unit of that method.
    ratios : array of shape (n,), float64
        Squared error of each place without itself, over that variance.
    nearby : float
        Standard deviation, in pixels, of the bell that says what is near.

    References
    ----------
    Allen (1974), as in `influence`. Dubrule (1983), Cross validation of kriging in a unique neighborhood,
    Math. Geol. 15, 687-699. https://doi.org/10.1007/BF01033232
    """

    places: Places
    method: str
    own: FloatArray
    ratios: FloatArray
    nearby: float

    def __call__(self, sheet: FloatArray) -> FloatArray:
        return in_chunks(self._expected, sheet, width=8 * len(self.places))

    def _expected(self, sheet: FloatArray) -> FloatArray:
        prediction = METHODS[self.method].prediction
        assert prediction is not None
        variance, weights = prediction(self.places.sheet, sheet)
        variance = variance + (weights**2 / self.own).max(axis=1)
        steps = sheet[:, None, :] - self.places.sheet
        near = np.exp(-0.5 * (steps**2).sum(axis=2) / self.nearby**2)
        mean = PRIOR_POINTS * self.ratios.mean()
        return np.asarray(np.sqrt(variance * (near @ self.ratios + mean) / (near.sum(axis=1) + PRIOR_POINTS)))


def expected_error(errors: MethodErrors, places: Places) -> ExpectedError:
    """The expected error of a sheet by a method.

    Raises
    ------
    FitError
        Not every point's error without itself is known.
    """
    method = STAND_INS.get(errors.method, errors.method)
    influence = METHODS[method].influence
    assert influence is not None
    own = influence(places.sheet, places.ground).own
    ratios = (errors.loo_m**2).sum(axis=1) * own
    if not np.isfinite(ratios).all():
        sentence = tr(
            "{method}: not every point can be left out, so that no accuracy can be told. Add points, or "
            "choose another method."
        )
        raise FitError(sentence.format(method=METHODS[errors.method].title))
    return ExpectedError(places, method, own, ratios, spacing(places.sheet))


def spacing(sheet: FloatArray) -> float:
    """Median distance of places of shape (n, 2) from the next one."""
    distances = np.hypot(*(sheet[:, None, :] - sheet).transpose(2, 0, 1))
    np.fill_diagonal(distances, np.inf)
    return float(np.median(distances.min(axis=1)))
