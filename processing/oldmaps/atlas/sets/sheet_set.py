"""A set of sheets, out of a folder or a table: the one reader for all jobs on many sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Literal

from ....errors import RequestError
from ....language import tr
from .sheet import Sheet, key_of
from .sheet_folder import sheets_of_folder
from .sheet_table import sheets_of_table
from .where import SetOfSheets

NAMED = 5
"""How many names stand in a sentence."""


@dataclass(frozen=True)
class SheetSet:
    """The sheets in the order of the folder or the table, and what the user should know about them."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()

    @property
    def files(self) -> list[str]:
        """All that is read for the sheets."""
        parts = [(sheet.image, sheet.points, sheet.cutline) for sheet in self.sheets]
        return [str(file) for files in parts for file in files if file is not None]

    def having(self, part: Literal["points", "image"]) -> SheetSet:
        """The sheets that have a file of control points, or an image; the others are told.

        Raises
        ------
        RequestError
            None has it.
        """
        kept = tuple(sheet for sheet in self.sheets if getattr(sheet, part))
        left = [sheet.name for sheet in self.sheets if not getattr(sheet, part)]
        if not kept:
            sentence = {
                "points": tr("None of the {count} sheets has a file of control points beside it."),
                "image": tr("None of the {count} sheets has an image."),
            }[part]
            raise RequestError(sentence.format(count=len(left)))
        sentence = {
            "points": tr("Without control points, and left out: {names}."),
            "image": tr("Without an image: {names}."),
        }[part]
        return SheetSet(kept, (*self.remarks, *([sentence.format(names=listed(left))] if left else [])))


def read_sheets(where: SetOfSheets) -> SheetSet:
    """The sheets of a folder, or those that a table names, each under a name of its own.

    Raises
    ------
    RequestError
        Neither or both are given, one cannot be read, or it names no sheet.
    """
    if (where.folder is None) == (where.table is None):
        raise RequestError(tr("Give either a folder of sheets or a table of sheets."))
    if where.table is not None:
        sheets, remarks = sheets_of_table(Path(where.table.partition("|")[0]))
    else:
        sheets, remarks = sheets_of_folder(Path(where.folder or ""))
    return SheetSet(tuple(_apart(sheets)), tuple(remarks))


def _apart(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, those whose names a file system or a table may take for one numbered.

    Examples
    --------
    >>> [sheet.name for sheet in _apart([Sheet(name=name) for name in ("a:b", "A?b", "a_b_2", "b")])]
    ['a:b', 'A?b_2', 'a_b_2_2', 'b']
    """
    taken: set[str] = set()
    apart = []
    for sheet in sheets:
        spellings = chain([sheet.name], (f"{sheet.name}_{number}" for number in count(2)))
        name = next(name for name in spellings if key_of(name) not in taken)
        taken.add(key_of(name))
        apart.append(replace(sheet, name=name))
    return apart


def listed(names: Sequence[str]) -> str:
    """Some names, and how many there are more.

    Examples
    --------
    >>> listed("abc"), listed("abcdefghij")
    ('a, b, c', 'a, b, c, d, e and 5 more')
    """
    shown = ", ".join(names[:NAMED])
    if len(names) <= NAMED:
        return shown
    return tr("{names} and {count} more").format(names=shown, count=len(names) - NAMED)
