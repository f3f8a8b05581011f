"""The sheet over the map: drawn by its points, anew after each change, with clear paper on request."""

from __future__ import annotations

import base64

import pytest
from qgis.PyQt.QtCore import QBuffer, QIODevice, Qt
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QLabel

JOB = "oldmaps.ghost"


def picture(colour="#d55e00"):
    """One colour over the upper left quarter of the map of the tests."""
    image = QImage(20, 15, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    data = base64.b64encode(bytes(buffer.data())).decode()
    return {"png": data, "extent": [600_000, 6_898_500, 602_000, 6_900_000], "crs": "EPSG:2154"}


@pytest.fixture
def ghost(with_points, session, wait_until):
    """The dock with three points and the overlay switched on, by its key."""
    QTest.keyClick(with_points.sheet_canvas, Qt.Key.Key_G)
    wait_until(lambda: calls(session))
    return with_points


def calls(session):
    return [call for call in session.calls if call.job == JOB]


def tell(session, **about):
    """Answers the newest question."""
    told = {"picture": None, "paper": "", "method": "affine", "refused": "", "warnings": [], **about}
    calls(session)[-1].callbacks["on_preview"]({"event": "preview", **told})
    session.answer(JOB)


def seen(canvas, x, y):
    return canvas.grab().toImage().pixelColor(x, y).name()


def sentence(panel):
    return " ".join(label.text() for label in panel.overlay.findChildren(QLabel) if label.isVisible())


def test_it_asks_for_the_view_by_the_points_of_the_draft(ghost, session):
    inputs = calls(session)[0].inputs
    assert inputs["points"] == ghost.state.points_file()
    assert inputs["sheet"] == ghost.state.sheet.path
    assert inputs["view"] == {"bbox": [600_000, 6_897_000, 604_000, 6_900_000], "crs": "EPSG:2154"}
    assert "paper" not in inputs


def test_the_sheet_is_seen_on_the_map_and_goes_with_the_switch(ghost, session, canvas):
    tell(session, picture=picture("#000000"))
    assert seen(canvas, 100, 50) != seen(canvas, 300, 50)
    QTest.keyClick(ghost.sheet_canvas, Qt.Key.Key_G)
    assert seen(canvas, 100, 50) == seen(canvas, 300, 50)


def test_a_change_of_the_points_draws_it_anew(ghost, session, wait_until):
    tell(session, picture=picture())
    ghost.state.replace_point("Moved", "1", col=110)
    wait_until(lambda: len(calls(session)) == 2)


def test_clear_paper_is_asked_for_with_its_tolerance(ghost, session, wait_until):
    tell(session, picture=picture())
    ghost.tabs.setCurrentWidget(ghost.overlay)
    clear = next(box for box in ghost.overlay.findChildren(QCheckBox) if "paper" in box.text())
    QTest.keyClick(clear, Qt.Key.Key_Space)
    wait_until(lambda: len(calls(session)) == 2)
    assert (calls(session)[1].inputs["paper"], calls(session)[1].inputs["tolerance"]) == (True, 25)


def test_what_speaks_against_a_fit_is_said_and_nothing_is_drawn(ghost, session, canvas):
    tell(session, picture=picture("#000000"))
    ghost.tabs.setCurrentWidget(ghost.overlay)
    tell(session, refused="Found 1 point, 2 are needed.")
    assert sentence(ghost).endswith("Found 1 point, 2 are needed.")
    assert seen(canvas, 100, 50) == seen(canvas, 300, 50)


def test_a_closed_dock_leaves_nothing_on_the_map(ghost, session, canvas):
    tell(session, picture=picture("#000000"))
    ghost.hide()
    assert seen(canvas, 100, 50) == seen(canvas, 300, 50)
    ghost.show()
    ghost.stop()
    assert seen(canvas, 100, 50) == seen(canvas, 300, 50)


def test_without_points_it_says_what_to_do_and_asks_nothing(panel, session, wait_until):
    panel.tabs.setCurrentWidget(panel.overlay)
    panel.overlay.toggle()
    wait_until(lambda: "no points yet" in sentence(panel))
    assert not calls(session)
