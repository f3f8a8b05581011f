"""Run inside QGIS, in English or French: the pictures of the tutorial of old maps."""

import shutil
from pathlib import Path

import driving
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWebKitWidgets import QWebView
from qgis.PyQt.QtWidgets import QAction, QCheckBox, QDockWidget, QLineEdit, QPushButton, QToolButton

ATLAS = driving.ROOT / "build" / "samples" / "atlas"
BUILD = Path("build")  # as one types it: no path of this computer is in the pictures
SUFFIX = "_fr" if QgsApplication.instance().translation().startswith("fr") else ""
WINDOW = (1200, 900)
DOCK = 620
NONE = Qt.KeyboardModifier.NoModifier
POINTS, METHODS, OVERLAY, PROPOSALS = 0, 1, 3, 4
"""Tabs of the dock."""
CORNERS = (
    ((530.4, 393.3), (-433.36, 367.32)),
    ((1248.0, 541.7), (-254.11, 330.21)),
    ((2023.1, 427.8), (-60.98, 358.98)),
    ((573.5, 983.9), (-421.41, 219.0)),
    ((1245.5, 1001.2), (-253.75, 214.77)),
    ((2012.2, 978.8), (-62.57, 220.57)),
    ((510.3, 1594.2), (-435.85, 65.63)),
    ((1245.6, 1598.6), (-252.45, 64.71)),
    ((2009.2, 1700.5), (-61.81, 39.29)),
)
"""Of blocks: column and row on the first sheet, x and y in toises."""
MISTAKEN = 4
"""The one that is first clicked at the other side of the street."""
STREET = (7.0, 4.5)
HAND = ((1, 0), (-1, 1), (0, -1), (1, 1), (0, 0), (-1, 0), (1, -1), (0, 1), (-1, -1))
"""Pixels of the screen by which a hand is off."""
window, canvas = driving.iface.mainWindow(), driving.iface.mapCanvas()


def steps():
    panel = yield from begin()
    yield from by_hand(panel)
    yield from mend(panel)
    yield from overlay(panel)
    yield from by_graticule(panel)
    yield from by_match(panel)
    yield from atlas()
    yield from reports()


def begin():
    driving.fill_screen()
    driving.toolbox().hide()
    driving.iface.newProject()  # instead of the page of recent projects
    layer = driving.iface.addRasterLayer(str(ATLAS / "valmer_1859.tif"), "Valmer, 1859")
    QgsProject.instance().setCrs(layer.crs())
    window.findChild(QAction, "ReleveGeoreferenceAction").trigger()
    dock = window.findChild(QDockWidget, "ReleveGeoreferenceDock")
    yield lambda: dock.widget() is not None
    window.findChild(QDockWidget, "Layers").hide()
    window.findChild(QDockWidget, "Browser").hide()
    window.statusBar().hide()
    window.resize(*WINDOW)
    window.resizeDocks([dock], [DOCK], Qt.Orientation.Horizontal)
    driving.iface.messageBar().clearWidgets()
    yield 500
    panel = dock.widget()
    panel.opening.open(str(ATLAS / "valmer_1.jpg"))
    show_whole_sheet_on_map()
    yield 1500
    driving.grab(window, f"oldmaps_open{SUFFIX}")
    driving.click(panel.notice.findChild(QToolButton))
    return panel


def show_whole_sheet_on_map():
    canvas.setExtent(QgsRectangle(-525, -280, 25, 425))
    canvas.refresh()


def at(target, x, y):
    """The pixel of a canvas, where a place is shown."""
    place = target.getCoordinateTransform().transform(QgsPointXY(x, y))
    return QPoint(round(place.x()), round(place.y()))


def zoom_and_click(target, x, y, side, off=(0, 0)):
    """As one does who turns the wheel, then clicks, not quite there."""
    target.setExtent(QgsRectangle(x - side, y - side, x + side, y + side))
    QTest.mouseClick(target.viewport(), driving.LEFT, NONE, at(target, x, y) + QPoint(*off))


def tab(panel, number, name):
    """Keep a picture of the window with this tab in front."""
    panel.tabs.setCurrentIndex(number)
    yield 1200
    driving.grab(window, f"oldmaps_{name}{SUFFIX}")


def button(panel, name):
    return panel.findChild(QPushButton, name)


def by_hand(panel):
    for number, ((col, row), (x, y)) in enumerate(CORNERS):
        right, up = STREET if number == MISTAKEN else (0, 0)
        zoom_and_click(panel.sheet_canvas, col, -row, 200, HAND[number])
        yield 100
        zoom_and_click(canvas, x + right, y + up, 60)
        yield 100
    panel.sheet_canvas.show_all()
    show_whole_sheet_on_map()
    yield lambda: panel.state.fit is not None
    panel.points.setFocus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_W, Qt.Key.Key_V):
        QTest.keyClick(panel.points, key)
    driving.told["suspect"] = panel.state.selected
    yield from tab(panel, POINTS, "points")


