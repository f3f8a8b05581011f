"""An installation in the background: it goes on when the options are closed, and is found again there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsSettings, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..algorithms.backend_algorithm import refresh_jobs
from ..i18n import tr
from ..installer.install import install, list_jobs, remove
from ..network import read_network
from ..runner import BackendError, Cancelled
from ..session import release_all
from ..settings import GROUP, Settings

END_MS = 10_000
_log = logging.getLogger(__name__)


class Installer(QObject):
    """At most one piece of work at a time, its log, and what is told while it runs."""

    changed = pyqtSignal()
    """The work has begun or ended."""
    moved = pyqtSignal(float, str)
    """Percentage, and what is done at the moment."""
    said = pyqtSignal(str)
    """A line of the log."""

    def __init__(self):
        super().__init__()
        self._task: _Task | None = None
        self.log: list[str] = []
        self.outcome = ""
        """How the last work ended, in a sentence."""

    @property
    def is_running(self) -> bool:
        """Whether there is work under way."""
        return self._task is not None

    def install(self, settings: Settings, *, again: bool) -> None:
        """Install, update or repair; the settings are kept once that went well."""
        network = read_network(settings)

        def work(feedback: Any) -> str:
            interpreter = install(settings, network, feedback, again=again)
            list_jobs(interpreter, feedback)
            return tr("The backend is ready.")

        self._start(tr("Installing Relevé's backend"), work, settings.save)

    def remove(self, settings: Settings, *, forget: bool) -> None:
        """Take the backend away, and the settings with it if asked."""

        def work(feedback: Any) -> str:
            for path in remove(settings):
                feedback.pushInfo(tr("Removed: {path}").format(path=path))
            return tr("The backend is removed.")

        self._start(tr("Removing Relevé's backend"), work, _forget if forget else lambda: None)

    def cancel(self) -> None:
        """Give up. What was there before stays."""
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Give up and wait for the end. Safe to call twice."""
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            task.waitForFinished(END_MS)

    def _start(self, title: str, work: Callable[[Any], str], keep: Callable[[], None]) -> None:
        self.log, self.outcome = [], ""
        release_all()  # on Windows a running backend holds its files
        self._task = _Task(title, work)
        self._task.said.connect(self._say)
        self._task.moved.connect(self.moved)
        self._task.ended.connect(lambda is_well: self._end(is_well, keep))
        QgsApplication.taskManager().addTask(self._task)
        self.changed.emit()

    def _say(self, line: str) -> None:
        self.log.append(line)
        self.said.emit(line)

    def _end(self, is_well: bool, keep: Callable[[], None]) -> None:
        if self._task is None:
            return  # the plugin is being unloaded
        self.outcome = self._task.outcome
        self._task = None
        self._say(self.outcome)
        if is_well:
            keep()
        refresh_jobs()
        self.changed.emit()


class _Task(QgsTask):
    """The work in one of QGIS' threads; it is its own feedback there."""

    said = pyqtSignal(str)
    moved = pyqtSignal(float, str)
    ended = pyqtSignal(bool)

    def __init__(self, title: str, work: Callable[[Any], str]):
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._text, self._percent = work, title, 0.0
        # As it ends where it is cancelled before its turn has come.
        self.outcome = tr("The installation was cancelled; what was there before stays.")

    def run(self):
        try:
            self.outcome = self._work(self)
        except Cancelled as error:
            self.outcome = str(error)
            return False
        except (BackendError, OSError, ValueError) as error:
            _log.exception("The backend could not be installed or removed")
            self.outcome = str(error)
            return False
        return True

    def finished(self, is_well):
        self.ended.emit(is_well)

    # -- feedback, from the thread ------------------------------------------------------------------------

    def setProgressText(self, text: str) -> None:
        self._text = text
        self.moved.emit(self._percent, text)
        self.said.emit(text)

    def setProgress(self, percent: float) -> None:
        self._percent = percent
        super().setProgress(percent)
        self.moved.emit(percent, self._text)

    def pushInfo(self, line: str) -> None:
        self.said.emit(line)

    def pushWarning(self, line: str) -> None:
        self.said.emit(line)


def _forget() -> None:
    QgsSettings().remove(GROUP)
