"""The sheet beside the map, in its own pixels."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QPalette

MARGIN = 1.05
WELL_IN_VIEW = 0.95
"""Share of the view in which a place is left where it is, so that maps do not jump."""


class SheetCanvas(QgsMapCanvas):
    """A canvas whose x is the column and y minus the row of the image; it zooms and pans as the map does."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("releveSheet")
        self.setCanvasColor(self.palette().color(QPalette.ColorRole.Dark))
        # No cache: a drawing that was called off may end after the canvas, and would write to the cache of a
        # canvas that is gone; QGIS 3.22 then waits for ever.
        self.setParallelRenderingEnabled(True)
        self.setAcceptDrops(False)  # the panel takes what is dropped
        self.viewport().setAcceptDrops(False)
        self._layer: QgsRasterLayer | None = None

    def show_image(self, layer: QgsRasterLayer | None) -> None:
        """Show an image, the whole of it, or none."""
        self.stopRendering()  # a thread that still draws the former image would outlive it
        self._layer = layer  # a canvas keeps no layer alive
        self.setDestinationCrs(QgsCoordinateReferenceSystem())
        self.setLayers([layer] if layer is not None else [])
        self.show_all()

    def show_all(self) -> None:
        """Zoom to the whole image."""
        if self._layer is not None:
            extent = QgsRectangle(self._layer.extent())
            extent.scale(MARGIN)
            self.setExtent(extent)
            self.refresh()


def show_place(canvas: QgsMapCanvas, place: QgsPointXY) -> None:
    """Bring a place to the middle of a canvas, unless it is well in view."""
    inner = QgsRectangle(canvas.extent())
    inner.scale(WELL_IN_VIEW)
    if not inner.contains(place):
        canvas.setCenter(place)
        canvas.refresh()
