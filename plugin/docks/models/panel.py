"""The dock of models, put together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsMapLayer
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QShortcut, QWidget

from ...i18n import tr
from ...preview.section import PreviewSection
from ...runner import BackendError
from ...session import BackendSession
from ..notice_bar import NoticeBar
from .adding import AddMenu
from .card_view import CardView
from .check_view import CheckView
from .editing import edit_card
from .entries import Entry
from .filtering import ModelFilter, Wanted, resolution_ranges, sensors_of, tasks_of
from .library import Library
from .list_model import ENTRY
from .running import algorithm_for, filled, is_raster, open_form

FORM, _ = uic.loadUiType(str(Path(__file__).with_suffix(".ui")))


class Panel(QWidget, FORM):
    """Find a model, read its card, check it, try it, run it."""

    def __init__(self, iface: Any, session: BackendSession):
        super().__init__()
        self.setupUi(self)
        self._iface, self._session = iface, session
        self._library = Library(session, self)
        self._filter = ModelFilter(self)
        self._filter.setSourceModel(self._library.models)
        self.models.setModel(self._filter)
        self._chosen = ""  # path of the model that was chosen last
        self._add_parts()
        self._connect()
        self._offer_filters()
        self._show_entry(None)
        self._choose("")
        self._show_layer()
        self._library.refresh()

    def stop(self) -> None:
        """The dock goes away: ask no more, and leave nothing on the map."""
        self._preview.stop()
        self._check.stop()
        self._library.stop()

    def _add_parts(self) -> None:
        self._notice = NoticeBar()
        self.column.insertWidget(2, self._notice)
        self._card = CardView()
        self.cardColumn.insertWidget(0, self._card)
        self._check = CheckView(self._session)
        self.tabs.addTab(_scrolled(self._check), tr("Check"))
        self._preview = PreviewSection(self._iface, self._session)
        self.tabs.addTab(_scrolled(self._preview), tr("Preview"))
        self._adding = AddMenu(self._session, self._library, self)
        self.more.setMenu(self._adding)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 2)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        for box in (self.task, self.sensor, self.resolution):
            box.currentIndexChanged.connect(self._narrow)
        self._library.changed.connect(self._show_changes)
        self._library.failed.connect(self._show_failure)
        self._library.state_changed.connect(self._show_state)
        self._adding.fetched.connect(self._show_fetched)
        self.models.selectionModel().currentChanged.connect(self._show_current)
        self.models.activated.connect(self._run)
        self.run.clicked.connect(self._run)
        self.edit.clicked.connect(self._edit)
        self._iface.currentLayerChanged.connect(self._show_layer)
        provider = QgsApplication.processingRegistry().providerById("releve")
        if provider is not None:
            provider.algorithmsLoaded.connect(self._library.refresh)  # the backend was installed or updated

    def showEvent(self, event):
        super().showEvent(event)
        self._preview.set_active(True)

    def hideEvent(self, event):
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is minimised hides nothing of the map
            self._preview.set_active(False)

    # -- which models are shown ---------------------------------------------------------------------------

    def _offer_filters(self) -> None:
        entries = self._library.models.entries()
        _offer(self.task, tr("Task"), tasks_of(entries))
        _offer(self.sensor, tr("Sensor"), sensors_of(entries))
        _offer(self.resolution, tr("Resolution"), resolution_ranges())

    def _narrow(self) -> None:
        wanted = Wanted(
            words=self.search.text(),
            task=self.task.currentData() or "",
            sensor=self.sensor.currentData() or "",
            resolution=self.resolution.currentData(),
        )
        self._filter.want(wanted)
        self._choose(self._chosen)
        self._show_state()

    def _show_changes(self) -> None:
        self._offer_filters()
        self._narrow()
        self._turn_to(self.current_entry())

    def _show_state(self) -> None:
        if self._library.is_busy:
            self._notice.hide()  # what it complained of may be mended
        shown, all_of_them = self._filter.rowCount(), len(self._library.models.entries())
        words = tr("Models: {shown} of {count}").format(shown=shown, count=all_of_them)
        if self._library.is_busy:
            words = tr("{words}; looking for more…").format(words=words)
        self.status.setText(words)

    def _show_failure(self, error: BackendError) -> None:
        self._notice.say_error(error)

    # -- the model that is chosen -------------------------------------------------------------------------

    def current_entry(self) -> Entry | None:
        """The model that is chosen, if any."""
        return self.models.currentIndex().data(ENTRY)

    def _choose(self, path: str) -> None:
        """Choose the model of a path, or the first one."""
        rows = range(self._filter.rowCount())
        indexes = (self._filter.index(row, 0) for row in rows)
        index = next((i for i in indexes if i.data(ENTRY).path == path), self._filter.index(0, 0))
        if index != self.models.currentIndex():
            self.models.setCurrentIndex(index)

    def _show_current(self, current: QModelIndex, _: QModelIndex) -> None:
        entry = current.data(ENTRY)
        if entry is not None:
            self._chosen = entry.path
        self._turn_to(entry)

    def _turn_to(self, entry: Entry | None) -> None:
        """Show a model, unless it is the one that is shown and its card says what it said."""
        if entry != self._shown:
            self._show_entry(entry)

    def _show_entry(self, entry: Entry | None) -> None:
        self._shown = entry
        self._card.show_entry(entry)
        self._check.show_entry(entry)
        can_run = entry is not None and entry.can_run
        self._preview.set_model(entry.path if can_run else "")
        self.edit.setEnabled(entry is not None and not entry.problem)
        self.run.setEnabled(can_run)

    def _show_fetched(self, path: str) -> None:
        self._chosen = path
        self._library.refresh()

    # -- what can be done with it -------------------------------------------------------------------------

    def _show_layer(self, *_: object) -> None:
        layer = self._layer()
        if is_raster(layer):
            self.layer.setText(tr("Layer: {name}").format(name=layer.name()))
        else:
            self.layer.setText(tr("No raster layer is chosen in the list of layers."))
        self._preview.set_layer(layer if is_raster(layer) else None)

    def _layer(self) -> QgsMapLayer | None:
        return self._iface.activeLayer()

    def _run(self, *_: object) -> None:
        entry = self.current_entry()
        if entry is None or not entry.can_run:
            return
        algorithm = algorithm_for(entry)
        if algorithm is None:
            self._notice.say(
                tr("This version of Relevé has no algorithm for the task “{task}”.").format(task=entry.task)
            )
            return
        open_form(algorithm, filled(algorithm, entry, self._layer()))

    def _edit(self) -> None:
        entry = self.current_entry()
        if entry is not None and edit_card(entry, self._session, self):
            self._library.refresh()


def _scrolled(page: QWidget) -> QScrollArea:
    """A page that does not make the dock taller than a small or magnified screen."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(page)
    return area


def _offer(box, anything: str, choices) -> None:
    """Fill a filter anew, keeping what is chosen; what is no longer there is."""
    kept = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(anything, None)
    for name, value in choices:
        box.addItem(name, value)
    box.setCurrentIndex(max(0, box.findData(kept)) if kept is not None else 0)
    box.blockSignals(False)
