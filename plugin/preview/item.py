"""What paints the preview over the map."""

from typing import Any

from qgis.core import QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTextOption, QTransform

from .pictures import Patch, Picture, patches

KEPT_BYTES = 96 << 20
ABOVE_THE_LAYERS = 5.0  # below what QGIS' own tools draw
LINE = "#ffffff"
EDGE = "#202020"
GRIP_PX = 9
NOTE_MARGIN_PX = 8


class PreviewItem(QgsMapCanvasItem):
    """Pictures in their places under pan, zoom, rotation and any CRS of the project.

    They are drawn once for each view, and once each as they come; opacity and the swipe only copy.
    """

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._canvas = canvas
        self._pictures: dict[Any, tuple[Picture, list[Patch]]] = {}
        self._bytes = 0
        self._drawn: QImage | None = None
        self._drawn_for: tuple[Any, ...] = ()
        self._opacity = 1.0
        self._swipe = 1.0
        self._note = ""
        self.setZValue(ABOVE_THE_LAYERS)

    # -- what is shown ------------------------------------------------------------------------------------

    def add(self, picture: Picture) -> None:
        """Show one more picture, in the place of one that was there."""
        self._forget(picture.place)
        found = patches(picture, self._settings().destinationCrs())
        self._pictures[picture.place] = picture, found
        self._bytes += picture.image.sizeInBytes()
        while self._bytes > KEPT_BYTES and len(self._pictures) > 1:
            self._forget(next(iter(self._pictures)))
        if self._drawn is not None and self._drawn_for == self._view():
            self._draw([(picture, found)])
        self.update()

    def _forget(self, place: Any) -> None:
        if place in self._pictures:
            self._bytes -= self._pictures.pop(place)[0].image.sizeInBytes()

    def clear(self) -> None:
        """Show nothing."""
        self._pictures.clear()
        self._bytes, self._drawn, self._note = 0, None, ""
        self.update()

    def project_anew(self) -> None:
        """The map has another CRS."""
        crs = self._settings().destinationCrs()
        self._pictures = {
            key: (picture, patches(picture, crs)) for key, (picture, _) in self._pictures.items()
        }
        self._drawn = None
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return not self._pictures

    def set_opacity(self, opacity: float) -> None:
        """From 0, nothing to be seen, to 1."""
        self._opacity = opacity
        self.update()

    @property
    def swipe(self) -> float:
        """The share of the map, from the left, over which pictures are shown."""
        return self._swipe

    def set_swipe(self, share: float) -> None:
        """Show pictures over this share of the map, from the left; less than 1 shows a line there."""
        self._swipe = min(max(share, 0.0), 1.0)
        self.update()

    def set_note(self, note: str) -> None:
        """A sentence that stands on the map, above the pictures; empty for none."""
        self._note = note
        self.update()

    # -- on the map ---------------------------------------------------------------------------------------

    def boundingRect(self):
        # Items move with a map that is being dragged; this one covers what shows then.
        return QRectF(self._canvas.viewport().rect()).translated(-self.pos())

    def updatePosition(self):
        """Called by QGIS when the map's extent or the offset of a drag changes."""
        self.prepareGeometryChange()
        self.setPos(0, 0)
        self.update()

    def _settings(self) -> QgsMapSettings:
        return self._canvas.mapSettings()

    def _view(self) -> "tuple[Any, ...]":
        settings, size = self._settings(), self._canvas.viewport().size()
        box = settings.visibleExtent().toRectF()
        turned = settings.rotation(), settings.mapUnitsPerPixel(), self._canvas.devicePixelRatioF()
        return box.getRect(), size.width(), size.height(), turned, settings.destinationCrs().authid()

    def paint(self, painter, option=None, widget=None):
        if self._pictures and self._opacity > 0:
            self._paint_pictures(painter)
        if self._swipe < 1:
            self._paint_line(painter)
        if self._note:
            self._paint_note(painter)

    def _paint_pictures(self, painter: QPainter) -> None:
        view = self._view()
        if self._drawn is None or self._drawn_for != view:
            ratio = self._canvas.devicePixelRatioF()
            self._drawn = QImage(
                self._canvas.viewport().size() * ratio, QImage.Format.Format_ARGB32_Premultiplied
            )
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            self._drawn_for = view
            self._draw(self._pictures.values())
        painter.save()
        painter.setClipRect(QRectF(0, 0, self._line(), self._canvas.viewport().height()))
        painter.setOpacity(self._opacity)
        painter.drawImage(self._dragged(), self._drawn)
        painter.restore()

    def _dragged(self) -> QPointF:
        """How far the map is being dragged: QGIS adds it to all that it places."""
        middle = self._settings().visibleExtent().center()
        still = self._settings().mapToPixel().transform(middle)
        return self.toCanvasCoordinates(middle) - QPointF(still.x(), still.y())

    def _draw(self, pictures: Any) -> None:
        """Draw pictures as they lie in this view; nothing is smoothed, a class has no shades."""
        to_pixel = self._settings().mapToPixel()
        painter = QPainter(self._drawn)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for picture, parts in pictures:
            for part in parts:
                place = QTransform()
                corners = [to_pixel.transform(corner) for corner in part.corners]
                quad = QPolygonF([QPointF(corner.x(), corner.y()) for corner in corners])
                if QTransform.quadToQuad(_corners(part.pixels), quad, place):
                    painter.setTransform(place)
                    painter.drawImage(part.pixels, picture.image, part.pixels)
        painter.end()

    def _line(self) -> float:
        return self._swipe * self._canvas.viewport().width()

    def _paint_line(self, painter: QPainter) -> None:
        x, height = self._line(), self._canvas.viewport().height()
        for colour, width in ((EDGE, 4), (LINE, 2)):  # seen on the dark and on the light
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
        painter.setPen(QPen(QColor(EDGE), 1))
        painter.setBrush(QColor(LINE))
        painter.drawEllipse(QPointF(x, height / 2), GRIP_PX, GRIP_PX)

    def _paint_note(self, painter: QPainter) -> None:
        painter.setFont(self._canvas.font())
        room = QRectF(self._canvas.viewport().rect()).adjusted(
            *[4 * NOTE_MARGIN_PX] * 2, *[-4 * NOTE_MARGIN_PX] * 2
        )
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        text = painter.boundingRect(room, self._note, option)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LINE))
        painter.drawRect(text.adjusted(*[-NOTE_MARGIN_PX] * 2, *[NOTE_MARGIN_PX] * 2))
        painter.setPen(QColor(EDGE))
        painter.drawText(text, self._note, option)


def _corners(box: QRectF) -> QPolygonF:
    return QPolygonF([box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()])
