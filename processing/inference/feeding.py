"""Tiles as they enter the model: read, missing pixels filled, scaled, laid out, one array for each input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import floor
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import GridError
from ..language import tr
from ..raster.changes import placed
from ..raster.grids import Grid, Window
from ..raster.reading import Tile
from ..raster.tiles import TileIndex
from .dates import told_dates
from .plan import Fill, InputUse, Plan
from .scaling import scale
from .sources import Reader, Sources

Array: TypeAlias = NDArray[Any]
Feeds: TypeAlias = Mapping[str, Array]
Mask: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.intp]

SIDES = ("time", "bands", "height", "width")  # of what is read, of which an image lacks the first
DEGREES = "EPSG:4326"


@dataclass(frozen=True)
class Prepared:
    """A tile as it enters the model, an array for each input; None where no pixel is valid.

    ``shifted``: the same by how many rows and columns further down and right the tile begins, for the views
    of the plan.
    """

    index: TileIndex
    feeds: Feeds | None
    valid: Mask | None
    shifted: Mapping[tuple[int, int], Feeds | None] = field(default_factory=dict)


def read_tile(plan: Plan, sources: Sources, index: TileIndex) -> Prepared:
    """One tile, read and prepared: missing pixels filled, scaled unless the graph does, in its layout."""
    window = plan.tiles.tile(index)
    feeds, valid = _read(plan, sources, window)
    if feeds is None:
        return Prepared(index, None, valid)
    shifted = {}
    for down, right in {view.shift for view in plan.views} - {(0, 0)}:
        moved = replace(window, row=window.row + down, column=window.column + right)
        shifted[down, right] = _read(plan, sources, moved)[0]
    return Prepared(index, feeds, valid, shifted)


def _read(plan: Plan, sources: Sources, window: Window) -> tuple[Feeds | None, Mask | None]:
    main = sources.main.read(window)
    if plan.beyond == "missing":
        main = _within(main, window, plan.grid.window)
    valid = _somewhen(main.valid)
    tiles = {plan.main: main}
    for use in plan.inputs:
        if (reader := sources.others.get(use.entry.name)) is not None:
            tiles[use.entry.name], there = _beside(plan, use, reader, window)
            valid = there if valid is None else valid if there is None else valid & there
    if valid is not None and not valid.any():
        return None, valid
    feeds = {use.entry.name: _feed(plan, use, tiles, window) for use in plan.inputs}
    return feeds, valid


def _within(tile: Tile, window: Window, image: Window) -> Tile:
    """The same tile, what lies beyond the image missing."""
    place = window.intersection(image).relative_to(window)
    inside = np.zeros((window.rows, window.columns), bool)
    inside[place.slices()] = True
    if inside.all():
        return tile
    return Tile(tile.values, inside if tile.valid is None else tile.valid & inside)


def _somewhen(valid: Mask | None) -> Mask | None:
    """Pixels that hold something at one date at least: a missing date is not a missing pixel."""
    if valid is None or valid.ndim == 2:
        return valid
    known: Mask = np.logical_or.reduce(valid)
    return None if known.all() else known


# -- inputs beside the main one ----------------------------------------------------------------------------


def _beside(plan: Plan, use: InputUse, reader: Reader, window: Window) -> tuple[Tile, Mask | None]:
    """What another input sees for a tile, and where in the tile it holds something."""
    if "height" in use.entry.dim_order:
        rows, columns = use.side
        top = _start(window.row, window.rows, use.ratio, rows)
        left = _start(window.column, window.columns, use.ratio, columns)
    else:
        rows_of, columns_of = _covered(window, use.ratio, alone=not plan.reads_pixels)
        top, left = int(rows_of[0]), int(columns_of[0])
        rows, columns = int(rows_of[-1]) - top + 1, int(columns_of[-1]) - left + 1
    tile = reader.read(Window(top - use.origin[0], left - use.origin[1], rows, columns))
    below, beyond = _covered(window, use.ratio)
    down, across = np.clip(below - top, 0, rows - 1), np.clip(beyond - left, 0, columns - 1)
    known = _somewhen(tile.valid)
    there = None if known is None else known[down[:, None], across]
    if plan.reads_pixels:
        everywhere = (..., down[:, None], across)
        tile = Tile(tile.values[everywhere], None if tile.valid is None else tile.valid[everywhere])
    return tile, there


def _start(first: int, length: int, ratio: Fraction, side: int) -> int:
    """Where so many pixels of its own begin that their middle is that of the tile, as near as pixels are."""
    return floor((first + Fraction(length, 2)) / ratio - Fraction(side, 2) + Fraction(1, 2))


def _covered(window: Window, ratio: Fraction, *, alone: bool = False) -> tuple[Indices, Indices]:
    """The pixel of its own under the middle of each row and column of a tile; ``alone``: of the tile's."""
    found = []
    for first, length in ((window.row, window.rows), (window.column, window.columns)):
        middles = 2 * first + (np.array([length]) if alone else 2 * np.arange(length) + 1)
        found.append(middles * ratio.denominator // (2 * ratio.numerator))
    return found[0], found[1]


# -- arrays ------------------------------------------------------------------------------------------------


def _feed(plan: Plan, use: InputUse, tiles: Mapping[str, Tile], window: Window) -> Array:
    """What one input is given for a tile: an item of a batch, or pixels."""
    entry, is_main = use.entry, use.entry.name == plan.main
    values, sides = _values(plan, use, tiles, window)
    if not (is_main and plan.graph.scales):
        values = scale(values, entry.scaling, axis=sides.index("bands"))
    values = values.astype(plan.graph.dtype if is_main else entry.dtype, copy=False)
    if plan.reads_pixels:
        values = np.broadcast_to(values, (*values.shape[:-2], window.rows, window.columns))
    repeated = {"time": max(1, len(plan.use.dates)), "bands": max(entry.channels, 1)}
    return _laid_out(values, sides, entry.dim_order, by_pixel=plan.reads_pixels, repeated=repeated)


def _values(
    plan: Plan, use: InputUse, tiles: Mapping[str, Tile], window: Window
) -> tuple[Array, tuple[str, ...]]:
    """Raw numbers of an input, and the names of their sides."""
    if use.entry.content == "validity":
        return _validity(tiles[plan.main]).repeat(max(use.entry.channels, 1), axis=1), SIDES
    if use.entry.content == "dates":
        return told_dates(use.dates, use.entry)[:, :, None, None], SIDES
    if use.entry.mode == "scalar":
        return _numbers(plan, use, window), SIDES[1:]
    tile = tiles[use.entry.name]
    known = _known(tile.values, tile.valid)
    values = tile.values if known is None else _fill(tile.values, known, use.fill)
    return values, SIDES[-values.ndim :]


def _validity(tile: Tile) -> Array:
    """1 where the main input holds something, at each date; shape (dates, 1, rows, columns)."""
    shape = (*tile.values.shape[:-3], *tile.values.shape[-2:])
    valid = np.ones(shape, np.float32) if tile.valid is None else tile.valid.astype(np.float32)
    return valid[None, None] if valid.ndim == 2 else valid[:, None]


def _numbers(plan: Plan, use: InputUse, window: Window) -> Array:
    """The numbers that its bands name: stated, or those of the place."""
    rows, columns = (window.rows, window.columns) if plan.reads_pixels else (1, 1)
    place = dict.fromkeys(("longitude", "latitude"))
    if any(band.name in place and band.name not in use.numbers for band in use.entry.bands):
        place = dict(zip(place, _degrees(plan.grid, window, (rows, columns)), strict=True))
    numbers = np.empty((len(use.entry.bands), rows, columns), np.float32)
    for row, band in zip(numbers, use.entry.bands, strict=True):
        row[:] = use.numbers[band.name] if band.name in use.numbers else place[band.name]
    return numbers


def _degrees(grid: Grid, window: Window, shape: tuple[int, int]) -> tuple[Array, Array]:
    """Longitude and latitude of the middle of equal parts of a window."""
    from rasterio.crs import CRS

    if grid.crs is None:
        raise GridError(
            tr("The model asks where it is, and the image has no coordinate reference system: assign one.")
        )
    down = window.row + (np.arange(shape[0]) + 0.5) * window.rows / shape[0]
    across = window.column + (np.arange(shape[1]) + 0.5) * window.columns / shape[1]
    columns, rows = (places.ravel() for places in np.meshgrid(across, down))
    to_map = grid.transform
    points = np.column_stack([to_map.c + to_map.a * columns, to_map.f + to_map.e * rows])
    longitudes, latitudes = placed(points, grid.crs, CRS.from_string(DEGREES)).T
    return longitudes.reshape(shape), latitudes.reshape(shape)


def _known(values: Array, valid: Mask | None) -> Mask | None:
    """Which values may enter as they are, None when all may: a NaN in one band would spread."""
    if valid is not None:
        valid = valid[..., None, :, :]
    if values.dtype.kind == "f" and np.isnan(values).any():
        known: Mask = ~np.isnan(values)
        return known if valid is None else known & valid
    return valid


def _fill(values: Array, known: Mask, fill: Fill) -> Array:
    """Missing values given the middle of their band, over all dates."""
    if fill is None:
        others = tuple(axis for axis in range(values.ndim) if axis != values.ndim - 3)
        count = np.broadcast_to(known, values.shape).sum(axis=others)
        middles = np.where(known, values, 0).sum(axis=others, dtype=np.float64) / np.maximum(count, 1)
    else:
        middles = np.array(fill)
    if values.dtype.kind in "ui":
        limits = np.iinfo(values.dtype)
        middles = np.rint(np.clip(middles, limits.min, limits.max))
    filled: Array = np.where(known, values, middles.astype(values.dtype)[:, None, None])
    return filled


def _laid_out(
    values: Array,
    sides: Sequence[str],
    dim_order: Sequence[str],
    *,
    by_pixel: bool,
    repeated: Mapping[str, int],
) -> Array:
    """One item of a batch, or every pixel as one.

    A side that the model does not have is left out: what is valid at any date or pixel is valid. One that
    only the model has is repeated.
    """
    wanted = [side for side in dim_order if side != "batch"]
    order = ["height", "width", *wanted] if by_pixel else wanted
    for side in [side for side in sides if side not in order]:
        values = values.max(axis=sides.index(side))
        sides = [one for one in sides if one != side]
    for side in [side for side in order if side not in sides]:
        values, sides = np.repeat(values[None], repeated[side], axis=0), [side, *sides]
    moved = values.transpose([sides.index(side) for side in order])
    if by_pixel:
        moved = moved.reshape(-1, *moved.shape[2:])
    elif "batch" in dim_order:  # some detectors take one image as it is
        moved = moved[None]
    return np.ascontiguousarray(moved)
