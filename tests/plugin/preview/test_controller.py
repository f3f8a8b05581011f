"""When the backend is asked, what is done with its answers, and what a user reads when there are none."""

from __future__ import annotations

import os

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from releve.plugin.runner import BackendError, Result

ABOUT = {
    "state": "a",
    "coarse": 1,
    "zoom_in": 1.0,
    "measures": ["classes", "confidence"],
    "measure": "classes",
}
STYLE = {"type": "classes", "classes": [{"value": 0, "name": "Sea", "color": "#0072b2"}]}
ABOUT = {**ABOUT, "style": STYLE, "blocks": 2, "warnings": []}
ORANGE, BLUE, WHITE = "#d55e00", "#0072b2", "#ffffff"


@pytest.fixture
def layer(raster_path):
    made = QgsRasterLayer(raster_path, "Scene")
    QgsProject.instance().addMapLayer(made, False)
    yield made
    QgsProject.instance().removeAllMapLayers()


@pytest.fixture
def preview(canvas, session):
    from releve.plugin.preview.controller import Preview

    made = Preview(canvas, session)
    yield made
    made.stop()


@pytest.fixture
def running(preview, layer, session, wait_until):
    """A preview whose first request is under way."""
    preview.set_model("/m/model.onnx")
    preview.set_layer(layer)
    preview.set_on(True)
    wait_until(lambda: session.calls)
    return preview


def test_nothing_is_asked_before_it_is_on(preview, layer, session):
    preview.set_model("/m/model.onnx")
    preview.set_layer(layer)
    QTest.qWait(200)
    assert session.calls == []


def test_it_asks_for_what_the_map_shows(running, session, layer):
    (call,) = session.calls
    assert call.job == "inference.preview"
    assert call.inputs == {
        "input": [layer.source()],
        "model": "/m/model.onnx",
        "view": {"bbox": [500_000, 4_997_000, 504_000, 5_000_000], "crs": "EPSG:32631"},
        "view_width": 400,
        "view_height": 300,
    }
    assert running.is_busy


def test_pictures_are_painted_as_they_come(running, session, picture, seen, point):
    (call,) = session.calls
    call.tell(**ABOUT)
    call.tell(picture=picture())
    assert seen(*point(500_500, 4_999_500)) == ORANGE
    call.tell(picture=picture(501_000, colour=BLUE))
    call.end(Result({}, ABOUT))
    assert seen(*point(501_500, 4_999_500)) == BLUE
    assert (running.is_busy, running.message, running.about["style"]) == (False, "", STYLE)


def test_a_map_that_moves_is_asked_for_once_it_stands_still(running, session, canvas, wait_until):
    for step in range(5):
        canvas.setExtent(QgsRectangle(500_000 + step, 4_997_000, 504_000 + step, 5_000_000))
    wait_until(lambda: len(session.calls) > 1)
    QTest.qWait(300)
    first, second = session.calls
    assert first.cancelled
    assert second.inputs["view"]["bbox"][0] == 500_004


def test_what_was_painted_stays_while_the_map_moves(
    running, session, picture, canvas, seen, point, wait_until
):
    session.calls[0].tell(**ABOUT)
    session.calls[0].tell(picture=picture())
    canvas.setExtent(QgsRectangle(500_500, 4_997_000, 504_500, 5_000_000))
    assert seen(*point(500_900, 4_999_500)) == ORANGE
    wait_until(lambda: len(session.calls) > 1)
    session.calls[1].tell(**ABOUT)
    session.calls[1].tell(picture=picture(501_000, colour=BLUE))
    assert seen(*point(500_900, 4_999_500)) == ORANGE
    assert seen(*point(501_500, 4_999_500)) == BLUE


