"""The kinds of parameter that a job may have.

A request class declares each of its fields with one of the functions at the end of this file; the class
behind the function knows the parameter's JSON schema, what a form needs to show it, and how to read a
value. Many spellings are accepted at the door (``"0.5"`` for a number, a path or ``{"href": path}`` for a
raster), one is kept inside.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from ..errors import RequestError
from ..language import tr

Source: TypeAlias = str
"""Path, URL or GDAL name of something to read."""


DATE_MARK = "|date="
"""Between the path of a raster and its date, in a text."""


@dataclass(frozen=True)
class DatedSource:
    """One raster of a series, with its date where it has one."""

    href: Source
    date: dt.datetime | None = None


@dataclass(frozen=True)
class Extent:
    """Rectangle in the coordinates of ``crs`` (anything that PROJ reads; empty: that of the data)."""

    xmin: float
    ymin: float
    xmax: float
    ymax: float
    crs: str = ""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """What every kind of parameter has in common. ``unit``: of the value, for people."""

    title: str
    help: str = ""
    optional: bool = False
    advanced: bool = False
    default: Any = None
    kind: ClassVar[str]
    reads: ClassVar[bool] = False  # the value names something to read, whose hash belongs in the provenance

    def schema(self) -> dict[str, Any]:
        """JSON schema of one value, in OGC's dialect."""
        return {"type": "string"}

    def ui(self) -> dict[str, Any]:
        """What a form needs to know and the schema cannot say."""
        shown = {
            f.name: getattr(self, f.name) for f in dataclasses.fields(self) if f.name not in {"title", "help"}
        }
        return {"kind": self.kind} | {name: value for name, value in shown.items() if _says_something(value)}

    def parse(self, value: Any) -> Any:
        """The value as a job receives it.

        Raises
        ------
        RequestError
            The value is not one of this kind; the message says what is needed.
        """
        return _string(value)

    def serialise(self, value: Any) -> Any:
        """The one JSON spelling of a parsed value; :meth:`parse` takes it back."""
        return value

    def sources(self, value: Any) -> tuple[Source, ...]:
        """What a parsed value names for reading."""
        return (value,) if self.reads else ()


def _says_something(value: Any) -> bool:
    return not (value is None or value is False or value == "" or value == ())  # zero says something


def _string(value: Any) -> str:
    if isinstance(value, Mapping) and isinstance(value.get("href"), str):
        value = value["href"]
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise RequestError(tr("found {value!r}, a text is needed").format(value=value))
    return value


@dataclass(frozen=True, kw_only=True)
class Raster(Parameter):
    """Path, URL or GDAL name of one raster (a str).

    With ``services`` the source of a QGIS layer of tiles or maps will do as well: ``type=xyz&url=…``.
    """

    kind = "raster"
    reads = True
    services: bool = False

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "contentMediaType": "image/tiff; application=geotiff"}


@dataclass(frozen=True, kw_only=True)
class Rasters(Parameter):
    """One or several rasters (a tuple of :class:`DatedSource`); ``path|date=2024-06-30`` gives one a date."""

    kind = "rasters"
    reads = True
    minimum: int = 1

    def schema(self) -> dict[str, Any]:
        one = {"type": "string", "contentMediaType": "image/tiff; application=geotiff"}
        dated = {
            "type": "object",
            "required": ["href"],
            "properties": {"href": {"type": "string"}, "date": {"type": "string", "format": "date-time"}},
        }
        return {"type": "array", "minItems": self.minimum, "items": {"oneOf": [one, dated]}}

    def parse(self, value: Any) -> tuple[DatedSource, ...]:
        items = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        sources = tuple(_dated(item) for item in items)
        if len(sources) < self.minimum:
            sentence = tr("found {found} rasters, at least {needed} are needed")
            raise RequestError(sentence.format(found=len(sources), needed=self.minimum))
        return sources

    def serialise(self, value: tuple[DatedSource, ...]) -> list[Any]:
        return [
            source.href if source.date is None else {"href": source.href, "date": source.date.isoformat()}
            for source in value
        ]

    def sources(self, value: tuple[DatedSource, ...]) -> tuple[Source, ...]:
        return tuple(source.href for source in value)


def _dated(item: Any) -> DatedSource:
    date = item.get("date") if isinstance(item, Mapping) else None
    if isinstance(item, str) and DATE_MARK in item:
        item, _, date = item.partition(DATE_MARK)
    return DatedSource(_string(item), None if date is None else _moment(date))


@dataclass(frozen=True, kw_only=True)
class Vector(Parameter):
    """Path or name of a vector layer (a str), ``path|layername=name`` for one layer of a file."""

    kind = "vector"
    reads = True
    geometry: str = "any"

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "contentMediaType": "application/geopackage+sqlite3"}


@dataclass(frozen=True, kw_only=True)
class Table(Parameter):
    """Path of a table (a str): CSV, Parquet or a layer of a GeoPackage."""

    kind = "table"
    reads = True

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "contentMediaType": "text/csv"}


