"""Which Python runs the backend, and whether its packages are those this plugin asks for."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..i18n import tr
from .errors import NoBackend

STAMP = "releve-lock.txt"
"""File in an interpreter's folder: name and SHA-256 of the requirements it was made from."""


@dataclass(frozen=True)
class Interpreter:
    """A Python for the backend. ``origin`` is setting, profile or checkout."""

    path: Path
    origin: str

    @property
    def folder(self) -> Path:
        """The virtual environment around it."""
        return self.path.parent.parent


def find_interpreter(setting: str, profile: Path, root: Path) -> Interpreter:
    """The interpreter that wins: the one set, then the profile's own, then the ``.venv`` of the checkout.

    Parameters
    ----------
    setting : str
        Path that the user has set, or nothing.
    profile, root : Path
        The folder around our own environment, mostly ours in the profile; the plugin's own folder.

    Raises
    ------
    NoBackend
        There is none, or the one that is set does not exist.
    """
    for candidate in _candidates(setting, profile, root):
        if candidate.path.is_file():
            return candidate
        if candidate.origin == "setting":
            sentence = tr(
                "The Python set for Relevé's backend, {path}, does not exist: correct or empty the setting"
            )
            raise NoBackend(sentence.format(path=candidate.path), kind="NoBackend")
    sentence = tr(
        "Relevé's backend is not installed: install it under Settings ▸ Options ▸ Relevé, or with the "
        "algorithm “Install or update the backend” ({id})"
    )
    raise NoBackend(sentence.format(id="releve:backend.install"), kind="NoBackend")


def _candidates(setting: str, profile: Path, root: Path) -> Iterator[Interpreter]:
    if setting.strip():
        yield Interpreter(Path(setting.strip()).expanduser(), "setting")
    yield Interpreter(python_of(profile / "venv"), "profile")
    yield Interpreter(python_of(profile / "venv.old"), "profile")  # an update was killed between two renames
    yield Interpreter(python_of(root / ".venv"), "checkout")


def python_of(environment: Path) -> Path:
    """The Python of a virtual environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lock_of(requirements: Path) -> str:
    """What the stamp of an interpreter made from these requirements says."""
    return f"{requirements.stem} {hashlib.sha256(requirements.read_bytes()).hexdigest()}"


def outdated(interpreter: Interpreter, requirements: Path, *, variant: str = "") -> str:
    """Why the interpreter should be updated, or nothing.

    ``requirements`` is the folder of the plugin's locked requirements, one file a variant. An interpreter
    without a stamp is somebody's own work, and is left alone. With ``variant``, another one is outdated too.
    """
    made_as, made_from = read_stamp(interpreter)
    locked = requirements / f"{variant or made_as}.txt"
    if made_from is None or not locked.is_file() or lock_of(locked).split()[1] == made_from:
        return ""
    sentence = tr("The packages of Relevé's backend ({folder}) are not those this version asks for: {how}")
    how = {
        "checkout": tr("run “make backend”"),
        "setting": tr("who made that interpreter should update it"),
        "profile": tr("update it under Settings ▸ Options ▸ Relevé"),
    }
    return sentence.format(folder=interpreter.folder, how=how[interpreter.origin])


def read_stamp(interpreter: Interpreter) -> tuple[str, Optional[str]]:
    """Variant and hash of the requirements an interpreter was made from; no hash where it has no stamp."""
    try:
        words = (interpreter.folder / STAMP).read_text(encoding="utf-8").split()
    except OSError:
        return "cpu", None
    return (words[0], words[1]) if len(words) > 1 else ("cpu", "".join(words))
