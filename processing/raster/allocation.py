"""Memory given back to the system, which glibc's allocator keeps in pieces.

Tiles and GDAL's blocks come and go in three threads, each with a heap of its own; without this the process
holds a third more than what is in use, and the more the longer it runs.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Give back what is free; nothing happens where the system's allocator cannot be asked."""
    if (trim := _trim()) is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """glibc's ``malloc_trim``."""
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library, or Windows
        return None
    return trim