def mend(panel):
    """Drag the mistaken point over the street."""
    x, y = CORNERS[MISTAKEN][1]
    canvas.setExtent(QgsRectangle(x - 60, y - 60, x + 60, y + 60))
    yield 300
    view = canvas.viewport()
    start, end = at(canvas, x + STREET[0], y + STREET[1]), at(canvas, x, y)
    QTest.mousePress(view, driving.LEFT, NONE, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, driving.LEFT, NONE, end)
    show_whole_sheet_on_map()
    yield lambda: panel.state.fit is not None
    QTest.keyClick(panel.points, Qt.Key.Key_W)
    yield from tab(panel, METHODS, "methods")
    driving.told["by hand"] = panel.facts.summary.text()


def overlay(panel):
    QTest.keyClick(panel.points, Qt.Key.Key_V)
    panel.tabs.setCurrentIndex(OVERLAY)
    yield 300
    switch = panel.overlay.findChild(QCheckBox, "releveGhost")
    swipe = next(box for box in panel.overlay.findChildren(QCheckBox) if box is not switch)
    switch.click()
    yield 500
    swipe.click()
    canvas.setExtent(QgsRectangle(-330, 100, -110, 300))
    yield 2500
    driving.grab(window, f"oldmaps_overlay{SUFFIX}")
    switch.click()
    show_whole_sheet_on_map()
    yield 500


def start_afresh(panel):
    """All points go; Ctrl+Z would bring them back."""
    panel.tabs.setCurrentIndex(POINTS)
    yield 300
    panel.points.setFocus()
    QTest.keyClick(panel.points, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.points, Qt.Key.Key_Delete)
    yield lambda: not panel.state.points
    panel.tabs.setCurrentIndex(PROPOSALS)
    yield 300


def by_graticule(panel):
    yield from start_afresh(panel)
    driving.click(button(panel, "releveFindGraticule"))
    yield lambda: panel.proposals.find.isEnabled()
    for name, text in (("X", "-500"), ("Y", "400"), ("Spacing", "100")):
        driving.type_text(panel.findChild(QLineEdit, f"releveNode{name}"), text)
    yield from tab(panel, PROPOSALS, "graticule")
    driving.click(button(panel, "releveLabelNode"))
    yield lambda: panel.proposals.find.isEnabled()
    yield from accept_all(panel, "by graticule")
    yield from tab(panel, POINTS, "graticule_points")


def by_match(panel):
    yield from start_afresh(panel)
    driving.click(button(panel, "releveMatch"))
    yield lambda: panel.proposals.find.isEnabled()
    yield from tab(panel, PROPOSALS, "match")
    yield from accept_all(panel, "by match")


def accept_all(panel, name):
    driving.click(button(panel, "releveAcceptAll"))
    yield lambda: panel.state.points and panel.state.fit is not None
    driving.told[name] = panel.facts.summary.text()


# -- an atlas -----------------------------------------------------------------------------------------------


def atlas():
    window.findChild(QDockWidget, "ReleveGeoreferenceDock").hide()
    driving.toolbox().show()
    window.findChild(QDockWidget, "Layers").show()
    shutil.rmtree(BUILD / "valmer", ignore_errors=True)
    (BUILD / "valmer.tif").unlink(missing_ok=True)
    folder = ATLAS.relative_to(driving.ROOT)
    batch = {"FOLDER": folder, "RESULTS": BUILD / "valmer", "REPORT": BUILD / "valmer.html"}
    yield from run("oldmaps.batch", batch, "batch_form")
    mosaic = {
        "FOLDER": BUILD / "valmer",
        "CUTLINES": folder / "cutlines.gpkg",
        "MOSAIC": BUILD / "valmer.tif",
    }
    yield from run("oldmaps.mosaic", mosaic)
    yield 2000
    canvas.zoomToFullExtent()
    yield 3000
    driving.grab(window, f"oldmaps_mosaic{SUFFIX}")


def run(job, values, picture=""):
    """From the toolbox, as it is done with any job."""
    title = QgsApplication.processingRegistry().algorithmById(f"releve:{job}").displayName()
    driving.search(title)
    yield 500
    driving.later(driving.double_click_algorithm, title)
    yield driving.dialog
    form = driving.dialog()
    form.resize(860, 900)
    form.mainWidget().setParameters({name: str(value) for name, value in values.items()})
    yield 500
    if picture:
        driving.grab(form, f"oldmaps_{picture}{SUFFIX}")
    driving.later(driving.push, form, "Run", "Exécuter")
    yield 500
    yield lambda: driving.is_idle(form) and list(values.values())[-1].exists()
    driving.push(form, "Close", "Fermer")
    yield 300


def reports():
    """The head of a report, as a browser shows it."""
    view = QWebView()
    view.setZoomFactor(0.75)
    view.resize(780, 600)
    view.show()
    view.load(QUrl.fromLocalFile(str(driving.ROOT / BUILD / "valmer.html")))
    yield 1000
    view.resize(780, view.page().mainFrame().contentsSize().height())
    yield 500
    driving.grab(view, f"oldmaps_report{SUFFIX}")


driving.Driver(steps())
