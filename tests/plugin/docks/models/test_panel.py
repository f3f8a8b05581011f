from __future__ import annotations

import pytest
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def rows(make_row):
    return [
        make_row(0, title="Alps snow", gsd_m=10.0, sensors=["sentinel-2"]),
        make_row(1, title="Boats", task="detection", task_words="objects", gsd_m=0.5, sensors=["aerial"]),
        make_row(2, title="Coast"),
    ]


def titles(panel):
    shown = panel.models.model()
    return [shown.index(row, 0).data().split("\n")[0] for row in range(shown.rowCount())]


def test_it_opens_with_the_list_of_the_last_time_and_asks_for_the_new_one(open_panel, session, rows):
    panel = open_panel(rows)
    assert titles(panel) == ["Alps snow", "Boats", "Coast"]
    assert panel.status.text() == "Models: 3 of 3; looking for more…"
    assert session.last("model.list").inputs == {}


def test_the_new_list_replaces_the_old_one_and_is_kept(open_panel, session, rows, kept):
    panel = open_panel(rows[:1])
    session.answer("model.list", models=rows[1:])
    assert titles(panel) == ["Boats", "Coast"]
    assert panel.status.text() == "Models: 2 of 2"
    assert [row["title"] for row in kept.load()] == ["Boats", "Coast"]


def test_the_first_list_grows_while_it_is_read(open_panel, session, rows):
    panel = open_panel()
    session.last("model.list").callbacks["on_preview"]({"event": "preview", "models": rows[:2]})
    assert titles(panel) == ["Alps snow", "Boats"]
    session.answer("model.list", models=rows)
    assert titles(panel) == ["Alps snow", "Boats", "Coast"]


def test_the_chosen_model_stays_chosen_in_a_new_list(open_panel, session, rows):
    panel = open_panel(rows)
    panel.models.setCurrentIndex(panel.models.model().index(2, 0))
    session.answer("model.list", models=[rows[2], rows[0]])
    assert panel.current_entry().title == "Coast"


def test_a_refresh_that_leaves_a_model_as_it_is_leaves_its_check_alone(open_panel, session, rows):
    panel = open_panel(rows)
    panel._check.start()
    session.answer("model.list", models=rows[:2])
    assert not session.last("model.check").cancelled
    panel._library.refresh()
    session.answer("model.list", models=[{**rows[0], "licence": "GPL"}])
    assert session.last("model.check").cancelled
    assert panel.current_entry().licence == "GPL"


def test_words_typed_narrow_the_list(open_panel, rows):
    panel = open_panel(rows)
    QTest.keyClicks(panel.search, "boat")
    assert titles(panel) == ["Boats"]
    assert panel.current_entry().title == "Boats"
    assert panel.status.text().startswith("Models: 1 of 3")


@pytest.mark.parametrize(
    ("box", "choice", "expected"),
    [
        ("task", "objects", ["Boats"]),
        ("sensor", "sentinel-2", ["Alps snow"]),
        ("resolution", "15 to 100 m", ["Coast"]),
    ],
)
def test_a_filter_is_chosen_with_keys(open_panel, rows, box, choice, expected):
    panel = open_panel(rows)
    widget = getattr(panel, box)
    while widget.currentText() != choice:
        before = widget.currentIndex()
        QTest.keyClick(widget, Qt.Key.Key_Down)
        assert widget.currentIndex() > before, "no such choice"
    assert titles(panel) == expected


def test_nothing_that_fits_leaves_nothing_to_run(open_panel, rows):
    panel = open_panel(rows)
    QTest.keyClicks(panel.search, "xyz")
    assert panel.current_entry() is None
    assert not panel.run.isEnabled()
    assert not panel.edit.isEnabled()


def test_a_filter_stays_when_the_list_is_refreshed(open_panel, session, rows):
    panel = open_panel(rows)
    panel.task.setCurrentIndex(panel.task.findText("objects"))
    session.answer("model.list", models=rows[1:])
    assert panel.task.currentText() == "objects"
    assert titles(panel) == ["Boats"]


def test_a_model_that_cannot_run_says_why_and_offers_no_run(open_panel, make_row):
    panel = open_panel([make_row(problem="The file is no ONNX model.")])
    assert not panel.run.isEnabled()
    assert "The file is no ONNX model." in panel._card.toPlainText()


def test_a_missing_backend_is_told_with_the_button_that_installs_it(open_panel, session, rows, monkeypatch):
    from qgis.PyQt.QtWidgets import QPushButton

    from releve.plugin.docks import notice_bar
    from releve.plugin.runner import NoBackend

    opened = []
    monkeypatch.setattr(notice_bar, "open_installer", lambda: opened.append(True))
    panel = open_panel(rows)
    session.fail("model.list", NoBackend("Relevé's backend is not installed", kind="NoBackend"))
    assert "is not installed" in panel._notice.text()
    assert titles(panel) == ["Alps snow", "Boats", "Coast"]
    button = panel._notice.findChild(QPushButton)
    assert button.text() == "Install…"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened


