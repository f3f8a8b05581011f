"""Pixels where they belong, whatever the map does."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle
from qgis.PyQt.QtGui import QColor

ORANGE, BLUE, WHITE = "#d55e00", "#0072b2", "#ffffff"


@pytest.fixture
def item(canvas):
    from releve.plugin.preview.item import PreviewItem

    made = PreviewItem(canvas)
    yield made
    canvas.scene().removeItem(made)


@pytest.fixture
def show(item, picture):
    from releve.plugin.preview.pictures import Picture

    return lambda *place, **options: item.add(Picture.from_json(picture(*place, **options)))


def test_a_picture_is_painted_in_its_place(item, show, seen, point):
    show(501_000, 4_999_000)
    left, top = point(501_000, 4_999_000)
    right, bottom = point(502_000, 4_998_000)
    inside = [
        (left + 1, top + 1),
        (right - 2, top + 1),
        (right - 2, bottom - 2),
        ((left + right) // 2, top + 9),
    ]
    assert {seen(*place) for place in inside} == {ORANGE}
    outside = [(left - 2, top + 9), (right + 1, top + 9), (left + 9, top - 2), (left + 9, bottom + 1)]
    assert {seen(*place) for place in outside} == {WHITE}


def test_it_follows_pan_zoom_and_rotation(canvas, item, show, seen, point):
    show(501_000, 4_999_000)
    canvas.setExtent(QgsRectangle(501_200, 4_998_000, 502_400, 4_998_900))
    assert seen(*point(501_900, 4_998_500)) == ORANGE
    assert seen(*point(502_100, 4_998_500)) == WHITE
    canvas.setExtent(QgsRectangle(490_000, 4_990_000, 510_000, 5_005_000))
    canvas.setRotation(30)
    assert seen(*point(501_100, 4_998_900)) == ORANGE
    assert seen(*point(500_700, 4_998_900)) == WHITE
    assert seen(*point(501_900, 4_998_100)) == ORANGE


def test_it_is_brought_to_the_crs_of_the_project(canvas, item, show, seen, point):
    show(501_000, 4_999_000)
    degrees = QgsCoordinateReferenceSystem("EPSG:3857")
    move = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:32631"), degrees, QgsProject.instance())
    canvas.setDestinationCrs(degrees)
    canvas.setExtent(move.transformBoundingBox(QgsRectangle(500_000, 4_997_000, 504_000, 5_000_000)))
    item.project_anew()
    for x, y, colour in (
        (501_050, 4_998_950, ORANGE),
        (501_950, 4_998_050, ORANGE),
        (500_900, 4_998_500, WHITE),
    ):
        there = move.transform(x, y)
        assert seen(*point(there.x(), there.y())) == colour


def test_a_later_picture_of_the_same_place_replaces_the_former(item, show, seen, point):
    show(501_000, 4_999_000)
    assert seen(*point(501_500, 4_998_500)) == ORANGE
    show(501_000, 4_999_000, colour=BLUE)
    assert seen(*point(501_500, 4_998_500)) == BLUE


def test_what_a_later_picture_lacks_is_transparent(item, show, seen, point):
    show(501_000, 4_999_000)
    seen(1, 1)
    show(501_000, 4_999_000, colour="transparent")
    assert seen(*point(501_500, 4_998_500)) == WHITE


def test_opacity_mixes_it_with_what_lies_below(item, show, seen, point):
    show(501_000, 4_999_000, colour="#000000")
    item.set_opacity(0.5)
    assert abs(QColor(seen(*point(501_500, 4_998_500))).red() - 127) <= 1
    item.set_opacity(0)
    assert seen(*point(501_500, 4_998_500)) == WHITE


def test_the_swipe_shows_it_left_of_the_line_alone(canvas, item, show, seen, point):
    show(500_000, 5_000_000, side_m=3000)
    item.set_swipe(0.25)
    x, y = point(501_000, 4_998_500)
    assert canvas.width() // 4 == pytest.approx(x, abs=2)
    assert (seen(x - 9, y - 30), seen(x + 9, y - 30)) == (ORANGE, WHITE)
    item.set_swipe(1)
    assert seen(x + 9, y - 30) == ORANGE


def test_a_note_is_written_above_the_pictures(item, seen):
    before = seen(200, 36)
    item.set_note("██████████████████████")
    assert {seen(x, 36) for x in range(180, 220)} != {before}


def test_clear_leaves_nothing(item, show, seen, point):
    show(501_000, 4_999_000)
    item.clear()
    assert item.is_empty
    assert seen(*point(501_500, 4_998_500)) == WHITE


def test_the_oldest_pictures_go_when_they_are_too_many(item, show, monkeypatch):
    from releve.plugin.preview import item as module

    monkeypatch.setattr(module, "KEPT_BYTES", 2.5 * 100 * 100 * 4)
    for left in (500_000, 501_000, 502_000):
        show(left)
    assert [place[1][0] for place in item._pictures] == [501_000, 502_000]
