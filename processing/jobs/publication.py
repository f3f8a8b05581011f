"""Outputs that appear whole or not at all.

Each output is written inside a hidden folder beside its final name, which is on the same file system, and
everything in that folder is renamed into place when the job has ended well, the main file last. An output
that is itself a folder stands from the start, and each of its files appears in that way.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import OutputError
from ..language import tr
from .runs import Run

JOURNALS = ("-wal", "-journal")
COMPANIONS = (".aux.xml", ".ovr", ".msk", ".qml", "-wal", "-shm", "-journal")
LONGEST_NAME = 255


def check_destination(final: Path) -> None:
    """Refuse a place that cannot be written, before any work is done.

    Raises
    ------
    OutputError
        The folder is missing or read-only, or the file is a folder or read-only.
    """
    folder = final.parent
    if len(os.fsencode(final.name)) > LONGEST_NAME:
        sentence = tr("the name {name} is too long for a file: choose one of at most {count} bytes")
        raise OutputError(sentence.format(name=final.name, count=LONGEST_NAME))
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
    _check_closed(final)


def check_folder(final: Path) -> None:
    """Refuse a folder in which nothing can be written, before any work is done.

    Raises
    ------
    OutputError
        It is a file or read-only, or its parent is missing or read-only.
    """
    if final.is_dir():
        if not (os.access(final, os.W_OK) and final.stat().st_mode & 0o222):
            raise OutputError(tr("the folder {folder} is read-only: choose another").format(folder=final))
    elif final.exists():
        raise OutputError(tr("{path} is a file, a folder is needed: choose another name").format(path=final))
    else:
        check_destination(final)


def _check_closed(final: Path) -> None:
    """An open database keeps part of itself in a journal, which must not meet another file."""
    for ending in JOURNALS:
        journal = companion(final, ending)
        if journal.is_file() and journal.stat().st_size:
            sentence = tr("{path} is open in another program: close it there, or choose another name")
            raise OutputError(sentence.format(path=final))


def companion(final: Path, ending: str) -> Path:
    """A file that belongs to another by its name: ``a.tif.aux.xml``, ``a.gpkg-wal``, ``a.qml``."""
    return final.with_suffix(ending) if ending == ".qml" else final.with_name(final.name + ending)


def prepare(run: Run, name: str, final: Path) -> Path:
    """Where to write the output ``name`` that will stand at ``final``."""
    check_destination(final)
    try:
        return run.make_folder(final.parent, name) / final.name
    except OSError as error:
        sentence = tr("nothing can be written in {folder} ({reason}): choose another folder")
        raise OutputError(sentence.format(folder=final.parent, reason=error.strerror)) from error


def publish(prepared: Path, final: Path) -> None:
    """Rename everything written beside ``prepared`` to stand beside ``final``, the main file last."""
    if not prepared.is_file():
        raise OutputError(tr("the job ended without writing {path}: please report this").format(path=final))
    _check_closed(final)
    others = [path for path in prepared.parent.iterdir() if path != prepared]
    for ending in COMPANIONS:  # of what stood there before: they would describe the new file wrongly
        if (old := companion(final, ending)).name not in {path.name for path in others}:
            old.unlink(missing_ok=True)
    for path in [*sorted(others), prepared]:
        try:
            os.replace(path, final.parent / path.name)
        except OSError as error:
            sentence = tr("{path} cannot be replaced ({reason}): close the programs that use it")
            raise OutputError(sentence.format(path=final, reason=error.strerror)) from error
