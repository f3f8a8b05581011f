"""Points proposed by the backend become points one by one, or all, by clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QPushButton

CTRL = Qt.KeyboardModifier.ControlModifier
KINDS = ("measured", "weak", "measured", "predicted")
HEADER = "id,col,row,x,y,crs,enabled,origin,sigma_px,confidence\n"


def node(number, kind, with_ground):
    told = {"i": number % 2, "j": number // 2, "kind": kind, "sigma_px": 0.2, "confidence": 0.9}
    told |= {"col": 200.0 + 300 * told["i"], "row": 150.0 + 300 * told["j"]}
    ground = {"x": 600_500.0 + 3000 * told["i"], "y": 6_899_500.0 - 2000 * told["j"]}
    return {**told, **(ground if with_ground else {})}


@pytest.fixture
def page(panel):
    """The tab of proposals, shown."""
    panel.tabs.setCurrentWidget(panel.proposals)
    return panel.proposals


@pytest.fixture
def press(panel):
    """Clicks a button of the dock."""

    def do(name):
        button = panel.findChild(QPushButton, name)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return do


@pytest.fixture
def tell_nodes(session):
    """The backend answers with the nodes of a graticule."""

    def tell(*, with_ground=True, kinds=KINDS):
        nodes = [node(number, kind, with_ground) for number, kind in enumerate(kinds)]
        session.answer("oldmaps.graticule", nodes=nodes)

    return tell


@pytest.fixture
def proposed(page, press, tell_nodes):
    """Four nodes with ground coordinates are proposed."""
    press("releveFindGraticule")
    tell_nodes()
    return page


@pytest.fixture
def matched(panel, page, press, session, scan):
    """Matches with a layer of the project; answers with three points and a verdict."""
    layer = QgsRasterLayer(scan, "neighbour")
    QgsProject.instance().addMapLayer(layer)

    def tell(verdict):
        press("releveMatch")
        path = Path(session.last("oldmaps.match").outputs["points"])
        rows = [
            f"{n},{100 * n},{150 * n},{600_500 + n},6899000,EPSG:2154,1,matcher,0.4,0.8\n" for n in (1, 2, 3)
        ]
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        session.answer("oldmaps.match", verdict=verdict)
        return path

    yield tell
    QgsProject.instance().removeAllMapLayers()


def names(page):
    return [one.id for one in page.proposals.pending]


def type_into(panel, name, text):
    field = panel.findChild(QLineEdit, name)
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_nodes_are_labelled_by_clicks_and_numbers(panel, page, press, tell_nodes, session, click):
    press("releveFindGraticule")
    asked = session.last("oldmaps.graticule")
    assert asked.inputs == {"sheet": panel.state.sheet.path, "crs": "EPSG:2154"}
    tell_nodes(with_ground=False)
    assert names(page) == ["1-1", "2-1", "1-2", "2-2"]
    assert not page.yes.isEnabled()
    type_into(panel, "releveNodeX", "600500")
    type_into(panel, "releveNodeY", "6899500")
    click(panel.sheet_canvas, 500, -450)
    assert page.proposals.chosen == "2-2"
    assert panel.placing.pixel is None
    type_into(panel, "releveNodeX", "603500")
    type_into(panel, "releveNodeY", "6897500")
    labels = "200.0,150.0=600500.0,6899500.0; 500.0,450.0=603500.0,6897500.0"
    assert session.last("oldmaps.graticule").inputs["labels"] == labels
    tell_nodes()
    assert page.labels.isHidden()
    assert page.proposals.pending[0].x == 600_500


def test_one_node_and_the_spacing_are_enough(panel, page, press, tell_nodes, session):
    press("releveFindGraticule")
    tell_nodes(with_ground=False)
    panel.findChild(QLineEdit, "releveNodeSpacing").setText("1000")
    type_into(panel, "releveNodeX", "1")
    type_into(panel, "releveNodeY", "2")
    inputs = session.last("oldmaps.graticule").inputs
    assert (inputs["labels"], inputs["spacing"]) == ("200.0,150.0=1.0,2.0", 1000)


def test_words_for_numbers_are_refused(panel, page, press, tell_nodes, session):
    press("releveFindGraticule")
    tell_nodes(with_ground=False)
    type_into(panel, "releveNodeX", "here")
    type_into(panel, "releveNodeY", "2")
    assert "number" in page.notice.text()
    assert len(session.calls) == 1


def test_labels_that_the_backend_refuses_leave_the_nodes(panel, page, press, tell_nodes, session):
    from releve.plugin.runner import BackendError

    press("releveFindGraticule")
    tell_nodes(with_ground=False)
    panel.findChild(QLineEdit, "releveNodeSpacing").setText("1000")
    type_into(panel, "releveNodeX", "1")
    type_into(panel, "releveNodeY", "2")
    session.fail("oldmaps.graticule", BackendError("swapped?", kind="RequestError"))
    assert page.notice.text() == "swapped?"
    assert len(names(page)) == 4
    press("releveLabelNode")
    assert "Choose a node" in page.notice.text()


def test_enter_accepts_backspace_rejects_and_undo_brings_back(panel, proposed):
    QTest.keyClick(proposed.table, Qt.Key.Key_Return)
    (point,) = panel.state.points
    assert (point.col, point.row, point.x, point.y) == (200, 150, 600_500, 6_899_500)
    assert (point.origin, point.sigma_px, point.confidence, point.id) == ("graticule", 0.2, 0.9, "1")
    assert panel.state.work.crs == "EPSG:2154"
    assert proposed.proposals.chosen == "2-1"
    QTest.keyClick(proposed.table, Qt.Key.Key_Backspace)
    assert names(proposed) == ["1-2", "2-2"]
    QTest.keyClick(panel.sheet_canvas, Qt.Key.Key_Return)
    assert len(panel.state.points) == 2
    QTest.keyClick(panel.sheet_canvas, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(panel.sheet_canvas, Qt.Key.Key_Z, CTRL)
    assert panel.state.points == ()
    assert names(proposed) == ["1-1", "1-2", "2-2"]
    assert panel.state.work.crs == ""


def test_all_takes_the_measured_ones_in_one_step(panel, proposed, press):
    press("releveAcceptAll")
    assert [point.origin for point in panel.state.points] == ["graticule", "graticule"]
    assert names(proposed) == ["2-1", "2-2"]
    panel.state.undo()
    assert panel.state.points == ()
    QTest.keyClick(proposed.table, Qt.Key.Key_Return, CTRL)
    assert len(panel.state.points) == 2


def test_a_predicted_node_is_accepted_by_hand_and_stays_known_as_such(panel, proposed, click, press, canvas):
    click(canvas, 603_500, 6_897_500)
    assert proposed.proposals.chosen == "2-2"
    assert panel.placing.place is None
    press("releveAccept")
    assert [point.origin for point in panel.state.points] == ["predicted"]


def test_accepted_places_are_carried_into_the_crs_of_the_points(panel, proposed, press):
    panel.state.set_crs("EPSG:4326")
    press("releveAccept")
    (point,) = panel.state.points
    assert (point.x, point.y) == pytest.approx((1.6353, 49.1875), abs=1e-3)


def test_proposals_are_drawn_as_diamonds_on_both(panel, proposed):
    shapes = {canvas: [mark.shape for mark in item.marks] for canvas, item in proposed.marks.items.items()}
    assert list(shapes.values()) == [["diamond"] * 4, ["diamond"] * 4]
    proposed.proposals.clear()
    assert all(not item.marks for item in proposed.marks.items.values())


def test_no_graticule_is_said(page, press, session):
    press("releveFindGraticule")
    session.answer("oldmaps.graticule", nodes=[])
    assert "No graticule" in page.notice.text()
    assert names(page) == []
    assert page.find.isEnabled()


def test_a_reliable_match_is_accepted_at_once(panel, page, matched, session, press, scan):
    path = matched("reliable")
    inputs = session.last("oldmaps.match").inputs
    assert (inputs["reference"], inputs["crs"]) == (scan, "EPSG:2154")
    assert inputs["extent"]["bbox"] == pytest.approx([600_000, 6_897_000, 604_000, 6_900_000])
    assert not path.parent.exists()
    press("releveAcceptAll")
    assert [point.origin for point in panel.state.points] == ["matcher"] * 3


def test_a_match_to_be_looked_at_is_accepted_at_once_only_after_a_question(panel, page, matched, press):
    matched("look")
    assert "look at each" in page.notice.text()
    press("releveAcceptAll")
    assert panel.state.points == ()
    (button,) = (one for one in page.notice.findChildren(QPushButton) if one.text() == "Accept all the same")
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert len(panel.state.points) == 1
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(panel.state.points) == 3
    assert page.notice.text() == ""


def test_a_match_that_failed_proposes_nothing(page, matched, press, session):
    from releve.plugin.runner import BackendError

    press("releveMatch")
    folder = Path(session.last("oldmaps.match").outputs["points"]).parent
    session.fail("oldmaps.match", BackendError("nothing in common", kind="RasterError"))
    assert page.notice.text() == "nothing in common"
    assert names(page) == []
    assert not folder.exists()


def test_the_whole_reference_may_be_looked_at(page, press, matched, session):
    QTest.keyClick(page.here, Qt.Key.Key_Space)
    press("releveMatch")
    assert "extent" not in session.last("oldmaps.match").inputs


def test_another_sheet_forgets_proposals_and_the_question(panel, proposed, press, session):
    press("releveFindGraticule")
    panel.opening.close()
    assert session.last("oldmaps.graticule").cancelled
    assert names(proposed) == []


def test_stopping_leaves_nothing_on_the_map(panel, proposed, canvas):
    panel.stop()
    assert all(item.scene() is None for item in proposed.marks.items.values())


def test_every_part_has_a_name(panel, proposed, nameless):
    assert nameless(proposed) == []


def test_a_proposal_is_pending_again_though_another_point_has_taken_the_name(proposed, panel):
    proposed.accept()
    panel.state.undo()
    panel.placing.add((1, 2), (600_000, 6_890_000))
    assert len(proposed.proposals.pending) == 4
    first, second = (one.id for one in proposed.proposals.pending[:2])
    proposed.proposals.choose(first)
    proposed.accept()
    panel.state.undo()
    proposed.proposals.choose(second)
    proposed.accept()
    assert first in [one.id for one in proposed.proposals.pending]


def test_a_new_question_takes_the_place_of_the_one_before(page, session):
    page.find_graticule()
    before = session.last("oldmaps.graticule")
    page.find_graticule()
    assert before.cancelled
    assert not session.last("oldmaps.graticule").cancelled
