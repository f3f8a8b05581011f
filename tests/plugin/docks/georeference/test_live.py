"""The errors follow the points: one question at a time, the newest wins."""

from __future__ import annotations

from qgis.PyQt.QtTest import QTest

from releve.plugin.runner import NoBackend

JOB = "oldmaps.residuals"


def asked(session):
    return [call for call in session.calls if call.job == JOB]


def test_the_errors_are_asked_for_after_a_change_and_shown(with_points, session, answer):
    answer()
    (call,) = asked(session)
    assert call.inputs == {"points": with_points.state.points_file()}
    assert with_points.facts.summary.text() == "3 of 3 points · Helmert · leave-one-out 3.00 m (4.0 px)"
    assert with_points.state.errors_of("3")["loo_m"] == 9


def test_what_is_told_of_points_that_have_changed_is_dropped_and_asked_anew(
    with_points, session, answer, wait_until
):
    wait_until(lambda: asked(session))
    for _ in range(5):
        with_points.state.select("1")
        with_points.placing.nudge_on_sheet(1, 0)
        QTest.qWait(1)
    assert len(asked(session)) == 1
    answer()
    assert with_points.state.fit is None
    assert len(asked(session)) == 2
    answer()
    assert with_points.state.fit is not None


def test_errors_that_are_known_go_with_a_change(with_points, answer):
    answer()
    with_points.state.select("1")
    with_points.placing.nudge_on_sheet(1, 0)
    assert with_points.state.errors_of("1") == {}


def test_the_method_that_is_chosen_is_asked_for(with_points, session, answer, wait_until):
    answer()
    with_points.state.set_method("affine")
    wait_until(lambda: len(asked(session)) == 2)
    assert asked(session)[1].inputs["method"] == "affine"


def test_why_there_are_no_errors_is_said(with_points, session, wait_until):
    wait_until(lambda: asked(session))
    session.fail(JOB, NoBackend("Relevé's backend is not installed", kind="NoBackend"))
    assert "is not installed" in with_points.notice.text()


def test_a_dock_that_goes_asks_no_more(with_points, session, wait_until):
    wait_until(lambda: asked(session))
    with_points.stop()
    assert asked(session)[0].cancelled


def test_a_crs_that_contradicts_the_numbers_is_told_with_those_that_fit(with_points, answer):
    from qgis.PyQt.QtWidgets import QPushButton

    fitting = [{"name": "verniquet", "title": "Paris, verniquet & Co", "definition": "EPSG:27571"}]
    answer(findings=[{"kind": "contradiction", "sentence": "It lies in <Spain>.", "fitting": fitting}])
    findings = with_points.facts.findings
    assert findings.text() == "It lies in <Spain>."
    (button,) = findings.findChildren(QPushButton)
    assert button.text() == "Assume Paris, verniquet && Co"
    button.click()
    assert with_points.state.work.crs == "EPSG:27571"
    assert with_points.state.points[0].x == 600_500
    answer()
    assert findings.isHidden()
    with_points.state.undo()
    assert with_points.state.work.crs == "EPSG:2154"


def test_what_is_told_while_a_change_is_made_and_undone_is_dropped(with_points, session, answer, wait_until):
    wait_until(lambda: asked(session))
    with_points.state.replace_point("Moved", "1", col=110)
    with_points.state.undo()
    answer()
    assert with_points.state.fit is None
    assert len(asked(session)) == 2


def test_points_that_cannot_be_kept_are_not_mistaken_for_those_that_were(
    with_points, session, answer, wait_until, monkeypatch
):
    from releve.plugin.docks.georeference import drafts
    from releve.plugin.docks.georeference.saving import PRODUCTS

    answer()

    def full(path, text):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(drafts, "_replace", full)
        with_points.state.replace_point("Moved", "1", col=110)
        QTest.qWait(5)
        with_points.saving.make(PRODUCTS[0], "a.points")
        assert "No space left" in with_points.notice.text()
        assert len(session.calls) == 1
    with_points.saving.make(PRODUCTS[0], "a.points")
    assert len(session.calls) == 2
    with open(with_points.state.points_file(), encoding="utf-8") as table:
        assert ",110," in table.read()
