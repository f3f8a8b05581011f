"""Run inside QGIS, in English or French: the pictures of docs/images."""

from pathlib import Path

import driving
from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsProcessingContext,
    QgsProject,
    QgsRasterMinMaxOrigin,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAction,
    QCheckBox,
    QDialog,
    QDockWidget,
    QDoubleSpinBox,
    QListWidget,
    QProgressBar,
    QSplitter,
    QTabWidget,
    QWidget,
)

import processing

VILLAGE = driving.ROOT / "build" / "village"
NARROW = (1080, 680)
"""Of the window, where its docks are what is shown."""
MODELLED = driving.ROOT / "docs" / "land_cover_picture.model3"
IS_FRENCH = QgsApplication.instance().translation().startswith("fr")
TITLE = "Appliquer un modèle à des rasters" if IS_FRENCH else "Apply a model to rasters"
SUFFIX = "_fr" if IS_FRENCH else ""


def steps():
    driving.fill_screen()
    driving.open_scene()
    driving.search("relevé")
    yield 500
    driving.later(driving.double_click_algorithm, TITLE)
    yield driving.dialog
    form = driving.dialog()
    form.resize(1000, 720)
    form.move(300, 140)
    driving.later(driving.open_layer_list, form)
    yield 500
    driving.tick_first(form)
    driving.push(form, "OK")
    yield 300
    driving.type_model(form)
    yield 300
    driving.grab(form, f"desktop_form{SUFFIX}")
    driving.later(driving.push, form, "Run", "Exécuter")
    yield 500
    yield lambda: driving.is_idle(form) and len(driving.layers()) > 1
    driving.push(form, "Close", "Fermer")
    yield 1500
    driving.grab_screen(f"desktop_result{SUFFIX}")
    yield from client_pdf()
    yield from runs()
    yield from models()
    if not IS_FRENCH:
        yield from batch()
        yield from modeler()
    yield from objects()
    yield from options()


def client_pdf():
    """A page for screenshots.sh to draw."""
    title = "Occupation du sol à Olinda" if IS_FRENCH else "Land cover at Olinda"
    classes = next(
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if layer.name() in ("Classes", "classes")
    )
    values = {
        "LAYER": classes,
        "TITLE": title,
        "CREDITS": "Landsat 7, USGS",
        "OUTPUT": str(driving.FOLDER / "client.pdf"),
    }
    processing.run("releve:client.report", values)
    yield 300


def show_dock(name, width):
    """Open a dock of Relevé alone beside the map, in a smaller window."""
    window = driving.iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() not in ("Layers", f"Releve{name}Dock"):
            dock.hide()
    window.resize(*NARROW)
    driving.iface.messageBar().clearWidgets()
    dock = window.findChild(QDockWidget, f"Releve{name}Dock")
    if not dock.isVisible():
        window.findChild(QAction, f"Releve{name}Action").trigger()
    yield lambda: dock.widget() is not None
    window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    yield 700
    return dock


def runs():
    dock = yield from show_dock("Runs", 430)
    dock.findChild(QSplitter).setSizes([400, 60])
    yield 300
    driving.grab(driving.iface.mainWindow(), f"desktop_runs{SUFFIX}")


