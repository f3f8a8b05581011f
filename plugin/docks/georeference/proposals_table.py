"""The pending proposals in a table."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from ...i18n import decimal, tr
from .proposals import Proposal, Proposals
from .proposals_marks import COLOURS
from .table_model import swatch

NUMBERS_FROM = 2
"""The first column whose cells are numbers."""


class ProposalsTable(QTableWidget):
    """A row a proposal; the current one is the one that is chosen on sheet and map."""

    def __init__(self, proposals: Proposals, parent=None):
        titles = [tr("Proposal"), tr("Kind"), tr("Sigma px"), tr("Confidence"), tr("X"), tr("Y")]
        super().__init__(0, len(titles), parent)
        self._proposals = proposals
        self._is_filling = False
        self.setObjectName("releveProposals")
        self.setAccessibleName(tr("Proposals"))
        self.setHorizontalHeaderLabels(titles)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.currentCellChanged.connect(lambda row, *_: self._choose(row))
        proposals.changed.connect(self._fill)
        proposals.chosen_changed.connect(self._follow)

    def _fill(self) -> None:
        self._is_filling = True
        pending = self._proposals.pending
        self.setRowCount(len(pending))
        for row, one in enumerate(pending):
            for column, text in enumerate(_texts(one)):
                self.setItem(row, column, _cell(text, is_number=column >= NUMBERS_FROM))
            self.item(row, 0).setIcon(QIcon(swatch(COLOURS[one.kind])))
        self._is_filling = False
        self._follow()

    def _follow(self) -> None:
        names = [one.id for one in self._proposals.pending]
        if self._proposals.chosen in names:
            self.selectRow(names.index(self._proposals.chosen))
        else:
            self.clearSelection()

    def _choose(self, row: int) -> None:
        pending = self._proposals.pending
        if not self._is_filling and 0 <= row < len(pending):
            self._proposals.choose(pending[row].id)


def _texts(one: Proposal) -> list[str]:
    kinds = {
        "measured": tr("measured"),
        "weak": tr("weak"),
        "predicted": tr("predicted"),
        "matched": tr("matched"),
    }
    numbers = ((one.sigma_px, ".2f"), (one.confidence, ".2f"), (one.x, ".9g"), (one.y, ".9g"))
    told = ("" if value is None else decimal(value, form) for value, form in numbers)
    return [one.id, kinds[one.kind], *told]


def _cell(text: str, *, is_number: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    if is_number:
        item.setTextAlignment(int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
    return item
