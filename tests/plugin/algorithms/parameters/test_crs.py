from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem


def test_an_absent_crs_is_left_out(ask):
    assert ask("crs", optional=True).inputs == {}


@pytest.mark.parametrize("value", ["EPSG:2154", QgsCoordinateReferenceSystem("EPSG:2154")])
def test_a_known_code_is_passed_on(ask, value):
    assert ask("crs", value).value == "EPSG:2154"


@pytest.mark.parametrize("value", ["EPSG:99999", "Lambert", "EPSG"])
def test_an_unknown_code_is_refused(ask, value):
    assert f"{value} is not a known coordinate reference system" in ask("crs", value).problem


def test_a_crs_without_code_travels_as_wkt(ask):
    crs = QgsCoordinateReferenceSystem.fromProj("+proj=laea +lat_0=12 +lon_0=34 +datum=WGS84 +units=m")
    assert ask("crs", crs).value.startswith("PROJCRS[")


@pytest.mark.parametrize("value", ["verniquet", "paris/atlas-municipal"])
def test_the_name_of_a_historical_system_is_passed_on(ask, value):
    assert ask("crs", value).value == value
