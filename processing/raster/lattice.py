"""What each corner of the pixels is to the boundaries between classes, kept on disk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from .grids import Shape2d
from .ragged import IntArray

Bytes: TypeAlias = npt.NDArray[np.uint8]

# No boundary at a corner, one that goes straight through, one that turns, three or four that meet.
INSIDE, PASSED, CORNER, JUNCTION = range(4)
PER_BYTE = 4


class Lattice:
    """The corners of the pixels of a raster, two bits each, filled in from the top.

    A boundary that turns or ends may be moved; where three or four meet, and at the four corners of the
    raster, nothing may move. Disk takes a quarter of a byte for each pixel, memory next to nothing.

    Parameters
    ----------
    shape : Shape2d
        The raster.
    outside : int
        Value of the pixels that belong to no patch.
    folder : path, optional
        Where the file lies until `close`; the system's folder without it.

    Examples
    --------
    >>> with Lattice(Shape2d(1, 2), outside=0) as lattice:
    ...     lattice.push(np.array([[1, 2]]))
    ...     lattice.finish()
    ...     lattice.kinds(np.array([0, 1]), np.array([1, 2])).tolist()
    [3, 3]
    """

    def __init__(self, shape: Shape2d, *, outside: int, folder: Path | None = None) -> None:
        self.shape = shape
        self.known = 0  # lines of the grid, from the top
        self._outside = outside
        self._row: IntArray = np.full(shape.columns + 2, outside)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (open until `close`)
        stride = -(-(shape.columns + 1) // PER_BYTE)
        self._packed: Bytes = np.memmap(self._file, np.uint8, "w+", shape=(shape.rows + 1, stride))

    def __enter__(self) -> Lattice:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the disk back."""
        del self._packed
        self._file.close()

    def push(self, rows: IntArray) -> None:
        """Go on with these rows of classes."""
        framed = np.full((len(rows) + 1, self.shape.columns + 2), self._outside, rows.dtype)
        framed[0] = self._row
        framed[1:, 1:-1] = rows
        kinds = _kinds(framed)
        for line in {0, self.shape.rows} & set(range(self.known, self.known + len(rows))):
            kinds[line - self.known, [0, -1]] = JUNCTION
        packed = np.zeros((len(rows), self._packed.shape[1] * PER_BYTE), np.uint8)
        packed[:, : kinds.shape[1]] = kinds
        shifts = np.arange(0, 2 * PER_BYTE, 2, dtype=np.uint8)
        lines = slice(self.known, self.known + len(rows))
        self._packed[lines] = np.bitwise_or.reduce(packed.reshape(len(rows), -1, PER_BYTE) << shifts, axis=2)
        self._row = framed[-1].copy()
        self.known += len(rows)

    def finish(self) -> None:
        """Nothing lies below the last row."""
        self.push(np.full((1, self.shape.columns), self._outside, self._row.dtype))

    def kinds(self, row: IntArray, column: IntArray) -> Bytes:
        """What the corners at these lines of the grid are; `INSIDE` beyond the raster."""
        is_there = (row >= 0) & (row <= self.shape.rows) & (column >= 0) & (column <= self.shape.columns)
        row, column = np.where(is_there, row, 0), np.where(is_there, column, 0)
        packed = self._packed[row, column >> 2]
        found: Bytes = (packed >> ((column & 3) << 1).astype(np.uint8)) & np.uint8(3)
        found[~is_there] = INSIDE
        return found


def _kinds(framed: npt.NDArray[Any]) -> Bytes:
    across = framed[:, 1:] != framed[:, :-1]  # a boundary goes down from the corner, or up to it
    along = framed[1:] != framed[:-1]
    upper, lower, left, right = across[:-1], across[1:], along[:, :-1], along[:, 1:]
    meeting = upper.astype(np.uint8) + lower + left + right
    kinds = np.where(upper == lower, np.uint8(PASSED), np.uint8(CORNER))
    kinds[meeting > 2] = JUNCTION
    kinds[meeting == 0] = INSIDE
    return kinds
