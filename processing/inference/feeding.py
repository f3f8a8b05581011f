"""Tiles as they enter the model: read, missing pixels filled, scaled, laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..raster.reading import Tile
from ..raster.tiles import TileIndex
from .plan import Fill, Plan
from .scaling import scale
from .sources import Sources

Array: TypeAlias = NDArray[Any]

IMAGE = ("bands", "height", "width")


@dataclass(frozen=True)
class Prepared:
    """A tile as it enters the model, an array for each input; None where no pixel is valid."""

    index: TileIndex
    feeds: Mapping[str, Array] | None
    valid: NDArray[np.bool_] | None


def read_tile(plan: Plan, sources: Sources, index: TileIndex) -> Prepared:
    """One tile, read and prepared."""
    return prepare(plan, sources.main.read(plan.tiles.tile(index)), index)


def prepare(plan: Plan, tile: Tile, index: TileIndex) -> Prepared:
    """A tile as the model wants it: missing pixels filled, scaled unless the graph does, in its layout."""
    values, valid = tile.values, tile.valid
    if valid is not None and not valid.any():
        return Prepared(index, None, valid)
    known = _known(values, valid)
    if known is not None:
        values = _fill(values, known, plan.use.fill)
    if not plan.graph.scales:
        values = scale(values, plan.entry.scaling)
    values = values.astype(plan.graph.dtype, copy=False)
    return Prepared(index, {plan.main: _laid_out(values, plan.entry.dim_order)}, valid)


def _known(values: Array, valid: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
    """Which values may enter as they are, None when all may: a NaN in one band would spread."""
    if values.dtype.kind == "f" and np.isnan(values).any():
        known: NDArray[np.bool_] = ~np.isnan(values)
        return known if valid is None else known & valid
    return valid


def _fill(values: Array, known: NDArray[np.bool_], fill: Fill) -> Array:
    if fill is None:
        count = np.broadcast_to(known, values.shape).sum(axis=(1, 2))
        middles = np.where(known, values, 0).sum(axis=(1, 2), dtype=np.float64) / np.maximum(count, 1)
    else:
        middles = np.array(fill)
    if values.dtype.kind in "ui":
        limits = np.iinfo(values.dtype)
        middles = np.rint(np.clip(middles, limits.min, limits.max))
    filled: Array = np.where(known, values, middles.astype(values.dtype)[:, None, None])
    return filled


def _laid_out(values: Array, dim_order: Sequence[str]) -> Array:
    """One item of a batch, or pixels × features."""
    if "height" not in dim_order:
        return np.ascontiguousarray(values.reshape(values.shape[0], -1).T)
    order = [IMAGE.index(side) for side in dim_order if side != "batch"]
    return np.ascontiguousarray(values.transpose(order))[None]
