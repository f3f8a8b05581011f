"""The bounded cache of what a run may reuse: finished blocks, altered graphs.

One folder an entry, named by the hash of what made it. The oldest entries go when all are over the bound, but
for those that a run is using.
"""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from .runs import cache_root

BOUND_GB = 20.0


@dataclass(frozen=True)
class CacheState:
    """Where the cache is, how much it holds and how much it may hold, in bytes."""

    folder: Path
    entries: int
    size: int
    bound: int


def bound() -> int:
    """Bytes the cache may hold: 20 GB, or ``RELEVE_CACHE_GB``."""
    try:
        gigabytes = float(os.environ.get("RELEVE_CACHE_GB", BOUND_GB))
    except ValueError:
        gigabytes = BOUND_GB
    if not math.isfinite(gigabytes):
        gigabytes = BOUND_GB
    return int(gigabytes * 1e9)


def blocks_folder() -> Path:
    """Folder of the entries, made where it is missing."""
    folder = cache_root() / "blocks"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def use(entry: Path) -> Iterator[bool]:
    """Hold an entry, so that no other run touches it; False where another has it already.

    The lock stands outside the entry, which comes and goes, and is one of 256 that entries share: at worst
    two runs that have nothing in common cannot both keep what they have done.
    """
    folder = cache_root() / "locks"
    folder.mkdir(exist_ok=True)
    lock = FileLock(folder / f"{entry.name[-2:]}.lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _size(entry: Path) -> float:
    files = [path.stat() for path in entry.rglob("*") if path.is_file()]
    # A growing mosaic is sparse: what counts is what it takes on the disk, where the system tells.
    return sum(getattr(file, "st_blocks", file.st_size / 512) * 512 for file in files)


def state() -> CacheState:
    """What the cache holds now."""
    entries = list(blocks_folder().iterdir())
    return CacheState(blocks_folder(), len(entries), int(sum(map(_size, entries))), bound())


def trim(*, keep: Path | None = None) -> int:
    """Remove the oldest entries until the cache is within its bound; how many went.

    ``keep`` is an entry in use, which stays.
    """
    entries = sorted(blocks_folder().iterdir(), key=lambda entry: entry.stat().st_mtime)
    sizes = {entry: _size(entry) for entry in entries}
    total, removed = sum(sizes.values()), 0
    for entry in entries:
        if total > bound() and entry != keep and _remove([entry]):
            total, removed = total - sizes[entry], removed + 1
    return removed


def clear() -> int:
    """Remove every entry that no run is using; how many went."""
    return _remove(blocks_folder().iterdir())


def _remove(entries: Iterable[Path]) -> int:
    removed = 0
    for entry in list(entries):
        with use(entry) as is_free:
            if is_free:
                shutil.rmtree(entry, ignore_errors=True)
                removed += 1
    return removed
