"""The form "Edit card": what the card says, what the graph proposes, and what is still to be said."""

from __future__ import annotations

import json
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...runner import BackendError, Result
from ...session import BackendSession, Call
from ..notice_bar import NoticeBar
from .entries import Entry
from .fields import EDITORS, Field, FieldEditor


def edit_card(entry: Entry, session: BackendSession, parent: QWidget) -> bool:
    """Let the user edit a model's card; whether they have saved it."""
    dialog = CardDialog(entry, session, parent)
    is_saved = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_saved


class CardDialog(QDialog):
    """The form of one model's card."""

    def __init__(self, entry: Entry, session: BackendSession, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(tr("Card of {title}").format(title=entry.title))
        self.resize(640, 640)
        self._model, self._session = entry.path, session
        self._is_shipped = entry.place == "plugin"
        self._call: Call | None = None
        self._sidecar = ""
        self.editors: list[FieldEditor] = []
        self._notice = NoticeBar()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(tr("The model is being read"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(tr("Fields of the card"))
        self._buttons = _buttons()
        self._buttons.accepted.connect(self.save)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self._notice, self._area, self._progress, self._buttons):
            column.addWidget(widget)
        self._ask({}, {}, self._show_form)

    def done(self, result):
        if self._call is not None:
            self._call.cancel()
        super().done(result)

    def save(self) -> None:
        """Write what was changed into the card beside the model."""
        if self._call is not None or not self.editors:
            return
        try:
            edits = self.edits()
        except ValueError as error:
            self._notice.say(str(error))
            return
        self._ask({"edits": json.dumps(edits)}, {"sidecar": self._sidecar}, lambda _: self.accept())

    def edits(self) -> dict[str, Any]:
        """What the user has changed, by key.

        Raises
        ------
        ValueError
            A field cannot be read; the message names it.
        """
        changed = {}
        for editor in self.editors:
            try:
                value = editor.value()
            except ValueError as error:
                raise ValueError(f"{editor.field.title}: {error}") from error
            if not _same(value, editor.field.value):
                changed[editor.field.key] = value
        return changed

    def _ask(self, inputs: dict[str, Any], outputs: dict[str, str], then) -> None:
        def take(result: Result) -> None:
            self._end()
            then(result)

        def fail(error: BackendError) -> None:
            self._end()
            self._notice.say_error(error)

        self._progress.show()
        self._notice.hide()
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(False)
        inputs = {"model": self._model, **inputs}
        self._call = self._session.request("model.card", inputs, outputs, on_result=take, on_error=fail)

    def _end(self) -> None:
        self._call = None
        self._progress.hide()
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(True)

    def _show_form(self, result: Result) -> None:
        fields = [Field.from_json(item) for item in result.values.get("fields") or ()]
        self._sidecar = str(result.values.get("sidecar") or "")
        self.editors = [EDITORS[field.kind](field) for field in fields if field.kind in EDITORS]
        self._area.setWidget(_form(self.editors))
        missing = result.values.get("missing_words") or ()
        if missing:
            self._notice.say(tr("A run needs, and nothing says: {names}.").format(names=", ".join(missing)))
        elif self._is_shipped:
            self._notice.say(
                tr(
                    "This model came with Relevé, and its next update puts the old card back: "
                    "to keep changes, copy the model to a folder of your own."
                )
            )
        first = next((editor for editor in self.editors if editor.field.asked), None)
        if first is not None:
            self._area.ensureWidgetVisible(first.widget)
            first.widget.setFocus()


def _form(editors: list[FieldEditor]) -> QWidget:
    """The editors in boxes, one a group."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    boxes: dict[str, QFormLayout] = {}
    for editor in editors:
        group = editor.field.group
        if group not in boxes:
            box = QGroupBox(group.replace("&", "&&"))
            boxes[group] = QFormLayout(box)
            boxes[group].setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            column.addWidget(box)
        boxes[group].addRow(_label(editor), editor.widget)
        if editor.field.help:
            boxes[group].addRow(_help(editor.field.help))
    column.addStretch()
    return whole


def _label(editor: FieldEditor) -> QLabel:
    words = editor.field.title
    if editor.field.asked:
        words = tr("{title} (needed)").format(title=words)
    elif editor.field.origin == "graph" and editor.field.value is not None:
        words = tr("{title} (proposed)").format(title=words)
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(editor.widget)
    return label


def _help(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _same(one: Any, other: Any) -> bool:
    """Whether two values say the same: what is empty says nothing, 1 is 1.0."""
    empty = (None, "", [], {})
    return (one in empty and other in empty) or one == other


def _buttons() -> QDialogButtonBox:
    save, cancel = QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel
    return QDialogButtonBox(save | cancel)
