"""Tables as people write them: CSV with commas, semicolons or tabs, headings in several spellings."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from ....errors import RequestError
from ....language import tr


def read_table(table: Path, headings: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """What each row tells, by the keys of ``headings``: those alone whose column is there.

    Parameters
    ----------
    headings : mapping
        What a column tells → the headings it may have, in lower case, the surest first.

    Raises
    ------
    RequestError
        It cannot be read, or has none of the columns.
    """
    text = _text(table)
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    found = {heading.strip().lower(): heading for heading in reversed(reader.fieldnames or ())}
    columns = {
        key: found[name]
        for key, names in headings.items()
        for name in reversed(names)  # the last one stands: the surest
        if name in found
    }
    if not columns:
        sentence = tr("{name} has the columns {found}: none of {needed} is among them.")
        needed = ", ".join(names[0] for names in headings.values())
        told = ", ".join(filter(None, reader.fieldnames or ())) or tr("none")
        raise RequestError(sentence.format(name=table.name, found=told, needed=needed))
    return [{key: (row[heading] or "").strip() for key, heading in columns.items()} for row in reader]


def number_in(row: Mapping[str, str], column: str, table: Path) -> float | None:
    """A number of a row, None where there is nothing.

    Raises
    ------
    RequestError
        There is something else.
    """
    text = row.get(column, "")
    if not text:
        return None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        sentence = tr("{name} has {text!r} in the column {column}, where a number is needed.")
        raise RequestError(sentence.format(name=table.name, text=text, column=column))
    return number


def _text(table: Path) -> str:
    try:
        return table.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        sentence = tr("{name} cannot be read as a table ({reason}): a CSV file in UTF-8 is needed.")
        raise RequestError(sentence.format(name=table.name, reason=error)) from error
