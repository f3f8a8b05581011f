"""Overlapping tiles made one image: inner Hann ramps, and what one tile leaves for the next.

The outer quarter of an overlap is dropped on each side, since a model knows least at the edge of its tile,
and over the rest one tile fades into the other by sin². A ramp and its mirror sum to one, so no image of
weights is needed. This matches inference on the whole image as well as cropping does, and leaves no seam
(https://doi.org/10.1371/journal.pone.0229839 on windows, https://doi.org/10.3389/fnins.2020.00065 on tiling).

A pixel of a corner is ``(tile + left) + (above + above left)``, always in this order: the walk below adds
what it remembers, `blend_block` computes the same from four tiles, to the last bit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from .grids import Window
from .tiles import TileGrid, TileIndex

FloatArray: TypeAlias = NDArray[np.float32]

DROPPED_SHARE = 4  # of the overlap, on each side


def ramp(overlap: int) -> FloatArray:
    """Weights that rise from 0 to 1 over an overlap; reversed they are those of the other tile.

    Examples
    --------
    >>> weights = ramp(8)
    >>> [f"{weight:.2f}" for weight in weights]
    ['0.00', '0.00', '0.04', '0.31', '0.69', '0.96', '1.00', '1.00']
    >>> bool(np.allclose(weights + weights[::-1], 1))
    True
    """
    dropped = overlap // DROPPED_SHARE
    position = (np.arange(overlap) - dropped + 0.5) / max(overlap - 2 * dropped, 1)
    return np.square(np.sin(np.pi / 2 * np.clip(position, 0, 1))).astype(np.float32)


@dataclass(frozen=True)
class _Sides:
    """Which neighbours a tile has: towards the others its weight is one."""

    above: bool
    below: bool
    left: bool
    right: bool


def _sides(tiles: TileGrid, index: TileIndex) -> _Sides:
    count = tiles.shape
    return _Sides(
        index.row > 0, index.row < count.rows - 1, index.column > 0, index.column < count.columns - 1
    )


def _weigh(values: FloatArray, vertical: int, horizontal: int, has: _Sides) -> FloatArray:
    """The tile times its ramps, in place."""
    if horizontal:
        across = ramp(horizontal)
        if has.left:
            values[:, :, :horizontal] *= across
        if has.right:
            values[:, :, -horizontal:] *= across[::-1]
    if vertical:
        down = ramp(vertical)[:, None]
        if has.above:
            values[:, :vertical] *= down
        if has.below:
            values[:, -vertical:] *= down[::-1]
    return values


class Blender:
    """Blends tiles that come row by row, and remembers only the border of the last row and of the last tile.

    Parameters
    ----------
    tiles : TileGrid
        A blended grid.

    Notes
    -----
    Tiles may be left out where no block that is asked for needs them: see `tiles_needed`. Memory is that of
    overlap × width × channels values of float32.
    """

    def __init__(self, tiles: TileGrid) -> None:
        self._tiles = tiles
        self._row = -1
        self._left: tuple[TileIndex, FloatArray] | None = None
        self._above: dict[int, FloatArray] = {}
        self._below: dict[int, FloatArray] = {}

    def add(self, index: TileIndex, values: FloatArray) -> FloatArray:
        """The block of this tile, final: values of shape (channels, rows, columns) of `TileGrid.block`.

        ``values`` is the output of the model for the tile, and is overwritten.
        """
        if index.row != self._row:
            self._above = self._below if index.row == self._row + 1 else {}
            self._row, self._below, self._left = index.row, {}, None
        vertical, horizontal = self._tiles.rows.overlap, self._tiles.columns.overlap
        values = _weigh(values, vertical, horizontal, _sides(self._tiles, index))
        return self._combine(index, values, vertical, horizontal)

    def _combine(self, index: TileIndex, values: FloatArray, vertical: int, horizontal: int) -> FloatArray:
        has = _sides(self._tiles, index)
        before = TileIndex(index.row, index.column - 1)
        if has.left and self._left is not None and self._left[0] == before:
            values[:, :, :horizontal] += self._left[1]
        # A copy: the corner goes on to the next tile before this block adds what lies above.
        self._left = (index, values[:, :, -horizontal:].copy()) if has.right and horizontal else None
        step_x = self._tiles.columns.step if has.right else values.shape[2]
        if has.below and vertical:
            self._below[index.column] = values[:, -vertical:, :step_x].copy()
        if has.above and (above := self._above.pop(index.column, None)) is not None:
            values[:, :vertical, : above.shape[2]] += above
        return values[(slice(None), *_block_slices(self._tiles, index))]


def _block_slices(tiles: TileGrid, index: TileIndex) -> tuple[slice, slice]:
    block: Window = tiles.block(index).relative_to(tiles.output(index))
    return block.slices()


def bytes_carried(channels: int, tiles: TileGrid) -> int:
    """What a `Blender` remembers of the last row of tiles, for each column of pixels.

    Examples
    --------
    >>> bytes_carried(4, TileGrid.over(Window(0, 0, 999, 999).shape, tile=512, margin=32, blended=True))
    1024
    """
    return 4 * channels * tiles.rows.overlap if tiles.rows.blended and tiles.rows.count > 1 else 0


def tiles_needed(tiles: TileGrid, blocks: list[TileIndex]) -> list[TileIndex]:
    """The tiles that these blocks depend on, in the order in which `Blender` wants them."""
    needed = {
        TileIndex(index.row - up, index.column - back)
        for index in blocks
        for up in range(2 if tiles.rows.overlap else 1)
        for back in range(2 if tiles.columns.overlap else 1)
    }
    return sorted(index for index in needed if index.row >= 0 and index.column >= 0)


def blend_block(tiles: TileGrid, index: TileIndex, outputs: Mapping[TileIndex, FloatArray]) -> FloatArray:
    """One block from the tiles it depends on alone: what a worker of a cluster computes."""
    blender = Blender(tiles)
    block = np.empty((0, 0, 0), np.float32)
    for one in tiles_needed(tiles, [index]):
        block = blender.add(one, outputs[one].copy())
    return block
