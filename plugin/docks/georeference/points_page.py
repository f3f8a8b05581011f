"""The table of points with the legend of its colours."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...i18n import tr
from .colours import legend
from .points_view import PointsView
from .state import SheetState
from .table_model import swatch


class PointsPage(QWidget):
    """What is seen of the points."""

    def __init__(self, state: SheetState, parent: QWidget | None = None):
        super().__init__(parent)
        self.view = PointsView(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.view)
        column.addLayout(_legend())


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(QLabel(tr("LOO over that of the sheet:")))
    for colour, text in legend():
        picture, words = QLabel(), QLabel(text)
        picture.setPixmap(swatch(colour))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words)
    row.addStretch()
    return row
