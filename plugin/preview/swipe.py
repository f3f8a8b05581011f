"""The line between the map with and without the preview, dragged with the mouse."""

from typing import Callable

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt

from .item import GRIP_PX


class SwipeDrag(QObject):
    """Takes the mouse where it is on the line, and leaves all else to the map's own tools.

    Parameters
    ----------
    share : function
        Where the line is, from 0 (left) to 1; at 1 there is none.
    moved : function of a float
        Is told where it is dragged to.
    """

    def __init__(self, canvas: QgsMapCanvas, share: "Callable[[], float]", moved: "Callable[[float], None]"):
        super().__init__(canvas)
        self._canvas, self._share, self._moved = canvas, share, moved
        self._held = False
        self._cursor = None
        canvas.viewport().installEventFilter(self)

    def stop(self) -> None:
        """Leave the mouse alone."""
        self._point(False)
        self._canvas.viewport().removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched, event):
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held = self._is_near(event)
            return self._held
        if kind == QEvent.Type.MouseMove:
            if self._held:
                self._moved(min(max(event.pos().x() / max(self._canvas.viewport().width(), 1), 0.0), 0.999))
            elif not event.buttons():
                self._point(self._is_near(event))
            return self._held
        if kind == QEvent.Type.MouseButtonRelease and self._held:
            self._held = False
            return True
        return False

    def _is_near(self, event) -> bool:
        share = self._share()
        return share < 1 and abs(event.pos().x() - share * self._canvas.viewport().width()) <= GRIP_PX

    def _point(self, is_near: bool) -> None:
        """Show by the mouse's shape that the line can be dragged; the tool's own shape comes back after."""
        viewport = self._canvas.viewport()
        if is_near and self._cursor is None:
            self._cursor = viewport.cursor()
            viewport.setCursor(Qt.CursorShape.SplitHCursor)
        elif not is_near and self._cursor is not None:
            viewport.setCursor(self._cursor)
            self._cursor = None
