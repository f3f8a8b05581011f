"""Proposals as they are drawn over sheet and map: diamonds, where points are rings."""

from __future__ import annotations

from qgis.core import QgsCsException, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QColor

from . import ground
from .markers import Mark, MarkersItem
from .proposals import Proposal, Proposals
from .sheet_canvas import show_place

COLOURS = {"measured": "#009e73", "matched": "#009e73", "weak": "#e69f00", "predicted": "#cc79a7"}
"""Of Okabe and Ito's, none of which stands for an error."""


class ProposalMarks(QObject):
    """A click on one chooses it, whatever tool has the canvas."""

    def __init__(
        self,
        proposals: Proposals,
        sheet: QgsMapCanvas,
        map_canvas: QgsMapCanvas,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._proposals, self._sheet, self._map = proposals, sheet, map_canvas
        self.items = {canvas: MarkersItem(canvas) for canvas in (sheet, map_canvas)}
        self._names: dict[QgsMapCanvas, list[str]] = {}
        self._holds = False  # the press was ours, so is the release
        for canvas in self.items:
            canvas.viewport().installEventFilter(self)
        for signal in (proposals.changed, proposals.chosen_changed):
            signal.connect(self.draw)
        map_canvas.destinationCrsChanged.connect(self.draw)
        proposals.chosen_changed.connect(self._show_chosen)

    def set_active(self, active: bool) -> None:
        """Whether the map shows them."""
        self.items[self._map].setVisible(active)

    def stop(self) -> None:
        """Leave both canvases alone. Safe to call twice."""
        for canvas, item in self.items.items():
            canvas.viewport().removeEventFilter(self)
            item.remove()

    def draw(self) -> None:
        """Show those that are pending."""
        pending = self._proposals.pending
        on_sheet = [(one, QgsPointXY(one.col, -one.row)) for one in pending]
        on_map = [(one, place) for one in pending if (place := self._on_map(one)) is not None]
        for canvas, placed in ((self._sheet, on_sheet), (self._map, on_map)):
            self._names[canvas] = [one.id for one, _ in placed]
            self.items[canvas].show_marks([self._mark(one, place) for one, place in placed])

    def _on_map(self, one: Proposal) -> QgsPointXY | None:
        if one.x is None or one.y is None:
            return None
        try:
            return ground.to_map(self._proposals.crs, self._map).transform(QgsPointXY(one.x, one.y))
        except QgsCsException:
            return None

    def _mark(self, one: Proposal, place: QgsPointXY) -> Mark:
        return Mark(
            place.x(),
            place.y(),
            label=one.id,
            colour=QColor(COLOURS[one.kind]),
            filled=one.kind != "predicted",
            selected=one.id == self._proposals.chosen,
            shape="diamond",
        )

    def _show_chosen(self) -> None:
        one = self._proposals.proposal(self._proposals.chosen)
        if one is None:
            return
        show_place(self._sheet, QgsPointXY(one.col, -one.row))
        if (place := self._on_map(one)) is not None:
            show_place(self._map, place)

    def eventFilter(self, watched, event):
        canvas = next((one for one in self.items if one.viewport() is watched), None)
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
        is_ours = canvas is not None and self.items[canvas].isVisible()
        if not is_ours or event.type() not in kinds or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            held, self._holds = self._holds, False
            return held
        place = self.items[canvas].at(event.pos())
        self._holds = place is not None
        if place is not None:
            self._proposals.choose(self._names[canvas][place])
        return self._holds
