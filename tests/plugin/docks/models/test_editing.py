from __future__ import annotations

import json

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

FIELDS = [
    {"key": "title", "title": "Title", "group": "Model", "kind": "text", "value": "Old", "from": "card"},
    {"key": "about", "title": "About", "group": "Model", "kind": "paragraph", "value": None, "from": ""},
    {
        "key": "gsd_m",
        "title": "Ground resolution",
        "help": "Side of a pixel.",
        "group": "Input “x”",
        "kind": "number",
        "unit": "m",
        "value": None,
        "asked": True,
        "from": "",
    },
    {
        "key": "bands",
        "title": "Bands",
        "group": "Input “x”",
        "kind": "names",
        "count": 2,
        "value": ["b1", "b2"],
    },
    {
        "key": "scaling",
        "title": "Scaling",
        "group": "Input “x”",
        "kind": "scaling",
        "choices": {"none": "as they are", "divide_by_255": "÷ 255"},
        "value": None,
    },
    {
        "key": "task",
        "title": "Task",
        "group": "Output “y”",
        "kind": "enum",
        "choices": {"segmentation": "classes", "regression": "values"},
        "value": "segmentation",
        "from": "graph",
    },
    {
        "key": "classes",
        "title": "Classes",
        "group": "Output “y”",
        "kind": "classes",
        "count": 2,
        "value": [{"value": 0, "name": "sea", "color": "#0072b2", "description": ""}],
    },
    {"key": "interval", "title": "Interval", "group": "Accuracy", "kind": "interval", "value": [0.7, 0.9]},
    {"key": "later", "title": "Of tomorrow", "group": "Model", "kind": "hologram", "value": 1},
]


@pytest.fixture
def dialog(session, make_row):
    from releve.plugin.docks.models.editing import CardDialog
    from releve.plugin.docks.models.entries import Entry

    dialog = CardDialog(Entry.from_row(make_row()), session)
    dialog.show()
    session.answer(
        "model.card", fields=FIELDS, sidecar="/models/m0.stac.json", missing_words=["the ground resolution"]
    )
    yield dialog
    dialog.close()
    dialog.deleteLater()


def editor(dialog, key):
    return next(editor for editor in dialog.editors if editor.field.key == key)


def save(dialog):
    button = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_form_has_a_part_for_each_field_it_knows(dialog):
    assert [one.field.key for one in dialog.editors] == [item["key"] for item in FIELDS[:-1]]
    assert dialog._notice.text() == "A run needs, and nothing says: the ground resolution."


def test_untouched_fields_are_no_edits(dialog):
    assert dialog.edits() == {}


def test_only_what_was_changed_is_saved_beside_the_model(dialog, session):
    editor(dialog, "title").widget.setText("New")
    QTest.keyClicks(editor(dialog, "gsd_m")._line, "28.5")
    save(dialog)
    call = session.last("model.card")
    assert json.loads(call.inputs["edits"]) == {"title": "New", "gsd_m": 28.5}
    assert call.outputs == {"sidecar": "/models/m0.stac.json"}
    session.answer("model.card")
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_field_that_is_emptied_is_null(dialog):
    editor(dialog, "title").widget.clear()
    editor(dialog, "bands").widget.clear()
    assert dialog.edits() == {"title": None, "bands": None}


def test_a_number_that_is_none_is_said_by_name_and_nothing_is_sent(dialog, session):
    QTest.keyClicks(editor(dialog, "gsd_m")._line, "ten")
    save(dialog)
    assert dialog._notice.text() == "Ground resolution: “ten” is no number"
    assert len(session.calls) == 1


def test_a_refusal_of_the_backend_keeps_the_form(dialog, session):
    from releve.plugin.runner import BackendError

    save(dialog)
    session.fail("model.card", BackendError("The graph has 3 bands, the card names 2."))
    assert dialog._notice.text() == "The graph has 3 bands, the card names 2."
    assert dialog.isVisible()
    save(dialog)
    assert len(session.calls) == 3


