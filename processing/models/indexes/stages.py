"""A folder that a model is gathered in, beside where it will stand, and one rename that puts it there.

The stage outlives a cut or a kill, so that the same request goes on with it; old ones are swept.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ...errors import ModelError, OutputError
from ...language import tr

HIDDEN = ".fetching"
OLD_S = 30 * 86400
POLL_S = 0.2


@contextmanager
def stage(folder: Path, what: str, check: Callable[[], None]) -> Iterator[Path]:
    """A folder for what is being fetched, held by this run alone; ``what`` names it from one run to the next.

    Raises
    ------
    OutputError
        Nothing can be written in the models folder.
    """
    hidden = folder / HIDDEN
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if hidden.is_symlink():
            raise OutputError(
                tr("{path} is a link: remove it, or choose another folder.").format(path=hidden)
            )
        hidden.mkdir(exist_ok=True)
        _sweep(hidden)
        place = hidden / hashlib.sha256(what.encode("utf-8", "replace")).hexdigest()[:16]
        with _held(place.with_suffix(".lock"), check):
            place.mkdir(parents=True, exist_ok=True)
            try:
                yield place
            except ModelError:  # whole, and of no use: it need not be kept for another attempt
                shutil.rmtree(place, ignore_errors=True)
                raise
            finally:
                with suppress(OSError):  # where nothing is in it
                    place.rmdir()
    except OSError as error:
        if isinstance(error, OutputError) or not error.errno:
            raise
        sentence = tr("Nothing can be written in {folder} ({reason}): choose another folder.")
        raise OutputError(sentence.format(folder=folder, reason=error.strerror)) from error


def check_place(final: Path, *, replace: bool) -> None:
    """Refuse a place where something else stands that nobody asked to replace.

    Raises
    ------
    OutputError
        Something stands there.
    """
    if os.path.lexists(final) and (final.is_symlink() or not replace):
        sentence = tr("{folder} exists: ask for it to be replaced (REPLACE), or choose another folder.")
        raise OutputError(sentence.format(folder=final))


def put_in_place(place: Path, final: Path, *, replace: bool) -> None:
    """Rename a stage to its final name: it is there whole, or what stood there is still."""
    check_place(final, replace=replace)
    if not final.exists():
        os.rename(place, final)
        return
    old = place.with_suffix(".old")
    shutil.rmtree(old, ignore_errors=True)  # of a run that was killed when its model stood there already
    os.utime(final)  # its age is that of the move: should we be killed now, no sweep takes it soon
    os.rename(final, old)
    try:
        os.rename(place, final)
    except OSError:
        os.rename(old, final)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _held(path: Path, check: Callable[[], None]) -> Iterator[None]:
    """Wait for another run that is fetching the same."""
    lock = FileLock(path, thread_local=False)
    while True:
        check()
        try:
            path.parent.mkdir(exist_ok=True)
            lock.acquire(timeout=POLL_S)
            break
        except (Timeout, FileNotFoundError):  # who was before has just tidied up
            continue
    try:
        yield
    finally:
        with suppress(OSError):  # Windows keeps what is open; the sweep takes it later
            path.unlink()
        lock.release()
        with suppress(OSError):  # where nothing else is on its way
            path.parent.rmdir()


def _sweep(hidden: Path) -> None:
    """Remove what nobody has gone on with for a month."""
    with suppress(OSError):  # what another run has just taken away
        for place in hidden.iterdir():
            if time.time() - place.stat().st_mtime > OLD_S:
                shutil.rmtree(place, ignore_errors=True) if place.is_dir() else place.unlink()
