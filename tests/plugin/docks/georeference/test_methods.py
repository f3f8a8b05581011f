from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


def lines(view):
    items = [view.topLevelItem(place) for place in range(view.topLevelItemCount())]
    return [(item.text(0), item.text(3), item.checkState(0) == Qt.CheckState.Checked) for item in items]


def test_methods_are_listed_with_their_errors_and_one_is_chosen_with_a_key(with_points, answer):
    view = with_points.tabs.widget(1)
    answer()
    assert lines(view) == [
        ("Recommended: Helmert", "", True),
        ("Helmert", "3.00", False),
        ("Affine", "3.00", False),
        ("Cells", "3.00", False),
    ]
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert with_points.state.work.method == "affine"
    assert [is_chosen for _, _, is_chosen in lines(view)] == [False, False, True, False]
    answer(method="affine")
    assert view.currentItem().text(0) == "Affine"
    with_points.state.undo()
    assert with_points.state.work.method == ""


def test_a_method_that_cannot_be_had_says_why_and_is_not_chosen(with_points, answer):
    view = with_points.tabs.widget(1)
    answer()
    item = view.topLevelItem(3)
    assert item.toolTip(0) == "No graticule."
    view.itemClicked.emit(item, 0)
    assert with_points.state.work.method == ""


def test_what_is_refused_is_said(with_points, answer):
    answer((None,) * 3, loo_m=None, refused="Two points are needed.", warnings=["Few points."])
    assert with_points.facts.caution.text() == "Two points are needed.\nFew points."
    assert with_points.facts.summary.text() == "3 of 3 points · Helmert"
