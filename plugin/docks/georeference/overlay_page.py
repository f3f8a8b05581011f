"""The page of the dock that lays the sheet over the map."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from ...i18n import tr
from ...preview.controls import Controls, Status, percent_slider
from .ghost import Ghost
from .state import SheetState

TOLERANCE = 25


class OverlayPage(QWidget):
    """Switch, opacity, swipe, and the paper made clear."""

    def __init__(self, iface: Any, session: Any, state: SheetState, parent: QWidget | None = None):
        super().__init__(parent)
        self.ghost = Ghost(iface.mapCanvas(), session, state, self)
        self._switch = QCheckBox(tr("Show the sheet on the &map"))
        self._switch.setObjectName("releveGhost")
        self._switch.setToolTip(tr("Draws the sheet by its points, again after each change."))
        self._controls = Controls(self)
        self._clear = QCheckBox(tr("&Clear paper"))
        self._clear.setToolTip(tr("Shows only what is drawn: the colour of the paper lets the map through."))
        self._tolerance = percent_slider(
            TOLERANCE, tr("By how much a colour may differ from the paper's and be paper still")
        )
        self._status = Status(self)
        self._lay_out()
        self._controls.attach(self.ghost)
        self._switch.toggled.connect(self._turn)
        self._clear.toggled.connect(lambda _: self._set_clear())
        self._tolerance.valueChanged.connect(lambda _: self._set_clear())
        self.ghost.changed.connect(self._show_state)
        self._show_state()

    def set_active(self, active: bool) -> None:
        """Whether the dock is open."""
        self.ghost.set_active(active)

    def stop(self) -> None:
        """The dock goes away. Safe to call twice."""
        self._switch.setChecked(False)
        self.ghost.stop()

    def toggle(self) -> None:
        """Show the sheet on the map, or no more."""
        self._switch.toggle()

    def _lay_out(self) -> None:
        paper = QFormLayout()
        paper.addRow(self._clear, self._tolerance)
        column = QVBoxLayout(self)
        column.addWidget(self._switch)
        column.addWidget(self._controls)
        column.addLayout(paper)
        column.addWidget(self._status)
        column.addStretch()

    def _turn(self, on: bool) -> None:
        self.ghost.set_on(on)
        self._show_state()

    def _set_clear(self) -> None:
        self.ghost.set_clear_paper(self._tolerance.value() if self._clear.isChecked() else None)
        self._show_state()

    def _show_state(self) -> None:
        is_on = self._switch.isChecked()
        self._status.show_state(self.ghost if is_on else None)
        self._controls.show_state(is_on=is_on)
        self._clear.setEnabled(is_on)
        self._tolerance.setEnabled(is_on and self._clear.isChecked())
