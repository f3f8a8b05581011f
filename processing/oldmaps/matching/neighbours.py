"""Which descriptors of two sets belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.int64]

BLOCK = 1 << 23  # similarities held at once: 32 MiB
SMALLEST = 1e-12


@dataclass(frozen=True)
class Pairs:
    """Places in two sets that belong together, and how sure that is, from 0 to 1."""

    left: Places
    right: Places
    confidence: Numbers


def nearest_pairs(left: Numbers, right: Numbers, *, ratio: float) -> Pairs:
    """Descriptors that are nearest to each other, and much nearer than the next.

    Parameters
    ----------
    left : array of shape (n, D), float32
    right : array of shape (m, D), float32
        Vectors of length 1. The similarities are computed by blocks, so memory does not grow with n × m.
    ratio : float
        Greatest distance to the nearest over that to the second nearest; 1 keeps every mutual pair.

    Returns
    -------
    Pairs
        In the order of the left set; the confidence is 1 less that ratio.

    References
    ----------
    Lowe (2004), Distinctive image features from scale-invariant keypoints, IJCV 60, 91-110.

    Examples
    --------
    >>> axes = np.eye(3, dtype="float32")
    >>> pairs = nearest_pairs(axes, axes[[2, 0]], ratio=0.8)
    >>> pairs.left.tolist(), pairs.right.tolist()
    ([0, 2], [1, 0])
    """
    if min(len(left), len(right)) < 2:  # no second neighbour to compare with
        nothing = np.zeros(0, np.int64)
        return Pairs(nothing, nothing, np.zeros(0, np.float32))
    nearest, first, second = _nearest(left, right)
    back, _, _ = _nearest(right, left)
    share = np.sqrt(_squared(first) / np.maximum(_squared(second), SMALLEST))
    kept = np.flatnonzero((back[nearest] == np.arange(len(left))) & (share <= ratio))
    return Pairs(kept, nearest[kept], (1 - share[kept]).clip(0, 1).astype(np.float32))


def _nearest(left: Numbers, right: Numbers) -> tuple[Places, Numbers, Numbers]:
    """For each on the left: the most similar on the right, its similarity, that of the second."""
    nearest = np.empty(len(left), np.int64)
    first, second = np.empty(len(left), np.float32), np.empty(len(left), np.float32)
    rows = max(1, BLOCK // len(right))
    for start in range(0, len(left), rows):
        block = slice(start, start + rows)
        similar = left[block] @ right.T
        every = np.arange(len(similar))
        nearest[block] = similar.argmax(axis=1)
        first[block] = similar[every, nearest[block]]
        similar[every, nearest[block]] = -np.inf
        second[block] = similar.max(axis=1)
    return nearest, first, second


def _squared(similarity: Numbers) -> Numbers:
    """The squared distance of vectors of length 1."""
    squared: Numbers = np.maximum(2 - 2 * similarity, 0)
    return squared
