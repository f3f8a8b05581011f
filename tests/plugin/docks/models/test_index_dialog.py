from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest


@pytest.fixture
def dialog(session, monkeypatch):
    from releve.plugin.docks.models import index_dialog

    kept = []
    monkeypatch.setattr(index_dialog, "_sources", lambda: kept)
    monkeypatch.setattr(index_dialog, "_keep_source", kept.append)
    monkeypatch.setattr(index_dialog, "secrets_for", lambda configuration: {"token": f"of {configuration}"})
    dialog = index_dialog.IndexDialog(session)
    dialog.kept = kept
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


@pytest.fixture
def found(dialog, session, make_row):
    """The dialog after a search that found a model."""
    QTest.keyClicks(dialog._source, "owner/name")
    press(dialog._search)
    row = make_row(path="", source="hf:owner/name", item="onnx/model.onnx", revision="abc", sha256="")
    session.answer("model.search", models=[row], count=1, more=False)
    return dialog


def press(button):
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_search_says_where_and_for_what_and_carries_the_token_apart(dialog, session):
    QTest.keyClicks(dialog._source, "owner/name")
    QTest.keyClicks(dialog._wanted, "snow")
    press(dialog._search)
    call = session.last("model.search")
    assert call.inputs == {"source": "owner/name", "words": "snow"}
    assert call.secrets == {"token": "of "}
    session.answer("model.search", models=[], count=0, more=False)
    assert dialog.kept == ["owner/name"]


def test_an_address_that_is_refused_is_not_kept_for_the_password_it_may_hold(dialog, session):
    from releve.plugin.runner import BackendError

    QTest.keyClicks(dialog._source, "https://me:secret@host/catalog.json")
    press(dialog._search)
    session.fail("model.search", BackendError("holds a password", kind="DownloadError"))
    assert dialog.kept == []


def test_a_search_without_an_index_is_asked_for_one(dialog, session):
    press(dialog._search)
    assert "Which index?" in dialog._notice.text()
    assert session.calls == []


def test_a_model_found_shows_its_card_and_its_licence(found):
    assert "80.1 %" in found._card.toPlainText()
    assert found._licence.text() == "I &accept the licence: MIT"
    assert found._words.text() == "Models found: 1."


def test_nothing_is_fetched_before_the_licence_is_accepted(found, session):
    assert not found._fetch.isEnabled()
    found.fetch()
    assert [call.job for call in session.calls] == ["model.search"]
    press(found._licence)
    assert found._fetch.isEnabled()
    press(found._fetch)
    assert session.last("model.fetch").inputs == {
        "source": "hf:owner/name",
        "item": "onnx/model.onnx",
        "revision": "abc",
        "licence": "MIT",
    }


def test_a_model_without_licence_is_accepted_as_such(dialog, session, make_row):
    QTest.keyClicks(dialog._source, "owner/name")
    press(dialog._search)
    session.answer("model.search", models=[make_row(path="", licence="", source="hf:owner/name")])
    assert dialog._licence.text() == "I &accept that no licence is stated"
    press(dialog._licence)
    press(dialog._fetch)
    assert session.last("model.fetch").inputs["licence"] == "unstated"


def test_what_cannot_be_fetched_is_not_offered(dialog, session, make_row):
    QTest.keyClicks(dialog._source, "owner/name")
    press(dialog._search)
    session.answer("model.search", models=[make_row(path="", problem="There is no ONNX file.")])
    assert not dialog._licence.isEnabled()
    assert "There is no ONNX file." in dialog._card.toPlainText()


def test_a_fetched_model_is_told(found, session):
    told = []
    found.fetched.connect(told.append)
    press(found._licence)
    press(found._fetch)
    session.last("model.fetch").callbacks["on_progress"](0.25, "model.onnx: 75 of 300 MB")
    assert found._progress.value() == 250
    assert found._words.text() == "model.onnx: 75 of 300 MB"
    session.answer("model.fetch", path="/models/name/model.onnx")
    assert told == ["/models/name/model.onnx"]
    assert not found._progress.isVisible()


def test_a_cut_transfer_is_taken_up_again_by_one_button(found, session):
    from qgis.PyQt.QtWidgets import QPushButton

    from releve.plugin.runner import BackendError

    press(found._licence)
    press(found._fetch)
    session.fail("model.fetch", BackendError("The connection broke after 75 of 300 MB.", kind="CutError"))
    assert "broke after" in found._notice.text()
    first = session.last("model.fetch")
    press(found._notice.findChild(QPushButton))
    again = session.last("model.fetch")
    assert again is not first
    assert again.inputs == first.inputs


def test_cancel_and_closing_end_the_transfer(found, session):
    press(found._licence)
    press(found._fetch)
    assert found._cancel.isVisible()
    press(found._cancel)
    assert session.last("model.fetch").cancelled
    press(found._fetch)
    found.reject()
    assert session.last("model.fetch").cancelled


def test_its_parts_have_names(dialog, nameless):
    assert nameless(dialog) == []
