"""An area of interest on a grid: which tiles touch it, and which pixels lie in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import GridError, VectorError
from ..language import tr
from .changes import placed
from .grids import Grid, Window
from .ground import outline
from .layers import layer_of
from .longitudes import TURN, is_in_degrees, whole_turns

if TYPE_CHECKING:
    from rasterio.crs import CRS

Bounds: TypeAlias = tuple[float, float, float, float]
Polygons: TypeAlias = NDArray[np.object_]

STEPS = 64  # along the longer side of the image: that many pieces of an edge bend with a change of CRS
POLYGON = 3  # among the types of shapely
MARGIN = 0.02  # of the image, kept around it: its own edges bend too
NEARLY_ROUND_DEG = 170.0  # from its middle to its edge, an image that may reach around the world


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
            raise _outside((west, south, east, north), self.grid.bounds)
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


def _outside(area: Bounds, image: Bounds) -> GridError:
    sentence = tr(
        "The area lies outside the image: it covers {area}, the image {image} in its CRS. "
        "Choose another area, or check the CRS of both."
    )
    return GridError(sentence.format(area=_numbers(area), image=_numbers(image)))


def _numbers(bounds: Bounds) -> str:
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
        The layer cannot be read, holds no polygon, or is one of several that fit.
    GridError
        The image has no CRS, so that a layer that has one has no place on it.
    """
    polygons, crs = read_polygons(source)
    return Area(grid, _on_grid(polygons, crs, grid))


def read_polygons(source: str) -> tuple[Polygons, str | None]:
    """The polygons of a vector layer, valid and each alone, and what it says of its CRS.

    Raises
    ------
    VectorError
        The layer cannot be read, holds no polygon, or is one of several that fit.
    """
    import pyogrio
    from pyogrio.errors import DataLayerError, DataSourceError

    path, layer = layer_of(source, "Polygon", "Surface")
    try:
        meta, _, geometries, _ = pyogrio.raw.read(path, layer=layer, columns=[])
    except (DataSourceError, DataLayerError, ValueError) as error:
        sentence = tr("The area {path} cannot be read ({reason}): choose a polygon layer.")
        raise VectorError(sentence.format(path=path, reason=str(error)[-200:])) from error
    return _polygons(geometries, path), meta["crs"]


def area_of_bounds(bounds: Bounds, crs: str, grid: Grid) -> Area:
    """A rectangle as an area; an empty ``crs`` is that of the grid.

    Raises
    ------
    GridError
        The rectangle lies outside the image.
    """
    import shapely

    return Area(grid, _on_grid(np.array([shapely.box(*bounds)], object), crs or None, grid))


def overlap(grid: Grid, other: Grid) -> bool:
    """Whether some part of another image may lie on this grid."""
    try:
        window = area_of_bounds(other.bounds, "" if other.crs is None else other.crs.to_wkt(), grid).window
    except GridError:
        return False
    return not window.is_empty


def _polygons(geometries: Any, path: str) -> Polygons:
    import shapely

    found = np.array([] if geometries is None else geometries, object)  # none: a table
    polygons = _valid(shapely.force_2d(shapely.from_wkb(found)))
    if not polygons.size:
        sentence = tr("The area {path} holds no polygon: choose a polygon layer with at least one feature.")
        raise VectorError(sentence.format(path=path))
    return polygons


def _valid(geometries: Any) -> Polygons:
    """The polygons among geometries, as valid ones; what has no place is left out."""
    import shapely

    finite = geometries[np.isfinite(shapely.bounds(geometries)).all(axis=1)]
    parts = shapely.get_parts(shapely.get_parts(shapely.make_valid(finite)))
    polygons: Polygons = parts[(shapely.get_type_id(parts) == POLYGON) & (shapely.area(parts) > 0)]
    return polygons


def _on_grid(polygons: Polygons, crs: str | CRS | None, grid: Grid) -> tuple[Any, ...]:
    """Polygons in the CRS of a grid; those of another CRS only as far as they lie near it."""
    import shapely
    from rasterio.crs import CRS

    if crs is None:
        return tuple(polygons)
    if grid.crs is None:
        raise GridError(
            tr(
                "The image has no coordinate reference system, so the area has no place on it: assign one "
                "to the image."
            )
        )
    own = CRS.from_user_input(crs)
    if own == grid.crs and not is_in_degrees(own):
        return tuple(polygons)
    image = _bounds_in(own, grid)
    near = polygons if image is None else _clipped(polygons, image, turns=is_in_degrees(own))
    found = near if own == grid.crs or not near.size else _moved(near, own, grid)
    if not found.size:
        raise _outside(tuple(shapely.total_bounds(polygons).tolist()), image or grid.bounds)
    return tuple(found)


def _bounds_in(crs: CRS, grid: Grid) -> Bounds | None:
    """West, south, east, north of the image in another CRS, with a margin; None where it has no place there.

    Far away from an image a projection gives nonsense: what is not near must not be brought to it.
    """
    if crs == grid.crs:
        return grid.bounds
    assert grid.crs is not None
    eastings, northings = placed(outline(grid), grid.crs, crs).T
    if not (np.isfinite(eastings).all() and np.isfinite(northings).all()):
        return None
    west, south, east, north = eastings.min(), northings.min(), eastings.max(), northings.max()
    least, most = -np.inf, np.inf
    if is_in_degrees(crs):
        middle = eastings[0]
        away = np.array([degrees - whole_turns(degrees) for degrees in eastings - middle])
        west, east = middle + away.min(), middle + away.max()
        poles = [pole for pole in (-90.0, 90.0) if _holds(grid, crs, (middle, pole))]
        south, north = min([south, *poles]), max([north, *poles])
        least, most = middle - TURN / 2, middle + TURN / 2  # beyond, one would be on the other side
        if poles or np.abs(away).max() > NEARLY_ROUND_DEG:
            west, east = least, most
    margin = MARGIN * max(east - west, north - south)
    west, east = max(west - margin, least), min(east + margin, most)
    return float(west), float(south - margin), float(east), float(north + margin)


def _holds(grid: Grid, crs: CRS, point: tuple[float, float]) -> bool:
    assert grid.crs is not None
    easting, northing = placed([point], crs, grid.crs)[0]
    west, south, east, north = grid.bounds
    return bool(west <= easting <= east and south <= northing <= north)


def _clipped(polygons: Polygons, bounds: Bounds, *, turns: bool) -> Polygons:
    """The parts of polygons within bounds; longitudes may be counted from another turn than the image's."""
    import shapely

    shifts = (-TURN, 0.0, TURN) if turns else (0.0,)
    copies = [shapely.transform(polygons, lambda points, by=by: np.add(points, (by, 0))) for by in shifts]
    place = shapely.box(*bounds)
    near = [copy[shapely.intersects(copy, place)] for copy in copies]
    return _valid(shapely.intersection(np.concatenate(near), place))


def _moved(polygons: Polygons, crs: CRS, grid: Grid) -> Polygons:
    import shapely

    west, south, east, north = shapely.total_bounds(polygons)
    bent = shapely.segmentize(polygons, max(east - west, north - south) / STEPS)
    middle = (grid.bounds[0] + grid.bounds[2]) / 2
    assert grid.crs is not None
    there = grid.crs

    def moved(points: NDArray[np.float64]) -> NDArray[np.float64]:
        found = placed(points, crs, there)
        if is_in_degrees(there):
            found[:, 0] -= TURN * np.floor((found[:, 0] - middle) / TURN + 0.5)
        return found

    return _valid(shapely.transform(bent, moved))
