"""How a sheet lies on the ground, by the affine map that its points suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..points.control_points import ControlPoints, FloatArray
from ..points.transforming import in_crs

if TYPE_CHECKING:
    from shapely import Polygon

FLAT = 0.02
"""Width of the points over their length below which they are as good as on a line."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Scale and shape of a sheet.

    Parameters
    ----------
    metres_per_pixel : float
        Geometric mean of both directions.
    anisotropy : float
        The longer direction over the shorter, 1 for a faithful sheet.
    mirrored : bool
    """

    metres_per_pixel: float
    anisotropy: float
    mirrored: bool


def layout_of(points: ControlPoints) -> Layout | None:
    """The layout of a sheet, None where fewer than three points or points on a line do not tell it.

    Raises
    ------
    RequestError
        The points have no known reference system.
    VectorError
        They have no place in it.
    """
    source = points.pixels * [1, -1]
    if len(source) < 3 or _flatness(source) < FLAT:
        return None
    target = in_metres(points)
    if _flatness(target) < FLAT * FLAT:
        return None
    linear = np.linalg.lstsq(source - source.mean(axis=0), target - target.mean(axis=0), rcond=None)[0]
    longer, shorter = np.linalg.svd(linear)[1]
    if shorter == 0:
        return None
    return Layout(
        metres_per_pixel=float(np.sqrt(longer * shorter)),
        anisotropy=float(longer / shorter),
        mirrored=bool(np.linalg.det(linear) < 0),
    )


def in_metres(points: ControlPoints, centre: tuple[float, float] | None = None) -> FloatArray:
    """Array of shape (n, 2): metres east and north of a centre in degrees, that of the points by default."""
    from pyproj import Geod

    degrees = in_crs(points, "EPSG:4326").ground
    here = np.broadcast_to(centre_of(degrees) if centre is None else centre, degrees.shape)
    azimuth, _, distance = Geod(ellps="WGS84").inv(*here.T, *degrees.T)
    towards = np.radians(azimuth)
    return np.column_stack([distance * np.sin(towards), distance * np.cos(towards)])


def centre_of(degrees: FloatArray) -> tuple[float, float]:
    """Longitude and latitude in the middle of places, wherever on the globe.

    Examples
    --------
    >>> [round(angle, 6) for angle in centre_of(np.array([[179.0, 10.0], [-177.0, 10.0]]))]
    [-179.0, 10.005972]
    """
    # The mean of degrees would lie on the other side of the Earth for places around the 180th meridian.
    longitude, latitude = np.radians(degrees).T
    level = np.cos(latitude) * np.array([np.cos(longitude), np.sin(longitude)])
    (x, y), z = level.mean(axis=1), np.sin(latitude).mean()
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))


def footprint(points: ControlPoints, centre: tuple[float, float]) -> Polygon:
    """Convex hull of the points, in metres from a centre; empty for points on a line."""
    from shapely import MultiPoint, Polygon

    hull = MultiPoint(in_metres(points, centre)).convex_hull
    return hull if isinstance(hull, Polygon) else Polygon()


def _flatness(places: FloatArray) -> float:
    longer, shorter = np.linalg.svd(places - places.mean(axis=0), compute_uv=False)[:2]
    return float(shorter / longer) if longer else 0.0
