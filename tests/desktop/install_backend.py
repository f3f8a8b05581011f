"""Run inside QGIS: meet the offer to install, click it, install the backend in the options, remove it.

With RELEVE_WHEELS set, the real packages come from that folder; else two tiny ones stand for them.
"""

import os
import time
from pathlib import Path

import driving
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from qgis.utils import iface

WHEELS = os.environ["RELEVE_WHEELS"]
TINY = os.environ.get("RELEVE_TINY_LOCK")
longest = [0.0, time.monotonic()]
"""The longest that the window did not answer while it installed, in seconds; the last time it did."""


def stand_in():
    """Two tiny packages in place of the real ones, which take longer than a test may."""
    from releve.plugin.installer import install
    from releve.plugin.options import page

    install.OFFER = page.OFFER = install.Offer(Path(TINY))
    install.TRIALS = (("-c", "import relevea, releveb"),)
    install.write_added_jobs = lambda *arguments: 0


def hide_checkout():
    """As if there were no backend in the checkout."""
    from releve.plugin.algorithms import backend
    from releve.plugin.installer import install

    backend.ROOT = Path("/nowhere")
    place = install.look
    install.look = lambda setting, where, root, lock, **more: place(
        setting, where, Path("/nowhere"), lock, **more
    )


def shown(kind):
    """What is open of a kind of window."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def offer():
    return next((box for box in shown(QMessageBox) if box.objectName() == "ReleveOffer"), None)


def page():
    """Our page, once it is open."""
    pages = [p for dialog in shown(QDialog) for p in dialog.findChildren(QgsOptionsPageWidget)]
    return next((p for p in pages if p.objectName() == "ReleveOptionsPage" and p.isVisible()), None)


def part(name):
    return page().findChild(QWidget, name)


def tick():
    now = time.monotonic()
    longest[0], longest[1] = max(longest[0], now - longest[1]), now


def steps():
    hide_checkout()
    if TINY:
        stand_in()
    driving.fill_screen()
    yield 1000
    driving.told["at_start"] = [type(dialog).__name__ for dialog in shown(QDialog)]
    driving.told["bar"] = [item.text() for item in iface.messageBar().items() if "elev" in item.text()]
    driving.open_scene()
    driving.search("relevé")
    yield 500
    driving.later(driving.double_click_algorithm, "Apply a model to rasters")
    yield driving.dialog
    form = driving.dialog()
    driving.later(driving.open_layer_list, form)
    yield 500
    driving.tick_first(form)
    driving.push(form, "OK")
    yield 300
    driving.type_model(form)
    driving.later(driving.push, form, "Run")
    yield offer
    driving.told["offer"] = offer().text()
    driving.later(driving.push, offer(), "Install…")
    yield page
    driving.told["state_before"] = part("state").text()
    driving.type_text(part("wheel_folder").lineEdit(), WHEELS)
    yield 200
    driving.grab_screen("options")
    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(10)
    longest[1] = time.monotonic()
    driving.later(driving.push, page(), "Install")
    yield lambda: part("step").text() == "The backend is ready."
    timer.stop()
    driving.told["longest_s"] = longest[0]
    driving.told["state_after"] = part("state").text()
    driving.told["log"] = part("log").toPlainText()
    driving.grab_screen("installed")


driving.Driver(steps())
