"""The runs of this user on this computer: what each would leave behind, and how many there are.

Every run keeps a locked file in the user's cache folder that lists the folders it made. The lock falls with
the process, however it ends, so the next start sees who is dead and sweeps what they left. The same files
tell how many runs share the processor, and GPU jobs queue on a lock beside them.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from ..errors import OutputError
from ..language import tr

GPU_POLL_S = 0.25


def cache_root() -> Path:
    """The user's cache folder of Relevé; ``RELEVE_CACHE`` names another."""
    root = Path(os.environ.get("RELEVE_CACHE") or user_cache_path("releve", appauthor=False))
    try:
        root.mkdir(0o700, parents=True, exist_ok=True)
    except OSError as error:
        sentence = tr("the cache folder {folder} cannot be made ({reason}): name another with RELEVE_CACHE")
        raise OutputError(sentence.format(folder=root, reason=error.strerror)) from error
    return root


def _runs_folder() -> Path:
    folder = cache_root() / "runs"
    folder.mkdir(exist_ok=True)
    return folder


class Run:
    """A run in the register: folders made through it are swept if the process dies."""

    def __init__(self) -> None:
        sweep()
        self.id = f"{os.getpid()}-{secrets.token_hex(4)}"
        self._record = _runs_folder() / f"{self.id}.json"
        self._lock = FileLock(self._record.with_suffix(".lock"), thread_local=False)
        self._lock.acquire()
        self._folders: list[Path] = []
        self._write()

    def make_folder(self, parent: Path, name: str) -> Path:
        """Make a folder, hidden and named after the run, that will not outlive it."""
        folder = parent / f".releve-{self.id}-{name}"
        self._folders.append(folder)
        self._write()  # before it exists: a kill between the two leaves nothing unknown
        folder.mkdir(0o700)
        return folder

    def close(self) -> None:
        """Remove the folders and leave the register. Safe to call twice.

        What cannot be removed now stays in the register, for a later sweep.
        """
        gone = [_remove(folder) for folder in self._folders]
        if all(gone):
            self._record.unlink(missing_ok=True)
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)

    def _write(self) -> None:
        self._record.write_text(json.dumps([str(folder) for folder in self._folders]), encoding="utf-8")


def sweep() -> int:
    """Remove what dead runs left; how many there were."""
    return sum(_sweep_one(record) for record in _runs_folder().glob("*.json"))


def _sweep_one(record: Path) -> bool:
    lock = FileLock(record.with_suffix(".lock"), timeout=0)
    try:
        with lock:
            gone = [_remove(folder) for folder in _read_record(record)]
            if all(gone):
                record.unlink(missing_ok=True)
    except Timeout:
        return False  # its owner lives
    Path(lock.lock_file).unlink(missing_ok=True)
    return True


def _read_record(record: Path) -> list[Path]:
    try:
        named = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # killed while writing it, before the folder existed
        return []
    # Only what bears the run's own name, whatever else stands there.
    folders = [Path(one) for one in named if isinstance(one, str)] if isinstance(named, list) else []
    return [folder for folder in folders if folder.name.startswith(f".releve-{record.stem}-")]


def _remove(folder: Path) -> bool:
    """Whether the folder is gone. It is renamed first: what still writes in it finds it no more."""
    going = folder.with_name(f"{folder.name}-going")
    with suppress(OSError):
        os.replace(folder, going)
    for place in (folder, going):
        shutil.rmtree(place, ignore_errors=True)
    return not (folder.exists() or going.exists())


def threads_for_this_run() -> int:
    """Processor cores divided by the runs that are alive, at least one."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores // max(1, len(list(_runs_folder().glob("*.json")))))


@contextmanager
def gpu_turn(check: Callable[[], None]) -> Iterator[None]:
    """Wait for the GPU, which this user's runs share; ``check`` is called meanwhile, and may raise."""
    lock = FileLock(cache_root() / "gpu.lock", thread_local=False)
    while True:
        check()
        try:
            lock.acquire(timeout=GPU_POLL_S)
            break
        except Timeout:
            continue
    try:
        yield
    finally:
        lock.release()
