"""Fields of words."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ....i18n import tr
from .field import FieldEditor

LINES = 4


class TextEditor(FieldEditor):
    """A line."""

    def build(self) -> QWidget:
        return QLineEdit(str(self.field.value or ""))

    def value(self) -> Any:
        return self.widget.text().strip() or None


class ParagraphEditor(FieldEditor):
    """Some lines."""

    def build(self) -> QWidget:
        edit = QPlainTextEdit(str(self.field.value or ""))
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * LINES + 12)
        return edit

    def value(self) -> Any:
        return self.widget.toPlainText().strip() or None


class NamesEditor(FieldEditor):
    """Names on one line, with commas between them."""

    def build(self) -> QWidget:
        edit = QLineEdit(", ".join(map(str, self.field.value or ())))
        if self.field.count:
            edit.setPlaceholderText(tr("{count} names, with commas").format(count=self.field.count))
        return edit

    def value(self) -> Any:
        names = [name.strip() for name in self.widget.text().split(",")]
        return names if any(names) else None
