"""The dock on the real worker."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

MODELS = Path(__file__).resolve().parents[4] / "resources" / "models"
SAMPLE = "olinda_landcover"


@pytest.fixture
def real_session(with_backend, monkeypatch, tmp_path):
    from releve.plugin.session import BackendSession

    monkeypatch.setenv("RELEVE_MODELS", str(tmp_path / "own"))
    session = BackendSession()
    yield session
    session.close()


@pytest.fixture
def panel(open_panel, real_session, tmp_path, wait_until):
    """The dock, with a copy of the sample model in the user's folder, without its card."""
    (tmp_path / "own").mkdir()
    shutil.copy(MODELS / f"{SAMPLE}.onnx", tmp_path / "own" / "copy.onnx")
    panel = open_panel(a_session=real_session)
    wait_until(lambda: not panel._library.is_busy)
    return panel


def choose(panel, words):
    panel.search.clear()
    QTest.keyClicks(panel.search, words)
    return panel.current_entry()


def test_models_are_found_checked_and_their_cards_read(panel, wait_until):
    entry = choose(panel, "landsat olinda")
    assert entry.task == "segmentation"
    assert entry.classes_count == 8
    assert "276 points" in panel._card.toPlainText()
    panel._check.start()
    wait_until(lambda: panel._check._table.rowCount())
    assert panel._check._table.item(0, 1).text() == "right"


def test_an_edited_card_is_saved_beside_the_model_and_shown(panel, wait_until, tmp_path, real_session):
    from releve.plugin.docks.models.editing import CardDialog

    own = next(e for e in panel._library.models.entries() if Path(e.path).parent == tmp_path / "own")
    dialog = CardDialog(own, real_session)
    wait_until(lambda: dialog.editors)
    fields = {editor.field.key: editor for editor in dialog.editors}
    fields["title"].widget.setText("My <b>copy</b>")
    fields["licence"].widget.setText("CC-BY-4.0")
    save = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    wait_until(lambda: dialog.result() == dialog.DialogCode.Accepted)
    card = json.loads((tmp_path / "own" / "copy.stac.json").read_text(encoding="utf-8"))
    assert card["properties"]["license"] == "CC-BY-4.0"
    panel._library.refresh()
    wait_until(lambda: not panel._library.is_busy)
    assert choose(panel, "copy").title == "My <b>copy</b>"


def test_a_model_is_fetched_from_an_index_in_a_folder(panel, wait_until, tmp_path, real_session, monkeypatch):
    from releve.plugin.docks.models import index_dialog

    monkeypatch.setattr(index_dialog, "_keep_source", lambda source: None)
    monkeypatch.setattr(index_dialog, "secrets_for", lambda configuration: {})
    index = tmp_path / "index"
    index.mkdir()
    for path in MODELS.glob(f"{SAMPLE}.*"):
        shutil.copy(path, index)
    dialog, told = index_dialog.IndexDialog(real_session), []
    dialog.fetched.connect(told.append)
    dialog._source.setEditText(str(index / f"{SAMPLE}.stac.json"))
    dialog.search()
    wait_until(lambda: dialog._call is None)
    assert dialog._notice.text() == ""
    QTest.keyClick(dialog._licence, Qt.Key.Key_Space)
    QTest.keyClick(dialog._fetch, Qt.Key.Key_Space)
    wait_until(lambda: told or dialog._notice.text())
    assert dialog._notice.text() == ""
    assert Path(told[0]).read_bytes() == (MODELS / f"{SAMPLE}.onnx").read_bytes()
    assert tmp_path / "own" in Path(told[0]).parents
    dialog.close()


def test_an_index_that_is_none_is_told_in_a_sentence(panel, wait_until, real_session, tmp_path, monkeypatch):
    from releve.plugin.docks.models import index_dialog

    monkeypatch.setattr(index_dialog, "_keep_source", lambda source: None)
    monkeypatch.setattr(index_dialog, "secrets_for", lambda configuration: {})
    dialog = index_dialog.IndexDialog(real_session)
    dialog._source.setEditText(str(tmp_path / "nothing.json"))
    dialog.search()
    wait_until(lambda: dialog._call is None)
    assert "nothing.json" in dialog._notice.text()
    assert "Traceback" not in dialog._notice.text()
    dialog.close()


def test_a_server_that_is_not_there_is_told_once_and_not_asked_for_ever(real_session, wait_until):
    told = []
    source = {"source": "http://127.0.0.1:9/catalog.json"}
    real_session.request("model.search", source, on_result=told.append, on_error=told.append)
    wait_until(lambda: told)
    assert told[0].kind == "CutError"
    assert "127.0.0.1" in str(told[0])
