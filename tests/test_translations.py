"""Every sentence is said in French too."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def tool(load_tool):
    return load_tool("translations")


def test_every_sentence_is_translated_and_no_translation_is_stale(tool):
    assert tool.faults(tool.collect(), tool.read(tool.FRENCH)) == []


def test_a_sentence_is_found_in_code_catalogue_and_form(tool):
    code = 'tr("a {n} " "b").format(n=1); self.tr("c" if x else "d"); tr(title)'
    assert set(tool.sentences_of_code(code)) == {"a {n} b", "c", "d"}
    ui = {"parameters": [{"name": "releve/ui", "value": [{"choices": {"k": "Label"}, "group": "Group"}]}]}
    field = {"title": "Field", "description": "", "additionalParameters": ui}
    process = {
        "title": "Job",
        "description": "Help",
        "keywords": ["tag"],
        "inputs": {"field": field},
        "outputs": {},
    }
    assert set(tool.sentences_of_catalogue({"processes": [process]})) - {None, ""} == {
        *("Job", "Help", "tag", "Field", "Label", "Group"),
    }
    form = '<ui><class>Dock</class><string>Next</string><string notr="true">%</string></ui>'
    assert list(tool.sentences_of_form(form)) == [("Dock", "Next")]


@pytest.mark.parametrize("source", ['tr(f"{n} files")', 'tr("a" + b)', 'tr("a {n}".format(n=1))'])
def test_a_sentence_put_together_on_the_spot_is_refused(tool, source):
    with pytest.raises(SystemExit, match="whole literal sentence"):
        list(tool.sentences_of_code(source))


def test_missing_stale_and_awry_translations_are_told_apart(tool):
    sentences = {("releve", "one"): "a.py", ("releve", "{n} files"): "a.py"}
    french = {("releve", "{n} files"): "{m} fichiers", ("releve", "gone"): "parti"}
    assert [fault.split(":")[0] for fault in tool.faults(sentences, french)] == [
        *("not translated", "no longer said", "other {names} than the English"),
    ]


def test_translations_survive_a_round_trip_and_a_format_may_differ(tool, tmp_path):
    sentences = {("releve", "{a:.1f} km²\nof “it” & <b>"): "a.py", ("Dock", "Next"): "dock.ui"}
    french = {("releve", "{a:.1f} km²\nof “it” & <b>"): "{a:.2f} km²\nde « ça » & <b>", ("Dock", "Next"): ""}
    tool.write(tmp_path / "x.ts", sentences, french)
    assert tool.read(tmp_path / "x.ts") == french
    assert tool.faults(dict.fromkeys(sentences, ""), french) == ["not translated: 'Next' ()"]
