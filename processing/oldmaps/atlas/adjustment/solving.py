"""Sparse least squares that outliers do not sway: Huber's estimate, by reweighting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ....errors import FitError
from ....language import tr
from ...points.control_points import FloatArray
from .observations import BoolArray, IntArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

ROUNDS = 20
SETTLED = 1e-3
TUNING = 1.345
"""Of Huber's estimate: 95 % as good as least squares where there are no outliers."""
TO_SIGMA = 1.4826
"""From the median of absolute values to the standard deviation, for a normal distribution."""


@dataclass(frozen=True)
class Solution:
    """Unknowns, the weights under which they were found, and what is needed to leave equations out.

    Parameters
    ----------
    unknowns : array of shape (unknowns,), float64
        Fixed ones as they were given.
    weights : array of shape (equations,), float64
        1, or less for an outlier.
    weighted : sparse array of shape (equations, free unknowns), float64
        The matrix times the roots of the weights.
    residuals : array of shape (equations,), float64
        Right side less left side, times the roots of the weights.
    normal : object
        The factors of the normal equations.
    free : array of shape (unknowns,), bool
    """

    unknowns: FloatArray
    weights: FloatArray
    weighted: csr_array
    residuals: FloatArray
    normal: Any
    free: BoolArray

    def without(self, rows: IntArray) -> FloatArray:
        """The unknowns without some equations, the weights of the others as they are; NaN if undetermined."""
        part = self.weighted[rows].toarray()  # (rows, free unknowns)
        answer = self.normal.solve(part.T)  # (free unknowns, rows)
        left = np.eye(len(rows)) - part @ answer
        unknowns = np.array(self.unknowns)
        if np.linalg.eigvalsh((left + left.T) / 2)[0] < 1e-9:
            unknowns[self.free] = np.nan
        else:
            unknowns[self.free] -= answer @ np.linalg.solve(left, self.residuals[rows])
        return unknowns

    def redundancy(self, rows: IntArray) -> FloatArray:
        """How far each equation is checked by the others: 0 where the solution hangs on it, 1 at most."""
        part = self.weighted[rows].toarray()
        shares: FloatArray = 1 - np.einsum("ij,ji->i", part, self.normal.solve(part.T))
        return shares


def solve(
    matrix: csr_array,
    right: FloatArray,
    *,
    observed: int,
    free: BoolArray,
    start: FloatArray,
    check: Callable[[], None],
) -> Solution:
    """The unknowns that fit best, outliers among the first ``observed`` equations weighted down.

    The normal equations are factored: frames keep the unknowns of one size, and the factors give what each
    equation contributes, which an iterative method does not.

    Parameters
    ----------
    start : array of shape (unknowns,), float64
        Values of the unknowns that are not free.

    Raises
    ------
    FitError
        The equations do not determine the unknowns.

    References
    ----------
    Huber (1964), Robust estimation of a location parameter, Ann. Math. Statist. 35(1), 73-101.
    https://doi.org/10.1214/aoms/1177703732
    """
    from scipy.sparse import csr_array, diags_array

    told = right - matrix @ np.where(free, 0.0, start)
    part = csr_array(matrix[:, np.flatnonzero(free)])
    weights = np.ones(len(right))
    for _ in range(ROUNDS):
        check()
        roots = np.sqrt(weights)
        weighted = csr_array(diags_array(roots) @ part)
        normal = _factors(weighted)
        found = normal.solve(weighted.T @ (roots * told))
        errors = told - part @ found
        update = weights.copy()
        update[:observed] = _huber(errors[:observed])
        if np.abs(update - weights).max(initial=0) < SETTLED:
            break
        weights = update
    unknowns = np.array(start)
    unknowns[free] = found
    return Solution(unknowns, roots**2, weighted, roots * errors, normal, free)


def _huber(errors: FloatArray) -> FloatArray:
    sizes = np.abs(errors)
    sigma = TO_SIGMA * float(np.median(sizes)) if len(sizes) else 0.0
    limit = TUNING * max(sigma, 1.0)  # what is as good as expected is no outlier, however good the rest
    weights: FloatArray = limit / np.maximum(sizes, limit)
    return weights


def _factors(weighted: csr_array) -> Any:
    from scipy.sparse.linalg import splu

    sentence = tr(
        "The points and ties do not hold the sheets in place: add control points, or ties between sheets "
        "that hang on others by one tie alone."
    )
    try:
        normal = splu(
            (weighted.T @ weighted).tocsc(), permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True}
        )
    except RuntimeError as error:  # SuperLU's word for a singular matrix
        raise FitError(sentence) from error
    pivots = np.abs(normal.U.diagonal())
    if pivots.size and pivots.min() < 1e-13 * pivots.max():
        raise FitError(sentence)
    return normal
