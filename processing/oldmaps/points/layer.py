"""Layers to look at in a GIS: control points, and whatever else is drawn of a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ...errors import OutputError, RequestError
from ...language import tr
from ...raster.polygon_layer import GEOPACKAGE_VERSION
from ...raster.reference_systems import crs_of
from .control_points import ControlPoints

FIELDS = ("id", "col", "row", "x", "y", "enabled", "origin", "sigma_px", "confidence", "author", "note")


def write_layer(path: Path, points: ControlPoints) -> None:
    """Write points with all that is known of them as a GeoPackage of one layer.

    Raises
    ------
    RequestError
        Their reference system is not known: they have no place.
    OutputError
        The file cannot be written.
    """
    import numpy as np
    from shapely import points as shapes_of

    if not points.crs:
        raise RequestError(
            tr("the points have no known reference system: say which one to assume, with “crs”")
        )
    columns = {name: [getattr(point, name) for point in points.points] for name in FIELDS}
    numbers = {name: np.array(columns[name], float) for name in ("sigma_px", "confidence")}
    write_shapes(path, "control_points", columns | numbers, shapes_of(points.ground), points.crs)


def write_shapes(path: Path, layer: str, columns: Mapping[str, Any], shapes: Any, crs: str) -> None:
    """Write a GeoPackage of one layer.

    Parameters
    ----------
    path : Path
    layer : str
        Its name.
    columns : mapping
        Field → a value for each shape.
    shapes : sequence of geometries
    crs : str
        Theirs, as :func:`.crs_of` takes it.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    import geopandas
    from pyogrio.errors import DataSourceError

    frame = geopandas.GeoDataFrame(columns, geometry=list(shapes), crs=crs_of(crs))
    options = {"VERSION": GEOPACKAGE_VERSION}
    try:
        frame.to_file(path, layer=layer, driver="GPKG", engine="pyogrio", dataset_options=options)
    except (DataSourceError, OSError) as error:
        sentence = tr("{path} cannot be written ({reason}): choose another folder")
        raise OutputError(sentence.format(path=path, reason=str(error)[-200:])) from error
