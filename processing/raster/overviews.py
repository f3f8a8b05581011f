"""Reduced copies of a raster: the class met most often for classes, the mean of what is valid for the rest.

GDAL computes the same at about ten times the cost, which would be most of what a run costs outside the model.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .grids import Shape2d

Array: TypeAlias = NDArray[Any]

COARSEST = 512  # the last overview has no side longer than this


def overview_shapes(shape: Shape2d) -> tuple[Shape2d, ...]:
    """Shapes of the overviews of an image, each half of the one before, rounded up.

    Examples
    --------
    >>> overview_shapes(Shape2d(1100, 700))
    (Shape2d(rows=550, columns=350), Shape2d(rows=275, columns=175))
    """
    shapes: list[Shape2d] = []
    while max(shape.rows, shape.columns) > COARSEST:
        shape = Shape2d(-(-shape.rows // 2), -(-shape.columns // 2))
        shapes.append(shape)
    return tuple(shapes)


def _quarters(image: Array) -> tuple[Array, Array, Array, Array]:
    """The four pixels of each square of 2 × 2; at an odd edge the last row or column stands in."""
    if image.shape[0] % 2 or image.shape[1] % 2:
        image = np.pad(image, [(0, size % 2) for size in image.shape], mode="edge")
    return image[::2, ::2], image[::2, 1::2], image[1::2, ::2], image[1::2, 1::2]


def halve_classes(image: Array, *, nodata: int) -> Array:
    """The class met most often in each square of 2 × 2 pixels, the first of those met equally often.

    Parameters
    ----------
    image : array of shape (rows, columns), integers
    nodata : int
        Value that only wins where the square holds nothing else.

    Examples
    --------
    >>> halve_classes(np.uint8([[1, 2, 9, 9], [2, 3, 9, 4]]), nodata=9)
    array([[2, 4]], dtype=uint8)
    """
    a, b, c, d = _quarters(image)
    # A pair with the first pixel wins over one without it: a alone is right unless b, c or d pair up.
    result = np.where((c == d) & (a != b), c, a)
    later = (a != b) & (a != c) & (a != d) & ((b == c) | (b == d))
    np.copyto(result, b, where=later)
    np.copyto(result, a, where=(a == c) | (a == d))
    if (missing := result == nodata).any():
        _prefer_valid(result, missing, (a, b, c, d), nodata)
    return result


def _prefer_valid(
    result: Array, missing: NDArray[np.bool_], quarters: tuple[Array, ...], nodata: int
) -> None:
    squares = np.stack([quarter[missing] for quarter in quarters])  # (4, n)
    votes = (squares[:, None] == squares[None]).sum(0) * (squares != nodata)
    best = squares[votes.argmax(0), np.arange(squares.shape[1])]
    result[missing] = best


def halve_means(image: Array, *, nodata: float | None) -> Array:
    """The mean of the valid pixels of each square of 2 × 2, in the same dtype, integers rounded half up.

    Parameters
    ----------
    image : array of shape (rows, columns)
    nodata : float or None
        Value that does not count, NaN included.

    Examples
    --------
    >>> halve_means(np.float32([[1, np.nan], [2, 6]]), nodata=np.nan)
    array([[3.]], dtype=float32)
    """
    quarters = _quarters(image)
    missing = (
        [np.isnan(q) if nodata != nodata else q == nodata for q in quarters] if nodata is not None else []
    )
    if not any(mask.any() for mask in missing):
        return _mean_of_four(quarters, image.dtype)
    counts = 4 - np.sum(missing, axis=0)
    total = np.sum(
        [np.where(m, 0, q) for m, q in zip(missing, quarters, strict=True)], axis=0, dtype=np.float64
    )
    mean = total / np.maximum(counts, 1)
    mean = np.floor(mean + 0.5) if image.dtype.kind in "ui" else mean
    reduced: Array = np.where(counts == 0, np.float64(nodata or 0), mean).astype(image.dtype)
    return reduced


def _mean_of_four(quarters: tuple[Array, ...], dtype: np.dtype[Any]) -> Array:
    a, b, c, d = quarters
    if dtype.kind == "f":
        mean: Array = (a + b + c + d) * dtype.type(0.25)
        return mean
    wide = np.dtype("uint16" if dtype.itemsize == 1 else "int64")
    return ((a.astype(wide) + b + c + d + 2) >> 2).astype(dtype)


def halve_picture(image: Array) -> Array:
    """The mean of the opaque pixels of each square of 2 × 2, opaque where at least half of them are.

    Parameters
    ----------
    image : array of shape (bands, rows, columns), uint8 or uint16
        Colours, then alpha, which is 0 or the most its dtype holds; colours are 0 where it is 0.

    Examples
    --------
    >>> halve_picture(np.uint8([[[10, 0], [20, 0]], [[255, 0], [255, 0]]])).ravel().tolist()
    [15, 255]
    """
    opaque = np.iinfo(image.dtype).max
    wide = np.uint16 if image.dtype == np.uint8 else np.uint32
    seen = _total(_quarters((image[-1] != 0).astype(np.uint8)), np.uint8)
    half = np.empty((len(image), *seen.shape), image.dtype)
    mixed = (seen == 2) | (seen == 3)
    for place, band in enumerate(image[:-1]):
        total = _total(_quarters(band), wide)
        half[place] = np.where(seen == 4, (total + 2) >> 2, 0)
        half[place][mixed] = (total[mixed] + seen[mixed] // 2) // seen[mixed]
    half[-1] = np.where(seen >= 2, opaque, 0)
    return half


def _total(quarters: tuple[Array, ...], dtype: type[np.generic]) -> Array:
    total: Array = np.add.reduce([quarter.astype(dtype) for quarter in quarters])
    return total
