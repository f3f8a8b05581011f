from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def form(panel):
    panel.tabs.setCurrentIndex(2)
    return panel.tabs.currentWidget()


def type_in(form, **texts):
    for key, text in texts.items():
        form._fields[key].clear()
        QTest.keyClicks(form._fields[key], text)
    QTest.keyClick(form._fields["y"], Qt.Key.Key_Return)


def test_a_point_is_made_of_four_numbers_in_another_crs(form, panel):
    panel.state.set_crs("EPSG:2154")
    form._crs.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    type_in(form, col="12.5", row="20", x="1.65600", y="49.17874")
    (point,) = panel.state.points
    assert (point.col, point.row) == (12.5, 20)
    assert (point.x, point.y) == pytest.approx((602_000, 6_898_500), abs=1)


def test_without_a_crs_yet_the_points_take_that_of_the_numbers(form, panel):
    form._crs.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    type_in(form, col="1", row="2", x="1.5", y="49")
    assert (panel.state.work.crs, panel.state.points[0].y) == ("EPSG:4326", 49)


def test_the_half_that_was_clicked_stands_in_its_fields(form, panel, canvas, click):
    click(panel.sheet_canvas, 400, -300)
    assert float(form._fields["col"].text()) == pytest.approx(400, abs=2)
    assert form._fields["x"].text() == ""
    click(canvas, 602_000, 6_898_500)
    assert form._fields["col"].text() == ""


def test_a_missing_number_is_asked_for_and_nothing_is_made(form, panel):
    type_in(form, col="1", row="2", x="", y="49")
    QTest.mouseClick(form._add, Qt.MouseButton.LeftButton)
    assert form._notice.text() == "X needs a number."
    assert panel.state.points == ()


def test_a_place_off_the_world_is_refused(form, panel):
    panel.state.set_crs("EPSG:2154")
    form._crs.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    type_in(form, col="1", row="2", x="2", y="6900000")
    assert "check their order" in form._notice.text()
    assert panel.state.points == ()


def test_what_is_typed_stays_when_the_other_half_is_clicked(form, panel, click):
    panel.state.set_crs("EPSG:2154")
    for key, text in (("x", "602000"), ("y", "6898500")):
        QTest.keyClicks(form._fields[key], text)
    click(panel.sheet_canvas, 400, -300)
    QTest.keyClick(form._fields["y"], Qt.Key.Key_Return)
    (point,) = panel.state.points
    assert (point.x, point.y) == (602_000, 6_898_500)
    assert [field.text() for field in form._fields.values()] == [""] * 4


def test_the_numbers_are_in_the_crs_of_the_points_until_another_is_chosen(form, panel):
    panel.state.set_crs("EPSG:2154")
    panel.state.set_crs("EPSG:27561")
    assert form._crs.crs().authid() == "EPSG:27561"
    form._crs.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    panel.state.set_crs("EPSG:2154")
    assert form._crs.crs().authid() == "EPSG:4326"
