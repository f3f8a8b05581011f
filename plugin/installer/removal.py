"""Takes the backend away without a trace."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from ..i18n import tr
from ..runner import BackendError
from .alone import alone
from .place import Place


def remove_environment(place: Place, others: Sequence[Path] = ()) -> list[Path]:
    """Remove an environment, all that its making left, and these other files; what was there.

    Empty folders around it go too. What is not ours stays.

    Raises
    ------
    BackendError
        Another QGIS is installing, or a file is held.
    """
    if not place.environment.parent.is_dir():
        return _remove_all(others)
    with alone(place.lock):
        ours = (place.environment, place.old, *place.leftovers, place.cache, *others)
        found = _remove_all(ours)
    place.lock.unlink(missing_ok=True)
    for folder in {place.environment.parent, *(path.parent for path in others)}:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return found


def _remove_all(paths: Sequence[Path]) -> list[Path]:
    found = [path for path in paths if path.exists()]
    for path in found:
        _remove(path)
    return found


def _remove(path: Path) -> None:
    try:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    except OSError as error:
        sentence = tr("{path} cannot be removed ({reason}): end what runs, and close other QGIS windows")
        raise BackendError(sentence.format(path=error.filename or path, reason=error.strerror)) from error
