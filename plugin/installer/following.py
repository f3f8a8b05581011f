"""How far pip is, from what it writes and from what it has unpacked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..i18n import tr
from .place import as_size

_COLLECTING = re.compile(r"^\s*Collecting (?P<name>[\w.-]+)")
_PROCESSING = re.compile(r"^\s*Processing (?:.*?[/\\])?(?P<name>[^/\\]+?)-\d[^/\\]*\.whl")
_PROGRESS = re.compile(r"^Progress (?P<done>\d+) of (?P<total>\d+)$")
FETCHED, UNPACKED = 0.5, 0.85
"""Shares of the work that are done when everything is fetched, and unpacked; compiling is the rest."""


class Following:
    """Turns pip's lines into progress between two percentages.

    Parameters
    ----------
    environment : Path
        Where pip installs.
    number : int
        How many packages come.
    """

    def __init__(self, environment: Path, number: int, feedback: Any, *, start: float, end: float):
        self._environment, self._number, self._feedback = environment, max(1, number), feedback
        self._start, self._end = start, end
        self._name, self._seen, self._is_installing, self._told = "", 0, False, 0.0

    def line(self, line: str) -> bool:
        """Take in a line; True for one that only tells of progress."""
        if found := _COLLECTING.match(line) or _PROCESSING.match(line):
            self._name, self._seen = found["name"], self._seen + 1
            self._tell(FETCHED * (self._seen - 1) / self._number)
            self._feedback.setProgressText(tr("Fetching {package}").format(package=self._name))
        elif found := _PROGRESS.match(line):
            self._bytes(int(found["done"]), int(found["total"]))
            return True
        elif line.startswith("Installing collected packages"):
            self._is_installing = True
            sentence = tr("Unpacking {number} packages")
            self._feedback.setProgressText(sentence.format(number=line.count(",") + 1))
        return False

    def _bytes(self, done: int, total: int) -> None:
        if not total:
            return
        sentence = tr("Fetching {package}: {done} of {total}")
        text = sentence.format(package=self._name, done=as_size(done), total=as_size(total))
        self._feedback.setProgressText(text)
        self._tell(FETCHED * (self._seen - 1 + done / total) / self._number)

    def wait(self) -> None:
        """Look how much is unpacked: pip is silent while it does that."""
        if self._is_installing:
            done = sum(1 for _ in _installed(self._environment)) / self._number
            self._tell(FETCHED + (UNPACKED - FETCHED) * min(1.0, done))

    def _tell(self, share: float) -> None:
        if share > self._told:
            self._told = share
            self._feedback.setProgress(self._start + (self._end - self._start) * min(1.0, share))


def _installed(environment: Path) -> Iterable[Path]:
    yield from environment.glob("lib/python3*/site-packages/*.dist-info")
    yield from environment.glob("Lib/site-packages/*.dist-info")
