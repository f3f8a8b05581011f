"""Run in QGIS' own Python, by the benchmarks: the plugin in a window, timed.

python3 window.py start|models ROOT     prints {"…_ms": …}
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location

import processing.gui  # noqa: F401 - QGIS' own: the desktop has it before it comes to us
import qgis.gui
import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QListView, QMainWindow


class Iface(QObject):
    """As much of QGIS' window as the plugin touches at its start."""

    currentLayerChanged = pyqtSignal(QObject)  # noqa: N815 - QGIS' names
    currentThemeChanged = pyqtSignal(str)  # noqa: N815

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.window.resize(1600, 1000)
        self.mainWindow = lambda: self.window
        self.addToolBar = self.window.addToolBar
        self.addDockWidget = self.window.addDockWidget
        self.activeLayer = lambda: None

    def __getattr__(self, name):
        return lambda *_: None


def started(root: str):
    """QGIS with a window, the plugin's class, and the window."""
    application = QgsApplication([], True)
    application.initQgis()
    spec = spec_from_file_location("releve", root + "/__init__.py", submodule_search_locations=[root])
    iface = Iface()
    iface.window.show()
    QApplication.processEvents()
    return application, spec, iface


def start_plugin(spec, iface):
    """Load the plugin and start it, as QGIS does."""
    sys.modules["releve"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["releve"])
    plugin = sys.modules["releve"].classFactory(iface)
    plugin.initGui()
    return plugin


def time_start(root: str) -> dict[str, float]:
    """What the plugin adds to the start."""
    _application, spec, iface = started(root)
    start = time.perf_counter()
    start_plugin(spec, iface)
    return {"start_ms": (time.perf_counter() - start) * 1000}


def time_models(root: str) -> dict[str, float]:
    """From the click on the button to the list of models on the screen, the first time."""
    application, spec, iface = started(root)
    start_plugin(spec, iface)
    QApplication.processEvents()
    dock = iface.window.findChild(qgis.gui.QgsDockWidget, "ReleveModelsDock")
    start = time.perf_counter()
    dock.setUserVisible(True)
    while not (dock.widget() and dock.widget().isVisible()):
        application.processEvents()
    view = dock.widget().findChild(QListView, "models")
    view.viewport().repaint()
    took = (time.perf_counter() - start) * 1000
    return {"open_ms": took, "models": view.model().rowCount()}


if __name__ == "__main__":
    print(json.dumps({"start": time_start, "models": time_models}[sys.argv[1]](sys.argv[2])), flush=True)
    os._exit(0)
