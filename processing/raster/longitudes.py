"""Images in degrees whose longitudes run beyond 180°, as a warp can find them.

A change of CRS gives longitudes from -180° to 180°: it never meets the pixels of an image that counts from 0°
to 360°, nor those on the far side of an image that crosses the 180th meridian.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np
from affine import Affine

from ..errors import GridError
from ..language import tr
from .changes import placed
from .grids import Grid

if TYPE_CHECKING:
    from rasterio.crs import CRS

TURN = 360.0
SAME_PLACE_DEG = 1e-7  # a centimetre
GREENWICH = re.compile(r'PRIMEM\["Greenwich",\s*0(\.0*)?(?=[,\]])')


def whole_turns(degrees: float) -> float:
    """The multiple of 360 nearest to a number of degrees.

    Examples
    --------
    >>> whole_turns(350), whole_turns(-170)
    (360.0, 0.0)
    """
    return TURN * math.floor(degrees / TURN + 0.5)


def findable(source: Grid, target: Grid) -> Grid:
    """The same pixels under a CRS and a transform by which a warp onto ``target`` finds them all.

    Raises
    ------
    GridError
        The image crosses the edge of its CRS in a way that cannot be expressed otherwise.
    """
    if source.crs is None or target.crs is None:
        return source
    if not source.crs.is_geographic:
        _check_stays_inside(source, source.crs)
        return source
    if not is_in_degrees(source.crs):
        return source
    if source.crs == target.crs:
        return _turned(source, whole_turns(_middle(target) - _middle(source)))
    turned = _turned(source, -whole_turns(_middle(source)))
    west, _, east, _ = turned.bounds
    if west >= -180 - SAME_PLACE_DEG and east <= 180 + SAME_PLACE_DEG:
        return turned
    return _from_its_middle(turned, source.crs)


def is_in_degrees(crs: CRS) -> bool:
    """Whether coordinates are longitudes and latitudes in degrees, rather than metres or grads."""
    return bool(crs.is_geographic) and math.isclose(crs.units_factor[1], math.radians(1), rel_tol=1e-6)


def _middle(grid: Grid) -> float:
    west, _, east, _ = grid.bounds
    return (west + east) / 2


def _turned(grid: Grid, degrees: float) -> Grid:
    return Grid(grid.crs, Affine.translation(degrees, 0) @ grid.transform, grid.shape) if degrees else grid


def _from_its_middle(grid: Grid, crs: CRS) -> Grid:
    """The same pixels with longitudes counted from the middle of the image."""
    from rasterio.crs import CRS
    from rasterio.warp import transform

    middle, (_, south, _, north) = _middle(grid), grid.bounds
    moved = CRS.from_wkt(GREENWICH.sub(f'PRIMEM["Middle of the image",{middle!r}', crs.to_wkt(), count=1))
    latitude = (south + north) / 2
    (known, found) = (
        transform(one, "EPSG:4326", [longitude], [latitude])
        for one, longitude in ((crs, middle), (moved, 0.0))
    )
    away = known[0][0] - found[0][0], known[1][0] - found[1][0]
    # A datum that is known for its own meridian alone would be lost on the way.
    if not math.hypot(away[0] - whole_turns(away[0]), away[1]) < SAME_PLACE_DEG:
        sentence = tr(
            "The image crosses the 180th meridian in degrees of {crs}: bring it onto a projected CRS with "
            "“gdalwarp -t_srs EPSG:… input.tif output.tif”."
        )
        raise GridError(sentence.format(crs=crs.to_string()[:80]))
    return Grid(moved, Affine.translation(-middle, 0) @ grid.transform, grid.shape)


def _check_stays_inside(grid: Grid, crs: CRS) -> None:
    """Whether the western and the eastern edge are where their coordinates say, there and back.

    Only cylinders go on as if the world did: what lies beyond the edge of others is no place on the ground.
    """
    from rasterio.crs import CRS

    row = grid.shape.rows / 2
    places = np.array([grid.transform @ (column, row) for column in (0.5, grid.shape.columns - 0.5)])
    degrees = CRS.from_epsg(4326)
    there = placed(places, crs, degrees)
    elsewhere = there * (1, 0.5) + (0, 10)  # on the same meridians
    back, beside = placed(there, degrees, crs)[:, 0], placed(elsewhere, degrees, crs)[:, 0]
    is_cylinder = np.allclose(back, beside, rtol=1e-9)
    if is_cylinder and (np.abs(back - places[:, 0]) > grid.pixel_width).any():
        sentence = tr(
            "The image reaches beyond the edge of its CRS ({crs}), across the 180th meridian: export it "
            "again in a CRS whose middle is nearer, such as UTM."
        )
        raise GridError(sentence.format(crs=crs.to_string()[:80]))
