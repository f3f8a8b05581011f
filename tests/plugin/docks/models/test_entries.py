from __future__ import annotations

import pytest


@pytest.fixture
def entry(qgis_app, make_row):
    from releve.plugin.docks.models.entries import Entry

    return lambda **more: Entry.from_row(make_row(**more))


def test_the_second_line_says_kind_resolution_and_first_sensor(entry):
    several = entry(sensors=["landsat-7", "landsat", "etm+"])
    assert several.second_line == "classes of pixels · 28.5 m · landsat-7"


def test_a_resolution_below_a_metre_is_in_centimetres(entry):
    assert "20 cm" in entry(gsd_m=0.2).second_line


def test_the_second_line_names_what_the_card_does_not_say(entry):
    assert "not said: the ground resolution" in entry(missing_words=["the ground resolution"]).second_line


def test_what_keeps_a_model_from_running_stands_first(entry):
    broken = entry(problem="The file is no ONNX model.")
    assert broken.second_line == "Cannot run: The file is no ONNX model."
    assert not broken.can_run
    assert not entry(obstacle="No job runs it.").can_run
    assert entry().can_run


def test_a_model_of_an_index_cannot_run_before_it_is_fetched(entry):
    assert not entry(path="").can_run


def test_a_title_of_several_lines_is_one_line(entry):
    assert entry(title="a\n\tb").title == "a b"


def test_a_row_that_says_next_to_nothing_is_an_entry(qgis_app):
    from releve.plugin.docks.models.entries import Entry

    broken = Entry.from_row({"path": "/a.onnx", "file": "a.onnx", "title": "a.onnx", "problem": "no"})
    assert (broken.title, broken.classes, broken.gsd_m) == ("a.onnx", (), None)
    odd = Entry.from_row({"path": "/a.onnx", "gsd_m": "ten", "sensors": None, "classes": [{"value": None}]})
    assert (odd.gsd_m, odd.sensors, odd.classes[0].value) == (None, (), 0)
