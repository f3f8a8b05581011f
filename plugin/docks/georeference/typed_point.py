"""A point by its numbers, in any CRS."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCsException, QgsPointXY
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ...algorithms.parameters.crs import crs_text
from ...i18n import number, tr
from ..notice_bar import NoticeBar
from . import ground
from .facts import crs_widget
from .placing import Placing
from .state import SheetState

SHOWN_DIGITS = 12


class TypedPoint(QWidget):
    """Fields for column, row, x and y; the half that was clicked already stands in them."""

    def __init__(self, state: SheetState, placing: Placing, parent=None):
        super().__init__(parent)
        self._state, self._placing = state, placing
        names = {"col": tr("Column"), "row": tr("Row"), "x": tr("X"), "y": tr("Y")}
        self._fields = {key: self._field(key, name) for key, name in names.items()}
        self._halves: dict[tuple[str, str], Any] = {}  # fields → what was clicked, as they show it
        self._crs = crs_widget(tr("CRS of the typed x and y"))
        self._followed = self._crs.crs()
        self._add = QPushButton(tr("Add the &point"))
        self._add.setObjectName("releveAddTyped")
        self._add.clicked.connect(self.add)
        self._notice = NoticeBar()
        self._lay_out(names)
        placing.half_changed.connect(self._show_half)
        state.work_changed.connect(self._offer_crs)

    def _field(self, key: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"releveTyped{key.title()}")
        field.setAccessibleName(name)
        field.returnPressed.connect(self._go_on)
        return field

    def _lay_out(self, names: dict[str, str]) -> None:
        form = QFormLayout(self)
        for title, keys in ((tr("On the sheet, pixels"), ("col", "row")), (tr("On the ground"), ("x", "y"))):
            row = QHBoxLayout()
            for key in keys:
                label = QLabel(names[key])
                label.setBuddy(self._fields[key])
                row.addWidget(label)
                row.addWidget(self._fields[key])
            form.addRow(title, row)
        form.addRow(tr("In the CRS"), self._crs)
        form.addRow(self._notice)
        form.addRow(self._add)

    def _offer_crs(self) -> None:
        """The CRS of the points, until another is chosen here."""
        if self._crs.crs() == self._followed:
            self._follow()

    def _follow(self) -> None:
        self._followed = self._state.crs()
        self._crs.setCrs(self._followed)

    def _show_half(self) -> None:
        """What is typed stays, until something else is clicked."""
        for keys, pair in ((("col", "row"), self._placing.pixel), (("x", "y"), self._placing.place)):
            if pair != self._halves.get(keys):
                self._halves[keys] = pair
                for key, value in zip(keys, pair or ("", "")):
                    self._fields[key].setText(f"{value:.{SHOWN_DIGITS}g}" if pair else "")
        if self._placing.place is not None:
            self._follow()

    def _go_on(self) -> None:
        """Enter leads to the next empty field, and from the last one to the point."""
        empty = [field for field in self._fields.values() if not field.text().strip()]
        if empty:
            empty[0].setFocus()
        else:
            self.add()

    def add(self) -> None:
        """Make the point, unless a number is missing."""
        values = {key: number(field.text()) for key, field in self._fields.items()}
        for key, value in values.items():
            if value is None:
                name = self._fields[key].accessibleName()
                self._notice.say(tr("{name} needs a number.").format(name=name))
                self._fields[key].setFocus()
                return
        try:
            place = self._in_crs_of_points(values["x"], values["y"])
        except QgsCsException:
            self._notice.say(
                tr("These x and y have no place in the CRS of the points: check their order and CRS.")
            )
            return
        self._notice.hide()
        self._placing.add((values["col"], values["row"]), place)
        for field in self._fields.values():
            field.clear()
        self._fields["col"].setFocus()

    def _in_crs_of_points(self, x: float, y: float) -> Any:
        own = self._crs.crs()
        if not self._state.work.crs and own.isValid():
            self._state.set_crs(crs_text(own))
        found = ground.between(own, self._state.crs()).transform(QgsPointXY(x, y))
        return found.x(), found.y()
