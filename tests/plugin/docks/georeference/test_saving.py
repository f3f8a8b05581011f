from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QFileDialog, QProgressBar, QPushButton

from releve.plugin.runner import BackendError, Result


@pytest.fixture
def save(with_points, monkeypatch, tmp_path):
    """Chooses an entry of the menu, and a file in the dialog."""

    def choose(name, file):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / file), ""))
        menu = with_points.bar.save.menu()
        next(action for action in menu.actions() if action.objectName() == f"releveSave{name}").trigger()
        return str(tmp_path / file)

    return choose


@pytest.mark.parametrize(
    ("name", "file", "job", "output"),
    [
        ("Points", "a.points", "oldmaps.points", "converted"),
        ("Annotation", "a.json", "oldmaps.points", "converted"),
        ("Table", "a.csv", "oldmaps.points", "converted"),
        ("Report", "a.html", "oldmaps.fit", "report"),
        ("Warped", "a.tif", "oldmaps.warp", "warped"),
    ],
)
def test_a_product_is_made_by_the_backend_of_the_points_as_they_are(
    with_points, session, save, name, file, job, output
):
    with_points.state.set_method("affine")
    path = save(name, file)
    call = session.last(job)
    assert call.outputs == {output: path}
    assert call.inputs["points"] == with_points.state.points_file()
    assert call.inputs.get("method") == (None if job == "oldmaps.points" else "affine")
    session.answer(job)
    assert path in with_points.notice.text()


def test_a_name_without_an_ending_gets_it(session, save):
    path = save("Points", "a")
    assert session.last("oldmaps.points").outputs == {"converted": f"{path}.points"}


def test_the_warped_sheet_shows_its_progress_and_is_added_to_the_layers(with_points, session, save, scan):
    save("Warped", "map.tif")
    call = session.last("oldmaps.warp")
    call.callbacks["on_progress"](0.25, "Warping")
    bar = with_points.working.findChild(QProgressBar)
    assert (bar.isVisible(), bar.value(), bar.format()) == (True, 250, "%p% – Warping")
    told = {"warped": {"path": scan, "kind": "raster", "title": "Warped sheet"}}
    call.callbacks["on_result"](Result(told, {}))
    assert not bar.isVisible()
    layers = list(QgsProject.instance().mapLayers().values())
    assert [layer.source() for layer in layers] == [scan]
    QgsProject.instance().removeAllMapLayers()


def test_it_can_be_given_up_and_started_again(with_points, session, save):
    save("Warped", "map.tif")
    save("Report", "a.html")
    assert [call.job for call in session.calls if call.outputs] == ["oldmaps.warp"]  # one at a time
    cancel = with_points.working.findChild(QPushButton)
    cancel.click()
    assert session.last("oldmaps.warp").cancelled
    save("Report", "a.html")
    assert session.last("oldmaps.fit").outputs


def test_why_it_failed_is_told(with_points, session, save):
    save("Warped", "map.tif")
    session.fail("oldmaps.warp", BackendError("The sheet folds over", kind="FitError"))
    assert with_points.notice.text() == "The sheet folds over"
    assert not with_points.working.findChild(QProgressBar).isVisible()


def test_of_no_points_nothing_is_made(with_points, session, save):
    with_points.state.change("None", ())
    save("Points", "a.points")
    assert "no points yet" in with_points.notice.text()
    assert not any(call.outputs for call in session.calls)
