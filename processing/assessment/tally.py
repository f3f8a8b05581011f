"""One walk over a map: the area of each class, and what the map says where the reference is.

Memory does not grow with the map: it is read in windows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..errors import BandError, RasterError
from ..language import tr
from ..raster.grids import Grid, Window
from ..raster.sources import short_name
from .areas import PixelAreas
from .confusion import FloatArray, IntArray
from .reference import Reference

if TYPE_CHECKING:
    from rasterio.io import DatasetReader
    from rasterio.vrt import WarpedVRT

WINDOW_PIXELS = 1 << 20
MOST_CLASSES = 1 << 16
"""A band whose values spread wider holds measures, not classes."""


@dataclass
class Extents:
    """Pixels and area in m² of each value."""

    pixels: dict[int, int] = field(default_factory=dict)
    area_m2: dict[int, float] = field(default_factory=dict)

    def add(self, values: IntArray, areas: FloatArray) -> None:
        """Count pixels: their values, and the area of each."""
        if not values.size:
            return
        least, greatest = int(values.min()), int(values.max())
        if greatest - least >= MOST_CLASSES:
            sentence = tr(
                "Values go from {least} to {greatest}: this band holds measures, a map of classes is needed."
            )
            raise BandError(sentence.format(least=least, greatest=greatest))
        shifted = values - least
        pixels, sums = np.bincount(shifted), np.bincount(shifted, weights=areas)
        for place in np.flatnonzero(pixels).tolist():
            value = place + least
            self.pixels[value] = self.pixels.get(value, 0) + int(pixels[place])
            self.area_m2[value] = self.area_m2.get(value, 0.0) + float(sums[place])


@dataclass(frozen=True)
class Tally:
    """What the walk found.

    Attributes
    ----------
    classes, strata : Extents
        Of the map's classes, and of the strata where they come from a raster. A pixel counts if it has data
        in both.
    feature, mapped, stratum, count : arrays of int of shape (observations,)
        Feature of the reference, value of the map, value of the stratum (0 without a raster of them), and how
        many pixels agree in all three.
    outside, on_nodata, without_stratum : int
        Points outside the map, observations where it has no data, and where the raster of strata has none.
    empty_polygons : int
        Polygons that hold the centre of no pixel of the map.
    claimed_again, contradicted : int
        Pixels that the reference claims more than once, by points in the same pixel or polygons that overlap,
        and how many of them it gives to different classes.
    """

    classes: Extents
    strata: Extents
    feature: IntArray
    mapped: IntArray
    stratum: IntArray
    count: IntArray
    outside: int
    on_nodata: int
    without_stratum: int
    empty_polygons: int
    claimed_again: int
    contradicted: int


def tally(
    dataset: DatasetReader,
    grid: Grid,
    reference: Reference,
    *,
    meaning: ArrayLike,
    band: int = 1,
    strata: WarpedVRT | None = None,
    step: Callable[[float], None] = lambda fraction: None,
) -> Tally:
    """Compare a map with a reference, and measure the map's classes.

    Parameters
    ----------
    dataset : DatasetReader
        The map.
    grid : Grid
        Its grid.
    reference : Reference
        On the same grid.
    meaning : array of int of shape (features,)
        Class that each feature's label stands for: two that differ contradict each other.
    band : int
        Band of the map, from 1.
    strata : WarpedVRT, optional
        A raster of strata on the map's grid.
    step : callable
        Told the share of the work done; raises to give up.

    Raises
    ------
    BandError
        The band does not hold classes.
    """
    walk = _Walk(grid, reference, np.asarray(meaning, dtype=np.int64))
    windows = list(windows_of(dataset, band))
    for index, window in enumerate(windows):
        step(index / len(windows))
        walk.visit(
            window, _read(dataset, band, window), _read(strata, 1, window) if strata is not None else None
        )
    return walk.result()


def windows_of(dataset: DatasetReader, band: int) -> Iterator[Window]:
    """Windows that cover a raster, made of whole blocks of the file where these are not too large."""
    rows, columns = dataset.height, dataset.width
    high, wide = dataset.block_shapes[band - 1]
    if high * wide > WINDOW_PIXELS:
        high, wide = 512, 512
    width = columns if high * columns <= WINDOW_PIXELS else wide * max(1, WINDOW_PIXELS // (high * wide))
    height = high * max(1, WINDOW_PIXELS // (high * width))
    for row in range(0, rows, height):
        for column in range(0, columns, width):
            yield Window(row, column, min(height, rows - row), min(width, columns - column))


@dataclass(frozen=True)
class _Layer:
    """Values of a window, and where there are data."""

    values: IntArray
    valid: NDArray[np.bool_]


def _read(dataset: DatasetReader | WarpedVRT, band: int, window: Window) -> _Layer:
    from rasterio.errors import RasterioError

    try:
        data = dataset.read(band, window=window.for_rasterio(), masked=True)
    except (RasterioError, OSError) as error:
        sentence = tr(
            "{name} cannot be read at row {row}: the file is damaged, cut short or out of reach. Copy it "
            "again."
        )
        raise RasterError(sentence.format(name=short_name(dataset.name), row=window.row)) from error
    values, valid = np.ma.getdata(data), ~np.ma.getmaskarray(data)
    if values.dtype.kind not in "iu":
        values, valid = _whole_numbers(values, valid)
    return _Layer(values.astype(np.int64), valid)


def _whole_numbers(values: NDArray[Any], valid: NDArray[np.bool_]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Classes that are kept as floats, as some tools do."""
    valid = valid & np.isfinite(values)
    values = np.where(valid, values, 0)
    if values.dtype.kind == "c" or not np.array_equal(values, np.rint(values)):
        raise BandError(tr("The band has decimals: a map of classes, in whole numbers, is needed."))
    return values, valid


