"""The canvas of the sheet."""

from __future__ import annotations

from qgis.core import QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtTest import QTest

from releve.plugin.docks.georeference.sheet_canvas import SheetCanvas


def test_drawings_that_were_called_off_may_end_after_the_canvas(qgis_app, scan):
    for _ in range(10):
        canvas, layer = SheetCanvas(), QgsRasterLayer(scan, "scan")
        canvas.resize(300, 200)
        canvas.show()
        canvas.show_image(layer)
        QTest.qWait(5)
        canvas.stopRendering()
        sip.delete(canvas)
    QTest.qWait(100)
    assert not SheetCanvas().isCachingEnabled()
