"""What a request says comes back as it was, by a command line and by a form."""

from __future__ import annotations

import pytest

from releve.plugin.algorithms.parameters import KINDS
from releve.plugin.catalogue import Parameter

CHOICES = {"a": "The first", "b": "The second"}
CASES = {
    "band": (3, {}),
    "boolean": (False, {}),
    "crs": ("EPSG:2154", {}),
    "datetime": ("2024-06-30T12:00:00", {}),
    "enum": ("b", {"choices": CHOICES}),
    "enums": (["b", "a"], {"choices": CHOICES, "many": True}),
    "extent": ({"bbox": [1.5, 2.0, 3.25, 4.0], "crs": "EPSG:2154"}, {}),
    "field": ("name", {"parent": "vector"}),
    "fields": (["name", "fid"], {"parent": "vector", "many": True}),
    "number": (0.1, {}),
    "integer": (7, {"integer": True}),
    "text": ("l'été", {}),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("way", ["spell", "recall"])
def test_what_a_request_says_comes_back(ask, case, way):
    value, facts = CASES[case]
    kind = case if case in KINDS else {"enums": "enum", "fields": "field", "integer": "number"}[case]
    told = getattr(KINDS[kind], way)(Parameter(name="it", title="It", kind=kind, **facts), value)
    assert ask(kind, told, **facts).value == value


def test_a_dated_raster_keeps_its_date(ask, raster_path):
    value = [raster_path, {"href": raster_path, "date": "2024-06-30"}]
    told = KINDS["rasters"].spell(Parameter(name="it", title="It", kind="rasters"), value)
    assert ask("rasters", told).value == value


def test_a_choice_that_has_gone_is_none_in_a_form():
    one = Parameter(name="it", title="It", kind="enum", choices=CHOICES)
    assert KINDS["enum"].recall(one, "z") is None