def test_an_installed_backend_is_asked_at_once_and_the_complaint_goes(open_panel, session, rows, algorithms):
    from qgis.core import QgsApplication

    from releve.plugin.runner import NoBackend

    panel = open_panel()
    session.fail("model.list", NoBackend("Relevé's backend is not installed", kind="NoBackend"))
    QgsApplication.processingRegistry().providerById("releve").refreshAlgorithms()
    assert panel._notice.text() == ""
    session.answer("model.list", models=rows)
    assert titles(panel) == ["Alps snow", "Boats", "Coast"]


def test_the_chosen_layer_is_named(open_panel, window, rows, tmp_path):
    panel = open_panel(rows)
    assert "No raster layer" in panel.layer.text()
    window.choose(raster(tmp_path))
    assert panel.layer.text() == "Layer: <b>scene</b>"
    assert panel.layer.textFormat() == Qt.TextFormat.PlainText


def test_return_in_the_list_opens_the_form_filled_in(
    open_panel, window, rows, tmp_path, monkeypatch, algorithms
):
    from releve.plugin.docks.models import panel as module

    opened = []
    monkeypatch.setattr(
        module, "open_form", lambda algorithm, values: opened.append((algorithm.id(), values))
    )
    panel = open_panel(rows)
    layer = raster(tmp_path)
    window.choose(layer)
    QTest.keyClick(panel.models, Qt.Key.Key_Return)
    assert opened == [("releve:inference.map", {"MODEL": "/models/m0.onnx", "INPUT": [layer.id()]})]


def test_a_task_that_this_version_lacks_is_said(open_panel, rows, qgis_app):
    panel = open_panel(rows)
    QTest.keyClick(panel.models, Qt.Key.Key_Return)
    assert "has no algorithm for the task" in panel._notice.text()


class Preview:
    """Hears what the preview is told."""

    def __init__(self, panel):
        self.told = []
        for name in ("set_model", "set_layer", "set_active", "stop"):
            setattr(panel._preview, name, lambda *values, name=name: self.told.append((name, *values)))


def test_the_preview_hears_of_model_layer_and_dock(open_panel, window, rows, tmp_path, make_row, session):
    panel = open_panel([*rows, make_row(3, title="Drop", problem="no")])
    preview, layer = Preview(panel), raster(tmp_path)
    panel.models.setCurrentIndex(panel.models.model().index(1, 0))
    panel.models.setCurrentIndex(panel.models.model().index(3, 0))
    window.choose(layer)
    window.choose(None)
    panel.hide()
    panel.show()
    panel.stop()
    assert preview.told == [
        ("set_model", "/models/m1.onnx"),
        ("set_model", ""),
        ("set_layer", layer),
        ("set_layer", None),
        ("set_active", False),
        ("set_active", True),
        ("stop",),
    ]
    assert session.last("model.list").cancelled


def test_ctrl_f_goes_to_the_search(open_panel, rows, qgis_app):
    panel = open_panel(rows)
    panel.activateWindow()
    panel.models.setFocus()
    QTest.qWait(10)
    QTest.keyClick(panel.models, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.search.hasFocus()


def test_every_part_is_reached_with_tab_alone(open_panel, rows, qgis_app):
    panel = open_panel(rows)
    panel.activateWindow()
    QTest.qWait(10)
    panel.search.setFocus()
    seen = []
    for _ in range(20):
        seen.append(qgis_app.focusWidget().objectName())
        QTest.keyClick(qgis_app.focusWidget(), Qt.Key.Key_Tab)
    order = [
        name for name in dict.fromkeys(seen) if name in {"search", "more", "task", "models", "run", "edit"}
    ]
    assert order == ["search", "more", "task", "models", "run", "edit"]


def test_every_part_has_a_name_for_a_screen_reader(open_panel, rows, nameless):
    assert nameless(open_panel(rows)) == []


def test_a_folder_is_added_and_forgotten(open_panel, session, rows, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    from releve.plugin.settings import Settings

    before = Settings.load()
    panel = open_panel(rows)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    try:
        press(panel, "Add a &folder of models…")
        assert session.last("model.list").inputs == {"folders": str(tmp_path)}
        panel.more.menu().aboutToShow.emit()
        press(panel, f"Forget {tmp_path}")
        assert session.last("model.list").inputs == {}
        assert session.calls[-2].cancelled
    finally:
        before.save()


def test_what_an_administrator_has_disabled_is_not_offered(open_panel, rows, monkeypatch):
    from releve.plugin.docks.models import adding

    monkeypatch.setattr(adding, "is_disabled", lambda name: name == "model.fetch")
    monkeypatch.setattr(adding, "locked_names", lambda: frozenset({"models_folders"}))
    menu = open_panel(rows).more.menu()
    assert {action.text(): action.isEnabled() for action in menu.actions()} == {
        "Add a &folder of models…": False,
        "&Look again": True,
    }


def press(panel, text):
    next(action for action in panel.more.menu().actions() if action.text() == text).trigger()


def raster(folder):
    from osgeo import gdal

    path = str(folder / "scene.tif")
    gdal.GetDriverByName("GTiff").Create(path, 2, 2, 1)
    return QgsRasterLayer(path, "<b>scene</b>")


@pytest.fixture
def algorithms(qgis_app):
    """The algorithms of the catalogue, registered."""
    from qgis.core import QgsApplication

    from releve.plugin.provider import ReleveProvider

    provider = ReleveProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield
    QgsApplication.processingRegistry().removeProvider(provider)
