"""Run inside QGIS, in English or French: the pictures of docs/images."""

import driving
from qgis.core import QgsApplication, QgsProcessingContext

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
    if not IS_FRENCH:
        yield from batch()
        yield from modeler()


def batch():
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("releve:inference.map")
    form = BatchAlgorithmDialog(algorithm, driving.iface.mainWindow())
    form.show()
    form.resize(1000, 360)
    panel = form.mainWidget()
    panel.addRow()
    yield 500
    for row in panel.wrappers:
        row[0].setParameterValue([str(driving.SCENE)], QgsProcessingContext())
        row[1].setParameterValue(str(driving.MODEL.relative_to(driving.ROOT)), QgsProcessingContext())
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
