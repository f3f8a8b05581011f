"""Where models are kept on this computer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from platformdirs import site_data_path, user_data_path

Place = Literal["plugin", "user", "machine", "other"]

DEEPEST = 5  # subfolders below a models folder
SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "models"


@dataclass(frozen=True)
class ModelsFolder:
    """A folder that holds models, and whose it is."""

    path: Path
    place: Place = "other"


def user_folder() -> Path:
    """The user's own models folder, which may not exist yet; ``RELEVE_MODELS`` names another."""
    named = os.environ.get("RELEVE_MODELS")
    return Path(named) if named else user_data_path("releve", appauthor=False) / "models"


def standard_folders() -> tuple[ModelsFolder, ...]:
    """What is looked at without being asked: the plugin's, the user's, and one for all users."""
    machine = site_data_path("releve", appauthor=False) / "models"
    return (
        ModelsFolder(SHIPPED, "plugin"),
        ModelsFolder(user_folder(), "user"),
        ModelsFolder(machine, "machine"),
    )


def folders_named(text: str) -> tuple[ModelsFolder, ...]:
    """Folders that a user names, one a line, or on one line with semicolons.

    Examples
    --------
    >>> [folder.path.name for folder in folders_named("/data/a; /data/b")]
    ['a', 'b']
    """
    lines = text.split("\n") if "\n" in text or Path(text).is_dir() else text.split(";")
    return tuple(ModelsFolder(Path(line.strip()).expanduser()) for line in lines if line.strip())


def models_in(folders: Iterable[ModelsFolder]) -> Iterator[tuple[Path, ModelsFolder]]:
    """Each ONNX file of the folders and their subfolders once, with the folder it was found in.

    Hidden folders are passed over, as is what cannot be listed. A folder reached twice, by a link too, is
    read once.
    """
    seen: set[Path] = set()
    for folder in folders:
        for path in _walk(folder.path, DEEPEST, seen):
            yield path, folder


def _walk(folder: Path, depth: int, seen: set[Path]) -> Iterator[Path]:
    try:
        real = folder.resolve(strict=True)
        if real in seen:
            return
        seen.add(real)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.name.lower().endswith(".onnx") and entry.is_file():
            yield Path(entry.path)
        elif depth and entry.is_dir():
            yield from _walk(Path(entry.path), depth - 1, seen)
