"""The dock as a whole: reached by keys, named for screen readers, gone without a trace."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


def test_every_part_has_a_name_for_a_screen_reader(with_points, nameless):
    assert [part for part in nameless(with_points) if "qt_toolbar_ext" not in part] == []  # Qt's own


def test_f6_goes_from_the_table_to_the_sheet_and_to_the_map(with_points, canvas):
    with_points.activateWindow()
    QTest.qWait(10)
    with_points.points.setFocus()
    QTest.keyClick(with_points.points, Qt.Key.Key_F6)
    assert with_points.sheet_canvas.hasFocus()
    QTest.keyClick(with_points.sheet_canvas, Qt.Key.Key_F6)
    assert canvas.window().focusWidget() is canvas


def test_f1_lists_the_keys(with_points):
    QTest.keyClick(with_points.sheet_canvas, Qt.Key.Key_F1)
    assert "N: next suspect point" in with_points.notice.text().splitlines()


def test_a_dock_that_is_wider_than_high_has_sheet_and_table_side_by_side(with_points):
    with_points.resize(1600, 500)
    assert with_points.splitter.orientation() == Qt.Orientation.Horizontal
    with_points.resize(700, 900)
    assert with_points.splitter.orientation() == Qt.Orientation.Vertical


def test_a_dock_that_is_closed_leaves_the_map_to_qgis(with_points, canvas):
    with_points.bar.place.trigger()
    with_points.hide()
    assert not with_points.placing.has_map
    of_map = (with_points.placing._on_map, with_points.proposals.marks.items[canvas])
    assert not any(item.isVisible() for item in of_map)
    with_points.show()
    assert all(item.isVisible() for item in of_map)
