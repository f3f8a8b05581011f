"""What an annotation says besides its points, in columns of our table, which loses nothing of it.

What holds for the whole sheet stands in each row, so that any point may be deleted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ...language import tr
from . import iiif
from .content import Content
from .control_points import ControlPoint, ControlPoints, FloatArray

MASK, SHEET, POINT = "sheet_mask", "iiif_annotation", "iiif_feature"
COLUMNS = (MASK, SHEET, POINT)
Lines = Sequence[tuple[int, Mapping[str, str]]]


def columns_of(points: ControlPoints) -> tuple[str, ...]:
    """The columns that are needed, none for points that come from no annotation and have no mask."""
    has_mask, is_annotated = points.mask is not None, iiif.KEY in points.extra
    return ((MASK,) if has_mask else ()) + ((SHEET, POINT) if is_annotated else ())


def of_sheet(points: ControlPoints) -> dict[str, str]:
    """What stands in each row."""
    mask = {} if points.mask is None else {MASK: _text(points.mask.tolist())}
    return mask | ({SHEET: _text(points.extra[iiif.KEY])} if iiif.KEY in points.extra else {})


def of_point(point: ControlPoint) -> dict[str, str]:
    """What stands in the row of a point."""
    return {POINT: _text(point.extra[iiif.KEY])} if iiif.KEY in point.extra else {}


def read_mask(content: Content, lines: Lines) -> FloatArray | None:
    """Col and row of the corners; None where no row tells them."""
    number, found = _first(content, lines, MASK)
    if found is None:
        return None
    try:
        mask = np.array(found, np.float64)
    except (TypeError, ValueError):
        mask = np.empty(0)
    if mask.ndim != 2 or mask.shape[1] != 2 or len(mask) < 3 or not np.isfinite(mask).all():
        raise content.fault(number, str(found), tr("a list of three corners or more, [column, row] each"))
    return mask


def read_sheet(content: Content, lines: Lines) -> dict[str, Any]:
    """What the annotation said of the whole sheet, by the key under which it is kept."""
    _, found = _first(content, lines, SHEET)
    return {} if found is None else {iiif.KEY: found}


def read_point(content: Content, number: int, fields: Mapping[str, str]) -> dict[str, Any]:
    """What it said of a point, likewise."""
    text = fields.get(POINT, "").strip()
    return {iiif.KEY: _parsed(content, number, text, dict)} if text else {}


def _first(content: Content, lines: Lines, column: str) -> tuple[int, Any]:
    """Number of the first line that tells something, and what; None where none does."""
    for number, fields in lines:
        if text := fields.get(column, "").strip():
            return number, _parsed(content, number, text, list if column == MASK else dict)
    return 0, None


def _parsed(content: Content, number: int, text: str, kind: type) -> Any:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, kind):
        raise content.fault(number, text, tr("JSON as Relevé writes it"))
    return found


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
