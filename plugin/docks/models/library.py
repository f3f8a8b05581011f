"""The models of this computer: at once as they were the last time, and soon as they are."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...runner import BackendError, Event, Result
from ...session import BackendSession, Call
from ...settings import Settings
from . import cache
from .entries import Entry
from .list_model import ModelList


class Library(QObject):
    """Keeps the list of models, which it asks the backend for."""

    changed = pyqtSignal()
    """The list shows something else now."""
    failed = pyqtSignal(object)
    """The list could not be refreshed; the error says why."""
    state_changed = pyqtSignal()

    def __init__(self, session: BackendSession, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._call: Call | None = None
        self.models = ModelList(self)
        self.models.replace(map(Entry.from_row, cache.load()))
        self._is_first = not self.models.rowCount()

    @property
    def is_busy(self) -> bool:
        """Whether the backend is looking."""
        return self._call is not None

    def refresh(self) -> None:
        """Ask what is there now."""
        self.stop()
        folders = "\n".join(map(os.path.expandvars, own_folders()))
        self._call = self._session.request(
            "model.list",
            {"folders": folders} if folders else {},
            on_result=self._take,
            on_error=self._fail,
            on_preview=self._take_some,
        )
        self.state_changed.emit()

    def stop(self) -> None:
        """Ask no more."""
        if self._call is not None:
            self._call.cancel()
            self._call = None

    def _take_some(self, event: Event) -> None:
        if self._is_first:  # else the list of the last time stands until the new one is whole
            self.models.add(map(Entry.from_row, event.get("models") or ()))
            self.changed.emit()

    def _take(self, result: Result) -> None:
        self._call, self._is_first = None, False
        rows: list[Mapping[str, Any]] = list(result.values.get("models") or ())
        if self.models.replace(map(Entry.from_row, rows)):
            cache.save(rows)
            self.changed.emit()
        self.state_changed.emit()

    def _fail(self, error: BackendError) -> None:
        self._call = None
        self.failed.emit(error)
        self.state_changed.emit()


def own_folders() -> list[str]:
    """The folders that the user has added, as written."""
    return [line.strip() for line in Settings.load().models_folders.splitlines() if line.strip()]
