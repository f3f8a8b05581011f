"""The seam: how the plugin has a job done by a backend. Of QGIS it needs the translations alone."""

from .errors import BackendError, Cancelled, NoBackend
from .local import LocalRunner
from .runner import Result, Run, Runner, follow

__all__ = ["BackendError", "Cancelled", "LocalRunner", "NoBackend", "Result", "Run", "Runner", "follow"]
