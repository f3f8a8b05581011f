"""Thin-plate splines: they pass through every point and bend as little as they can."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..points.control_points import FloatArray
from .influence import Influence, Prediction
from .mappings import Frame, in_chunks


@dataclass(frozen=True)
class Spline:
    """A thin-plate spline in each coordinate.

    Parameters
    ----------
    frame : Frame
        In which its centres stand.
    centres : array of shape (n, 2), float64
    weights : array of shape (n + 3, 2), float64
        Of each centre, then of 1, x and y.

    References
    ----------
    Bookstein (1989), Principal warps: thin-plate splines and the decomposition of deformations, IEEE Trans.
    Pattern Anal. Mach. Intell. 11(6), 567-585. https://doi.org/10.1109/34.24792
    """

    frame: Frame
    centres: FloatArray
    weights: FloatArray

    def __call__(self, places: FloatArray) -> FloatArray:
        def values(part: FloatArray) -> FloatArray:
            inside = self.frame.inside(part)
            bent = _bending(_squares(inside, self.centres)) @ self.weights[:-3]
            bent += inside @ self.weights[-2:] + self.weights[-3]
            return bent

        return in_chunks(values, places, width=len(self.centres))

    def jacobian(self, places: FloatArray) -> FloatArray:
        def slopes(part: FloatArray) -> FloatArray:
            inside = self.frame.inside(part)
            pull = 1 + np.log(np.maximum(_squares(inside, self.centres), np.finfo(np.float64).tiny))
            bent = [
                (pull * (inside[:, [axis]] - self.centres[:, axis])) @ self.weights[:-3] for axis in (0, 1)
            ]
            return np.asarray((np.stack(bent, axis=-1) + self.weights[-2:].T) / self.frame.reach)

        return in_chunks(slopes, places, width=4 * len(self.centres))


def fit_spline(source: FloatArray, target: FloatArray) -> Spline:
    """The spline through the targets."""
    frame = Frame.around(source)
    centres = frame.inside(source)
    middle = target.mean(axis=0)
    weights = np.linalg.solve(_bordered(centres), np.vstack([target - middle, np.zeros((3, 2))]))
    weights[-3] += middle
    return Spline(frame, centres, weights)


def spline_influence(source: FloatArray, target: FloatArray) -> Influence:
    """How each point bears on a spline."""
    inverse = np.linalg.inv(_bordered(Frame.around(source).inside(source)))
    matrix = inverse[:-3, :-3]
    return Influence((matrix + matrix.T) / 2, matrix @ (target - target.mean(axis=0)))


def spline_prediction(source: FloatArray, places: FloatArray) -> Prediction:
    """What a spline makes of the points at other places: as kriging does, with U for a covariance."""
    frame = Frame.around(source)
    centres, at = frame.inside(source), frame.inside(places)
    sides = np.hstack([_bending(_squares(at, centres)), np.ones((len(at), 1)), at])
    weights = sides @ np.linalg.inv(_bordered(centres))
    return np.maximum(0, -(weights * sides).sum(axis=1)), weights[:, : len(source)]


def _bordered(centres: FloatArray) -> FloatArray:
    """The matrix [[K, P], [Pᵀ, 0]] of shape (n + 3, n + 3)."""
    count = len(centres)
    matrix = np.zeros((count + 3, count + 3))
    matrix[:count, :count] = _bending(_squares(centres, centres))
    matrix[:count, count:] = np.column_stack([np.ones(count), centres])
    matrix[count:, :count] = matrix[:count, count:].T
    return matrix


def _squares(places: FloatArray, centres: FloatArray) -> FloatArray:
    """Squared distances, shape (places, centres)."""
    across = places[:, :1] - centres[:, 0]
    across *= across
    along = places[:, 1:] - centres[:, 1]
    along *= along
    across += along
    return across


def _bending(squares: FloatArray) -> FloatArray:
    """U = r² ln r of squared distances."""
    logarithms = np.log(np.maximum(squares, np.finfo(np.float64).tiny))
    logarithms *= squares
    logarithms *= 0.5
    return logarithms
