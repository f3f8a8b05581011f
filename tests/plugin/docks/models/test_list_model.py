from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt


@pytest.fixture
def entries(qgis_app, make_row):
    from releve.plugin.docks.models.entries import Entry

    return lambda *numbers: [Entry.from_row(make_row(number)) for number in numbers]


@pytest.fixture
def models(qgis_app):
    from releve.plugin.docks.models.list_model import ModelList

    return ModelList()


def test_the_same_entries_change_nothing(models, entries):
    assert models.replace(entries(1, 2))
    assert not models.replace(entries(1, 2))
    assert models.replace(entries(1))
    assert models.rowCount() == 1


def test_adding_passes_over_what_is_there(models, entries):
    models.replace(entries(1))
    models.add(entries(1, 2))
    assert [entry.path for entry in models.entries()] == ["/models/m1.onnx", "/models/m2.onnx"]


def test_a_row_has_two_lines_a_picture_and_a_text_to_be_read_out(models, entries):
    models.replace(entries(1))
    index = models.index(0, 0)
    assert index.data().split("\n")[0] == "Model 001"
    assert "\n" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    icon = index.data(Qt.ItemDataRole.DecorationRole)
    assert icon.pixmap(32, 32).toImage().pixelColor(16, 16).name() == "#0072b2"


def test_no_picture_comes_of_a_colour_that_is_none(models, make_row):
    from releve.plugin.docks.models.entries import Entry

    odd = {"value": 0, "name": "a", "color": "url(javascript:x)"}
    models.replace([Entry.from_row(make_row(classes=[odd], thumbnail="/no/such.png"))])
    assert not models.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
