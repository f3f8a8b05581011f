"""The border with a backend: two small classes, which a local process and a remote server implement alike.

A request and an event are JSON objects; their fields are described on one page, ``docs/protocol.md``.
"""

from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from ..i18n import tr
from .errors import BackendError, Cancelled

PROTOCOL = 1
LAST_EVENTS = ("result", "error")
POLL_S = 0.1

Event = dict[str, Any]


class Run:
    """One request under way."""

    def next_event(self, timeout_s: float) -> Optional[Event]:
        """The next event, or None when none has come within the time. Exactly one last event comes."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Ask for the end. A last event comes all the same, soon. Safe to call twice."""
        raise NotImplementedError


class Runner:
    """A backend that is ready to take requests, one after the other or several at once."""

    def start(self, request: dict[str, Any], *, secrets: Optional[dict[str, str]] = None) -> Run:
        """Send a request. ``secrets`` travel beside it and are kept nowhere."""
        raise NotImplementedError

    def close(self) -> None:
        """End everything that still runs, and wait for it. Safe to call twice."""
        raise NotImplementedError

    def __enter__(self) -> "Runner":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True)
class Result:
    """What a request gave: each output's path, kind, title and style; plain values such as an accuracy."""

    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)


def follow(
    run: Run,
    feedback: Any,
    *,
    on_preview: Optional[Callable[[Event], None]] = None,
    on_wait: Callable[[], None] = lambda: None,
) -> Result:
    """Wait for the end of a request, passing on progress, messages and cancel.

    Parameters
    ----------
    feedback : QgsProcessingFeedback
        Is told of progress and messages, and asked whether the user has cancelled.
    on_preview : function of an event, optional
        Is given each preview.
    on_wait : function, optional
        Is called about ten times a second while nothing comes.

    Raises
    ------
    Cancelled
        The request ended because ``feedback`` was cancelled.
    BackendError
        It failed; the message is the backend's own.
    """
    while True:
        if feedback.isCanceled():
            run.cancel()
        event = run.next_event(POLL_S)
        if event is None:
            on_wait()
            continue
        kind = event.get("event")
        if kind == "result":
            return Result(event.get("outputs") or {}, event.get("values") or {})
        if kind == "error":
            raise error_of(event)
        if kind == "progress":
            _show_progress(event, feedback)
        elif kind == "log":
            _show_message(event, feedback)
        elif kind == "preview" and on_preview is not None:
            on_preview(event)


def _show_progress(event: Event, feedback: Any) -> None:
    feedback.setProgress(100 * float(event.get("fraction") or 0))
    if event.get("message"):
        feedback.setProgressText(event["message"])


def _show_message(event: Event, feedback: Any) -> None:
    show = feedback.pushWarning if event.get("level") in ("warning", "error") else feedback.pushInfo
    show(str(event.get("message", "")))


def error_of(event: Event) -> BackendError:
    """What an event ``error`` says, as the error to raise or to show."""
    kind, message = str(event.get("type", "")), str(event.get("message", ""))
    if kind == "Cancelled":
        return Cancelled(message or tr("The work was cancelled."), kind=kind)
    details = {"kind": kind, "hint": event.get("hint") or "", "traceback": event.get("traceback") or ""}
    return BackendError(message or kind, **details)
