"""How each point bears on a fit: errors without a point, in closed form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..points.control_points import FloatArray

Prediction: TypeAlias = tuple[FloatArray, FloatArray]
"""At m places: the variance of an error there, shape (m,), where that of an error without a point is one over
`Influence.own`; and the weight that each of n points has there, shape (m, n)."""


@dataclass(frozen=True)
class Influence:
    """A matrix B and weights w such that leaving out the points S leaves them the errors B_SS⁻¹ w_S.

    For least squares B is I - H, H the hat matrix, and w are the residuals (PRESS, Allen 1974). For a spline
    B is the inverse of its bordered matrix and w are its weights (Rippa 1999). Errors are observed minus
    predicted.

    Parameters
    ----------
    matrix : array of shape (n, n), float64 or complex128
        Hermitian.
    weights : array of shape (n, 2), float64, or of shape (n, 1), complex128
        x + iy where they are complex.

    References
    ----------
    Allen (1974), The relationship between variable selection and data augmentation and a method for
    prediction, Technometrics 16(1), 125-127. https://doi.org/10.1080/00401706.1974.10489157
    Rippa (1999), An algorithm for selecting a good value for the parameter c in radial basis function
    interpolation, Adv. Comput. Math. 11, 193-210. https://doi.org/10.1023/A:1018975909870
    """

    matrix: NDArray[Any]
    weights: NDArray[Any]

    @property
    def own(self) -> FloatArray:
        """Diagonal of B, shape (n,): how free each point is of the others; 0 where the fit hangs on it."""
        diagonal: FloatArray = np.real(np.diag(self.matrix))
        return np.where(diagonal > 1e-12 * max(diagonal.max(initial=0.0), 1e-300), diagonal, np.nan)

    def without_one(self) -> FloatArray:
        """Error of each point under the fit to all others, shape (n, 2); NaN where they do not carry one."""
        return np.asarray(_pairs(self.weights) / self.own[:, None])

    def without_two(self) -> FloatArray:
        """Error [k, i] of point i under the fit to all but k and i, shape (n, n, 2); NaN where k is i."""
        own = self.own
        beside = np.abs(self.matrix) ** 2
        determinant = own[:, None] * own[None, :] - beside
        np.fill_diagonal(determinant, np.nan)
        determinant[determinant <= 1e-12 * own[:, None] * own[None, :]] = np.nan
        weights = self.weights
        errors = own[:, None, None] * weights[None] - self.matrix.T[:, :, None] * weights[:, None]
        return np.asarray(_pairs(errors) / determinant[:, :, None])


def _pairs(values: NDArray[Any]) -> FloatArray:
    """Complex numbers of shape (…, 1) as x and y, shape (…, 2); real pairs as they are."""
    if np.iscomplexobj(values):
        return np.concatenate([values.real, values.imag], axis=-1)
    return np.asarray(values, np.float64)
