"""The mouse on sheet or map: a click gives a place, a mark can be taken and dragged."""

from __future__ import annotations

from qgis.core import QgsPointLocator, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsSnapIndicator
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal

from .markers import MarkersItem

STILL_PX = 3
"""A press and a release no farther apart are a click."""


class PointerTool(QgsMapTool):
    """Places are told in map units of its canvas; where QGIS' snapping is on, it holds here too."""

    clicked = pyqtSignal(QgsPointXY)
    picked = pyqtSignal(int)
    """A mark was clicked; its place in the list."""
    dragged = pyqtSignal(int, QgsPointXY)
    """A mark was dragged and dropped."""
    given_up = pyqtSignal()
    """The right button: what was begun is to be forgotten."""

    def __init__(self, canvas: QgsMapCanvas, markers: MarkersItem):
        super().__init__(canvas)
        self._markers = markers
        self._indicator = QgsSnapIndicator(canvas)
        self._pressed: QPoint | None = None
        self._held: int | None = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event):
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._held = event.pos(), self._markers.at(event.pos())

    def canvasMoveEvent(self, event):
        place = event.snapPoint()
        self._indicator.setMatch(event.mapPointMatch())
        if self._held is not None and self._is_far(event):
            self._markers.move(self._held, place.x(), place.y())

    def canvasReleaseEvent(self, event):
        if event.button() == Qt.MouseButton.RightButton:
            self.given_up.emit()
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        place, held, is_far = event.snapPoint(), self._held, self._is_far(event)
        self._pressed = self._held = None
        if held is None:
            self.clicked.emit(place)
        elif is_far:
            self.dragged.emit(held, place)
        else:
            self.picked.emit(held)

    def deactivate(self):
        self._indicator.setMatch(QgsPointLocator.Match())
        super().deactivate()

    def _is_far(self, event) -> bool:
        return self._pressed is not None and (event.pos() - self._pressed).manhattanLength() > STILL_PX
