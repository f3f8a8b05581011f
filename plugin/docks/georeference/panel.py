"""The dock in which a sheet is put on the ground, put together."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ...session import BackendSession
from ..notice_bar import NoticeBar
from . import ground, strokes, words
from .bar import Bar
from .drafts import Drafts
from .facts import Facts
from .keys import Keys
from .linking import Linking
from .live import LiveErrors
from .methods_view import MethodsView
from .opening import Opening
from .overlay_page import OverlayPage
from .placing import Placing
from .points_page import PointsPage
from .proposals_page import ProposalsPage
from .saving import Saving
from .sheet_canvas import SheetCanvas
from .state import SheetState
from .typed_point import TypedPoint
from .welcome import Welcome
from .working import Working

SHARES = [300, 200]
"""Of sheet and table."""
LEAST_WIDTH = 48
"""In digits."""
WIDE = 1.6
"""A dock so many times wider than high has them side by side."""


class Panel(QWidget):
    """Sheet above, points below; the map is QGIS' own."""

    def __init__(self, iface: Any, session: BackendSession, drafts: Drafts | None = None):
        super().__init__()
        self._iface, self._session = iface, session
        self._map = iface.mapCanvas()
        self.state = SheetState(self)
        self.sheet_canvas = SheetCanvas()
        self.placing = Placing(self.state, self.sheet_canvas, self._map, self)
        self.linking = Linking(self.state, self.sheet_canvas, self._map, self)
        self.live = LiveErrors(session, self.state, self)
        self.opening = Opening(session, self.state, self.sheet_canvas, drafts or Drafts(), self)
        self.saving = Saving(session, self.state, self)
        self._suspect = ""  # shown last
        self._make_parts()
        self._add_tabs()
        self._lay_out()
        self._connect()
        self._take_keys()
        self.setAcceptDrops(True)
        self.setMinimumWidth(LEAST_WIDTH * self.fontMetrics().horizontalAdvance("0"))
        self._show_sheet()

    def stop(self) -> None:
        """The dock goes away: ask no more, and leave nothing on the map. The draft stays."""
        for part in (self.live, self.saving, self.placing, self.overlay, self.proposals, self.opening):
            part.stop()
        for keys in self._map_keys:
            keys.stop()
        self.opening.close()

    # -- what it is made of -------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.bar = Bar(self.state)
        self.bar.save.setMenu(self.saving.menu())
        self.bar.open.setMenu(self._open_menu())
        self.notice = NoticeBar()
        self.facts = Facts(self.state)
        self.welcome = Welcome()
        self.working = Working(self.saving)
        self.page = PointsPage(self.state)
        self.points = self.page.view
        self.overlay = OverlayPage(self._iface, self._session, self.state)
        self.proposals = ProposalsPage(self._iface, self._session, self.state, self.sheet_canvas)

    def _open_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("A &sheet…"), self.choose_sheet)
        menu.addAction(tr("&Points of this sheet…"), self.choose_points)
        menu.addAction(tr("Go &on with another sheet"), self.opening.close)
        return menu

    def _add_tabs(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.addTab(self.page, tr("Points"))
        self.tabs.addTab(MethodsView(self.state), tr("Methods"))
        self.tabs.addTab(TypedPoint(self.state, self.placing), tr("By numbers"))
        self.tabs.addTab(self.overlay, tr("Overlay"))
        self.tabs.addTab(self.proposals, tr("Proposals"))

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.sheet_canvas)
        self.lower = QWidget()
        below = QVBoxLayout(self.lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.facts)
        below.addWidget(self.tabs)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.lower)
        self.splitter.setSizes(SHARES)
        for place, share in enumerate(SHARES):
            self.splitter.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        for part in (self.bar, self.notice, self.splitter, self.working):
            column.addWidget(part, 1 if part is self.splitter else 0)

    def _connect(self) -> None:
        state, bar = self.state, self.bar
        state.sheet_changed.connect(self._show_sheet)
        state.not_kept.connect(self.notice.say)
        for part in (self.placing, self.linking):
            part.refused.connect(self.notice.say)
        self.placing.unplaced.connect(self.facts.set_unplaced)
        for teller in (self.opening, self.saving):
            teller.said.connect(self._say)
            teller.failed.connect(self.notice.say_error)
        self.facts.reread.connect(self._offer_to_convert)
        self.live.failed.connect(self.notice.say_error)
        self.welcome.open_wanted.connect(self.choose_sheet)
        self.welcome.chosen.connect(self.opening.open_image)
        self.points.wanted.connect(self.placing.show_selected)
        bar.place.toggled.connect(lambda on: self.placing.take_map() if on else self.placing.release_map())
        self._map.mapToolSet.connect(lambda *_: bar.place.setChecked(self.placing.has_map))
        bar.whole.triggered.connect(self.sheet_canvas.show_all)
        bar.link.triggered.connect(self.linking.show_on_map)
        bar.keys.triggered.connect(lambda: self.notice.say(strokes.explained()))
        bar.undo.triggered.connect(state.undo)
        bar.redo.triggered.connect(state.redo)
        bar.suspect.triggered.connect(self._show_suspect)
        bar.aside.triggered.connect(self.points.toggle)
        bar.remove.triggered.connect(self.points.delete)
        bar.without.toggled.connect(self.facts.set_what_if)
        bar.arrows.toggled.connect(self._draw_errors)
        bar.factor.valueChanged.connect(self._draw_errors)

    def _take_keys(self) -> None:
        on_map, shared = lambda: self.placing.has_map, strokes.everywhere(self)
        for widget in (self.points, self.tabs.widget(1)):
            Keys(widget, shared)
        on_sheet = {(Qt.Key.Key_Insert,): self.placing.begin_in_the_middle_of_the_sheet}
        Keys(self.sheet_canvas, {**shared, **on_sheet})
        has_point = lambda: bool(self.state.selected)  # noqa: E731 - else arrows pan
        Keys(self.sheet_canvas, strokes.arrows(self.placing.nudge_on_sheet), when=has_point)
        middle = {
            (Qt.Key.Key_Insert,): self.placing.begin_in_the_middle_of_the_map,
            (Qt.Key.Key_L,): self.linking.show_on_sheet,
        }
        self._map_keys = [
            Keys(self._map, {**shared, **middle}, when=on_map),
            Keys(self._map, strokes.arrows(self.placing.nudge_on_map), when=lambda: on_map() and has_point()),
        ]

    # -- what it does -------------------------------------------------------------------------------------

    def choose_sheet(self) -> None:
        """Ask for an image and open it."""
        path, _ = QFileDialog.getOpenFileName(self, tr("Open a sheet"))
        if path:
            self.opening.open(path)

    def choose_points(self) -> None:
        """Ask for a file of points and read it."""
        kinds = tr("Points ({patterns})").format(patterns="*.points *.csv *.tsv *.txt *.json *.tif *.tiff")
        path, _ = QFileDialog.getOpenFileName(self, tr("Read points"), "", f"{kinds};;{tr('All files')} (*)")
        if path:
            self.opening.read_points(path)

    def go_round(self) -> None:
        """From the sheet to the map, from there to the table, and round again."""
        order = [self.sheet_canvas, self._map, self.points]
        here = next((place for place, widget in enumerate(order) if widget.hasFocus()), -1)
        order[(here + 1) % len(order)].setFocus()

    def _say(self, sentence: str, button: str, do: Any) -> None:
        def act() -> None:
            self.notice.hide()
            do()

        self.notice.say(sentence, button, act if do else None)

    def _offer_to_convert(self, before: QgsCoordinateReferenceSystem) -> None:
        """The CRS was changed by hand: meant may have been the numbers, not how they are read."""
        sentence = tr("The numbers of the points stay and are read in the new CRS.")
        self._say(sentence, tr("Convert them instead"), lambda: self._convert(before))

    def _convert(self, before: QgsCoordinateReferenceSystem) -> None:
        try:
            points = ground.converted(self.state.points, before, self.state.crs())
        except QgsCsException:
            self.notice.say(tr("Not all points have a place in the new CRS: nothing is converted."))
        else:
            self.state.change(tr("Conversion of the points"), points)

    def _show_sheet(self) -> None:
        is_open = self.state.sheet is not None
        if not is_open:
            self.welcome.show_drafts(self.opening.drafts.recent())
        self.notice.hide()
        self.stack.setCurrentWidget(self.sheet_canvas if is_open else self.welcome)
        self.lower.setVisible(is_open)
        self.bar.setVisible(is_open)

    def _show_suspect(self) -> None:
        self._suspect = words.next_suspect(self.state, self._suspect)
        if self._suspect:
            self.state.select(self._suspect)
            self.placing.show_selected()

    def _draw_errors(self, *_: object) -> None:
        self.placing.draw_errors(self.bar.factor.value() if self.bar.arrows.isChecked() else 0.0)

    def showEvent(self, event):
        super().showEvent(event)
        for part in (self.overlay, self.proposals, self.placing):
            part.set_active(True)

    def hideEvent(self, event):
        super().hideEvent(event)
        self.overlay.set_active(False)
        if not event.spontaneous():  # a window that is minimised hides nothing of the map
            self.proposals.set_active(False)
            self.placing.set_active(False)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        is_wide = self.width() > WIDE * self.height()
        self.splitter.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)

    # -- what is dropped ----------------------------------------------------------------------------------

    def dragEnterEvent(self, event):
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event):
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.opening.open(url.toLocalFile())
        event.acceptProposedAction()
