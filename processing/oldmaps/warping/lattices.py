"""Where the pixels of a window lie on a sheet, computed exactly at some of them and interpolated between.

A spline of many points costs more for each pixel than all else. On a lattice of a few pixels' spacing it is
so nearly straight that nobody sees the difference: the spacing is halved until the sheet's places between
nodes are known to a twentieth of a pixel.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...raster.grids import Shape2d, Window
from ..points.control_points import FloatArray

Places: TypeAlias = NDArray[np.float32]
ToPixels: TypeAlias = Callable[[FloatArray], FloatArray]

STEP = 64  # output pixels between the nodes of the first lattice
TOLERANCE_PX = 0.05
MARGIN_PX = 256.0  # of the sheet: what lies farther off is not looked at


def places_on_sheet(
    to_pixels: ToPixels, transform: Affine, window: Window, size: Shape2d
) -> FloatArray | None:
    """The place on the sheet of each pixel's centre, shape (2, rows, columns), columns first.

    NaN where the sheet would lie upside down, or has no place; None where no pixel is near the sheet.

    Parameters
    ----------
    to_pixels : callable
        Ground, shape (n, 2) → columns and rows of the sheet.
    transform : Affine
        Of the output, from its columns and rows to the ground.
    size : Shape2d
        Rows and columns of the sheet.
    """
    step = STEP
    nodes = _nodes(to_pixels, transform, window, step)
    while step > 1:
        near = _near(nodes, size)
        if not near.any():
            return None
        finer = _nodes(to_pixels, transform, window, step // 2)
        is_whole = bool(np.isfinite(nodes).all()) and not (_turned(nodes) & _cells(near)).any()
        bend = np.abs(_between(nodes)[:, : finer.shape[1], : finer.shape[2]] - finer) if is_whole else None
        nodes, step = finer, step // 2
        if bend is not None and bend[:, _near(nodes, size)].max(initial=0) <= TOLERANCE_PX:
            return _interpolated(nodes, step, window.shape)
    return _upright(nodes)[:, : window.rows, : window.columns]


def _nodes(to_pixels: ToPixels, transform: Affine, window: Window, step: int) -> FloatArray:
    """Places at every ``step``-th pixel, and one beyond the last, shape (2, rows, columns)."""
    across = window.column + 0.5 + step * np.arange(-(-window.columns // step) + 1)
    down = window.row + 0.5 + step * np.arange(-(-window.rows // step) + 1)
    columns, rows = np.meshgrid(across, down)
    x, y = transform @ (columns.ravel(), rows.ravel())
    return to_pixels(np.column_stack([x, y])).T.reshape(2, *columns.shape)


def _near(nodes: FloatArray, size: Shape2d) -> NDArray[np.bool_]:
    """Which nodes lie on the sheet or not far off."""
    column, row = nodes
    with np.errstate(invalid="ignore"):  # NaN is near nothing
        across = (column > -MARGIN_PX) & (column < size.columns + MARGIN_PX)
        return np.asarray(across & (row > -MARGIN_PX) & (row < size.rows + MARGIN_PX))


def _between(nodes: FloatArray) -> FloatArray:
    """The nodes and the means between them: a lattice of half the spacing."""
    rows = np.repeat(nodes, 2, axis=1)[:, :-1]
    rows[:, 1::2] = (nodes[:, :-1] + nodes[:, 1:]) / 2
    both = np.repeat(rows, 2, axis=2)[:, :, :-1]
    both[:, :, 1::2] = (rows[:, :, :-1] + rows[:, :, 1:]) / 2
    return both


def _turned(nodes: FloatArray) -> NDArray[np.bool_]:
    """Which cells between nodes show the sheet upside down, beyond a fold."""
    corner = nodes[:, :-1, :-1]
    across, down = nodes[:, :-1, 1:] - corner, nodes[:, 1:, :-1] - corner
    with np.errstate(invalid="ignore"):  # NaN is not turned
        return np.asarray(across[0] * down[1] - across[1] * down[0] <= 0)


def _cells(nodes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which cells have such a node at a corner."""
    return nodes[:-1, :-1] | nodes[1:, :-1] | nodes[:-1, 1:] | nodes[1:, 1:]


def _upright(nodes: FloatArray) -> FloatArray:
    """Nodes of every pixel, those beyond a fold made NaN."""
    return np.where(_turned(nodes), np.nan, nodes[:, :-1, :-1])


def _interpolated(nodes: FloatArray, step: int, shape: Shape2d) -> FloatArray:
    down, across = _weights(shape.rows, step), _weights(shape.columns, step)
    origin = nodes[:, :1, :1]  # small numbers keep their places in single precision
    offsets = (nodes - origin).astype(np.float32)
    between: FloatArray = np.matmul(np.matmul(down, offsets), across.T)
    return between + origin


@cache
def _weights(count: int, step: int) -> Places:
    """Share of each node in each of ``count`` pixels, shape (count, nodes)."""
    places = np.arange(count) / step
    nodes = np.arange(-(-count // step) + 1)
    shares: Places = np.maximum(0, 1 - np.abs(places[:, None] - nodes)).astype(np.float32)
    return shares
