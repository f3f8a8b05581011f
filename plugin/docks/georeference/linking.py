"""What one of both canvases shows is shown on the other: roughly, by the fit of the points."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QPointF, QRectF, pyqtSignal
from qgis.PyQt.QtGui import QPolygonF, QTransform

from ...i18n import tr
from . import ground
from .sheet_canvas import SheetCanvas
from .state import SheetState


class Linking(QObject):
    """From the sheet to the map, and back."""

    refused = pyqtSignal(str)

    def __init__(
        self, state: SheetState, sheet: SheetCanvas, map_canvas: QgsMapCanvas, parent: QObject | None = None
    ):
        super().__init__(parent)
        self._state, self._sheet, self._map = state, sheet, map_canvas

    def show_on_map(self) -> None:
        """Turn the map to what the sheet shows."""
        if (to_ground := self._to_ground()) is not None:
            seen = self._sheet.extent()
            pixels = QRectF(seen.xMinimum(), -seen.yMaximum(), seen.width(), seen.height())
            place = QgsRectangle(to_ground.mapRect(pixels))
            to_map = ground.to_map(self._state.crs(), self._map)
            if (box := self._box(to_map, place)) is not None:
                _turn(self._map, box)

    def show_on_sheet(self) -> None:
        """Turn the sheet to what the map shows."""
        if (to_ground := self._to_ground()) is not None:
            from_map = ground.from_map(self._state.crs(), self._map)
            if (place := self._box(from_map, self._map.extent())) is not None:
                box = to_ground.inverted()[0].mapRect(place.toRectF())
                _turn(self._sheet, QgsRectangle(box.left(), -box.bottom(), box.right(), -box.top()))

    def _box(self, transform: QgsCoordinateTransform, box: QgsRectangle) -> QgsRectangle | None:
        try:
            return transform.transformBoundingBox(box)
        except QgsCsException:
            self.refused.emit(tr("This place has no coordinates in the CRS of the points."))
            return None

    def _to_ground(self) -> QTransform | None:
        """From col and row to x and y; None while it is not known where the sheet lies."""
        about = (self._state.fit or {}).get("about")
        if not about:
            self.refused.emit(tr("Where the sheet lies is not known yet: add points until they carry a fit."))
            return None
        transform = QTransform()
        QTransform.quadToQuad(_polygon(about["pixels"]), _polygon(about["ground"]), transform)
        return transform


def _polygon(corners: list[list[float]]) -> QPolygonF:
    return QPolygonF([QPointF(*corner) for corner in corners])


def _turn(canvas: QgsMapCanvas, extent: QgsRectangle) -> None:
    canvas.setExtent(extent)
    canvas.refresh()
