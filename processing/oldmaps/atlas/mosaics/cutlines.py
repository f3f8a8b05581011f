"""Cutlines of an atlas: which part of the ground each sheet is to show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ....errors import VectorError
from ....language import tr
from ....raster.layers import layer_of
from ....raster.reference_systems import crs_of
from ..sets.sheet import key_of

if TYPE_CHECKING:
    from pyproj import CRS
    from shapely import Geometry


@dataclass(frozen=True)
class Coverage:
    """How polygons share the ground, in square units of their CRS.

    Parameters
    ----------
    area : float
        Of the ground that at least one covers.
    overlap : float
        Of what lies under more than one, counted once for each beyond the first.
    holes : float
        Of the ground that they enclose and none covers.
    """

    area: float
    overlap: float
    holes: float


def coverage(polygons: Sequence[Geometry]) -> Coverage:
    """How polygons share the ground.

    Examples
    --------
    >>> import shapely
    >>> coverage([shapely.box(0, 0, 2, 1), shapely.box(1, 0, 3, 1)])
    Coverage(area=3.0, overlap=1.0, holes=0.0)
    """
    import shapely

    whole = shapely.union_all(np.asarray(polygons, object))
    filled = shapely.union_all([shapely.Polygon(part.exterior) for part in shapely.get_parts(whole)])
    area = float(whole.area)
    overlap = float(sum(polygon.area for polygon in polygons)) - area
    return Coverage(area, max(overlap, 0.0), float(filled.area) - area)


def read_cutlines(source: str, names: Sequence[str], crs: CRS) -> dict[str, Geometry]:
    """Name of a sheet → what it is to show, all its polygons together, in the CRS of the map.

    The field that names the sheets is found.

    A layer that claims degrees and holds numbers that are none is taken to be in the CRS of the map: programs
    that write GeoJSON claim WGS 84 whatever they hold.

    Raises
    ------
    VectorError
        The layer cannot be read, is in another CRS that does not fit, or names none of the sheets.
    """
    import shapely

    meta, columns, polygons = _read(source)
    if meta["crs"] and crs_of(meta["crs"]) != crs and not _claims_in_vain(meta["crs"], polygons):
        from pyproj import Transformer

        there = Transformer.from_crs(crs_of(meta["crs"]), crs, always_xy=True)
        polygons = shapely.transform(polygons, lambda places: np.column_stack(there.transform(*places.T)))
    by_key = {key_of(name): name for name in names}
    found: dict[str, list[Geometry]] = {}
    for column in columns:
        here: defaultdict[str, list[Geometry]] = defaultdict(list)
        for value, polygon in zip(column, polygons, strict=True):
            if polygon is not None and (key := key_of(str(value))) in by_key:
                here[by_key[key]].append(shapely.make_valid(polygon))
        found = max(found, here, key=len)
    if not found:
        sentence = tr(
            "No field of {name} names a sheet of the set: a text field with the names of the sheets is "
            "needed."
        )
        raise VectorError(sentence.format(name=source))
    return {name: shapely.union_all(parts) for name, parts in found.items()}


def _read(source: str) -> tuple[dict[str, Any], list[Any], Any]:
    """What the layer says of itself, its fields, and its polygons."""
    import pyogrio
    import shapely
    from pyogrio.errors import DataLayerError, DataSourceError

    path, layer = layer_of(source, "Polygon", "Surface")
    try:
        meta, _, geometries, columns = pyogrio.raw.read(path, layer=layer)
    except (DataSourceError, DataLayerError, ValueError) as error:
        sentence = tr("The cutlines {path} cannot be read ({reason}): choose a polygon layer.")
        raise VectorError(sentence.format(path=path, reason=str(error)[-200:])) from error
    return meta, columns, shapely.from_wkb(geometries)


def _claims_in_vain(claim: str, polygons: Any) -> bool:
    """Whether a layer claims degrees, and holds what is none."""
    import shapely

    west, south, east, north = shapely.total_bounds(polygons)
    beyond = max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90
    return bool(crs_of(claim).is_geographic and beyond)
