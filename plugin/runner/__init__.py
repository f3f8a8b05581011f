"""The seam: how the plugin has a job done by a backend. Of QGIS it needs the translations alone."""

from .errors import BackendError, Cancelled, NoBackend
from .local import LocalRunner
from .runner import Event, Result, Run, Runner, error_of, follow

__all__ = [
    "BackendError",
    "Cancelled",
    "Event",
    "LocalRunner",
    "NoBackend",
    "Result",
    "Run",
    "Runner",
    "error_of",
    "follow",
]
