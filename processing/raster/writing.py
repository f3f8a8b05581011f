"""Rasters written while they are computed, strip by strip.

A strip is a row of blocks in a file of its own, which gets its name once it is whole: so a run that was
stopped, however it was stopped, knows what it has. `cogs` makes one raster of them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ..errors import OutputError
from ..language import tr
from .classes import RasterClass
from .grids import Window

Array: TypeAlias = NDArray[Any]

BLOCK = 512
PLACELESS = Affine(1, 0, 1, 0, -1, 1)  # parts know no place, and rasterio warns of an identity


@dataclass(frozen=True, kw_only=True)
class RasterSpec:
    """What a raster to be written holds.

    ``kind`` decides how overviews are made. The last band of a picture is its alpha, 0 or the most its dtype
    holds; where it is 0 the colours are 0 too, and no value stands for what is missing. ``classes`` holds the
    classes that are named in each band, if any are. A value times ``scale``, and ``offset`` added, is in
    ``unit``.
    """

    name: str
    dtype: str
    nodata: float
    kind: Literal["classes", "continuous", "picture"] = "continuous"
    bands: tuple[str, ...] = ("",)
    classes: tuple[tuple[RasterClass, ...], ...] = ()
    unit: str = ""
    scale: float = 1.0
    offset: float = 0.0
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def declared_nodata(self) -> float | None:
        """The value that a file calls nodata; None where alpha tells."""
        return None if self.kind == "picture" else self.nodata

    @property
    def bytes_per_pixel(self) -> int:
        """Bytes that one pixel takes in memory."""
        return len(self.bands) * np.dtype(self.dtype).itemsize


def strip_path(folder: Path, spec: RasterSpec, number: int) -> Path:
    """Where a whole strip stands."""
    return folder / f"{spec.name}-{number:05d}.tif"


class StripWriter:
    """One strip of a raster on its way to its file. Pixels never written are nodata.

    Parameters
    ----------
    window : Window
        The pixels of the raster that the strip holds.
    """

    def __init__(self, folder: Path, spec: RasterSpec, number: int, window: Window) -> None:
        import rasterio

        self.window = window
        self._final = strip_path(folder, spec, number)
        self._part = self._final.with_suffix(".part")
        with Writing(self._final):
            self._dataset = rasterio.open(
                self._part,
                "w",
                driver="GTiff",
                width=window.columns,
                height=window.rows,
                count=len(spec.bands),
                dtype=spec.dtype,
                nodata=spec.declared_nodata,
                tiled=True,
                blockxsize=BLOCK,
                blockysize=min(BLOCK, -(-window.rows // 16) * 16),
                interleave="band",
                compress="zstd",
                zstd_level=1,
                predictor=1,
                BIGTIFF="IF_SAFER",
                transform=PLACELESS,
            )

    def write(self, values: Array, window: Window) -> None:
        """Write values of shape (bands, rows, columns) to a window of the raster."""
        inside = window.relative_to(self.window)
        with Writing(self._final):
            self._dataset.write(values, window=inside.for_rasterio())

    def close(self) -> None:
        """The strip is whole: give it its name.

        Raises
        ------
        OutputError
            It is not: the disk is full, mostly.
        """
        with Writing(self._final):
            self._dataset.close()
            check_whole(self._part)
            os.replace(self._part, self._final)

    def abandon(self) -> None:
        """The strip will not be whole."""
        self._dataset.close()
        self._part.unlink(missing_ok=True)


def check_whole(path: Path) -> None:
    """Refuse a tiled GeoTIFF of which a block is missing: GDAL does not tell when the last ones fail.

    Raises
    ------
    OutputError
        A block is missing, or cut off.
    """
    import rasterio

    size = path.stat().st_size
    with rasterio.open(path) as dataset:
        down = -(-dataset.height // dataset.block_shapes[0][0])
        across = -(-dataset.width // dataset.block_shapes[0][1])
        for number in dataset.indexes:
            for place in (f"{x}_{y}" for y in range(down) for x in range(across)):
                begin = dataset.get_tag_item(f"BLOCK_OFFSET_{place}", "TIFF", bidx=number)
                length = dataset.get_tag_item(f"BLOCK_SIZE_{place}", "TIFF", bidx=number)
                if not begin or not length or int(begin) + int(length) > size:
                    raise OutputError(_why_not_written(path, OSError(tr("a block is missing"))))


class Writing:
    """Context manager: what goes wrong while writing is an `OutputError` that says where."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, traceback: Any) -> None:
        from rasterio._err import CPLE_BaseError
        from rasterio.errors import RasterioError

        # rasterio raises SystemError for what went wrong in one of GDAL's own threads, and GDAL's bare errors
        # where it copies a file.
        reasons = (RasterioError, CPLE_BaseError, OSError, SystemError)
        if isinstance(error, reasons) and not isinstance(error, OutputError):
            raise OutputError(_why_not_written(self._path, error)) from error


def _why_not_written(path: Path, error: BaseException) -> str:
    cause = error.__cause__ or error
    free = _free_bytes(path.parent)
    if free is not None and free < 1 << 20:
        return tr("The disk of {folder} is full: make room, or choose another folder.").format(
            folder=path.parent
        )
    sentence = tr("{path} cannot be written ({reason}): is the disk full, or the folder read-only?")
    return sentence.format(path=path, reason=str(cause).strip()[-200:])


def _free_bytes(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
