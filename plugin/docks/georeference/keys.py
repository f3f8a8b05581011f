"""Keys of the dock: they hold where the focus is in it, before QGIS' own of the same name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Callable

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QWidget

Stroke = tuple
"""A key of Qt's, and the modifiers that are held: any of ``ctrl``, ``shift``, ``alt``."""
MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
}


class Keys(QObject):
    """Does something at a stroke in a widget, and leaves all other keys to it.

    Parameters
    ----------
    do : mapping of strokes to functions
    when : function, optional
        Whether the keys hold just now.
    """

    def __init__(
        self,
        widget: QWidget,
        do: Mapping[Stroke, Callable[[], object]],
        *,
        when: Callable[[], bool] = lambda: True,
    ):
        super().__init__(widget)
        self._widget, self._do, self._when = widget, do, when
        widget.installEventFilter(self)

    def stop(self) -> None:
        """Leave the widget alone."""
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        held = event.modifiers()
        do = self._do.get((Qt.Key(event.key()), *(name for name, bit in MODIFIERS.items() if held & bit)))
        if do is None or not self._when():
            return False
        event.accept()  # of an override this means: it is no shortcut of QGIS', but a key for us
        if event.type() == QEvent.Type.KeyPress:
            do()
        return True
