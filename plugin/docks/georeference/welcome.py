"""What the dock shows while no sheet is open: how to open one, and those that were begun."""

from __future__ import annotations

import os
from collections.abc import Iterable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDateTime, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ...i18n import locale, tr
from .drafts import Past

PATH = Qt.ItemDataRole.UserRole


class Welcome(QWidget):
    """A button, and the list of drafts; Enter or a double click goes on with one."""

    open_wanted = pyqtSignal()
    chosen = pyqtSignal(str)
    """The sheet of a draft; its path."""

    def __init__(self, parent=None):
        super().__init__(parent)
        words = QLabel(
            tr("Open the scan of a map, or drop it here; then click each place on the sheet and on the map.")
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._open = QPushButton(QgsApplication.getThemeIcon("/mActionFileOpen.svg"), tr("&Open a sheet…"))
        self._open.setObjectName("releveOpenSheet")
        self._open.clicked.connect(self.open_wanted)
        self._title = QLabel(tr("Go &on with"))
        self._drafts = QListWidget()
        self._drafts.setObjectName("releveDrafts")
        self._drafts.setAccessibleName(tr("Sheets that were begun"))
        self._drafts.setAlternatingRowColors(True)
        self._drafts.itemActivated.connect(lambda item: self.chosen.emit(item.data(PATH)))
        self._title.setBuddy(self._drafts)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._drafts, 3)

    def show_drafts(self, drafts: Iterable[Past]) -> None:
        """List these."""
        self._drafts.clear()
        for past in drafts:
            item = QListWidgetItem(f"{os.path.basename(past.path)}\n{_words(past)}", self._drafts)
            item.setData(PATH, past.path)
            item.setToolTip(past.path)
        for widget in (self._title, self._drafts):
            widget.setVisible(self._drafts.count() > 0)


def _words(past: Past) -> str:
    moment = locale().toString(
        QDateTime.fromSecsSinceEpoch(int(past.changed)), locale().FormatType.ShortFormat
    )
    words = tr("{count} points, changed {moment}").format(count=past.points, moment=moment)
    return words if os.path.exists(past.path) else tr("{words}; its image is gone").format(words=words)
