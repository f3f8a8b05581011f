from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import time

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from releve.plugin.dialog.commands import NoCommand
from releve.plugin.styles import style_result


def copied(dialog, title):
    """What an entry of the menu “Copy as” puts on the clipboard."""
    QApplication.clipboard().clear()
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Copy as")
    next(action for action in button.menu().actions() if action.text() == title).trigger()
    return QApplication.clipboard().text()


def test_the_form_is_copied_as_a_command_line_of_relevé(open_dialog, raster_path):
    dialog = open_dialog()
    dialog.setParameters({"RASTER": raster_path, "TEXT": "l'été", "COUNT": 5})
    words = shlex.split(copied(dialog, "Command line of Relevé"))
    assert words[words.index("run") :][:2] == ["run", "sample.everything"]
    assert {f"raster={raster_path}", "text=l'été", "count=5", "file=file.html"} <= set(words)


def test_the_form_is_copied_as_a_command_line_of_qgis(open_dialog, raster_path):
    dialog = open_dialog()
    dialog.setParameters({"RASTER": raster_path, "ENUM": 1})
    words = shlex.split(copied(dialog, "Command line of QGIS (qgis_process)"))
    assert words[1:4] == ["run", "releve:sample.everything", "--"]
    assert {f"RASTER={raster_path}", "ENUM=b", "OUTPUT_RASTER=raster.tif"} <= set(words)


def test_the_form_is_copied_as_a_request(open_dialog, raster_path):
    dialog = open_dialog()
    dialog.setParameters({"RASTER": raster_path})
    told = json.loads(copied(dialog, "Request (JSON)"))
    assert told["inputs"]["raster"] == raster_path
    assert told["outputs"]["table"] == {"path": "table.csv"}


def test_a_form_that_is_not_filled_in_gives_no_command_but_a_reason(open_dialog):
    dialog = open_dialog("sample.behaviour")
    dialog.setParameters({"REPORT": "/tmp/report.doc"})
    assert copied(dialog, "Command line of Relevé") == ""
    # Newer QGIS leaves it to Relevé to see that nothing is chosen.
    with pytest.raises(NoCommand, match=r"Kind \(KIND\): fill it in first|KIND \(Kind\): is missing"):
        dialog.request()


def test_values_of_last_time_are_filled_in_and_said_so_and_data_are_not(open_dialog, raster_path):
    from releve.plugin.dialog.last_used import LastUsed

    first = open_dialog()
    first.setParameters({"RASTER": raster_path, "COUNT": 7, "ENUM": 1, "OUTPUT_TABLE": None})
    LastUsed.of(first._job, first.request()).save(first._job)
    again = open_dialog()
    request = again.request()
    assert (request["inputs"]["count"], request["inputs"]["enum"]) == (7, "b")
    assert "raster" not in request["inputs"]
    assert set(request["outputs"]) == {"raster", "file", "artifact"}
    assert again.messageBar().currentItem().text() == "Filled in as last time: Count, One choice, Table"


def test_defaults_are_one_click_away(open_dialog, raster_path):
    from releve.plugin.dialog.last_used import LastUsed

    first = open_dialog()
    fresh = first.request()
    first.setParameters({"COUNT": 7, "TEXT": "x", "NUMBER": 2, "BOOLEAN": False, "OUTPUT_TABLE": None})
    LastUsed.of(first._job, first.request()).save(first._job)
    again = open_dialog()
    assert again.request() != fresh
    next(b for b in again.findChildren(QPushButton) if b.text() == "Defaults").click()
    assert again.request() == fresh
    assert again.messageBar().currentItem() is None


def test_a_new_form_says_nothing(open_dialog):
    assert open_dialog().messageBar().currentItem() is None


def test_the_time_left_stands_in_the_progress_bar(open_dialog, monkeypatch):
    clock = iter([0.0, *(float(n) for n in range(100, 200))])
    dialog = open_dialog()
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    feedback = dialog.createFeedback()
    feedback.setProgress(50)
    assert dialog._bar.format() == "%p% – about 2 min left"
    dialog.algorithmFinished.emit(True, {})
    assert dialog._bar.format() == "%p%"


def test_a_report_is_one_click_away(open_dialog, qgis_iface, tmp_path, monkeypatch):
    from releve.plugin.dialog import reports

    opened = []
    monkeypatch.setattr(reports, "open_file", opened.append)
    dialog = open_dialog()
    path = str(tmp_path / "été.html")
    dialog.algorithmFinished.emit(True, {"OUTPUT_FILE": path})
    assert "Open the report" in dialog.findChild(type(dialog._links._log), "txtLog").toPlainText()
    dialog.messageBar().findChild(QPushButton, "releveOpenReport").click()
    assert opened == [path]


def test_layers_in_a_folder_of_results_are_one_click_away(open_dialog, qgis_iface, raster_path, tmp_path):
    style = {"type": "classes", "classes": [{"value": 1, "name": "Sea", "color": "#0072b2"}]}
    results = tmp_path / "été"
    results.mkdir()
    for name in ("a", "b"):
        path = shutil.copy(raster_path, results / f"{name}_classes.tif")
        style_result(str(path), {"kind": "raster", "style": style})
    shutil.copy(raster_path, results / "a stranger's.tif")
    dialog = open_dialog()
    key = next(output.key for output in dialog._job.outputs if output.kind == "folder")
    dialog.algorithmFinished.emit(True, {key: str(results)})
    dialog.messageBar().findChild(QPushButton, "releveLoadLayers").click()
    (group,) = QgsProject.instance().layerTreeRoot().children()
    names = [(node.name(), node.layer().renderer().type()) for node in group.findLayers()]
    assert group.name() == "été"
    assert names == [("a_classes", "paletted"), ("b_classes", "paletted")]
    QgsProject.instance().clear()


def test_what_the_bar_says_of_a_run_goes_with_the_next(open_dialog, monkeypatch, tmp_path):
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    monkeypatch.setattr(AlgorithmDialog, "runAlgorithm", lambda self: None)
    dialog = open_dialog()
    dialog.algorithmFinished.emit(True, {"OUTPUT_FILE": str(tmp_path / "a.html")})
    assert dialog.messageBar().currentItem() is not None
    dialog.runAlgorithm()
    assert dialog.messageBar().currentItem() is None


def test_a_run_that_failed_offers_no_report(open_dialog):
    dialog = open_dialog()
    dialog.algorithmFinished.emit(False, {})
    assert dialog.messageBar().findChild(QPushButton, "releveOpenReport") is None


def test_the_copied_command_runs_in_a_shell(open_dialog, with_backend, tmp_path, raster_path):
    dialog = open_dialog()
    dialog.setParameters(
        {"RASTER": raster_path, "TEXT": "a 'b' $HOME \"c\"", "EXTENT": "0,2,1,3 [EPSG:2154]"}
    )
    line = copied(dialog, "Command line of Relevé")
    done = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    received = (tmp_path / "file.html").read_text(encoding="utf-8")
    assert "a \\'b\\' $HOME \"c\"" in received
    assert "extent=Extent(xmin=0.0, ymin=1.0, xmax=2.0, ymax=3.0, crs='EPSG:2154')" in received


def test_what_is_added_is_reached_by_keys_and_told_to_a_screen_reader(open_dialog):
    dialog = open_dialog()
    added = [b for b in dialog.findChildren(QPushButton) if b.text() in ("Copy as", "Defaults")]
    assert len(added) == 2
    for one in added:
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert one.accessibleDescription() == one.toolTip() != ""
