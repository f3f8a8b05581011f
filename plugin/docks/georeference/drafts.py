"""What a person has made of each sheet, kept in the profile from change to change."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QLockFile

from ...i18n import tr
from ...places import profile_folder
from .images import Sheet
from .work import Work, read, written

LISTED = 20
"""Of the drafts, which all stay until their sheet is started afresh."""
OF_ALL = ("crs", "declared_crs", "method")
"""What is kept beside the points; a table without points says no CRS."""
POINTS, ABOUT, LOCK = "points.csv", "sheet.json", "lock"


class InUse(OSError):
    """Another QGIS works on the sheet; the text is a sentence."""


@dataclass(frozen=True)
class Past:
    """A draft as a list shows it."""

    path: str
    """Of the sheet's image."""
    changed: float
    """Seconds since 1970."""
    points: int


class Draft:
    """The folder of one sheet, held by this QGIS until it is closed.

    Points and what else is known of the sheet are two files, each replaced as a whole: whoever is killed
    leaves the state before a change or the one after. They are not forced to the disk: that would take longer
    than a person should wait after each click.

    Raises
    ------
    InUse
    OSError
        The profile cannot be written.
    """

    def __init__(self, folder: Path, sheet: Sheet):
        self._folder, self._sheet = folder, sheet
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / LOCK))
        self._lock.setStaleLockTime(0)  # a day's work is not stale; a dead owner is seen all the same
        if not self._lock.tryLock(0):
            sentence = tr("{sheet} is being worked on in another QGIS: close it there first.")
            raise InUse(sentence.format(sheet=sheet.name))

    @property
    def points_file(self) -> str:
        """The table of the points, as the backend reads it."""
        return str(self._folder / POINTS)

    def load(self) -> Work | None:
        """What was made of the sheet; None where there is nothing that can be read.

        The table goes before what is kept beside it: a kill may have come between the two, and points are
        what took a person's time.
        """
        about = self._about()
        try:
            work = read((self._folder / POINTS).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not (about or work.points):
            return None
        own = ("method",) if work.points else OF_ALL
        return replace(work, **{name: str(about.get(name, "")) for name in own})

    def was_of(self) -> Sheet | None:
        """The image as it was when its points were placed."""
        about = self._about()
        try:
            return Sheet(about["path"], about["width"], about["height"])
        except KeyError:
            return None

    def _about(self) -> dict[str, Any]:
        """What is kept beside the points; empty where that cannot be read."""
        try:
            told = json.loads((self._folder / ABOUT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def save(self, work: Work) -> None:
        """Keep this.

        Raises
        ------
        OSError
        """
        kept = {name: getattr(work, name) for name in OF_ALL}
        about = {**asdict(self._sheet), **kept, "points": len(work.points)}
        _replace(self._folder / POINTS, written(work, self._sheet.name))
        _replace(self._folder / ABOUT, json.dumps(about, ensure_ascii=False))

    def close(self) -> None:
        """Leave the sheet to others; one of which nothing is known leaves no trace."""
        is_empty = not any((self._folder / name).exists() for name in (ABOUT, POINTS))
        self._lock.unlock()
        if is_empty:
            shutil.rmtree(self._folder, ignore_errors=True)


class Drafts:
    """The drafts of this profile, a folder each."""

    def __init__(self, folder: Path | None = None):
        self._folder = folder or profile_folder() / "georeference"

    def open(self, sheet: Sheet) -> Draft:
        """The draft of a sheet, which its path tells from others.

        Raises
        ------
        InUse, OSError
        """
        return Draft(self._place(sheet.path), sheet)

    def recent(self) -> list[Past]:
        """Those in which there is something, the last changed first."""
        found = [past for about in self._folder.glob(f"*/{ABOUT}") if (past := _past(about))]
        return sorted(found, key=lambda past: past.changed, reverse=True)[:LISTED]

    def _place(self, path: str) -> Path:
        full = os.path.normcase(os.path.abspath(path)) if os.path.exists(path) else path
        return self._folder / hashlib.sha256(full.encode()).hexdigest()[:16]


def _past(about: Path) -> Past | None:
    try:
        told = json.loads(about.read_text(encoding="utf-8"))
        return Past(str(told["path"]), about.stat().st_mtime, int(told["points"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _replace(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)
