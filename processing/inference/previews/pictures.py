"""Finished blocks as small pictures, each in its place on the ground."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...raster.grids import Grid
from ...raster.statistics import Tally
from ...raster.writing import RasterSpec
from ..plan import Measure
from ..rasters import style_of

Array: TypeAlias = NDArray[Any]
Bytes: TypeAlias = NDArray[np.uint8]

VIRIDIS = "440154 46327e 365c8d 277f8e 1fa187 4ac16d a0da39 fde725"  # as the plugin shows a gradient
NOTHING = 255  # the colour of no data, transparent
STEPS = 254  # of a gradient
FAST = 1  # of zlib: pictures are shown once


class Brush:
    """Paints blocks of one measure in the colours in which a run shows it.

    Parameters
    ----------
    spec : RasterSpec
        The raster of the measure.
    """

    def __init__(self, measure: Measure, spec: RasterSpec) -> None:
        self._measure, self._spec = measure, spec
        self._seen = Tally(spec)

    def see(self, values: Array) -> None:
        """Take a block into account, shape (rows, columns): what there is decides on classes and range."""
        self._seen.add(values)

    @property
    def style(self) -> dict[str, Any]:
        """How the blocks seen so far are shown; nothing where that is not known yet."""
        seen = self._seen.result()
        return (
            {}
            if self._measure == "values" and not seen.count
            else style_of(self._measure, self._spec, seen) or {}
        )

    def paint(self, values: Array) -> bytes:
        """A PNG of a block that was seen; what is missing is transparent."""
        style = self.style
        if style["type"] == "classes":
            return _class_picture(values, style["classes"])
        known = values != self._spec.nodata if values.dtype == np.uint8 else np.isfinite(values)
        numbers = values * np.float32(self._spec.scale)
        return _gradient_picture(numbers, known, style["minimum"], style["maximum"])


def _class_picture(codes: Array, classes: Sequence[Mapping[str, Any]]) -> bytes:
    table = np.zeros((int(np.iinfo(codes.dtype).max) + 1, 4), np.uint8)
    for one in classes:
        table[one["value"]] = (*bytes.fromhex(one["color"].lstrip("#")), 255)
    return png(codes, table) if codes.dtype == np.uint8 else png(table[codes])


def _gradient_picture(values: Array, known: NDArray[np.bool_], low: float, high: float) -> bytes:
    share = np.where(known, values - low, 0) / (high - low or 1)
    steps = np.rint(np.clip(share, 0, 1) * STEPS)
    return png(np.where(known, steps, NOTHING).astype(np.uint8), _gradient())


def _gradient() -> Bytes:
    stops = np.array([list(bytes.fromhex(stop)) for stop in VIRIDIS.split()], np.float64)
    places, wanted = np.linspace(0, 1, len(stops)), np.linspace(0, 1, STEPS + 1)
    colours = [np.rint(np.interp(wanted, places, channel)) for channel in stops.T]
    table = np.full((STEPS + 2, 4), 255, np.uint8)
    table[: STEPS + 1, :3] = np.column_stack(colours)
    table[NOTHING] = 0
    return table


def png(image: Bytes, table: Bytes | None = None) -> bytes:
    """A PNG file: of places in a table of colours (256 × 4), or of colours themselves (rows, columns, 4).

    Written here: GDAL takes a file in memory, a copy and several times as long, for what lives a second.
    """
    rows, columns = image.shape[:2]
    lines = np.ascontiguousarray(image).reshape(rows, -1)
    raw = np.hstack([np.zeros((rows, 1), np.uint8), lines])  # each line begins with its filter: none
    head = struct.pack(">IIBBBBB", columns, rows, 8, 6 if table is None else 3, 0, 0, 0)
    colours = b"" if table is None else _chunk(b"PLTE", table[:, :3].tobytes())
    opacity = b"" if table is None else _chunk(b"tRNS", table[:, 3].tobytes())
    data = _chunk(b"IDAT", zlib.compress(raw.tobytes(), FAST))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + colours + opacity + data + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def placed_picture(data: bytes, grid: Grid) -> dict[str, Any]:
    """A picture and the pixels it fills, as JSON: ``png`` in base64, ``extent`` and ``crs`` (empty: none)."""
    return {
        "png": base64.b64encode(data).decode(),
        "extent": list(grid.bounds),
        "crs": crs_text(grid),
    }


def crs_text(grid: Grid) -> str:
    """The CRS of a grid as QGIS reads it: an authority's code, else WKT; empty for none."""
    if grid.crs is None:
        return ""
    authority = grid.crs.to_authority()
    return ":".join(authority) if authority else str(grid.crs.to_wkt())
