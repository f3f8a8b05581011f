"""The backend of Relevé: it never imports QGIS.

This door is light: it imports the standard library alone. Names below are handed out when they are asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if __name__ == "processing":
    raise ImportError(
        "Relevé's folder is on sys.path, so its backend hides QGIS's own 'processing': "
        "remove that entry, and import releve.processing"
    )

if TYPE_CHECKING:
    from .catalogue import all_jobs as all_jobs
    from .catalogue import find_job as find_job
    from .errors import Cancelled as Cancelled
    from .errors import ReleveError as ReleveError
    from .jobs import Context as Context
    from .jobs import Job as Job

_HOMES = {
    "all_jobs": ".catalogue",
    "find_job": ".catalogue",
    "Cancelled": ".errors",
    "ReleveError": ".errors",
    "Context": ".jobs",
    "Job": ".jobs",
}

__all__ = ["Cancelled", "Context", "Job", "ReleveError", "all_jobs", "find_job"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name], __name__), name)
