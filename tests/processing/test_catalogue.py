from __future__ import annotations

import json

import pytest
import yaml
from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from releve.processing.catalogue import all_jobs, find_job, own_jobs, process_list
from releve.processing.errors import RequestError
from releve.processing.jobs import describe


@pytest.fixture(scope="session")
def process_schema(shared_data):
    """OGC's schema of a process description, with what it refers to."""
    folder = shared_data / "publishing" / "ogcapi_processes" / "openapi" / "schemas"
    resources = [
        (path.name, Resource(yaml.safe_load(path.read_text(encoding="utf-8")), DRAFT4))
        for path in folder.glob("*.yaml")
    ]
    return Draft4Validator({"$ref": "process.yaml"}, registry=Registry().with_resources(resources))


def test_the_jobs_of_the_rooms_are_found_by_the_name_of_their_file():
    assert {"inference.map", "raster.polygonize", "model.check", "assessment.map"} <= set(own_jobs())


def test_the_shipped_catalogue_is_fresh(root):
    shipped = json.loads((root / "resources" / "catalogue.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(process_list(own_jobs()))), "run: make docs"


@pytest.mark.usefixtures("sample_package")
def test_an_installed_package_adds_jobs_and_a_broken_one_is_left_out(caplog):
    assert {"sample.everything", "sample.behaviour"} <= set(all_jobs())
    assert "releve_sample_missing" in caplog.text


@pytest.mark.usefixtures("sample_package")
def test_descriptions_hold_to_the_schema_of_ogc(process_schema):
    for job in all_jobs().values():
        process_schema.validate(json.loads(json.dumps(describe(job))))


def test_the_schema_of_ogc_refuses_what_is_no_description(process_schema):
    assert not process_schema.is_valid({"id": "a"})
    description = json.loads(json.dumps(describe(find_job("inference.map"))))
    description["inputs"]["model"]["schema"]["type"] = "onnx"
    assert not process_schema.is_valid(description)


def test_declarations_import_nothing_heavy(root):
    import subprocess
    import sys

    code = (
        "import sys, runpy; sys.argv = ['releve', 'jobs']\n"
        "try: runpy.run_path(r'%s', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'rasterio', 'onnxruntime', 'onnx', 'geopandas', 'rich', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    main = root / "processing" / "__main__.py"
    result = subprocess.run(
        [sys.executable, "-I", "-c", code % main], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines()[-1] == "[]"


def test_an_unknown_job_is_refused_with_those_there_are():
    with pytest.raises(RequestError, match=r"no job 'inference.mapp'.*inference\.map"):
        find_job("inference.mapp")
