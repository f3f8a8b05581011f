"""Links of ArcGIS: ``col row x y`` separated by tabs, or by commas after an id; rows upwards."""

from __future__ import annotations

from .content import Content, spelled
from .control_points import ControlPoint, ControlPoints
from .number_columns import holds_numbers, read_columns
from .rows import Rows

NAMES = ("col", "row", "x", "y")


def recognises_tabs(content: Content) -> bool:
    """Whether a file begins with four numbers between tabs."""
    return holds_numbers(content, "\t", len(NAMES))


def recognises_commas(content: Content) -> bool:
    """Whether a file begins with five numbers between commas."""
    return holds_numbers(content, ",", len(NAMES) + 1)


def read_tabs(content: Content, rows: Rows) -> ControlPoints:
    """The points of a file with tabs; it tells no reference system."""
    return read_columns(content, rows, separator="\t", names=NAMES, usual="up")


def read_commas(content: Content, rows: Rows) -> ControlPoints:
    """The points of a file with commas; it tells no reference system."""
    return read_columns(content, rows, separator=",", names=("id", *NAMES), usual="up")


def write_tabs(points: ControlPoints) -> bytes:
    """The file with tabs of the points that are enabled."""
    return "".join("\t".join(_fields(point)) + "\n" for point in points.enabled.points).encode()


def write_commas(points: ControlPoints) -> bytes:
    """The file with commas of the points that are enabled."""
    numbered = enumerate(points.enabled.points, 1)
    return "".join(
        ",".join([point.id if point.id.isdigit() else str(number), *_fields(point)]) + "\n"
        for number, point in numbered
    ).encode()


def _fields(point: ControlPoint) -> list[str]:
    return [spelled(value) for value in (point.col, 0.0 - point.row, point.x, point.y)]
