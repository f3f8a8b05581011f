from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

CPU = {
    "provider": "cpu",
    "ok": True,
    "refused": "",
    "ms_per_tile": 15.728,
    "max_difference": 5.0e-05,
    "agreement": 1.0,
    "device_difference": None,
    "device_agreement": None,
}
CUDA = {
    "provider": "cuda",
    "ok": False,
    "refused": "No NVIDIA card answers.",
    "device": "",
    "ms_per_tile": None,
}


@pytest.fixture
def view(session, make_row):
    from releve.plugin.docks.models.check_view import CheckView
    from releve.plugin.docks.models.entries import Entry

    view = CheckView(session)
    view.show_entry(Entry.from_row(make_row()))
    view.show()
    return view


def press(view):
    QTest.mouseClick(view._button, Qt.MouseButton.LeftButton)


def cells(view):
    table = view._table
    return [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]


def test_a_check_ends_in_a_line_for_each_device(view, session):
    press(view)
    assert session.last("model.check").inputs == {"model": "/models/m0.onnx", "provider": "all"}
    session.answer("model.check", providers=[CUDA, CPU])
    assert cells(view) == [
        ["CPU", "right", "100.0% of the classes\ndiffers by 5e-05 at most", "15.7"],
        ["CUDA", "cannot run", "–", "–"],
    ]
    assert view._words.text() == "Runs right on: CPU.\nCUDA: No NVIDIA card answers."


def test_a_reason_that_several_share_is_given_once(view):
    from releve.plugin.docks.models.check_view import reasons

    assert reasons([CUDA, {**CUDA, "provider": "tensorrt"}, {**CPU, "notes": ["Slow."]}]) == [
        "CUDA, TensorRT: No NVIDIA card answers.",
        "CPU: Slow.",
    ]


def test_without_examples_in_the_card_the_processor_is_the_measure(view):
    from releve.plugin.docks.models.check_view import check_words

    row = {**CUDA, "ok": True, "refused": "", "device_agreement": 0.999, "device_difference": 0.01}
    assert check_words(row)[1:3] == ("right", "99.9% of the classes\ndiffers by 0.01 at most")


def test_a_wrong_device_is_called_wrong(view):
    from releve.plugin.docks.models.check_view import check_words

    assert check_words({**CPU, "ok": False})[1] == "wrong: do not use it"


def test_a_running_check_shows_it_and_can_be_cancelled(view, session):
    press(view)
    assert view._progress.isVisible()
    assert view._button.text() == "&Cancel the check"
    press(view)
    assert session.last("model.check").cancelled
    assert not view._progress.isVisible()


def test_another_model_ends_the_check_of_the_one_before(view, session, make_row):
    from releve.plugin.docks.models.entries import Entry

    press(view)
    view.show_entry(Entry.from_row(make_row(1)))
    assert session.last("model.check").cancelled
    assert cells(view) == []


def test_an_error_is_told(view, session):
    from releve.plugin.runner import BackendError

    press(view)
    session.fail("model.check", BackendError("The model asks for <b>12</b> dates."))
    assert view._notice.text() == "The model asks for <b>12</b> dates."
    assert view._button.text() == "&Check this model"


def test_without_a_model_there_is_nothing_to_check(view):
    view.show_entry(None)
    assert not view._button.isEnabled()


def test_its_parts_have_names(view, nameless):
    assert nameless(view) == []
    assert all(button.text() for button in view.findChildren(QPushButton) if button.isVisible())
