"""What is in a band, counted while it goes by."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .writing import RasterSpec

Array: TypeAlias = NDArray[Any]


@dataclass(frozen=True)
class BandStatistics:
    """Of the valid pixels of one band, in stored values; ``counts`` holds the pixels of each class found."""

    count: int
    minimum: float
    maximum: float
    mean: float
    stddev: float
    counts: Mapping[int, int] = field(default_factory=dict)


class Tally:
    """Statistics of one band, chunk by chunk."""

    def __init__(self, spec: RasterSpec) -> None:
        self._nodata = spec.nodata
        self._is_classes = spec.kind == "classes"
        self._is_small = np.dtype(spec.dtype).kind == "u" and np.dtype(spec.dtype).itemsize <= 2
        self._counts = np.zeros(1 << 8 * np.dtype(spec.dtype).itemsize if self._is_small else 1, np.int64)
        self._n, self._sum, self._squares = 0, 0.0, 0.0
        self._minimum, self._maximum = math.inf, -math.inf

    def add(self, image: Array) -> None:
        if self._is_small:
            self._counts += _histogram(image, len(self._counts))
            return
        valid = image[~np.isnan(image)] if self._nodata != self._nodata else image[image != self._nodata]
        if valid.size:
            wide = valid.astype(np.float64)
            self._n += valid.size
            self._sum += float(wide.sum())
            self._squares += float((wide * wide).sum())
            self._minimum = min(self._minimum, float(valid.min()))
            self._maximum = max(self._maximum, float(valid.max()))

    def result(self) -> BandStatistics:
        counts: dict[int, int] = {}
        if self._is_small:
            self._counts[int(self._nodata)] = 0
            present = np.flatnonzero(self._counts)
            numbers = self._counts[present]
            self._n = int(numbers.sum())
            self._sum, self._squares = float((present * numbers).sum()), float((present**2 * numbers).sum())
            if present.size:
                self._minimum, self._maximum = float(present[0]), float(present[-1])
            if self._is_classes:
                counts = dict(zip(present.tolist(), numbers.tolist(), strict=True))
        if not self._n:
            return BandStatistics(0, math.nan, math.nan, math.nan, math.nan, counts)
        mean = self._sum / self._n
        deviation = math.sqrt(max(self._squares / self._n - mean * mean, 0.0))
        return BandStatistics(self._n, self._minimum, self._maximum, mean, deviation, counts)


def _histogram(image: Array, size: int) -> NDArray[np.int64]:
    if size == 256 and image.size % 2 == 0:  # two pixels at a time: half the work
        pairs = np.bincount(np.ascontiguousarray(image).reshape(-1).view(np.uint16), minlength=65536).reshape(
            256, 256
        )
        both: NDArray[np.int64] = pairs.sum(0) + pairs.sum(1)
        return both
    return np.bincount(image.reshape(-1), minlength=size)
