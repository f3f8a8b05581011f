"""The backend as a process on this computer, in an interpreter of its own."""

import atexit
import json
import os
import signal
import threading
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Optional
from weakref import WeakSet

from ..i18n import tr
from .errors import NoBackend
from .process import LineProcess
from .runner import LAST_EVENTS, PROTOCOL, Event, Run, Runner
from .variables import cleaned

GRACE_S = 1.5
HELLO_S = 120.0  # the first start after an installation compiles, and is watched by virus scanners
SHOWN_LINES = 20


def backend_command(interpreter: Path, root: Path) -> list[str]:
    """The command that starts the worker. ``-I`` ignores every ``PYTHON*``, so the encoding is an option."""
    return [str(interpreter), "-I", "-X", "utf8", str(root / "processing" / "__main__.py"), "worker"]


class LocalRun(Run):
    """One request of a :class:`LocalRunner`."""

    def __init__(self, runner: "LocalRunner", message: dict[str, Any]):
        self.message = message
        self.process: Optional[LineProcess] = None
        self.cancelled = False
        self._runner = runner
        self._events: SimpleQueue[Event] = SimpleQueue()

    def next_event(self, timeout_s: float) -> Optional[Event]:
        try:
            return self._events.get(timeout=timeout_s)
        except Empty:
            return None

    def cancel(self) -> None:
        if not self.cancelled:
            self.cancelled = True
            self._runner.cancel(self)

    def take(self, event: Event) -> None:
        """Queue an event."""
        self._events.put(event)


