"""One installation at a time, also where two QGIS, or two computers, share a profile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ..i18n import tr
from ..runner import BackendError

STALE_MS = 6 * 3600 * 1000
"""An older lock is a leftover; one of this computer is, too, once its process has ended."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock.

    Raises
    ------
    BackendError
        Another QGIS holds it; the message says which.
    """
    lock = _lock(path)
    if not lock.tryLock(0):
        raise BackendError(_holder(lock, path))
    try:
        yield
    finally:
        lock.unlock()


def holder(path: Path) -> str:
    """Who installs at this moment, in a sentence; nothing where nobody does."""
    if not path.exists():
        return ""
    lock = _lock(path)
    if lock.tryLock(0):
        lock.unlock()
        return ""
    return _holder(lock, path)


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(STALE_MS)
    return lock


def _holder(lock: QLockFile, path: Path) -> str:
    is_known, pid, host, _ = lock.getLockInfo()
    if not is_known:
        return tr("{path} cannot be written: choose another folder in the options of Relevé").format(
            path=path
        )
    sentence = tr(
        "Another QGIS is installing the backend at this moment (process {pid} on {host}): wait until it is "
        "done. If there is none, delete {path}"
    )
    return sentence.format(pid=pid, host=host, path=path)
