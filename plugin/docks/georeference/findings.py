"""What speaks against the CRS of the points, and the ones that fit better, each a button."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ...i18n import tr
from .state import SheetState

MOST_OFFERED = 3


class Findings(QFrame):
    """Hidden while there is nothing to be said."""

    def __init__(self, state: SheetState, parent: QWidget | None = None):
        super().__init__(parent)
        self._state = state
        self._shown: list[Any] = []
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.addWidget(self._words)
        state.fit_changed.connect(self._show)
        state.sheet_changed.connect(self._show)
        self._show()

    def text(self) -> str:
        """What it says."""
        return "" if self.isHidden() else self._words.text()

    def _show(self) -> None:
        findings = (self._state.fit or {}).get("findings") or []
        if findings != self._shown:
            self._shown = findings
            self._words.setText("\n".join(str(told["sentence"]) for told in findings))
            self._offer(
                {fitting["definition"]: fitting["title"] for told in findings for fitting in told["fitting"]}
            )
        self.setVisible(bool(findings))

    def _offer(self, titles: dict[str, str]) -> None:
        for button in self.findChildren(QPushButton):
            button.setParent(None)
            button.deleteLater()
        for definition, title in list(titles.items())[:MOST_OFFERED]:
            button = QPushButton(tr("Assume {crs}").format(crs=title.replace("&", "&&")))
            button.clicked.connect(partial(self._assume, definition))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _assume(self, definition: str, _: bool = False) -> None:
        self._state.set_crs(definition)
