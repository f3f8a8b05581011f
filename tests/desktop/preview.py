"""Run inside QGIS: switch a preview on in the dock of models, move the map, swipe, show the confidence."""

import driving
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QListWidget,
    QProgressBar,
    QSlider,
    QTabWidget,
)

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
window, canvas = driving.iface.mainWindow(), driving.iface.mapCanvas()


def steps():
    driving.fill_screen()
    driving.toolbox().hide()
    driving.open_scene()
    window.findChild(QAction, "ReleveModelsAction").trigger()
    dock = window.findChild(QDockWidget, "ReleveModelsDock")
    yield lambda: dock.findChild(QTabWidget) is not None
    window.resizeDocks([dock], [420], Qt.Orientation.Horizontal)
    yield lambda: dock.widget().current_entry() is not None
    tabs = dock.findChild(QTabWidget)
    place = next(n for n in range(tabs.count()) if tabs.tabText(n) in ("Preview", "Aperçu"))
    QTest.mouseClick(tabs.tabBar(), LEFT, NONE, tabs.tabBar().tabRect(place).center())
    section = tabs.currentWidget()
    yield 500
    switch, swipe = section.findChildren(QCheckBox)
    busy, legend = section.findChild(QProgressBar), section.findChild(QListWidget)
    is_done = lambda: legend.isVisible() and not busy.isVisible()  # noqa: E731 - a step's condition
    QTest.mouseClick(switch, LEFT, NONE, QPoint(8, switch.height() // 2))
    yield is_done
    yield 300
    driving.grab_screen("preview_classes")
    driving.told["legend"] = [legend.item(row).text() for row in range(legend.count())]
    driving.told["sea"] = colour_at(-34.83, -8.01)
    driving.told["land"] = colour_at(-34.88, -8.03)

    yield from drag(canvas.viewport(), QPoint(700, 500), QPoint(500, 400))
    yield 600
    yield is_done
    driving.grab_screen("preview_moved")
    driving.told["sea_moved"] = colour_at(-34.83, -8.01)

    QTest.mouseClick(swipe, LEFT, NONE, QPoint(8, swipe.height() // 2))
    yield 300
    middle, height = canvas.width() // 2, canvas.height()
    yield from drag(canvas.viewport(), QPoint(middle, height // 2), QPoint(middle // 2, height // 2))
    yield 300
    driving.grab_screen("preview_swipe")
    driving.told["swipe"] = section.findChildren(QSlider)[1].value()
    QTest.mouseClick(swipe, LEFT, NONE, QPoint(8, swipe.height() // 2))

    measure = section.findChild(QComboBox)
    measure.setFocus()
    QTest.keyClick(measure, Qt.Key.Key_Down)
    yield lambda: legend.item(0).text() == "1" and is_done()
    driving.grab_screen("preview_confidence")
    driving.told["confidence"] = colour_at(-34.83, -8.01)

    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setRotation(20)
    canvas.setExtent(QgsRectangle(-34.92, -8.06, -34.82, -7.96))
    QTest.keyClick(measure, Qt.Key.Key_Up)
    yield lambda: legend.item(0).text() == "sea" and is_done()
    yield 300
    driving.grab_screen("preview_turned")
    driving.told["sea_turned"] = colour_at(-34.83, -8.01)

    canvas.setRotation(0)
    canvas.setExtent(QgsRectangle(10, 40, 11, 41))
    yield lambda: section.findChild(QLabel) and "no part" in sentences(section)
    driving.told["beside"] = sentences(section)
    dock.close()
    yield 300
    driving.told["items"] = [type(item).__name__ for item in canvas.scene().items()].count("PreviewItem")
    window.findChild(QAction, "ReleveModelsAction").trigger()
    yield 300
    QgsProject.instance().removeAllMapLayers()
    yield lambda: "raster layer" in sentences(section)
    driving.told["without"] = sentences(section)


def drag(widget, start, end):
    QTest.mousePress(widget, LEFT, NONE, start)
    for step in range(1, 5):
        QTest.mouseMove(widget, start + (end - start) * step / 4)
        yield 60
    QTest.mouseRelease(widget, LEFT, NONE, end)


def sentences(section):
    return " ".join(label.text() for label in section.findChildren(QLabel) if label.isVisible())


def colour_at(longitude, latitude):
    """The colour of the map on the screen at a place."""
    from qgis.core import QgsCoordinateTransform

    degrees, own = QgsCoordinateReferenceSystem("EPSG:4326"), canvas.mapSettings().destinationCrs()
    there = QgsCoordinateTransform(degrees, own, QgsProject.instance()).transform(longitude, latitude)
    pixel = canvas.getCoordinateTransform().transform(there)
    return canvas.grab().toImage().pixelColor(round(pixel.x()), round(pixel.y())).name()


driving.Driver(steps())
