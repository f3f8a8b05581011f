"""How a request can end badly, seen from the plugin.

::

    BackendError      the backend said why, or died without a word
    ├── Cancelled     the user asked for it
    └── NoBackend     there is no backend to ask
"""


class BackendError(Exception):
    """A request that failed. ``kind``: the backend's name for the error; ``traceback``: for the log."""

    def __init__(self, message: str, *, kind: str = "", hint: str = "", traceback: str = ""):
        super().__init__(message if not hint else f"{message}\n{hint}")
        self.kind = kind
        self.traceback = traceback


class Cancelled(BackendError):
    """The request ended because it was cancelled."""


class NoBackend(BackendError):
    """No interpreter is found that could run the backend."""
