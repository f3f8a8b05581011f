"""A sheet resampled onto the ground, block by block, as a Cloud Optimized GeoTIFF with alpha."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...raster.cogs import write_cog
from ...raster.grids import Grid, Shape2d, Window
from ...raster.overviews import halve_picture
from ...raster.writing import BLOCK, RasterSpec, StripWriter, strip_path
from ..points.control_points import FloatArray
from ..sheets.copies import Pixels, quick
from ..sheets.sheet import Sheet
from .footprint import pixels_per_unit
from .lattices import places_on_sheet
from .placement import Placement
from .resampling import Resampling, Source, TooWide, resampled

if TYPE_CHECKING:
    from shapely import Geometry

Array: TypeAlias = NDArray[Any]
Check: TypeAlias = Callable[[], None]

FINER = 1.25  # pixels of the sheet a side under one of the map from which four are taken for its mean
COPY_SHARE, WARP_SHARE = 0.1, 0.6  # of the work, roughly, the rest being overviews and the last file


@dataclass(frozen=True)
class Warping:
    """What the pixels of a map are made of.

    Parameters
    ----------
    factor : int
        Pixels of the sheet a side that are taken together before.
    oversampling : int
        Places a side that a pixel is the mean of.
    """

    placement: Placement
    source: Source
    resampling: Resampling
    oversampling: int

    def block(self, transform: Affine, window: Window) -> Array | None:
        """A window of a map: shape (2 or 4, rows, columns), alpha last; None where nothing of it is there."""
        fine = transform @ Affine.scale(1 / self.oversampling)
        numbers = (window.row, window.column, window.rows, window.columns)
        return self._reduced(self._places(fine, Window(*(self.oversampling * n for n in numbers))))

    def _reduced(self, block: Array | None) -> Array | None:
        return halve_picture(block) if block is not None and self.oversampling == 2 else block

    def _places(self, transform: Affine, window: Window) -> Array | None:
        size = Shape2d(int(self.source.height), int(self.source.width))
        places = places_on_sheet(self._to_pixels, transform, window, size)
        if places is None:
            return None
        try:
            return resampled(self.source, places, self.resampling)
        except TooWide:
            return self._quarters(transform, window)

    def _quarters(self, transform: Affine, window: Window) -> Array | None:
        """The window in four, where much of the sheet lies under it."""
        tall, wide = -(-window.rows // 2), -(-window.columns // 2)
        whole: Array | None = None
        for row in range(0, window.rows, tall):
            for column in range(0, window.columns, wide):
                rows, columns = min(tall, window.rows - row), min(wide, window.columns - column)
                part = Window(window.row + row, window.column + column, rows, columns)
                block = self._places(transform, part)
                if block is None:
                    continue
                if whole is None:
                    whole = np.zeros((len(block), window.rows, window.columns), block.dtype)
                whole[(slice(None), *part.relative_to(window).slices())] = block
        return whole

    def _to_pixels(self, ground: FloatArray) -> FloatArray:
        return self.placement.to_pixels(ground) / self.source.factor


def warping(
    pixels: Pixels,
    sheet: Sheet,
    placement: Placement,
    *,
    factor: int,
    per_pixel: float,
    resampling: Resampling,
    outline: Geometry | None,
) -> Warping:
    """What makes blocks of a map of a sheet.

    Parameters
    ----------
    pixels : Pixels
        The sheet's, ``factor`` of them a side taken together.
    per_pixel : float
        Pixels of the sheet a side under one of the map.
    """
    import shapely

    if outline is not None:
        outline = shapely.transform(outline, lambda places: places / factor)
        shapely.prepare(outline)
    source = Source(pixels, factor, sheet.width / factor, sheet.height / factor, outline)
    return Warping(placement, source, resampling, 2 if per_pixel / factor > FINER else 1)


def warp(
    sheet: Sheet,
    placement: Placement,
    grid: Grid,
    path: Path,
    *,
    scratch: Path,
    resampling: Resampling = "cubic",
    outline: Geometry | None = None,
    tags: Mapping[str, str] | None = None,
    threads: int = 1,
    check: Check = lambda: None,
    progress: Callable[[float], None] = lambda fraction: None,
) -> None:
    """Write a sheet as a picture on the ground: its colours, and alpha where it ends.

    Grey stays grey, 16 bits stay 16 bits. Where the sheet is shrunk, pixels are means.

    Parameters
    ----------
    grid : Grid
        Of the map, in ``placement.crs``: see `sheet_grid`.
    path : Path
        Of the Cloud Optimized GeoTIFF.
    scratch : Path
        Folder for temporary files, which are removed.
    outline : Geometry, optional
        The part of the sheet that counts, a polygon in its pixels.
    tags : mapping, optional
        What the file says besides.

    Raises
    ------
    RasterError
        The sheet is damaged or cut short.
    OutputError
        The disk is full, or the path cannot be written.
    """
    per_pixel = pixels_per_unit(placement, _places_over(grid)) * grid.pixel_width
    factor = max(1, int(per_pixel))
    spec = RasterSpec(
        name="warped", dtype=sheet.colours.kept_dtype, nodata=0, kind="picture",
        bands=("",) * (sheet.colours.count + 1), tags=tags or {},
    )  # fmt: skip
    with quick(sheet, scratch, factor=factor, check=check) as pixels:
        progress(COPY_SHARE)
        work = warping(
            pixels, sheet, placement,
            factor=factor, per_pixel=per_pixel, resampling=resampling, outline=outline,
        )  # fmt: skip
        strips = _strips(work, spec, grid, scratch, threads, check, progress)
    write_cog(path, spec, grid, strips, scratch=scratch, threads=threads, check=check)
    for strip, _ in strips:
        strip.unlink()


def _places_over(grid: Grid) -> FloatArray:
    """Places all over a grid but its margins, where a sheet may not reach: x and y, shape (n, 2)."""
    west, south, east, north = grid.bounds
    shares = np.linspace(0.25, 0.75, 5)
    x, y = np.meshgrid(west + shares * (east - west), south + shares * (north - south))
    return np.column_stack([x.ravel(), y.ravel()])


def _strips(
    work: Warping,
    spec: RasterSpec,
    grid: Grid,
    scratch: Path,
    threads: int,
    check: Check,
    progress: Callable[[float], None],
) -> list[tuple[Path, Window]]:
    """Rows of blocks, each a file, as many at once as there are threads; those that hold something."""
    windows = [
        Window(row, 0, min(BLOCK, grid.shape.rows - row), grid.shape.columns)
        for row in range(0, grid.shape.rows, BLOCK)
    ]
    pool = ThreadPoolExecutor(threads, thread_name_prefix="warp")
    write = partial(_write_strip, work, spec, grid, scratch, check)
    try:
        futures = [pool.submit(write, number, window) for number, window in enumerate(windows)]
        for done, future in enumerate(as_completed(futures), start=1):
            future.result()
            progress(COPY_SHARE + WARP_SHARE * done / len(windows))
    finally:
        pool.shutdown(cancel_futures=True)  # those under way end by the same check, or soon
    holds = [future.result() for future in futures]
    paths = [strip_path(scratch, spec, number) for number in range(len(windows))]
    return [(path, window) for path, window, held in zip(paths, windows, holds, strict=True) if held]


def _write_strip(
    work: Warping, spec: RasterSpec, grid: Grid, scratch: Path, check: Check, number: int, strip: Window
) -> bool:
    """Write a row of blocks; whether there is anything in it: else there is no file."""
    writer: StripWriter | None = None
    try:
        for column in range(0, strip.columns, BLOCK):
            check()
            window = Window(strip.row, column, strip.rows, min(BLOCK, strip.columns - column))
            block = work.block(grid.transform, window)
            if block is not None:
                writer = writer or StripWriter(scratch, spec, number, strip)
                writer.write(block, window)
    except BaseException:
        if writer is not None:
            writer.abandon()
        raise
    if writer is not None:
        writer.close()
    return writer is not None
