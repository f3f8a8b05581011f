"""The process behind the seam: requests in on standard input, events out on standard output, as JSON lines.

See ``docs/protocol.md``. A closed standard input means that nobody waits any more: all is cancelled.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from typing import Any, BinaryIO

from .catalogue import find_job
from .errors import RequestError
from .jobs.session import GRACE_S, Session, end_process, error_event
from .language import tr
from .version import PROTOCOL, version


class EventStream:
    """Writes events as JSON lines, whole ones, from any thread."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def __call__(self, event: dict[str, Any]) -> None:
        line = json.dumps(event, ensure_ascii=False, allow_nan=False).encode() + b"\n"
        with self._lock:
            try:
                self._stream.write(line)
                self._stream.flush()
            except BrokenPipeError:
                return  # nobody reads any more; the end of standard input ends the work


def claim_output() -> BinaryIO:
    """Standard output for the protocol alone: whatever a library prints there goes to standard error."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return stream


def _claim_input() -> BinaryIO:
    """Standard input for the protocol alone: a child program finds it empty."""
    stream = os.fdopen(os.dup(0), "rb", buffering=0)  # unbuffered: a blocked reader must not hold up the exit
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    return stream


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(65536):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole


def main() -> int:
    """Serve requests until standard input ends; the exit status."""
    requests, emit = _claim_input(), EventStream(claim_output())
    session = Session(find_job, emit, software=f"releve {version()}")
    # The listener is a thread: Python runs signal handlers only in the main one, which has to be free.
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    signal.signal(signal.SIGINT, lambda *_: ended.set())
    emit({"id": None, "event": "hello", "protocol": PROTOCOL, "version": version()})
    threading.Thread(target=_listen, args=(requests, session, emit, ended), daemon=True).start()
    while not ended.wait(0.5):
        pass
    session.cancel_all()
    session.wait(GRACE_S + 0.5)
    end_process(0)
    return 0


def _listen(stream: BinaryIO, session: Session, emit: EventStream, ended: threading.Event) -> None:
    try:
        for line in _lines(stream):
            if line.strip():
                _serve(line, session, emit)
    finally:
        ended.set()


def _serve(line: bytes, session: Session, emit: EventStream) -> None:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict):
        message = {}
    if isinstance(identity := message.get("cancel"), (str, int)):
        session.cancel(identity)
    elif isinstance(identity := message.get("id"), (str, int)) and isinstance(message.get("request"), dict):
        try:
            session.start(identity, message["request"], message.get("secrets"))
        except RequestError as error:
            emit({"id": None} | error_event(error))
    else:
        sentence = tr('a line is no request: {{"id": …, "request": {{…}}}} or {{"cancel": …}} is needed')
        emit({"id": None} | error_event(RequestError(sentence.format())))
