"""Where the sheets of an atlas are: the part that every job on a set of sheets asks for."""

from __future__ import annotations

from dataclasses import dataclass

from ....jobs import parameters as p
from ...points.inputs import AssumedSystem


@dataclass(frozen=True, kw_only=True)
class SetOfSheets:
    """A folder of sheets, or a table that names them."""

    folder: str | None = p.folder(
        "Folder of sheets",
        optional=True,
        help="Images and files of control points, paired by their names: plan.jpg with plan.jpg.points or "
        "plan.points; accents and apostrophes may differ.",
    )
    table: str | None = p.table(
        "Table of sheets",
        optional=True,
        help="CSV, in place of a folder: a row a sheet, with the columns points, and where they are known "
        "sheet, image, cutline, z, year, fixed. Paths are relative to the table.",
    )


@dataclass(frozen=True, kw_only=True)
class SetOfPoints(AssumedSystem, SetOfSheets):
    """The same where control points are read, all in one way."""
