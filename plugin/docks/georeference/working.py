"""What is being made in the background, and the button that gives it up."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ...i18n import tr
from .saving import Saving

STEPS = 1000


class Working(QWidget):
    """Hidden while nothing is made."""

    def __init__(self, saving: Saving, parent: QWidget | None = None):
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName(tr("Progress"))
        self._cancel = QPushButton(tr("&Cancel"))
        self._cancel.clicked.connect(saving.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        saving.busy_changed.connect(self._show_busy)
        saving.progressed.connect(self._show_progress)
        self.hide()

    def _show_busy(self, is_busy: bool) -> None:
        self._show_progress(0, "")
        self.setVisible(is_busy)

    def _show_progress(self, fraction: float, message: str) -> None:
        self._bar.setValue(round(fraction * STEPS))
        self._bar.setFormat("%p% – " + message if message else "%p%")
