from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle, QgsReferencedRectangle


@pytest.mark.parametrize("value", [None, ""])
def test_an_absent_extent_is_left_out_rather_than_a_point_at_the_origin(ask, value):
    assert ask("extent", value, optional=True).inputs == {}


def test_the_corners_are_put_in_order_and_the_crs_is_kept(ask):
    assert ask("extent", "1,2,30,40 [EPSG:2154]").value == {"bbox": [1, 30, 2, 40], "crs": "EPSG:2154"}


def test_without_crs_and_project_the_extent_is_in_that_of_the_data(ask):
    assert ask("extent", "1,2,30,40").value == {"bbox": [1, 30, 2, 40]}


def test_without_crs_the_extent_is_in_that_of_the_project(ask, project):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert ask("extent", "1,2,30,40", project=project).value["crs"] == "EPSG:3857"


def test_a_rectangle_of_a_script_is_an_extent(ask):
    rectangle = QgsReferencedRectangle(QgsRectangle(1, 30, 2, 40), QgsCoordinateReferenceSystem("EPSG:2154"))
    assert ask("extent", rectangle).value == {"bbox": [1, 30, 2, 40], "crs": "EPSG:2154"}


def test_a_layer_is_an_extent(ask, raster_path):
    assert ask("extent", raster_path).value == {
        "bbox": [700000, 6600000, 700040, 6600030],
        "crs": "EPSG:2154",
    }


@pytest.mark.parametrize("value", ["0,0,0,0", "here", "1,2,3", "/nowhere.tif"])
def test_what_covers_nothing_is_refused(ask, value):
    assert "xmin,xmax,ymin,ymax" in ask("extent", value).problem


def test_a_rectangle_may_be_in_a_named_historical_system(ask):
    value = ask("extent", "-100,100,0,300 [verniquet]").value
    assert value == {"bbox": [-100, 0, 100, 300], "crs": "verniquet"}


def test_an_unknown_system_of_a_rectangle_is_refused(ask):
    problem = ask("extent", "-100,100,0,300 [toises]").problem
    assert "toises is not a known coordinate reference system" in problem
