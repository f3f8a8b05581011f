"""The backend as a dock sees it: one worker, kept open for all docks, that never keeps the window waiting."""

import threading
import time
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Callable, Optional
from weakref import WeakSet

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QObject, QTimer

from .algorithms.backend import current_interpreter, refuse_disabled, runner_on
from .i18n import language
from .runner import BackendError, Cancelled, Event, LocalRunner, Result, Run, error_of
from .runner.interpreter import Interpreter

POLL_MS = 20
BUDGET_S = 0.01
"""Time that one look at what has come may take; the rest waits for the next."""
IDLE_MS = 5 * 60 * 1000


@dataclass(eq=False)
class Call:
    """A request of a dock, under way."""

    message: dict[str, Any]
    secrets: dict[str, str]
    on_result: Callable[[Result], None]
    on_error: Callable[[BackendError], None]
    on_preview: Optional[Callable[[Event], None]]
    on_progress: Optional[Callable[[float, str], None]]
    withdraw: Callable[["Call"], None]
    run: Optional[Run] = None
    failure: Optional[BackendError] = None
    cancelled: bool = False

    def cancel(self) -> None:
        """Ask for the end; from now on nothing is told any more. Safe to call twice, and after the end."""
        if not self.cancelled:
            self.cancelled = True
            self.withdraw(self)


class BackendSession(QObject):
    """Has jobs done by a worker that stays open between them.

    The worker starts with the first request, in another thread, and ends after some idle minutes; when it has
    crashed, or another interpreter was set, the next request starts a new one. What comes back is told in the
    thread of the session, which is that of the window.

    Parameters
    ----------
    find : function, optional
        The interpreter to use; raises `NoBackend`.
    open_on : function of an interpreter, optional
        A runner on it.
    """

    def __init__(
        self,
        parent: Optional[QObject] = None,
        *,
        find: Callable[[], Interpreter] = current_interpreter,
        open_on: Callable[[Interpreter], LocalRunner] = runner_on,
        idle_ms: int = IDLE_MS,
    ):
        super().__init__(parent)
        self._find, self._open_on = find, open_on
        self._interpreter: Optional[Interpreter] = None
        self._runner: Optional[LocalRunner] = None
        self._courier = Courier()
        self._calls: list[Call] = []
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._take_events)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(idle_ms)
        self._idle.timeout.connect(self.release)
        _open_sessions.add(self)

    def request(
        self,
        job_id: str,
        inputs: dict[str, Any],
        outputs: Optional[dict[str, str]] = None,
        *,
        secrets: Optional[dict[str, str]] = None,
        on_result: Callable[[Result], None],
        on_error: Callable[[BackendError], None],
        on_preview: Optional[Callable[[Event], None]] = None,
        on_progress: Optional[Callable[[float, str], None]] = None,
    ) -> Call:
        """Send a request and return at once.

        Parameters
        ----------
        outputs : dict of str to str
            Name → path of each output that is wanted.
        secrets : dict of str to str
            Tokens and passwords, which are kept nowhere.
        on_result, on_error : functions
            One of them is called, once, unless the call is cancelled. The error's text is a sentence for the
            user; `NoBackend` means that the backend is still to be installed.
        on_preview : function of an event
        on_progress : function of a fraction from 0 to 1 and a message, which may be empty
        """
        destinations = {name: {"path": path} for name, path in (outputs or {}).items()}
        message = {"job": job_id, "inputs": inputs, "outputs": destinations, "language": language()}
        callbacks = (on_result, on_error, on_preview, on_progress)
        call = Call(message, secrets or {}, *callbacks, self._withdraw)
        self._calls.append(call)
        self._idle.stop()
        self._poll.start()
        self._courier.do(lambda: self._start(call))
        return call

    def release(self) -> None:
        """Let the worker end, and with it what it is doing; the next request starts another."""
        if self._runner is not None:
            self._courier.do(self._close_runner)

    def close(self) -> None:
        """End everything, and wait for it. Safe to call twice."""
        self._poll.stop()
        self._idle.stop()
        for call in self._calls:
            call.cancelled = True
        self._calls.clear()
        self._courier.close()
        self._close_runner()

    # -- in the courier's thread --------------------------------------------------------------------------

    def _start(self, call: Call) -> None:
        try:
            if call.cancelled:
                raise Cancelled("", kind="Cancelled")
            refuse_disabled(call.message["job"])
            call.run = self._open_runner().start(call.message, secrets=call.secrets)
        except BackendError as error:
            call.failure = error

    def _open_runner(self) -> LocalRunner:
        interpreter = self._find()
        if self._runner is None or interpreter != self._interpreter:
            self._close_runner()
            self._interpreter, self._runner = interpreter, self._open_on(interpreter)
        return self._runner

    def _close_runner(self) -> None:
        runner, self._runner = self._runner, None
        if runner is not None:
            runner.close()

    # -- in the window's thread ---------------------------------------------------------------------------

    def _withdraw(self, call: Call) -> None:
        self._courier.do(lambda: call.run.cancel() if call.run else None)

    def _take_events(self) -> None:
        deadline = time.monotonic() + BUDGET_S
        for call in list(self._calls):
            self._follow(call, deadline)
        if not self._calls:
            self._poll.stop()
            self._idle.start()

    def _follow(self, call: Call, deadline: float) -> None:
        if call.failure is not None:
            self._end(call, call.on_error, call.failure)
        while call in self._calls and call.run is not None and time.monotonic() < deadline:
            event = call.run.next_event(0)
            if event is None:
                return
            self._tell(call, event)

    def _tell(self, call: Call, event: Event) -> None:
        kind = event.get("event")
        if kind == "result":
            self._end(call, call.on_result, Result(event.get("outputs") or {}, event.get("values") or {}))
        elif kind == "error":
            self._end(call, call.on_error, error_of(event))
        elif kind == "log" and event.get("level") != "info":
            _log(str(event.get("message", "")))
        elif kind == "progress" and call.on_progress and not call.cancelled:
            call.on_progress(float(event.get("fraction") or 0), str(event.get("message") or ""))
        elif kind == "preview" and call.on_preview and not call.cancelled:
            call.on_preview(event)

    def _end(self, call: Call, tell: Callable[[Any], None], outcome: Any) -> None:
        self._calls.remove(call)  # first: whatever is told may ask for more, or fail
        if isinstance(outcome, BackendError) and outcome.traceback:
            _log(outcome.traceback)
        if not call.cancelled:
            tell(outcome)


class Courier:
    """Does one thing after the other in a thread of its own, which starts with the first."""

    def __init__(self):
        self._tasks: SimpleQueue[Optional[Callable[[], Any]]] = SimpleQueue()
        self._thread: Optional[threading.Thread] = None

    def do(self, task: Callable[[], Any]) -> None:
        """Have it done soon."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, daemon=True)
            self._thread.start()
        self._tasks.put(task)

    def close(self) -> None:
        """Wait until all is done, and end the thread."""
        if self._thread is not None:
            self._tasks.put(None)
            self._thread.join(5)
            self._thread = None

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()


_open_sessions: "WeakSet[BackendSession]" = WeakSet()


def release_all() -> None:
    """Let every worker of a dock end: the interpreter is about to change, or has changed."""
    for session in list(_open_sessions):
        session.release()


def _log(text: str) -> None:
    QgsMessageLog.logMessage(text, "Relevé", Qgis.MessageLevel.Warning)
