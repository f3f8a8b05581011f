"""Images that are read by windows, at the size that is wanted: a sheet, a reference, an array."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ...raster.grids import Shape2d, Window
from ..points.control_points import FloatArray
from .affinities import applied, chained, inverse, scaling, shift
from .features import Picture

BORDER_PX = 2  # read beyond what is seen, for the interpolation


class Image(Protocol):
    """What can be matched."""

    @property
    def shape(self) -> Shape2d:
        """Its rows and columns."""
        ...

    def read(self, window: Window, shape: Shape2d) -> Picture:
        """The pixels of a window inside it, brought to ``shape``: means on the way down."""
        ...


@dataclass(frozen=True)
class ArrayImage:
    """An image in memory."""

    picture: Picture

    @property
    def shape(self) -> Shape2d:
        """Its rows and columns."""
        return Shape2d(*self.picture.pixels.shape[:2])

    def read(self, window: Window, shape: Shape2d) -> Picture:
        """The pixels of a window inside it, brought to ``shape``."""
        pixels = self.picture.pixels[window.slices()]
        valid = None if self.picture.valid is None else self.picture.valid[window.slices()]
        return resized(Picture(pixels, valid), shape)


def resized(picture: Picture, shape: Shape2d) -> Picture:
    """A picture of another size: means on the way down, linear on the way up."""
    import cv2

    rows, columns = picture.pixels.shape[:2]
    if (rows, columns) == (shape.rows, shape.columns):
        return picture
    down = rows * columns > shape.pixels
    size = (shape.columns, shape.rows)
    pixels = cv2.resize(
        picture.pixels, size, interpolation=cv2.INTER_AREA if down else cv2.INTER_LINEAR
    ).astype(np.uint8)
    if picture.valid is None:
        return Picture(pixels, None)
    valid = cv2.resize(picture.valid.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    return Picture(pixels, valid)


@dataclass(frozen=True)
class Overview:
    """An image made small: ``to_image`` leads from pixels of the picture to those of the image."""

    picture: Picture
    to_image: FloatArray


def overview(image: Image, side_px: int) -> Overview:
    """The whole image, its longer side no more than ``side_px``; never enlarged."""
    shape = image.shape
    factor = min(1.0, side_px / max(shape.rows, shape.columns))
    small = Shape2d(max(1, round(shape.rows * factor)), max(1, round(shape.columns * factor)))
    picture = image.read(Window(0, 0, shape.rows, shape.columns), small)
    return Overview(picture, scaling(shape.columns / small.columns, shape.rows / small.rows))


def turned(view: Overview, degrees: float) -> Overview:
    """An overview turned about its middle, on a picture that holds all of it."""
    if degrees % 360 == 0:
        return view
    rows, columns = view.picture.pixels.shape[:2]
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    rotation = np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0]])
    about_middle = chained(shift(-columns / 2, -rows / 2), rotation)
    width = math.ceil(abs(columns * cosine) + abs(rows * sine) - 1e-6)
    height = math.ceil(abs(columns * sine) + abs(rows * cosine) - 1e-6)
    turn = chained(about_middle, shift(width / 2, height / 2))
    return Overview(
        warped(view.picture, inverse(turn), Shape2d(height, width)), chained(inverse(turn), view.to_image)
    )


def warped(picture: Picture, to_picture: FloatArray, shape: Shape2d) -> Picture:
    """A picture seen through an affine map.

    Parameters
    ----------
    picture : Picture
    to_picture : array of shape (2, 3)
        From pixels of the result, counted from its corner, to those of ``picture``.
    shape : Shape2d
        Of the result; what lies outside ``picture`` is not valid.
    """
    import cv2

    # OpenCV counts from the centre of the first pixel.
    centred = chained(shift(0.5, 0.5), to_picture, shift(-0.5, -0.5))
    size, inverse_map = (shape.columns, shape.rows), cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    pixels = cv2.warpAffine(picture.pixels, centred, size, flags=inverse_map, borderMode=cv2.BORDER_REPLICATE)
    rows, columns = picture.pixels.shape[:2]
    there = np.ones((rows, columns), np.uint8) if picture.valid is None else picture.valid.astype(np.uint8)
    nearest = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    valid = cv2.warpAffine(there, centred, size, flags=nearest, borderMode=cv2.BORDER_CONSTANT, borderValue=0)
    return Picture(pixels.astype(np.uint8), valid > 0)


def seen_through(image: Image, to_image: FloatArray, shape: Shape2d) -> Picture | None:
    """A part of an image as an affine map shows it.

    Parameters
    ----------
    image : Image
    to_image : array of shape (2, 3)
        From pixels of the result to those of the image. Where it goes down, the window is read at about the
        result's resolution.
    shape : Shape2d
        Of the result.

    Returns
    -------
    Picture or None
        None where the image shows nothing of it.
    """
    corners = applied(to_image, _corners(shape))
    step = math.sqrt(abs(np.linalg.det(to_image[:, :2])))
    border = BORDER_PX * max(step, 1.0)
    left, top = np.floor(corners.min(axis=0) - border).astype(int).tolist()
    right, bottom = np.ceil(corners.max(axis=0) + border).astype(int).tolist()
    whole = Window(0, 0, image.shape.rows, image.shape.columns)
    window = Window(top, left, bottom - top, right - left).intersection(whole)
    if window.is_empty:
        return None
    factor = max(step, 1.0)
    small = Shape2d(max(1, round(window.rows / factor)), max(1, round(window.columns / factor)))
    part = image.read(window, small)
    to_part = chained(
        to_image,
        shift(-window.column, -window.row),
        scaling(small.columns / window.columns, small.rows / window.rows),
    )
    return warped(part, to_part, shape)


def _corners(shape: Shape2d) -> FloatArray:
    columns, rows = shape.columns, shape.rows
    return np.array([[0.0, 0.0], [columns, 0.0], [columns, rows], [0.0, rows]])


def negative(picture: Picture) -> Picture:
    """White on black for black on white."""
    return Picture(255 - picture.pixels, picture.valid)
