"""The formats of control points, one module each: to add one, write its module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import qgis_points, table
from .content import Content
from .control_points import ControlPoints
from .rows import Rows


@dataclass(frozen=True, kw_only=True)
class Format:
    """How points stand in one kind of file.

    Parameters
    ----------
    title : str
        What people call it.
    extensions : tuple of str
        Of files written in it, without dots.
    recognises : callable
        Whether a file is of it.
    read, write : callable
        ``write`` gives the content of a file, None where the format is only read.
    """

    title: str
    extensions: tuple[str, ...]
    recognises: Callable[[Content], bool]
    read: Callable[[Content, Rows], ControlPoints]
    write: Callable[[ControlPoints], bytes] | None = None


FORMATS = {
    "qgis": Format(
        title="QGIS .points",
        extensions=("points",),
        recognises=qgis_points.recognises,
        read=qgis_points.read,
        write=qgis_points.write,
    ),
    "table": Format(
        title="CSV",
        extensions=("csv",),
        recognises=table.recognises,
        read=table.read,
        write=table.write,
    ),
}
"""In the order in which a file is tried."""
