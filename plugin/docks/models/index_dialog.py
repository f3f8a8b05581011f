"""Models from an index: a STAC catalogue, local or remote, or a repository of Hugging Face by its name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from qgis.core import QgsSettings
from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
)

from ...i18n import tr
from ...runner import BackendError, Result
from ...session import BackendSession, Call
from ...settings import Settings
from ..notice_bar import NoticeBar
from .access import secrets_for
from .card_view import CardView
from .entries import Entry
from .list_model import ENTRY, ModelList

SOURCES = "releve/models_sources"
KEPT_SOURCES = 10
UNSTATED = "unstated"
"""What the backend wants to hear where an index states no licence."""


class IndexDialog(QDialog):
    """Search an index, read a card, accept the licence, fetch the model."""

    fetched = pyqtSignal(str)
    """A model is on this computer now; its path."""

    def __init__(self, session: BackendSession, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Models from an index"))
        self.resize(720, 640)
        self._session = session
        self._call: Call | None = None
        self._found = ModelList(self)
        self._build()
        self._connect()
        self._show_entry()

    def done(self, result):
        self._stop()
        super().done(result)

    # -- what it is made of -------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.addLayout(self._build_form())
        self._search = _button(tr("&Search"), self)
        self._search.setDefault(True)
        self._notice = NoticeBar()
        self._list, self._card = QListView(), CardView()
        self._list.setModel(self._found)
        self._list.setAccessibleName(tr("Models found"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self._list)
        halves.addWidget(self._card)
        halves.setSizes([260, 440])
        self._licence = QCheckBox()
        self._fetch = _button(tr("&Fetch this model"), self)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress"))
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._cancel = _button(tr("&Cancel"), self)
        for widget in (self._search, self._notice):
            column.addWidget(widget)
        column.addWidget(halves, 1)
        for widget in (self._licence, self._fetch, self._progress, self._words, self._cancel):
            column.addWidget(widget)
        self._show_running(False)

    def _build_form(self) -> QFormLayout:
        form = QFormLayout()
        self._source = QComboBox()
        self._source.setEditable(True)
        self._source.addItems(_sources())
        self._source.setToolTip(tr("Address or path of a STAC catalogue, or owner/name at Hugging Face"))
        self._source.lineEdit().setPlaceholderText("https://…/catalog.json, /…/catalog.json, owner/name")
        self._revision, self._wanted = QLineEdit(), QLineEdit()
        self._revision.setPlaceholderText(tr("the newest"))
        self._wanted.setPlaceholderText(tr("everything"))
        self._access = QgsAuthConfigSelect()
        self._access.setConfigId(Settings.load().models_auth)
        for title, widget in (
            (tr("&Index:"), self._source),
            (tr("&Words:"), self._wanted),
            (tr("&Revision of a repository:"), self._revision),
            (tr("&Access, if it asks for a token:"), self._access),
        ):
            form.addRow(title, widget)
            widget.setAccessibleName(title.replace("&", "").rstrip(" :\u00a0"))
        parts = [*self._access.findChildren(QComboBox), *self._access.findChildren(QLineEdit)]
        for part in parts:  # QGIS leaves them nameless
            part.setAccessibleName(self._access.accessibleName())
        return form

    def _connect(self) -> None:
        self._search.clicked.connect(self.search)
        self._fetch.clicked.connect(self.fetch)
        self._cancel.clicked.connect(self._stop)
        self._licence.toggled.connect(lambda _: self._show_running(False))
        self._list.selectionModel().currentChanged.connect(lambda *_: self._show_entry())

    # -- searching ----------------------------------------------------------------------------------------

    def search(self) -> None:
        """Ask the index what it has."""
        source = self._source.currentText().strip()
        if not source:
            self._notice.say(tr("Which index? Give an address, a path, or owner/name at Hugging Face."))
            return
        self._found.replace([])
        inputs = {"source": source, "words": self._wanted.text(), "revision": self._revision.text()}
        self._ask("model.search", inputs, partial(self._show_found, source))

    def _show_found(self, source: str, result: Result) -> None:
        _keep_source(source)  # only now: an address that was refused may hold a password
        self._found.replace(map(Entry.from_row, result.values.get("models") or ()))
        count = self._found.rowCount()
        words = tr("Models found: {count}.").format(count=count)
        if result.values.get("more"):
            words = tr("The first {count} models; search by words for others.").format(count=count)
        self._words.setText(words)
        self._list.setCurrentIndex(self._found.index(0, 0))
        self._list.setFocus()

    def _show_entry(self) -> None:
        entry = self._entry()
        self._card.show_entry(entry)
        licence = entry.licence if entry else ""
        words = tr("I &accept the licence: {licence}").format(licence=licence.replace("&", "&&"))
        self._licence.setText(words if licence else tr("I &accept that no licence is stated"))
        self._licence.setChecked(False)
        self._show_running(False)

    def _entry(self) -> Entry | None:
        return self._list.currentIndex().data(ENTRY)

    # -- fetching -----------------------------------------------------------------------------------------

    def fetch(self) -> None:
        """Fetch the model that is chosen; what a cut transfer has left is taken up again."""
        entry = self._entry()
        if entry is None or not self._licence.isChecked():
            return
        given = {name: entry.row.get(name) for name in ("source", "item", "revision", "sha256")}
        inputs = {name: value for name, value in given.items() if value}
        self._ask("model.fetch", {**inputs, "licence": entry.licence or UNSTATED}, self._show_fetched)

    def _show_fetched(self, result: Result) -> None:
        path = str(result.values.get("path", ""))
        self._words.setText(tr("Fetched: {path}").format(path=path))
        self.fetched.emit(path)

    # -- what both need -----------------------------------------------------------------------------------

    def _ask(self, job: str, inputs: dict[str, Any], then) -> None:
        def take(result: Result) -> None:
            self._stop()
            then(result)

        self._stop()
        self._notice.hide()
        self._words.clear()
        configuration = self._access.configId()
        replace(Settings.load(), models_auth=configuration).save()
        self._call = self._session.request(
            job,
            {name: value for name, value in inputs.items() if value},
            secrets=secrets_for(configuration),
            on_result=take,
            on_error=self._show_error,
            on_progress=self._show_progress,
        )
        self._progress.setRange(0, 0)
        self._show_running(True)

    def _stop(self) -> None:
        if self._call is not None:
            self._call.cancel()  # after its end it does nothing
            self._call = None
        self._show_running(False)

    def _show_error(self, error: BackendError) -> None:
        self._stop()
        if error.kind in ("DownloadError", "CutError") and self._licence.isChecked():
            self._notice.say(str(error), tr("Try again"), self.fetch)
        else:
            self._notice.say_error(error)

    def _show_progress(self, fraction: float, message: str) -> None:
        self._progress.setRange(0, 1000)
        self._progress.setValue(round(1000 * fraction))
        if message:
            self._words.setText(message)

    def _show_running(self, is_running: bool) -> None:
        entry = self._entry()
        can_fetch = entry is not None and not entry.problem
        self._progress.setVisible(is_running)
        self._cancel.setVisible(is_running)
        self._search.setEnabled(not is_running)
        self._licence.setEnabled(can_fetch and not is_running)
        self._fetch.setEnabled(can_fetch and not is_running and self._licence.isChecked())


def _sources() -> list[str]:
    return QgsSettings().value(SOURCES, [], type=list)


def _keep_source(source: str) -> None:
    others = [other for other in _sources() if other != source]
    QgsSettings().setValue(SOURCES, [source, *others][:KEPT_SOURCES])


def _button(text: str, parent) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    return button
