"""Ties given in a table: one place, seen on two sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ....errors import RequestError
from ....language import tr
from ..sets.sheet import key_of
from ..sets.tables import number_in, read_table

COLUMNS = tuple(f"{part}_{letter}" for letter in "ab" for part in ("sheet", "col", "row"))


@dataclass(frozen=True)
class Tie:
    """One place on two sheets: number of the sheet, col and row, row downwards."""

    one: tuple[int, float, float]
    other: tuple[int, float, float]


def read_ties(table: Path, names: Sequence[str]) -> tuple[Tie, ...]:
    """The ties of a table with the columns of `COLUMNS`.

    Parameters
    ----------
    names : sequence of str
        Of the sheets, in their order; the table may spell them as their files do.

    Raises
    ------
    RequestError
        It cannot be read, lacks a column, names a sheet that is not in the set, or one sheet twice.
    """
    numbers = {key_of(name): number for number, name in enumerate(names)}
    rows = read_table(table, {name: (name,) for name in COLUMNS})
    if rows and (missing := set(COLUMNS) - rows[0].keys()):
        sentence = tr("{name} lacks the columns {missing}: a table of ties has {needed}.")
        told = ", ".join(sorted(missing))
        raise RequestError(sentence.format(name=table.name, missing=told, needed=", ".join(COLUMNS)))
    return tuple(_tie(row, numbers, table) for row in rows)


def _tie(row: Mapping[str, str], numbers: Mapping[str, int], table: Path) -> Tie:
    one, other = (_side(row, letter, numbers, table) for letter in "ab")
    if one[0] == other[0]:
        sentence = tr("{name} ties {sheet} to itself: a tie is one place on two sheets.")
        raise RequestError(sentence.format(name=table.name, sheet=row["sheet_a"]))
    return Tie(one, other)


def _side(
    row: Mapping[str, str], letter: str, numbers: Mapping[str, int], table: Path
) -> tuple[int, float, float]:
    name = row[f"sheet_{letter}"]
    if key_of(name) not in numbers:
        sentence = tr("{name} ties a sheet {sheet!r}, which is not in the set.")
        raise RequestError(sentence.format(name=table.name, sheet=name))
    col, line = (number_in(row, f"{axis}_{letter}", table) for axis in ("col", "row"))
    if col is None or line is None:
        sentence = tr("{name} has a tie of {sheet} without col or row.")
        raise RequestError(sentence.format(name=table.name, sheet=name))
    return numbers[key_of(name)], col, line
