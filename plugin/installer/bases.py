"""The Python from which the backend's interpreter is made; none is ever downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..i18n import tr
from ..runner import NoBackend
from ..runner.variables import cleaned

OLDEST, NEWEST = (3, 11), (3, 14)
NAMES = ("python3.13", "python3.12", "python3.11", "python3.14", "python3", "python")

_ASK = """
import sys
try:
    import ensurepip, venv
except ImportError:
    print(*sys.version_info[:2], "bare")
else:
    print(*sys.version_info[:2], "whole")
"""


@dataclass(frozen=True)
class Base:
    """A Python that answered. ``is_whole``: it can make environments."""

    path: Path
    version: tuple[int, int]
    is_whole: bool

    @property
    def python(self) -> str:
        """Its version as people write it."""
        return ".".join(map(str, self.version))

    @property
    def fits(self) -> bool:
        """Whether the backend can be made from it."""
        return self.is_whole and OLDEST <= self.version <= NEWEST


def find_base(setting: str = "") -> Base:
    """The Python set, else the first fit one of this computer.

    Raises
    ------
    NoBackend
        There is none; the message says what was found instead.
    """
    names = [setting.strip()] if setting.strip() else candidates()
    seen = []
    for name in names:
        base = ask(name)
        if base is None:
            continue
        if base.fits:
            return base
        seen.append(base)
    raise NoBackend(_refusal(seen, names), kind="NoBackend")


def candidates(platform: str = sys.platform, prefix: str = sys.exec_prefix) -> list[str]:
    """Names and paths to look at, the best first.

    A QGIS of Windows or macOS brings its own Python, of which ours borrows the program and the standard
    library; on Linux QGIS shares the system's.
    """
    return [*_bundled(platform, prefix), *NAMES]


def _bundled(platform: str, prefix: str) -> Iterator[str]:
    if platform == "win32":
        yield from (os.path.join(prefix, "python.exe"), os.path.join(prefix, "python3.exe"))
    if platform == "darwin":
        for folder in (prefix, os.path.dirname(prefix)):
            yield os.path.join(folder, "bin", "python3")


def ask(python: str) -> Base | None:
    """What a Python says of itself; None when it does not answer."""
    path = shutil.which(os.path.expanduser(python))
    answer = _answer([path, "-I", "-c", _ASK]) if path else []
    if len(answer) != 3:
        return None
    return Base(Path(path), (int(answer[0]), int(answer[1])), answer[2] == "whole")


def _answer(command: Sequence[str]) -> list[str]:
    try:
        done = subprocess.run(
            command, env=cleaned(os.environ), capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return done.stdout.split() if done.returncode == 0 else []


def _refusal(seen: list[Base], names: Sequence[str]) -> str:
    for base in seen:
        if OLDEST <= base.version <= NEWEST:
            sentence = tr(
                "{path} is Python {version} without its modules venv and ensurepip, which the backend is "
                "made with: install them (on Debian and Ubuntu, the package python{version}-venv)"
            )
            return sentence.format(path=base.path, version=base.python)
    oldest, newest = (".".join(map(str, version)) for version in (OLDEST, NEWEST))
    if seen:
        found = ", ".join(f"{base.path} ({base.python})" for base in seen)
        sentence = tr(
            "Python {oldest} to {newest} is needed; found {found}: use a newer QGIS, or install such a "
            "Python and give its path in the options of Relevé"
        )
        return sentence.format(oldest=oldest, newest=newest, found=found)
    sentence = tr(
        "Python {oldest} to {newest} is needed, none of {names} is one: install it, or set its path"
    )
    return sentence.format(oldest=oldest, newest=newest, names=", ".join(names))
