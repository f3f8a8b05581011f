"""The ways to fit, each with its errors; one is chosen, or the recommended one is taken."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ...i18n import decimal, tr
from .state import SheetState

KEY = Qt.ItemDataRole.UserRole
FOLLOW = ""
"""Stands for whatever is recommended."""


class MethodsView(QTreeWidget):
    """A line a method; a click, Space or Enter chooses it."""

    def __init__(self, state: SheetState, parent=None):
        super().__init__(parent)
        self._state = state
        self.setObjectName("releveMethods")
        self.setAccessibleName(tr("Methods of fitting"))
        self.setHeaderLabels([tr("Method"), tr("Points needed"), tr("Fit m"), tr("LOO m"), tr("Largest m")])
        self.headerItem().setToolTip(
            3, tr("Leave-one-out error: each point against the fit of all others. It is what to trust.")
        )
        self.setRootIsDecorated(False)
        self.setAlternatingRowColors(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(lambda item, _: self._choose(item))
        self.itemActivated.connect(lambda item, _: self._choose(item))
        state.fit_changed.connect(self._show)
        state.work_changed.connect(self._tick)
        self._show()

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QTreeWidgetItem) -> None:
        if not item.isDisabled():
            self._state.set_method(item.data(0, KEY))

    def _show(self) -> None:
        fit = self._state.fit or {}
        current = self.currentIndex().row()
        self.clear()
        titles = {told["key"]: told["title"] for told in fit.get("methods", ())}
        recommended = titles.get(fit.get("recommended") or "", "")
        follow = tr("Recommended: {method}").format(method=recommended) if recommended else tr("Recommended")
        self._add(FOLLOW, [follow], str(fit.get("reason") or ""))
        for told in fit.get("methods", ()):
            item = self._add(told["key"], _words(told), told.get("refused") or "")
            item.setDisabled(bool(told.get("refused")))
            if told["key"] == fit.get("recommended"):
                _make_bold(item)
        self.setCurrentItem(self.topLevelItem(max(current, 0)))
        self._tick()

    def _add(self, key: str, words: list[str], tip: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, words)
        item.setData(0, KEY, key)
        for column in range(self.columnCount()):
            item.setToolTip(column, tip)
            if column:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _tick(self) -> None:
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            is_chosen = item.data(0, KEY) == self._state.work.method
            item.setCheckState(0, Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)


def _words(told: dict[str, Any]) -> list[str]:
    largest = told.get("max_m")
    return [
        told["title"],
        str(told["points_needed"]),
        metres(told.get("fit_m")),
        metres(told.get("loo_m")),
        metres(largest),
    ]


def metres(value: float | None) -> str:
    """A length in metres, to a centimetre; a dash where there is none."""
    return "–" if value is None else decimal(value, ".2f")


def _make_bold(item: QTreeWidgetItem) -> None:
    font = QFont(item.font(0))
    font.setBold(True)
    for column in range(item.columnCount()):
        item.setFont(column, font)
