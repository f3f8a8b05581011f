"""The sheets that a table names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ...errors import RequestError
from ...language import tr
from .sheet import Sheet, key_of, stem_of

HEADINGS: Mapping[str, Sequence[str]] = {
    "points": ("points", "gcp_file", "gcps"),
    "name": ("sheet", "id", "name"),
    "image": ("image", "source", "raster"),
    "cutline": ("cutline", "mask"),
    "z": ("z", "order"),
    "year": ("year",),
    "fixed": ("fixed",),
    "ignore": ("ignore",),
}
"""What a column tells → the headings it may have, the surest first."""
NO = {"", "0", "no", "false", "non", "faux"}


def sheets_of_table(table: Path) -> tuple[list[Sheet], list[str]]:
    """The sheets in the order of the rows, and remarks for the user.

    Raises
    ------
    RequestError
        It cannot be read, has no column of points or images, names no sheet, or has a word for a number.
    """
    sheets: list[Sheet] = []
    ignored: list[Sheet] = []
    for row in _rows(table):
        if row.get("points") or row.get("image"):
            left_out = row.get("ignore", "").lower() not in NO
            (ignored if left_out else sheets).append(_sheet(row, table))
    if not sheets:
        sentence = tr(
            "{name} names no sheet: it needs a row a sheet, with the file of its points or its image."
        )
        raise RequestError(sentence.format(name=table.name))
    return sheets, list(_remarks(sheets, ignored))


def _rows(table: Path) -> Iterator[dict[str, str]]:
    """What each row tells, by the keys of `HEADINGS`."""
    text = _text(table)
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    headings = {heading.strip().lower(): heading for heading in reversed(reader.fieldnames or ())}
    columns = {
        key: headings[name]
        for key, names in HEADINGS.items()
        for name in reversed(names)  # the last one stands: the surest
        if name in headings
    }
    if not {"points", "image"} & columns.keys():
        sentence = tr("{name} has the columns {found}: one named points or image is needed.")
        found = ", ".join(filter(None, reader.fieldnames or ())) or tr("none")
        raise RequestError(sentence.format(name=table.name, found=found))
    for row in reader:
        yield {key: (row[heading] or "").strip() for key, heading in columns.items()}


def _text(table: Path) -> str:
    try:
        return table.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        sentence = tr("{name} cannot be read as a table ({reason}): a CSV file in UTF-8 is needed.")
        raise RequestError(sentence.format(name=table.name, reason=error)) from error


def _sheet(row: Mapping[str, str], table: Path) -> Sheet:
    points, image = (_beside(table, row.get(part, "")) for part in ("points", "image"))
    cutline = _beside(table, row.get("cutline", ""))
    named = row.get("name") or Path(row.get("points") or row["image"]).name
    year = _number(row, "year", table)
    return Sheet(
        name=stem_of(named),
        image=str(image) if image and image.exists() else None,
        points=points,
        cutline=str(cutline) if cutline else None,
        z=_number(row, "z", table) or 0.0,
        year=None if year is None else int(year),
        fixed=row.get("fixed", "").lower() not in NO,
    )


def _beside(table: Path, name: str) -> Path | None:
    """The file of this name, from the table on; one whose name differs in accents or apostrophes will do."""
    if not name:
        return None
    path = table.parent / name
    if path.exists() or not path.parent.is_dir():
        return path
    like = (one for one in sorted(path.parent.iterdir()) if one.suffix.lower() == path.suffix.lower())
    return next((one for one in like if key_of(one.name) == key_of(path.name)), path)


def _number(row: Mapping[str, str], column: str, table: Path) -> float | None:
    text = row.get(column, "")
    if not text:
        return None
    try:
        return float(text.replace(",", "."))
    except ValueError:
        sentence = tr("{name} has {text!r} in the column {column}, where a number is needed.")
        raise RequestError(sentence.format(name=table.name, text=text, column=column)) from None


def _remarks(sheets: Sequence[Sheet], ignored: Sequence[Sheet]) -> Iterator[str]:
    if ignored:
        sentence = tr("Left out, as the table says: {names}.")
        yield sentence.format(names=", ".join(sheet.name for sheet in ignored))
