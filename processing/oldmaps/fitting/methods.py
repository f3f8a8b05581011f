"""The methods of a fit: what each needs, how it is fitted, and its errors without a point.

>>> square = np.array([[0.0, 0], [1, 0], [0, 1], [1, 1]])
>>> fit("helmert", square, 2 * square + [5, 7])(np.array([[0.5, 0.5]])).round(9).tolist()
[[6.0, 8.0]]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np

from ...errors import FitError
from ...language import tr
from ..points.control_points import FloatArray
from .cells import cell_errors_without, fit_cells
from .influence import Influence, Prediction
from .mappings import Mapping
from .names import METHOD_TITLES
from .polynomials import (
    fit_helmert,
    fit_polynomial,
    helmert_influence,
    helmert_prediction,
    polynomial_influence,
    polynomial_prediction,
)
from .projective import fit_projective, projective_errors_without
from .splines import fit_spline, spline_influence, spline_prediction

ON_A_LINE = 0.02
"""Least ratio of the singular values of points that span a plane."""

Fit: TypeAlias = Callable[[FloatArray, FloatArray], Mapping]


@dataclass(frozen=True, kw_only=True)
class Method:
    """One way from a plane to another.

    Parameters
    ----------
    key : str
    parameters : int
        How many numbers it has, with as many points as it needs.
    minimum, warn_below : int
        Fewest points that carry it, and fewest that carry it well.
    fit : callable
        Source and target, arrays of shape (n, 2) → mapping.
    influence : callable, optional
        Source and target → `Influence`, where the method has one.
    prediction : callable, optional
        Points of the source and other places → variance and weights there, where it has an influence.
    errors_without : callable, optional
        Source and target → errors without each point, where it has none.
    per_point : int
        Parameters that each point adds.
    """

    key: str
    parameters: int
    minimum: int
    warn_below: int
    fit: Fit
    influence: Callable[[FloatArray, FloatArray], Influence] | None = None
    prediction: Callable[[FloatArray, FloatArray], Prediction] | None = None
    errors_without: Callable[[FloatArray, FloatArray], FloatArray] | None = None
    per_point: int = 0

    @property
    def title(self) -> str:
        """Its name, in the user's language."""
        return tr(METHOD_TITLES[self.key])

    @property
    def interpolates(self) -> bool:
        """Whether it passes through every point, so that its residuals say nothing."""
        return self.per_point > 0

    def parameters_for(self, count: int) -> int:
        """How many numbers it has with so many points."""
        return self.parameters + self.per_point * (count - self.minimum)


def _polynomial(key: str, order: int, *, minimum: int) -> Method:
    return Method(
        key=key,
        parameters=2 * minimum,
        minimum=minimum,
        warn_below=2 * minimum,
        fit=partial(fit_polynomial, order=order),
        influence=partial(polynomial_influence, order=order),
        prediction=partial(polynomial_prediction, order=order),
    )


METHODS = {
    method.key: method
    for method in (
        Method(
            key="helmert",
            parameters=4,
            minimum=2,
            warn_below=4,
            fit=fit_helmert,
            influence=helmert_influence,
            prediction=helmert_prediction,
        ),
        _polynomial("affine", 1, minimum=3),
        _polynomial("polynomial2", 2, minimum=6),
        _polynomial("polynomial3", 3, minimum=10),
        Method(
            key="projective",
            parameters=8,
            minimum=4,
            warn_below=8,
            fit=fit_projective,
            errors_without=projective_errors_without,
        ),
        Method(
            key="spline",
            parameters=12,
            minimum=3,
            warn_below=8,
            fit=fit_spline,
            influence=spline_influence,
            prediction=spline_prediction,
            per_point=2,
        ),
        Method(
            key="cells",
            parameters=8,
            minimum=4,
            warn_below=4,
            fit=fit_cells,
            errors_without=cell_errors_without,
            per_point=2,
        ),
    )
}
"""Key → method, in the order in which they are shown."""


def fit(method: str, source: FloatArray, target: FloatArray) -> Mapping:
    """The mapping of a method from one plane to another.

    Parameters
    ----------
    method : str
        A key of `METHODS`.
    source, target : arrays of shape (n, 2), float64
        The same places in both planes, y upwards in both.

    Raises
    ------
    FitError
        Too few points, points on one line, equal places with different targets; for grid cells, no graticule.
    """
    check(method, source, target, needed=METHODS[method].minimum)
    return METHODS[method].fit(source, target)


def leave_one_out(method: str, source: FloatArray, target: FloatArray) -> FloatArray:
    """Error of each point under the fit to all others, observed minus predicted, shape (n, 2).

    NaN where the others do not carry the method. In closed form; the projective transformation, which has
    none, is fitted again without each point.

    Raises
    ------
    FitError
        As `fit`, and where one point less would be too few.
    """
    chosen = METHODS[method]
    check(method, source, target, needed=chosen.minimum + 1)
    if chosen.influence is not None:
        return chosen.influence(source, target).without_one()
    assert chosen.errors_without is not None
    return chosen.errors_without(source, target)


def check(method: str, source: FloatArray, target: FloatArray, *, needed: int) -> None:
    """Refuse points that do not carry a method.

    Raises
    ------
    FitError
        See `fit`.
    """
    if len(source) < needed:
        sentence = tr("{method}: found {found} points that differ, {needed} are needed. Add points.")
        title = METHODS[method].title
        raise FitError(sentence.format(method=title, found=len(source), needed=needed))
    if len(np.unique(source, axis=0)) < len(source):
        sentence = tr("{method}: two points have one place and two targets. Remove one of them.")
        raise FitError(sentence.format(method=METHODS[method].title))
    if method != "helmert" and min(_flatness(source), _flatness(target)) < ON_A_LINE:
        sentence = tr(
            "{method}: the points lie on one line, or nearly. Add points away from it, or use Helmert, which "
            "is content with a line."
        )
        raise FitError(sentence.format(method=METHODS[method].title))


def _flatness(places: FloatArray) -> float:
    """Ratio of the singular values of places: 0 on a line, 1 as wide as long."""
    long, short = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)
    return float(short / long) if long > 0 else 0.0
