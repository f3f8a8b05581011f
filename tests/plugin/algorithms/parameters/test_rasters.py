from __future__ import annotations

import pytest
from qgis.core import QgsDateTimeRange, QgsRasterLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime


def test_several_rasters_are_a_list_in_their_order(ask, raster_path):
    name = "/vsicurl/https://example.org/b.tif"
    assert ask("rasters", [name, raster_path]).value == [name, raster_path]


def test_one_raster_is_a_list_of_one(ask, raster_path):
    assert ask("rasters", raster_path).value == [raster_path]


def test_a_date_may_follow_the_path(ask, raster_path):
    assert ask("rasters", [f"{raster_path}|date=2024-06-30"]).value == [
        {"href": raster_path, "date": "2024-06-30"}
    ]


def test_the_date_of_a_layer_is_that_of_its_temporal_properties(ask, raster_path):
    layer = QgsRasterLayer(raster_path, "Image")
    begin = QDateTime(QDate(2024, 6, 30), QTime(10, 0), Qt.TimeSpec.UTC)
    layer.temporalProperties().setFixedTemporalRange(QgsDateTimeRange(begin, begin.addDays(1)))
    layer.temporalProperties().setIsActive(True)
    assert ask("rasters", [layer]).value == [{"href": raster_path, "date": "2024-06-30T10:00:00Z"}]


def test_an_absent_series_is_left_out(ask):
    assert ask("rasters", optional=True).inputs == {}
    assert ask("rasters", [], optional=True).problem == ""
    assert ask("rasters", [], optional=True).inputs == {}


def test_too_few_are_refused_with_how_many_are_needed(ask, raster_path):
    assert "found 1 rasters, at least 2 are needed" in ask("rasters", [raster_path], minimum=2).problem


@pytest.mark.parametrize("missing", ["/nowhere.tif", "/nowhere.tif|date=2024-06-30"])
def test_a_missing_file_among_them_is_named(ask, raster_path, missing):
    assert "/nowhere.tif does not exist" in ask("rasters", [raster_path, missing]).problem
