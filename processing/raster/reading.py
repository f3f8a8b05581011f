"""Windows of rasters as a model wants them: on one grid, reflected beyond the border, with what is valid."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import RasterError
from ..language import tr
from .bands import SourceBand
from .grids import Grid, Window
from .longitudes import findable
from .sources import RasterFacts, open_raster

if TYPE_CHECKING:
    from rasterio.io import DatasetReader
    from rasterio.vrt import WarpedVRT

Array: TypeAlias = NDArray[Any]
NodataRule = Literal["any", "all", "none"]

CACHE_BYTES = 64 << 20  # of GDAL, for all rasters of the process
STAND_IN_CRS = "EPSG:3857"  # both sides of a warp between two grids without CRS


@dataclass(frozen=True)
class Tile:
    """Pixels of a window.

    ``values`` has shape (bands, rows, columns) in the rasters' own dtype. ``valid`` (rows, columns) is False
    where the pixel is missing, and None where none is.
    """

    values: Array
    valid: NDArray[np.bool_] | None


class RasterView:
    """One raster seen on a grid: as it is where the grids are the same, else through a warped view.

    Every thread that reads has its own handle. Means are taken on the way down, bilinear interpolation on the
    way up, the nearest for what is valid.
    """

    def __init__(
        self, facts: RasterFacts, grid: Grid, *, nodata: float | None = None, marks_missing: bool = True
    ) -> None:
        """``marks_missing`` is False where nodata values are numbers like any other."""
        self.facts = facts
        self.grid = grid
        self.is_warped = facts.grid != grid
        stated = facts.nodata if nodata is None else (nodata,) * len(facts.dtypes)
        self.nodata = tuple(
            value if marks_missing and value is not None and _fits(value, np.dtype(dtype)) else None
            for value, dtype in zip(stated, facts.dtypes, strict=True)
        )
        self._findable = findable(facts.grid, grid) if self.is_warped else grid
        self._local = threading.local()
        self._handles: list[Any] = []

    @property
    def _adds_alpha(self) -> bool:
        known = [self.nodata[number - 1] for number in self.facts.numbers]
        return self.is_warped and self.facts.alpha is None and None in known

    def _dataset(self, nodata: float | None) -> DatasetReader | WarpedVRT:
        """A handle of this thread's own: the file, or a warped view of its bands with this nodata value."""
        handles: dict[str, DatasetReader | WarpedVRT] = self._local.__dict__
        if "source" not in handles:
            handles["source"] = self._kept(open_raster(self.facts.href))
        name = f"nodata {nodata}" if self.is_warped else "source"
        if name not in handles:
            handles[name] = self._kept(self._warp(handles["source"], nodata))
        return handles[name]

    def _kept(self, handle: Any) -> Any:
        self._handles.insert(0, handle)  # a view is closed before what it views
        return handle

    def _warp(self, source: DatasetReader | WarpedVRT, nodata: float | None) -> WarpedVRT:
        from rasterio.enums import Resampling
        from rasterio.vrt import WarpedVRT

        options: dict[str, Any] = {"add_alpha": True} if nodata is None and self._adds_alpha else {}
        return WarpedVRT(
            source,
            src_crs=self._findable.crs or STAND_IN_CRS,
            src_transform=self._findable.transform,
            crs=self.grid.crs or STAND_IN_CRS,
            transform=self.grid.transform,
            width=self.grid.shape.columns,
            height=self.grid.shape.rows,
            resampling=Resampling.average if self._goes_down() else Resampling.bilinear,
            src_nodata=nodata,
            nodata=nodata,
            # One that lacks all bands is no pixel; one that lacks a band does not enter that band's means.
            UNIFIED_SRC_NODATA="PARTIAL",
            **options,
        )

    def _goes_down(self) -> bool:
        # Compared by how many pixels the image has on either grid, whatever their units.
        west, south, east, north = self.grid.bounds
        own, seen = self.facts.grid, self.grid
        if own.crs == seen.crs:
            pixels = (east - west) / own.pixel_width * (north - south) / own.pixel_height
            return bool(pixels > 1.1 * seen.shape.pixels)
        from .ground import ground_resolution

        ground = ground_resolution(own)
        there = ground_resolution(seen)
        return ground.width_m * ground.height_m * 1.1 < there.width_m * there.height_m

    def read(self, numbers: Sequence[int], window: Window) -> Array:
        """Values of some bands, shape (bands, rows, columns), in a window inside the grid."""
        known = [self.nodata[number - 1] for number in numbers]
        if not self.is_warped or len(set(map(str, known))) == 1:  # NaN does not equal itself
            values: Array = self._read(list(numbers), window, known[0])
            return values
        bands = [self._read(number, window, nodata) for number, nodata in zip(numbers, known, strict=True)]
        return np.stack(bands)

    def read_valid(self, window: Window) -> NDArray[np.bool_] | None:
        """Where alpha, an internal mask or the warp says there is data; None where nothing says otherwise."""
        if self.facts.alpha is not None:
            alpha = self._read(self.facts.alpha, window, self.nodata[self.facts.alpha - 1])
        elif self._adds_alpha:
            alpha = self._read(len(self.facts.dtypes) + 1, window, None)
        elif self.facts.has_mask and not self.is_warped:
            return self._as_valid(self._dataset(None).read_masks(1, window=window.for_rasterio()) > 0)
        else:
            return None
        opaque = 128 if self.is_warped else 1  # between two pixels the nearer one counts
        return self._as_valid(alpha >= opaque)

    @staticmethod
    def _as_valid(valid: NDArray[np.bool_]) -> NDArray[np.bool_] | None:
        return None if valid.all() else valid

    def _read(self, numbers: Any, window: Window, nodata: float | None) -> Array:
        from rasterio.errors import RasterioError

        try:
            values: Array = self._dataset(nodata).read(numbers, window=window.for_rasterio())
        except (RasterioError, OSError) as error:
            sentence = tr(
                "{name} cannot be read at row {row}, column {column}: the file is damaged, cut short or "
                "out of "
                "reach. Copy it again, or leave this place out of the area."
            )
            raise RasterError(
                sentence.format(name=self.facts.title, row=window.row, column=window.column)
            ) from error
        return values

    def close(self) -> None:
        """Close the handles of all threads, which must be done with it."""
        for handle in self._handles:
            handle.close()
        self._handles.clear()
        self._local = threading.local()


