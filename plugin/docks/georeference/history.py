"""The steps that can be undone.

Qt's own stack has moved between its fifth and sixth version; of values that never change, a list is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .work import Work


@dataclass(frozen=True)
class Step:
    """From one work to the next; ``text`` says what was done."""

    text: str
    before: Work
    after: Work
    key: str = ""


class History:
    """What was done to a sheet since it was opened."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        """One more step; it is one with the last where both have the same key."""
        last = self._done[-1] if self._done else None
        if last is not None and step.key and last.key == step.key and not self._undone:
            self._done[-1] = replace(last, after=step.after)
        else:
            self._done.append(step)
        self._undone.clear()

    @property
    def undoable(self) -> Step | None:
        """The step that would be undone."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Step | None:
        """The step that would be done again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Work | None:
        """Go one step back: what to show."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1].before

    def redo(self) -> Work | None:
        """Go one step forth: what to show."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1].after
