"""The image of a sheet, of any kind and size, read by windows.

Pixels are those of the stored image, as GDAL and QGIS show it: a rotation that a camera noted beside them is
told, not applied. What is read at a smaller size is averaged, from overviews where there are any.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...errors import RasterError
from ...language import tr
from ...raster.grids import Shape2d, Window
from ...raster.sources import open_raster, short_name
from ..points.control_points import ImageSize
from .colours import Colours, colours_of, from_inks, to_grey
from .resolution import dots_per_inch, orientation

if TYPE_CHECKING:
    from rasterio.crs import CRS
    from rasterio.io import DatasetReader

Array: TypeAlias = NDArray[Any]
Bytes: TypeAlias = NDArray[np.uint8]
Mask: TypeAlias = NDArray[np.bool_]

LOOK = 512  # pixels a side of the coarse look that tells the range of values
CHUNK_BYTES = 32 << 20  # of values that cannot be averaged as they are, read at once
PLACELESS = Affine.identity(), Affine.scale(1, -1)  # as programs write that an image has no place
STRICT = {"GDAL_ERROR_ON_LIBJPEG_WARNING": True}  # else what a cut JPEG lacks is read as grey


class Sheet:
    """An opened image; for one thread at a time.

    Parameters
    ----------
    dataset : DatasetReader
        Closed with it.
    """

    def __init__(self, dataset: DatasetReader) -> None:
        self.dataset = dataset
        self.href: str = dataset.name
        self.width: int = dataset.width
        self.height: int = dataset.height
        self.colours: Colours = colours_of(dataset)
        self.dpi = dots_per_inch(dataset)

    def __enter__(self) -> Sheet:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.dataset.close()

    @property
    def title(self) -> str:
        """How to call it in a message."""
        return short_name(self.href)

    @property
    def size(self) -> ImageSize:
        """Width and height in pixels."""
        return ImageSize(width=self.width, height=self.height)

    @property
    def window(self) -> Window:
        """All its pixels."""
        return Window(0, 0, self.height, self.width)

    @property
    def has_mask(self) -> bool:
        """Whether alpha, a mask or a nodata value may say that some of it is no image."""
        from rasterio.enums import MaskFlags

        return any(MaskFlags.all_valid not in flags for flags in self.dataset.mask_flag_enums)

    @property
    def is_tiled(self) -> bool:
        """Whether windows are read quickly in any order."""
        return bool(self.dataset.driver == "GTiff" and self.dataset.block_shapes[0][1] < self.width)

    @property
    def crs(self) -> CRS | None:
        """Its reference system, if it has one already."""
        return self.dataset.crs or None

    @property
    def transform(self) -> Affine:
        """From columns and rows to the ground, for an image that is placed; else the identity."""
        transform: Affine = self.dataset.transform
        return transform

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences on what a user should know about the image before points are set on it."""
        sentences = []
        if orientation(self.dataset) != 1:
            sentence = tr(
                "{name} notes that it is to be turned for viewing. Its pixels are taken as they are stored, "
                "as QGIS shows them: points set in a program that turns it do not fit."
            )
            sentences.append(sentence.format(name=self.title))
        if self.transform not in PLACELESS:
            sentence = tr(
                "{name} has a place on the ground already, which is not used here: points on it count its "
                "pixels."
            )
            sentences.append(sentence.format(name=self.title))
        return tuple(sentences)

    def read(self, window: Window | None = None, shape: Shape2d | None = None) -> Bytes:
        """Colours of a window inside the image, shape (rows, columns, 3): red, green, blue.

        Parameters
        ----------
        shape : Shape2d, optional
            Rows and columns of the answer; fewer than the window's are means.

        Notes
        -----
        16 bits become 8 by one rule for the whole image: divided by the least 2^n - 1 that a coarse look at
        it does not exceed, as many scans use 10 or 12 bits. Other numbers are stretched from the least to the
        largest of that look.

        Raises
        ------
        RasterError
            The file is damaged or cut short.
        """
        pixels = self._to_bytes(self.pixels(window, shape))
        return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)

    def grey(self, window: Window | None = None, shape: Shape2d | None = None) -> Bytes:
        """Lightness of a window, shape (rows, columns): as `read`."""
        return self.lightness(self.pixels(window, shape))

    def lightness(self, pixels: Array) -> Bytes:
        """Lightness of pixels of this sheet that were read before, shape (rows, columns)."""
        return to_grey(self._to_bytes(pixels))

    def valid(self, window: Window | None = None, shape: Shape2d | None = None) -> Mask | None:
        """Where alpha, a mask or a nodata value says there is an image, shape (rows, columns).

        None where nothing says otherwise.
        """
        if not self.has_mask:
            return None
        window = window or self.window
        size = shape or window.shape
        with self._reading(window):
            mask = self.dataset.dataset_mask(
                window=window.for_rasterio(), out_shape=(size.rows, size.columns)
            )
        return None if mask.all() else np.asarray(mask > 0)

    def pixels(self, window: Window | None = None, shape: Shape2d | None = None) -> Array:
        """Pixels of a window, shape (rows, columns, 1 or 3), in `colours.kept_dtype`.

        Grey stays grey, and 16 bits stay 16 bits; palettes and inks are turned into colours.
        """
        window = window or self.window
        shape = shape or window.shape
        if self.colours.palette is not None:
            return self._of_palette(window, shape, self.colours.palette[:, : self.colours.count])
        values = np.ascontiguousarray(np.moveaxis(self._values(window, shape), 0, 2))
        if self.colours.kind == "cmyk":
            values = from_inks(values)
        return values if values.dtype.name == self.colours.kept_dtype else self._to_bytes(values)

    def _values(self, window: Window, shape: Shape2d) -> Array:
        from rasterio.enums import Resampling

        with self._reading(window):
            values: Array = self.dataset.read(
                list(self.colours.bands),
                window=window.for_rasterio(),
                out_shape=(len(self.colours.bands), shape.rows, shape.columns),
                resampling=Resampling.average if shape.rows <= window.rows else Resampling.bilinear,
            )
        return values

    def _of_palette(self, window: Window, shape: Shape2d, palette: Bytes) -> Bytes:
        """Colours before means: the mean of two places in a table is the place of a third colour."""
        import cv2

        step = max(1, window.rows // shape.rows)
        rows = max(1, CHUNK_BYTES // (window.columns * step * palette.shape[1])) * step
        columns = max(1, window.columns // max(1, window.columns // shape.columns))
        parts = []
        for start in range(0, window.rows, rows):
            part = Window(window.row + start, window.column, min(rows, window.rows - start), window.columns)
            colours = palette[self._values(part, part.shape)[0]]
            size = (columns, -(-part.rows // step))
            parts.append(cv2.resize(colours, size, interpolation=cv2.INTER_AREA).reshape(*size[::-1], -1))
        whole = np.concatenate(parts)
        if whole.shape[:2] != (shape.rows, shape.columns):
            whole = cv2.resize(whole, (shape.columns, shape.rows), interpolation=cv2.INTER_AREA)
        return np.asarray(whole, np.uint8).reshape(shape.rows, shape.columns, -1)

    @cached_property
    def _range(self) -> tuple[float, float]:
        """Numbers that are black and white in bytes."""
        if self.colours.kind == "cmyk":
            return 0.0, float(np.iinfo(self.colours.dtype).max)
        size = Shape2d(min(LOOK, self.height), min(LOOK, self.width))
        look = self._values(self.window, size)
        known = look[np.isfinite(look)]
        if look.dtype == np.uint16:
            bits = max(8, int(known.max(initial=1)).bit_length())
            return 0.0, float((1 << bits) - 1)
        return (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)

    def _to_bytes(self, pixels: Array) -> Bytes:
        if pixels.dtype == np.uint8:
            return pixels
        low, high = self._range
        scaled = (pixels.astype(np.float32) - np.float32(low)) * np.float32(255 / ((high - low) or 1))
        whole: Bytes = np.rint(np.clip(np.nan_to_num(scaled), 0, 255)).astype(np.uint8)
        return whole

    @contextmanager
    def _reading(self, window: Window) -> Iterator[None]:
        import rasterio
        from rasterio.errors import RasterioError

        try:
            with rasterio.Env(**STRICT):
                yield
        except (RasterioError, OSError) as error:
            sentence = tr(
                "{name} cannot be read at row {row}, column {column}: the image is damaged or cut short. "
                "Copy it again from where it came."
            )
            raise RasterError(
                sentence.format(name=self.title, row=window.row, column=window.column)
            ) from error


def open_sheet(href: str) -> Sheet:
    """The image of a sheet, opened: a path, an address or a GDAL name.

    Raises
    ------
    RasterError
        It is missing, damaged, or no image; the message says which.
    """
    return Sheet(open_raster(href))
