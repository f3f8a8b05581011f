"""Points are made and moved by the mouse and by keys, on sheet and map."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsSnappingConfig, QgsTolerance
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def place(panel, number=0):
    point = panel.state.points[number]
    return point.col, point.row, point.x, point.y


def test_a_click_on_the_sheet_and_one_on_the_map_make_a_point_in_the_crs_of_the_map(panel, canvas, click):
    click(panel.sheet_canvas, 400, -300)
    assert panel.state.points == ()
    click(canvas, 602_000, 6_898_500)
    assert place(panel) == pytest.approx((400, 300, 602_000, 6_898_500), abs=2)
    assert panel.state.work.crs == "EPSG:2154"
    assert panel.state.selected == "1"


def test_the_map_may_be_clicked_first(panel, canvas, click):
    panel.bar.place.trigger()
    click(canvas, 602_000, 6_898_500)
    click(panel.sheet_canvas, 400, -300)
    assert place(panel) == pytest.approx((400, 300, 602_000, 6_898_500), abs=2)


def test_a_map_in_another_crs_gives_points_in_theirs(panel, canvas, click):
    panel.state.set_crs("EPSG:4326")
    click(panel.sheet_canvas, 400, -300)
    click(canvas, 602_000, 6_898_500)
    assert place(panel)[2:] == pytest.approx((1.65600, 49.17874), abs=1e-4)


@pytest.mark.parametrize("how", ["right", "escape"])
def test_half_a_point_is_given_up(panel, canvas, click, how):
    click(panel.sheet_canvas, 400, -300)
    if how == "right":
        click(canvas, 600_100, 6_897_100, Qt.MouseButton.RightButton)
    else:
        QTest.keyClick(panel.sheet_canvas, Qt.Key.Key_Escape)
    click(canvas, 602_000, 6_898_500)
    assert panel.state.points == ()
    assert panel.placing.pixel is None


def test_marks_are_dragged_on_both(with_points, canvas, drag):
    drag(with_points.sheet_canvas, (100, -100), (150, -220))
    assert place(with_points)[:2] == pytest.approx((150, 220), abs=3)
    with_points.bar.place.trigger()
    drag(canvas, (600_500, 6_899_500), (601_000, 6_899_000))
    assert place(with_points)[2:] == pytest.approx((601_000, 6_899_000), abs=11)
    assert len(with_points.state.points) == 3
    with_points.state.undo()
    with_points.state.undo()
    assert place(with_points) == (100, 100, 600_500, 6_899_500)


def test_a_click_on_a_mark_chooses_it(with_points, canvas, click):
    click(with_points.sheet_canvas, 700, -120)
    assert with_points.state.selected == "2"
    with_points.bar.place.trigger()
    click(canvas, 602_000, 6_897_500)
    assert with_points.state.selected == "3"
    assert [row.row() for row in with_points.points.selectionModel().selectedRows()] == [2]


@pytest.mark.parametrize(("held", "step"), [(NONE, 1), (SHIFT, 10), (ALT, 0.1)])
def test_arrow_keys_move_the_chosen_point_on_the_sheet(with_points, held, step):
    with_points.state.select("1")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(with_points.sheet_canvas, key, held)
    assert place(with_points)[:2] == (100 + 2 * step, 100 + step)
    QTest.keyClick(with_points.sheet_canvas, Qt.Key.Key_Z, CTRL)  # the whole run of them
    assert place(with_points)[:2] == (100, 100)


def test_arrow_keys_move_it_on_the_map_by_pixels_of_the_screen(with_points, canvas):
    with_points.state.select("1")
    QTest.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    assert place(with_points)[2:] == (600_500, 6_899_500)  # the map is QGIS' own
    with_points.bar.place.trigger()
    QTest.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    step = canvas.mapUnitsPerPixel()
    assert place(with_points)[2:] == pytest.approx((600_500 - 10 * step, 6_899_500 + step))


def test_a_point_is_made_without_a_mouse(panel, canvas):
    QTest.keyClick(panel.sheet_canvas, Qt.Key.Key_Insert)
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    assert place(panel) == pytest.approx((400, 300, 602_000, 6_898_500), abs=2)


def test_the_map_goes_back_to_qgis_with_its_own_tool(panel, canvas, click):
    from qgis.gui import QgsMapToolPan

    panel.bar.place.trigger()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    assert not panel.bar.place.isChecked()
    click(canvas, 602_000, 6_898_500)
    assert panel.placing.place is None


def test_a_click_snaps_to_a_layer_where_snapping_is_on(panel, canvas, click, wait_until, corner):
    canvas.setLayers([corner])
    config = QgsSnappingConfig()
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
    config.setTypeFlag(QgsSnappingConfig.SnappingTypes.VertexFlag)
    config.setTolerance(12)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    canvas.snappingUtils().setConfig(config)
    canvas.snappingUtils().setMapSettings(canvas.mapSettings())
    canvas.snappingUtils().locatorForLayer(corner).init()
    click(panel.sheet_canvas, 400, -300)
    click(canvas, 602_000, 6_898_500)
    assert place(panel)[2:] == (602_050, 6_898_530)


@pytest.fixture
def corner(qgis_app):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:2154", "corner", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POINT (602050 6898530)"))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer, False)
    yield layer
    QgsProject.instance().removeMapLayer(layer)


def test_marks_follow_the_crs_of_the_map(with_points, canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    mark = with_points.placing._on_map.marks[0]
    assert (mark.x, mark.y) == pytest.approx((182_028.8, 6_306_735.8), abs=0.1)


def test_arrows_show_the_errors_so_many_times_too_long(with_points, answer):
    answer()
    with_points.bar.arrows.trigger()
    mark = with_points.placing._on_map.marks[2]
    assert mark.vector == pytest.approx((90, 0), abs=2)  # 9 m east, 10 times; grid north is not quite north
    assert with_points.placing._on_sheet.marks[2].vector == (90, -90)
    with_points.bar.factor.setValue(1)
    assert with_points.placing._on_sheet.marks[2].vector == (9, -9)
    with_points.bar.arrows.trigger()
    assert with_points.placing._on_sheet.marks[2].vector == (0, 0)


def test_the_dock_leaves_nothing_on_the_map(with_points, canvas):
    with_points.bar.place.trigger()
    with_points.stop()
    with_points.stop()
    assert canvas.mapTool() is None
    assert "MarkersItem" not in [type(item).__name__ for item in canvas.scene().items()]


def test_the_map_goes_to_the_points_of_a_draft_out_of_sight(with_points, canvas, scan):
    from qgis.core import QgsPointXY, QgsRectangle

    with_points.opening.close()
    canvas.setExtent(QgsRectangle(0, 0, 4000, 3000))
    with_points.opening.open(scan)
    assert canvas.extent().contains(QgsPointXY(600_500, 6_899_500))


def test_half_a_point_on_the_ground_is_forgotten_when_its_numbers_mean_another_place(panel, canvas, click):
    click(canvas, 602_000, 6_898_500)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32631"))
    click(panel.sheet_canvas, 400, -300)
    assert panel.placing.place is None
    assert panel.state.points == ()


def test_half_a_point_on_the_ground_does_not_outlive_the_crs_of_the_points(with_points, canvas, click):
    click(canvas, 602_000, 6_898_500)
    with_points.state.set_crs("EPSG:32631")
    assert with_points.placing.place is None


def test_points_that_have_no_place_on_the_map_are_told(with_points):
    with_points.state.set_crs("EPSG:4326")  # metres in degrees: off the world
    assert with_points.facts.unplaced.text().startswith("3 points have no place on the map")
    with_points.state.undo()
    assert with_points.facts.unplaced.isHidden()
