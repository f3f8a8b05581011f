from __future__ import annotations

import json

import pytest

from releve.plugin.catalogue import ROLE, load_jobs, read_job
from releve.plugin.places import RESOURCES


def described(ui=None, **facts):
    extra = {"additionalParameters": {"role": ROLE, "parameters": [{"name": ROLE, "value": [ui or {}]}]}}
    return {"title": "It", "description": "What it is.", **extra, **facts}


def one_job(inputs=None, outputs=None, identity="test.one"):
    return {"id": identity, "version": "1.0.0", "inputs": inputs or {}, "outputs": outputs or {}}


def test_what_a_declaration_says_arrives(sample_jobs):
    job = sample_jobs["sample.everything"]
    assert (job.version, job.title, job.group, job.tags) == ("1.2.0", "Everything", "Sample", ("sample",))
    assert job.links == {"Home": "https://example.org"}
    by_name = {parameter.name: parameter for parameter in job.parameters}
    assert by_name["vector"].geometry == "polygon"
    assert by_name["file"].extensions == ("json",)
    assert (by_name["fields"].parent, by_name["fields"].many) == ("vector", True)
    number = by_name["number"]
    assert (number.minimum, number.maximum, number.unit, number.needed) == (0, 10, "m", False)
    count = by_name["count"]
    assert (count.integer, count.minimum, count.default, count.help) == (True, 1, 3, "Has a default.")
    assert by_name["boolean"].advanced
    assert by_name["enum"].choices == {"a": "The first", "b": "The second"}
    outputs = {output.name: output for output in job.outputs}
    assert (outputs["vector"].geometry, outputs["vector"].by_default) == ("polygon", False)
    assert outputs["table"].extension == "csv"
    assert outputs["results"].extension == ""
    count, words = job.values
    assert (count.key, count.kind, count.integer, count.unit) == ("COUNT", "number", True, "m")
    assert (words.key, words.kind) == ("WORDS", "text")


def test_zero_is_a_default(sample_jobs):
    seconds = sample_jobs["sample.behaviour"].parameters[1]
    assert (seconds.default, seconds.needed) == (0, False)


def test_an_output_named_as_an_input_gets_a_name_of_its_own():
    inputs = {"raster": described({"kind": "raster"})}
    outputs = {name: described({"kind": "raster", "extensions": ["tif"]}) for name in ("raster", "classes")}
    job = read_job(one_job(inputs, outputs))
    assert [output.key for output in job.outputs] == ["OUTPUT_RASTER", "CLASSES"]


def test_what_a_newer_backend_says_more_is_passed_over():
    job = read_job(one_job({"raster": described({"kind": "raster", "flavour": "sweet", "key": "X"})}))
    assert job.parameters[0].key == "RASTER"


def test_the_first_of_two_catalogues_wins_and_a_missing_one_is_none(tmp_path):
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    ours.write_text(json.dumps({"processes": [{**one_job(), "title": "Ours"}]}), encoding="utf-8")
    both = [{**one_job(), "title": "Theirs"}, one_job(identity="test.two")]
    theirs.write_text(json.dumps(both), encoding="utf-8")
    jobs = load_jobs([ours, tmp_path / "missing.json", theirs])
    assert [(job.id, job.title) for job in jobs] == [("test.one", "Ours"), ("test.two", "test.two")]


def test_every_parent_in_the_shipped_catalogue_exists():
    for job in load_jobs([RESOURCES / "catalogue.json"]):
        names = {parameter.name for parameter in job.parameters}
        assert {parameter.parent for parameter in job.parameters if parameter.parent} <= names


@pytest.mark.parametrize(
    "content", ["", '{"processes": [{"i', "[3]", '{"jobs": []}', '{"processes": [{"id": "x"}]}']
)
def test_a_catalogue_that_cannot_be_read_takes_no_other_down(tmp_path, content):
    ours, half = tmp_path / "ours.json", tmp_path / "half.json"
    ours.write_text(json.dumps({"processes": [one_job()]}), encoding="utf-8")
    half.write_text(content, encoding="utf-8")
    assert [job.id for job in load_jobs([half, ours])] == ["test.one"]


def test_the_shipped_catalogue_says_which_jobs_answer_without_an_output():
    answering = {job.id for job in load_jobs([RESOURCES / "catalogue.json"]) if job.answers}
    by_models = {"inference.preview", "model.card", "model.fetch", "model.list", "model.search"}
    by_old_maps = {"fit", "ghost", "graticule", "match", "points", "residuals"}
    asked_by_docks = by_models | {f"oldmaps.{name}" for name in by_old_maps}
    assert answering == {"assessment.map", "inference.plan", "model.check", *asked_by_docks}
