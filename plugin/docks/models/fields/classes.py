"""The field of classes: value, name, colour, description, a row each."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ..swatches import is_colour
from .field import FieldEditor

VALUE, NAME, COLOUR, DESCRIPTION = range(4)
ROWS_SEEN = 6


class ClassesEditor(FieldEditor):
    """A table; a colour is typed as ``#rrggbb`` or chosen, and shown beside its letters."""

    def build(self) -> QWidget:
        self._table = QTableWidget(0, 4)
        self._table.setHorizontalHeaderLabels([tr("Value"), tr("Name"), tr("Colour"), tr("Description")])
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.setTabKeyNavigation(False)
        self._table.setAccessibleName(self.field.title)
        self._table.setMinimumHeight(self._table.verticalHeader().defaultSectionSize() * ROWS_SEEN)
        for item in self.field.value or [{"value": n} for n in range(self.field.count or 0)]:
            self._append(item)
        self._table.itemChanged.connect(_paint)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)
        column.addLayout(self._buttons())
        whole.setFocusProxy(self._table)
        return whole

    def value(self) -> Any:
        classes = [self._class(row) for row in range(self._table.rowCount())]
        classes = [item for item in classes if item["name"] or item["color"] or item["description"]]
        return classes or None

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, do in (
            (tr("Add a class"), lambda: self._append({"value": self._table.rowCount()})),
            (tr("Remove the class"), lambda: self._table.removeRow(self._table.currentRow())),
            (tr("Choose a colour…"), self._choose_colour),
        ):
            button = QPushButton(text)
            button.clicked.connect(do)
            row.addWidget(button)
        return row

    def _append(self, item: dict[str, Any]) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        texts = (item.get("value", row), item.get("name"), item.get("color"), item.get("description"))
        for column, text in enumerate(texts):
            cell = QTableWidgetItem("" if text is None else str(text))
            self._table.setItem(row, column, cell)
            _paint(cell)

    def _choose_colour(self) -> None:
        cell = self._table.item(self._table.currentRow(), COLOUR)
        if cell is None:
            return
        colour = QColorDialog.getColor(QColor(cell.text() or "#808080"), self._table)
        if colour.isValid():
            cell.setText(colour.name())

    def _class(self, row: int) -> dict[str, Any]:
        value, name, color, description = (
            self._table.item(row, column).text().strip() for column in range(4)
        )
        if not value.lstrip("-").isdigit():
            raise ValueError(tr("“{text}” is no whole number").format(text=value))
        if color and not is_colour(color):
            raise ValueError(tr("“{text}” is no colour such as #1b9e77").format(text=color))
        return {"value": int(value), "name": name, "color": color, "description": description}


def _paint(cell: QTableWidgetItem) -> None:
    """Show a colour on its cell, with letters that can be read on it."""
    if cell.column() == COLOUR and is_colour(cell.text()):
        colour = QColor(cell.text())
        cell.setBackground(colour)
        is_light = colour.lightness() > 128
        cell.setForeground(Qt.GlobalColor.black if is_light else Qt.GlobalColor.white)
