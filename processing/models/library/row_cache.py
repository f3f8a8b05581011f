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

from ...jobs.runs import cache_root
from ...language import current_language
from ...version import version
from ..reading import sidecar_of
from .rows import Row, source_file

FORMAT = 1  # of a row: another number forgets the rows of before
MOST_ROWS = 5000

TABLE = """
CREATE TABLE IF NOT EXISTS row (path TEXT, speech TEXT, stamp TEXT, row TEXT, PRIMARY KEY (path, speech))
"""


class RowCache:
    """Rows by path and language, of a file that can be deleted at any time."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._speech = f"{FORMAT} {version()} {current_language()}"
        database.execute(TABLE)

    def find(self, path: Path) -> Row | None:
        """The row of a model whose files are as they were."""
        with suppress(sqlite3.Error, ValueError):
            query = "SELECT stamp, row FROM row WHERE path = ? AND speech = ?"
            found = self._database.execute(query, (_key(path), self._speech)).fetchone()
            if found is not None:
                row: Row = json.loads(found[1])
                return row if found[0] == stamp(path, row) else None
        return None

    def keep(self, path: Path, row: Row) -> None:
        """Remember a row."""
        with suppress(sqlite3.Error):
            values = (_key(path), self._speech, stamp(path, row), json.dumps(row))
            self._database.execute("INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?)", values)

    def close(self) -> None:
        """Forget the oldest beyond the bound, and write what is new."""
        with suppress(sqlite3.Error):
            query = "DELETE FROM row WHERE rowid NOT IN (SELECT rowid FROM row ORDER BY rowid DESC LIMIT ?)"
            self._database.execute(query, (MOST_ROWS,))
            self._database.commit()


@contextmanager
def row_cache() -> Iterator[RowCache]:
    """The cache of this user, or one that lasts as long as this where theirs cannot be used."""
    for place in (str(cache_root() / "models.sqlite"), ":memory:"):
        try:
            with closing(sqlite3.connect(place, timeout=2)) as database:
                cache = RowCache(database)
                yield cache
                cache.close()
                return
        except sqlite3.Error:
            continue


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
