"""Sheets, drafts and files of points are opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QListWidget, QPushButton

TABLE = "id,col,row,x,y,crs,declared_crs\na,10,20,2.3,48.8,EPSG:4326,EPSG:4326\n"


def drop(panel, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    panel.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_an_image_is_opened_where_it_is_dropped(open_panel, scan):
    panel = open_panel()
    assert panel.stack.currentWidget() is panel.welcome
    assert not panel.lower.isVisible()
    drop(panel, scan)
    assert panel.state.sheet.path == scan
    assert panel.stack.currentWidget() is panel.sheet_canvas
    assert panel.sheet_canvas.extent().contains(panel.sheet_canvas._layer.extent())


def test_what_is_no_image_is_told_and_the_sheet_stays(panel, tmp_path):
    (tmp_path / "notes.doc").write_text("no", encoding="utf-8")
    drop(panel, tmp_path / "notes.doc")
    assert "notes.doc is no image" in panel.notice.text()
    assert panel.state.sheet is not None


def test_a_draft_is_offered_and_goes_on_where_it_was_left(with_points, open_panel, scan):
    before = with_points.state.work
    with_points.stop()
    again = open_panel()
    (drafts,) = again.findChildren(QListWidget, "releveDrafts")
    assert drafts.item(0).text().startswith("plan d'été.tif\n3 points")
    drafts.setCurrentRow(0)
    QTest.keyClick(drafts, Qt.Key.Key_Return)
    assert again.state.work == before
    assert again.notice.text() == "3 points are as they were left."
    again.notice.findChild(QPushButton).click()
    assert again.state.points == ()
    again.state.undo()
    assert again.state.work == before


def test_each_change_is_kept_at_once(with_points, drafts, scan):
    with_points.state.select("2")
    with_points.points.delete()
    kept = Path(with_points.state.points_file()).read_text(encoding="utf-8")
    assert [line.split(",")[0] for line in kept.splitlines()] == ["id", "1", "3"]


def test_a_draft_that_cannot_be_written_is_told(with_points, monkeypatch):
    from releve.plugin.docks.georeference import drafts

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(drafts.os, "replace", full)
    with_points.state.select("1")
    with_points.points.delete()
    assert "No space left on device" in with_points.notice.text()


def test_points_are_read_by_the_backend_and_can_be_undone(with_points, session, tmp_path):
    drop(with_points, tmp_path / "plan.points")
    call = session.last("oldmaps.points")
    assert call.inputs == {"points": str(tmp_path / "plan.points"), "sheet": with_points.state.sheet.path}
    Path(call.outputs["converted"]).write_text(TABLE, encoding="utf-8")
    session.answer("oldmaps.points")
    assert [point.id for point in with_points.state.points] == ["a"]
    assert with_points.state.work.crs == "EPSG:4326"
    assert not Path(call.outputs["converted"]).exists()
    with_points.state.undo()
    assert len(with_points.state.points) == 3


def test_why_points_cannot_be_read_is_told(with_points, session, tmp_path):
    from releve.plugin.runner import BackendError

    with_points.opening.read_points(str(tmp_path / "plan.points"))
    session.fail("oldmaps.points", BackendError("Line 3 has no number", kind="VectorError"))
    assert with_points.notice.text() == "Line 3 has no number"
    assert len(with_points.state.points) == 3


@pytest.mark.parametrize("name", ["plan d'été.tif.points", "plan d'été.points"])
def test_points_beside_a_sheet_are_offered_and_bring_their_sheet(open_panel, scan, session, name):
    beside = Path(scan).with_name(name)
    beside.write_text("mapX,mapY", encoding="utf-8")
    panel = open_panel()
    panel.opening.open(scan)
    assert name in panel.notice.text()
    panel.notice.findChild(QPushButton).click()
    assert session.last("oldmaps.points").inputs["points"] == str(beside)
    other = open_panel()
    panel.stop()
    drop(other, beside)
    assert other.state.sheet.path == scan


def test_points_without_their_sheet_say_what_is_needed(open_panel, tmp_path):
    panel = open_panel()
    drop(panel, tmp_path / "nothing.points")
    assert "open their sheet first" in panel.notice.text()


def test_another_sheet_forgets_what_can_be_undone_and_keeps_its_draft(with_points, scan):
    import shutil

    other = str(Path(scan).with_name("b.tif"))
    shutil.copy(scan, other)
    with_points.opening.open(other)
    assert with_points.state.points == ()
    assert not with_points.bar.undo.isEnabled()
    with_points.opening.open(scan)
    assert len(with_points.state.points) == 3


def test_points_that_were_placed_on_an_image_of_another_size_are_told(with_points, scan):
    from osgeo import gdal

    with_points.opening.close()
    gdal.GetDriverByName("GTiff").Create(scan, 80, 60, 1)
    with_points.opening.open(scan)
    assert "an image of 800 × 600 pixels, this one has 80 × 60" in with_points.notice.text()
    assert len(with_points.state.points) == 3


def test_a_change_of_crs_by_hand_leaves_the_numbers_unless_they_are_to_be_converted(with_points):
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    with_points.facts.crs.setCrs(crs)
    assert with_points.state.crs() == crs
    assert with_points.state.points[0].x == 600_500
    with_points.notice.findChild(QPushButton).click()
    assert with_points.state.points[0].x == pytest.approx(1.635, abs=0.01)
    with_points.state.undo()
    with_points.state.undo()
    assert with_points.state.work.crs == "EPSG:2154"
    assert with_points.state.points[0].x == 600_500


def test_numbers_without_a_place_in_the_new_crs_are_not_converted(with_points):
    with_points.facts.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    with_points.facts.crs.setCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    with_points.notice.findChild(QPushButton).click()
    assert "nothing is converted" in with_points.notice.text()
    assert with_points.state.points[0].x == 600_500


def test_a_historical_system_is_chosen_by_its_name(panel):
    from releve.plugin.reference_systems import system_named

    menu = panel.facts.historical.menu()
    menu.aboutToShow.emit()
    (verniquet,) = [action for action in menu.actions() if "Verniquet" in action.text()]
    verniquet.trigger()
    assert panel.state.work.crs == system_named("verniquet").definition
    assert panel.facts.crs.crs() == panel.state.crs()
    assert panel.state.crs().isValid()


def test_rows_that_may_count_either_way_are_asked_about(with_points, session):
    from releve.plugin.runner import BackendError

    with_points.opening.read_points("foreign.points")
    session.fail("oldmaps.points", BackendError("Which way do rows count?", kind="RequestError"))
    assert with_points.notice.text() == "Which way do rows count?"
    with_points.notice.findChild(QPushButton).click()
    assert session.last("oldmaps.points").inputs["rows"] == "down"
    session.fail("oldmaps.points", BackendError("Which way do rows count?", kind="RequestError"))
    assert with_points.notice.findChild(QPushButton).text() == "Close"
