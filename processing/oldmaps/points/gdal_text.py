"""Points as GDAL's tools take them: ``col row x y``, separated by blanks, rows downwards."""

from __future__ import annotations

from .content import Content, spelled
from .control_points import ControlPoints
from .number_columns import holds_numbers, read_columns
from .rows import Rows

NAMES = ("col", "row", "x", "y")


def recognises(content: Content) -> bool:
    """Whether a file begins with four numbers between blanks."""
    return holds_numbers(content, None, len(NAMES)) and "\t" not in content.lines[0][1].strip()


def read(content: Content, rows: Rows) -> ControlPoints:
    """The points of such a file; it tells no reference system."""
    return read_columns(content, rows, separator=None, names=NAMES, usual="down")


def write(points: ControlPoints) -> bytes:
    """The file of the points that are enabled."""
    lines = (
        " ".join(map(spelled, (point.col, point.row, point.x, point.y))) for point in points.enabled.points
    )
    return "".join(f"{line}\n" for line in lines).encode()
