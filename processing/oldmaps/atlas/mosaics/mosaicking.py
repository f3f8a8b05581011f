"""Layers laid one upon the other, block by block, and what of the ground they share or leave bare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ....raster.cogs import write_cog
from ....raster.grids import Grid, Window
from ....raster.writing import BLOCK, RasterSpec, StripWriter, strip_path
from .layers import Layer

Array: TypeAlias = NDArray[Any]
WIDTH = 4 * BLOCK
"""Columns that are laid at once: with rows of a block, some MiB a layer."""
LAYING = 0.6
"""Of the work; the rest are overviews and the last file."""
COARSE = 2048
"""Cells a side in which bare ground is looked for."""


@dataclass
class Shares:
    """What sheets share, in pixels, counted while they are laid.

    Parameters
    ----------
    pairs : counter
        Names of two sheets, the upper one first → pixels that both show.
    covered, twice : int
        Pixels that at least one sheet shows, and that several do.
    cells : array of shape (rows, columns), float64
        Pixels that are covered in each of some square cells of ``side`` pixels.
    """

    cells: NDArray[np.float64]
    side: int
    grid: Grid
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    covered: int = 0
    twice: int = 0

    @classmethod
    def over(cls, grid: Grid) -> Shares:
        """Nothing counted yet."""
        side = max(1, -(-max(grid.shape.rows, grid.shape.columns) // COARSE))
        shape = -(-grid.shape.rows // side), -(-grid.shape.columns // side)
        return cls(np.zeros(shape), side, grid)

    def count(self, shown: Sequence[tuple[str, NDArray[np.bool_]]], window: Window) -> None:
        """Take in a window: what each sheet could show of it, from the uppermost down."""
        times = np.zeros((window.rows, window.columns), np.uint16)
        for _, valid in shown:
            times += valid
        self.covered += int((times > 0).sum())
        self.twice += int((times > 1).sum())
        for (upper, one), (lower, other) in combinations(shown, 2):
            if both := int((one & other).sum()):
                self.pairs[upper, lower] += both
        rows, columns = (
            (first + np.arange(length)) // self.side
            for first, length in ((window.row, window.rows), (window.column, window.columns))
        )
        down, across = (np.flatnonzero(np.diff(cells, prepend=-1)) for cells in (rows, columns))
        sums = np.add.reduceat((times > 0).astype(np.int32), down, axis=0)
        self.cells[rows[down][:, None], columns[across]] += np.add.reduceat(sums, across, axis=1)

    @property
    def bare(self) -> float:
        """Pixels that no sheet shows, with sheets all around."""
        from scipy.ndimage import label

        full = np.full(self.cells.shape, float(self.side**2))
        full[-1] *= ((self.grid.shape.rows - 1) % self.side + 1) / self.side
        full[:, -1] *= ((self.grid.shape.columns - 1) % self.side + 1) / self.side
        missing = np.pad(full - self.cells, 1, constant_values=1.0)
        groups, _ = label(missing > 0)
        return float(missing[(groups > 0) & (groups != groups[0, 0])].sum())


def lay(
    layers: Sequence[Layer],
    spec: RasterSpec,
    grid: Grid,
    path: Path,
    *,
    scratch: Path,
    threads: int,
    check: Callable[[], None],
    progress: Callable[[float], None],
) -> Shares:
    """Write the mosaic of layers, the first one uppermost; no blending: each pixel is that of one sheet.

    Raises
    ------
    RasterError, OutputError
        A sheet cannot be read, or the mosaic not be written.
    """
    shares = Shares.over(grid)
    strips = []
    for number, row in enumerate(range(0, grid.shape.rows, BLOCK)):
        strip = Window(row, 0, min(BLOCK, grid.shape.rows - row), grid.shape.columns)
        if _lay_strip(layers, spec, strip, number, scratch, shares, check):
            strips.append((strip_path(scratch, spec, number), strip))
        progress(LAYING * (row + strip.rows) / grid.shape.rows)
    write_cog(path, spec, grid, strips, scratch=scratch, threads=threads, check=check)
    return shares


def _lay_strip(
    layers: Sequence[Layer],
    spec: RasterSpec,
    strip: Window,
    number: int,
    scratch: Path,
    shares: Shares,
    check: Callable[[], None],
) -> bool:
    """Write a row of blocks; whether there is anything in it: else there is no file."""
    here = [layer for layer in layers if not layer.window.intersection(strip).is_empty]
    if not here:
        return False
    writer = StripWriter(scratch, spec, number, strip)
    try:
        for column in range(0, strip.columns, WIDTH):
            check()
            window = Window(strip.row, column, strip.rows, min(WIDTH, strip.columns - column))
            writer.write(_lay_block(here, spec, window, shares), window)
    except BaseException:
        writer.abandon()
        raise
    writer.close()
    return True


def _lay_block(layers: Sequence[Layer], spec: RasterSpec, window: Window, shares: Shares) -> Array:
    """One window, shape (bands, rows, columns), alpha last."""
    block = np.zeros((len(spec.bands), window.rows, window.columns), spec.dtype)
    colours, alpha = block[:-1], block[-1]
    most = np.iinfo(spec.dtype).max
    shown = []
    for layer in layers:
        part = layer.window.intersection(window)
        if part.is_empty:
            continue
        values, valid = layer.read(part, len(colours))
        place = part.relative_to(window).slices()
        new = valid & (alpha[place] == 0)
        np.copyto(colours[(slice(None), *place)], values, where=new)
        alpha[place][new] = most
        whole = np.zeros(alpha.shape, bool)
        whole[place] = valid
        shown.append((layer.name, whole))
    shares.count(shown, window)
    return block
