"""A map, pictures to put on it, and a session that answers by hand."""

from __future__ import annotations

import base64

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QBuffer, QIODevice
from qgis.PyQt.QtGui import QColor, QImage


@pytest.fixture
def canvas(qgis_app):
    """A map of 400 × 300 pixels of 10 m, whose top left is (500000, 5000000) in EPSG:32631."""
    made = QgsMapCanvas()
    made.setCanvasColor(QColor("white"))
    made.setFrameStyle(0)  # as in QGIS' window
    made.resize(400, 300)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    made.setExtent(QgsRectangle(500_000, 4_997_000, 504_000, 5_000_000))
    made.show()
    yield made
    made.deleteLater()


@pytest.fixture
def picture():
    """A picture of a preview event: one colour, 100 × 100 pixels of 10 m from a corner, as JSON."""

    def make(left=500_000, top=5_000_000, *, colour="#d55e00", crs="EPSG:32631", side_m=1000, pixels=100):
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
        image.fill(QColor(colour))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        data = base64.b64encode(bytes(buffer.data())).decode()
        return {"png": data, "extent": [left, top - side_m, left + side_m, top], "crs": crs}

    return make


class Call:
    """A request that was asked for."""

    def __init__(self, job, inputs, callbacks):
        self.job, self.inputs, self.callbacks = job, inputs, callbacks
        self.cancelled = False

    def cancel(self):
        self.cancelled = True

    def tell(self, **event):
        """As a session: nothing after a cancel."""
        if not self.cancelled:
            self.callbacks["on_preview"]({"id": 1, "event": "preview", **event})

    def end(self, outcome):
        if not self.cancelled:
            self.callbacks["on_error" if isinstance(outcome, Exception) else "on_result"](outcome)


class Session:
    """Remembers what it is asked, and answers when a test says so."""

    def __init__(self):
        self.calls = []

    def request(self, job, inputs, **callbacks):
        self.calls.append(Call(job, inputs, callbacks))
        return self.calls[-1]


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def seen(canvas):
    """The colour at a pixel of the map."""

    def look(x, y):
        # The scene draws the items; the layers below are of no interest here.
        return canvas.grab().toImage().pixelColor(x, y).name()

    return look


@pytest.fixture
def point(canvas):
    """The pixel of the map where a place is."""

    def place(x, y):
        found = canvas.getCoordinateTransform().transform(x, y)
        return round(found.x()), round(found.y())

    return place
