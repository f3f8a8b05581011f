from __future__ import annotations

from itertools import pairwise

import pytest


@pytest.fixture
def fits(qgis_app, make_row):
    from releve.plugin.docks.models.entries import Entry
    from releve.plugin.docks.models.filtering import Wanted

    return lambda row=None, **wanted: Wanted(**wanted).fits(Entry.from_row(make_row(**(row or {}))))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", True),
        ("MODEL", True),
        ("landsat sea", True),
        ("forêt", False),
        ("eight", True),
        ("m0.onnx", True),
        ("sea desert", False),
    ],
)
def test_every_word_must_be_somewhere(fits, words, expected):
    assert fits(words=words) is expected


def test_accents_and_capitals_do_not_matter(fits):
    assert fits({"title": "Forêts d’Île-de-France"}, words="foret ile")


def test_task_sensor_and_resolution_narrow_the_list(fits):
    assert fits(task="segmentation")
    assert not fits(task="detection")
    assert fits(sensor="landsat-7")
    assert not fits(sensor="sentinel-2")
    assert fits(resolution=(15.0, 100.0))
    assert not fits(resolution=(5.0, 15.0))
    assert not fits({"gsd_m": None}, resolution=(15.0, 100.0))


def test_the_ranges_meet_and_leave_nothing_out(qgis_app):
    from releve.plugin.docks.models.filtering import resolution_ranges

    ranges = [both for _, both in resolution_ranges()]
    assert ranges[0][0] == 0
    assert ranges[-1][1] == float("inf")
    assert all(one[1] == other[0] for one, other in pairwise(ranges))


def test_choices_are_those_that_some_model_has(qgis_app, make_row):
    from releve.plugin.docks.models.entries import Entry
    from releve.plugin.docks.models.filtering import sensors_of, tasks_of

    rows = [
        make_row(0),
        make_row(1, sensors=["a", "b"], task="detection", task_words="objects"),
        {"path": "x"},
    ]
    entries = [Entry.from_row(row) for row in rows]
    assert tasks_of(entries) == [("classes of pixels", "segmentation"), ("objects", "detection")]
    assert [key for _, key in sensors_of(entries)] == ["a", "b", "landsat-7"]


def test_the_filter_shows_what_is_wanted_in_the_order_of_the_list(qgis_app, make_row):
    from releve.plugin.docks.models.entries import Entry
    from releve.plugin.docks.models.filtering import ModelFilter, Wanted
    from releve.plugin.docks.models.list_model import ENTRY, ModelList

    models, shown = ModelList(), ModelFilter()
    shown.setSourceModel(models)
    models.replace(Entry.from_row(make_row(n, title=title)) for n, title in enumerate(["b", "É", "a", "z"]))
    assert [shown.index(row, 0).data(ENTRY).title for row in range(4)] == ["b", "É", "a", "z"]
    shown.want(Wanted(words="z"))
    assert shown.rowCount() == 1
