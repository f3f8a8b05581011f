"""The reference system that a written file states, where the one read was wrong."""

from __future__ import annotations

from .control_points import ControlPoints


def stated_crs(points: ControlPoints) -> str:
    """What a file of these points states: the claim as it was read, letter by letter, while it holds.

    Where the points are understood in another system, a file must say so, or the next program would put
    them elsewhere. What was claimed before then stands in a remark inside the WKT, which programs keep and
    do not act on.
    """
    if not points.crs or points.crs == points.declared_crs:
        return points.declared_crs
    from pyproj import CRS

    from ...raster.reference_systems import crs_of

    crs = crs_of(points.crs)
    if not points.declared_crs:
        return crs.to_wkt()
    return CRS.from_json_dict(crs.to_json_dict() | {"remarks": f"declared: {points.declared_crs}"}).to_wkt()
