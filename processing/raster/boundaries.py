"""Boundaries between pixels of unequal value, as edges, the links between them, and rings.

Lines of the grid are counted like pixels: line ``i`` runs above row ``i``, or left of column ``i``. An edge
is a maximal straight piece of a boundary as seen from one side, so each piece between two classes is two
edges. Whoever walks along an edge of a patch on a north-up map has the patch on the left: eastwards below it,
westwards above it, northwards on its right, southwards on its left.

Rings are made of horizontal edges alone: the vertical ones only say which horizontal edge comes next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from .ragged import IntArray, Ragged, follow, offsets_of, spans

BoolArray: TypeAlias = npt.NDArray[np.bool_]

# A corner is one integer, so that corners compare as (row, column): row, column, and in the last bit whether
# the patch may meet itself there.
ROW_SHIFT = 32
COLUMN_MASK = (1 << 31) - 1


@dataclass(frozen=True)
class Block:
    """Rows of classes framed by ``outside``, with the boundaries between them.

    Attributes
    ----------
    values : integer array of shape (h + 1, w + 2)
        The last row of the strip before, the h rows of this one, a column of ``outside`` at both sides.
    across : boolean array of shape (h + 1, w + 1)
        Whether the pixels left and right of each vertical line differ.
    along : boolean array of shape (h, w + 2)
        Whether the pixels above and below each horizontal line differ.
    """

    values: IntArray
    outside: int
    across: BoolArray
    along: BoolArray

    @classmethod
    def of(cls, values: IntArray, outside: int) -> Block:
        """The block of these framed rows."""
        return cls(values, outside, values[:, 1:] != values[:, :-1], values[1:] != values[:-1])


@dataclass(frozen=True)
class Edges:
    """Horizontal edges in raster order, each from vertical line ``west`` to ``east`` along ``line``.

    ``line`` is counted in the block. ``above`` is 1 where the edge lies above its patch (walked westwards), 0
    where it lies below it (walked eastwards).
    """

    line: IntArray
    above: IntArray
    west: IntArray
    east: IntArray

    def __len__(self) -> int:
        return len(self.line)

    @property
    def start(self) -> IntArray:
        """Vertical line where a walk along the edge begins."""
        return np.where(self.above, self.east, self.west)

    @property
    def end(self) -> IntArray:
        """Vertical line where a walk along the edge ends."""
        return np.where(self.above, self.west, self.east)


def horizontal_edges(block: Block) -> Edges:
    """The horizontal edges of all patches but the outside."""
    lines, columns = block.along.shape[0], block.along.shape[1] - 2
    begins = np.empty((lines, 2, columns), bool)  # the second axis is ``above``
    ends = np.empty_like(begins)
    along, level_west, level_east = block.along[:, 1:-1], ~block.along[:, :-2], ~block.along[:, 2:]
    for above in (0, 1):
        rows = slice(above, above + lines)
        edge = along & (block.values[rows, 1:-1] != block.outside)
        across = block.across[rows]
        np.logical_and(edge, across[:, :-1] | level_west, out=begins[:, above])
        np.logical_and(edge, across[:, 1:] | level_east, out=ends[:, above])
    first, last = np.flatnonzero(begins), np.flatnonzero(ends)
    place = np.repeat(np.arange(2 * lines), np.count_nonzero(begins, axis=2).ravel())
    before = place * columns
    return Edges(place >> 1, place & 1, first - before, last - before + 1)


def turns_outwards(block: Block, edges: Edges, column: IntArray) -> BoolArray:
    """Whether a patch has a convex corner at the end of its edges that lies on these vertical lines."""
    stride = block.across.shape[1]
    convex: BoolArray = block.across.ravel()[(edges.line + edges.above) * stride + column]
    return convex


def meets_itself(block: Block, edges: Edges, column: IntArray, is_west: IntArray) -> BoolArray:
    """Whether the pixel across a corner has the same value. ``is_west``: 1 at western ends, 0 at eastern."""
    stride = block.values.shape[1]
    own = (edges.line + edges.above) * stride + column + is_west
    opposite = (edges.line + 1 - edges.above) * stride + column + 1 - is_west
    values = block.values.ravel()
    same: BoolArray = values[own] == values[opposite]
    return same


def corners(block: Block, edges: Edges, first_line: int) -> IntArray:
    """Both corners of each edge, in walking order: array of shape (edges, 2)."""
    found = np.empty((len(edges), 2), np.int64)
    for place, column, is_west in ((0, edges.start, 1 - edges.above), (1, edges.end, edges.above)):
        touch = turns_outwards(block, edges, column) & meets_itself(block, edges, column, is_west)
        found[:, place] = ((edges.line + first_line) << ROW_SHIFT) | (column << 1) | touch
    return found


def rows_of(corner: IntArray) -> IntArray:
    """Horizontal line of each corner."""
    return corner >> ROW_SHIFT


def columns_of(corner: IntArray) -> IntArray:
    """Vertical line of each corner."""
    return (corner >> 1) & COLUMN_MASK


@dataclass(frozen=True)
class Crossings:
    """Vertical edges that cross from one strip into the next, by their vertical line, in ascending order."""

    south: IntArray  # walked southwards: patch to the east
    north: IntArray  # walked northwards: patch to the west

    @classmethod
    def below(cls, block: Block) -> Crossings:
        """Those that leave a block through its bottom."""
        row, cut = block.values[-1], block.across[-1]
        return cls(
            np.flatnonzero(cut & (row[1:] != block.outside)),
            np.flatnonzero(cut & (row[:-1] != block.outside)),
        )


def successors(
    block: Block, edges: Edges, chain_start: IntArray, chain_end: IntArray
) -> tuple[IntArray, Crossings]:
    """What follows each piece of boundary, walking along it with the patch on the left.

    The pieces are, in this order: those that come up from below the block (one for each northward crossing),
    the chains of the strips above, the block's horizontal edges.

    Parameters
    ----------
    chain_start, chain_end : integer arrays of shape (chains,)
        Vertical lines by which the chains of the strips above begin (northwards) and end (southwards).

    Returns
    -------
    successors : integer array
        For each piece the next one; ``-1 - k`` where it leaves the block by the k-th southward crossing.
    crossings : Crossings
        How the block's boundaries go on below it.
    """
    below = Crossings.below(block)
    chains = len(below.north) + np.arange(len(chain_start))
    first_edge = len(below.north) + len(chain_start)
    start, end, above = edges.start, edges.end, edges.above.astype(bool)
    leaves = turns_outwards(block, edges, end) == above  # southwards from its end, else northwards
    arrives = turns_outwards(block, edges, start) == above  # from the south to its start, else from the north
    found = np.empty(first_edge + len(edges), np.int64)

    def pick(chosen: BoolArray) -> IntArray:
        return np.flatnonzero(chosen) + first_edge

    # On a vertical line, upper and lower ends of the edges on one side of it alternate.
    southwards = _by_column([chain_end, end[leaves]], [chains, pick(leaves)])
    found[southwards] = _by_column(
        [start[~arrives], below.south], [pick(~arrives), -1 - np.arange(len(below.south))]
    )
    northwards = _by_column([end[~leaves], below.north], [pick(~leaves), np.arange(len(below.north))])
    found[northwards] = _by_column([chain_start, start[arrives]], [chains, pick(arrives)])
    return found, below


def _by_column(columns: list[IntArray], pieces: list[IntArray]) -> IntArray:
    """The pieces from the westernmost on; those on one vertical line stay in their order."""
    column = np.concatenate(columns)
    order = np.argsort(column.astype(np.uint16), kind="stable")  # by radix, which numpy does up to 16 bits
    if len(column) and column.max() >> 16:
        order = order[np.argsort((column >> 16).astype(np.uint16)[order], kind="stable")]
    return np.concatenate(pieces)[order]


def split_where_touching(rings: Ragged) -> tuple[Ragged, IntArray]:
    """Rings that pass no corner twice, and for each the ring it was part of.

    A patch that surrounds pixels which hang together by a corner only has one boundary around them, that
    passes the corner twice. A valid polygon needs one ring on each side of such a corner.
    """
    marked = np.flatnonzero(rings.values & 1)
    owner = np.searchsorted(rings.offsets, marked, side="right") - 1
    order = np.lexsort((rings.values[marked], owner))
    marked, owner = marked[order], owner[order]
    twice = np.flatnonzero(
        (owner[1:] == owner[:-1]) & (rings.values[marked[1:]] == rings.values[marked[:-1]])
    )
    if not len(twice):
        return rings, np.arange(len(rings))
    touched = np.unique(owner[twice])
    split, parents = _split(rings, marked[twice], marked[twice + 1])
    whole = np.setdiff1d(np.arange(len(rings)), touched)
    return Ragged.joined([rings.take(whole), split]), np.concatenate([whole, parents])


def _split(rings: Ragged, one: IntArray, other: IntArray) -> tuple[Ragged, IntArray]:
    """Cut rings at pairs of places that are the same corner; the cut-out rings and their parents."""
    # Arcs run from behind one cut to the next, the last of a ring around its end to its first cut.
    cuts, inverse = np.unique(np.concatenate([one, other]), return_inverse=True)
    owner = np.searchsorted(rings.offsets, cuts, side="right") - 1
    is_first = np.r_[True, owner[1:] != owner[:-1]]
    first_of_owner = np.maximum.accumulate(np.where(is_first, np.arange(len(cuts)), 0))
    after = np.where(np.r_[owner[1:] != owner[:-1], True], first_of_owner, np.arange(1, len(cuts) + 1))
    a, b = inverse[: len(one)], inverse[len(one) :]
    after[a], after[b] = after[b], after[a]
    before = np.empty_like(cuts)
    last_of_owner = np.flatnonzero(np.r_[is_first[1:], True])
    before[1:] = cuts[:-1]
    before[is_first] = cuts[last_of_owner]
    base, size = rings.offsets[owner], rings.lengths[owner]
    lengths = (cuts - before - 1) % size + 1
    within = np.repeat(base, lengths)
    places = spans(before + 1, lengths) - within
    arcs = Ragged(offsets_of(lengths), rings.values[within + places % np.repeat(size, lengths)])
    cycles = follow(after)
    chosen = arcs.take(cycles.values)
    offsets = chosen.offsets[cycles.offsets]
    return Ragged(offsets, chosen.values), owner[cycles.values[cycles.offsets[:-1]]]


def in_standard_order(rings: Ragged) -> Ragged:
    """The same rings, each from the leftmost of its topmost corners on."""
    lowest = np.minimum.reduceat(rings.values, rings.offsets[:-1]) if len(rings) else rings.values
    lengths = rings.lengths
    at = np.flatnonzero(rings.values == np.repeat(lowest, lengths))  # one each: no corner is passed twice
    shift = np.repeat(at - rings.offsets[:-1], lengths)
    place = np.arange(len(rings.values)) - np.repeat(rings.offsets[:-1], lengths) + shift
    wrapped = place - np.where(place >= np.repeat(lengths, lengths), np.repeat(lengths, lengths), 0)
    return Ragged(rings.offsets, rings.values[np.repeat(rings.offsets[:-1], lengths) + wrapped])


def doubled_area(rings: Ragged) -> IntArray:
    """Twice the area of each ring in pixels: positive for outer rings, negative for holes."""
    if not len(rings):
        return np.zeros(0, np.int64)
    row, column = rows_of(rings.values), columns_of(rings.values)
    following = np.arange(1, len(rings.values) + 1)
    following[rings.offsets[1:] - 1] = rings.offsets[:-1]
    # Rows run south, so the usual sign is turned.
    return np.add.reduceat(column[following] * row - column * row[following], rings.offsets[:-1])
