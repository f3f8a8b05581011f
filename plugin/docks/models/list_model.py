"""The models as Qt shows them in a list."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, Qt

from .entries import Entry
from .swatches import icon_of

ENTRY = Qt.ItemDataRole.UserRole


class ModelList(QAbstractListModel):
    """Entries, one a row, in the order in which they were told."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._entries: list[Entry] = []

    def entries(self) -> list[Entry]:
        """All of them."""
        return list(self._entries)

    def replace(self, entries: Iterable[Entry]) -> bool:
        """Show these instead; False when they are the same."""
        entries = list(entries)
        if entries == self._entries:
            return False
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
        return True

    def add(self, entries: Iterable[Entry]) -> None:
        """Show these too, but for those whose file is there already."""
        known = {entry.path for entry in self._entries}
        new = [entry for entry in entries if entry.path not in known]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(new) - 1)
            self._entries += new
            self.endInsertRows()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.title}\n{entry.second_line}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title}, {entry.second_line}"
        if role == Qt.ItemDataRole.DecorationRole:
            return icon_of(entry)
        return entry if role == ENTRY else None
