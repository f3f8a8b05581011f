"""Control points as a layer to look at."""

from __future__ import annotations

from pathlib import Path

from ...errors import OutputError, RequestError
from ...language import tr
from ...raster.reference_systems import crs_of
from .control_points import ControlPoints


def write_layer(path: Path, points: ControlPoints) -> None:
    """Write points with all that is known of them as a GeoPackage of one layer.

    Raises
    ------
    RequestError
        Their reference system is not known: they have no place.
    OutputError
        The file cannot be written.
    """
    import geopandas
    from pyogrio.errors import DataSourceError

    if not points.crs:
        raise RequestError(
            tr("the points have no known reference system: say which one to assume, with “crs”")
        )
    fields = ("id", "col", "row", "x", "y", "enabled", "origin", "sigma_px", "confidence", "author", "note")
    columns = {name: [getattr(point, name) for point in points.points] for name in fields}
    places = geopandas.points_from_xy(*points.ground.T)
    frame = geopandas.GeoDataFrame(columns, geometry=places, crs=crs_of(points.crs))
    frame = frame.astype({"sigma_px": float, "confidence": float})
    try:
        frame.to_file(path, layer="control_points", driver="GPKG", engine="pyogrio")
    except (DataSourceError, OSError) as error:
        sentence = tr("{path} cannot be written ({reason}): choose another folder")
        raise OutputError(sentence.format(path=path, reason=str(error)[-200:])) from error
