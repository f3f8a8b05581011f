"""Outlines of instances along the edges of pixels, from masks that a model gives at its own resolution."""

from __future__ import annotations

import math
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from ...models.detection_heads import Head
from ...raster.grids import Window
from .decoding import Candidates
from .objects import BoolArray, FloatArray, Outlines

Array: TypeAlias = NDArray[Any]


def instance_outlines(
    found: Candidates, head: Head, *, prototypes: Array | None, tile: tuple[int, int], valid: BoolArray | None
) -> Outlines:
    """The outline of each instance of a tile, in pixels of the tile; None where no pixel belongs to it.

    A pixel belongs to an instance when its middle lies in the instance's box and the mask there, between the
    middles of its own cells, is nearer to yes than to no. Of an instance in several pieces the largest is
    kept.

    Parameters
    ----------
    prototypes : array of shape (m, rows, columns), optional
        What the coefficients of YOLO weigh, over the whole tile.
    valid : boolean array, optional
        Pixels of the tile that are not missing.
    """
    outlines = np.full(len(found), None, object)
    for place, (box, extra) in enumerate(zip(found.boxes, _extras(found), strict=True)):
        window = _window(box, tile)
        if window.is_empty:
            continue
        if prototypes is not None:
            mask = _weighed(extra, prototypes, window, tile)
        elif extra.shape == tile:
            mask = extra[window.slices()] > 0.5  # over the whole tile already
        else:
            mask = _stretched(extra, box, window)
        if valid is not None:
            mask = mask & valid[window.slices()]
        outlines[place] = largest_patch(mask, window)
    return outlines


def _extras(found: Candidates) -> Array:
    assert found.extras is not None
    return found.extras


def _window(box: FloatArray, tile: tuple[int, int]) -> Window:
    """The pixels of a tile whose middles lie in a box."""
    column, row, width, height = box[:4]
    top, left = (math.ceil(start - 0.5) for start in (row - height / 2, column - width / 2))
    bottom, right = (math.ceil(end - 0.5) for end in (row + height / 2, column + width / 2))
    return Window(top, left, bottom - top, right - left).intersection(Window(0, 0, *tile))


def _weighed(weights: Array, prototypes: Array, window: Window, tile: tuple[int, int]) -> BoolArray:
    """Where prototypes of the whole tile, weighed and added up, are above 0: a sigmoid of a half."""
    _, rows, columns = prototypes.shape
    row = (window.row + np.arange(window.rows) + 0.5) * rows / tile[0] - 0.5
    column = (window.column + np.arange(window.columns) + 0.5) * columns / tile[1] - 0.5
    part = Window(
        max(math.floor(row[0]), 0),
        max(math.floor(column[0]), 0),
        math.ceil(row[-1]) + 1,
        math.ceil(column[-1]) + 1,
    )
    near = prototypes[:, part.row : part.rows, part.column : part.columns].astype(np.float64)
    score = np.tensordot(weights, near, axes=1)
    above: BoolArray = between(score, row - part.row, column - part.column) > 0
    return above


def _stretched(mask: Array, box: FloatArray, window: Window) -> BoolArray:
    """Where a mask of the box alone is above a half; beyond the middles of its outer cells it fades to 0."""
    rows, columns = mask.shape
    start = box[1] - box[3] / 2, box[0] - box[2] / 2
    row = (window.row + np.arange(window.rows) + 0.5 - start[0]) * rows / box[3] - 0.5
    column = (window.column + np.arange(window.columns) + 0.5 - start[1]) * columns / box[2] - 0.5
    above: BoolArray = between(np.pad(mask.astype(np.float64), 1), row + 1, column + 1) > 0.5
    return above


def between(image: FloatArray, rows: FloatArray, columns: FloatArray) -> FloatArray:
    """Values between the middles of an image's cells, bilinear; beyond the outer ones, as these.

    Examples
    --------
    >>> between(np.array([[0.0, 4.0]]), np.array([0.0]), np.array([-0.5, 0.25, 1.5])).tolist()
    [[0.0, 1.0, 4.0]]
    """
    for axis, places in ((0, rows), (1, columns)):
        places = np.clip(places, 0, image.shape[axis] - 1)
        lower = np.floor(places).astype(np.int64)
        upper = np.minimum(lower + 1, image.shape[axis] - 1)
        share = np.expand_dims(places - lower, 1 - axis)
        image = image.take(lower, axis) * (1 - share) + image.take(upper, axis) * share
    return image


def largest_patch(mask: BoolArray, window: Window) -> Any:
    """The largest patch of a mask as a polygon along the edges of its pixels; None for an empty mask."""
    from affine import Affine
    from rasterio.features import shapes

    shift = Affine.translation(window.column, window.row)
    patches = [
        shapely.geometry.shape(one) for one, _ in shapes(mask.astype(np.uint8), mask=mask, transform=shift)
    ]
    return max(patches, key=lambda patch: patch.area, default=None)
