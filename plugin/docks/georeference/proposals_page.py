"""The tab in which points are proposed by the backend, and accepted or rejected by a person."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCsException, QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...algorithms.parameters.crs import crs_text
from ...i18n import tr
from ...session import BackendSession
from ..notice_bar import NoticeBar
from .keys import Keys
from .proposals import Proposals
from .proposals_asking import Asking
from .proposals_labels import NodeLabels
from .proposals_marks import ProposalMarks
from .proposals_table import ProposalsTable
from .sheet_canvas import SheetCanvas
from .state import SheetState
from .working import Working


class ProposalsPage(QWidget):
    """Ask above, decide below."""

    def __init__(
        self, iface: Any, session: BackendSession, state: SheetState, sheet: SheetCanvas, parent=None
    ):
        super().__init__(parent)
        self._map, self._state = iface.mapCanvas(), state
        self.proposals = Proposals(state, self)
        self.asking = Asking(session, state, self.proposals, self)
        self.marks = ProposalMarks(self.proposals, sheet, self._map, self)
        self.notice = NoticeBar()
        self.labels = NodeLabels(self.proposals)
        self.table = ProposalsTable(self.proposals)
        self._make_buttons()
        self._lay_out()
        self._connect()
        strokes = {
            (Qt.Key.Key_Return,): self.accept,
            (Qt.Key.Key_Enter,): self.accept,
            (Qt.Key.Key_Backspace,): self.proposals.reject,
            (Qt.Key.Key_Return, "ctrl"): self.accept_all,
        }
        is_deciding = lambda: self.isVisible() and bool(self.proposals.pending)  # noqa: E731
        for widget in (self.table, sheet):
            Keys(widget, strokes, when=is_deciding)
        self._show_pending()

    def set_active(self, active: bool) -> None:
        """Whether the dock is to be seen; without it the map has no marks."""
        self.marks.set_active(active)

    def stop(self) -> None:
        """Ask no more, and leave nothing on the canvases. Safe to call twice."""
        self.asking.stop()
        self.marks.stop()

    def _make_buttons(self) -> None:
        self.layers = QgsMapLayerComboBox()
        self.layers.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.layers.setAccessibleName(tr("Reference"))
        self.layers.setToolTip(tr("A layer that lies on the ground and shows the same place"))
        self.here = QCheckBox(tr("Only where the map is"))
        self.here.setToolTip(tr("Look for the sheet in the part of the reference that the map shows now"))
        self.here.setChecked(True)
        self.find = _button("releveFindGraticule", tr("Find the &graticule"), self.find_graticule)
        self.match = _button("releveMatch", tr("&Match with"), self.match_reference)
        self.yes = _button(
            "releveAccept", tr("&Accept"), self.accept, tr("Enter, in the table or on the sheet")
        )
        self.no = _button("releveReject", tr("&Reject"), self.proposals.reject, tr("Backspace"))
        self.all = _button("releveAcceptAll", tr("Accept a&ll"), self.accept_all, tr("Ctrl+Enter"))

    def _lay_out(self) -> None:
        asking, deciding = QHBoxLayout(), QHBoxLayout()
        for widget in (self.find, self.match, self.layers, self.here):
            asking.addWidget(widget, 1 if widget is self.layers else 0)
        for widget in (self.yes, self.no, self.all):
            deciding.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(asking)
        for widget in (Working(self.asking), self.notice, self.labels, self.table):
            column.addWidget(widget, 1 if widget is self.table else 0)
        column.addLayout(deciding)

    def _connect(self) -> None:
        self.asking.said.connect(self.notice.say)
        self.asking.failed.connect(self.notice.say_error)
        self.asking.busy_changed.connect(self._show_busy)
        self.labels.refused.connect(self.notice.say)
        self.labels.complete.connect(self._place_nodes)
        self.layers.layerChanged.connect(lambda _: self._show_pending())
        self.proposals.changed.connect(self._show_pending)
        self.proposals.chosen_changed.connect(self._show_pending)

    def _show_busy(self, is_busy: bool) -> None:
        for button in (self.find, self.match, self.labels.button):
            button.setEnabled(not is_busy)
        if is_busy:
            self.notice.hide()
        else:
            self._show_pending()

    def _show_pending(self) -> None:
        chosen = self.proposals.proposal(self.proposals.chosen)
        self.match.setEnabled(self.layers.currentLayer() is not None)
        self.yes.setEnabled(chosen is not None and chosen.x is not None)
        self.no.setEnabled(chosen is not None)
        self.all.setEnabled(any(one.is_sure for one in self.proposals.pending))

    # -- asking -------------------------------------------------------------------------------------------

    def _crs(self) -> str:
        """The CRS of the points, that of the map where there are none yet."""
        return self._state.work.crs or crs_text(self._map.mapSettings().destinationCrs())

    def find_graticule(self) -> None:
        """Look for nodes."""
        self.asking.find_graticule(self._crs())

    def _place_nodes(self, labels: str, spacing: float | None) -> None:
        self.asking.find_graticule(self.proposals.crs_text, labels, spacing)

    def match_reference(self) -> None:
        """Look for what the chosen layer shows too."""
        settings = self._map.mapSettings()
        box = settings.visibleExtent()
        view = {
            "bbox": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()],
            "crs": crs_text(settings.destinationCrs()),
        }
        source = self.layers.currentLayer().source()
        self.asking.match(source, self._crs(), view if self.here.isChecked() else None)

    # -- deciding -----------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Make a point of the chosen proposal."""
        self._decide(self.proposals.accept)

    def accept_all(self) -> None:
        """Make points of all; where the backend does not vouch for them, ask once more."""
        count = sum(one.is_sure for one in self.proposals.pending)
        if self.proposals.is_doubtful and count:
            question = tr("The backend does not vouch for this match. Accept all {count} without a look?")
            button = tr("Accept all the same")
            self.notice.say(question.format(count=count), button, self._accept_all)
        else:
            self._accept_all()

    def _accept_all(self) -> None:
        self.notice.hide()
        self._decide(self.proposals.accept_all)

    def _decide(self, do: Any) -> None:
        try:
            do()
        except QgsCsException:
            self.notice.say(tr("This place has no coordinates in the CRS of the points."))


def _button(name: str, text: str, do: Any, tip: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.clicked.connect(do)
    return button
