"""What the dock knows of a model: a row of ``model.list`` or ``model.search``.

Every text in it was written by a stranger: it is shown as plain text, whatever it holds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...i18n import decimal, tr


@dataclass(frozen=True)
class ClassEntry:
    """One class of a model's map; ``color`` is ``#rrggbb`` or nothing."""

    value: int
    name: str
    color: str = ""
    description: str = ""


@dataclass(frozen=True)
class Entry:
    """A model in the list. ``row`` is all that the backend said."""

    path: str
    title: str
    place: str = ""
    problem: str = ""
    obstacle: str = ""
    task: str = ""
    task_words: str = ""
    sensors: tuple[str, ...] = ()
    gsd_m: float | None = None
    licence: str = ""
    description: str = ""
    thumbnail: str = ""
    size: int = 0
    classes: tuple[ClassEntry, ...] = ()
    classes_count: int = 0
    missing_words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    row: Mapping[str, Any] = field(default_factory=dict, hash=False, repr=False)
    text: str = field(default="", compare=False, repr=False)
    """All that a search looks at, folded."""

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Entry:
        """The entry of a row; what the row does not say stays empty."""
        classes = tuple(_class_of(item) for item in row.get("classes") or ())
        return cls(
            path=_line(row.get("path")),
            title=_line(row.get("title") or row.get("file")),
            sensors=_texts(row.get("sensors")),
            gsd_m=_number(row.get("gsd_m")),
            size=int(_number(row.get("size")) or 0),
            classes=classes,
            classes_count=int(_number(row.get("classes_count")) or len(classes)),
            missing_words=_texts(row.get("missing_words")),
            notes=_texts(row.get("notes")),
            facts=tuple((str(name), str(value)) for name, value in row.get("facts") or ()),
            description=str(row.get("description") or ""),
            row=row,
            text=folded(" ".join(_searched(row))),
            **{name: _line(row.get(name)) for name in SHORT_TEXTS},
        )

    @property
    def second_line(self) -> str:
        """What stands below the title in the list: kind, resolution, and what keeps it from running."""
        if self.problem or self.obstacle:
            return tr("Cannot run: {reason}").format(reason=self.problem or self.obstacle)
        words = [self.task_words, resolution_words(self.gsd_m), *self.sensors[:1]]
        if self.missing_words:
            words.append(tr("not said: {names}").format(names=", ".join(self.missing_words)))
        return " · ".join(word for word in words if word)

    @property
    def can_run(self) -> bool:
        """Whether some job runs it."""
        return bool(self.path) and not self.problem and not self.obstacle


SHORT_TEXTS = ("place", "problem", "obstacle", "task", "task_words", "licence", "thumbnail")
SEARCHED = ("title", "name", "file", "description", "task", "task_words", "bands_words", "licence")


def resolution_words(gsd_m: float | None) -> str:
    """The ground resolution for people, or nothing."""
    if gsd_m is None:
        return ""
    return decimal(gsd_m * 100, "g") + " cm" if gsd_m < 1 else decimal(gsd_m, "g") + " m"


def folded(text: str) -> str:
    """A text without accents and capitals, so that “foret” finds “Forêt”."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _searched(row: Mapping[str, Any]) -> list[str]:
    names = [str(item.get("name", "")) for item in row.get("classes") or ()]
    return [*(str(row.get(key) or "") for key in SEARCHED), *_texts(row.get("sensors")), *names]


def _class_of(item: Mapping[str, Any]) -> ClassEntry:
    value = int(_number(item.get("value")) or 0)
    texts = {key: _line(item.get(key)) for key in ("name", "color", "description")}
    return ClassEntry(value=value, **texts)


def _line(value: Any) -> str:
    return " ".join(str(value or "").split())


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(item) for item in value or ())


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
