"""A raster of embeddings, read as vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...errors import BandError, RasterError
from ...language import tr
from ...raster.grids import Grid, Shape2d, Window
from ...raster.sources import short_name, transform_of

if TYPE_CHECKING:
    from rasterio.io import DatasetReader

Array: TypeAlias = NDArray[Any]
FloatArray: TypeAlias = NDArray[np.float32]

CELLS_AT_ONCE = 1 << 22  # pixels times numbers that are widened to 32 bits at a time


def unit(values: Array) -> FloatArray:
    """Vectors of length 1, axis 0 their numbers; NaN where there is none.

    Examples
    --------
    >>> unit(np.array([[3.0, 0.0], [4.0, 0.0]])).tolist()
    [[0.6000000238418579, nan], [0.800000011920929, nan]]
    """
    length = np.sqrt(np.square(values, dtype=np.float64).sum(axis=0))
    found: FloatArray = (values / np.where(length > 0, length, np.nan)).astype(np.float32)
    return found


class Vectors:
    """The vectors of an open raster; NaN where a number is missing.

    Parameters
    ----------
    dataset : DatasetReader
        A band for each number; scales and offsets are applied.
    """

    def __init__(self, dataset: DatasetReader) -> None:
        if dataset.count < 2:
            sentence = tr(
                "{name} has one band and embeddings have several: choose what “Describe each place by a "
                "model” (inference.embed) has written."
            )
            raise BandError(sentence.format(name=short_name(dataset.name)))
        shape = Shape2d(dataset.height, dataset.width)
        self.grid = Grid(dataset.crs or None, transform_of(dataset), shape)
        self.block = Shape2d(*dataset.block_shapes[0])
        self._dataset = dataset
        self._scales, self._offsets = (
            np.array(numbers, np.float32)[:, None] for numbers in (dataset.scales, dataset.offsets)
        )

    def at(self, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> FloatArray:
        """The vectors of some pixels near each other, of shape (numbers, pixels)."""
        if not len(rows):
            return np.full((self._dataset.count, 0), np.nan, np.float32)
        top, left = int(rows.min()), int(columns.min())
        window = Window(top, left, int(rows.max()) - top + 1, int(columns.max()) - left + 1)
        stored = self._read(window)
        return self._widened(stored[:, rows - top, columns - left])

    def similarity(self, window: Window, queries: FloatArray) -> FloatArray:
        """Cosine of the angle to the nearest of some unit vectors (queries, numbers); NaN on nothing."""
        stored = self._read(window).reshape(self._dataset.count, -1)
        found = np.empty(stored.shape[1], np.float32)
        step = max(1, CELLS_AT_ONCE // self._dataset.count)
        for start in range(0, len(found), step):
            values = self._widened(stored[:, start : start + step])
            length = np.sqrt(np.einsum("np,np->p", values, values))
            nearest = (queries @ values).max(axis=0)
            found[start : start + step] = nearest / np.where(length > 0, length, np.nan)
        return found.reshape(window.rows, window.columns)

    def _read(self, window: Window) -> Array:
        """All numbers at once, for they lie together in the file."""
        from rasterio.errors import RasterioError

        try:
            stored: Array = self._dataset.read(window=window.for_rasterio())
        except (RasterioError, OSError) as error:
            sentence = tr(
                "{name} cannot be read from row {row} on: the file is damaged or cut short. Copy it again."
            )
            raise RasterError(sentence.format(name=short_name(self._dataset.name), row=window.row)) from error
        return stored

    def _widened(self, stored: Array) -> FloatArray:
        values = stored.astype(np.float32) * self._scales + self._offsets
        nodata = self._dataset.nodata
        if nodata is not None and not np.isnan(nodata):
            values[:, (stored == nodata).any(axis=0)] = np.nan
        widened: FloatArray = values
        return widened
