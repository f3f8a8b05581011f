"""Relevé's own table of points: a CSV that tells of each point whence it comes and how sure it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast, get_args

from ...errors import VectorError
from ...language import tr
from . import table_annotation as annotation
from .content import Content, encoded, spelled
from .control_points import ControlPoint, ControlPoints, Origin
from .rows import Rows

KEY = "table"
COLUMNS = (
    "id", "sheet_id", "col", "row", "x", "y", "crs", "declared_crs",
    "enabled", "author", "origin", "sigma_px", "confidence", "note",
)  # fmt: skip
NEEDED = {"col", "row", "x", "y"}
ORIGINS = get_args(Origin)
YES_NO = {"1": True, "true": True, "yes": True, "": True, "0": False, "false": False, "no": False}


def recognises(content: Content) -> bool:
    """Whether a file has the columns of our table."""
    return bool(content.lines) and set(_columns(content)) >= NEEDED


def read(content: Content, rows: Rows) -> ControlPoints:
    """The points of a table, of one sheet.

    Raises
    ------
    VectorError
        A row is malformed, or several sheets or reference systems are mixed and none is chosen.
    """
    lines = _lines(content)
    sheet = _sheet(content, [fields.get("sheet_id", "") for _, fields in lines])
    lines = [(number, fields) for number, fields in lines if fields.get("sheet_id", "") == sheet]
    downwards = rows.of(
        [content.number(number, fields["row"]) for number, fields in lines], "down", content.name
    )
    crs = _one(content, lines, "crs")
    return ControlPoints(
        points=tuple(
            _point(content, number, fields, row)
            for (number, fields), row in zip(lines, downwards, strict=True)
        ),
        crs=crs,
        declared_crs=_one(content, lines, "declared_crs") or crs,
        sheet=sheet,
        mask=annotation.read_mask(content, lines),
        extra={
            KEY: {"columns": _columns(content), "encoding": content.encoding},
            **annotation.read_sheet(content, lines),
        },
    )


def write(points: ControlPoints) -> bytes:
    """The table of these points, with whatever else its file held."""
    kept: Mapping[str, Any] = points.extra.get(KEY, {})
    known = [*COLUMNS, *annotation.columns_of(points)]
    columns = [*known, *(name for name in kept.get("columns", ()) if _is_foreign(name))]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    shared = annotation.of_sheet(points)
    for point in points.points:
        writer.writerow({**_row(points, point), **annotation.of_point(point), **shared})
    return encoded(text.getvalue(), kept.get("encoding", "utf-8"))


def _is_foreign(column: str) -> bool:
    return column not in COLUMNS and column not in annotation.COLUMNS


def _columns(content: Content) -> list[str]:
    return [
        name.strip() for name in next(csv.reader(content.text.splitlines(), delimiter=_delimiter(content)))
    ]


def _delimiter(content: Content) -> str:
    head = content.lines[0][1]
    return max(",;\t", key=head.count)


def _lines(content: Content) -> list[tuple[int, dict[str, str]]]:
    """Number of the last line and fields of each row; a field in quotes may hold an end of line."""
    (_, head), *rows = _split(content)
    columns = [name.strip() for name in head]
    found = []
    for number, fields in rows:
        if not any(field.strip() for field in fields):
            continue
        if len(fields) != len(columns):
            needed = tr("a row of {count} values, as many as columns").format(count=len(columns))
            raise content.fault(number, ",".join(fields), needed)
        found.append((number, dict(zip(columns, fields, strict=True))))
    return found


def _split(content: Content) -> Iterator[tuple[int, list[str]]]:
    text = io.StringIO(content.text, newline="")
    reader = csv.reader(text, delimiter=_delimiter(content), strict=True)  # else an open quote eats rows
    try:
        for fields in reader:
            yield reader.line_num, fields
    except csv.Error as error:
        raise content.fault(reader.line_num, str(error), tr("a row of a table")) from error


def _sheet(content: Content, names: Sequence[str]) -> str:
    """The sheet meant: the only one, or the one named."""
    known = list(dict.fromkeys(names))
    if content.part in known:
        return content.part
    if len(known) < 2 and not content.part:
        return known[0] if known else ""
    sentence = tr("{name} holds the points of the sheets {sheets}: name one, as in “{example}”")
    example = f"{content.name}|sheet={known[0] if known else ''}"
    raise VectorError(sentence.format(name=content.name, sheets=", ".join(known), example=example))


def _one(content: Content, lines: Sequence[tuple[int, Mapping[str, str]]], column: str) -> str:
    """The one value of a column."""
    found = sorted({fields.get(column, "").strip() for _, fields in lines})
    if len(found) > 1:
        sentence = tr("{name} has several values under “{column}”: {values}; one sheet has one")
        shown = ", ".join(f"“{value[:60]}”" for value in found)
        raise VectorError(sentence.format(name=content.name, column=column, values=shown))
    return found[0] if found else ""


def _point(content: Content, number: int, fields: Mapping[str, str], row: float) -> ControlPoint:
    col, x, y = (content.number(number, fields[name]) for name in ("col", "x", "y"))
    enabled = YES_NO.get(fields.get("enabled", "").strip().lower())
    if enabled is None:
        raise content.fault(number, fields["enabled"], tr("1 or 0 under “enabled”"))
    origin = fields.get("origin", "").strip() or "human"
    if origin not in ORIGINS:
        needed = tr("one of {choices} under “origin”").format(choices=", ".join(ORIGINS))
        raise content.fault(number, origin, needed)
    sigma, confidence = (
        content.number(number, text) if (text := fields.get(name, "").strip()) else None
        for name in ("sigma_px", "confidence")
    )
    return ControlPoint(
        id=fields.get("id", ""),
        col=col,
        row=row,
        x=x,
        y=y,
        enabled=enabled,
        author=fields.get("author", ""),
        origin=cast("Origin", origin),
        sigma_px=sigma,
        confidence=confidence,
        note=fields.get("note", ""),
        extra={
            KEY: {name: text for name, text in fields.items() if _is_foreign(name)},
            **annotation.read_point(content, number, fields),
        },
    )


def _row(points: ControlPoints, point: ControlPoint) -> dict[str, str]:
    return {
        **point.extra.get(KEY, {}),
        "id": point.id,
        "sheet_id": points.sheet,
        "col": spelled(point.col),
        "row": spelled(point.row),
        "x": spelled(point.x),
        "y": spelled(point.y),
        "crs": points.crs,
        "declared_crs": points.declared_crs,
        "enabled": str(int(point.enabled)),
        "author": point.author,
        "origin": point.origin,
        "sigma_px": _optional(point.sigma_px),
        "confidence": _optional(point.confidence),
        "note": point.note,
    }


def _optional(number: float | None) -> str:
    return "" if number is None else spelled(number)
