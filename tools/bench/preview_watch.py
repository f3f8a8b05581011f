"""Run with QGIS' own Python: times one preview, from the click to the last picture painted.

preview_watch.py ROOT IMAGE MODEL IS_WHOLE
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEventLoop, QTimer

WIDTH, HEIGHT = 1600, 1000
PATIENCE_S = 120


class Heart:
    """How long the window has stood still at most, in milliseconds."""

    def __init__(self):
        self.longest_ms, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self):
        now = time.perf_counter()
        self.longest_ms, self._last = max(self.longest_ms, 1000 * (now - self._last)), now


def register(root: Path) -> None:
    """The checkout as `releve`."""
    spec = spec_from_file_location("releve", root / "__init__.py", submodule_search_locations=[str(root)])
    sys.modules["releve"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["releve"])


def open_view(layer: QgsRasterLayer, *, is_whole: bool) -> QgsMapCanvas:
    """A map that shows all of a layer, or its middle pixel by pixel."""
    canvas = QgsMapCanvas()
    canvas.setFrameStyle(0)
    canvas.resize(WIDTH, HEIGHT)
    canvas.setDestinationCrs(layer.crs())
    pixel, middle = layer.rasterUnitsPerPixelX(), layer.extent().center()
    wide, high = WIDTH * pixel / 2, HEIGHT * pixel / 2
    near = QgsRectangle(middle.x() - wide, middle.y() - high, middle.x() + wide, middle.y() + high)
    canvas.setExtent(layer.extent() if is_whole else near)
    canvas.show()
    return canvas


def until(preview, canvas: QgsMapCanvas) -> float:
    """Seconds until the preview is whole and painted."""
    started, loop = time.perf_counter(), QEventLoop()

    def look():
        if not preview.is_busy:
            loop.quit()

    preview.changed.connect(look)
    QTimer.singleShot(PATIENCE_S * 1000, loop.quit)
    loop.exec()
    preview.changed.disconnect(look)
    if preview.is_busy or not preview.about.get("blocks"):
        sys.exit(f"waited in vain: {preview.message}")
    canvas.grab()
    return time.perf_counter() - started


def main() -> None:
    """Measure, and print the figures as JSON."""
    root, image, model, is_whole = Path(sys.argv[1]), *sys.argv[2:4], sys.argv[4] == "1"
    application = QgsApplication([], True)
    application.initQgis()
    register(root)
    from releve.plugin.preview.controller import Preview
    from releve.plugin.session import BackendSession

    layer = QgsRasterLayer(image, "image")
    QgsProject.instance().addMapLayer(layer, False)
    figures = {}
    for name, is_warm in (("preview_s", False), ("preview_open_s", True)):
        canvas, session = open_view(layer, is_whole=is_whole), BackendSession()
        if is_warm:
            list_models(session)
        preview = Preview(canvas, session)
        preview.set_model(model)
        preview.set_layer(layer)
        heart = Heart()
        preview.set_on(True)
        figures[name] = until(preview, canvas)
        canvas.setCenter(QgsPointXY(canvas.extent().xMaximum(), canvas.center().y()))
        figures["preview_repaint_s"] = until(preview, canvas)
        figures["preview_blocked_ms"] = heart.longest_ms
        preview.stop()
        session.close()
    print(json.dumps(figures), flush=True)
    os._exit(0)


def list_models(session) -> None:
    """What the dock asks for when it is opened: it starts the worker."""
    loop = QEventLoop()
    session.request("model.list", {}, on_result=lambda _: loop.quit(), on_error=lambda _: loop.quit())
    loop.exec()


if __name__ == "__main__":
    main()
