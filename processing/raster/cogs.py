"""Strips made one Cloud Optimized GeoTIFF, with statistics and overviews.

The strips are read once more from top to bottom; GDAL's COG driver puts all together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import OutputError
from ..language import tr
from .allocation import give_back
from .grids import Grid, Shape2d, Window
from .mosaics import describe_mosaic
from .overviews import halve_classes, halve_means, halve_picture, overview_shapes
from .statistics import BandStatistics, Tally
from .writing import BLOCK, PLACELESS, RasterSpec, Writing, check_whole

Array: TypeAlias = NDArray[Any]

POLL_S = 0.05
CHUNK_BYTES = 2 << 20  # read at once while overviews are made; counting its values takes four times as much
PROVENANCE_TAG = "RELEVE_PROVENANCE"


def write_cog(
    path: Path,
    spec: RasterSpec,
    grid: Grid,
    strips: Sequence[tuple[Path, Window]],
    *,
    scratch: Path,
    threads: int = 1,
    check: Callable[[], None] = lambda: None,
) -> tuple[BandStatistics, ...]:
    """Write strips as one Cloud Optimized GeoTIFF, and say what is in it.

    Parameters
    ----------
    grid : Grid
        Of the whole raster.
    strips : sequence of (Path, Window)
        Each strip and the pixels of the raster that it holds; what none holds is nodata.
    scratch : Path
        Folder for temporary files, which are removed.
    check : callable
        Called now and then; raises to give up.

    Raises
    ------
    OutputError
        The disk is full, or the path cannot be written.
    """
    mosaic = scratch / f"{spec.name}.vrt"
    levels = [
        scratch / f"{spec.name}.{level}.tif" for level, _ in enumerate(overview_shapes(grid.shape), start=1)
    ]
    mosaic.write_bytes(describe_mosaic(spec, grid, strips))
    statistics = _reduce(mosaic, spec, grid.shape, levels, check)
    mosaic.write_bytes(describe_mosaic(spec, grid, strips, levels=levels, statistics=statistics))
    give_back()
    _copy(mosaic, path, spec, threads, check)
    with Writing(path):
        check_whole(path)
    give_back()
    for temporary in (mosaic, *levels):
        temporary.unlink(missing_ok=True)
    return statistics


def _copy(mosaic: Path, path: Path, spec: RasterSpec, threads: int, check: Callable[[], None]) -> None:
    options = {
        "compress": "deflate",
        "predictor": "yes" if np.dtype(spec.dtype).kind == "f" or spec.kind == "picture" else "no",
        "blocksize": BLOCK,
        "bigtiff": "if_safer",
        "num_threads": threads,
    }

    def copy() -> None:
        import rasterio.shutil

        with Writing(path):
            rasterio.shutil.copy(mosaic, path, driver="COG", **options)

    _until_done(copy, check)


def _until_done(work: Callable[[], None], check: Callable[[], None]) -> None:
    """Do what GDAL cannot be stopped in, unless it is no longer wanted: then it is left behind."""
    outcome: Future[None] = Future()

    def attempt() -> None:
        try:
            outcome.set_result(work())  # type: ignore[func-returns-value]
        except BaseException as error:  # noqa: BLE001  (raised again by whoever waits)
            outcome.set_exception(error)

    Thread(target=attempt, name="cog", daemon=True).start()
    while True:
        check()
        try:
            return outcome.result(POLL_S)
        except TimeoutError:
            continue


def _reduce(
    mosaic: Path, spec: RasterSpec, shape: Shape2d, levels: Sequence[Path], check: Callable[[], None]
) -> tuple[BandStatistics, ...]:
    """Write the overviews, each band read once from top to bottom; statistics too, but of a picture."""
    import rasterio

    shapes = overview_shapes(shape)
    is_picture = spec.kind == "picture"  # whose colours are halved together: alpha weighs them
    tallies = [] if is_picture else [Tally(spec) for _ in spec.bands]
    with ExitStack() as stack:
        source = stack.enter_context(rasterio.open(mosaic))
        reduced = [
            stack.enter_context(_open_level(level, spec, size))
            for level, size in zip(levels, shapes, strict=True)
        ]
        for window in _chunks(shape, spec, len(shapes)) if is_picture else ():
            check()
            _write_picture_levels(source.read(window=window.for_rasterio()), window.row, reduced)
        for band, tally in enumerate(tallies, start=1):
            for window in _chunks(shape, spec, len(shapes)):
                check()
                image = source.read(band, window=window.for_rasterio())
                tally.add(image)
                _write_levels(image, band, window.row, reduced, spec)
    for level in levels:
        with Writing(level):
            check_whole(level)
    return tuple(tally.result() for tally in tallies)


def _open_level(path: Path, spec: RasterSpec, shape: Shape2d) -> Any:
    import rasterio

    with Writing(path):
        return rasterio.open(
            path, "w", driver="GTiff", width=shape.columns, height=shape.rows, count=len(spec.bands),
            dtype=spec.dtype, nodata=spec.nodata, tiled=True, blockxsize=BLOCK, blockysize=BLOCK,
            interleave="band", compress="zstd", zstd_level=1, transform=PLACELESS,
        )  # fmt: skip


def _chunks(shape: Shape2d, spec: RasterSpec, levels: int) -> Iterator[Window]:
    """Full-width windows whose rows every overview can share out evenly."""
    least = 1 << levels
    affordable = CHUNK_BYTES // (shape.columns * np.dtype(spec.dtype).itemsize)
    rows = max(least, min(affordable, 2 * BLOCK) // least * least)
    for row in range(0, shape.rows, rows):
        yield Window(row, 0, min(rows, shape.rows - row), shape.columns)


def _write_picture_levels(image: Array, row: int, reduced: Sequence[Any]) -> None:
    for level in reduced:
        image = halve_picture(image)
        row //= 2
        window = Window(row, 0, *image.shape[1:])
        with Writing(Path(level.name)):
            level.write(image, window=window.for_rasterio())


def _write_levels(image: Array, band: int, row: int, reduced: Sequence[Any], spec: RasterSpec) -> None:
    for level in reduced:
        if spec.kind == "classes":
            image = halve_classes(image, nodata=int(spec.nodata))
        else:
            image = halve_means(image, nodata=spec.nodata)
        row //= 2
        window = Window(row, 0, *image.shape)
        with Writing(Path(level.name)):
            level.write(image, band, window=window.for_rasterio())


def read_provenance(href: str) -> dict[str, Any]:
    """The provenance that a raster carries.

    Raises
    ------
    OutputError
        It carries none.
    """
    from .sources import open_raster, short_name

    with open_raster(href) as dataset:
        text = dataset.tags().get(PROVENANCE_TAG)
    if not text:
        sentence = tr(
            "{name} does not say how it was made: it is no result of Relevé, or was saved by another program."
        )
        raise OutputError(sentence.format(name=short_name(href)))
    provenance: dict[str, Any] = json.loads(text)
    return provenance