class LocalRunner(Runner):
    """A worker process, started with the first request, that serves numbered requests until it is closed.

    Parameters
    ----------
    command : sequence of str
        What starts the worker: see :func:`backend_command`.
    qgis_folders : sequence of str
        Folders of a bundled QGIS, whose entries leave the worker's PATH.
    grace_s : float
        Time between a cancel and the kill; a killed request's siblings are sent again to a new worker.
    hello_s : float
        Time in which the worker must say its first word.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        qgis_folders: Sequence[str] = (),
        grace_s: float = GRACE_S,
        hello_s: float = HELLO_S,
    ):
        self._command = list(command)
        self._qgis_folders = qgis_folders
        self._grace_s = grace_s
        self._hello_s = hello_s
        self._lock = threading.RLock()
        self._numbers = count(1)
        self._runs: dict[int, LocalRun] = {}
        self._process: Optional[LineProcess] = None
        self._greeted = False
        self._watches: list[threading.Timer] = []
        _open_runners.add(self)

    def start(self, request: dict[str, Any], *, secrets: Optional[dict[str, str]] = None) -> LocalRun:
        run = LocalRun(self, {"request": request, "secrets": secrets or {}})
        self._send(run)
        return run

    def cancel(self, run: LocalRun) -> None:
        """Ask for the end of a request, and kill the worker if it has not come after the grace."""
        with self._lock:
            number = self._number(run)
            process = run.process
        if number is None or process is None:
            return
        process.send(json.dumps({"cancel": number}).encode())
        self._watch(self._grace_s, self._kill_if_stuck, run, process)

    def close(self) -> None:
        with self._lock:
            process, self._process = self._process, None
            for watch in self._watches:
                watch.cancel()
            for run in self._runs.values():
                run.cancelled = True
        if process is not None:
            process.close_input()
            if not process.wait(self._grace_s):
                process.kill()
                process.wait(5)

    # -- requests -----------------------------------------------------------------------------------------

    def _send(self, run: LocalRun) -> None:
        with self._lock:
            number = next(self._numbers)
            self._runs[number] = run
            run.process = process = self._living_process()
        process.send(json.dumps({"id": number, **run.message}).encode())

    def _living_process(self) -> LineProcess:
        if self._process is None or self._process.wait(0):
            self._greeted = False
            self._process = self._launch()
            self._watch(self._hello_s, self._kill_if_silent, self._process)
        return self._process

    def _launch(self) -> LineProcess:
        environment = cleaned(os.environ, qgis_folders=self._qgis_folders)
        streams = {"on_line": self._take_line, "on_end": self._end}
        try:
            return LineProcess(self._command, environment, linger_s=self._grace_s, **streams)
        except OSError as error:
            sentence = tr("Relevé's backend cannot be started with {program}: {reason}")
            message = sentence.format(program=self._command[0], reason=error.strerror or error)
            raise NoBackend(message, kind="NoBackend") from error

    def _number(self, run: LocalRun) -> Optional[int]:
        return next((number for number, other in self._runs.items() if other is run), None)

    def _watch(self, seconds: float, check: Any, *arguments: Any) -> None:
        watch = threading.Timer(seconds, check, arguments)
        watch.daemon = True
        self._watches = [other for other in self._watches if other.is_alive()] + [watch]
        watch.start()

    # -- what comes back, from the process' threads -------------------------------------------------------

    def _take_line(self, process: LineProcess, line: bytes) -> None:
        event = _parse(line)
        if event is None:
            process.note(line)  # not of the protocol: of use only if the worker dies
        elif event["event"] == "hello":
            self._greet(process, event)
        else:
            self._deliver(process, event)

    def _greet(self, process: LineProcess, event: Event) -> None:
        with self._lock:
            self._greeted = True
        if event.get("protocol") == PROTOCOL:
            return
        sentence = tr(
            "Relevé's backend {version} speaks protocol {found}, this plugin needs {needed}: "
            "run the algorithm “Install or update the backend” ({id})"
        )
        message = sentence.format(
            version=event.get("version", "?"),
            found=event.get("protocol", "?"),
            needed=PROTOCOL,
            id="releve:backend.install",
        )
        self._fail_all(process, {"event": "error", "type": "NoBackend", "message": message})
        process.kill()

    def _deliver(self, process: LineProcess, event: Event) -> None:
        with self._lock:
            number = event.get("id")
            run = self._runs.get(number) if isinstance(number, int) else None
            if run is None or run.process is not process:
                return  # after its last event, or from a worker that was given up
            if event["event"] in LAST_EVENTS:
                del self._runs[number]
        if event.get("type") == "Interrupted" and not run.cancelled:
            self._send_again(run)
        else:
            run.take(event)

    def _send_again(self, run: LocalRun) -> None:
        with self._lock:
            if self._process is run.process:
                self._process = None  # it is on its way out
        try:
            self._send(run)
        except NoBackend as error:
            run.take({"event": "error", "type": error.kind, "message": str(error)})

    def _end(self, process: LineProcess, status: int) -> None:
        with self._lock:
            if self._process is process:
                self._process = None
            lost = [number for number, run in self._runs.items() if run.process is process]
            runs = [self._runs.pop(number) for number in lost]
        interrupted = any(run.cancelled for run in runs)
        for run in runs:
            if run.cancelled:
                run.take({"event": "error", "type": "Cancelled", "message": tr("The work was cancelled.")})
            elif interrupted:
                self._send_again(run)
            else:
                run.take(_crash(process, status))

    def _fail_all(self, process: LineProcess, event: Event) -> None:
        with self._lock:
            for number in [number for number, run in self._runs.items() if run.process is process]:
                self._runs.pop(number).take(event)

    def _kill_if_stuck(self, run: LocalRun, process: LineProcess) -> None:
        with self._lock:
            stuck = self._number(run) is not None and run.process is process
        if stuck:
            process.kill()

    def _kill_if_silent(self, process: LineProcess) -> None:
        with self._lock:
            silent = self._process is process and not self._greeted
        if silent:
            sentence = tr("Relevé's backend said nothing for {seconds:g} s after its start: start it again")
            message = sentence.format(seconds=self._hello_s)
            self._fail_all(process, {"event": "error", "type": "Crash", "message": message})
            process.kill()


def _parse(line: bytes) -> Optional[Event]:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) and isinstance(event.get("event"), str) else None


def _crash(process: LineProcess, status: int) -> Event:
    words = process.last_words()
    sentence = tr("Relevé's backend stopped in the middle of the work ({status}). Nothing was written.")
    message = "\n".join([sentence.format(status=_describe(status)), *words[-SHOWN_LINES:]])
    hint = tr("The memory may be used up: choose a smaller area.") if status == -9 else ""
    return {
        "event": "error",
        "type": "Crash",
        "message": message,
        "hint": hint,
        "traceback": "\n".join(words),
    }


def _describe(status: int) -> str:
    if status >= 0:
        return tr("exit status {status}").format(status=status)
    try:
        return signal.Signals(-status).name
    except ValueError:
        return str(status)


_open_runners: "WeakSet[LocalRunner]" = WeakSet()


def close_all() -> None:
    """End every worker: QGIS is closing, or the plugin is being unloaded."""
    for runner in list(_open_runners):
        runner.close()


atexit.register(close_all)
