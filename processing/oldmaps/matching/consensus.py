"""The map that many pairs of places agree on, and how likely so many agree by chance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..points.control_points import FloatArray
from .affinities import applied, fitted

TOLERANCE_PX = 4.0
TRIALS = 20_000
SURE = 0.999


@dataclass(frozen=True)
class Consensus:
    """What pairs agree on.

    Parameters
    ----------
    affinity : array of shape (2, 3)
        From the left to the right image, in pixels.
    inliers : array of shape (n,), bool
        The pairs that agree.
    chance : float
        Decimal logarithm of how many maps as well supported are to be expected among pairs drawn at random
        (the number of false alarms of Moisan and Stival): far below 0 for what chance does not explain.
    """

    affinity: FloatArray
    inliers: NDArray[np.bool_]
    chance: float

    @property
    def count(self) -> int:
        """How many pairs agree."""
        return int(np.count_nonzero(self.inliers))


def consensus(
    left: FloatArray, right: FloatArray, *, area_px: float, tolerance_px: float = TOLERANCE_PX
) -> Consensus | None:
    """The affine map near a similarity on which most pairs agree.

    A similarity is found by random sampling; the pairs near it give an affine map by least squares, whose
    own inliers then count.

    Parameters
    ----------
    left, right : array of shape (n, 2)
        Pairs of places, in pixels of either image.
    area_px : float
        Of the right image: how much room chance had.
    tolerance_px : float
        In the right image.

    Returns
    -------
    Consensus or None
        None where fewer than four pairs agree.

    References
    ----------
    Fischler and Bolles (1981), Random sample consensus, CACM 24(6). Moisan and Stival (2004), A probabilistic
    criterion to detect rigid point matches between two images, IJCV 57(3), 201-218.
    """
    import cv2

    if len(left) < 4:
        return None
    affinity: Any = cv2.estimateAffinePartial2D(
        left, right, method=cv2.RANSAC, ransacReprojThreshold=tolerance_px, maxIters=TRIALS, confidence=SURE
    )[0]
    if affinity is None or not np.isfinite(affinity).all():
        return None
    inliers = near(affinity, left, right, tolerance_px)
    for _ in range(3):
        if np.count_nonzero(inliers) < 4 or _in_line(left[inliers]):
            break
        affinity = fitted(left[inliers], right[inliers])
        inliers = near(affinity, left, right, tolerance_px)
    count = int(np.count_nonzero(inliers))
    if count < 4:
        return None
    return Consensus(affinity, inliers, false_alarms(len(left), count, math.pi * tolerance_px**2 / area_px))


def near(affinity: FloatArray, left: FloatArray, right: FloatArray, tolerance_px: float) -> NDArray[np.bool_]:
    """Which pairs a map brings together within the tolerance, in the right image."""
    close: NDArray[np.bool_] = distances(affinity, left, right) <= tolerance_px
    return close


def distances(affinity: FloatArray, left: FloatArray, right: FloatArray) -> FloatArray:
    """How far a map leaves each pair apart, in pixels of the right image."""
    return np.asarray(np.hypot(*(applied(affinity, left) - right).T), np.float64)


def _in_line(places: FloatArray) -> bool:
    greatest, least = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)
    return bool(least < 0.02 * greatest)


def false_alarms(pairs: int, inliers: int, share: float) -> float:
    """Decimal logarithm of how many similarities with so many inliers chance gives.

    Parameters
    ----------
    pairs, inliers : int
    share : float
        Of the image that lies within the tolerance of one place.

    Examples
    --------
    >>> round(false_alarms(100, 5, 1e-3)), round(false_alarms(100, 50, 1e-3))
    (2, -110)
    """
    if inliers <= 2:
        return 0.0
    choices = _log_binomial(pairs, inliers) + _log_binomial(inliers, 2)
    return math.log10(pairs) + choices + (inliers - 2) * math.log10(min(share, 1.0))


def _log_binomial(n: int, k: int) -> float:
    return (math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)) / math.log(10)
