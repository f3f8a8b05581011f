"""Pixels of a sheet taken at places between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...raster.grids import Shape2d, Window
from ..points.control_points import FloatArray
from ..sheets.copies import Pixels

if TYPE_CHECKING:
    from shapely import Geometry

Array: TypeAlias = NDArray[Any]
Mask: TypeAlias = NDArray[np.bool_]
Resampling: TypeAlias = Literal["nearest", "bilinear", "cubic"]

REACH_PX = 3  # pixels around a place that its colour depends on
MOST_PIXELS = 32 << 20  # of the sheet under one block
MOST_SIDE = 32_000  # OpenCV counts in 16 bits


class TooWide(Exception):
    """More of the sheet lies under these places than is taken at once."""


@dataclass(frozen=True)
class Source:
    """A sheet, or its reduction, and the part of it that counts.

    Parameters
    ----------
    factor : int
        Pixels of the sheet a side that make one of ``pixels``.
    width, height : float
        Of the sheet, in ``pixels``; the last may be a part of one.
    outline : Geometry, optional
        Polygon of what counts, in ``pixels``; without it, all.
    """

    pixels: Pixels
    factor: int
    width: float
    height: float
    outline: Geometry | None = None


def resampled(source: Source, places: FloatArray, resampling: Resampling) -> Array | None:
    """Colours at some places and, last, alpha: shape (2 or 4, rows, columns), in the sheet's dtype.

    Where alpha is 0, no part of the sheet is there and the colours are 0. None where it is 0 everywhere.

    Parameters
    ----------
    places : array of shape (2, rows, columns)
        Columns and rows in ``source.pixels``, continuous; NaN for none.

    Raises
    ------
    TooWide
        Take fewer places at once.
    """
    import cv2

    columns, rows = places
    with np.errstate(invalid="ignore"):  # NaN lies nowhere
        inside = (columns >= 0) & (columns < source.width) & (rows >= 0) & (rows < source.height)
    if not inside.any():
        return None
    window = _window(columns[inside], rows[inside], source.pixels.shape)
    across, down = (
        np.where(inside, axis - first - 0.5, 0).astype(np.float32)
        for axis, first in ((columns, window.column), (rows, window.row))
    )
    if (counting := _counting(source, window)) is not None:
        inside &= cv2.remap(counting.astype(np.uint8), across, down, cv2.INTER_NEAREST) > 0
        if not inside.any():
            return None
    part = np.ascontiguousarray(source.pixels.pixels(window))
    how = {"nearest": cv2.INTER_NEAREST, "bilinear": cv2.INTER_LINEAR, "cubic": cv2.INTER_CUBIC}[resampling]
    colours = cv2.remap(part, across, down, how, borderMode=cv2.BORDER_REPLICATE)
    return _with_alpha(np.atleast_3d(colours), inside)


def _window(columns: FloatArray, rows: FloatArray, shape: Shape2d) -> Window:
    """The pixels that these places depend on."""
    left, top = int(columns.min()) - REACH_PX, int(rows.min()) - REACH_PX
    right, bottom = int(columns.max()) + REACH_PX + 2, int(rows.max()) + REACH_PX + 2
    # A part of a pixel beyond the last one has the colour of that one.
    left, top = min(left, shape.columns - 1), min(top, shape.rows - 1)
    whole = Window(0, 0, shape.rows, shape.columns)
    window = Window(top, left, bottom - top, right - left).intersection(whole)
    if window.shape.pixels > MOST_PIXELS or max(window.rows, window.columns) > MOST_SIDE:
        raise TooWide
    return window


def _counting(source: Source, window: Window) -> Mask | None:
    """Which pixels of a window are image, and inside the outline; None where all are."""
    valid = source.pixels.valid(window)
    if source.outline is None:
        return valid
    import shapely
    from rasterio.features import rasterize

    box = shapely.box(window.column, window.row, window.right, window.bottom)
    if shapely.contains(source.outline, box):
        return valid
    part = shapely.intersection(source.outline, box)
    shapes = [one for one in shapely.get_parts(part) if one.geom_type == "Polygon"]
    if not shapes:
        return np.zeros((window.rows, window.columns), bool)
    drawn = rasterize(
        shapes, out_shape=(window.rows, window.columns), dtype=np.uint8,
        transform=Affine.translation(window.column, window.row),
    )  # fmt: skip
    inside: Mask = drawn.astype(bool)
    return inside if valid is None else inside & valid


def _with_alpha(colours: Array, inside: Mask) -> Array:
    bands = np.empty((colours.shape[2] + 1, *inside.shape), colours.dtype)
    opaque = np.iinfo(colours.dtype).max
    if inside.all():
        bands[:-1], bands[-1] = np.moveaxis(colours, 2, 0), opaque
    else:
        bands[:-1] = np.where(inside, np.moveaxis(colours, 2, 0), 0)
        bands[-1] = np.where(inside, opaque, 0)
    return bands
