"""The list of runs: what was done, and what can be done with it again."""

from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QFileSystemWatcher, QItemSelectionModel, Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QGridLayout,
    QHeaderView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QShortcut,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...catalogue import Job
from ...dialog.commands import NoCommand, qgis_command, releve_command, request_json
from ...dialog.reports import open_file
from ...history.recall import parameters_of, request_of
from ...history.recording import run_list
from ...history.runs import Record
from ...i18n import tr
from ...results import layers_of, load_results
from ..notice_bar import NoticeBar
from . import words

SETTLE_MS = 200
SHOWN_ROWS = 4
"""Runs that are seen however little room other docks leave."""


class Panel(QWidget):
    """Shows the runs of the profile, the newest first."""

    def __init__(self, iface: Any, session: Any = None):
        super().__init__()
        self._iface = iface
        self._runs = run_list()
        self._records: dict[str, Record] = {}
        self._list = self._make_list()
        self._details = self._make_details()
        self._bar = NoticeBar()
        self._buttons = self._make_buttons()
        self._lay_out()
        self._watch()
        self.refresh()

    # -- what it is made of ---------------------------------------------------------------------------------

    def _make_list(self) -> QTreeWidget:
        view = QTreeWidget()
        view.setObjectName("releveRuns")
        view.setAccessibleName(tr("Runs"))
        view.setHeaderLabels([tr("Run"), tr("Outcome"), tr("Began"), tr("Duration")])
        view.setRootIsDecorated(False)
        view.setAlternatingRowColors(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setMinimumHeight(SHOWN_ROWS * view.fontMetrics().height() + view.header().sizeHint().height())
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.currentItemChanged.connect(lambda *_: self._show_current())
        view.itemActivated.connect(lambda *_: self.open_report())  # by Enter, or two clicks
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        return view

    def _make_details(self) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(tr("Details of the run"))
        return text

    def _make_buttons(self) -> "dict[str, QPushButton]":
        actions: dict[str, tuple[str, Callable[[], None]]] = {
            "report": (tr("Open the &report"), self.open_report),
            "layers": (tr("&Load the layers"), self.load_layers),
            "repeat": (tr("Re&peat…"), self.repeat),
            "remove": (tr("Re&move from the list"), self.remove),
        }
        buttons = {}
        for name, (text, action) in actions.items():
            buttons[name] = QPushButton(text)
            buttons[name].setObjectName(f"releveRuns{name.title()}")
            buttons[name].clicked.connect(lambda _=False, action=action: action())
        buttons["copy"] = QPushButton(tr("&Copy as"))
        buttons["copy"].setObjectName("releveRunsCopy")
        buttons["copy"].setMenu(self._copy_menu())
        return buttons

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        copies: dict[str, Callable[[Job, dict], str]] = {
            tr("Command line of Relevé"): releve_command,
            tr("Command line of QGIS (qgis_process)"): qgis_command,
            tr("Request (JSON)"): lambda _, request: request_json(request),
        }
        for title, spell in copies.items():
            menu.addAction(title).triggered.connect(lambda _=False, spell=spell: self._copy(spell))
        return menu

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._list)
        splitter.addWidget(self._details)
        splitter.setStretchFactor(0, 2)
        grid = QGridLayout()
        for place, name in enumerate(("report", "layers", "repeat", "copy", "remove")):
            grid.addWidget(self._buttons[name], place // 2, place % 2)
        column = QVBoxLayout(self)
        column.addWidget(self._bar)
        column.addWidget(splitter)
        column.addLayout(grid)
        self.setTabOrder(self._list, self._details)

    def _watch(self) -> None:
        folder = self._runs.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        self._settle = QTimer(self)  # a run that ends writes twice
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(lambda _: self._settle.start())

    def stop(self) -> None:
        """Look no longer at what other QGIS write."""
        self._settle.stop()
        self._watcher.deleteLater()

    # -- what it shows --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the runs as they are now; the one that was current stays so."""
        current = self.current()
        self._records = {record.id: record for record in self._runs.read()}
        self._list.clear()
        for record in self._records.values():
            row = [record.name, words.outcome(record), words.began(record), words.duration(record)]
            item = QTreeWidgetItem(row)
            item.setData(0, Qt.ItemDataRole.UserRole, record.id)
            item.setToolTip(0, words.job_title(record))
            self._list.addTopLevelItem(item)
            if current is not None and record.id == current.id:
                self._list.setCurrentItem(item, 0, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if self._list.currentItem() is None and self._records:
            self._list.setCurrentItem(self._list.topLevelItem(0))
        self._show_current()

    def current(self) -> Optional[Record]:
        """The run that is chosen."""
        item = self._list.currentItem()
        return None if item is None else self._records.get(item.data(0, Qt.ItemDataRole.UserRole))

    def _show_current(self) -> None:
        record = self.current()
        self._details.setPlainText("" if record is None else words.details(record))
        job = None if record is None else self._job(record)
        usable = {
            "report": record is not None and bool(record.reports()),
            "layers": record is not None
            and record.outcome == "done"
            and bool(layers_of(record.outputs.values())),
            "repeat": job is not None,
            "copy": job is not None,
            "remove": record is not None and record.outcome != "running",
        }
        for name, is_usable in usable.items():
            self._buttons[name].setEnabled(is_usable)

    # -- what can be done with a run ------------------------------------------------------------------------

    def open_report(self) -> None:
        """Open the report of the run."""
        record = self.current()
        for path in record.reports() if record is not None else ():
            open_file(path)

    def load_layers(self) -> None:
        """Load the results of the run, styled, in a group of their own."""
        record = self.current()
        if record is None:
            return
        layers = layers_of(record.outputs.values())
        if problem := load_results(QgsProject.instance(), record.name, layers):
            self._bar.say(problem)

    def repeat(self) -> None:
        """Open the form as it was filled in."""
        from ...dialog.job_dialog import show_dialog

        record = self.current()
        job = None if record is None else self._job(record)
        if job is None:
            return
        parameters, missing = parameters_of(job, record, QgsProject.instance())
        sentence = tr("As in the run of {moment}").format(moment=words.began(record))
        if missing:
            names = ", ".join(map(tr, missing))
            sentence += ". " + tr("To be chosen again: {names}").format(names=names)
        show_dialog(job.id, parameters, sentence)

    def remove(self) -> None:
        """Take the run off the list; its results stay."""
        record = self.current()
        if record is not None and record.outcome != "running":
            self._runs.remove(record.id)
            self.refresh()

    def _copy(self, spell: "Callable[[Job, dict], str]") -> None:
        record = self.current()
        job = None if record is None else self._job(record)
        if job is None:
            return
        try:
            QApplication.clipboard().setText(spell(job, request_of(job, record)))
        except NoCommand as error:
            self._bar.say(str(error))
        else:
            self._bar.say(tr("Copied: paste it into a terminal or a file"))

    def _job(self, record: Record) -> Optional[Job]:
        algorithm = QgsApplication.processingRegistry().algorithmById(f"releve:{record.job}")
        return getattr(algorithm, "job", None)