class Stack:
    """The bands a model reads, out of one or several rasters seen on one grid.

    Parameters
    ----------
    views : sequence of RasterView
        All on the same grid.
    bands : sequence of SourceBand
        In the model's order.
    rule : {"any", "all", "none"}
        A pixel is missing when any, or all, of its bands are; with "none" only where a mask says so.
    """

    def __init__(
        self, views: Sequence[RasterView], bands: Sequence[SourceBand], *, rule: NodataRule = "any"
    ) -> None:
        self.views = tuple(views)
        self.bands = tuple(bands)
        self.rule = rule
        self.grid = self.views[0].grid
        self.dtype = _common_dtype([np.dtype(self._facts(band).dtypes[band.number - 1]) for band in bands])
        self._used = sorted({band.raster for band in bands})
        self._in_one = bands and len(self._used) == 1

    def _facts(self, band: SourceBand) -> RasterFacts:
        return self.views[band.raster].facts

    def read(self, window: Window) -> Tile:
        """Pixels of a window, which may reach beyond the grid: there the image is reflected."""
        if window.intersection(self.grid.window) == window:
            values = self._values(window)
            return Tile(values, self._valid(values, window))
        rows = reflected(window.row, window.rows, self.grid.shape.rows)
        columns = reflected(window.column, window.columns, self.grid.shape.columns)
        top, left = int(rows.min()), int(columns.min())
        inside = Window(top, left, int(rows.max()) - top + 1, int(columns.max()) - left + 1)
        values = self._values(inside)
        valid = self._valid(values, inside)
        place = (..., (rows - top)[:, None], columns - left)
        return Tile(values[place], valid if valid is None else valid[place])

    def _values(self, window: Window) -> Array:
        if self._in_one:
            values = self.views[self._used[0]].read([band.number for band in self.bands], window)
            return values if values.dtype == self.dtype else values.astype(self.dtype)
        values = np.empty((len(self.bands), window.rows, window.columns), self.dtype)
        for raster in self._used:
            places = [place for place, band in enumerate(self.bands) if band.raster == raster]
            values[places] = self.views[raster].read([self.bands[place].number for place in places], window)
        return values

    def _valid(self, values: Array, window: Window) -> NDArray[np.bool_] | None:
        masks = [mask for raster in self._used if (mask := self.views[raster].read_valid(window)) is not None]
        missing = None if self.rule == "none" else self._missing(values)
        if missing is not None and missing.any():
            masks.append(~missing)
        return np.logical_and.reduce(masks) if masks else None

    def _missing(self, values: Array) -> NDArray[np.bool_] | None:
        by_band = [self._band_missing(values[place], band) for place, band in enumerate(self.bands)]
        if self.rule == "all":
            known = [one for one in by_band if one is not None]
            return np.logical_and.reduce(known) if len(known) == len(by_band) else None
        known = [one for one in by_band if one is not None]
        return np.logical_or.reduce(known) if known else None

    def _band_missing(self, values: Array, band: SourceBand) -> NDArray[np.bool_] | None:
        nodata = self.views[band.raster].nodata[band.number - 1]
        is_float = values.dtype.kind == "f"
        if nodata is None or nodata != nodata:
            return np.isnan(values) if is_float else None
        equal: NDArray[np.bool_] = (
            values == values.dtype.type(nodata) if _fits(nodata, values.dtype) else values != values
        )
        return equal | np.isnan(values) if is_float else equal

    def sample(self, window: Window, *, side: int = 64, places: int = 3) -> Tile:
        """A few small windows spread over ``window``, side by side: enough to see the range of values."""
        tiles = []
        for row in range(places):
            for column in range(places):
                top = window.row + (2 * row + 1) * window.rows // (2 * places) - side // 2
                left = window.column + (2 * column + 1) * window.columns // (2 * places) - side // 2
                part = Window(top, left, side, side).intersection(window).intersection(self.grid.window)
                if not part.is_empty:
                    tiles.append(self.read(part))
        values = np.concatenate([tile.values.reshape(len(self.bands), -1) for tile in tiles], axis=1)
        valid = np.concatenate(
            [
                np.ones(tile.values[0].size, bool) if tile.valid is None else tile.valid.ravel()
                for tile in tiles
            ]
        )
        return Tile(values[:, None], valid[None])

    def close(self) -> None:
        """Close all rasters."""
        for view in self.views:
            view.close()