@dataclass(frozen=True, kw_only=True)
class File(Parameter):
    """Path of any file (a str)."""

    kind = "file"
    reads = True
    extensions: tuple[str, ...] = ()

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "contentMediaType": "application/octet-stream"}

    def parse(self, value: Any) -> str:
        path = _string(value)
        if self.extensions and not path.lower().endswith(tuple(f".{e.lower()}" for e in self.extensions)):
            sentence = tr("found {path}, a file that ends in {extensions} is needed")
            raise RequestError(
                sentence.format(path=path, extensions=", ".join(f".{e}" for e in self.extensions))
            )
        return path


@dataclass(frozen=True, kw_only=True)
class Folder(Parameter):
    """Path of a folder (a str)."""

    kind = "folder"


@dataclass(frozen=True, kw_only=True)
class Model(Parameter):
    """Path of an ONNX model (a str)."""

    kind = "model"
    reads = True

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "contentMediaType": "application/onnx"}


@dataclass(frozen=True, kw_only=True)
class Field(Parameter):
    """Name of a field of the vector layer or table ``parent`` (a str; with ``many`` a tuple of them)."""

    kind = "field"
    parent: str
    type: str = "any"
    many: bool = False

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string"}} if self.many else {"type": "string"}

    def parse(self, value: Any) -> Any:
        return _several(value, _string) if self.many else _string(value)

    def serialise(self, value: Any) -> Any:
        return list(value) if self.many else value


def _several(value: Any, parse: Any) -> tuple[Any, ...]:
    if isinstance(value, str):
        value = [part.strip() for part in value.replace(";", ",").split(",")]
    if not isinstance(value, Sequence):
        raise RequestError(tr("found {value!r}, a list is needed").format(value=value))
    return tuple(parse(item) for item in value)


@dataclass(frozen=True, kw_only=True)
class Band(Parameter):
    """Number of a band of the raster ``parent``, counted from 1 (an int)."""

    kind = "band"
    parent: str

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": 1}

    def parse(self, value: Any) -> int:
        band = _number(value)
        if band < 1 or band != int(band):
            raise RequestError(
                tr("found {value!r}, the number of a band, from 1, is needed").format(value=value)
            )
        return int(band)


@dataclass(frozen=True, kw_only=True)
class ExtentOf(Parameter):
    """A rectangle (an :class:`Extent`); as text in QGIS' own order, ``xmin,xmax,ymin,ymax [EPSG:code]``."""

    kind = "extent"

    def schema(self) -> dict[str, Any]:
        corners = {"type": "array", "minItems": 4, "maxItems": 4, "items": {"type": "number"}}
        return {
            "type": "object",
            "required": ["bbox"],
            "properties": {"bbox": corners, "crs": {"type": "string"}},
        }

    def parse(self, value: Any) -> Extent:
        given = value
        if isinstance(value, str):
            value = _extent_of_text(value)
        corners = value.get("bbox") if isinstance(value, Mapping) else None
        if not isinstance(corners, Sequence) or isinstance(corners, str) or len(corners) != 4:
            raise RequestError(
                tr("found {value!r}, xmin,xmax,ymin,ymax [EPSG:code] is needed").format(value=given)
            )
        xmin, ymin, xmax, ymax = map(_number, corners)
        if not (xmin < xmax and ymin < ymax):
            sentence = tr("found {value!r}: xmin must be less than xmax, and ymin less than ymax")
            raise RequestError(sentence.format(value=given))
        return Extent(xmin, ymin, xmax, ymax, str(value.get("crs") or ""))

    def serialise(self, value: Extent) -> dict[str, Any]:
        crs = {"crs": value.crs} if value.crs else {}
        return {"bbox": [value.xmin, value.ymin, value.xmax, value.ymax]} | crs


def _extent_of_text(text: str) -> dict[str, Any]:
    numbers, _, crs = text.partition("[")
    parts = [part.strip() for part in numbers.split(",")]
    order = (0, 2, 1, 3) if len(parts) == 4 else ()
    return {"bbox": [parts[place] for place in order], "crs": crs.rstrip("] ").strip()}


@dataclass(frozen=True, kw_only=True)
class Crs(Parameter):
    """A coordinate reference system as PROJ reads it: ``EPSG:2154``, WKT, a PROJ string (a str)."""

    kind = "crs"


@dataclass(frozen=True, kw_only=True)
class Number(Parameter):
    """A number within bounds, in ``unit`` (a float; an int with ``integer``)."""

    kind = "number"
    integer: bool = False
    minimum: float | None = None
    maximum: float | None = None
    unit: str = ""

    def schema(self) -> dict[str, Any]:
        bounds = {"minimum": self.minimum, "maximum": self.maximum, "default": self.default}
        schema: dict[str, Any] = {"type": "integer" if self.integer else "number"}
        return schema | {name: value for name, value in bounds.items() if value is not None}

    def parse(self, value: Any) -> float | int:
        number = _number(value)
        low = -math.inf if self.minimum is None else self.minimum
        high = math.inf if self.maximum is None else self.maximum
        if not low <= number <= high:
            sentence = tr("found {number:g}, a number from {low:g} to {high:g} is needed")
            raise RequestError(sentence.format(number=number, low=low, high=high))
        if self.integer and number != int(number):
            raise RequestError(tr("found {number:g}, a whole number is needed").format(number=number))
        return int(number) if self.integer else number


