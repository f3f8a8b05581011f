"""How long the units of a CRS are on the ground: toises, feet, degrees, and the metres of Mercator's maps."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ...errors import FitError
from ...language import tr
from ...raster.reference_systems import called, crs_of
from ..points.control_points import FloatArray

if TYPE_CHECKING:
    from pyproj import CRS, Geod, Transformer

STEP_DEG, STEP = 0.01, 1000.0  # wide enough for the digits of a place, and narrow beside the Earth


def metres_per_unit(crs: str, at: FloatArray) -> FloatArray:
    """Metres on the ground along one unit of x and of y, shape (2,).

    In a projected CRS both are the same, the geometric mean: its plane is kept as it is.

    Parameters
    ----------
    crs : str
        As PROJ reads it.
    at : array of shape (2,), float64
        Where, x first.

    Raises
    ------
    FitError
        There is no CRS, or it is not defined there.
    RequestError
        PROJ does not know it.

    Examples
    --------
    >>> metres_per_unit("EPSG:4326", np.array([2.3, 60.0])).round(-2).tolist()
    [55800.0, 111400.0]
    """
    system, to_angles, degrees, geod = _geodesy(crs)
    step = STEP_DEG if system.is_geographic else STEP
    places = [np.array(at) + step * np.array(turn) for turn in ((0, 0), (1, 0), (0, 1))]
    ends = [np.array(to_angles.transform(*place)) * degrees for place in places]
    if not np.isfinite(ends).all() or max(abs(end[1]) for end in ends) > 90:
        sentence = tr(
            "The points (near {x:.6g}, {y:.6g}) lie where {crs} is not defined. Assume another CRS."
        )
        raise FitError(sentence.format(x=at[0], y=at[1], crs=called(system)))
    lengths = np.array([geod.inv(*ends[0], *end)[2] for end in ends[1:]]) / step
    return lengths if system.is_geographic else np.full(2, np.sqrt(lengths.prod()))


@lru_cache(maxsize=32)
def _geodesy(crs: str) -> tuple[CRS, Transformer, float, Geod]:
    """A CRS, the way from it to its longitude and latitude, degrees in one unit of these, its ellipsoid."""
    from pyproj import Transformer

    if not crs:
        raise FitError(tr("The points have no CRS. Name the one to assume."))
    system = crs_of(crs)
    plane = system.source_crs if system.is_bound and system.source_crs is not None else system
    angles, geod = plane.geodetic_crs, plane.get_geod()
    assert angles is not None  # crs_of gives geographic and projected ones alone
    assert geod is not None
    # NTF (Paris), on which Lambert's zones of France rest, counts 400 to the circle.
    degrees = math.degrees(angles.axis_info[0].unit_conversion_factor)
    return plane, Transformer.from_crs(plane, angles, always_xy=True), degrees, geod
