"""Files that are nothing but columns of numbers, without a head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...language import tr
from .content import Content
from .control_points import ControlPoint, ControlPoints
from .rows import Direction, Rows


def fields_of(line: str, separator: str | None) -> list[str]:
    """The fields of a line; None separates at any blanks."""
    return [field.strip() for field in line.strip().split(separator)]


def holds_numbers(content: Content, separator: str | None, count: int) -> bool:
    """Whether the first line is so many numbers."""
    first = fields_of(content.lines[0][1], separator) if content.lines else []
    try:
        return len([float(field) for field in first]) == count
    except ValueError:
        return False


def read_columns(
    content: Content, rows: Rows, *, separator: str | None, names: Sequence[str], usual: Direction
) -> ControlPoints:
    """The points of such a file.

    Parameters
    ----------
    content : Content
    rows : Rows
        What is known of the way in which rows count.
    separator : str, optional
        None for any blanks.
    names : sequence of str
        What each column is: ``id``, ``col``, ``row``, ``x``, ``y``.
    usual : Direction
        In which rows count in this format.

    Raises
    ------
    VectorError
        A line is not as many numbers.
    RequestError
        The signs of the rows contradict the format.
    """
    lines = []
    for number, line in content.lines:
        fields = fields_of(line, separator)
        if len(fields) != len(names):
            raise content.fault(number, line, tr("a line of {count} numbers").format(count=len(names)))
        lines.append((number, dict(zip(names, fields, strict=True))))
    values = [content.number(number, fields["row"]) for number, fields in lines]
    downwards = rows.of(values, usual, content.name)
    points = tuple(
        _point(content, number, fields, row) for (number, fields), row in zip(lines, downwards, strict=True)
    )
    return ControlPoints(points=points)


def _point(content: Content, number: int, fields: Mapping[str, str], row: float) -> ControlPoint:
    col, x, y = (content.number(number, fields[name]) for name in ("col", "x", "y"))
    return ControlPoint(id=fields.get("id", ""), col=col, row=row, x=x, y=y)