@pytest.mark.parametrize("change", [{"state": "b"}, {"measure": "confidence"}])
def test_what_is_of_another_kind_goes_with_the_first_new_picture(
    running, session, picture, canvas, seen, point, wait_until, change
):
    session.calls[0].tell(**ABOUT)
    session.calls[0].tell(picture=picture())
    running.set_measure("confidence")
    wait_until(lambda: len(session.calls) > 1)
    session.calls[1].tell(**{**ABOUT, **change})
    assert seen(*point(500_500, 4_999_500)) == ORANGE
    session.calls[1].tell(picture=picture(501_000, colour=BLUE))
    assert seen(*point(500_500, 4_999_500)) == WHITE


def test_a_coarse_preview_says_where_the_true_one_is(running, session, picture, canvas, seen):
    blank = seen(200, 36)
    session.calls[0].tell(**{**ABOUT, "coarse": 8, "zoom_in": 5.0})
    session.calls[0].tell(picture=picture(510_000))  # beyond the view: what is seen is the note alone
    assert "8 times as long" in running.message
    wanted = canvas.scale() / 5
    told = int("".join(ch for ch in running.message.partition("1:")[2] if ch.isdigit()))
    assert 0.9 * wanted < told <= wanted
    assert any(seen(x, 36) != blank for x in range(100, 300))


def test_a_view_beside_the_layer_says_so(running, session):
    session.calls[0].end(Result({}, {**ABOUT, "blocks": 0}))
    assert running.message == "The map shows no part of Scene."


def test_an_error_is_a_sentence_and_leaves_no_picture(running, session, picture, seen, point):
    session.calls[0].tell(**ABOUT)
    session.calls[0].tell(picture=picture())
    session.calls[0].end(BackendError("There is no model at /m/model.onnx", kind="ModelError"))
    assert (running.is_busy, running.message) == (False, "There is no model at /m/model.onnx")
    assert running.about == {}  # no legend of what is not seen
    assert seen(*point(500_500, 4_999_500)) == WHITE


def test_a_layer_removed_while_drawing_is_a_sentence(running, session, layer, picture, wait_until):
    session.calls[0].tell(**ABOUT)
    QgsProject.instance().removeMapLayer(layer)
    assert session.calls[0].cancelled
    session.calls[0].tell(picture=picture())
    wait_until(lambda: running.message == "Choose a raster layer to see a preview on it.")
    assert not running.is_busy


def test_a_layer_whose_data_changed_is_asked_for_again(running, session, layer, wait_until):
    layer.dataChanged.emit()
    wait_until(lambda: len(session.calls) > 1)


def test_a_layer_that_no_file_holds_as_it_is_cannot_be_previewed(running, session, layer, wait_until):
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))  # not that of its file
    running.set_measure("confidence")
    wait_until(lambda: "export it" in running.message)
    assert len(session.calls) == 1


def test_a_layer_without_a_crs_lies_as_its_numbers_say(preview, session, tmp_path, wait_until):
    from osgeo import gdal

    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "bare.tif"), 4, 3, 1, gdal.GDT_Byte)
    bare = QgsRasterLayer(str(tmp_path / "bare.tif"), "Bare")
    bare.setCrs(QgsCoordinateReferenceSystem())
    preview.set_model("/m/model.onnx")
    preview.set_layer(bare)
    preview.set_on(True)
    wait_until(lambda: session.calls)
    assert "crs" not in session.calls[0].inputs["view"]


def test_without_a_model_or_a_layer_it_says_what_to_choose(preview, wait_until):
    preview.set_on(True)
    wait_until(lambda: preview.message == "Choose a model to see its preview.")
    preview.set_model("/m/model.onnx")
    wait_until(lambda: preview.message == "Choose a raster layer to see a preview on it.")


def test_another_model_starts_anew(running, session, picture, seen, point, wait_until):
    session.calls[0].tell(**ABOUT)
    session.calls[0].tell(picture=picture())
    running.set_model("/m/other.onnx")
    assert session.calls[0].cancelled
    assert seen(*point(500_500, 4_999_500)) == WHITE
    wait_until(lambda: len(session.calls) > 1)
    assert session.calls[1].inputs["model"] == "/m/other.onnx"


