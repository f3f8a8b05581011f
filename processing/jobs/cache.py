"""The bounded cache of what a run may reuse: finished blocks, altered graphs.

One folder an entry, named by the hash of what made it. The oldest entries go when the whole is over its bound.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

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
    return int(gigabytes * 1e9)


def blocks_folder() -> Path:
    """Folder of the entries, made where it is missing."""
    folder = cache_root() / "blocks"
    folder.mkdir(exist_ok=True)
    return folder


def _size(entry: Path) -> int:
    return sum(path.stat().st_blocks * 512 if hasattr(os, "posix_fadvise") else path.stat().st_size
               for path in entry.rglob("*") if path.is_file())


def state() -> CacheState:
    """What the cache holds now."""
    entries = list(blocks_folder().iterdir())
    return CacheState(blocks_folder(), len(entries), sum(map(_size, entries)), bound())


def trim(*, to: int | None = None, keep: Path | None = None) -> int:
    """Remove the oldest entries until the cache holds at most ``to`` bytes; how many went.

    ``keep`` is an entry in use, which stays.
    """
    entries = sorted(blocks_folder().iterdir(), key=lambda entry: entry.stat().st_mtime)
    sizes = {entry: _size(entry) for entry in entries}
    total, limit, removed = sum(sizes.values()), bound() if to is None else to, 0
    for entry in entries:
        if total > limit and entry != keep:
            shutil.rmtree(entry, ignore_errors=True)
            total, removed = total - sizes[entry], removed + 1
    return removed
