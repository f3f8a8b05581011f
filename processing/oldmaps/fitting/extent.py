"""How far a sheet reaches, and a net of square cells over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..points.control_points import ControlPoints, FloatArray
from .accuracy import spacing

if TYPE_CHECKING:
    from shapely import Geometry

CELLS = 24
"""Cells along the longer side of a sheet."""


@dataclass(frozen=True)
class Net:
    """Square cells whose middles are on the sheet, in pixels (col, row).

    Parameters
    ----------
    corners : array of shape (n, 4, 2), float64
        Around each cell.
    middles : array of shape (n, 2), float64
    """

    corners: FloatArray
    middles: FloatArray


def sheet_outline(points: ControlPoints) -> Geometry:
    """What counts of a sheet, in pixels: its mask, its image, or the points and half a spacing around."""
    from shapely import MultiPoint, Polygon, box, make_valid

    if points.mask is not None:
        return make_valid(Polygon(points.mask))
    if points.size is not None:
        return box(0, 0, points.size.width, points.size.height)
    half = spacing(points.enabled.pixels) / 2
    return MultiPoint(points.enabled.pixels).convex_hull.buffer(half, join_style="mitre")


def net_over(outline: Geometry) -> Net:
    """A net of `CELLS` cells along the longer side."""
    from shapely import contains_xy

    left, top, right, bottom = outline.bounds
    side = max(right - left, bottom - top) / CELLS
    cols, rows = np.meshgrid(np.arange(left, right, side), np.arange(top, bottom, side))
    lows = np.stack([cols.ravel(), rows.ravel()], axis=1)
    kept = lows[contains_xy(outline, *(lows + side / 2).T)]
    around = np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * side
    return Net(kept[:, None, :] + around, kept + side / 2)
