"""The table of points, and what can be done with those that are chosen in it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView

from ...i18n import tr
from .state import SheetState
from .table_model import RAW, PointsTable, enable

WIDTHS = {"id": 12, "col": 10, "row": 10, "x": 14, "y": 14}
WIDTH = 8
"""Of a column, in digits. Widths by content would be measured anew at each change."""


class PointsView(QTableView):
    """Sorted by any column; the current row is the point that is chosen on sheet and map, and the reverse."""

    wanted = pyqtSignal()
    """The chosen point is to be shown on sheet and map."""

    def __init__(self, state: SheetState, parent=None):
        super().__init__(parent)
        self._state, self._table = state, PointsTable(state, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSortRole(RAW)
        self._sorted.setSourceModel(self._table)
        self.setModel(self._sorted)
        self.setObjectName("relevePoints")
        self.setAccessibleName(tr("Control points"))
        self._look()
        self.selectionModel().currentChanged.connect(self._choose)
        self._sorted.modelReset.connect(self._follow)
        state.selection_changed.connect(self._follow)
        self.doubleClicked.connect(lambda index: self.wanted.emit() if self._is_error(index) else None)

    def _look(self) -> None:
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as in the file, until a heading is clicked
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setSectionsMovable(True)
        digit = self.fontMetrics().horizontalAdvance("0")
        for place, column in enumerate(self._table.columns):
            width = digit * WIDTHS.get(column.key, WIDTH)
            self.setColumnWidth(place, max(width, self.horizontalHeader().sectionSizeHint(place)))

    def chosen(self) -> set[str]:
        """Names of the points that are chosen."""
        rows = self.selectionModel().selectedRows()
        return {self._table.point(self._sorted.mapToSource(row).row()).id for row in rows}

    def delete(self) -> None:
        """Delete the chosen points."""
        names = self.chosen()
        if names:
            text = tr("Deletion of {count} points").format(count=len(names))
            self._state.change(text, (point for point in self._state.points if point.id not in names))

    def toggle(self) -> None:
        """Set the chosen points aside, or use them again."""
        names = self.chosen()
        if names:
            are_used = all(point.enabled for point in self._state.points if point.id in names)
            enable(self._state, names, not are_used)

    def _is_error(self, index: QModelIndex) -> bool:
        return self._table.columns[index.column()].is_error

    def _choose(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self._state.select(self._table.point(self._sorted.mapToSource(current).row()).id)

    def _follow(self) -> None:
        row = self._table.row_of(self._state.selected)
        index = self._sorted.mapFromSource(self._table.index(row, 0))
        if row < 0:
            self.selectionModel().clear()
        elif index.row() != self.currentIndex().row() or not self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
