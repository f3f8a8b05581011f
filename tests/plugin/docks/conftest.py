"""A session without a worker, and a window without QGIS' own."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QTextEdit,
    QWidget,
)

NAMED = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QTextEdit,
)


class Asked:
    """A call of the fake session."""

    def __init__(self, job, inputs, outputs, secrets, callbacks):
        self.job, self.inputs, self.outputs, self.secrets = job, inputs, outputs, secrets
        self.callbacks, self.cancelled = callbacks, False

    def cancel(self):
        self.cancelled = True


class FakeSession(QObject):
    """Keeps what is asked of it; the test answers."""

    def __init__(self):
        super().__init__()
        self.calls = []

    def request(self, job, inputs, outputs=None, *, secrets=None, **callbacks):
        self.calls.append(Asked(job, inputs, outputs or {}, secrets or {}, callbacks))
        return self.calls[-1]

    def last(self, job):
        return [call for call in self.calls if call.job == job][-1]

    def answer(self, job, **values):
        from releve.plugin.runner import Result

        self.last(job).callbacks["on_result"](Result({}, values))

    def fail(self, job, error):
        self.last(job).callbacks["on_error"](error)


class FakeWindow(QObject):
    """Stands for iface."""

    currentLayerChanged = pyqtSignal(QObject)  # noqa: N815 - the name QGIS gives it

    def __init__(self):
        super().__init__()
        self.layer = None

    def activeLayer(self):
        return self.layer

    def choose(self, layer):
        self.layer = layer
        self.currentLayerChanged.emit(layer)


@pytest.fixture
def session(qgis_app):
    return FakeSession()


@pytest.fixture
def window(qgis_app):
    return FakeWindow()


@pytest.fixture
def nameless():
    """The widgets below one that a screen reader could not name: class and object name of each."""

    def is_named(widget):
        shown = widget.text() if isinstance(widget, QAbstractButton) else ""
        return bool(widget.accessibleName() or shown or widget.toolTip())

    def is_part(widget, root):
        """Whether it is the inside of a widget that speaks for it, as the line of a box with a list."""
        parent = widget.parentWidget()
        while parent is not None and parent is not root:
            if isinstance(parent, NAMED) and not isinstance(parent, QAbstractButton):
                return True
            parent = parent.parentWidget()
        return False

    def find(root):
        widgets = [w for w in root.findChildren(QWidget) if isinstance(w, NAMED) and not is_part(w, root)]
        return [f"{type(w).__name__} {w.objectName()}" for w in widgets if not is_named(w)]

    return find


@pytest.fixture
def make_row():
    """A row as the backend tells it."""

    def make(number=0, **more):
        row = {
            "path": f"/models/m{number}.onnx",
            "file": f"m{number}.onnx",
            "place": "user",
            "problem": "",
            "obstacle": "",
            "name": f"m{number}",
            "title": f"Model {number:03}",
            "task": "segmentation",
            "task_words": "classes of pixels",
            "sensors": ["landsat-7"],
            "gsd_m": 28.5,
            "licence": "MIT",
            "description": "Eight classes",
            "bands_words": "B1 (blue)",
            "classes": [{"value": 0, "name": "sea", "color": "#0072b2", "description": "salt water"}],
            "classes_count": 1,
            "missing_words": [],
            "notes": [],
            "facts": [["Licence", "MIT"], ["Accuracy stated", "80.1 % (72.5 – 86.2 %). 276 points"]],
            "size": 1000,
        }
        return {**row, **more}

    return make
