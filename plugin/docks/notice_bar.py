"""A line in a dock or dialog that says what went wrong, with the button that mends it."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from ..i18n import tr
from ..notice import open_installer
from ..runner import BackendError, NoBackend


class NoticeBar(QFrame):
    """Hidden until there is something to say. Its text is plain: it may come from a stranger's card."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(tr("Close"))
        self._button.clicked.connect(self._mend)
        self._do: Callable[[], None] = self.hide
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setText("×")
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.addWidget(self._text)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def say(self, sentence: str, button: str = "", do: Callable[[], None] | None = None) -> None:
        """Show a sentence, which can be closed, with a button where something can be done about it."""
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._button.setText(button or tr("Close"))
        self._do = do or self.hide
        self._close.setVisible(do is not None)
        self.show()

    def say_error(self, error: BackendError) -> None:
        """Show why a request failed; where the backend is missing, with the way to install it."""
        if isinstance(error, NoBackend) or error.kind == "NoBackend":
            self.say(str(error), tr("Install…"), open_installer)
        else:
            self.say(str(error))

    def _mend(self) -> None:
        self._do()
