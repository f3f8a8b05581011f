"""Lists of unequal length as one flat array and where each begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

IntArray: TypeAlias = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True)
class Ragged:
    """Lists of unequal length: the i-th is ``values[offsets[i]:offsets[i + 1]]``.

    Examples
    --------
    >>> lists = Ragged(np.array([0, 2, 2, 5]), np.array([1, 2, 3, 4, 5]))
    >>> lists.take(np.array([2, 0])).values.tolist()
    [3, 4, 5, 1, 2]
    """

    offsets: IntArray
    values: IntArray

    @classmethod
    def empty(cls) -> Ragged:
        """No list at all."""
        return cls(np.zeros(1, np.int64), np.zeros(0, np.int64))

    @classmethod
    def joined(cls, parts: Sequence[Ragged]) -> Ragged:
        """The lists of all parts, one part after the other."""
        lengths = np.concatenate([part.lengths for part in parts])
        return cls(offsets_of(lengths), np.concatenate([part.values for part in parts]))

    @property
    def lengths(self) -> IntArray:
        """How many values each list has."""
        return np.diff(self.offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def take(self, which: IntArray) -> Ragged:
        """These lists, in this order."""
        lengths = self.lengths[which]
        offsets = offsets_of(lengths)
        return Ragged(offsets, self.values[spans(self.offsets[:-1][which], lengths)])

    def owners(self) -> IntArray:
        """For each value, the number of its list."""
        return np.repeat(np.arange(len(self)), self.lengths)


def offsets_of(lengths: IntArray) -> IntArray:
    """Where each of the lists of these lengths begins, and where the last ends."""
    offsets = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=offsets[1:])
    return offsets


def spans(starts: IntArray, lengths: IntArray) -> IntArray:
    """The numbers ``start … start + length - 1`` of each span, one span after the other.

    Examples
    --------
    >>> spans(np.array([7, 2]), np.array([3, 2])).tolist()
    [7, 8, 9, 2, 3]
    """
    offsets = offsets_of(lengths)
    return np.repeat(starts - offsets[:-1], lengths) + np.arange(offsets[-1])


def follow(successors: IntArray) -> Ragged:
    """Cycles of a permutation, each from its lowest number on, or chains where a successor is negative.

    Parameters
    ----------
    successors : integer array of shape (n,)
        What comes after each number; a negative successor ends a chain. The beginning of every chain must be
        lower than all its other numbers.

    Examples
    --------
    >>> follow(np.array([2, 1, 3, 0])).values.tolist()
    [0, 2, 3, 1]
    """
    # A loop, for want of a faster way: pointer jumping costs more passes than it saves, most cycles being
    # short.
    after = successors.tolist()
    seen = len(after)
    order: list[int] = []
    offsets = [0]
    for start, step in enumerate(after):
        if step == seen:
            continue
        node = start
        while node >= 0 and (step := after[node]) != seen:
            order.append(node)
            after[node] = seen
            node = step
        offsets.append(len(order))
    return Ragged(np.array(offsets, np.int64), np.array(order, np.int64))
