"""Patches of a class raster, labelled and traced strip by strip in bounded memory.

A patch is a set of pixels of one value that hang together by their sides (4-connected). What is carried from
one strip of rows to the next are the patches that are still open: what was counted over them, their finished
rings, and the chains of boundary that leave through the bottom of the strip.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from . import boundaries
from .boundaries import Block, Edges
from .ragged import IntArray, Ragged, follow, offsets_of

FloatArray: TypeAlias = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Runs:
    """Pixels of one value side by side, in raster order: ``row`` in the strip, ``column``, ``length``."""

    row: IntArray
    column: IntArray
    length: IntArray


@dataclass(frozen=True)
class Measures:
    """What is counted: ``sums`` (s, n) are added up over a patch, of ``minima`` (m, n) the least is kept."""

    sums: FloatArray
    minima: FloatArray

    @classmethod
    def nothing(cls, count: int = 0) -> Measures:
        """Nothing, over ``count`` runs or patches."""
        return cls(np.zeros((0, count)), np.zeros((0, count)))

    def take(self, which: npt.NDArray[Any]) -> Measures:
        """Those of these patches."""
        return Measures(self.sums[:, which], self.minima[:, which])


Measure: TypeAlias = Callable[[Runs], Measures]


@dataclass(frozen=True)
class Patches:
    """Finished patches, by the first corner of their outer ring.

    Attributes
    ----------
    values : integer array of shape (n,)
        Class of each patch.
    measures : Measures
        What was counted over each patch.
    rings : integer array of shape (n + 1,)
        The rings of the i-th patch are number ``rings[i]`` (the outer one) to ``rings[i + 1] - 1`` (the last
        hole).
    corners : integer array of shape (rings + 1,)
        The corners of the j-th ring are number ``corners[j]`` to ``corners[j + 1] - 1``.
    rows, columns : integer arrays of shape (corners,)
        The corners, in pixels from the top left of the raster. A ring is not closed; it begins with the
        leftmost of its topmost corners and, where it is an outer one, goes anticlockwise on a north-up map.
    """

    values: IntArray
    measures: Measures
    rings: IntArray
    corners: IntArray
    rows: IntArray
    columns: IntArray

    def __len__(self) -> int:
        return len(self.values)


class Tracer:
    """Traces the patches of a raster that is given strip by strip, from the top.

    Parameters
    ----------
    columns : int
        Width of the raster.
    outside : int
        Value of the pixels that belong to no patch.
    measure : callable, optional
        Counts something over the runs of a strip.

    Examples
    --------
    >>> tracer = Tracer(3, outside=0)
    >>> len(tracer.push(np.array([[1, 1, 2]]))), len(tracer.push(np.array([[1, 0, 2]]))), len(tracer.finish())
    (0, 0, 2)
    """

    def __init__(self, columns: int, *, outside: int, measure: Measure | None = None) -> None:
        self._columns = columns
        self._outside = outside
        self._measure = measure or (lambda runs: Measures.nothing(len(runs.row)))
        self._lines = 0
        self._row: IntArray = np.full(columns + 2, outside)
        self._carry = _Carry.nothing(columns)

    @property
    def carried(self) -> int:
        """How many corners wait for the rest of their patches. Each push handles them all."""
        return len(self._carry.rings.corners.values) + len(self._carry.chains.rings.corners.values)

    def push(self, rows: IntArray) -> Patches:
        """Go on with these rows, of shape (rows, columns); the patches that ended above the last of them."""
        framed = np.full((len(rows) + 1, self._columns + 2), self._outside, rows.dtype)
        framed[0] = self._row
        framed[1:, 1:-1] = rows
        finished = self._trace(Block.of(framed, self._outside))
        self._lines += len(rows)
        self._row = framed[-1].copy()
        return finished

    def finish(self) -> Patches:
        """The patches that reach the last row."""
        return self.push(np.full((1, self._columns), self._outside, self._row.dtype))

    def _trace(self, block: Block) -> Patches:
        labels = label_patches(block, self._carry.bottom, self._carry.values)
        measures = labels.gather(self._carry.measures, self._measure(labels.runs))
        chains, closed = _trace_rings(block, self._carry.chains, labels, self._lines)
        rings = _Rings.joined(self._carry.rings.relabelled(labels.patch), closed)

        bottom = labels.patch[labels.nodes[-1]]
        is_open = np.zeros(labels.count, bool)
        is_open[bottom[block.values[-1, 1:-1] != self._outside]] = True
        number = np.where(is_open, np.cumsum(is_open) - 1, 0)
        goes_on = is_open[rings.patch]
        self._carry = _Carry(
            number[bottom],
            labels.values[is_open],
            measures.take(is_open),
            chains.relabelled(number),
            rings.take(goes_on).relabelled(number),
        )
        return _finished(rings.take(~goes_on), labels.values, measures)


@dataclass(frozen=True)
class _Rings:
    """Rings, or other lists of corners, and the number of the patch that each belongs to."""

    corners: Ragged
    patch: IntArray

    @classmethod
    def joined(cls, *parts: _Rings) -> _Rings:
        return cls(
            Ragged.joined([part.corners for part in parts]), np.concatenate([part.patch for part in parts])
        )

    def relabelled(self, number: IntArray) -> _Rings:
        return _Rings(self.corners, number[self.patch])

    def take(self, chosen: npt.NDArray[np.bool_]) -> _Rings:
        return _Rings(self.corners.take(np.flatnonzero(chosen)), self.patch[chosen])


@dataclass(frozen=True)
class _Chains:
    """Boundaries that come up through the bottom of a strip by line ``start`` and leave by line ``end``."""

    start: IntArray
    end: IntArray
    rings: _Rings

    def relabelled(self, number: IntArray) -> _Chains:
        return _Chains(self.start, self.end, self.rings.relabelled(number))


@dataclass(frozen=True)
class _Carry:
    """What one strip leaves to the next: ``bottom`` is the open patch of each pixel of its last row."""

    bottom: IntArray
    values: IntArray
    measures: Measures
    chains: _Chains
    rings: _Rings

    @classmethod
    def nothing(cls, columns: int) -> _Carry:
        none = np.zeros(0, np.int64)
        rings = _Rings(Ragged.empty(), none)
        return cls(np.zeros(columns, np.int64), none, Measures.nothing(), _Chains(none, none, rings), rings)


@dataclass(frozen=True)
class Labels:
    """Patch of each node of a strip. Nodes are open patches of the strip before, then the runs of this one.

    ``nodes`` is the node of each pixel of the block, ``values`` the class of each of the ``count`` patches.
    Runs of the outside make patches too, which nobody asks for.
    """

    nodes: IntArray
    runs: Runs
    patch: IntArray
    values: IntArray

    @property
    def count(self) -> int:
        """How many patches there are."""
        return len(self.values)

    @property
    def count_before(self) -> int:
        """How many nodes are patches of the strip before."""
        return len(self.patch) - len(self.runs.row)

    def gather(self, carried: Measures, found: Measures) -> Measures:
        """What was counted so far over each patch."""
        if not carried.sums.shape[1]:  # the first strip, and after a row of the outside
            carried = Measures(found.sums[:, :0], found.minima[:, :0])
        sums = np.zeros((len(found.sums), self.count))
        for total, weights in zip(sums, np.hstack([carried.sums, found.sums]), strict=True):
            total += np.bincount(self.patch, weights, self.count)
        minima = np.full((len(found.minima), self.count), np.inf)
        for least, candidates in zip(minima, np.hstack([carried.minima, found.minima]), strict=True):
            np.minimum.at(least, self.patch, candidates)
        return Measures(sums, minima)


def label_patches(block: Block, bottom: IntArray, values_before: IntArray) -> Labels:
    """The patches of a strip.

    Parameters
    ----------
    bottom : integer array of shape (columns,)
        Open patch of each pixel of the block's first row, which is the last of the strip before.
    values_before : integer array
        Class of each open patch.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    height, width = len(block.along), block.along.shape[1] - 2
    before = len(values_before)
    is_start = block.across[:, :-1].copy()
    is_start[:, 0] = True
    starts = np.flatnonzero(is_start[1:])
    nodes = np.empty((height + 1, width), np.int64)
    nodes[0] = bottom
    np.cumsum(is_start[1:], out=nodes[1:].reshape(-1))
    nodes[1:] += before - 1

    # Two runs, one above the other, are joined where they begin to touch.
    joins = (is_start[:-1] | is_start[1:]) & ~block.along[:, 1:-1]
    joins[0] &= block.values[0, 1:-1] != block.outside
    at = np.flatnonzero(joins)
    upper, lower = nodes.ravel()[at], nodes.ravel()[at + width]
    size = before + len(starts)
    heads = offsets_of(np.bincount(lower, minlength=size)).astype(np.int32)
    graph = csr_array((np.ones(len(upper)), upper.astype(np.int32), heads), shape=(size, size))
    count, patch = connected_components(graph, directed=False)

    values = np.empty(count, block.values.dtype)
    values[patch[:before]] = values_before
    values[patch[before:]] = block.values[1:, 1:-1].ravel()[starts]
    row = np.repeat(np.arange(height), np.count_nonzero(is_start[1:], axis=1))
    length = np.diff(starts, append=height * width)
    return Labels(nodes, Runs(row, starts - row * width, length), patch, values)


