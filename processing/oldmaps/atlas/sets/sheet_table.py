"""The sheets that a table names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ....errors import RequestError
from ....language import tr
from .sheet import Sheet, key_of, stem_of
from .tables import number_in, read_table

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
        It cannot be read, names no sheet, or has a word for a number.
    """
    sheets: list[Sheet] = []
    ignored: list[Sheet] = []
    for row in read_table(table, HEADINGS):
        if row.get("points") or row.get("image"):
            left_out = row.get("ignore", "").lower() not in NO
            (ignored if left_out else sheets).append(_sheet(row, table))
    if not sheets:
        sentence = tr(
            "{name} names no sheet: it needs a row a sheet, with the file of its points or its image."
        )
        raise RequestError(sentence.format(name=table.name))
    return sheets, list(_remarks(sheets, ignored))


def _sheet(row: Mapping[str, str], table: Path) -> Sheet:
    points, image = (_beside(table, row.get(part, "")) for part in ("points", "image"))
    cutline = _beside(table, row.get("cutline", ""))
    named = row.get("name") or Path(row.get("points") or row["image"]).name
    year = number_in(row, "year", table)
    return Sheet(
        name=stem_of(named),
        image=str(image) if image and image.exists() else None,
        points=points,
        cutline=str(cutline) if cutline else None,
        z=number_in(row, "z", table) or 0.0,
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


def _remarks(sheets: Sequence[Sheet], ignored: Sequence[Sheet]) -> Iterator[str]:
    if ignored:
        sentence = tr("Left out, as the table says: {names}.")
        yield sentence.format(names=", ".join(sheet.name for sheet in ignored))
