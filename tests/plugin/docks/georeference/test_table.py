"""The table of points: figures, colours, edits, sorting, keys."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

KEY = ["id", "loo_m", "loo_px", "fit_m", "fit_px", "col", "row", "x", "y"]
DECORATION, CHECK = Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.CheckStateRole


def cell(panel, row, key, role=Qt.ItemDataRole.DisplayRole):
    model = panel.points.model()
    return model.data(model.index(row, KEY.index(key)), role)


def names(panel):
    return [cell(panel, row, "id") for row in range(panel.points.model().rowCount())]


def colour(panel, row):
    return cell(panel, row, "id", DECORATION).toImage().pixelColor(2, 2).name()


def edit(panel, row, key, text):
    view = panel.points
    index = view.model().index(row, KEY.index(key))
    view.setCurrentIndex(index)
    view.edit(index)
    editor = view.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(1)  # Qt takes what was typed a moment later


def test_errors_are_shown_with_a_colour_by_their_size(with_points, answer):
    assert cell(with_points, 0, "loo_m") == ""
    assert colour(with_points, 0) == "#8c8c8c"
    answer((1.0, 4.0, 10.0))
    assert [cell(with_points, row, "loo_m") for row in range(3)] == ["1.00", "4.00", "10.00"]
    assert [colour(with_points, row) for row in range(3)] == ["#0072b2", "#56b4e9", "#d55e00"]


def test_an_error_that_cannot_be_had_is_a_dash(with_points, answer):
    answer((None, 1.0, 2.0))
    assert cell(with_points, 0, "loo_m") == "–"
    assert cell(with_points, 0, "x") == "600500.00"


def test_degrees_are_shown_with_more_decimals(with_points):
    edit(with_points, 0, "x", "2.3365")
    with_points.state.set_crs("EPSG:4326")
    assert cell(with_points, 0, "x") == "2.336500"


def test_figures_are_sorted_as_numbers_and_the_choice_stays(with_points, answer):
    answer((10.0, 9.0, 1.0))
    with_points.state.select("2")
    with_points.points.sortByColumn(KEY.index("loo_m"), Qt.SortOrder.AscendingOrder)
    assert names(with_points) == ["3", "2", "1"]
    assert with_points.points.chosen() == {"2"}


def test_numbers_are_edited_in_full(with_points):
    edit(with_points, 0, "col", "123.456789")
    assert with_points.state.points[0].col == 123.456789
    edit(with_points, 1, "id", "tower")
    assert names(with_points) == ["1", "tower", "3"]
    with_points.state.undo()
    with_points.state.undo()
    assert with_points.state.points[0].col == 100


def test_what_is_no_number_or_a_name_that_is_taken_changes_nothing(with_points):
    before = with_points.state.points
    edit(with_points, 0, "x", "north")
    edit(with_points, 0, "x", "inf")
    edit(with_points, 0, "id", "2")
    assert with_points.state.points == before


def test_a_point_is_set_aside_and_taken_back_with_its_tick_or_a_key(with_points):
    model = with_points.points.model()
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked, CHECK)
    assert [point.enabled for point in with_points.state.points] == [True, False, True]
    with_points.state.select("2")
    QTest.keyClick(with_points.points, Qt.Key.Key_E)
    assert all(point.enabled for point in with_points.state.points)
    assert with_points.state.selected == "2"


def test_chosen_points_are_deleted_and_come_back(with_points):
    with_points.points.selectAll()
    QTest.keyClick(with_points.points, Qt.Key.Key_Delete)
    assert with_points.state.points == ()
    QTest.keyClick(with_points.points, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(with_points) == ["1", "2", "3"]
    QTest.keyClick(with_points.points, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert names(with_points) == []


def test_n_goes_from_suspect_to_suspect_the_worst_first(with_points, answer):
    answer((1.0, 9.0, 4.0))
    seen = []
    for _ in range(4):
        QTest.keyClick(with_points.points, Qt.Key.Key_N)
        seen.append(with_points.state.selected)
    assert seen == ["2", "3", "1", "2"]
    with_points.state.select("3")
    QTest.keyClick(with_points.points, Qt.Key.Key_N)
    assert with_points.state.selected == "2"


def test_w_says_what_would_be_without_the_chosen_point_and_deletes_nothing(with_points, answer):
    answer()
    with_points.state.select("3")
    assert with_points.facts.without.isHidden()
    QTest.keyClick(with_points.points, Qt.Key.Key_W)
    said = "Without point 3, the leave-one-out error goes from 3.00 m to 1.50 m."
    assert with_points.facts.without.text() == said
    assert all(point.enabled for point in with_points.state.points)
    QTest.keyClick(with_points.points, Qt.Key.Key_W)
    assert with_points.facts.without.isHidden()


def test_keys_of_the_dock_are_none_of_qgis(with_points, qgis_app):
    """An override that is accepted keeps QGIS' own shortcut of that key from being taken."""
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtGui import QKeyEvent

    for key, taken in ((Qt.Key.Key_Z, True), (Qt.Key.Key_S, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        qgis_app.sendEvent(with_points.sheet_canvas, event)
        assert event.isAccepted() == taken
