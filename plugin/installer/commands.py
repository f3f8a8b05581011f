"""Runs one program of the installation, shows what it says, and hides what is secret."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from queue import Empty, SimpleQueue
from typing import Any

from ..i18n import tr
from ..runner import BackendError, Cancelled
from ..runner.process import LineProcess
from ..runner.runner import POLL_S

_USER_IN_URL = re.compile(r"(?<=://)[^/\s@]+@")


class CommandFailed(BackendError):
    """A program that ended with another status than 0; ``words``: all that it said."""

    def __init__(self, message: str, words: str):
        super().__init__(message, kind="CommandFailed")
        self.words = words


def run_command(
    command: Sequence[str],
    environment: Mapping[str, str],
    feedback: Any,
    *,
    secrets: Sequence[str] = (),
    is_shown: bool = True,
    on_line: Callable[[str], bool] = lambda line: False,
    on_wait: Callable[[], None] = lambda: None,
) -> list[str]:
    """Run a program until its end, showing its lines; what it wrote to standard output.

    Parameters
    ----------
    secrets : sequence of str
        Words that no log may hold.
    is_shown : bool
        Whether the log shows the command and what it writes.
    on_line : function of a line
        Is given each line of standard output; True where the log need not show it.
    on_wait : function
        Is called ten times a second.

    Raises
    ------
    Cancelled, CommandFailed
        The user gave up, or the program failed.
    """
    lines: list[str] = []
    events: SimpleQueue[Any] = SimpleQueue()
    if is_shown:
        feedback.pushInfo(scrubbed(" ".join(command), secrets))
    try:
        process = LineProcess(
            command,
            dict(environment),
            on_line=lambda _, line: events.put(line.decode("utf-8", "replace").rstrip()),
            on_end=lambda _, status: events.put(status),
        )
    except OSError as error:
        raise CommandFailed(f"{command[0]}: {error.strerror}", str(error)) from error
    while True:
        event = _next(events, process, feedback, on_wait)
        if isinstance(event, int):
            break
        lines.append(event)
        if not on_line(event) and is_shown:
            feedback.pushInfo(scrubbed(event, secrets))
    if event == 0:
        return lines
    words = scrubbed("\n".join([*lines, *process.last_words()]), secrets)
    sentence = tr("{program} failed:\n{words}")
    last = "\n".join([*lines[-10:], *process.last_words()[-20:]])
    raise CommandFailed(
        sentence.format(program=scrubbed(_short(command), secrets), words=scrubbed(last, secrets)), words
    )


def _next(events: SimpleQueue[Any], process: LineProcess, feedback: Any, on_wait: Callable[[], None]) -> Any:
    while True:
        try:
            return events.get(timeout=POLL_S)
        except Empty:
            on_wait()
        if feedback.isCanceled():
            process.kill()
            process.wait(5)
            raise Cancelled(tr("The installation was cancelled; what was there before stays."))


def _short(command: Sequence[str]) -> str:
    return " ".join(command[:6]) + (" …" if len(command) > 6 else "")


def scrubbed(text: str, secrets: Sequence[str] = ()) -> str:
    """The text without passwords: neither those given nor any user in an address."""
    for secret in secrets:
        text = text.replace(secret, "***")
    return _USER_IN_URL.sub("***@", text)
