"""What a batch has done in a folder, so that the same batch goes on where it ended.

JSON lines, one an image: what another run of Relevé or a crash leaves half-written costs that image alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ...errors import OutputError
from ...language import tr

NAME = "batch.jsonl"


@dataclass(frozen=True)
class Row:
    """What came of an image. ``outcome``: done, kept or failed; ``shares``: of each class, 0 to 1.

    ``key`` stands for all that the result depends on; ``files``: name in the folder → kind, size, style.
    """

    image: str
    outcome: str
    key: str = ""
    seconds: float | None = None
    shares: Mapping[str, float] = field(default_factory=dict)
    reason: str = ""
    warnings: tuple[str, ...] = ()
    files: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


class Ledger:
    """The rows of earlier batches in a folder, and those of this one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / NAME
        self._rows = {row.key: row for row in _read(self._path)}

    def find(self, image: str, key: str) -> Row | None:
        """The row of this image from before, if all its files are still as they were written."""
        row = self._rows.get(key)
        if row is None or row.outcome != "done" or not row.files:
            return None
        if not all(self._is_there(name, facts) for name, facts in row.files.items()):
            return None
        return replace(row, image=image, outcome="kept")

    def add(self, row: Row) -> Row:
        """Write a row down; the row."""
        try:
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write("\n" + json.dumps(asdict(row), ensure_ascii=False))
        except OSError as error:
            sentence = tr("nothing can be written in {folder} ({reason}): choose another folder")
            raise OutputError(sentence.format(folder=self.folder, reason=error.strerror)) from error
        return row

    def _is_there(self, name: str, facts: Mapping[str, Any]) -> bool:
        path = self.folder / name
        return path.is_file() and path.stat().st_size == facts.get("size")


def _read(path: Path) -> Iterator[Row]:
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        try:
            told = json.loads(line)
            yield Row(**told | {"warnings": tuple(told["warnings"])})
        except (ValueError, TypeError, KeyError):
            continue  # half a line, or that of another version
