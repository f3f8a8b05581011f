"""A sheet's image in shades of grey, as the search for its lines wants it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from ...raster.grids import Window
from ..sheets.copies import Pixels
from ..sheets.sheet import Sheet
from .traces import FloatImage, GreyReader

PIECE_PIXELS = 16_000_000  # made smaller at once


@dataclass(frozen=True)
class Greys:
    """The grey of a sheet in windows that may reach beyond it; ``pixels`` are the sheet's own."""

    sheet: Sheet
    pixels: Pixels

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
        window = Window(top, left, bottom - top, right - left)
        inside = self.sheet.lightness(self.pixels.pixels(window)).astype(np.float32)
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
        if self.factor == 1:
            return self.image.read(col, row, width, height)
        answer = np.empty((height, width), np.float32)
        rows = max(1, PIECE_PIXELS // (width * self.factor**2))
        for start in range(0, height, rows):
            self._fill(answer[start : start + rows], col, row + start)
        return answer

    def _fill(self, piece: FloatImage, col: int, row: int) -> None:
        height, width = piece.shape
        whole = self.image.read(*(self.factor * number for number in (col, row, width, height)))
        piece[:] = cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA)
