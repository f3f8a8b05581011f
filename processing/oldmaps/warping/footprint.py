"""Where a sheet falls on the map, and the pixels of the map that it fills."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...errors import GridError
from ...language import tr
from ...raster.grids import Grid, Shape2d
from ..points.control_points import FloatArray, ImageSize
from .placement import Placement

if TYPE_CHECKING:
    from shapely import Geometry

EDGE_PLACES = 100  # on each side of a sheet
INNER_PLACES = 21  # a side
ROUNDS = 12  # of Newton's method, which needs three or four
NEAR_PX = 0.1
MOST_PIXELS_FACTOR = 64  # times the pixels of the sheet that a map of it may have
LEAST_MOST_PIXELS = 100_000_000


def sheet_grid(
    placement: Placement, size: ImageSize, *, outline: Geometry | None = None, pixel_size: float | None = None
) -> Grid:
    """The map pixels that a sheet fills, north up.

    Their corners are multiples of the pixel size: sheets of one pixel size fall on the same pixels.

    Parameters
    ----------
    outline : Geometry, optional
        The part of the sheet that counts, in its pixels.
    pixel_size : float, optional
        Side of a pixel in units of the map's CRS; without it, that of the sheet's own pixels, to three
        digits.

    Raises
    ------
    GridError
        No part of the sheet has a place on the map, or the map would be far larger than the sheet, or less
        than a pixel.
    """
    edge, inner = sheet_places(size, outline)
    ground = located(placement, np.concatenate([edge, inner]))
    known = ground[np.isfinite(ground).all(axis=1)]
    if not len(known):
        raise GridError(
            tr(
                "No part of the sheet has a place in the CRS of the map: choose another CRS (target_crs), or "
                "look at the points."
            )
        )
    side = pixel_size or own_pixel_size(placement, known)
    (west, south), (east, north) = known.min(axis=0), known.max(axis=0)
    _check_side(side, east - west, north - south)
    left, top = math.floor(west / side + 1e-6), math.ceil(north / side - 1e-6)
    right, bottom = math.ceil(east / side - 1e-6), math.floor(south / side + 1e-6)
    shape = Shape2d(max(1, top - bottom), max(1, right - left))
    _check_size(shape, size, side)
    transform = Affine(side, 0, left * side, 0, -side, top * side)
    return Grid(placement.raster_crs, transform, shape)


def sheet_places(size: ImageSize, outline: Geometry | None) -> tuple[FloatArray, FloatArray]:
    """Places along the edge of a sheet, or of its outline, and inside: columns and rows, shape (n, 2)."""
    import shapely

    sheet = shapely.box(0, 0, size.width, size.height)
    shape = sheet if outline is None else shapely.intersection(sheet, outline)
    step = max(size.width, size.height) / EDGE_PLACES
    edge = shapely.get_coordinates(shapely.segmentize(shapely.boundary(shape), step))
    left, top, right, bottom = shape.bounds
    columns, rows = np.meshgrid(
        np.linspace(left, right, INNER_PLACES), np.linspace(top, bottom, INNER_PLACES)
    )
    inside = shapely.contains_xy(shape, columns.ravel(), rows.ravel())
    return edge, np.column_stack([columns.ravel(), rows.ravel()])[inside]


def located(placement: Placement, pixels: FloatArray) -> FloatArray:
    """Where the fit that warps puts pixels: x and y on the map, shape (n, 2); NaN for no place.

    It is the inverse of that fit, by Newton's method from the fit onto the ground, which is near.
    """
    ground = placement.to_ground(pixels)
    for _ in range(ROUNDS):
        there = placement.to_pixels(ground)
        off = pixels - there
        if not (np.abs(off) > NEAR_PX).any():
            break
        slopes = jacobian(placement, ground)
        with np.errstate(invalid="ignore", divide="ignore"):
            determinant = slopes[:, 0, 0] * slopes[:, 1, 1] - slopes[:, 0, 1] * slopes[:, 1, 0]
            step_x = (slopes[:, 1, 1] * off[:, 0] - slopes[:, 0, 1] * off[:, 1]) / determinant
            step_y = (slopes[:, 0, 0] * off[:, 1] - slopes[:, 1, 0] * off[:, 0]) / determinant
        moved = ground + np.column_stack([step_x, step_y])
        after = np.abs(pixels - placement.to_pixels(moved)).max(axis=1)
        nearer = after < np.abs(off).max(axis=1)
        if not nearer.any():
            break
        ground = np.where(nearer[:, None], moved, ground)
    return ground


def jacobian(placement: Placement, ground: FloatArray) -> FloatArray:
    """Pixels of the sheet for a unit of the map, shape (n, 2, 2): [column or row, x or y]."""
    span = np.nanmax(ground, axis=0) - np.nanmin(ground, axis=0)
    step = max(float(np.nanmax(span)), 1e-9) * 1e-6
    slopes = [
        (placement.to_pixels(ground + shift) - placement.to_pixels(ground - shift)) / (2 * step)
        for shift in (np.array([step, 0.0]), np.array([0.0, step]))
    ]
    return np.stack(slopes, axis=2)


def is_turned(placement: Placement, ground: FloatArray) -> NDArray[np.bool_]:
    """At which places the sheet lies upside down: beyond a fold."""
    with np.errstate(invalid="ignore"):  # NaN, no place, is not turned
        return np.asarray(np.linalg.det(jacobian(placement, ground)) >= 0)  # rows count downwards


def pixels_per_unit(placement: Placement, ground: FloatArray) -> float:
    """Pixels of the sheet in a unit of the map, the median over these places."""
    with np.errstate(invalid="ignore"):
        return float(np.nanmedian(np.sqrt(np.abs(np.linalg.det(jacobian(placement, ground))))))


def own_pixel_size(placement: Placement, ground: FloatArray) -> float:
    """Side of a pixel of the sheet in units of the map, to three digits."""
    return float(f"{1 / pixels_per_unit(placement, ground):.3g}")


def _check_side(side: float, width: float, height: float) -> None:
    if side > max(width, height):
        sentence = tr(
            "A pixel of {side:g} is larger than the whole sheet, which is {width:.3g} wide and {height:.3g} "
            "high on the map: give the pixel size in units of the CRS of the map, such as degrees."
        )
        raise GridError(sentence.format(side=side, width=width, height=height))


def _check_size(shape: Shape2d, size: ImageSize, side: float) -> None:
    most = max(LEAST_MOST_PIXELS, MOST_PIXELS_FACTOR * size.width * size.height)
    if shape.pixels > most:
        sentence = tr(
            "The map would have {columns} × {rows} pixels of {side:g}, far more than the sheet: give a "
            "larger pixel size, draw a mask, or look for misplaced points."
        )
        raise GridError(sentence.format(columns=shape.columns, rows=shape.rows, side=side))