def _trace_rings(block: Block, before: _Chains, labels: Labels, first_line: int) -> tuple[_Chains, _Rings]:
    """The chains that leave the block through its bottom, and the rings that are closed in it."""
    edges = boundaries.horizontal_edges(block)
    successors, below = boundaries.successors(block, edges, before.start, before.end)
    chains = len(below.north)  # each comes up by one northward crossing and leaves by one southward
    corners = Ragged.joined(
        [
            Ragged(np.zeros(chains + 1, np.int64), np.zeros(0, np.int64)),
            before.rings.corners,
            Ragged(np.arange(0, 2 * len(edges) + 1, 2), boundaries.corners(block, edges, first_line).ravel()),
        ]
    )
    patch = np.concatenate(
        [np.zeros(chains, np.int64), labels.patch[before.rings.patch], labels.patch[_nodes_of(labels, edges)]]
    )
    pieces = follow(successors)
    parts = corners.take(pieces.values)
    lists = Ragged(parts.offsets[pieces.offsets], parts.values)
    any_piece = pieces.values[pieces.offsets[1:] - 1]
    found = _Rings(lists, patch[any_piece])
    is_chain = np.arange(len(lists)) < chains
    leaves_by = below.south[-1 - successors[any_piece[:chains]]]
    rings, parents = boundaries.split_where_touching(found.corners.take(np.flatnonzero(~is_chain)))
    closed = _Rings(rings, found.patch[chains:][parents])
    return _Chains(below.north, leaves_by, found.take(is_chain)), closed


def _nodes_of(labels: Labels, edges: Edges) -> IntArray:
    nodes: IntArray = labels.nodes.ravel()[(edges.line + edges.above) * labels.nodes.shape[1] + edges.west]
    return nodes


def _finished(rings: _Rings, values: IntArray, measures: Measures) -> Patches:
    corners = boundaries.in_standard_order(rings.corners)
    first = corners.values[corners.offsets[:-1]]
    is_outer = boundaries.doubled_area(corners) > 0
    outer = np.flatnonzero(is_outer)
    outer = outer[np.argsort(first[outer])]
    patch = rings.patch[outer]
    rank = np.zeros(len(values), np.int64)
    rank[patch] = np.arange(len(patch))
    order = np.lexsort((first, ~is_outer, rank[rings.patch]))
    sorted_corners = corners.take(order)
    return Patches(
        values[patch],
        measures.take(patch),
        offsets_of(np.bincount(rank[rings.patch], minlength=len(patch))),
        sorted_corners.offsets,
        boundaries.rows_of(sorted_corners.values),
        boundaries.columns_of(sorted_corners.values),
    )