def test_a_known_scaling_is_its_name(dialog):
    box = editor(dialog, "scaling")._box
    box.setCurrentIndex(box.findData("divide_by_255"))
    assert dialog.edits() == {"scaling": "divide_by_255"}


def test_a_scaling_with_numbers_is_one_for_all_or_one_for_each_band(dialog):
    one = editor(dialog, "scaling")
    one._box.setCurrentIndex(one._box.findData("z-score"))
    QTest.keyClicks(one._lines[0], "1, 2")
    QTest.keyClicks(one._lines[1], "4")
    assert dialog.edits()["scaling"] == [
        {"type": "z-score", "mean": 1.0, "stddev": 4.0},
        {"type": "z-score", "mean": 2.0, "stddev": 4.0},
    ]
    QTest.keyClicks(one._lines[1], ", 5, 6")
    with pytest.raises(ValueError, match="as many numbers"):
        dialog.edits()


def test_a_scaling_with_numbers_is_shown_as_it_was(qgis_app):
    from releve.plugin.docks.models.fields import EDITORS, Field

    value = [{"type": "min-max", "minimum": 0, "maximum": 10000}]
    one = EDITORS["scaling"](Field(key="s", title="S", kind="scaling", value=value))
    assert one.value() == value


@pytest.mark.parametrize(
    "value",
    [
        [{"type": "clip", "minimum": 0, "maximum": 1}],
        [{"type": "scale", "value": 2}, {"type": "offset", "value": 1}],
        [{"type": "z-score", "mean": 0.123456789012, "stddev": 4.5e-07}],
        "divide_by_255",
        None,
    ],
)
def test_a_scaling_that_nobody_touches_stays_to_the_last_digit(qgis_app, value):
    from releve.plugin.docks.models.fields import EDITORS, Field

    choices = {"divide_by_255": "÷ 255"}
    one = EDITORS["scaling"](Field(key="s", title="S", kind="scaling", value=value, choices=choices))
    assert one.value() == value


def test_classes_are_rows_with_their_colours(dialog):
    one = editor(dialog, "classes")
    table = one._table
    assert table.item(0, 2).background().color().name() == "#0072b2"
    one._append({"value": 1})
    table.item(1, 1).setText("sand")
    table.item(1, 2).setText("#f0e442")
    assert dialog.edits()["classes"][1] == {"value": 1, "name": "sand", "color": "#f0e442", "description": ""}
    table.item(1, 2).setText("yellow")
    with pytest.raises(ValueError, match="“yellow” is no colour"):
        dialog.edits()


def test_a_model_without_classes_is_given_a_row_for_each_it_gives(qgis_app):
    from releve.plugin.docks.models.fields import EDITORS, Field

    one = EDITORS["classes"](Field(key="c", title="C", kind="classes", count=3))
    assert one._table.rowCount() == 3
    assert one.value() is None


def test_one_end_of_an_interval_may_be_open(dialog):
    editor(dialog, "interval")._ends[0].clear()
    assert dialog.edits() == {"interval": [None, 0.9]}


def test_a_card_that_comes_with_the_plugin_is_said_to_be_put_back(session, make_row):
    from releve.plugin.docks.models.editing import CardDialog
    from releve.plugin.docks.models.entries import Entry

    dialog = CardDialog(Entry.from_row(make_row(place="plugin")), session)
    session.answer("model.card", fields=FIELDS)
    assert "its next update puts the old card back" in dialog._notice.text()
    dialog.close()


def test_closing_the_form_cancels_what_it_asked(session, make_row):
    from releve.plugin.docks.models.editing import CardDialog
    from releve.plugin.docks.models.entries import Entry

    dialog = CardDialog(Entry.from_row(make_row()), session)
    dialog.reject()
    assert session.last("model.card").cancelled


def test_its_parts_have_names(dialog, nameless):
    assert nameless(dialog) == []
