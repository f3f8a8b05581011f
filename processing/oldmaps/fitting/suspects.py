"""Which points are most likely misplaced: to look at, never to delete: stretched paper looks alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..points.control_points import FloatArray
from .errors import MethodErrors
from .lattices import IntArray

LISTED = 2
"""How many of the greatest errors of either kind are worth a look."""


@dataclass(frozen=True)
class Suspects:
    """How suspicious each place is.

    Parameters
    ----------
    suspicion : array of shape (n,), float64
        Error at the point of the affine fit, over the median of these, plus error without the point of the
        spline, over theirs: about 2 for a point like others. NaN with fewer than four points.
    listed : array of shape (2 to 4,), intp
        The places with the two greatest errors of either kind, the most suspicious first.
    """

    suspicion: FloatArray
    listed: IntArray

    @property
    def order(self) -> IntArray:
        """All places, the most suspicious first; none where nothing is known."""
        known = np.flatnonzero(np.isfinite(self.suspicion))
        return np.asarray(known[np.argsort(-self.suspicion[known], kind="stable")])


def suspects(affine: MethodErrors, spline: MethodErrors, *, least_m: float) -> Suspects:
    """Rank the places.

    Parameters
    ----------
    least_m : float
        Errors below this, in metres, are all the same: a hand cannot do better.
    """
    kinds = np.hypot(*affine.fit_m.T), np.hypot(*spline.loo_m.T)
    if not all(np.isfinite(kind).all() and len(kind) for kind in kinds):
        return Suspects(np.full(len(affine.fit_m), np.nan), np.empty(0, np.intp))
    suspicion = sum(kind / max(np.median(kind), least_m) for kind in kinds)
    greatest = np.union1d(*(np.argsort(-kind, kind="stable")[:LISTED] for kind in kinds))
    return Suspects(np.asarray(suspicion), greatest[np.argsort(-suspicion[greatest], kind="stable")])
