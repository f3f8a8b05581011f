"""The models of this computer, as a list."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...language import tr
from .folders import ModelsFolder, folders_named, models_in, standard_folders
from .row_cache import RowCache, row_cache
from .rows import Row, row_of_file

if TYPE_CHECKING:
    from ...jobs import Context
    from .list_job import Request

MOST_MODELS = 5000
TOLD_EVERY_S = 0.5

COLUMNS = (
    "title", "task", "gsd_m", "bands_words", "sensors", "licence", "accuracy", "size", "origin", "missing",
    "problem", "sha256", "path",
)  # fmt: skip


def list_models(request: Request, context: Context) -> None:
    """Gather the rows of every model in the folders asked for, and write them where that is asked for."""
    folders = [
        *(standard_folders() if request.standard else ()),
        *(folders_named(request.folders) if request.folders else ()),
    ]
    rows = _gather(folders, context)
    context.values |= {
        "count": len(rows),
        "problems": sum(bool(row["problem"]) for row in rows),
        "models": rows,
        "folders": [
            {"path": str(one.path), "place": one.place, "exists": one.path.is_dir()} for one in folders
        ],
    }
    write_rows(rows, as_json=context.output("list"), as_table=context.output("table"))


def rows_in(folders: Sequence[str]) -> list[Row]:
    """The rows of the models of these folders, or of the usual ones."""
    named = [ModelsFolder(Path(folder)) for folder in folders]
    with row_cache() as cache:
        rows = [_row(path, folder, cache) for path, folder in models_in(named or standard_folders())]
    return _sorted(rows)


def _gather(folders: Sequence[ModelsFolder], context: Context) -> list[Row]:
    found = list(models_in(folders))
    if len(found) > MOST_MODELS:
        sentence = tr("{found} models were found: only the first {count} are listed. Name smaller folders.")
        context.warn(sentence.format(found=len(found), count=MOST_MODELS))
    rows: list[Row] = []
    with row_cache() as cache:
        told, at = time.monotonic(), 0
        for place, (path, folder) in enumerate(found[:MOST_MODELS]):
            context.check()
            rows.append(_row(path, folder, cache))
            if time.monotonic() - told > TOLD_EVERY_S:
                context.progress(place / len(found), tr("Reading {name}").format(name=path.name))
                context.preview(models=rows[at:])
                told, at = time.monotonic(), len(rows)
    return _sorted(rows)


def _sorted(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["title"].casefold(), row["path"]))


def _row(path: Path, folder: ModelsFolder, cache: RowCache) -> Row:
    row = cache.find(path)
    if row is None:
        row = row_of_file(path, folder)
        cache.keep(path, row)
    return row | {"folder": str(folder.path), "place": folder.place}


def write_rows(rows: Sequence[Row], *, as_json: Path | None, as_table: Path | None = None) -> None:
    """Write rows for programs, and the most important of each for people."""
    if as_json is not None:
        as_json.write_text(json.dumps({"models": rows}, ensure_ascii=False, indent=1), encoding="utf-8")
    if as_table is not None:
        with as_table.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            table.writerows([_cell(row[column]) for column in COLUMNS] for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value.get("words") if isinstance(value, dict) else value
