"""The reference of an assessment: points or polygons with a class, on the grid of the map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import VectorError
from ..language import tr
from ..raster.grids import Grid
from ..raster.layers import layer_of
from .confusion import IntArray
from .labels import label_text

if TYPE_CHECKING:
    from geopandas import GeoDataFrame, GeoSeries

_POINTS = {"Point", "MultiPoint"}
_POLYGONS = {"Polygon", "MultiPolygon"}


@dataclass(frozen=True)
class Reference:
    """Features that have a geometry and a label, moved to the coordinates of the map's pixels.

    Attributes
    ----------
    points : array of float of shape (points, 2)
        Column and row of each point, counted from the corner of the first pixel; not finite where its place
        cannot be computed.
    point_feature : array of int of shape (points,)
        Feature that each point belongs to.
    polygons : list of shapely geometries
        In columns and rows as well.
    polygon_feature : array of int of shape (polygons,)
        Feature of each.
    labels, groups, strata : tuples of str, one a feature
        Empty texts in ``groups`` and ``strata`` where the field is not asked for or holds nothing.
    without_geometry, without_label : int
        How many features were left out for want of one.
    """

    points: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    point_feature: IntArray
    polygons: list[Any]
    polygon_feature: IntArray
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    strata: tuple[str, ...]
    without_geometry: int
    without_label: int

    @property
    def has_polygons(self) -> bool:
        """Whether any feature is a polygon, so that it counts all its pixels."""
        return bool(self.polygons)


def read_reference(
    source: str,
    grid: Grid,
    *,
    class_field: str,
    group_field: str | None = None,
    stratum_field: str | None = None,
) -> Reference:
    """The features of a layer that can be compared with a map.

    Parameters
    ----------
    source : str
        Path of the layer; ``path|layername=name`` for one of several.
    grid : Grid
        Of the map, with a CRS.
    class_field, group_field, stratum_field : str
        Fields to read.

    Raises
    ------
    VectorError
        The layer cannot be read, is one of several that fit, has no CRS, lacks a field, has no feature with
        a geometry and a label, or has lines.
    """
    fields = [field for field in (class_field, group_field, stratum_field) if field is not None]
    frame = _read_layer(source)
    _check_fields(source, frame, fields)
    if frame.crs is None:
        sentence = tr("{name} has no coordinate reference system: assign the right one to the layer.")
        raise VectorError(sentence.format(name=source_name(source)))
    empty = (frame.geometry.isna() | frame.geometry.is_empty).to_numpy()
    texts = np.array([label_text(label) for label in frame[class_field].tolist()], dtype=object)
    kept = frame[~empty & (texts != "")].reset_index(drop=True)
    if kept.empty:
        sentence = tr(
            "{name} has no feature with both a geometry and a value in “{field}”: choose another layer or "
            "field."
        )
        raise VectorError(sentence.format(name=source_name(source), field=class_field))
    return Reference(
        **_parts(_on_pixels(kept.geometry, grid), source),
        labels=_texts(kept, class_field),
        groups=_texts(kept, group_field),
        strata=_texts(kept, stratum_field),
        without_geometry=int(empty.sum()),
        without_label=int((~empty & (texts == "")).sum()),
    )


def source_name(source: str) -> str:
    """What a layer is called when people speak of it: the file, and the layer where one is named."""
    path, _, options = source.partition("|")
    layer = options.partition("layername=")[2].partition("|")[0]
    return f"{Path(path).name} ({layer})" if layer else Path(path).name


def _read_layer(source: str) -> GeoDataFrame:
    import geopandas
    from pyogrio.errors import DataLayerError, DataSourceError

    path, layer = layer_of(source, "Point", "Polygon")
    try:
        if path.lower().endswith((".parquet", ".geoparquet")):
            frame = geopandas.read_parquet(path)
        else:
            frame = geopandas.read_file(path, layer=layer, engine="pyogrio")
    except (DataSourceError, DataLayerError, OSError, ValueError) as error:
        sentence = tr("{name} cannot be read as a layer of points or polygons: {reason}.")
        raise VectorError(sentence.format(name=source_name(source), reason=str(error).rstrip("."))) from error
    if not isinstance(frame, geopandas.GeoDataFrame):
        raise VectorError(
            tr("{name} is a table without geometries: points or polygons are needed.").format(
                name=source_name(source)
            )
        )
    return frame


def _check_fields(source: str, frame: GeoDataFrame, fields: list[str]) -> None:
    known = [str(column) for column in frame.columns if column != frame.geometry.name]
    for field in fields:
        if field not in known:
            sentence = tr("{name} has no field “{field}”; it has {known}.")
            raise VectorError(
                sentence.format(name=source_name(source), field=field, known=", ".join(known) or "–")
            )


def _texts(frame: GeoDataFrame, field: str | None) -> tuple[str, ...]:
    return (
        ("",) * len(frame) if field is None else tuple(label_text(value) for value in frame[field].tolist())
    )


def _on_pixels(geometry: GeoSeries, grid: Grid) -> GeoSeries:
    """The geometries in columns and rows of the grid."""
    from pyproj import CRS

    assert grid.crs is not None
    inverse = ~grid.transform
    moved = geometry.to_crs(CRS.from_wkt(grid.crs.to_wkt()))
    return moved.affine_transform([inverse.a, inverse.b, inverse.d, inverse.e, inverse.c, inverse.f])


def _parts(geometry: GeoSeries, source: str) -> dict[str, Any]:
    import shapely

    kinds = geometry.geom_type
    strangers = sorted(set(kinds) - _POINTS - _POLYGONS)
    if strangers:
        sentence = tr("{name} has geometries of type {kinds}: points or polygons are needed.")
        raise VectorError(sentence.format(name=source_name(source), kinds=", ".join(strangers)))
    points = geometry[kinds.isin(_POINTS)].explode(index_parts=False)
    polygons = geometry[kinds.isin(_POLYGONS)]
    return {
        "points": shapely.get_coordinates(points.to_numpy()),
        "point_feature": points.index.to_numpy(dtype=np.int64),
        # One that the map's CRS cannot place holds no pixel.
        "polygons": [p if np.isfinite(p.bounds).all() else shapely.Polygon() for p in polygons],
        "polygon_feature": polygons.index.to_numpy(dtype=np.int64),
    }
