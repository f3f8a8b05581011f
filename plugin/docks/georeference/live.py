"""Asks for the errors of the points again whenever these change."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...runner import BackendError, Event, Result
from ...session import BackendSession, Call
from .state import SheetState
from .work import Work

JOB = "oldmaps.residuals"


class LiveErrors(QObject):
    """One question at a time, about the newest points; what is told of others is dropped."""

    failed = pyqtSignal(object)
    """The error says why."""

    def __init__(self, session: BackendSession, state: SheetState, parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._state = session, state
        self._call: Call | None = None
        self._asked: Work | None = None
        self._told: Event = {}
        self._soon = QTimer(self)  # several changes of one moment are one question
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        state.work_changed.connect(lambda: self._soon.start(0))

    def stop(self) -> None:
        """Ask no more."""
        self._soon.stop()
        if self._call is not None:
            self._call.cancel()
            self._call = None

    def _ask(self) -> None:
        if self._call is not None or self._state.sheet is None or not self._state.points:
            return
        work = self._asked = self._state.work
        self._told = {}
        inputs = {"points": self._state.points_file()}
        if work.method:
            inputs["method"] = work.method
        self._call = self._session.request(
            JOB, inputs, on_result=self._finish, on_error=self._fail, on_preview=self._take
        )

    def _take(self, event: Event) -> None:
        self._told = event

    def _finish(self, _: Result) -> None:
        self._call = None
        if self._asked is not self._state.work:
            self._ask()
        else:
            self._state.take_fit(self._told)

    def _fail(self, error: BackendError) -> None:
        self._call = None
        if self._asked is not self._state.work:
            self._ask()
        else:
            self.failed.emit(error)
