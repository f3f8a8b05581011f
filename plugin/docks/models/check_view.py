"""Tries a model on each way this computer has to run it: is it right there, and how fast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...runner import BackendError, Result
from ...session import BackendSession, Call
from ..notice_bar import NoticeBar
from .entries import Entry

NAMES = {
    "cpu": "CPU",
    "cuda": "CUDA",
    "tensorrt": "TensorRT",
    "directml": "DirectML",
    "openvino": "OpenVINO",
    "coreml": "CoreML",
}


class CheckView(QWidget):
    """A button, and a table with a line for each provider of ONNX Runtime."""

    def __init__(self, session: BackendSession, parent=None):
        super().__init__(parent)
        self._session = session
        self._entry: Entry | None = None
        self._call: Call | None = None
        self._button = QPushButton(tr("&Check this model"))
        self._button.clicked.connect(self._press)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(tr("Progress of the check"))
        self._notice = NoticeBar()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._table = _empty_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        for widget in (self._button, self._progress, self._notice, self._table, self._words):
            column.addWidget(widget)
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Turn to another model; what was found for the one before goes."""
        self.stop()
        self._entry = entry
        self._table.setRowCount(0)
        self._notice.hide()
        self._words.setText(tr("Compares the model with the examples in its card, on each device."))
        self._button.setEnabled(entry is not None and bool(entry.path) and not entry.problem)

    def start(self) -> None:
        """Check the model."""
        if self._entry is None or self._call is not None:
            return
        self._table.setRowCount(0)
        self._notice.hide()
        self._show_running(True)
        inputs = {"model": self._entry.path, "provider": "all"}
        callbacks = {"on_result": self._show_result, "on_error": self._show_error}
        self._call = self._session.request("model.check", inputs, **callbacks)

    def stop(self) -> None:
        """Give up, if it is at it."""
        if self._call is not None:
            self._call.cancel()
            self._call = None
        self._show_running(False)

    def _press(self) -> None:
        if self._call is None:
            self.start()
        else:
            self.stop()

    def _show_running(self, is_running: bool) -> None:
        self._button.setText(tr("&Cancel the check") if is_running else tr("&Check this model"))
        self._progress.setVisible(is_running)

    def _show_error(self, error: BackendError) -> None:
        self._call = None
        self._show_running(False)
        self._notice.say_error(error)

    def _show_result(self, result: Result) -> None:
        self._call = None
        self._show_running(False)
        rows = sorted(result.values.get("providers") or [], key=lambda row: not row.get("ok"))
        self._table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(check_words(row)):
                self._table.setItem(number, column, QTableWidgetItem(text))
        self._table.resizeRowsToContents()
        self._words.setText("\n".join([_summary(rows), *reasons(rows)]))


def _summary(rows: Sequence[Mapping[str, Any]]) -> str:
    works = [_name(row) for row in rows if row.get("ok")]
    sentence = tr("Runs right on: {names}.") if works else tr("Runs right on nothing this computer has.")
    return sentence.format(names=", ".join(works))


def reasons(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Why providers cannot run the model, and what is worth knowing of the others; each sentence once."""
    names: dict[str, list[str]] = {}
    for row in rows:
        for sentence in (row.get("refused"), *(row.get("notes") or ())):
            if sentence:
                names.setdefault(str(sentence), []).append(_name(row))
    line = tr("{names}: {sentence}")
    return [line.format(names=", ".join(whose), sentence=sentence) for sentence, whose in names.items()]


def check_words(row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """Provider, verdict, parity and speed of a provider, for people."""
    speed = row.get("ms_per_tile")
    if row.get("ok"):
        verdict = tr("right")
    else:
        verdict = tr("cannot run") if row.get("refused") else tr("wrong: do not use it")
    return _name(row), verdict, _parity(row), f"{speed:.3g}" if isinstance(speed, (int, float)) else "–"


def _name(row: Mapping[str, Any]) -> str:
    provider = str(row.get("provider", ""))
    return NAMES.get(provider, provider)


def _parity(row: Mapping[str, Any]) -> str:
    agreement, difference = row.get("agreement"), row.get("max_difference")
    if agreement is None and difference is None:
        agreement, difference = row.get("device_agreement"), row.get("device_difference")
    words = []
    if isinstance(agreement, (int, float)):
        words.append(tr("{share} of the classes").format(share=f"{agreement:.1%}"))
    if isinstance(difference, (int, float)):
        words.append(tr("differs by {difference} at most").format(difference=f"{difference:.2g}"))
    return "\n".join(words) or "–"


def _empty_table() -> QTableWidget:
    headings = [tr("Device"), tr("Verdict"), tr("Agreement"), tr("ms per tile")]
    table = QTableWidget(0, len(headings))
    table.setHorizontalHeaderLabels(headings)
    table.verticalHeader().hide()
    table.setAccessibleName(tr("What the check found"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table
