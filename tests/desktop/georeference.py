"""Run inside QGIS: put a sheet on the ground by clicks on both canvases, and be killed; then go on with it.

The second time, ``RELEVE_AGAIN`` is set and the profile is that of the first.
"""

import json
import os
import signal

import driving
import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QListWidget

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
window, canvas = driving.iface.mainWindow(), driving.iface.mapCanvas()
SHEET = driving.FOLDER / "sheet.tif"
SIDE, METRES = 1200, 2.0
PAPER, BLOCKS = (233, 221, 192), (214, 160, 140)
LEFT_X, TOP_Y = 651_000.0, 6_862_000.0


def draw_sheet():
    """A town of blocks, of 2 m a pixel."""
    rows, columns = np.indices((SIDE, SIDE))
    is_street = (rows % 150 < 14) | (columns % 190 < 14)
    paper = np.where(is_street, *np.uint8([PAPER, BLOCKS])[:, :, None, None])
    image = gdal.GetDriverByName("GTiff").Create(str(SHEET), SIDE, SIDE, 3)
    for band in range(3):
        image.GetRasterBand(band + 1).WriteArray(paper[band])


def click(target, x, y):
    at = target.getCoordinateTransform().transform(QgsPointXY(x, y))
    QTest.mouseClick(target.viewport(), LEFT, NONE, QPoint(round(at.x()), round(at.y())))


def open_dock():
    window.findChild(QAction, "ReleveGeoreferenceAction").trigger()
    return window.findChild(QDockWidget, "ReleveGeoreferenceDock")


def points(panel):
    return [[point.id, point.col, point.row, point.x, point.y] for point in panel.state.points]


def first():
    draw_sheet()
    yield from begin()
    dock = open_dock()
    yield lambda: dock.widget() is not None
    window.resizeDocks([dock], [800], Qt.Orientation.Horizontal)
    yield 500
    panel = dock.widget()
    driving.grab_screen("georeference_welcome")
    panel.opening.open(str(SHEET))
    yield 1000
    for number, (col, row) in enumerate(
        ((100, 120), (1100, 130), (1080, 1090), (120, 1070), (600, 590), (350, 820), (860, 330))
    ):
        click(panel.sheet_canvas, col, -row)
        yield 100
        off = 60 if number == 4 else 0
        click(canvas, LEFT_X + METRES * col + off, TOP_Y - METRES * row)
        yield 100
    yield lambda: panel.state.fit is not None
    driving.told["loo_m"] = panel.state.fit["loo_m"]
    panel.points.setFocus()
    QTest.keyClick(panel.points, Qt.Key.Key_N)
    QTest.keyClick(panel.points, Qt.Key.Key_V)
    QTest.keyClick(panel.points, Qt.Key.Key_W)
    yield 800
    driving.told["suspect"] = panel.state.selected
    driving.told["summary"] = panel.facts.summary.text()
    driving.grab_screen("georeference")
    panel.tabs.setCurrentIndex(1)
    yield 300
    driving.grab_screen("georeference_methods")
    driving.told["points"] = points(panel)
    (driving.FOLDER / "told.json").write_text(json.dumps(driving.told))
    os.kill(os.getpid(), signal.SIGKILL)


def begin():
    driving.fill_screen()
    driving.toolbox().hide()
    driving.iface.newProject()  # instead of the page of recent projects
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    canvas.setExtent(QgsRectangle(LEFT_X - 200, TOP_Y - 2600, LEFT_X + 2600, TOP_Y + 200))
    yield 300


def second():
    yield from begin()
    dock = window.findChild(QDockWidget, "ReleveGeoreferenceDock")
    if not dock.isVisible():
        open_dock()
    yield lambda: dock.widget() is not None
    panel = dock.widget()
    yield 300
    drafts = panel.findChild(QListWidget, "releveDrafts")
    driving.told["drafts"] = [drafts.item(row).text() for row in range(drafts.count())]
    driving.grab_screen("georeference_again")
    drafts.setCurrentRow(0)
    QTest.keyClick(drafts, Qt.Key.Key_Return)
    yield lambda: panel.state.fit is not None
    driving.told["points"] = points(panel)
    driving.told["notice"] = panel.notice.text()
    driving.grab_screen("georeference_restored")


driving.Driver(second() if os.environ.get("RELEVE_AGAIN") else first())
