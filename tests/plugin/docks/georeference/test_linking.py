"""One key shows on the other canvas what this one shows."""

from __future__ import annotations

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

ABOUT = {
    "pixels": [[0, 0], [1000, 0], [1000, 1000], [0, 1000]],
    "ground": [[600_000, 6_900_000], [605_000, 6_900_000], [605_000, 6_895_000], [600_000, 6_895_000]],
}
"""A pixel of 5 m."""


def middle(canvas):
    return canvas.center().x(), canvas.center().y()


def test_the_map_goes_to_where_the_sheet_is(with_points, canvas, answer):
    answer(about=ABOUT)
    with_points.sheet_canvas.setExtent(QgsRectangle(300, -500, 500, -350))
    QTest.keyClick(with_points.sheet_canvas, Qt.Key.Key_L)
    assert middle(canvas) == pytest.approx((602_000, 6_897_875), abs=1)
    assert canvas.extent().width() == pytest.approx(5 * with_points.sheet_canvas.extent().width(), rel=0.5)


def test_the_sheet_goes_to_where_the_map_is(with_points, canvas, answer):
    answer(about=ABOUT)
    with_points.placing.take_map()
    canvas.setExtent(QgsRectangle(601_000, 6_898_000, 601_400, 6_898_300))
    QTest.keyClick(canvas, Qt.Key.Key_L)
    assert middle(with_points.sheet_canvas) == pytest.approx((240, -370), abs=1)


def test_while_it_is_not_known_where_the_sheet_lies_that_is_said(panel, canvas):
    before = middle(canvas)
    panel.bar.link.trigger()
    assert "add points" in panel.notice.text()
    assert middle(canvas) == before