def test_a_closed_dock_asks_and_shows_nothing_and_an_opened_one_goes_on(
    running, session, picture, canvas, seen, point, wait_until
):
    session.calls[0].tell(**ABOUT)
    session.calls[0].tell(picture=picture())
    running.set_active(False)
    assert session.calls[0].cancelled
    assert seen(*point(500_500, 4_999_500)) == WHITE
    canvas.setExtent(QgsRectangle(0, 0, 4000, 3000))
    QTest.qWait(250)
    assert len(session.calls) == 1
    running.set_active(True)
    wait_until(lambda: len(session.calls) > 1)


def drag(widget, start, end):
    """Press the left button at one place and let it go at another; without a screen, no cursor moves."""
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, none, QPoint(start, 100))
    move = QMouseEvent(QEvent.Type.MouseMove, QPointF(end, 100), Qt.MouseButton.NoButton, left, none)
    QApplication.sendEvent(widget, move)
    QTest.mouseRelease(widget, left, none, QPoint(end, 100))


def test_the_line_is_dragged_with_the_mouse_and_all_else_is_the_map_s(running, canvas):
    running.set_swipe(0.5)
    heard = []
    running.changed.connect(lambda: heard.append(running.swipe))
    drag(canvas.viewport(), 203, 100)
    assert running.swipe == pytest.approx(0.25)
    assert heard
    drag(canvas.viewport(), 300, 350)
    assert running.swipe == pytest.approx(0.25)


def test_stop_takes_everything_from_the_map(running, session, canvas):
    items = len(canvas.scene().items())
    running.stop()
    running.stop()
    assert len(canvas.scene().items()) == items - 1
    assert session.calls[0].cancelled
    canvas.setExtent(QgsRectangle(0, 0, 4000, 3000))
    QTest.qWait(200)
    assert len(session.calls) == 1


# -- with the real backend --------------------------------------------------------------------------------

SCENE = "build/samples/olinda_landsat7.tif"
MODEL = "resources/models/olinda_landcover.onnx"


@pytest.fixture
def real(canvas, root, wait_until):
    """A preview of the sample model on the sample, of a real worker."""
    from releve.plugin.algorithms.backend import runner_on
    from releve.plugin.preview.controller import Preview
    from releve.plugin.runner.interpreter import Interpreter
    from releve.plugin.session import BackendSession

    if not (root / SCENE).is_file() or not (root / ".venv/bin/python").is_file():
        pytest.skip("needs 'make samples' and 'make backend'")
    found = Interpreter(root / ".venv/bin/python", "checkout")
    session = BackendSession(find=lambda: found, open_on=runner_on)
    preview = Preview(canvas, session)
    yield preview
    preview.stop()
    session.close()


def test_the_real_backend_paints_the_sea_where_it_is(real, canvas, root, seen, point, wait_until, tmp_path):
    layer = QgsRasterLayer(str(root / SCENE), "Olinda")
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))  # not the layer's
    canvas.setExtent(QgsRectangle(-34.92, -8.06, -34.82, -7.96))
    model = tmp_path / "model.onnx"
    os.symlink(root / MODEL, model)
    os.symlink((root / MODEL).with_suffix(".stac.json"), tmp_path / "model.stac.json")
    real.set_model(str(model))
    real.set_layer(layer)
    real.set_on(True)
    wait_until(lambda: real.about.get("blocks") and not real.is_busy, timeout_s=60)
    assert (real.message, real.about["coarse"]) == ("", 1)
    colours = {entry["name"]: entry["color"] for entry in real.about["style"]["classes"]}
    assert seen(*point(-34.835, -8.01)) == colours["sea"]
    assert seen(*point(-34.88, -8.03)) not in (colours["sea"], WHITE)
    model.unlink()  # removed while it is shown
    canvas.setExtent(QgsRectangle(-34.91, -8.06, -34.81, -7.96))
    wait_until(lambda: real.message, timeout_s=60)
    assert "model.onnx" in real.message
    assert seen(*point(-34.835, -8.01)) == WHITE
