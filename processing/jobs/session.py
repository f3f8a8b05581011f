"""Numbered requests run side by side, each answered by events: what worker and command line share.

Exactly one last event answers a request: ``result`` or ``error``. A cancelled request that has not ended
after a grace is stuck in native code: what it wrote is removed, its siblings are told that they were
interrupted, and the process ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from ..errors import Cancelled, OutOfMemory, ReleveError, RequestError
from ..language import tr, use_language
from .context import Context
from .declaration import Job
from .request import read_request

GRACE_S = 1.2
SIDE_BY_SIDE = 4


class Session:
    """Runs requests and emits their events.

    Parameters
    ----------
    find_job : callable
        Job of an id; raises RequestError for an unknown one.
    emit : callable
        Receives each event with its ``id``, from any thread.
    software : str
        Name and version of what runs the jobs.
    """

    def __init__(
        self, find_job: Callable[[str], Job], emit: Callable[[dict[str, Any]], None], *, software: str
    ) -> None:
        self._find_job = find_job
        self._emit_line = emit
        self._software = software
        self._pool = ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="request")
        self._lock = threading.Condition()
        self._contexts: dict[Any, Context] = {}
        self._open: dict[Any, Future[None]] = {}
        self._unwanted: set[Any] = set()
        self._unanswered: set[Any] = set()

    def start(
        self, identity: Any, message: Mapping[str, Any], secrets: Mapping[str, str] | None = None
    ) -> Future[None]:
        """Run a request; the future ends after its last event.

        Raises
        ------
        RequestError
            A request of this identity is under way.
        """
        with self._lock:
            if identity in self._open:
                sentence = tr("the request {identity!r} is under way: give each its own id")
                raise RequestError(sentence.format(identity=identity))
            future = self._pool.submit(self._run, identity, message, secrets or {})
            self._open[identity] = future
            self._unanswered.add(identity)
        future.add_done_callback(lambda done: self._finish(identity, done))
        return future

    def cancel(self, identity: Any) -> None:
        """Cancel a request; the process ends if it is still busy after the grace."""
        with self._lock:
            if identity not in self._open:
                return
            self._unwanted.add(identity)
            context, future = self._contexts.get(identity), self._open[identity]
        if future.cancel():
            return  # it was still waiting for its turn
        if context is not None:
            context.cancel()
        watchdog = threading.Timer(GRACE_S, self._force, [identity])
        watchdog.daemon = True
        watchdog.start()

    def cancel_all(self) -> None:
        """Cancel whatever runs."""
        for identity in list(self._open):
            self.cancel(identity)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for the last event of all requests; False when the time was too short."""
        with self._lock:
            return self._lock.wait_for(lambda: not self._open, timeout_s)

    def _run(self, identity: Any, message: Mapping[str, Any], secrets: Mapping[str, str]) -> None:
        if isinstance(language := message.get("language"), str):
            use_language(language)
        job = self._find_job(str(message.get("job")))
        request = read_request(job, message)
        context = Context(
            request, lambda event: self._emit(identity, event), software=self._software, secrets=secrets
        )
        with self._lock:
            self._contexts[identity] = context
            unwanted = identity in self._unwanted
        try:
            if unwanted:
                context.cancel()
            context.check()
            for name in request.destinations:
                context.output(name)  # a place that cannot be written is told before any work
            job.run(request.inputs, context)
            context.check()
            json.dumps(
                context.values, allow_nan=False
            )  # what cannot be told is found before anything is put in place
            result = context.publish()
        finally:
            context.close()
        self._answer(identity, {"event": "result"} | result)

    def _finish(self, identity: Any, done: Future[None]) -> None:
        error = Cancelled(tr("cancelled")) if done.cancelled() else done.exception()
        if error is not None:
            self._answer(identity, error_event(error))
        with self._lock:
            self._open.pop(identity, None)
            self._contexts.pop(identity, None)
            self._unwanted.discard(identity)
            self._lock.notify_all()

    def _emit(self, identity: Any, event: dict[str, Any]) -> None:
        if identity in self._unanswered:  # what a job has left running says nothing after the last event
            self._emit_line({"id": identity} | event)

    def _answer(self, identity: Any, event: dict[str, Any]) -> None:
        """Emit the last event of a request, unless it has had one."""
        with self._lock:  # held while it is written: the process may be about to end
            if identity in self._unanswered:
                self._emit(identity, event)
                self._unanswered.discard(identity)

    def _force(self, identity: Any) -> None:
        if identity not in self._open:
            return
        for context in list(self._contexts.values()):
            context.close()
        with self._lock:
            for one in list(self._open):
                self._answer(one, self._last_word(one))
            end_process(130)

    def _last_word(self, identity: Any) -> dict[str, Any]:
        if identity in self._unwanted:
            return error_event(Cancelled(tr("cancelled")))
        sentence = tr("interrupted, since another request of the session had to be killed: send it again")
        return {"event": "error", "type": "Interrupted", "message": sentence}


def end_process(status: int) -> None:
    """End this process at once, whatever its threads are at."""
    sys.stderr.flush()
    os._exit(status)


def error_event(error: BaseException) -> dict[str, Any]:
    """The last event of a request that failed: our own errors in a sentence, others with their traceback."""
    if isinstance(error, MemoryError) and not isinstance(error, ReleveError):
        error = OutOfMemory(tr("the memory is used up: choose a smaller area, or fewer outputs at once"))
    if isinstance(error, ReleveError):
        return {"event": "error", "type": type(error).__name__, "message": str(error)}
    lines = "".join(traceback.format_exception(error))
    sentence = tr("unexpected {kind}: {error}; please report this with the details").format(
        kind=type(error).__name__, error=error
    )
    return {"event": "error", "type": type(error).__name__, "message": sentence, "traceback": lines}
