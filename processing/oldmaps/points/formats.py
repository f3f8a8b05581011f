"""The formats of control points, one module each: to add one, write its module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import arcgis, gdal_text, geotiff, iiif, qgis_points, table
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
    sets_aside : bool
        Whether a point that is not enabled can stand in it.
    """

    title: str
    extensions: tuple[str, ...]
    recognises: Callable[[Content], bool]
    read: Callable[[Content, Rows], ControlPoints]
    write: Callable[[ControlPoints], bytes] | None = None
    sets_aside: bool = True


FORMATS = {
    "geotiff": Format(title="GeoTIFF", extensions=(), recognises=geotiff.recognises, read=geotiff.read),
    "annotation": Format(
        title="IIIF annotation",
        extensions=("json", "jsonld"),
        recognises=iiif.recognises,
        read=iiif.read,
        write=iiif.write,
        sets_aside=False,
    ),
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
    "arcgis-csv": Format(
        title="ArcGIS CSV",
        extensions=(),
        recognises=arcgis.recognises_commas,
        read=arcgis.read_commas,
        write=arcgis.write_commas,
        sets_aside=False,
    ),
    "arcgis-tsv": Format(
        title="ArcGIS TSV",
        extensions=("tsv",),
        recognises=arcgis.recognises_tabs,
        read=arcgis.read_tabs,
        write=arcgis.write_tabs,
        sets_aside=False,
    ),
    "gdal": Format(
        title="GDAL",
        extensions=("txt",),
        recognises=gdal_text.recognises,
        read=gdal_text.read,
        write=gdal_text.write,
        sets_aside=False,
    ),
}
"""In the order in which a file is tried."""
