"""The runs of this profile, in a file of JSON lines: one when a run begins, one when it ends.

A run without an end whose QGIS is no longer there was interrupted: QGIS crashed, or the power went. What
could be a password does not get here: see :mod:`.secrets`.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional
from uuid import uuid4

from qgis.PyQt.QtCore import QLockFile

KEPT = 200
"""Runs that stay; the oldest go."""
SLACK = 50
"""Runs above it that may gather before the file is written anew."""
LOG_CHARACTERS = 20_000
"""Of the end of a run's log."""
PATIENCE_MS = 2000
OUTCOMES = ("done", "failed", "cancelled")


@dataclass(frozen=True)
class Record:
    """What is known of a run.

    ``inputs`` are as a request spells them, a layer that is in no file as ``{"layer": name}``; ``outputs``
    are name → path, kind and title. ``outcome`` is done, failed, cancelled, interrupted, or running.
    """

    id: str
    job: str
    name: str
    began: str
    """Local date and time in ISO 8601."""
    session: str
    inputs: dict[str, Any] = field(default_factory=dict)
    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    outcome: str = "running"
    seconds: Optional[float] = None
    message: str = ""
    log: str = ""

    def paths(self) -> dict[str, str]:
        """Name → path of each output."""
        return {name: str(told.get("path", "")) for name, told in self.outputs.items()}

    def reports(self) -> "list[str]":
        """Reports for people that are still there."""
        pages = [path for path in self.paths().values() if path.lower().endswith(".html")]
        return [path for path in pages if os.path.isfile(path)]


class RunList:
    """The file of runs in a folder, which several QGIS may share."""

    def __init__(self, folder: Path):
        self.path = folder / "runs.jsonl"
        self._folder = folder

    def begin(self, record: Record) -> None:
        """Write that a run begins."""
        known = {name: value for name, value in vars(record).items() if name not in ("outcome", "seconds")}
        self._append({"event": "begin", **known})

    def end(self, identity: str, outcome: str, *, seconds: float, **facts: Any) -> None:
        """Write how a run ended; ``facts`` are the fields that are known now."""
        self._append({"event": "end", "id": identity, "outcome": outcome, "seconds": seconds, **facts})

    def remove(self, identity: str) -> None:
        """Take a run off the list; its results stay."""
        self._append({"event": "remove", "id": identity})

    def read(self) -> "list[Record]":
        """All runs, the newest first."""
        return [self._settled(record) for record in reversed(_gather(self._lines()))][:KEPT]

    def _settled(self, record: Record) -> Record:
        if record.outcome == "running" and not is_alive(self._folder, record.session):
            return Record(**{**vars(record), "outcome": "interrupted"})
        return record

    def _lines(self) -> Iterator[dict[str, Any]]:
        try:
            text = self.path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return
        for line in text.split("\n"):
            try:
                event = json.loads(line)
            except ValueError:
                continue  # half a line, of a QGIS that crashed while it wrote
            if isinstance(event, dict):
                yield event

    def _append(self, event: dict[str, Any]) -> None:
        lock = QLockFile(str(self._folder / "runs.lock"))
        self._folder.mkdir(parents=True, exist_ok=True)
        lock.tryLock(PATIENCE_MS)  # a list of runs is not worth holding up a run
        try:
            with self.path.open("a", encoding="utf-8") as stream:
                # A line break first: what stands there may be half a line.
                stream.write("\n" + json.dumps(event, ensure_ascii=False, default=str))
            self._shorten()
        finally:
            lock.unlock()

    def _shorten(self) -> None:
        records = _gather(self._lines())
        if len(records) <= KEPT + SLACK:
            return
        part = self.path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as stream:
            for record in records[-KEPT:]:
                stream.write("\n" + json.dumps({"event": "begin", **vars(record)}, ensure_ascii=False))
        os.replace(part, self.path)


def _gather(events: Iterator[dict[str, Any]]) -> "list[Record]":
    """The runs, the oldest first, from what was written; what a newer Relevé wrote more is left out."""
    found: dict[str, dict[str, Any]] = {}
    known = set(Record.__dataclass_fields__)
    for event in events:
        kind, identity = event.pop("event", ""), event.get("id")
        if kind == "begin":
            found[identity] = {name: value for name, value in event.items() if name in known}
        elif kind == "end" and identity in found:
            found[identity].update({name: value for name, value in event.items() if name in known})
        elif kind == "remove":
            found.pop(identity, None)
    needed = ("id", "job", "name", "began", "session")
    return [Record(**facts) for facts in found.values() if all(isinstance(facts.get(n), str) for n in needed)]


SESSION = uuid4().hex
"""This QGIS, among those that share the list."""
_locks: dict[Path, QLockFile] = {}


def hold_session(folder: Path) -> None:
    """Show that this QGIS is there, until it ends."""
    lock = _session_lock(folder, SESSION)
    if lock not in _locks:
        folder.mkdir(parents=True, exist_ok=True)
        _locks[lock] = QLockFile(str(lock))
        _locks[lock].setStaleLockTime(
            0
        )  # a run may last longer than any time; a dead owner is seen all the same
        _locks[lock].tryLock(0)


def release_sessions() -> None:
    """Undo :func:`hold_session`."""
    for lock in _locks.values():
        lock.unlock()
    _locks.clear()


def is_alive(folder: Path, session: str) -> bool:
    """Whether the QGIS of a session is still there."""
    path = _session_lock(folder, session)
    if path in _locks:
        return True
    if not path.is_file():
        return False
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    is_free = lock.tryLock(0)
    if is_free:
        lock.unlock()
    return not is_free


def _session_lock(folder: Path, session: str) -> Path:
    return folder / f"session-{session}.lock"
