"""The kinds of output that a job may have, and the plain values that it may tell beside them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Output:
    """One result of a job, written to a path that the request names.

    ``by_default`` says whether a form proposes it; every output may be left out of a request unless
    ``required``. ``extension`` is the one of a proposed file name; ``extensions`` all that are accepted.
    """

    name: str
    title: str
    kind: str
    media_type: str
    extensions: tuple[str, ...]
    help: str = ""
    required: bool = False
    by_default: bool = True
    geometry: str = ""

    @property
    def extension(self) -> str:
        """Extension of a proposed file name, without dot; nothing for a folder."""
        return self.extensions[0] if self.extensions else ""

    def schema(self) -> dict[str, Any]:
        """JSON schema of the result, in OGC's dialect."""
        return {"type": "string", "contentMediaType": self.media_type}

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, which fills file by file."""
        return self.kind == "folder"

    def ui(self) -> dict[str, Any]:
        """What a form needs to know and the schema cannot say."""
        hidden = {"name", "title", "help", "media_type"}
        shown = {f.name: getattr(self, f.name) for f in dataclasses.fields(self) if f.name not in hidden}
        return {name: value for name, value in shown.items() if value not in ("", ())}


@dataclass(frozen=True, kw_only=True)
class Value:
    """A plain number or text of the result, told in ``context.values`` under this name where it is known.

    It has no destination. Declared, it can be passed on in a model and stands in the reference.
    """

    name: str
    title: str
    kind: str
    help: str = ""
    unit: str = ""
    integer: bool = False

    def schema(self) -> dict[str, Any]:
        """JSON schema of the value, in OGC's dialect."""
        return {"type": "string" if self.kind == "text" else "integer" if self.integer else "number"}

    def ui(self) -> dict[str, Any]:
        """What a form needs to know and the schema cannot say."""
        shown = {"kind": self.kind, "unit": self.unit, "integer": self.integer}
        return {name: value for name, value in shown.items() if value}


def number(name: str, title: str, **options: Any) -> Value:
    """A number, in ``unit`` where it has one; with ``integer`` a whole one."""
    return Value(name=name, title=title, kind="number", **options)


def text(name: str, title: str, **options: Any) -> Value:
    """A short text."""
    return Value(name=name, title=title, kind="text", **options)


def raster(name: str, title: str, **options: Any) -> Output:
    """A raster, written as a Cloud Optimized GeoTIFF."""
    media = "image/tiff; application=geotiff; profile=cloud-optimized"
    return Output(
        name=name, title=title, kind="raster", media_type=media, extensions=("tif", "tiff"), **options
    )


def vector(name: str, title: str, **options: Any) -> Output:
    """A vector layer, written as a GeoPackage of one layer. ``geometry``: point, line, polygon."""
    media = "application/geopackage+sqlite3"
    return Output(name=name, title=title, kind="vector", media_type=media, extensions=("gpkg",), **options)


def table(name: str, title: str, **options: Any) -> Output:
    """A table, written as CSV in UTF-8."""
    return Output(name=name, title=title, kind="table", media_type="text/csv", extensions=("csv",), **options)


def file(
    name: str, title: str, *, extension: str = "html", media_type: str = "text/html", **options: Any
) -> Output:
    """A file for people, a report mostly."""
    return Output(
        name=name, title=title, kind="file", media_type=media_type, extensions=(extension,), **options
    )


def artifact(
    name: str, title: str, *, extension: str, media_type: str, others: tuple[str, ...] = (), **options: Any
) -> Output:
    """A file that the next job can use: a model, points, a report as data. ``others``: more extensions."""
    extensions = (extension, *others)
    return Output(
        name=name, title=title, kind="artifact", media_type=media_type, extensions=extensions, **options
    )


def folder(name: str, title: str, **options: Any) -> Output:
    """A folder, made where it is missing; the job puts one whole file after the other into it.

    What is there when the work fails or is cancelled stays: see :meth:`Context.file_in`.
    """
    return Output(
        name=name, title=title, kind="folder", media_type="inode/directory", extensions=(), **options
    )