def _number(value: Any) -> float:
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise RequestError(tr("found {value!r}, a number is needed").format(value=value))
    return number


@dataclass(frozen=True, kw_only=True)
class Boolean(Parameter):
    """Yes or no (a bool)."""

    kind = "boolean"

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"} | ({} if self.default is None else {"default": self.default})

    def parse(self, value: Any) -> bool:
        words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
        if isinstance(value, bool):
            return value
        if (answer := words.get(str(value).lower())) is None:
            raise RequestError(tr("found {value!r}, true or false is needed").format(value=value))
        return answer


@dataclass(frozen=True, kw_only=True)
class Enum(Parameter):
    """One of a few choices (its key, a str; with ``many`` a tuple of keys). ``choices``: key → label."""

    kind = "enum"
    choices: Mapping[str, str]
    many: bool = False

    def schema(self) -> dict[str, Any]:
        one: dict[str, Any] = {"type": "string", "enum": list(self.choices)}
        schema = {"type": "array", "items": one} if self.many else one
        default = list(self.default) if self.many and self.default else self.default
        return schema if default is None else schema | {"default": default}

    def parse(self, value: Any) -> Any:
        return _several(value, self._key) if self.many else self._key(value)

    def _key(self, value: Any) -> str:
        if value not in self.choices:
            sentence = tr("found {value!r}, one of {choices} is needed")
            raise RequestError(sentence.format(value=value, choices=", ".join(self.choices)))
        return str(value)

    def serialise(self, value: Any) -> Any:
        return list(value) if self.many else value


@dataclass(frozen=True, kw_only=True)
class Text(Parameter):
    """Free text (a str)."""

    kind = "text"
    multiline: bool = False

    def schema(self) -> dict[str, Any]:
        return {"type": "string"} | ({} if self.default is None else {"default": self.default})


@dataclass(frozen=True, kw_only=True)
class Moment(Parameter):
    """A date and time in ISO 8601 (a datetime; without zone it is UTC by convention)."""

    kind = "datetime"

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date-time"}

    def parse(self, value: Any) -> dt.datetime:
        return _moment(value)

    def serialise(self, value: dt.datetime) -> str:
        return value.isoformat()


def _moment(value: Any) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(str(value))
    except ValueError:
        sentence = tr("found {value!r}, a date such as 2024-06-30 or 2024-06-30T12:00:00 is needed")
        raise RequestError(sentence.format(value=value)) from None


def _declare(parameter: Parameter) -> Any:
    if parameter.optional or parameter.default is not None:
        return dataclasses.field(default=parameter.default, metadata={"parameter": parameter})
    return dataclasses.field(metadata={"parameter": parameter})


def raster(title: str, **options: Any) -> Any:
    """Declare a :class:`Raster`."""
    return _declare(Raster(title=title, **options))


def rasters(title: str, **options: Any) -> Any:
    """Declare :class:`Rasters`."""
    return _declare(Rasters(title=title, **options))


def vector(title: str, **options: Any) -> Any:
    """Declare a :class:`Vector`; ``geometry`` is any, point, line or polygon."""
    return _declare(Vector(title=title, **options))


def table(title: str, **options: Any) -> Any:
    """Declare a :class:`Table`."""
    return _declare(Table(title=title, **options))


def file(title: str, **options: Any) -> Any:
    """Declare a :class:`File`; ``extensions`` without dots."""
    return _declare(File(title=title, **options))


def folder(title: str, **options: Any) -> Any:
    """Declare a :class:`Folder`."""
    return _declare(Folder(title=title, **options))


def model(title: str, **options: Any) -> Any:
    """Declare a :class:`Model`."""
    return _declare(Model(title=title, **options))


def field(title: str, **options: Any) -> Any:
    """Declare a :class:`Field` of the parameter ``parent``; ``type`` is any, number or text."""
    return _declare(Field(title=title, **options))


def band(title: str, **options: Any) -> Any:
    """Declare a :class:`Band` of the parameter ``parent``."""
    return _declare(Band(title=title, **options))


def extent(title: str, **options: Any) -> Any:
    """Declare an :class:`Extent`."""
    return _declare(ExtentOf(title=title, **options))


def crs(title: str, **options: Any) -> Any:
    """Declare a :class:`Crs`."""
    return _declare(Crs(title=title, **options))


def number(title: str, **options: Any) -> Any:
    """Declare a :class:`Number`."""
    return _declare(Number(title=title, **options))


def boolean(title: str, **options: Any) -> Any:
    """Declare a :class:`Boolean`."""
    return _declare(Boolean(title=title, **options))


def enum(title: str, **options: Any) -> Any:
    """Declare an :class:`Enum`."""
    return _declare(Enum(title=title, **options))


def text(title: str, **options: Any) -> Any:
    """Declare a :class:`Text`."""
    return _declare(Text(title=title, **options))


def datetime(title: str, **options: Any) -> Any:
    """Declare a :class:`Moment`."""
    return _declare(Moment(title=title, **options))
