"""Work handed on from thread to thread through short queues; the first failure stops it all."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

POLL_S = 0.1


class _Stopped(Exception):
    """Another stage has failed."""


class Stages:
    """Threads that hand items on through short queues; the first failure stops them all."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._failure: BaseException | None = None
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []

    def start(self, work: Callable[[], None], name: str) -> None:
        """Do some work in a thread of its own."""
        thread = threading.Thread(target=self._guarded, args=(work,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except _Stopped:
            pass
        except BaseException as error:  # noqa: BLE001  (raised again in the thread that waits)
            self.fail(error)

    def fail(self, error: BaseException) -> None:
        """Stop all stages; what failed first is raised by `wait`."""
        with self._lock:
            self._failure = self._failure or error
        self._stop.set()

    def put(self, to: queue.Queue[Any], item: Any) -> None:
        """Hand an item on, once there is room."""
        while not self._stop.is_set():
            try:
                to.put(item, timeout=POLL_S)
                return
            except queue.Full:
                continue
        raise _Stopped

    def get(self, source: queue.Queue[Any]) -> Any:
        """The next item, once there is one."""
        while not self._stop.is_set():
            try:
                return source.get(timeout=POLL_S)
            except queue.Empty:
                continue
        raise _Stopped

    def items(self, source: queue.Queue[Any]) -> Iterator[Any]:
        """What comes out of a queue, until None does."""
        while (item := self.get(source)) is not None:
            yield item

    def wait(self, check: Callable[[], None], *, grace_s: float = 0.5) -> None:
        """Until all are done; a stage deep in native code is left behind after a grace."""
        try:
            while any(thread.is_alive() for thread in self._threads) and not self._stop.is_set():
                check()
                self._threads[-1].join(POLL_S)
        except BaseException as error:  # noqa: BLE001  (raised again once the stages have ended)
            self.fail(error)
        deadline = time.monotonic() + grace_s
        for thread in self._threads:
            thread.join(None if self._failure is None else max(0.0, deadline - time.monotonic()))
        if self._failure is not None:
            raise self._failure
