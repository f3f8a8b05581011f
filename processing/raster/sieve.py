"""Small patches of a class raster taken into the largest of their neighbours, in two passes over its strips.

The rule is that of GDAL's sieve: a patch below the threshold gets the class of its largest neighbour or,
where that one is small too, of the neighbour's largest neighbour, and so on; one that has no neighbour stays.
Memory grows with the number of patches (some 100 bytes each), not with the pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from .boundaries import Block, BoolArray
from .patches import FloatArray, Labels, Runs, label_patches
from .ragged import IntArray


@dataclass(frozen=True)
class _Below:
    """What a strip leaves to the next: its last row, the patches there, their classes and numbers."""

    row: IntArray
    patch: IntArray
    values: IntArray
    number: IntArray


class Numbering:
    """Numbers the patches of a raster given strip by strip; the same strips give the same numbers.

    Two numbers may turn out to be of one patch: ``same`` tells so.
    """

    def __init__(self, columns: int, *, outside: int) -> None:
        none = np.zeros(0, np.int64)
        self._outside = outside
        self._below = _Below(np.full(columns + 2, outside), np.zeros(columns, np.int64), none, none)
        self.count = 0
        self.same: list[IntArray] = []

    def push(self, rows: IntArray) -> tuple[Block, Labels, IntArray]:
        """The framed strip, its labels, and the number of each label."""
        below = self._below
        framed = np.full((len(rows) + 1, rows.shape[1] + 2), self._outside, rows.dtype)
        framed[0], framed[1:, 1:-1] = below.row, rows
        block = Block.of(framed, self._outside)
        labels = label_patches(block, below.patch, below.values)
        number = np.full(labels.count, -1)
        carried = labels.patch[: len(below.number)]
        number[carried] = below.number
        self.same.append(np.stack([below.number, number[carried]]))
        new = np.flatnonzero(number < 0)
        number[new] = self.count + np.arange(len(new))
        self.count += len(new)
        here, patch = np.unique(labels.patch[labels.nodes[-1]], return_inverse=True)
        self._below = _Below(framed[-1].copy(), patch, labels.values[here], number[here])
        return block, labels, number


@dataclass(frozen=True)
class Sieve:
    """The class that each patch ends with, by its number."""

    values: IntArray
    outside: int
    columns: int

    def applied(self) -> Callable[[IntArray], IntArray]:
        """A function that takes the same strips as the survey, in the same order, and returns them sieved."""
        numbering = Numbering(self.columns, outside=self.outside)

        def apply(rows: IntArray) -> IntArray:
            _, labels, number = numbering.push(rows)
            by_node = self.values[number[labels.patch]]
            return by_node[labels.nodes[1:]].astype(rows.dtype)

        return apply


class Survey:
    """Measures the patches of a raster, given strip by strip, and who their neighbours are.

    Parameters
    ----------
    columns : int
        Width of the raster.
    outside : int
        Value of the pixels that belong to no patch, and take part in nothing.
    minimums : sequence of float
        Sizes, by different measures, below any of which a patch is small.
    sizes : callable
        Sizes of the runs of a strip by these measures, shape (measures, runs). The sizes of patches are their
        sums; the largest neighbour is the largest by the first of them.

    Examples
    --------
    >>> survey = Survey(4, outside=0, minimums=[2], sizes=lambda runs: runs.length[None])
    >>> strip = np.array([[1, 1, 1, 2], [1, 3, 2, 2]])
    >>> survey.push(strip)
    >>> survey.finish().applied()(strip).tolist()
    [[1, 1, 1, 2], [1, 1, 2, 2]]
    """

    def __init__(
        self,
        columns: int,
        *,
        outside: int,
        minimums: Sequence[float],
        sizes: Callable[[Runs], FloatArray | IntArray],
    ) -> None:
        self._columns = columns
        self._outside = outside
        self._minimums = np.array(minimums, float)[:, None]
        self._sizes = sizes
        self._numbering = Numbering(columns, outside=outside)
        self._parts: list[tuple[IntArray, FloatArray, IntArray]] = []
        self._pairs: list[IntArray] = []

    def push(self, rows: IntArray) -> None:
        """Go on with these rows."""
        block, labels, number = self._numbering.push(rows)
        runs = labels.patch[labels.count_before :]
        sizes: FloatArray = np.stack(
            [np.bincount(runs, size, labels.count) for size in self._sizes(labels.runs)]
        )
        self._parts.append((number, sizes, labels.values))
        self._pairs.append(number[_neighbours(block, labels, self._is_small(sizes))])

    def _is_small(self, sizes: FloatArray) -> BoolArray:
        small: BoolArray = np.any(sizes < self._minimums, axis=0)
        return small

    def finish(self) -> Sieve:
        """What becomes of each patch."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        count = self._numbering.count
        one, other = np.hstack(self._numbering.same)
        graph = coo_array((np.ones(len(one)), (one, other)), shape=(count, count))
        patches, patch = connected_components(graph, directed=False)
        sizes, values = np.zeros((len(self._minimums), patches)), np.zeros(patches, np.int64)
        for number, size, value in self._parts:
            np.add.at(sizes.T, patch[number], size.T)
            values[patch[number]] = value
        final = _taken_by(sizes[0], patch[np.hstack(self._pairs)], self._is_small(sizes))
        return Sieve(values[final][patch], self._outside, self._columns)


def _neighbours(block: Block, labels: Labels, is_small: BoolArray) -> IntArray:
    """Pairs of patches that touch by a side, one of which may be small: array of shape (2, pairs)."""
    nodes, width = labels.nodes, labels.nodes.shape[1]
    is_start = block.across[:, :-1]
    beside = np.flatnonzero(block.across[1:, 1:-1]) if width > 1 else np.zeros(0, np.int64)
    left = beside + beside // max(width - 1, 1)
    begins = is_start[:-1] | is_start[1:]
    begins[:, 0] = True
    above = np.flatnonzero(block.along[:, 1:-1] & begins)
    flat = nodes.ravel()
    one = labels.patch[np.concatenate([flat[width:][left], flat[above]])]
    other = labels.patch[np.concatenate([flat[width:][left + 1], flat[above + width]])]
    known = np.concatenate(
        [np.ones(len(left), bool), block.values[:-1, 1:-1].ravel()[above] != block.outside]
    )
    inside = labels.values != block.outside
    useful = known & (is_small[one] | is_small[other])
    useful[useful] &= inside[one[useful]] & inside[other[useful]]
    low, high = np.minimum(one, other)[useful], np.maximum(one, other)[useful]
    return np.stack(np.divmod(np.unique(low * labels.count + high), labels.count))


def _taken_by(sizes: FloatArray, pairs: IntArray, is_small: BoolArray) -> IntArray:
    """For each patch the one whose class it gets: itself where it is large or finds no large one."""
    one, other = np.hstack([pairs, pairs[::-1]])
    one, other = one[is_small[one]], other[is_small[one]]
    order = np.lexsort((-other, sizes[other], one))  # the largest last; the topmost of equals
    one, other = one[order], other[order]
    is_last = np.r_[one[1:] != one[:-1], True] if len(one) else np.zeros(0, bool)
    itself = np.arange(len(sizes))
    taker = itself.copy()
    taker[one[is_last]] = other[is_last]
    for _ in range(len(sizes).bit_length()):
        taker = taker[taker]
    return np.where(is_small[taker], itself, taker)
