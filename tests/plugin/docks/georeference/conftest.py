"""The dock of georeferencing on a fake session, with a sheet and a map."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas

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
