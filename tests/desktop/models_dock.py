"""Run inside QGIS: open the dock of models, find the sample model, check it, run it on the layer."""

import driving
from qgis.PyQt.QtWidgets import QDockWidget, QTableWidget, QToolBar


def panel():
    return driving.iface.mainWindow().findChild(QDockWidget, "ReleveModelsDock").widget()


def open_dock():
    """Click the button in Relevé's toolbar."""
    toolbar = driving.iface.mainWindow().findChild(QToolBar, "ReleveToolBar")
    action = next(action for action in toolbar.actions() if action.objectName() == "ReleveModelsAction")
    driving.click(toolbar.widgetForAction(action))


def cells(table):
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def steps():
    driving.fill_screen()
    driving.toolbox().hide()
    driving.open_scene()
    yield 500
    driving.told["is_built_at_start"] = panel() is not None
    open_dock()
    yield panel
    dock = panel()
    yield lambda: dock.models.model().rowCount() and "…" not in dock.status.text()
    driving.type_text(dock.search, "coast olinda")
    yield 300
    driving.told["found"] = dock.models.currentIndex().data().split("\n")
    driving.told["layer"] = dock.layer.text()
    driving.grab_screen("dock")
    dock.tabs.setCurrentIndex(1)
    page = dock.tabs.currentWidget()
    yield 200
    driving.push(page, "Check this model")
    table = page.findChild(QTableWidget)
    yield table.rowCount
    driving.told["check"] = cells(table)
    driving.grab_screen("check")
    driving.push(dock, "Run on this layer…")
    yield driving.dialog
    form = driving.dialog()
    yield 500
    driving.grab(form, "form")
    driving.later(driving.push, form, "Run")
    yield 500
    yield lambda: driving.is_idle(form) and len(driving.layers()) > 1
    driving.told["log"] = driving.log_of(form)
    driving.push(form, "Close")
    yield 500
    driving.told["layers"] = driving.layers()
    driving.grab_screen("result")


driving.Driver(steps())
