"""Rows remembered from one listing to the next, by each file's size and time of change.

A list is asked for each time a dock opens. What cannot be remembered (a read-only or odd file system) is
read anew, and nothing is said.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ...errors import OutputError
from ...jobs.runs import cache_root
from ...language import current_language
from ...version import version
from ..reading import sidecar_of
from .rows import Row, empty_row, source_file

FORMAT = 1  # of a row: another number forgets the rows of before
MOST_ROWS = 5000
PATIENCE_S = 2  # for a file that another run is writing
KEYS = empty_row().keys()

TABLE = """
CREATE TABLE IF NOT EXISTS row (path TEXT, speech TEXT, stamp TEXT, row TEXT, PRIMARY KEY (path, speech))
"""


class RowCache:
    """Rows by path and language, of a file that can be deleted at any time.

    New rows are written together at the end: a file that somebody else holds is waited for once.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._speech = f"{FORMAT} {version()} {current_language()}"
        self._new: list[tuple[str, str, str, str]] = []
        self._is_readable = True

    def find(self, path: Path) -> Row | None:
        """The row of a model whose files are as they were."""
        if not self._is_readable:
            return None
        try:
            query = "SELECT stamp, row FROM row WHERE path = ? AND speech = ?"
            found = self._database.execute(query, (_key(path), self._speech)).fetchone()
        except sqlite3.Error:
            self._is_readable = False
            return None
        row = _row(found[1]) if found is not None else None
        return row if row is not None and found[0] == stamp(path, row) else None

    def keep(self, path: Path, row: Row) -> None:
        """Remember a row."""
        self._new.append((_key(path), self._speech, stamp(path, row), json.dumps(row)))

    def close(self) -> None:
        """Write what is new, and forget the oldest beyond the bound."""
        query = "DELETE FROM row WHERE rowid NOT IN (SELECT rowid FROM row ORDER BY rowid DESC LIMIT ?)"
        with closing(self._database), suppress(sqlite3.Error):
            if self._new:
                self._database.executemany("INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?)", self._new)
                self._database.execute(query, (MOST_ROWS,))
                self._database.commit()


@contextmanager
def row_cache() -> Iterator[RowCache]:
    """The cache of this user, or one that lasts as long as this where theirs cannot be used."""
    try:
        database = _opened(str(cache_root() / "models.sqlite"))
    except (sqlite3.Error, OutputError):
        database = _opened(":memory:")
    cache = RowCache(database)
    try:
        yield cache
    finally:  # of a run that is cancelled too: the next need not begin anew
        cache.close()


def _opened(place: str) -> sqlite3.Connection:
    database = sqlite3.connect(place, timeout=PATIENCE_S)
    try:
        database.execute(TABLE)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _row(text: object) -> Row | None:
    """A row that was kept; None for what a torn or foreign file holds in its place."""
    try:
        row = json.loads(str(text))
    except (ValueError, RecursionError):
        return None
    is_row = isinstance(row, dict) and row.keys() >= KEYS and isinstance(row["files"], list)
    return row if is_row and all(isinstance(one, str) for one in (*row["files"], row["thumbnail"])) else None


def stamp(path: Path, row: Row) -> str:
    """Size and time of change of everything that a row was read from."""
    beside = [path.parent / name for name in (*row["files"], row["thumbnail"]) if name]
    files = dict.fromkeys([path, sidecar_of(path), source_file(path), *beside])
    return json.dumps([_state(file) for file in files])


def _state(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _key(path: Path) -> str:
    return str(path).encode("utf-8", "replace").decode()
