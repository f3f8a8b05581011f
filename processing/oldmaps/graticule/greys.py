"""A sheet's image in shades of grey, as the search for its lines wants it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ...raster.grids import Window
from ..sheets.sheet import Sheet
from .traces import FloatImage, GreyReader


@dataclass(frozen=True)
class Greys:
    """The grey of a sheet in windows that may reach beyond it."""

    sheet: Sheet

    @property
    def width(self) -> int:
        """Columns."""
        return self.sheet.width

    @property
    def height(self) -> int:
        """Rows."""
        return self.sheet.height

    def read(self, col: int, row: int, width: int, height: int) -> FloatImage:
        """Array of shape (height, width), 0 black to 255 white; outside the image the nearest pixel."""
        left, right = (int(np.clip(at, 0, self.width)) for at in (col, col + width))
        top, bottom = (int(np.clip(at, 0, self.height)) for at in (row, row + height))
        inside = self.sheet.grey(Window(top, left, bottom - top, right - left)).astype(np.float32)
        around = ((top - row, row + height - bottom), (left - col, col + width - right))
        return np.pad(inside, around, mode="edge") if np.any(around) else inside


@dataclass(frozen=True)
class Reduced:
    """An image made smaller by a whole number, with the mean of the pixels that become one."""

    image: GreyReader
    factor: int

    @property
    def width(self) -> int:
        """Columns."""
        return self.image.width // self.factor

    @property
    def height(self) -> int:
        """Rows."""
        return self.image.height // self.factor

    def read(self, col: int, row: int, width: int, height: int) -> FloatImage:
        """Array of shape (height, width)."""
        k = self.factor
        whole = self.image.read(col * k, row * k, width * k, height * k)
        if k == 1:
            return whole
        return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), np.float32)
