"""Results for programs, the same in every language: tables as CSV, and JSON."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from ..errors import OutputError
from ..language import tr

Row: TypeAlias = Sequence["str | int | float | None"]


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as CSV in UTF-8, an empty cell for what is not known.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerows([_cell(value) for value in row] for row in rows)
    except OSError as error:
        sentence = tr("The table cannot be written to {path}: {reason}. Choose another folder.")
        raise OutputError(sentence.format(path=path, reason=error.strerror or error)) from error


def _cell(value: str | int | float | None) -> str | int:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    return f"{value:.10g}" if isinstance(value, float) else value


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON in UTF-8, null for numbers that are not known.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    text = json.dumps(_known(value), ensure_ascii=False, indent=1, allow_nan=False)
    try:
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        sentence = tr("The data cannot be written to {path}: {reason}. Choose another folder.")
        raise OutputError(sentence.format(path=path, reason=error.strerror or error)) from error


def _known(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _known(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_known(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
