"""The control points of a sheet as the dock holds them: values, replaced and never changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

COLUMNS = (
    "id", "sheet_id", "col", "row", "x", "y", "crs", "declared_crs",
    "enabled", "author", "origin", "sigma_px", "confidence", "note",
)  # fmt: skip
"""Of the backend's own table of points, in which the dock keeps them."""


@dataclass(frozen=True)
class Point:
    """One place, on the sheet and on the ground.

    ``col`` and ``row`` are pixels from the upper left corner of the stored image, ``row`` downwards; ``x`` is
    easting or longitude and ``y`` northing or latitude, in the CRS of the points. ``origin`` is ``human``,
    ``graticule``, ``predicted`` or ``matcher``.
    """

    col: float
    row: float
    x: float
    y: float
    enabled: bool = True
    id: str = ""
    origin: str = "human"
    sigma_px: float | None = None
    confidence: float | None = None
    author: str = ""
    note: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    """What its file says besides."""

    def with_(self, **changes: Any) -> Point:
        """The same point but for these."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Work:
    """What a person has made of a sheet so far.

    ``crs`` is that in which the points are understood, as the backend reads it; ``declared_crs`` is what
    their file claimed, letter by letter. ``method`` is empty for the one that is recommended.
    """

    points: tuple[Point, ...] = ()
    crs: str = ""
    declared_crs: str = ""
    method: str = ""

    def with_points(self, points: Iterable[Point]) -> Work:
        """The same with other points; each has a name of its own."""
        return replace(self, points=_named(points))


def _named(points: Iterable[Point]) -> tuple[Point, ...]:
    points = tuple(points)
    new, named = int(next_id(point.id for point in points)), {}
    for point in points:
        if not point.id or point.id in named:
            point, new = point.with_(id=str(new)), new + 1
        named[point.id] = point
    return tuple(named.values())


def next_id(taken: Iterable[str]) -> str:
    """A name that none of these has: a number, one above the highest."""
    return str(max((int(name) for name in taken if name.isdecimal()), default=0) + 1)


def written(work: Work, sheet: str) -> str:
    """The points as a table, numbers in full."""
    more = list(dict.fromkeys(name for point in work.points for name in point.extra))
    shared = {"sheet_id": sheet, "crs": work.crs, "declared_crs": work.declared_crs}
    stream = io.StringIO()
    table = csv.DictWriter(stream, [*COLUMNS, *more], extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    for point in work.points:
        table.writerow({**point.extra, **vars(point), **shared, "enabled": int(point.enabled)})
    return stream.getvalue()


def read(text: str) -> Work:
    """What a table holds that the backend or this dock wrote.

    Raises
    ------
    ValueError
        It is no such table.
    """
    rows = list(csv.DictReader(io.StringIO(text)))
    try:
        first = rows[0] if rows else {}
        work = Work(crs=first.get("crs") or "", declared_crs=first.get("declared_crs") or "")
        return work.with_points(map(_point, rows))
    except (KeyError, TypeError) as error:
        raise ValueError(f"no table of control points: {error}") from error


def _point(row: Mapping[str, str]) -> Point:
    def number(name: str) -> float | None:
        return float(row[name]) if row.get(name) else None

    return Point(
        *(float(row[name]) for name in ("col", "row", "x", "y")),
        enabled=row.get("enabled") != "0",
        id=row.get("id") or "",
        origin=row.get("origin") or "human",
        sigma_px=number("sigma_px"),
        confidence=number("confidence"),
        author=row.get("author") or "",
        note=row.get("note") or "",
        extra={name: text for name, text in row.items() if name not in COLUMNS},
    )
