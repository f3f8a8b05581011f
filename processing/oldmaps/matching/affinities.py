"""Affine maps between the pixels of two images, as arrays of shape (2, 3): right = A left + b."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..points.control_points import FloatArray


@dataclass(frozen=True)
class Anatomy:
    """What an affine map does.

    ``scale``: right pixels for one left pixel; ``rotation_deg``: positive from columns towards rows,
    clockwise as seen; ``anisotropy``: greatest over least scale.
    """

    scale: float
    rotation_deg: float
    anisotropy: float
    mirrored: bool


def applied(affinity: FloatArray, places: FloatArray) -> FloatArray:
    """Where places of shape (n, 2) go.

    Examples
    --------
    >>> applied(np.array([[2.0, 0, 1], [0, 2, 0]]), np.array([[1.0, 1]])).tolist()
    [[3.0, 2.0]]
    """
    moved: FloatArray = places @ affinity[:, :2].T + affinity[:, 2]
    return moved


def chained(first: FloatArray, *others: FloatArray) -> FloatArray:
    """One map after the other, the first one first."""
    result: FloatArray = _square(first)
    for other in others:
        result = _square(other) @ result
    return result[:2]


def inverse(affinity: FloatArray) -> FloatArray:
    """The way back."""
    return np.asarray(np.linalg.inv(_square(affinity))[:2], np.float64)


def _square(affinity: FloatArray) -> FloatArray:
    return np.vstack([affinity, [0.0, 0.0, 1.0]])


def scaling(x: float, y: float | None = None) -> FloatArray:
    """From the upper left corner: ``x`` along the columns, ``y`` (the same unless given) along the rows."""
    return np.array([[x, 0.0, 0.0], [0.0, x if y is None else y, 0.0]])


def shift(x: float, y: float) -> FloatArray:
    """Along the columns and the rows."""
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y]])


def anatomy(affinity: FloatArray) -> Anatomy:
    """What an affine map does.

    Examples
    --------
    >>> anatomy(np.array([[0.0, -2, 5], [2, 0, 7]]))
    Anatomy(scale=2.0, rotation_deg=90.0, anisotropy=1.0, mirrored=False)
    """
    (a, b), (c, d) = affinity[:, :2].tolist()
    greatest, least = np.linalg.svd(affinity[:, :2], compute_uv=False).tolist()
    return Anatomy(
        scale=math.sqrt(greatest * least),
        rotation_deg=math.degrees(math.atan2(c - b, a + d)),
        anisotropy=greatest / least if least else math.inf,
        mirrored=a * d - b * c < 0,
    )


def fitted(left: FloatArray, right: FloatArray) -> FloatArray:
    """The affine map of least squares from ``left`` to ``right``, three pairs at least."""
    middle = left.mean(axis=0)
    design = np.column_stack([left - middle, np.ones(len(left))])
    solution = np.linalg.lstsq(design, right, rcond=None)[0].T
    return chained(shift(*(-middle)), solution)
