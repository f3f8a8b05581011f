"""An area of interest on a grid: which tiles touch it, and which pixels lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ..errors import GridError, VectorError
from ..language import tr
from .grids import Grid, Window

if TYPE_CHECKING:
    from rasterio.crs import CRS


@dataclass(frozen=True)
class Area:
    """Polygons in the CRS of a grid. A pixel lies in the area when its middle does."""

    grid: Grid
    polygons: tuple[Any, ...]

    @property
    def window(self) -> Window:
        """The pixels of the grid around the area.

        Raises
        ------
        GridError
            The area lies outside the image.
        """
        import shapely

        west, south, east, north = shapely.total_bounds(np.array(self.polygons, object))
        window = self.grid.window_of((west, south, east, north)).intersection(self.grid.window)
        if window.is_empty:
            raise GridError(
                tr(
                    "The area lies outside the image: it covers {area}, the image {image} in its CRS. "
                    "Choose another area, or check the CRS of both."
                ).format(area=_numbers((west, south, east, north)), image=_numbers(self.grid.bounds))
            )
        return window

    def touches(self, windows: list[Window]) -> list[bool]:
        """For each window whether some part of the area lies in it; a shared edge is none."""
        import shapely

        boxes = shapely.box(*np.array([self.grid.bounds_of(window) for window in windows]).reshape(-1, 4).T)
        tree = shapely.STRtree(self.polygons)
        box_of, polygon_of = tree.query(boxes, predicate="intersects")
        areas = shapely.area(shapely.intersection(boxes[box_of], np.array(self.polygons, object)[polygon_of]))
        touched = set(box_of[areas > 0].tolist())
        return [place in touched for place in range(len(windows))]

    def mask(self, window: Window) -> NDArray[np.bool_] | None:
        """Which pixels of a window lie in the area; None when all do."""
        from rasterio.features import geometry_mask
        from shapely import STRtree, box

        place = box(*self.grid.bounds_of(window))
        near = [self.polygons[index] for index in STRtree(self.polygons).query(place, predicate="intersects")]
        if any(polygon.contains(place) for polygon in near):
            return None
        if not near:
            return np.zeros((window.rows, window.columns), bool)
        inside: NDArray[np.bool_] = geometry_mask(
            near, (window.rows, window.columns), self.grid.crop(window).transform, invert=True
        )
        return inside


def _numbers(bounds: tuple[float, float, float, float]) -> str:
    return "[{:.6g}, {:.6g}, {:.6g}, {:.6g}]".format(*bounds)


def read_area(source: str, grid: Grid) -> Area:
    """The polygons of a vector layer, in the CRS of the grid.

    Parameters
    ----------
    source : str
        A file that GDAL reads, ``path|layername=name`` for one layer of several.

    Raises
    ------
    VectorError
        The layer cannot be read, or holds no polygon.
    GridError
        The image has no CRS, so that a layer that has one has no place on it.
    """
    import pyogrio
    from pyogrio.errors import DataSourceError

    path, _, layer = source.partition("|layername=")
    try:
        meta, _, geometries, _ = pyogrio.raw.read(path, layer=layer or None, columns=[])
    except (DataSourceError, ValueError) as error:
        sentence = tr("The area {path} cannot be read ({reason}): choose a polygon layer.")
        raise VectorError(sentence.format(path=path, reason=str(error)[-200:])) from error
    polygons = _polygons(geometries, path)
    return Area(grid, _on_grid(polygons, meta["crs"], grid))


def area_of_bounds(bounds: tuple[float, float, float, float], crs: str, grid: Grid) -> Area:
    """A rectangle as an area; an empty ``crs`` is that of the grid."""
    import shapely

    # Its edges are bent by a change of CRS: enough points follow them.
    west, south, east, north = bounds
    rectangle = shapely.segmentize(shapely.box(*bounds), max(east - west, north - south) / 16)
    return Area(grid, _on_grid([rectangle], crs or None, grid))


def _polygons(geometries: Any, path: str) -> list[Any]:
    import shapely

    parts = shapely.get_parts(shapely.make_valid(shapely.force_2d(shapely.from_wkb(geometries))))
    parts = shapely.get_parts(parts)
    polygons = [
        part for part in parts if part is not None and part.geom_type == "Polygon" and not part.is_empty
    ]
    if not polygons:
        sentence = tr("The area {path} holds no polygon: choose a polygon layer with at least one feature.")
        raise VectorError(sentence.format(path=path))
    return polygons


def _on_grid(polygons: list[Any], crs: str | CRS | None, grid: Grid) -> tuple[Any, ...]:
    import shapely
    from rasterio.crs import CRS
    from rasterio.warp import transform

    if crs is None or (grid.crs is not None and CRS.from_user_input(crs) == grid.crs):
        return tuple(polygons)
    if grid.crs is None:
        raise GridError(
            tr(
                "The image has no coordinate reference system, so the area has no place on it: assign one "
                "to the image."
            )
        )

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transform(crs, grid.crs, points[:, 0], points[:, 1])[:2])

    placed = shapely.transform(np.array(polygons, object), moved)
    return tuple(shapely.make_valid(placed))
