"""``.points`` of QGIS' georeferencer, in each of its dialects.

Columns are found by their names; pixels are ``sourceX``, ``sourceY`` (once ``pixelX``, ``pixelY``) with y
upwards, so that rows are negative. The line ``#CRS:`` may be missing, and may be wrong. What is not
understood is kept, and written back as it was.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ...language import tr
from .content import Content, encoded, spelled
from .control_points import ControlPoint, ControlPoints
from .rows import Rows

KEY = "qgis"
LONG = ("mapX", "mapY", "sourceX", "sourceY", "enable", "dX", "dY", "residual")
OLD = {"pixelX": "sourceX", "pixelY": "sourceY"}
PLACES = ("mapX", "mapY", "sourceX", "sourceY")
CRS_LINE = re.compile(r"#\s*CRS:\s*(.*)")
YES_NO = {"1": True, "0": False, "true": True, "false": False}


def recognises(content: Content) -> bool:
    """Whether a file has the columns of QGIS."""
    head = next((line for _, line in content.lines if not line.startswith("#")), "")
    return set(PLACES) <= {OLD.get(name, name) for name in _columns(head)}


def read(content: Content, rows: Rows) -> ControlPoints:
    """The points of a ``.points`` file, as it claims them.

    Raises
    ------
    VectorError
        A line is malformed; the message gives its number.
    RequestError
        Rows are positive, and nothing says which way they count.
    """
    preamble = [line for _, line in content.lines if line.startswith("#")]
    numbered = [(number, line) for number, line in content.lines if not line.startswith("#")]
    columns = _columns(numbered[0][1])
    lines = [(number, _fields(content, number, line, columns)) for number, line in numbered[1:]]
    heights = [content.number(number, _place(fields, "sourceY")) for number, fields in lines]
    declared = next((match[1].strip() for line in preamble if (match := CRS_LINE.match(line))), "")
    points = [
        _point(content, number, fields, row)
        for (number, fields), row in zip(lines, rows.of(heights, "up", content.name), strict=True)
    ]
    kept = {
        "preamble": preamble,
        "columns": columns,
        "delimiter": _delimiter(numbered[0][1]),
        "newline": content.newline,
        "encoding": content.encoding,
    }
    return ControlPoints(points=tuple(points), crs=declared, declared_crs=declared, extra={KEY: kept})


def write(points: ControlPoints) -> bytes:
    """The file of these points; what was read and has not changed is written letter by letter."""
    kept: Mapping[str, Any] = points.extra.get(KEY, {})
    columns: Sequence[str] = kept.get("columns", LONG)
    if not all(point.enabled for point in points.points) and "enable" not in columns:
        columns = LONG  # the short dialect cannot set a point aside
    text = io.StringIO()
    newline = kept.get("newline", "\n")
    text.writelines(line + newline for line in _preamble(points, kept.get("preamble", ())))
    writer = csv.writer(text, delimiter=kept.get("delimiter", ","), lineterminator=newline)
    writer.writerow(columns)
    writer.writerows([_spelled(point, name) for name in columns] for point in points.points)
    return encoded(text.getvalue(), kept.get("encoding", "utf-8"))


def _delimiter(head: str) -> str:
    return "," if "," in head else "\t"


def _columns(head: str) -> list[str]:
    return [name.strip() for name in next(csv.reader([head], delimiter=_delimiter(head)), [])]


def _fields(content: Content, number: int, line: str, columns: Sequence[str]) -> dict[str, str]:
    fields = next(csv.reader([line], delimiter=_delimiter(line)))
    if len(fields) != len(columns):
        needed = tr("a row of {count} values, as many as columns").format(count=len(columns))
        raise content.fault(number, line, needed)
    return dict(zip(columns, fields, strict=True))


def _place(fields: Mapping[str, str], name: str) -> str:
    old = {new: old for old, new in OLD.items()}
    return fields[name] if name in fields else fields[old[name]]


def _point(content: Content, number: int, fields: Mapping[str, str], row: float) -> ControlPoint:
    enabled = YES_NO.get(fields.get("enable", "1").strip().lower())
    if enabled is None:
        raise content.fault(number, fields["enable"], tr("1 or 0 under “enable”"))
    x, y, col = (content.number(number, _place(fields, name)) for name in PLACES[:3])
    return ControlPoint(col=col, row=row, x=x, y=y, enabled=enabled, extra={KEY: fields})


def _preamble(points: ControlPoints, kept: Sequence[str]) -> list[str]:
    """The lines above the columns: those read, unless the points are now understood in another CRS."""
    from .declaration import stated_crs

    stated = stated_crs(points)
    if any(match[1].strip() == stated for line in kept if (match := CRS_LINE.match(line))):
        return list(kept)
    others = [line for line in kept if not CRS_LINE.match(line)]
    return [f"#CRS: {stated}", *others] if stated else list(kept)


def _spelled(point: ControlPoint, column: str) -> str:
    text: str = point.extra.get(KEY, {}).get(column, "")
    if column == "enable":
        return text if YES_NO.get(text.strip().lower()) is point.enabled else str(int(point.enabled))
    places = {"mapX": point.x, "mapY": point.y, "sourceX": point.col, "sourceY": 0.0 - point.row}
    value = places.get(OLD.get(column, column))
    if value is None:
        return text or ("0" if column in LONG else "")
    return text if text and float(text) == value else spelled(value)
