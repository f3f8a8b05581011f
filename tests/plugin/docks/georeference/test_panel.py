from __future__ import annotations

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pixel_of(canvas, x, y):
    found = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
    return QPoint(round(found.x()), round(found.y()))


def click(canvas, x, y):
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, pixel_of(canvas, x, y))


def test_a_click_on_the_sheet_and_one_on_the_map_make_a_point(panel, canvas):
    click(panel.sheet_canvas, 400, -300)
    click(canvas, 602_000, 6_898_500)
    (point,) = panel.state.points
    assert abs(point.col - 400) < 2
    assert abs(point.row - 300) < 2
    assert (point.x, point.y) == (602_000, 6_898_500)
    assert panel.state.work.crs == "EPSG:2154"
