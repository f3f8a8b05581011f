"""What a batch has done in a folder, so that the same batch goes on where it ended.

JSON lines, one an image: what another run of Relevé or a crash leaves half-written costs that image alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import OutputError
from ..language import tr

NAME = "batch.jsonl"


@dataclass(frozen=True)
class Row:
    """What came of an image. ``outcome``: begun, done, kept or failed; ``shares``: of each class, 0 to 1;
    ``values``: what its job told.

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
    values: Mapping[str, Any] = field(default_factory=dict)


class Ledger:
    """The rows of earlier batches in a folder, and those of this one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / NAME
        self._rows: dict[str, Row] = {}
        self._made_by: dict[str, str] = {}  # name of a file → key of the row that wrote it last
        for row in _read(self._path):
            self._note(row)

    def find(self, image: str, key: str) -> Row | None:
        """The row of this image from before, if all its files are still as they were written."""
        row = self._rows.get(key)
        if row is None or not row.files:
            return None
        if not all(self._is_there(name, facts, key) for name, facts in row.files.items()):
            return None
        return replace(row, image=image, outcome="kept")

    def require_free(self, names: Iterable[str]) -> None:
        """Refuse to write files of these names where somebody else's stand.

        Raises
        ------
        OutputError
            The folder has one that no batch has written.
        """
        for name in names:
            if name not in self._made_by and (path := self.folder / name).exists():
                raise OutputError(_not_ours(path))

    def begin(self, image: str, key: str, names: Iterable[str]) -> None:
        """Write down that files of these names are about to be written, so that they count as a batch's."""
        self.add(Row(image, "begun", key=key, files={name: {} for name in names}))

    def add(self, row: Row) -> Row:
        """Write a row down; the row."""
        try:
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write("\n" + json.dumps(asdict(row), ensure_ascii=False))
        except OSError as error:
            sentence = tr("nothing can be written in {folder} ({reason}): choose another folder")
            raise OutputError(sentence.format(folder=self.folder, reason=error.strerror)) from error
        self._note(row)
        return row

    def _note(self, row: Row) -> None:
        self._made_by |= dict.fromkeys(row.files, row.key)
        if row.outcome == "done":
            self._rows[row.key] = row
        elif row.outcome == "begun":
            self._rows.pop(row.key, None)

    def _is_there(self, name: str, facts: Mapping[str, Any], key: str) -> bool:
        path = self.folder / name
        is_whole = path.is_file() and path.stat().st_size == facts.get("size")
        return is_whole and self._made_by[name] == key


def _not_ours(path: Path) -> str:
    sentence = tr(
        "{path} stands where the batch would write, and no batch has made it: choose another folder for the "
        "results, or move it away."
    )
    return sentence.format(path=path)


def _read(path: Path) -> Iterator[Row]:
    if not path.is_file():
        return
    text = path.read_text(encoding="utf-8", errors="replace")
    if text and not text.startswith("\n"):  # as every ledger does
        raise OutputError(_not_ours(path))
    for line in text.split("\n"):
        try:
            told = json.loads(line)
            yield Row(**told | {"warnings": tuple(told["warnings"])})
        except (ValueError, TypeError, KeyError):
            continue  # half a line, or that of another version
