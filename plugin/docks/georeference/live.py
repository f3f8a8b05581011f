"""Asks for the errors of the points again whenever these change."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...runner import BackendError, Event, Result
from ...session import BackendSession, Call
from .state import SheetState

JOB = "oldmaps.residuals"


class LiveErrors(QObject):
    """One question at a time, about the newest points; what is told of others is dropped."""

    failed = pyqtSignal(object)
    """The error says why."""

    def __init__(self, session: BackendSession, state: SheetState, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._state = session, state
        self._call: Call | None = None
        self._is_stale = False  # the points have changed since they were asked about, be it there and back
        self._told: Event = {}
        self._soon = QTimer(self)  # several changes of one moment are one question
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        state.work_changed.connect(self._ask_soon)

    def _ask_soon(self) -> None:
        self._is_stale = True
        self._soon.start(0)

    def stop(self) -> None:
        """Ask no more."""
        self._soon.stop()
        if self._call is not None:
            self._call.cancel()
            self._call = None

    def _ask(self) -> None:
        if self._call is not None or self._state.sheet is None or not self._state.points:
            return
        try:
            inputs = {"points": self._state.points_file()}
        except OSError:  # the state has told so
            return
        self._is_stale, self._told = False, {}
        if self._state.work.method:
            inputs["method"] = self._state.work.method
        self._call = self._session.request(
            JOB, inputs, on_result=self._finish, on_error=self._fail, on_preview=self._take
        )

    def _take(self, event: Event) -> None:
        self._told = event

    def _finish(self, _: Result) -> None:
        self._call = None
        if self._is_stale:
            self._ask()
        else:
            self._state.take_fit(self._told)

    def _fail(self, error: BackendError) -> None:
        self._call = None
        if self._is_stale:
            self._ask()
        else:
            self.failed.emit(error)
