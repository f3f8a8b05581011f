"""Pixels of a sheet, read quickly in any order.

A JPEG, or a TIFF in strips, is stored from top to bottom: windows out of order would have it decoded again
and again. Its pixels are held in memory where they are few, else copied once into tiles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...raster.grids import Shape2d, Window
from ...raster.writing import BLOCK, PLACELESS, Writing, check_whole
from .sheet import Sheet, open_sheet

Array: TypeAlias = NDArray[Any]
Mask: TypeAlias = NDArray[np.bool_]
Check: TypeAlias = Callable[[], None]

HELD_BYTES = 256 << 20
CHUNK_BYTES = 16 << 20  # read at once on the way


class Pixels(Protocol):
    """Pixels of a sheet, or of its reduction, by windows inside ``shape``, in any order and thread."""

    @property
    def shape(self) -> Shape2d:
        """Rows and columns."""

    def pixels(self, window: Window) -> Array:
        """Colours, shape (rows, columns, 1 or 3), uint8 or uint16."""

    def valid(self, window: Window) -> Mask | None:
        """Where there is an image, shape (rows, columns); None where all is."""


class Held:
    """Pixels in memory."""

    def __init__(self, colours: Array, mask: Mask | None) -> None:
        self._colours, self._mask = colours, mask
        self.shape = Shape2d(*colours.shape[:2])

    def pixels(self, window: Window) -> Array:
        """Colours of a window."""
        return self._colours[window.slices()]

    def valid(self, window: Window) -> Mask | None:
        """Where there is an image."""
        return None if self._mask is None else self._mask[window.slices()]


class Windowed:
    """Pixels of a file in tiles, ``factor`` of its pixels a side taken together."""

    def __init__(self, sheet: Sheet, factor: int = 1) -> None:
        self._sheet, self._factor = sheet, factor
        self._lock = Lock()  # a file has one reader at a time
        self.shape = reduced_shape(sheet, factor)

    def pixels(self, window: Window) -> Array:
        """Colours of a window."""
        with self._lock:
            return self._sheet.pixels(_source_window(window, self._factor), window.shape)

    def valid(self, window: Window) -> Mask | None:
        """Where there is an image."""
        with self._lock:
            return self._sheet.valid(_source_window(window, self._factor), window.shape)


def reduced_shape(sheet: Sheet, factor: int) -> Shape2d:
    """Rows and columns of means of ``factor`` × ``factor`` pixels; a last part of one is left out."""
    return Shape2d(max(1, sheet.height // factor), max(1, sheet.width // factor))


def _source_window(window: Window, factor: int) -> Window:
    return Window(*(factor * number for number in (window.row, window.column, window.rows, window.columns)))


@contextmanager
def quick(sheet: Sheet, scratch: Path, *, factor: int = 1, check: Check = lambda: None) -> Iterator[Pixels]:
    """Pixels of a sheet in any order, while the block lasts.

    Parameters
    ----------
    scratch : Path
        Folder for a copy in tiles, where one is needed; it is removed in the end.
    factor : int
        How many pixels a side are taken together as their mean: for pictures smaller than the sheet.
    check : callable
        Called now and then; raises to give up.

    Raises
    ------
    RasterError
        The sheet is damaged or cut short.
    OutputError
        The disk is full.
    """
    factor = max(1, min(factor, sheet.width, sheet.height))
    shape, colours = reduced_shape(sheet, factor), sheet.colours
    if shape.pixels * colours.count * np.dtype(colours.kept_dtype).itemsize <= HELD_BYTES:
        yield _hold(sheet, shape, factor, check)
    elif sheet.is_tiled:
        yield Windowed(sheet, factor)
    else:
        copy = scratch / "sheet.tif"
        _copy(sheet, copy, shape, factor, check)
        with open_sheet(str(copy)) as tiled:
            yield Windowed(tiled)
        copy.unlink()


def _hold(sheet: Sheet, shape: Shape2d, factor: int, check: Check) -> Held:
    colours = np.empty((shape.rows, shape.columns, sheet.colours.count), sheet.colours.kept_dtype)
    mask = np.ones(colours.shape[:2], bool) if sheet.has_mask else None
    source = Windowed(sheet, factor)
    for window in _chunks(sheet, shape):
        check()
        colours[window.slices()] = source.pixels(window)
        if mask is not None and (valid := source.valid(window)) is not None:
            mask[window.slices()] = valid
    return Held(colours, mask)


def _copy(sheet: Sheet, path: Path, shape: Shape2d, factor: int, check: Check) -> None:
    import rasterio

    source = Windowed(sheet, factor)
    dtype = np.dtype(sheet.colours.kept_dtype)
    with Writing(path):
        target = rasterio.open(
            path, "w", driver="GTiff", width=shape.columns, height=shape.rows, dtype=dtype,
            count=sheet.colours.count + sheet.has_mask, tiled=True, blockxsize=BLOCK, blockysize=BLOCK,
            compress="zstd", zstd_level=1, BIGTIFF="IF_SAFER", transform=PLACELESS, interleave="pixel",
            photometric="minisblack" if sheet.colours.count == 1 else "rgb",
            alpha="yes" if sheet.has_mask else "no",
        )  # fmt: skip
    try:
        for window in _chunks(sheet, shape):
            check()
            with Writing(path):
                target.write(_with_alpha(source, window, dtype, sheet.has_mask), window=window.for_rasterio())
    finally:
        with Writing(path):
            target.close()
    check_whole(path)


def _with_alpha(source: Pixels, window: Window, dtype: np.dtype[Any], has_mask: bool) -> Array:
    """Bands of a window, shape (bands, rows, columns)."""
    bands = np.moveaxis(source.pixels(window), 2, 0)
    if not has_mask:
        return bands
    valid = source.valid(window)
    alpha = np.ones(bands.shape[1:], dtype) if valid is None else valid.astype(dtype)
    return np.concatenate([bands, alpha[None] * dtype.type(np.iinfo(dtype).max)])


def _chunks(sheet: Sheet, shape: Shape2d) -> Iterator[Window]:
    """Windows of full width, from top to bottom; in rows of tiles, which are then written once."""
    rows = CHUNK_BYTES // (shape.columns * sheet.colours.count) // BLOCK * BLOCK
    step = max(rows, BLOCK)
    for row in range(0, shape.rows, step):
        yield Window(row, 0, min(step, shape.rows - row), shape.columns)
