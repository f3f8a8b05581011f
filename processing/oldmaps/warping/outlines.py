"""The part of a sheet that counts: a mask on the sheet, or a cutline on the ground, as a polygon in pixels.

Layers of masks often hold pixels and claim degrees, since their program knew no other way; layers of cutlines
claim degrees and hold metres. Numbers that no degrees can be are not taken for degrees: they are read as
pixels and as the CRS of the points, and what lies on the sheet is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from ...errors import RequestError, VectorError
from ...language import tr
from ...raster.areas import Polygons, read_polygons
from ...raster.reference_systems import crs_of
from ..fitting.georeference import Georeference
from ..points.control_points import FloatArray, ImageSize
from .placement import Placement

if TYPE_CHECKING:
    from shapely import Geometry

PIECES = 200  # into which the longer side of a cutline is cut before it bends with the sheet
CLEARLY = 1.2  # times as much of the sheet that one of several outlines covers than any other
LEAST_SHARE = 0.01  # of the sheet that an outline covers, or it is one of another sheet
FLIP = np.array([1.0, -1.0])


def read_outline(source: str, georeference: Georeference, size: ImageSize) -> Geometry:
    """The polygon of a vector layer that is this sheet's, in its pixels.

    Of several the one that covers most of the sheet is taken, as a layer of cutlines holds those of an atlas.

    Raises
    ------
    VectorError
        The layer cannot be read, none of its polygons lies on the sheet, or several do.
    """
    import shapely

    sheet = shapely.box(0, 0, size.width, size.height)
    best: tuple[float, Geometry] | None = None
    for polygons in _readings(*read_polygons(source), georeference):
        parts = shapely.intersection(shapely.make_valid(polygons), sheet)
        covered = shapely.area(parts)
        if len(covered) and (best is None or covered.max() > best[0]):
            best = float(covered.max()), _clear(parts, covered, source)
    if best is None or best[0] < LEAST_SHARE * sheet.area:
        sentence = tr(
            "No polygon of {name} lies on the sheet, neither as pixels (rows counted downwards, negative) "
            "nor on the ground: check its CRS, or choose the layer of this sheet."
        )
        raise VectorError(sentence.format(name=source))
    return best[1]


def _clear(parts: Any, covered: Any, source: str) -> Geometry:
    """The part that covers most, if it is clearly that one."""
    order = np.argsort(covered)[::-1]
    if len(order) > 1 and covered[order[0]] < CLEARLY * covered[order[1]]:
        sentence = tr(
            "Several polygons of {name} cover the sheet, and none of them clearly more than the others: keep "
            "the one of this sheet."
        )
        raise VectorError(sentence.format(name=source))
    return parts[order[0]]


def _readings(polygons: Polygons, crs: str | None, georeference: Georeference) -> Iterator[Polygons]:
    """What polygons may be, each time in pixels of the sheet."""
    import shapely

    west, south, east, north = shapely.total_bounds(polygons)
    beyond_degrees = max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90
    if crs and not (beyond_degrees and crs_of(crs).is_geographic):
        yield _on_sheet(polygons, Placement.of(georeference, crs_of(crs)))
        return
    rows_are_negative = south + north < 0  # a mask may reach a little beyond the sheet
    yield shapely.transform(polygons, lambda places: places * FLIP) if rows_are_negative else polygons
    yield _on_sheet(polygons, Placement.of(georeference))


def _on_sheet(polygons: Polygons, placement: Placement) -> Polygons:
    import shapely

    west, south, east, north = shapely.total_bounds(polygons)
    bent = shapely.segmentize(polygons, max(east - west, north - south) / PIECES)
    moved = shapely.transform(bent, placement.to_pixels)
    placed: Polygons = moved[np.isfinite(shapely.bounds(moved)).all(axis=1)]
    return placed


def outline_of_corners(corners: FloatArray) -> Geometry:
    """The polygon of these corners: columns and rows, shape (n, 2)."""
    import shapely

    outline: Geometry = shapely.make_valid(shapely.polygons(corners))
    return outline


def check_on_sheet(outline: Geometry, size: ImageSize) -> None:
    """Refuse an outline in pixels with nothing of the sheet in it.

    Raises
    ------
    RequestError
        It lies beside the sheet, or its corners on one line.
    """
    import shapely

    if shapely.intersection(outline, shapely.box(0, 0, size.width, size.height)).area < 1:
        sentence = tr(
            "No pixel of the sheet, which has {width} × {height}, lies inside the mask: its corners are "
            "columns and rows from the upper left corner, rows counted downwards."
        )
        raise RequestError(sentence.format(width=size.width, height=size.height))


def parse_corners(text: str) -> FloatArray:
    """Columns and rows of corners, shape (n, 2), of a text such as ``120,80; 5900,80; 5900,4100``.

    Raises
    ------
    RequestError
        There are fewer than three corners, or something is no number.

    Examples
    --------
    >>> parse_corners("0,0; 10,0; 10,5.5").tolist()
    [[0.0, 0.0], [10.0, 0.0], [10.0, 5.5]]
    """
    try:
        corners = np.array([[float(n) for n in pair.split(",")] for pair in text.split(";") if pair.strip()])
    except ValueError:
        corners = np.empty((0, 2))
    if corners.ndim != 2 or corners.shape[1:] != (2,) or len(corners) < 3 or not np.isfinite(corners).all():
        sentence = tr(
            "found {text!r}, columns and rows of at least three corners are needed, such as "
            "“120,80; 5900,80; 5900,4100”"
        )
        raise RequestError(sentence.format(text=text[:80]))
    return corners
