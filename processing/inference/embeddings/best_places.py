"""The places of a raster with the highest scores, apart from each other."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...raster.grids import Window

FloatArray: TypeAlias = NDArray[np.floating[Any]]
Pixels: TypeAlias = NDArray[np.int64]

PEAKS_FOR_EACH = 64  # looked at for each place wanted, the highest first


class BestPlaces:
    """Collects the best places of blocks as they are computed.

    Parameters
    ----------
    count : int
        As many are kept at most.
    separation : int
        Pixels between two of them, along rows or columns, at least.
    taken : integer array of shape (pixels, 2)
        Rows and columns near which none is wanted.

    Examples
    --------
    >>> best = BestPlaces(2, separation=2, taken=np.zeros((0, 2), int))
    >>> best.add(np.array([[0.9, 0.8, 0.1, 0.7]]), Window(5, 0, 1, 4))
    >>> [place.tolist() for place in best.found()]
    [[[5, 0], [5, 3]], [0.9, 0.7]]
    """

    def __init__(self, count: int, *, separation: int, taken: Pixels) -> None:
        self._count, self._separation, self._taken = count, separation, np.asarray(taken, np.int64)
        self._places: Pixels = np.zeros((0, 2), np.int64)
        self._scores: FloatArray = np.zeros(0)

    def add(self, scores: FloatArray, window: Window) -> None:
        """The scores of a window, NaN where there is none."""
        from scipy.ndimage import maximum_filter

        filled = np.where(np.isfinite(scores) & ~self._is_taken(window), scores, -np.inf)
        low = self._scores[-1] if len(self._scores) == self._count else -np.inf
        is_peak = (filled > low) & (
            filled == maximum_filter(filled, 2 * self._separation - 1, mode="nearest")
        )
        rows, columns = np.nonzero(is_peak)
        places = np.stack([rows + window.row, columns + window.column], axis=1)
        self._merge(places, scores[rows, columns])

    def found(self) -> tuple[Pixels, FloatArray]:
        """Rows and columns of the best places and their scores, the best first."""
        return self._places, self._scores

    def _is_taken(self, window: Window) -> NDArray[np.bool_]:
        """The pixels of a window that lie too near those that are taken."""
        from scipy.ndimage import maximum_filter

        edge = self._separation - 1
        taken = np.zeros((window.rows + 2 * edge, window.columns + 2 * edge), bool)
        rows, columns = (self._taken - (window.row - edge, window.column - edge)).T
        inside = (rows >= 0) & (rows < taken.shape[0]) & (columns >= 0) & (columns < taken.shape[1])
        taken[rows[inside], columns[inside]] = True
        if inside.any() and edge:
            taken = maximum_filter(taken, 2 * edge + 1, mode="constant")
        near: NDArray[np.bool_] = taken[edge : edge + window.rows, edge : edge + window.columns]
        return near

    def _merge(self, places: Pixels, scores: FloatArray) -> None:
        places, scores = np.concatenate([self._places, places]), np.concatenate([self._scores, scores])
        order = np.lexsort((places[:, 1], places[:, 0], -scores))[: PEAKS_FOR_EACH * self._count]
        chosen: list[int] = []
        for number in order.tolist():
            away = np.abs(places[chosen] - places[number]).max(axis=1)
            if len(away) and away.min() < self._separation:
                continue
            chosen.append(number)
            if len(chosen) == self._count:
                break
        self._places, self._scores = places[chosen], scores[chosen]
