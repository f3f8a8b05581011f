"""The dock of georeferencing on a fake session, with a sheet and a map."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

WIDTH, HEIGHT = 800, 600


@pytest.fixture
def scan(tmp_path):
    """A grey scan of 800 × 600 pixels, a chequerboard."""
    import numpy as np

    path = str(tmp_path / "plan d'été.tif")
    image = gdal.GetDriverByName("GTiff").Create(path, WIDTH, HEIGHT, 1)
    board = (np.indices((HEIGHT, WIDTH)) // 50).sum(0) % 2 * 155 + 50
    image.GetRasterBand(1).WriteArray(board.astype("uint8"))
    image = None
    return path


@pytest.fixture
def canvas(qgis_app):
    """The map: 400 × 300 pixels of 10 m, whose upper left corner is (600000, 6900000) in EPSG:2154."""
    made = QgsMapCanvas()
    made.setFrameStyle(0)
    made.resize(400, 300)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    made.setExtent(QgsRectangle(600_000, 6_897_000, 604_000, 6_900_000))
    made.show()
    yield made
    made.deleteLater()


@pytest.fixture
def drafts(tmp_path):
    from releve.plugin.docks.georeference.drafts import Drafts

    return Drafts(tmp_path / "profile" / "georeference")


@pytest.fixture
def open_panel(window, canvas, session, drafts, wait_until):
    """Opens the dock, shown."""
    from releve.plugin.docks.georeference.panel import Panel

    window.mapCanvas = lambda: canvas
    panels = []

    def start(a_session=session):
        panel = Panel(window, a_session, drafts)
        panel.resize(700, 900)
        panel.show()
        panels.append(panel)
        return panel

    yield start
    for panel in panels:
        panel.stop()
        panel.close()
        panel.deleteLater()


@pytest.fixture
def panel(open_panel, scan):
    """The dock with the scan open."""
    panel = open_panel()
    panel.opening.open(scan)
    return panel


@pytest.fixture
def click():
    """Clicks a canvas at a place in its own units."""

    def press(canvas, x, y, button=Qt.MouseButton.LeftButton):
        QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, pixel_of(canvas, x, y))

    return press


@pytest.fixture
def drag():
    """Drags from a place of a canvas to another."""

    def pull(canvas, start, end):
        begin, stop = pixel_of(canvas, *start), pixel_of(canvas, *end)
        port, left, none = canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(port, left, none, begin)
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(stop), left, left, none)
        QApplication.sendEvent(port, move)
        QTest.mouseRelease(port, left, none, stop)

    return pull


def pixel_of(canvas, x, y):
    found = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
    return QPoint(round(found.x()), round(found.y()))


@pytest.fixture
def with_points(panel):
    """The dock with three points, in the corners of a triangle."""
    from releve.plugin.docks.georeference.work import Point, Work

    places = ((100, 100, 600_500, 6_899_500), (700, 120, 603_500, 6_899_400), (400, 500, 602_000, 6_897_500))
    points = [Point(*place, id=str(number)) for number, place in enumerate(places, 1)]
    panel.state.replace("three", Work(crs="EPSG:2154").with_points(points))
    return panel


@pytest.fixture
def answer(session, wait_until):
    """Answers the question about the errors that is open, or is asked next."""
    answered = []

    def open_call():
        calls = [call for call in session.calls if call.job == "oldmaps.residuals" and call not in answered]
        return calls[0] if calls else None

    def tell(errors=(1.0, 2.0, 9.0), **more):
        wait_until(open_call)
        call = open_call()
        answered.append(call)
        call.callbacks["on_preview"]({**fit(errors), **more})
        session.answer("oldmaps.residuals")
        return call

    return tell


def fit(errors):
    """What the backend says of points with these leave-one-out errors."""
    points = [
        {
            "index": index,
            "used": True,
            **dict.fromkeys(("fit_m", "loo_m", "east_m", "col_px", "row_px", "fit_px", "loo_px"), error),
            "north_m": 0.0,
            "without_m": 1.5,
            "suspicion": error,
        }
        for index, error in enumerate(errors)
    ]
    figures = {"fit_m": 1.0, "loo_m": 3.0, "max_m": 9.0, "points_needed": 2}
    titles = {"helmert": "Helmert", "affine": "Affine", "cells": "Cells"}
    methods = [{"key": key, "title": title, "refused": "", **figures} for key, title in titles.items()]
    methods[-1] |= {"refused": "No graticule."}
    worst = sorted(range(len(errors)), key=lambda index: -(errors[index] or 0))
    whole = {"fit_m": 1.0, "fit_px": 1.0, "loo_m": 3.0, "loo_px": 4.0, "refused": "", "warnings": []}
    chosen = {"method": "helmert", "recommended": "helmert", "reason": "Because."}
    return {**whole, **chosen, "points": points, "suspects": worst, "methods": methods, "findings": []}
