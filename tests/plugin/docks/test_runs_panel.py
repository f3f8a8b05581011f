"""The dock of runs, by its buttons and keys."""

from __future__ import annotations

import shutil

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from releve.plugin.history.runs import SESSION, Record, hold_session, release_sessions


@pytest.fixture
def panel_of(tmp_path, monkeypatch, qgis_iface, qgis_processing):
    """The panel over a list of runs; the jobs are those that ship."""
    from qgis.core import QgsApplication

    from releve.plugin.docks.runs import panel as module
    from releve.plugin.history.runs import RunList
    from releve.plugin.provider import ReleveProvider

    provider = ReleveProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    runs = RunList(tmp_path / "runs")
    hold_session(runs.path.parent)
    monkeypatch.setattr(module, "run_list", lambda: runs)
    opened = []

    def panel(*records):
        for one in records:
            runs.begin(one)
            if one.outcome != "running":
                runs.end(one.id, one.outcome, seconds=one.seconds, message=one.message, log=one.log)
        opened.append(module.Panel(qgis_iface, None))
        return opened[-1]

    yield panel
    for one in opened:
        one.stop()
        one.deleteLater()
    release_sessions()
    QgsApplication.processingRegistry().removeProvider(provider)
    QgsProject.instance().clear()


def record(identity="a", **facts):
    told = {
        "job": "raster.polygonize",
        "name": "été",
        "began": "2026-11-24T10:00:00+01:00",
        "session": SESSION,
        "outcome": "done",
        "seconds": 62.0,
        "inputs": {"input": "/data/a b.tif", "minimum_area": 5.0},
    }
    return Record(identity, **{**told, **facts})


def button(panel, name):
    return panel.findChild(QPushButton, f"releveRuns{name}")


def rows(panel):
    items = (panel._list.topLevelItem(n) for n in range(panel._list.topLevelItemCount()))
    return [[item.text(column) for column in (0, 1, 3)] for item in items]


def test_runs_are_listed_with_how_they_ended_in_words(panel_of):
    ended = [record(outcome, outcome=outcome) for outcome in ("done", "failed", "cancelled")]
    panel = panel_of(*ended, record("gone", session="another", outcome="running", seconds=None))
    assert rows(panel) == [
        ["été", "⚡ interrupted", ""],
        ["été", "■ cancelled", "1 min 02 s"],
        ["été", "✗ failed", "1 min 02 s"],
        ["été", "✓ done", "1 min 02 s"],
    ]


def test_what_is_known_of_a_run_is_shown(panel_of):
    panel = panel_of(record(outcome="failed", message="no room", log="the log"))
    text = panel._details.toPlainText()
    for part in (
        "Class raster to polygons (raster.polygonize)",
        "no room",
        "input: /data/a b.tif",
        "the log",
    ):
        assert part in text


def test_a_run_of_elsewhere_shows_up_by_itself(panel_of):
    panel = panel_of()
    panel._runs.begin(record())
    for _ in range(50):
        QTest.qWait(20)
        if rows(panel):
            break
    assert [row[0] for row in rows(panel)] == ["été"]


def test_the_report_is_opened_by_its_button_and_by_enter(panel_of, tmp_path, monkeypatch):
    from releve.plugin.docks.runs import panel as module

    opened = []
    monkeypatch.setattr(module, "open_file", opened.append)
    report = tmp_path / "r.html"
    report.write_text("x")
    panel = panel_of(record(outputs={"report": {"path": str(report), "kind": "file", "title": "Report"}}))
    button(panel, "Report").click()
    panel._list.setFocus()
    QTest.keyClick(panel._list, Qt.Key.Key_Return)
    assert opened == [str(report)] * 2


def test_layers_come_back_out_of_a_folder_of_results_but_not_hundreds(
    panel_of, raster_path, tmp_path, monkeypatch
):
    from releve.plugin import results
    from releve.plugin.styles import style_result

    style = {"type": "classes", "classes": [{"value": 1, "name": "Sea", "color": "#0072b2"}]}
    folder = tmp_path / "results"
    folder.mkdir()
    for name in ("a", "b", "c"):
        path = shutil.copy(raster_path, folder / f"{name}_classes.tif")
        style_result(str(path), {"kind": "raster", "style": style})
    told = {"results": {"path": str(folder), "kind": "folder", "title": "Results"}}
    panel = panel_of(record(outputs=told))
    monkeypatch.setattr(results, "MOST_LAYERS", 2)
    button(panel, "Layers").click()
    (group,) = QgsProject.instance().layerTreeRoot().children()
    assert [node.name() for node in group.findLayers()] == ["a_classes", "b_classes"]
    assert panel._bar.text().startswith("The first 2 of 3 layers are loaded")
    shutil.rmtree(folder)
    panel.refresh()
    assert not button(panel, "Layers").isEnabled()


