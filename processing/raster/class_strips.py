"""A class raster, and scores on the same grid, read in strips of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from affine import Affine

from ..errors import BandError, GridError, RasterError
from ..language import tr
from .cell_sizes import CellSizes
from .grids import Shape2d, Window
from .patches import FloatArray
from .ragged import IntArray
from .sources import short_name, transform_of

if TYPE_CHECKING:
    from rasterio.crs import CRS
    from rasterio.io import DatasetReader

STRIP_PIXELS = 1 << 17  # small enough for the processor's cache, large enough for numpy
# dtype of the raster → dtype with room for one value more, the outside
WIDER = {
    "uint8": "int16",
    "int8": "int16",
    "uint16": "int32",
    "int16": "int32",
    "uint32": "int64",
    "int32": "int64",
}


class ClassStrips:
    """A band of classes, read in strips of rows. Pixels that belong to no polygon are ``outside``."""

    def __init__(
        self,
        dataset: DatasetReader,
        band: int,
        *,
        classes: Collection[int] | None = None,
        rows: int | None = None,
    ) -> None:
        _check_band(dataset, band)
        dtype = dataset.dtypes[band - 1]
        if dtype not in WIDER:
            raise BandError(
                tr(
                    "Band {band} of {name} holds {dtype} values: classes are whole numbers of at most 32 "
                    "bits. Convert it first, with “gdal_translate -ot Int16” for instance."
                ).format(band=band, name=short_name(dataset.name), dtype=dtype)
            )
        self.name = short_name(dataset.name)
        self.shape = Shape2d(dataset.height, dataset.width)
        self.crs: CRS | None = dataset.crs or None
        self.transform = transform_of(dataset)
        self.dtype = np.dtype(WIDER[dtype])
        self.outside = int(np.iinfo(self.dtype).min)
        self._dataset = dataset
        self._band = band
        self._nodata = dataset.nodatavals[band - 1]
        self._classes = None if classes is None else np.array(sorted(classes), np.int64)
        self._has_mask = _has_mask(dataset, band)
        self.rows = rows or max(1, STRIP_PIXELS // self.shape.columns)

    def windows(self) -> Iterator[Window]:
        """The strips, from the top."""
        for row in range(0, self.shape.rows, self.rows):
            yield Window(row, 0, min(self.rows, self.shape.rows - row), self.shape.columns)

    def read(self, window: Window) -> IntArray:
        """Classes of a strip, whichever are wanted."""
        values = _read(self._dataset, self._band, window)
        rows: IntArray = values.astype(self.dtype)
        if self._nodata is not None:
            rows[values == self._nodata] = self.outside
        if self._has_mask:
            rows[_missing(self._dataset, self._band, window)] = self.outside
        return rows

    def kept(self, rows: IntArray) -> IntArray:
        """A strip without the classes that nobody wants."""
        if self._classes is None:
            return rows
        return np.where(np.isin(rows, self._classes), rows, self.outside).astype(rows.dtype)

    @cached_property
    def cells(self) -> CellSizes | None:
        """Sizes of the pixels on the ground; None without CRS."""
        return None if self.crs is None else CellSizes.of(self.crs, self.transform, self.shape)


class ScoreStrips:
    """A band of scores on the grid of the classes."""

    def __init__(self, dataset: DatasetReader, band: int, raster: ClassStrips) -> None:
        _check_band(dataset, band)
        shape = Shape2d(dataset.height, dataset.width)
        near = transform_of(dataset).almost_equals(
            raster.transform, 1e-6 * abs(raster.transform.a + raster.transform.b)
        )
        if shape != raster.shape or not near or (dataset.crs or None) != raster.crs:
            raise GridError(
                tr(
                    "The scores {scores} and the classes {classes} are not on the same grid: {found} pixels "
                    "from {found_origin}, {needed} pixels from {needed_origin} are needed. Bring the scores "
                    "onto the grid of the classes, with “gdalwarp” for instance."
                ).format(
                    scores=short_name(dataset.name),
                    classes=raster.name,
                    found=f"{shape.columns} × {shape.rows}",
                    needed=f"{raster.shape.columns} × {raster.shape.rows}",
                    found_origin=_origin(transform_of(dataset)),
                    needed_origin=_origin(raster.transform),
                )
            )
        self._dataset = dataset
        self._band = band
        self._scale, self._offset = dataset.scales[band - 1], dataset.offsets[band - 1]
        self._nodata = dataset.nodatavals[band - 1]
        self._has_mask = _has_mask(dataset, band)

    def read(self, window: Window) -> FloatArray:
        """Scores of a strip, NaN where there is none."""
        values = _read(self._dataset, self._band, window)
        scores: FloatArray = values.astype(np.float64)
        if self._nodata is not None:
            scores[values == self._nodata] = np.nan
        if self._has_mask:
            scores[_missing(self._dataset, self._band, window)] = np.nan
        return scores if (self._scale, self._offset) == (1.0, 0.0) else scores * self._scale + self._offset


def _check_band(dataset: DatasetReader, band: int) -> None:
    if not 1 <= band <= dataset.count:
        sentence = tr("{name} has no band {band}: it has {count}, counted from 1.")
        raise BandError(sentence.format(name=short_name(dataset.name), band=band, count=dataset.count))


def _origin(transform: Affine) -> str:
    return f"({transform.c:.10g}, {transform.f:.10g})"


def _has_mask(dataset: DatasetReader, band: int) -> bool:
    from rasterio.enums import MaskFlags

    flags = dataset.mask_flag_enums[band - 1]
    return MaskFlags.per_dataset in flags or MaskFlags.alpha in flags


def _missing(dataset: DatasetReader, band: int, window: Window) -> Any:
    return dataset.read_masks(band, window=window.for_rasterio()) == 0


def _read(dataset: DatasetReader, band: int, window: Window) -> Any:
    from rasterio.errors import RasterioError

    try:
        return dataset.read(band, window=window.for_rasterio())
    except (RasterioError, OSError) as error:
        sentence = tr(
            "{name} cannot be read from row {row} on: the file is damaged or cut short. Copy it again."
        )
        raise RasterError(sentence.format(name=short_name(dataset.name), row=window.row)) from error
