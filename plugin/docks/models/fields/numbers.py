"""Fields of numbers. They are lines: an empty one says nothing, which a spin box cannot."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from ....i18n import number, tr
from .field import Field, FieldEditor


def shown(value: Any) -> str:
    """A number as a line shows it, with every digit: what is not touched must read the same again."""
    return f"{value:.15g}" if isinstance(value, (int, float)) else ""


def number_of(text: str) -> float | None:
    """The number a user has typed, with a point or with what their language has for it; None for nothing.

    Raises
    ------
    ValueError
        It is none.
    """
    text = text.strip()
    if not text:
        return None
    value = number(text)
    if value is None:
        raise ValueError(tr("“{text}” is no number").format(text=text))
    return value


class NumberEditor(FieldEditor):
    """One number, with its unit behind it."""

    def build(self) -> QWidget:
        self._line = _line(self.field, shown(self.field.value))
        if not self.field.unit:
            return self._line
        return _row(self._line, QLabel(self.field.unit))

    def value(self) -> Any:
        return number_of(self._line.text())


class IntervalEditor(FieldEditor):
    """Two numbers, from and to."""

    def build(self) -> QWidget:
        ends = list(self.field.value or (None, None))
        self._ends = [_line(self.field, shown(end)) for end in ends]
        for line, name in zip(self._ends, (tr("from"), tr("to"))):
            line.setAccessibleName(f"{self.field.title}, {name}")
        return _row(self._ends[0], QLabel("–"), self._ends[1])

    def value(self) -> Any:
        ends = [number_of(line.text()) for line in self._ends]
        return None if ends == [None, None] else ends


def _line(field: Field, text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setAccessibleName(field.title)
    return line


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    row.setFocusProxy(widgets[0])
    return row
