"""The folders of an installation, and whether there is room for it. Nothing is written anywhere else."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from ..i18n import decimal, tr
from ..runner import BackendError

LONGEST_ON_WINDOWS = 259
DEEPEST_PACKAGE = 150
"""Letters that the longest path inside an environment takes."""


@dataclass(frozen=True)
class Place:
    """Where one environment is made: all that the installer writes lies beside ``environment``."""

    environment: Path

    def _beside(self, ending: str) -> Path:
        return self.environment.with_name(f"{self.environment.name}.{ending}")

    @property
    def part(self) -> Path:
        """The new one, until it is whole."""
        return self._beside("part")

    @property
    def old(self) -> Path:
        """The former one, while the new one takes its place."""
        return self._beside("old")

    @property
    def scratch(self) -> Path:
        """Temporary files of the installation."""
        return self._beside("tmp")

    @property
    def cache(self) -> Path:
        """What was downloaded whole: kept while an installation is unfinished."""
        return self._beside("downloads")

    @property
    def lock(self) -> Path:
        """Is there while an installation runs."""
        return self._beside("lock")

    @property
    def leftovers(self) -> tuple[Path, ...]:
        """What only an interrupted installation leaves behind."""
        return self.part, self.scratch

    def sweep(self) -> None:
        """Remove what an interrupted installation left, but for the downloads; the old one comes back."""
        if self.old.exists() and not self.environment.exists():
            os.replace(self.old, self.environment)
        for folder in (*self.leftovers, self.old):
            shutil.rmtree(folder, ignore_errors=True)


def prepare(place: Place, needed_bytes: int) -> None:
    """Make the folder around the environment, once it is sure to do.

    Raises
    ------
    BackendError
        It cannot be written, is too deep for Windows, or there is no room.
    """
    folder = place.environment.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        sentence = tr(
            "{folder} cannot be written ({reason}): choose another folder for the backend in the options of "
            "Relevé"
        )
        raise BackendError(sentence.format(folder=folder, reason=error.strerror)) from error
    if sys.platform == "win32" and is_too_deep(place.part):
        sentence = tr(
            "{folder} is too deep for the paths of Windows: choose a shorter folder for the backend in the "
            "options of Relevé"
        )
        raise BackendError(sentence.format(folder=folder))
    free = shutil.disk_usage(folder).free
    if free < needed_bytes:
        raise BackendError(no_room(folder, needed_bytes, free))


def is_too_deep(folder: Path) -> bool:
    """Whether the paths below a folder would be longer than Windows takes."""
    return len(str(folder)) + DEEPEST_PACKAGE > LONGEST_ON_WINDOWS


def no_room(folder: Path, needed_bytes: int, free_bytes: int) -> str:
    """That the disk is too small, in words."""
    sentence = tr(
        "The disk is full: {needed} are needed below {folder} and {free} are free. Make room, or choose "
        "another folder for the backend in the options of Relevé"
    )
    return sentence.format(needed=as_size(needed_bytes), folder=folder, free=as_size(free_bytes))


def as_size(size_bytes: float) -> str:
    """A number of bytes as people read it."""
    if size_bytes >= 1e9:
        return tr("{number} GB").format(number=decimal(size_bytes / 1e9, ".1f"))
    return tr("{number} MB").format(number=f"{size_bytes / 1e6:.0f}")
