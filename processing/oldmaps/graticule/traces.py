"""Thin lines of a sheet, gathered in two small arrays that later steps search."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

FloatImage: TypeAlias = NDArray[np.float32]

BLOCK = 16
"""Pixels along a line that count as one place."""

ACROSS_PX = 1.2  # widths of the filters: across a line, and along it
ALONG_PX = 4.0
MARGIN = 16  # more than the filters reach
STRIP_PIXELS = 4_000_000  # read at once, however wide the sheet
SAMPLES, SAMPLE_ROWS = 16, 64  # strips that tell ink from paper
LEAST_CONTRAST = 0.02, 0.06  # of the range from ink to paper, the response from which a line counts


class GreyReader(Protocol):
    """A sheet's image in shades of grey, read by windows."""

    @property
    def width(self) -> int:
        """Columns."""

    @property
    def height(self) -> int:
        """Rows."""

    def read(self, col: int, row: int, width: int, height: int) -> FloatImage:
        """Array of shape (height, width), 0 black to 255 white; outside the image the nearest pixel."""


@dataclass(frozen=True)
class Ink:
    """What tells a line from paper on one sheet.

    ``sign`` is 1 for dark lines on light paper, -1 for a negative; ``threshold`` is the least response of a
    line.
    """

    sign: float
    threshold: float


@dataclass(frozen=True)
class Traces:
    """Where thin lines run on a sheet.

    Parameters
    ----------
    columns : array of shape (rows / 16, columns), uint8
        How many of 16 pixels below one another lie on a line from top to bottom, 0 to 16.
    rows : array of shape (columns / 16, rows), uint8
        The same of lines from left to right: 16 pixels beside one another.
    density : array of shape (rows / 16, columns / 16), float32
        Share of the pixels that lie on any thin line.
    ink : Ink
    """

    columns: NDArray[np.uint8]
    rows: NDArray[np.uint8]
    density: FloatImage
    ink: Ink


def responses(grey: FloatImage) -> tuple[FloatImage, FloatImage]:
    """Response to dark lines from top to bottom, and to those from left to right.

    Second derivative across the line, smoothed along it: positive on a line darker than both its sides, zero
    on an edge or a slope. Both have the shape of ``grey`` and its unit.
    """
    across, along = _second_derivative(ACROSS_PX), _bell(ALONG_PX)
    upright = cv2.sepFilter2D(grey, cv2.CV_32F, across, along)
    level = cv2.sepFilter2D(grey, cv2.CV_32F, along, across)
    return upright.astype(np.float32, copy=False), level.astype(np.float32, copy=False)


def _bell(sigma: float) -> FloatImage:
    at = np.arange(-round(3 * sigma), round(3 * sigma) + 1)
    bell = np.exp(-0.5 * (at / sigma) ** 2)
    return np.asarray(bell / bell.sum(), np.float32)


def _second_derivative(sigma: float) -> FloatImage:
    at = np.arange(-round(4 * sigma), round(4 * sigma) + 1)
    bell = np.exp(-0.5 * (at / sigma) ** 2)
    kernel = ((at / sigma) ** 2 - 1) * bell / bell.sum()
    return np.asarray(kernel - kernel.mean(), np.float32)  # flat paper gives nothing


def ink_of(image: GreyReader, progress: Callable[[float], None]) -> Ink | None:
    """What a line looks like, from strips all over the sheet; None for a sheet without contrast."""
    tall = min(SAMPLE_ROWS, image.height)
    shades, answers, cubes = [], [], 0.0
    for part, top in enumerate(np.linspace(0, image.height - tall, SAMPLES).astype(int)):
        strip = image.read(0, int(top) - MARGIN, image.width, tall + 2 * MARGIN)
        shades.append(strip[::4, ::4].ravel())
        for answer in responses(strip):
            inner = answer[MARGIN:-MARGIN]
            # A thin line answers more strongly than the two flanks beside it, whichever of them is dark.
            cubes += float(np.mean(inner**3, dtype=np.float64))
            answers.append(np.abs(inner[::3, ::5]).ravel())
        progress((part + 1) / SAMPLES)
    low, high = np.percentile(np.concatenate(shades), (1, 99))
    spread = float(high - low)
    if spread <= 2 or not cubes:
        return None
    noise = 6 * float(np.median(np.concatenate(answers)))
    least, most = (share * spread for share in LEAST_CONTRAST)
    return Ink(math.copysign(1.0, cubes), min(max(noise, least), most))


def trace(image: GreyReader, ink: Ink, progress: Callable[[float], None]) -> Traces:
    """Thin lines of a whole sheet, read once from top to bottom."""
    down, across = -(-image.height // BLOCK), -(-image.width // BLOCK)
    columns = np.zeros((down, image.width), np.uint8)
    rows = np.zeros((across, image.height), np.uint8)
    density = np.zeros((down, across), np.float32)
    for top, strip in _strips(image):
        upright, level = (answer * ink.sign for answer in responses(strip))
        tall = len(strip) - 2 * MARGIN
        inner = slice(MARGIN, MARGIN + tall)
        blocks = slice(top // BLOCK, top // BLOCK - (-tall // BLOCK))
        on_upright = _crests(upright.T, ink.threshold).T[inner]
        on_level = _crests(level, ink.threshold)[inner]
        columns[blocks] = _sums(on_upright)
        rows[:, top : top + tall] = _sums(on_level.T)
        strong = np.maximum(upright, level)[inner] > ink.threshold
        density[blocks] = _sums(_sums(strong).T.astype(np.float32)).T / BLOCK**2
        progress((top + tall) / image.height)
    return Traces(_widened(columns), _widened(rows), density, ink)


def _strips(image: GreyReader) -> Iterator[tuple[int, FloatImage]]:
    step = max(1, STRIP_PIXELS // image.width // BLOCK) * BLOCK
    for top in range(0, image.height, step):
        tall = min(step, image.height - top)
        yield top, image.read(0, top - MARGIN, image.width, tall + 2 * MARGIN)


def _crests(answer: FloatImage, threshold: float) -> NDArray[np.uint8]:
    """1 where the response is highest among its neighbours above and below, and high enough."""
    crest = np.zeros(answer.shape, np.uint8)
    middle = answer[1:-1]
    crest[1:-1] = (middle > threshold) & (middle >= answer[:-2]) & (middle >= answer[2:])
    return crest


def _sums(values: NDArray[Any]) -> NDArray[Any]:
    """Sum of each block of 16 rows; the last may be shorter."""
    starts = np.arange(0, len(values), BLOCK)
    kind = np.float32 if values.dtype == np.float32 else np.uint8
    return np.add.reduceat(values, starts, axis=0, dtype=kind)


def _widened(counts: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Counts with those of the neighbours beside them: a line drifts by a pixel within a block."""
    wide = counts.copy()
    wide[:, 1:] += counts[:, :-1]
    wide[:, :-1] += counts[:, 1:]
    return np.minimum(wide, BLOCK)
