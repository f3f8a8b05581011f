"""The reference is what the catalogue says."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def tool(load_tool):
    return load_tool("docs")


def test_every_page_of_the_reference_is_up_to_date(tool):
    wanted = tool.pages(tool.everything())
    assert tool.stale(wanted) == [], "run 'make docs'"


def test_a_page_says_what_is_needed_what_is_not_and_within_which_bounds(tool):
    extra = [{"kind": "number", "minimum": 0, "unit": "m²", "advanced": True}]
    area = {
        "title": "Smallest | area",
        "description": "Help",
        "minOccurs": 0,
        "schema": {"default": 0.5},
        "additionalParameters": {"parameters": [{"name": "releve/ui", "value": extra}]},
    }
    job = {
        "id": "a.b",
        "version": "1",
        "title": "T",
        "inputs": {"area": area, "input": area | {"minOccurs": 1}},
    }
    count = [{"kind": "number", "integer": True}]
    told = area | {
        "title": "Count",
        "additionalParameters": {"parameters": [{"name": "releve/ui", "value": count}]},
    }
    text = tool.page(job | {"outputs": {"count": told}}, tool.WORDS["en"], str)
    assert "| `area` | **Smallest \\| area**<br>Help | number, from 0, m², advanced | `0.5` |" in text
    assert "releve run a.b input=…\n" in text
    assert "qgis_process run releve:a.b -- INPUT=…\n" in text


def test_both_languages_have_the_same_words(tool):
    assert set(tool.WORDS["en"]) == set(tool.WORDS["fr"])


def test_what_lives_in_qgis_alone_has_its_pages_and_no_command_line_of_its_own(tool):
    wanted = tool.pages(tool.everything())
    text = wanted[tool.FOLDERS["en"] / "map.layout.md"]
    assert "in QGIS alone" in text
    assert "qgis_process run releve:map.layout -- LAYERS=… OUTPUT=output.png" in text
    assert "releve run" not in text
