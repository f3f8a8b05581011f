"""Outputs that appear whole or not at all.

Each output is written inside a hidden folder beside its final name, which is on the same file system, and
everything in that folder is renamed into place when the job has ended well, the main file last.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import OutputError
from ..language import tr
from .runs import Run


def check_destination(final: Path) -> None:
    """Refuse a place that cannot be written, before any work is done.

    Raises
    ------
    OutputError
        The folder is missing or read-only, or the file is a folder or read-only.
    """
    folder = final.parent
    if not folder.is_dir():
        raise OutputError(
            tr("the folder {folder} does not exist: make it, or choose another").format(folder=folder)
        )
    if not os.access(folder, os.W_OK):
        raise OutputError(tr("the folder {folder} is read-only: choose another").format(folder=folder))
    if final.is_dir():
        raise OutputError(tr("{path} is a folder, a file is needed: choose another name").format(path=final))
    # By its mode too: an administrator may write anywhere, but read-only was somebody's wish.
    if final.exists() and not (os.access(final, os.W_OK) and final.stat().st_mode & 0o222):
        raise OutputError(tr("{path} is read-only: choose another name, or allow writing").format(path=final))


def prepare(run: Run, name: str, final: Path) -> Path:
    """Where to write the output ``name`` that will stand at ``final``."""
    check_destination(final)
    try:
        return run.make_folder(final.parent / f".releve-{run.id}-{name}") / final.name
    except OSError as error:
        sentence = tr("nothing can be written in {folder} ({reason}): choose another folder")
        raise OutputError(sentence.format(folder=final.parent, reason=error.strerror)) from error


def publish(prepared: Path, final: Path) -> None:
    """Rename everything written beside ``prepared`` to stand beside ``final``, the main file last."""
    if not prepared.is_file():
        raise OutputError(tr("the job ended without writing {path}: please report this").format(path=final))
    others = [path for path in prepared.parent.iterdir() if path != prepared]
    for path in [*sorted(others), prepared]:
        try:
            os.replace(path, final.parent / path.name)
        except OSError as error:
            sentence = tr("{path} cannot be replaced ({reason}): close the programs that use it")
            raise OutputError(sentence.format(path=final, reason=error.strerror)) from error