def test_layers_come_back_styled_in_a_group(panel_of, raster_path, tmp_path):
    from releve.plugin.styles import style_result

    style = {"type": "classes", "classes": [{"value": 1, "name": "Sea", "color": "#0072b2"}]}
    style_result(raster_path, {"kind": "raster", "style": style})
    gone = str(tmp_path / "gone.gpkg")
    outputs = {
        "classes": {"path": raster_path, "kind": "raster", "title": "Classes"},
        "polygons": {"path": gone, "kind": "vector", "title": "Polygons"},
    }
    panel = panel_of(record(outputs=outputs))
    button(panel, "Layers").click()
    (group,) = QgsProject.instance().layerTreeRoot().children()
    (node,) = group.findLayers()
    assert (group.name(), node.name(), node.layer().renderer().type()) == ("été", "Classes", "paletted")
    assert panel._bar.text() == f"No longer there: {gone}"


def test_the_command_of_a_run_is_copied(panel_of):
    outputs = {"polygons": {"path": "/out/a b.gpkg", "kind": "vector", "title": "Polygons"}}
    panel = panel_of(record(outputs=outputs))
    QApplication.clipboard().clear()
    button(panel, "Copy").menu().actions()[1].trigger()
    text = QApplication.clipboard().text()
    assert (
        "run releve:raster.polygonize -- 'INPUT=/data/a b.tif' MINIMUM_AREA=5.0 'POLYGONS=/out/a b.gpkg'"
        in text
    )


def test_a_run_is_repeated_with_the_form_as_it_was(panel_of, raster_path, monkeypatch):
    from processing.gui import ParametersPanel

    from releve.plugin.dialog import job_dialog

    monkeypatch.setattr(ParametersPanel, "iface", None)
    monkeypatch.setattr("qgis.utils.iface.mainWindow", lambda: None)
    inputs = {"input": raster_path, "minimum_area": 5.0}
    outputs = {"polygons": {"path": "/out/a.gpkg", "kind": "vector", "title": "Polygons"}}
    panel = panel_of(record(inputs=inputs, outputs=outputs))
    button(panel, "Repeat").click()
    (dialog,) = job_dialog._open
    assert dialog.request()["inputs"] == {**dialog.request()["inputs"], **inputs}
    assert dialog.request()["outputs"] == {"polygons": {"path": "polygons.gpkg"}}
    assert dialog.messageBar().currentItem().text().startswith("As in the run of ")
    dialog.close()
    assert not job_dialog._open


def test_a_run_is_removed_by_delete_and_its_results_stay(panel_of, tmp_path, raster_path):
    kept = shutil.copy(raster_path, tmp_path / "kept.tif")
    panel = panel_of(record(outputs={"classes": {"path": str(kept), "kind": "raster", "title": "Classes"}}))
    panel.show()
    panel.activateWindow()
    QTest.qWaitForWindowActive(panel)
    panel._list.setFocus()
    QTest.keyClick(panel._list, Qt.Key.Key_Delete)
    assert rows(panel) == []
    assert (tmp_path / "kept.tif").is_file()


def test_what_cannot_be_done_is_greyed(panel_of):
    panel = panel_of(record(job="gone.away", outputs={}), record("b", outcome="running", seconds=None))
    assert not button(panel, "Remove").isEnabled()
    panel._list.setCurrentItem(panel._list.topLevelItem(1))
    usable = {
        name: button(panel, name).isEnabled() for name in ("Report", "Layers", "Repeat", "Copy", "Remove")
    }
    assert usable == {"Report": False, "Layers": False, "Repeat": False, "Copy": False, "Remove": True}


def controls(widget):
    """What takes keys or clicks, and is not a part of such a thing."""
    kinds = (QAbstractButton, QTreeWidget, QPlainTextEdit)
    return [one for one in widget.findChildren(QWidget) if isinstance(one, kinds) and one.isVisibleTo(widget)]


def test_everything_has_a_name_for_a_screen_reader_and_is_reached_by_keys(panel_of):
    panel = panel_of(record())
    shown = controls(panel)
    assert len(shown) == 7
    for one in shown:
        assert one.accessibleName() or one.text(), one.objectName()
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus, one.objectName()
    shortcuts = [
        one.text().partition("&")[2][:1].lower() for one in shown if isinstance(one, QAbstractButton)
    ]
    assert len(set(shortcuts)) == len(shortcuts) == 5


def test_nothing_is_cut_off_at_twice_the_size(panel_of):
    panel = panel_of(record())
    font = panel.font()
    font.setPointSizeF(2 * font.pointSizeF())
    panel.setFont(font)
    panel.resize(panel.minimumSizeHint())
    panel.show()
    QTest.qWait(20)
    for one in controls(panel):
        if isinstance(one, QAbstractButton):
            assert one.width() >= one.minimumSizeHint().width(), one.text()
            assert one.height() >= one.fontMetrics().height(), one.text()


def test_no_colour_is_set_so_that_a_dark_theme_has_its_own(panel_of):
    panel = panel_of(record(), record("b", outcome="failed"))
    assert [one for one in (panel, *panel.findChildren(QWidget)) if one.styleSheet()] == []
    assert panel._list.topLevelItem(0).foreground(1).style() == Qt.BrushStyle.NoBrush
