"""Helmert's similarity and polynomials of order 1 (affine) to 3, by least squares."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...errors import FitError
from ...language import tr
from ..points.control_points import FloatArray
from .influence import Influence, Prediction
from .mappings import Frame, in_chunks

TOLD_APART = 1e-9
"""Least ratio of the singular values of terms that points can tell apart."""


@dataclass(frozen=True)
class Polynomial:
    """A polynomial in each coordinate.

    Parameters
    ----------
    frame : Frame
        In which its monomials are formed.
    coefficients : array of shape (terms, 2), float64
        One row a monomial, in the order of `monomials`.
    """

    order: int
    frame: Frame
    coefficients: FloatArray

    def __call__(self, places: FloatArray) -> FloatArray:
        def values(part: FloatArray) -> FloatArray:
            return monomials(self.frame.inside(part), self.order) @ self.coefficients

        return in_chunks(values, places, width=len(self.coefficients))

    def jacobian(self, places: FloatArray) -> FloatArray:
        inside = self.frame.inside(places)
        slopes = [part @ self.coefficients / self.frame.reach for part in _derivatives(inside, self.order)]
        return np.stack(slopes, axis=-1)


def monomials(places: FloatArray, order: int) -> FloatArray:
    """Columns 1, x, y, x², xy, y² … up to ``order`` for places of shape (n, 2).

    Examples
    --------
    >>> monomials(np.array([[2.0, 3.0]]), 2).tolist()
    [[1.0, 2.0, 3.0, 4.0, 6.0, 9.0]]
    """
    x, y = places.T
    return np.stack([x**i * y**j for i, j in _powers(order)], axis=1)


def _powers(order: int) -> list[tuple[int, int]]:
    return [(total - j, j) for total in range(order + 1) for j in range(total + 1)]


def _derivatives(places: FloatArray, order: int) -> tuple[FloatArray, FloatArray]:
    x, y = places.T
    powers = _powers(order)
    along_x = np.stack([i * x ** max(i - 1, 0) * y**j for i, j in powers], axis=1)
    along_y = np.stack([j * x**i * y ** max(j - 1, 0) for i, j in powers], axis=1)
    return along_x, along_y


def fit_polynomial(source: FloatArray, target: FloatArray, order: int) -> Polynomial:
    """The polynomial nearest to the targets.

    Raises
    ------
    FitError
        The points stand on too few lines to tell its terms apart.
    """
    frame = Frame.around(source)
    design = _design(frame.inside(source), order)
    return Polynomial(order, frame, np.asarray(np.linalg.lstsq(design, target, rcond=None)[0], np.float64))


def polynomial_influence(source: FloatArray, target: FloatArray, order: int) -> Influence:
    """How each point bears on a polynomial.

    Raises
    ------
    FitError
        As `fit_polynomial`.
    """
    design = _design(Frame.around(source).inside(source), order)
    unfitted = np.linalg.qr(design, mode="complete").Q[:, design.shape[1] :]  # I - H, without a difference
    centred = target - target.mean(axis=0)  # a constant changes no residual, but eats digits
    return Influence(unfitted @ unfitted.T, unfitted @ (unfitted.T @ centred))


def _design(places: FloatArray, order: int) -> FloatArray:
    design = monomials(places, order)
    singular = np.linalg.svd(design, compute_uv=False)
    if singular[-1] < TOLD_APART * singular[0]:
        sentence = tr(
            "A polynomial of order {order} needs points on {needed} lines or more each way. Add points "
            "between the lines, or choose a method that bends less."
        )
        raise FitError(sentence.format(order=order, needed=order + 1))
    return design


def polynomial_prediction(source: FloatArray, places: FloatArray, order: int) -> Prediction:
    """What a polynomial makes of the points at other places."""
    frame = Frame.around(source)
    weights = monomials(frame.inside(places), order) @ np.linalg.pinv(_design(frame.inside(source), order))
    return 1 + (weights**2).sum(axis=1), weights


def fit_helmert(source: FloatArray, target: FloatArray) -> Polynomial:
    """The turn, scale and shift nearest to the targets."""
    frame = Frame.around(source)
    z, w = _complex(frame.inside(source)), _complex(target)
    middle = w.mean()
    turn = np.vdot(z, w - middle) / np.vdot(z, z).real
    rows = [(middle.real, middle.imag), (turn.real, turn.imag), (-turn.imag, turn.real)]
    return Polynomial(1, frame, np.array(rows))


def helmert_influence(source: FloatArray, target: FloatArray) -> Influence:
    """How each point bears on a similarity: in complex numbers it is a straight line."""
    z, w = _complex(Frame.around(source).inside(source)), _complex(target - target.mean(axis=0))
    basis = np.stack([np.full(len(z), len(z) ** -0.5 + 0j), z / np.linalg.norm(z)], axis=1)
    residuals = w - basis @ (basis.conj().T @ w)
    return Influence(np.eye(len(z)) - basis @ basis.conj().T, residuals[:, None])


def helmert_prediction(source: FloatArray, places: FloatArray) -> Prediction:
    """What a similarity makes of the points at other places."""
    frame = Frame.around(source)
    z, at = _complex(frame.inside(source)), _complex(frame.inside(places))
    weights = np.abs(1 / len(z) + np.outer(at, z.conj()) / np.vdot(z, z).real)
    return 1 + (weights**2).sum(axis=1), weights


def _complex(places: FloatArray) -> NDArray[np.complex128]:
    return places[:, 0] + 1j * places[:, 1]