class _Claims:
    """Pixels of a window that the reference claims again, and those that it gives to another class then."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.again, self.contradicted = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
        self._claimed, self._meaning = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=np.int64)

    def add(self, where: tuple[IntArray, IntArray], meaning: IntArray) -> None:
        """Take claims of pixels into account, no two of them of the same pixel."""
        before = self._claimed[where]
        self.again[where] |= before
        self.contradicted[where] |= before & (self._meaning[where] != meaning)
        self._claimed[where] = True
        self._meaning[where] = meaning


def _turns(pixels: IntArray) -> IntArray:
    """How many earlier ones are equal, of values in order: 0 for the first of each."""
    turns: IntArray = np.arange(len(pixels)) - np.searchsorted(pixels, pixels)
    return turns


class _Walk:
    """What is known so far."""

    def __init__(self, grid: Grid, reference: Reference, meaning: IntArray) -> None:
        from shapely import STRtree

        self.grid = grid
        self.areas = PixelAreas.of(grid)
        self.reference, self.meaning = reference, meaning
        self.classes, self.strata = Extents(), Extents()
        self.on_nodata = self.without_stratum = self.claimed_again = self.contradicted = 0
        self._found = [np.zeros((0, 4), dtype=np.int64)]
        self._tree = STRtree(reference.polygons)
        self._polygon_pixels = np.zeros(len(reference.polygons), dtype=np.int64)
        self._rows, self._columns, self._features = self._pixels_of_points()
        self._turns = _turns(self._rows * grid.shape.columns + self._columns)

    def _pixels_of_points(self) -> tuple[IntArray, IntArray, IntArray]:
        """Row, column and feature of the points that lie on the map, from the top left."""
        columns, rows = self.reference.points.T
        shape = self.grid.shape
        # False for a point whose place could not be computed.
        inside = (columns >= 0) & (columns < shape.columns) & (rows >= 0) & (rows < shape.rows)
        row, column = rows[inside].astype(np.int64), columns[inside].astype(np.int64)
        order = np.lexsort((column, row))
        return row[order], column[order], self.reference.point_feature[inside][order]

    def visit(self, window: Window, classes: _Layer, strata: _Layer | None) -> None:
        """Take one window into account."""
        known = classes.valid if strata is None else classes.valid & strata.valid
        areas = self.areas.within(window)[known]
        self.classes.add(classes.values[known], areas)
        if strata is not None:
            self.strata.add(strata.values[known], areas)
        claims = _Claims(known.shape)
        for feature, where in chain(self._points_in(window), self._polygons_in(window)):
            self.on_nodata += int(np.count_nonzero(~classes.valid[where]))
            self.without_stratum += int(np.count_nonzero(classes.valid[where] & ~known[where]))
            kept = known[where]
            values = classes.values[where][kept]
            stratum = np.zeros_like(values) if strata is None else strata.values[where][kept]
            self._keep(np.broadcast_to(feature, kept.shape)[kept], values, stratum)
            claims.add(where, self.meaning[feature])
        self.claimed_again += int(np.count_nonzero(claims.again & known))
        self.contradicted += int(np.count_nonzero(claims.contradicted & known))

    def _keep(self, *columns: IntArray) -> None:
        """Remember observations, equal ones together."""
        unique, count = np.unique(np.column_stack(columns), axis=0, return_counts=True)
        self._found.append(np.column_stack([unique, count]))

    def _points_in(self, window: Window) -> Iterator[tuple[IntArray, tuple[IntArray, IntArray]]]:
        """Features of the points in a window, and their pixels in it, so that no two share a pixel."""
        rows = slice(*np.searchsorted(self._rows, [window.row, window.bottom]))
        row, column, feature = self._rows[rows], self._columns[rows], self._features[rows]
        inside = (column >= window.column) & (column < window.right)
        turns = self._turns[rows]
        for turn in range(int(turns[inside].max(initial=-1)) + 1):
            now = inside & (turns == turn)
            yield feature[now], (row[now] - window.row, column[now] - window.column)

    def _polygons_in(self, window: Window) -> Iterator[tuple[IntArray, tuple[IntArray, IntArray]]]:
        """Feature and pixels of each polygon in a window."""
        from shapely import box

        for index in sorted(self._tree.query(box(window.column, window.row, window.right, window.bottom))):
            where = _pixels_of_polygon(self.reference.polygons[index], window)
            self._polygon_pixels[index] += where[0].size
            if where[0].size:
                yield self.reference.polygon_feature[index : index + 1], where

    def result(self) -> Tally:
        """What was found in all windows."""
        rows = np.concatenate(self._found)
        # A polygon that reaches over several windows left some of the same observations in each.
        unique, place = np.unique(rows[:, :3], axis=0, return_inverse=True)
        return Tally(
            classes=self.classes,
            strata=self.strata,
            feature=unique[:, 0],
            mapped=unique[:, 1],
            stratum=unique[:, 2],
            count=np.bincount(place.ravel(), weights=rows[:, 3], minlength=len(unique)).astype(np.int64),
            outside=len(self.reference.points) - len(self._rows),
            on_nodata=self.on_nodata,
            without_stratum=self.without_stratum,
            empty_polygons=int(np.count_nonzero(self._polygon_pixels == 0)),
            claimed_again=self.claimed_again,
            contradicted=self.contradicted,
        )


def _pixels_of_polygon(polygon: Any, window: Window) -> tuple[IntArray, IntArray]:
    """Rows and columns, in the window, of the pixels whose centre lies in the polygon."""
    from affine import Affine
    from rasterio.features import rasterize

    west, north, east, south = polygon.bounds
    row, column = int(np.floor(north)), int(np.floor(west))
    part = Window(row, column, int(np.ceil(south)) - row, int(np.ceil(east)) - column).intersection(window)
    if part.is_empty:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    shape = part.rows, part.columns
    burnt = rasterize(
        [polygon], out_shape=shape, transform=Affine.translation(part.column, part.row), dtype="uint8"
    )
    rows, columns = np.nonzero(burnt)
    return rows + part.row - window.row, columns + part.column - window.column
