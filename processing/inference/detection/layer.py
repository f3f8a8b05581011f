"""Objects as a layer: polygons in the image's reference system, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from affine import Affine

from ...models.card import Card
from ...raster.cell_sizes import CellSizes
from ...raster.classes import RasterClass
from ...raster.grids import Grid
from ...raster.palette import default_color
from ...raster.patches import Measures, Patches
from ...raster.polygon_fields import TODO
from ...raster.polygon_layer import Features, write_layer
from .merging import Merged
from .objects import FloatArray, IntArray, Objects, Outlines

if TYPE_CHECKING:
    import pyarrow as pa

LAYER = "objects"
PORTION = 100_000  # objects handed over at once


@dataclass(frozen=True)
class Layer:
    """What the objects of a run have in common.

    ``classes`` are those that occur, with names and colours; ``model`` is its name and version.
    """

    grid: Grid
    classes: Mapping[int, RasterClass]
    model: str
    is_oriented: bool


def classes_found(card: Card, objects: Objects, language: str) -> dict[int, RasterClass]:
    """The classes that occur, by value: as the card names them, else by their number."""
    known = {one.value: (place, one) for place, one in enumerate(card.outputs[0].classes)}
    found = {}
    for value in np.unique(objects.classes).tolist():
        place, one = known.get(value, (value, None))
        name = one.label(language) if one else str(value)
        found[value] = RasterClass(value, name, (one.color if one else "") or default_color(place))
    return found


def write_objects(merged: Merged, path: Path, layer: Layer, *, metadata: str) -> FloatArray:
    """Write objects to a new GeoPackage; the area of each, in square metres, NaN without CRS.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    areas = areas_m2(merged.objects.outlines, layer.grid)

    def features() -> Iterator[Features]:
        for start in range(0, len(merged.objects), PORTION):
            part = slice(start, start + PORTION)
            objects = merged.objects.take(np.arange(len(merged.objects))[part])
            values = _attributes(objects, merged.joined[part], areas[part], layer)
            yield Features(patches_of(objects), values)

    write_layer(
        features(), path, layer=LAYER, schema=_fields(layer), transform=layer.grid.transform,
        crs=layer.grid.crs, metadata=metadata,
    )  # fmt: skip
    return areas


def _fields(layer: Layer) -> pa.Schema:
    """Names and types of the fields, in order."""
    import pyarrow as pa

    types = {"class": pa.int64(), "name": pa.string(), "score": pa.float64(), "area_m2": pa.float64()}
    if layer.is_oriented:
        types["azimuth"] = pa.float64()
    return pa.schema([*types.items(), ("seen", pa.string()), ("model", pa.string()), ("review", pa.string())])


def _attributes(objects: Objects, joined: Any, areas: FloatArray, layer: Layer) -> dict[str, Any]:
    values, which = np.unique(objects.classes, return_inverse=True)
    names = np.array([layer.classes[value].name for value in values.tolist()], object)
    found = {
        "class": objects.classes,
        "name": names[which],
        "score": objects.scores,
        "area_m2": areas,
        "seen": np.where(joined, "joined", np.where(objects.cut, "cut", "whole")).astype(object),
        "model": np.full(len(objects), layer.model, object),
        "review": np.full(len(objects), TODO, object),
    }
    return found | ({"azimuth": azimuths(objects.outlines, layer.grid)} if layer.is_oriented else {})


def areas_m2(outlines: Outlines, grid: Grid) -> FloatArray:
    """Area of each outline on the ellipsoid; NaN without CRS."""
    if grid.crs is None or not len(outlines):
        return np.full(len(outlines), np.nan)
    cells = CellSizes.of(grid.crs, grid.transform, grid.shape)
    middles = shapely.get_coordinates(shapely.centroid(outlines))
    sizes: FloatArray = shapely.area(outlines) * cells.areas(middles[:, 1], middles[:, 0])
    return sizes


def azimuths(boxes: Outlines, grid: Grid) -> FloatArray:
    """Direction of the longer side of each box, in degrees from the top of the map clockwise, 0 to 180."""
    if not len(boxes):
        return np.zeros(0)
    corners = shapely.get_coordinates(boxes).reshape(len(boxes), 5, 2)
    sides = np.diff(corners[:, :3], axis=1) * (grid.pixel_width, -grid.pixel_height)
    longer = np.hypot(sides[..., 0], sides[..., 1]).argmax(axis=1)
    east, north = sides[np.arange(len(boxes)), longer].T
    found: FloatArray = np.degrees(np.arctan2(east, north)) % 180
    return found


def patches_of(objects: Objects) -> Patches:
    """The outlines as the writer of layers takes them, outer rings anticlockwise on the map.

    Rows run south, so that this is clockwise where x counts columns and y counts rows.
    """
    turned = shapely.orient_polygons(objects.outlines, exterior_cw=True)
    _, points, (rings, polygons) = shapely.to_ragged_array(turned)
    last = np.zeros(len(points), bool)
    last[rings[1:] - 1] = True  # a ring closes with its first point, which the writer adds itself
    lengths: IntArray = np.diff(rings) - 1
    corners: Any = points[~last]
    return Patches(
        objects.classes,
        Measures.nothing(len(objects)),
        np.asarray(polygons, np.int64),
        np.concatenate([[0], np.cumsum(lengths)]),
        corners[:, 1],
        corners[:, 0],
    )


def moved_to_map(points: FloatArray, transform: Affine) -> FloatArray:
    """Columns and rows as coordinates of the map, which is north-up."""
    moved: FloatArray = points * (transform.a, transform.e) + (transform.c, transform.f)
    return moved
