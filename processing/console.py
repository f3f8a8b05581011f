"""How the command line tells what happens: in words with a progress bar, or as JSON lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from .language import tr
from .worker import EventStream, claim_output

if TYPE_CHECKING:
    from rich.progress import Progress

CANCELLED = 130


class EventPrinter:
    """Prints events as JSON lines; ``status`` is the exit status once the last one came."""

    def __init__(self) -> None:
        self.status = 1
        self._stream = EventStream(claim_output())

    def __call__(self, event: dict[str, Any]) -> None:
        self.status = _status(event, self.status)
        self._stream(event)

    def close(self) -> None:
        """Nothing to tidy: each line went out whole."""


class Narrator:
    """Tells events in words: progress, warnings and errors on standard error, results on standard output."""

    def __init__(self, *, show_traceback: bool = False) -> None:
        self.status = 1
        self._show_traceback = show_traceback
        self._results = claim_output()
        self._bar: Progress | None = None

    def __call__(self, event: dict[str, Any]) -> None:
        self.status = _status(event, self.status)
        tell = {"progress": self._progress, "log": self._log, "result": self._result, "error": self._error}
        try:
            tell.get(event["event"], lambda _: None)(event)
        except BrokenPipeError:
            return  # nobody reads any more, as after `| head`; the work goes on

    def close(self) -> None:
        """Take the progress bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _progress(self, event: dict[str, Any]) -> None:
        if not sys.stderr.isatty():
            return
        if self._bar is None:
            self._bar = _progress_bar()
            self._task = self._bar.add_task("")
            self._bar.start()
        self._bar.update(self._task, completed=event["fraction"], description=event.get("message"))

    def _log(self, event: dict[str, Any]) -> None:
        prefix = tr("Warning: ") if event["level"] == "warning" else ""
        click.echo(prefix + event["message"], err=True)

    def _result(self, event: dict[str, Any]) -> None:
        self.close()
        lines = [f"{name}: {output['path']}" for name, output in event["outputs"].items()]
        lines += [
            f"{name} = {_readable(value)}"
            for name, value in event["values"].items()
            if _is_for_people(name, value)
        ]
        self._results.write("".join(line + "\n" for line in lines).encode())
        self._results.flush()

    def _error(self, event: dict[str, Any]) -> None:
        self.close()
        if self._show_traceback and "traceback" in event:
            click.echo(event["traceback"], err=True)
        click.echo(tr("Error: {message}").format(message=event["message"]), err=True)


def _is_for_people(name: str, value: Any) -> bool:
    # Seconds of each stage and tables are for programs, which take the events.
    return not name.endswith("_s") and not isinstance(value, (dict, list))


def _readable(value: Any) -> Any:
    """Six digits of a number with decimals; programs take the events, where every digit is."""
    return f"{value:.6g}" if isinstance(value, float) and abs(value) < 1e6 else value


def _progress_bar() -> Progress:
    from rich.console import Console  # 50 ms to import: only where a person looks
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _status(event: dict[str, Any], before: int) -> int:
    if event["event"] == "result":
        return 0
    if event["event"] == "error":
        return CANCELLED if event["type"] == "Cancelled" else 1
    return before
