"""The points as they are drawn over sheet and map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPoint, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF

ABOVE_ALL = 200.0
RADIUS_PX = 7
NEAR_PX = 10
"""How far from its middle a mark can be taken hold of."""
EDGE, HALO = QColor("#202020"), QColor("#ffffff")
ARROW_PX = 6
MOST_LABELS = 200
"""More of them in view hide the sheet and each other: then the chosen mark alone has its label."""


@dataclass(frozen=True)
class Mark:
    """A point on a canvas.

    ``x`` and ``y`` are map units of the canvas, and so is ``vector``, an arrow that starts there. An unfilled
    mark counts for nothing. ``shape`` is ``circle`` or ``diamond``.
    """

    x: float
    y: float
    label: str
    colour: QColor
    filled: bool = True
    selected: bool = False
    vector: tuple[float, float] = (0.0, 0.0)
    shape: str = "circle"


class MarkersItem(QgsMapCanvasItem):
    """Paints all marks of a canvas at once, each with its middle left open, so that it can be aimed at."""

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._canvas = canvas
        self.marks: list[Mark] = []
        self.setZValue(ABOVE_ALL)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Show these and no others."""
        self.marks = list(marks)
        self.update()

    def move(self, place: int, x: float, y: float) -> None:
        """Show one of them elsewhere, as while it is dragged."""
        self.marks[place] = replace(self.marks[place], x=x, y=y, vector=(0.0, 0.0))
        self.update()

    def remove(self) -> None:
        """Leave the canvas. Safe to call twice."""
        if self.scene() is not None:
            self.scene().removeItem(self)

    def at(self, pixel: QPoint) -> int | None:
        """The mark nearest to a pixel of the canvas, unless all are far."""
        distances = [(_length(self._pixel(mark) - QPointF(pixel)), n) for n, mark in enumerate(self.marks)]
        distance, place = min(distances, default=(NEAR_PX + 1, -1))
        return place if distance <= NEAR_PX else None

    # -- on the canvas ------------------------------------------------------------------------------------

    def boundingRect(self):
        return QRectF(self._canvas.viewport().rect()).translated(-self.pos())

    def updatePosition(self):
        """Called by QGIS when the extent changes, or the map is dragged."""
        self.prepareGeometryChange()
        self.setPos(0, 0)
        self.update()

    def _pixel(self, mark: Mark, share: float = 0.0) -> QPointF:
        return self.toCanvasCoordinates(
            QgsPointXY(mark.x + share * mark.vector[0], mark.y + share * mark.vector[1])
        )

    def paint(self, painter, option=None, widget=None):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.boundingRect().adjusted(-50, -50, 50, 50)
        placed = [(mark, self._pixel(mark)) for mark in sorted(self.marks, key=lambda mark: mark.selected)]
        seen = [(mark, middle) for mark, middle in placed if room.contains(middle)]
        for mark, middle in placed:
            if mark.vector != (0.0, 0.0):
                _arrow(painter, middle, self._pixel(mark, 1.0), mark.colour)
        for mark, middle in seen:
            _mark(painter, middle, mark)
            if mark.selected or len(seen) <= MOST_LABELS:
                _label(painter, middle, mark)


def _mark(painter: QPainter, middle: QPointF, mark: Mark) -> None:
    radius = RADIUS_PX + (3 if mark.selected else 0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.SolidLine if mark.filled else Qt.PenStyle.DotLine
    rings = [(EDGE, 6.0), (HALO, 4.5)] if mark.filled else [(HALO, 4.5)]
    for colour, width in (*rings, (mark.colour, 3.0)):
        painter.setPen(QPen(colour, width, style if colour == mark.colour else Qt.PenStyle.SolidLine))
        if mark.shape == "diamond":
            painter.drawPolygon(_diamond(middle, radius + 1))
        else:
            painter.drawEllipse(middle, radius, radius)
    for colour, width in ((HALO, 2.5), (EDGE, 1.0)):  # the place itself
        painter.setPen(QPen(colour, width))
        painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
        painter.drawLine(middle - QPointF(0, 3), middle + QPointF(0, 3))


def _diamond(middle: QPointF, radius: float) -> QPolygonF:
    corners = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
    return QPolygonF([middle + QPointF(x, y) for x, y in corners])


def _label(painter: QPainter, middle: QPointF, mark: Mark) -> None:
    font = painter.font()
    font.setBold(True)
    painter.setFont(font)
    place = middle + QPointF(RADIUS_PX + 6, -RADIUS_PX)
    box = QRectF(painter.fontMetrics().boundingRect(mark.label)).translated(place).adjusted(-3, -1, 3, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark.colour.darker(110) if mark.selected else QColor(255, 255, 255, 215))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(HALO if mark.selected else EDGE)
    painter.drawText(place, mark.label)


def _arrow(painter: QPainter, start: QPointF, end: QPointF, colour: QColor) -> None:
    along = end - start
    length = _length(along)
    if length < 1:
        return
    unit = along / length
    across = QPointF(-unit.y(), unit.x())
    for shade, width in ((HALO, 4.5), (colour, 2.2)):
        painter.setPen(QPen(shade, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(start, end)
        for side in (1, -1):
            painter.drawLine(end, end - unit * ARROW_PX + across * (side * ARROW_PX / 2))


def _length(vector: QPointF) -> float:
    return (vector.x() ** 2 + vector.y() ** 2) ** 0.5
