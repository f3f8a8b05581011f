"""What the polygons of a class raster say about themselves: the fields of the layer and their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from .cell_sizes import CellSizes
from .patches import FloatArray, Patches
from .ragged import IntArray
from .shapes import Shaped

if TYPE_CHECKING:
    import pyarrow as pa

TODO = "todo"  # state of review of a polygon that nobody has looked at


def fields(dtype: np.dtype[Any], *, has_scores: bool, has_shape: bool = False) -> pa.Schema:
    """Names and types of the fields, in order."""
    import pyarrow as pa

    types = {
        "class": pa.int64() if dtype == np.int64 else pa.int32(),
        "name": pa.string(),
        "area_m2": pa.float64(),
        "perimeter_m": pa.float64(),
        "pixels": pa.int64(),
    }
    if has_scores:
        types |= {"score_mean": pa.float64(), "score_min": pa.float64()}
    if has_shape:
        types |= {"shape": pa.string(), "area_change_m2": pa.float64()}
    return pa.schema([*types.items(), ("review", pa.string())])


def attributes(
    patches: Patches, cells: CellSizes | None, names: Mapping[int, str], *, has_scores: bool
) -> dict[str, Any]:
    """Values of the fields, NaN where there is none."""
    values, which = np.unique(patches.values, return_inverse=True)
    sums = patches.measures.sums
    unknown = np.full(len(patches), np.nan)
    found: dict[str, Any] = {
        "class": patches.values,
        "name": np.array([names.get(value) or str(value) for value in values.tolist()], object)[which],
        "area_m2": unknown if cells is None else sums[1],
        "perimeter_m": unknown if cells is None else perimeters(patches, cells),
        "pixels": sums[0].astype(np.int64),
        "review": np.full(len(patches), TODO, object),
    }
    if has_scores:
        total, count = sums[-2:]
        found["score_mean"] = np.divide(total, count, out=unknown.copy(), where=count > 0)
        found["score_min"] = np.where(count > 0, patches.measures.minima[0], np.nan)
    return found


def shaped_attributes(
    shaped: Shaped, cells: CellSizes | None, names: Mapping[int, str], *, has_scores: bool
) -> dict[str, Any]:
    """Values of the fields of polygons that have left the edges of the pixels."""
    found = attributes(shaped.patches, None, names, has_scores=has_scores)
    found |= {"shape": shaped.shapes, "area_change_m2": shaped.change_m2}
    if cells is not None:
        found["area_m2"] = shaped.patches.measures.sums[1] + shaped.change_m2
        found["perimeter_m"] = shaped_perimeters(shaped.patches, cells)
    return found


def shaped_perimeters(patches: Patches, cells: CellSizes) -> FloatArray:
    """The same as `perimeters` for boundaries of any direction."""
    following = _following(patches)
    row = (patches.rows + patches.rows[following]) / 2
    column = (patches.columns + patches.columns[following]) / 2
    down = (patches.rows[following] - patches.rows) * cells.heights(row, column)
    across = (patches.columns[following] - patches.columns) * cells.widths(row, column)
    totals: FloatArray = np.add.reduceat(np.hypot(down, across), patches.corners[patches.rings[:-1]])
    return totals


def _following(patches: Patches) -> IntArray:
    """For each corner the next one of its ring."""
    following = np.arange(1, len(patches.rows) + 1)
    following[patches.corners[1:] - 1] = patches.corners[:-1]
    return following


def perimeters(patches: Patches, cells: CellSizes) -> FloatArray:
    """Length in metres of the boundary of each patch, its holes included."""
    if not len(patches):
        return np.zeros(0)
    following = _following(patches)
    length = np.empty(len(patches.rows))
    row = (patches.rows + patches.rows[following]) / 2
    column = (patches.columns + patches.columns[following]) / 2
    down, across = (
        np.abs(patches.rows[following] - patches.rows),
        np.abs(patches.columns[following] - patches.columns),
    )
    for steps, sides in ((down, cells.heights), (across, cells.widths)):
        here = np.flatnonzero(steps)  # edges run along one axis, so each has its turn once
        length[here] = steps[here] * sides(row[here], column[here])
    totals: FloatArray = np.add.reduceat(length, patches.corners[patches.rings[:-1]])
    return totals