def models():
    dock = yield from show_dock("Models", 380)
    panel = dock.widget()
    yield lambda: panel.current_entry() is not None
    QgsProject.instance().clear()
    driving.open_scene()
    driving.iface.activeLayer().setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )
    yield 1000
    driving.grab(driving.iface.mainWindow(), f"desktop_models{SUFFIX}")
    driving.later(driving.click, panel.edit)
    yield lambda: any(isinstance(w, QDialog) and w.isVisible() for w in QgsApplication.topLevelWidgets())
    yield 500
    form = next(w for w in QgsApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
    form.resize(760, 560)
    yield 500
    driving.grab(form, f"desktop_card{SUFFIX}")
    form.reject()
    tabs = dock.findChild(QTabWidget)
    tabs.setCurrentIndex(2)
    section = tabs.currentWidget()
    switch, swipe = section.findChildren(QCheckBox)
    busy, legend = section.findChild(QProgressBar), section.findChild(QListWidget)
    yield 300
    switch.click()
    yield lambda: legend.isVisible() and not busy.isVisible()
    swipe.click()
    yield 800
    driving.grab(driving.iface.mainWindow(), f"desktop_preview{SUFFIX}")
    switch.click()
    dock.hide()


def objects():
    """Roofs of a drawn village, found by a detector that knows them."""
    QgsProject.instance().clear()
    layer = driving.iface.addRasterLayer(str(VILLAGE / "village.tif"), "Village")
    layer.renderer().setGreenBand(3)
    layer.renderer().setBlueBand(2)
    layer.triggerRepaint()
    driving.toolbox().show()
    algorithm = QgsApplication.processingRegistry().algorithmById("releve:inference.detect")
    driving.search(algorithm.displayName())
    yield 500
    driving.later(driving.double_click_algorithm, algorithm.displayName())
    yield driving.dialog
    form = driving.dialog()
    driving.later(driving.open_layer_list, form)
    yield 500
    driving.tick_first(form)
    driving.push(form, "OK")
    yield 300
    driving.type_model(form, VILLAGE / "roofs.onnx")
    least = form.findChildren(QDoubleSpinBox)
    next(box for box in least if box.isVisible() and box.isEnabled()).setValue(0.9)
    yield 300
    driving.later(driving.push, form, "Run", "Exécuter")
    yield 500
    yield lambda: driving.is_idle(form) and len(driving.layers()) > 1
    driving.told["objects"] = driving.log_of(form)
    driving.push(form, "Close", "Fermer")
    driving.toolbox().hide()
    driving.iface.messageBar().clearWidgets()
    yield 500
    for dock in driving.iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    driving.iface.mainWindow().resize(900, 640)
    yield 500
    driving.iface.zoomFull()
    yield 1500
    driving.grab(driving.iface.mainWindow(), f"desktop_objects{SUFFIX}")


def options():
    """The options as they are where nothing is installed yet."""
    from releve.plugin.algorithms import backend
    from releve.plugin.installer import install

    nowhere, look = Path("/nowhere"), install.look
    backend.ROOT = nowhere
    install.look = lambda setting, where, root, lock, **more: look(setting, where, nowhere, lock, **more)
    window = driving.iface.mainWindow()
    driving.later(driving.iface.showOptionsDialog, window, "ReleveOptionsPage")
    yield lambda: _options() is not None
    yield 2500
    _options().window().resize(900, 420)
    yield 500
    driving.grab(_options(), f"desktop_options{SUFFIX}", 260)


def _options():
    pages = QgsApplication.allWidgets()
    return next(
        (
            w
            for w in pages
            if w.objectName() == "ReleveOptionsPage" and isinstance(w, QWidget) and w.isVisible()
        ),
        None,
    )


def batch():
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("releve:inference.map")
    form = BatchAlgorithmDialog(algorithm, driving.iface.mainWindow())
    form.show()
    form.resize(1000, 360)
    panel = form.mainWidget()
    panel.addRow()
    yield 500
    columns = [parameter.name() for parameter in algorithm.parameterDefinitions()]
    given = {"INPUT": [str(driving.SCENE)], "MODEL": str(driving.MODEL.relative_to(driving.ROOT))}
    for row in panel.wrappers:
        for name, value in given.items():
            row[columns.index(name)].setParameterValue(value, QgsProcessingContext())
    yield 500
    driving.grab(form, "desktop_batch")
    form.close()


def modeler():
    from processing.modeler.ModelerDialog import ModelerDialog

    window = ModelerDialog.create()
    window.loadModel(str(MODELLED))
    window.resize(1100, 640)
    window.show()
    yield 1500
    driving.grab(window, "desktop_modeler")


driving.Driver(steps())
