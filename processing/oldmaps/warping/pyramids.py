"""Sheets kept in memory between pictures of them, each at several sizes.

A sheet is read in a thread of its own. A request only waits for it, so it ends at once when it is cancelled;
what was begun is there for the next one.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...raster.grids import Shape2d, Window
from ..sheets.copies import HELD_BYTES, Held, Mask, reduced_shape
from ..sheets.sheet import open_sheet

Bytes: TypeAlias = NDArray[np.uint8]
Check: TypeAlias = Callable[[], None]

KEPT = 2
IDLE_S = 120.0  # until all are let go
LOOK_EVERY_S = 0.05
ROWS = 512  # read at once, of the reduction
COLOURS = 3


class Pyramid:
    """A sheet in memory, at full size where that fits, and at halves of it.

    Parameters
    ----------
    href : str
        Path, address or GDAL name of the sheet.
    """

    def __init__(self, href: str) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pyramid")
        self._lock = threading.Lock()
        self._levels: dict[int, Held] = {}
        self._read = self._thread.submit(self._read_first, href)
        self._thread.shutdown(wait=False)

    @property
    def has_failed(self) -> bool:
        """Whether the sheet could not be read."""
        return self._read.done() and self._read.exception() is not None

    def level(self, factor: float, check: Check) -> tuple[int, Held]:
        """The reduction nearest to ``factor`` pixels of the sheet a side, and its own factor.

        Raises
        ------
        RasterError
            The sheet cannot be read.
        Cancelled
            By ``check``, which is called while it is read.
        """
        least = waited(self._read, check)
        wanted = max(least, 1 << max(0, round(float(np.log2(max(factor, 1))))))
        with self._lock:
            while wanted not in self._levels:
                last = max(self._levels)
                if min(self._levels[last].shape.rows, self._levels[last].shape.columns) < 2:
                    return last, self._levels[last]
                if last > wanted:
                    break
                self._levels[2 * last] = _halved(self._levels[last])
        return wanted, self._levels[wanted]

    def _read_first(self, href: str) -> int:
        """Read the largest reduction that fits into memory; its factor, a power of two."""
        with open_sheet(href) as sheet:
            factor = 1
            while COLOURS * reduced_shape(sheet, factor).pixels > HELD_BYTES:
                factor *= 2
            shape = reduced_shape(sheet, factor)
            colours = np.empty((shape.rows, shape.columns, COLOURS), np.uint8)
            mask: Mask | None = np.ones(colours.shape[:2], bool) if sheet.has_mask else None
            for row in range(0, shape.rows, ROWS):
                part = Window(row, 0, min(ROWS, shape.rows - row), shape.columns)
                window = Window(factor * row, 0, factor * part.rows, factor * part.columns)
                colours[part.slices()] = sheet.read(window, part.shape)
                if mask is not None and (valid := sheet.valid(window, part.shape)) is not None:
                    mask[part.slices()] = valid
        self._levels[factor] = Held(colours, mask)
        return factor


def _halved(level: Held) -> Held:
    """Means of 2 × 2 pixels; an odd last row or column is left out."""
    import cv2

    shape = Shape2d(level.shape.rows // 2, level.shape.columns // 2)
    even = Window(0, 0, 2 * shape.rows, 2 * shape.columns)
    colours = cv2.resize(level.pixels(even), (shape.columns, shape.rows), interpolation=cv2.INTER_AREA)
    mask = level.valid(even)
    return Held(np.asarray(colours), None if mask is None else mask[::2, ::2])


def waited(future: Future[int], check: Check) -> int:
    """What work in another thread gives; ``check`` may give up waiting."""
    while True:
        check()
        try:
            return future.result(LOOK_EVERY_S)
        except TimeoutError:
            if future.done():
                raise  # it was the work that took too long for itself


class Pyramids:
    """The pyramids of a process, a few of them, let go when none has been used for a while."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Pyramid] = OrderedDict()
        self._timer: threading.Timer | None = None

    def get(self, href: str) -> Pyramid:
        """The pyramid of a sheet as it is now, begun where there is none."""
        key = href, _state(href)
        with self._lock:
            found = self._kept.pop(key, None)
            if found is None or found.has_failed:
                found = Pyramid(href)
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self._wait_idle()
        return found

    def _wait_idle(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(IDLE_S, self.clear)
        self._timer.daemon = True
        self._timer.start()

    def clear(self) -> None:
        """Let all go."""
        with self._lock:
            self._kept.clear()


def _state(href: str) -> Hashable:
    """Of a file, what changes when it is written; nothing of what is elsewhere."""
    try:
        found = os.stat(href)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


PYRAMIDS = Pyramids()
