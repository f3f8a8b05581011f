"""Makes the backend's own interpreter: a virtual environment with locked packages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from ..i18n import tr
from .errors import BackendError, Cancelled, NoBackend
from .interpreter import STAMP, lock_of, python_of
from .process import LineProcess
from .runner import POLL_S
from .variables import cleaned

OLDEST, NEWEST = (3, 11), (3, 14)
NAMES = ("python3.13", "python3.12", "python3.11", "python3.14", "python3", "python")


def make_environment(folder: Path, requirements: Path, *, base: Path, feedback: Any) -> Path:
    """Make or replace the virtual environment ``folder`` from locked requirements; its Python.

    The old one stays until the new one is whole.

    Parameters
    ----------
    requirements : Path
        One file of ``resources/requirements``, hashes included.
    base : Path
        The Python it is made from: see :func:`find_base`.
    feedback : QgsProcessingFeedback
        Shows what is going on, and may cancel it.

    Raises
    ------
    Cancelled
        The user gave up.
    BackendError
        A step failed; the message holds its last words.
    """
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        for command in _steps(part, requirements, base):
            run_command(command, feedback)
        (part / STAMP).write_text(lock_of(requirements) + "\n", encoding="utf-8")
        _replace(folder, part)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return python_of(folder)


def _steps(folder: Path, requirements: Path, base: Path) -> list[list[str]]:
    python = str(python_of(folder))
    uv = shutil.which("uv")
    if uv and _answers([uv, "--version"]):
        make = [str(base), "-I", "-m", "venv", "--without-pip", str(folder)]
        fill = [uv, "pip", "sync", "--python", python, "--require-hashes", str(requirements)]
    else:
        make = [str(base), "-I", "-m", "venv", str(folder)]
        fill = [python, "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
        fill += ["--require-hashes", "--only-binary", ":all:", "-r", str(requirements)]
    return [make, fill]


def _replace(folder: Path, part: Path) -> None:
    old = folder.with_name(f"{folder.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    try:
        if folder.exists():
            os.replace(folder, old)
        os.replace(part, folder)
    except OSError as error:  # on Windows, a running backend holds its own files
        if old.exists() and not folder.exists():
            os.replace(old, folder)
        sentence = tr("{folder} cannot be replaced ({reason}): end what runs, and close other QGIS windows")
        raise BackendError(sentence.format(folder=folder, reason=error.strerror)) from error
    shutil.rmtree(old, ignore_errors=True)


def run_command(command: Sequence[str], feedback: Any) -> list[str]:
    """Run a program in the backend's cleaned environment, showing its lines; all that it wrote.

    Raises
    ------
    Cancelled, BackendError
        The user gave up, or the program failed.
    """
    lines: list[str] = []
    ends: SimpleQueue[int] = SimpleQueue()

    def show(_: LineProcess, line: bytes) -> None:
        lines.append(line.decode("utf-8", "replace"))

    environment = {**cleaned(os.environ), "UV_PYTHON_DOWNLOADS": "never", "PIP_REQUIRE_VIRTUALENV": "0"}
    feedback.pushInfo(" ".join(command))
    try:
        process = LineProcess(command, environment, on_line=show, on_end=lambda _, status: ends.put(status))
    except OSError as error:
        raise BackendError(f"{command[0]}: {error.strerror}") from error
    process.close_input()
    status = _wait(process, ends, feedback)
    if status != 0:
        words = "\n".join([*lines[-10:], *process.last_words()[-20:]])
        raise BackendError(tr("{command} failed:\n{words}").format(command=" ".join(command), words=words))
    return lines


def _wait(process: LineProcess, ends: SimpleQueue[int], feedback: Any) -> int:
    while True:
        try:
            return ends.get(timeout=POLL_S)
        except Empty:
            if feedback.isCanceled():
                process.kill()
                process.wait(5)
                raise Cancelled(tr("The installation was cancelled; what was there before stays.")) from None


def find_base(setting: str = "") -> Path:
    """A Python from which the backend's interpreter can be made: the one set, else the first fit one on PATH.

    Raises
    ------
    NoBackend
        There is none.
    """
    # On Windows, QGIS brings a Python of its own, of which ours then borrows the program alone.
    names = [setting.strip()] if setting.strip() else [*NAMES, os.path.join(sys.exec_prefix, "python.exe")]
    for name in names:
        path = shutil.which(name)
        if path and OLDEST <= version_of(path) <= NEWEST:
            return Path(path)
    sentence = tr(
        "Python {oldest} to {newest} is needed, none of {names} is one: install it, or set its path"
    )
    oldest, newest = (".".join(map(str, version)) for version in (OLDEST, NEWEST))
    raise NoBackend(sentence.format(oldest=oldest, newest=newest, names=", ".join(names)), kind="NoBackend")


def version_of(python: str) -> tuple[int, int]:
    """Major and minor version of a Python with ``venv``; (0, 0) when it does not answer."""
    script = "import sys, venv, ensurepip; print(*sys.version_info[:2])"
    answer = _ask([python, "-I", "-c", script])
    return (int(answer[0]), int(answer[1])) if len(answer) == 2 else (0, 0)


def _answers(command: Sequence[str]) -> bool:
    return bool(_ask(command))


def _ask(command: Sequence[str]) -> list[str]:
    try:
        done = subprocess.run(
            command, env=cleaned(os.environ), capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return done.stdout.split() if done.returncode == 0 else []


def write_added_jobs(command: Sequence[str], shipped: Path, target: Path, feedback: Any) -> int:
    """Ask the backend for its jobs and keep those that the plugin does not ship; how many there are.

    ``command`` is the backend's ``jobs --json``; ``shipped`` the plugin's own catalogue.
    """
    listed = json.loads("\n".join(run_command(command, feedback)))["processes"]
    known = json.loads(shipped.read_text(encoding="utf-8"))["processes"] if shipped.is_file() else []
    ours = {job["id"] for job in known}
    added = [job for job in listed if job["id"] not in ours]
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")  # QGIS may be reading the other at this moment
    part.write_text(json.dumps({"processes": added}, ensure_ascii=False), encoding="utf-8")
    os.replace(part, target)
    return len(added)
