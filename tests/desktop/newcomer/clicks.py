"""What the tasks of a newcomer have in common: forms found by their titles, fields by their labels."""

import driving
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QToolBar,
    QWidget,
)

MAP = "Apply a model to rasters"


def start():
    """QGIS as it opens, with the scene in it."""
    driving.fill_screen()
    driving.open_scene()
    yield 500


def open_form(title):
    """Find an algorithm in the toolbox and open it; the form is ``driving.dialog()`` then."""
    driving.search(title)
    yield 500
    driving.later(driving.double_click_algorithm, title)
    yield driving.dialog
    yield 300


def field(form, label):
    """The line to type into that stands below a label."""
    for one in form.findChildren(QLabel):
        if one.isVisible() and one.text().split(" [")[0] == label:
            layout = one.parentWidget().layout()
            widget = layout.itemAt(layout.indexOf(one) + 1).widget()
            return widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
    raise LookupError(f"no field {label}")


def fill(form, label, text):
    """Type into a field, in the place of what is there."""
    line = field(form, label)
    driving.click(line)
    line.clear()
    driving.type_text(line, text)


def choose_scene(form):
    """Tick the scene among the layers."""
    driving.later(driving.open_layer_list, form)
    yield 500
    driving.tick_first(form)
    driving.push(form, "OK")
    yield 300


def run(form, close=True):
    """Push “Run”, and wait for the end."""
    driving.later(driving.push, form, "Run")
    yield 500
    yield lambda: driving.is_idle(form) and "finished" in driving.log_of(form)
    driving.told["log"] = driving.log_of(form)
    assert "Traceback" not in driving.log_of(form)
    if close:
        driving.push(form, "Close")
        yield 500


def map_scene():
    """The five minutes of the README: a land-cover map of the scene."""
    yield from start()
    yield from open_form(MAP)
    form = driving.dialog()
    yield from choose_scene(form)
    fill(form, "Model", "resources/models/olinda_landcover.onnx")
    yield 200
    yield from run(form)


def open_dock(name):
    """Push a dock's button in Relevé's toolbar."""
    toolbar = driving.iface.mainWindow().findChild(QToolBar, "ReleveToolBar")
    action = next(a for a in toolbar.actions() if a.objectName() == f"Releve{name}Action")
    driving.click(toolbar.widgetForAction(action))
    yield lambda: dock(name).widget() is not None
    yield 500


def dock(name):
    """A dock of Relevé."""
    return driving.iface.mainWindow().findChild(QDockWidget, f"Releve{name}Dock")


def push_named(parent, name):
    """Push the button of this name."""
    driving.click(parent.findChild(QWidget, name))


def tick(form, label):
    """Tick a box."""
    box = next(b for b in form.findChildren(QCheckBox) if b.isVisible() and b.text().split(" [")[0] == label)
    driving.QTest.mouseClick(box, driving.LEFT, pos=driving.QPoint(8, box.height() // 2))


def pick(form, button, entry):
    """Choose an entry of the menu of a button."""
    menu = next(b for b in form.findChildren(QAbstractButton) if b.text().replace("&", "") == button).menu()
    next(action for action in menu.actions() if action.text() == entry).trigger()
    return QApplication.clipboard().text()