def reflected(start: int, count: int, length: int) -> NDArray[np.intp]:
    """Indices of an axis of this length, reflected at both ends as often as it takes, the ends not repeated.

    It is the image that is reflected, not the part of it in a window: else a result would depend on the
    tiles.

    Examples
    --------
    >>> reflected(-2, 8, 3).tolist()
    [2, 1, 0, 1, 2, 1, 0, 1]
    """
    period = max(2 * (length - 1), 1)
    indices = np.abs(np.arange(start, start + count)) % period
    folded: NDArray[np.intp] = (
        np.minimum(indices, period - indices) if length > 1 else np.zeros(count, np.intp)
    )
    return folded


def _fits(value: float, dtype: np.dtype[Any]) -> bool:
    """Whether a dtype can hold this nodata value: 65533 declared for a band of uint8 marks nothing."""
    if dtype.kind == "f":
        return True
    limits = np.iinfo(dtype)
    return float(value).is_integer() and limits.min <= value <= limits.max


def _common_dtype(dtypes: Sequence[np.dtype[Any]]) -> np.dtype[Any]:
    common = np.result_type(*dtypes)
    return np.dtype("float32") if common == np.dtype("float64") and len(set(dtypes)) > 1 else common


def available_bands(rasters: Sequence[RasterFacts]) -> tuple[SourceBand, ...]:
    """The bands of all rasters that hold data, in order: never alpha."""
    return tuple(
        SourceBand(raster, number, facts.names[number - 1])
        for raster, facts in enumerate(rasters)
        for number in facts.numbers
    )
