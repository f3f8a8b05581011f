"""Embeddings of places that a user points at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...errors import VectorError
from ...language import tr
from ...raster.changes import placed
from ...raster.grids import Grid, Window
from ...raster.layers import layer_of
from ...raster.longitudes import is_in_degrees, whole_turns
from .vectors import Vectors, unit

if TYPE_CHECKING:
    from rasterio.crs import CRS

FloatArray: TypeAlias = NDArray[np.float32]
Pixels: TypeAlias = NDArray[np.int64]

POINT, POLYGON = 0, 3  # among the types of shapely


@dataclass(frozen=True)
class Examples:
    """What lies under points and polygons.

    Attributes
    ----------
    vectors : array of shape (examples, numbers)
        The mean direction under each, of length 1.
    pixels : integer array of shape (pixels, 2)
        Rows and columns of all pixels under them.
    missing : int
        Features that lie outside the raster, or on nothing.
    """

    vectors: FloatArray
    pixels: Pixels
    missing: int


def read_examples(source: str, vectors: Vectors) -> Examples:
    """The embeddings under the points and polygons of a layer.

    Parameters
    ----------
    source : str
        A file that GDAL reads, ``path|layername=name`` for one layer of several.

    Raises
    ------
    VectorError
        It cannot be read, holds no point or polygon, or none of them lies on the raster.
    """
    geometries = _geometries(source, vectors.grid)
    found, pixels, missing = [], [], 0
    for geometry in geometries:
        rows, columns = _pixels(geometry, vectors.grid)
        values = unit(vectors.at(rows, columns))
        known = np.isfinite(values).all(axis=0)
        if not known.any():
            missing += 1
            continue
        found.append(unit(values[:, known].mean(axis=1, dtype=np.float64)[:, None])[:, 0])
        pixels.append(np.stack([rows, columns], axis=1))
    if not found:
        sentence = tr(
            "None of the {count} features of {name} lies where the raster has embeddings: draw them on it, "
            "or check the CRS of both."
        )
        raise VectorError(sentence.format(count=len(geometries), name=source))
    return Examples(np.array(found, np.float32), np.concatenate(pixels), missing)


def _geometries(source: str, grid: Grid) -> list[Any]:
    """Points and polygons of a layer in the CRS of the grid."""
    import pyogrio
    import shapely
    from pyogrio.errors import DataLayerError, DataSourceError

    path, layer = layer_of(source, "Point", "Polygon", "Surface")
    try:
        meta, _, wkb, _ = pyogrio.raw.read(path, layer=layer, columns=[])
    except (DataSourceError, DataLayerError, ValueError) as error:
        sentence = tr("The examples {path} cannot be read ({reason}): choose a layer of points or polygons.")
        raise VectorError(sentence.format(path=path, reason=str(error)[-200:])) from error
    whole = shapely.force_2d(shapely.from_wkb(np.array([] if wkb is None else wkb, object)))
    whole = whole[np.isfinite(shapely.bounds(whole)).all(axis=1)]
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(whole)))
    parts = parts[np.isin(shapely.get_type_id(parts), (POINT, POLYGON))]
    if not len(parts):
        sentence = tr("The examples {path} hold no point or polygon: draw one at least.")
        raise VectorError(sentence.format(path=path))
    return list(_moved(parts, meta["crs"], grid))


def _moved(geometries: Any, crs: str | None, grid: Grid) -> Any:
    import shapely
    from rasterio.crs import CRS

    if crs is None or grid.crs is None:
        return geometries
    own, there, middle = CRS.from_user_input(crs), grid.crs, (grid.bounds[0] + grid.bounds[2]) / 2

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        found = np.array(points) if own == there else placed(points, own, there)
        return _near(found, there, middle)

    found = shapely.transform(geometries, moved)
    return found[np.isfinite(shapely.bounds(found)).all(axis=1)]


def _near(points: NDArray[np.float64], crs: CRS, middle: float) -> NDArray[np.float64]:
    """Longitudes counted from the turn that the raster lies in."""
    if is_in_degrees(crs):
        points[:, 0] -= [whole_turns(away) if np.isfinite(away) else 0.0 for away in points[:, 0] - middle]
    return points


def _pixels(geometry: Any, grid: Grid) -> tuple[Pixels, Pixels]:
    """The pixels whose middles lie in a polygon, or the one that a point or a small polygon lies on."""
    from rasterio.features import geometry_mask

    window = grid.window_of(geometry.bounds).intersection(grid.window)
    if geometry.geom_type == "Polygon" and not window.is_empty:
        shape = window.rows, window.columns
        inside = geometry_mask([geometry], shape, grid.crop(window).transform, invert=True)
        rows, columns = np.nonzero(inside)
        if len(rows):
            return rows + window.row, columns + window.column
    point = geometry.representative_point()
    column, row = ~grid.transform @ (point.x, point.y)
    place = Window(int(np.floor(row)), int(np.floor(column)), 1, 1).intersection(grid.window)
    found = [] if place.is_empty else [(place.row, place.column)]
    rows, columns = np.array(found, np.int64).reshape(-1, 2).T
    return rows, columns
