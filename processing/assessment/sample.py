"""Observations of a map and its reference, at the same places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .confusion import FloatArray, IntArray, class_indices


@dataclass(frozen=True)
class Sample:
    """Pairs of labels, as positions among ``classes``.

    Attributes
    ----------
    classes : tuple of int
        Value of each class.
    mapped, reference, count : arrays of int of shape (pairs,)
        Class on the map, class in the reference, and how many observations have both.
    stratum : array of int of shape (pairs,), or None
        Stratum that each was drawn from, counted from 0; None where the strata are the map's classes, or
        where the sample was not stratified.
    strata : int
        How many strata there are, those without observation included.
    block : array of int of shape (pairs,), or None
        Block (polygon, tile…) that each belongs to, counted from 0; None where observations are independent.
    """

    classes: tuple[int, ...]
    mapped: IntArray
    reference: IntArray
    count: IntArray
    stratum: IntArray | None = None
    strata: int = 0
    block: IntArray | None = None

    @property
    def blocks(self) -> int:
        """How many blocks there are; each observation is its own without blocks."""
        return len(self.count) if self.block is None else int(self.block.max(initial=-1)) + 1

    def matrix(self, drawn: FloatArray | None = None) -> FloatArray:
        """Confusion matrix of shape (classes, classes), rows map, each block counted ``drawn`` times."""
        return self._table(self.mapped * len(self.classes) + self.reference, (len(self.classes),) * 2, drawn)

    def by_stratum(self, drawn: FloatArray | None = None) -> FloatArray:
        """What the estimators count: :meth:`matrix`, or one a stratum, (strata, classes, classes)."""
        if self.stratum is None:
            return self.matrix(drawn)
        size = len(self.classes)
        cells = (self.stratum * size + self.mapped) * size + self.reference
        return self._table(cells, (self.strata, size, size), drawn)

    def _table(self, cells: IntArray, shape: tuple[int, ...], drawn: FloatArray | None) -> FloatArray:
        weights = self.count.astype(float)
        if drawn is not None:
            weights = weights * (drawn if self.block is None else drawn[self.block])
        table: FloatArray = np.bincount(cells, weights=weights, minlength=int(np.prod(shape))).astype(float)
        return table.reshape(shape)


def sample_of_labels(
    mapped: ArrayLike,
    reference: ArrayLike,
    *,
    classes: tuple[int, ...],
    count: ArrayLike | None = None,
    stratum: ArrayLike | None = None,
    strata: int = 0,
    block: ArrayLike | None = None,
) -> Sample:
    """A sample from labels that are values of classes.

    Examples
    --------
    >>> sample_of_labels([10, 20], [10, 10], classes=(10, 20)).matrix()
    array([[1., 0.],
           [1., 0.]])
    """
    first = class_indices(mapped, classes)
    return Sample(
        classes=classes,
        mapped=first,
        reference=class_indices(reference, classes),
        count=np.ones(first.shape, dtype=np.int64) if count is None else np.asarray(count, dtype=np.int64),
        stratum=None if stratum is None else np.asarray(stratum, dtype=np.int64),
        strata=strata,
        block=None if block is None else np.unique(np.asarray(block), return_inverse=True)[1],
    )
