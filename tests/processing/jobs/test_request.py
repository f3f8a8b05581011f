from __future__ import annotations

import json

import pytest

from releve.processing.catalogue import find_job
from releve.processing.errors import RequestError
from releve.processing.jobs import read_request

pytestmark = pytest.mark.usefixtures("sample_package")


def message(**inputs):
    return {"job": "sample.everything", "inputs": inputs, "outputs": {"file": {"path": "/tmp/a.html"}}}


def everything():
    return find_job("sample.everything")


def test_a_request_survives_the_trip_as_json():
    request = read_request(
        everything(),
        message(
            rasters=["a.tif", {"href": "b.tif", "date": "2024-06-30"}], extent="0,2,1,3", count=5, enums="x,y"
        ),
    )
    again = read_request(everything(), message(**json.loads(json.dumps(request.inputs_json()))))
    assert again == request


def test_absent_values_are_left_out_and_defaults_are_filled_in():
    request = read_request(everything(), message(number=None))
    assert request.inputs.number is None
    assert request.inputs_json() == {"count": 3, "boolean": True, "enum": "a"}


def test_a_job_that_answers_needs_no_destination():
    assert read_request(find_job("model.check"), {"inputs": {"model": "a.onnx"}}).destinations == {}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"inputs": {"numbre": 1}}, "no parameter 'numbre'"),
        ({"inputs": {"number": 11}}, r"number \(Number\): found 11, a number from 0 to 10"),
        ({"inputs": []}, "an object is needed"),
        ({"outputs": {}}, "no destination"),
        ({"outputs": {"map": {"path": "/tmp/a.tif"}}}, "no output 'map'"),
        ({"outputs": {"raster": {"path": "/tmp/a.jpg"}}}, r"ends in \.tif"),
        ({"outputs": {"raster": {"path": ""}}}, "a path is needed"),
        ({"outputs": {"raster": {"path": "/tmp/\0.tif"}}}, "a path is needed"),
        ({"inputs": {"number": 10**400}}, "a number is needed"),
        ({"version": "2.0.0"}, "in version 2.0.0, this backend has 1.2.0"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(change, sentence):
    with pytest.raises(RequestError, match=sentence):
        read_request(everything(), message() | change)


@pytest.mark.parametrize("form", ["{}", "{}|layername=a", 'NETCDF:"{}":a', "vrt://{}?bands=1", "./../{name}"])
def test_an_output_that_is_an_input_is_refused_before_any_work(tmp_path, form, monkeypatch):
    path = tmp_path / "a b.tif"
    path.write_bytes(b"precious")
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    asked = message(raster=form.format(path, name=path.name)) | {"outputs": {"raster": {"path": str(path)}}}
    with pytest.raises(RequestError, match="also an input"):
        read_request(everything(), asked)
    other = {"outputs": {"raster": {"path": str(tmp_path / "b.tif")}}}
    assert read_request(everything(), asked | other).destinations


def test_an_output_that_leads_to_an_input_is_refused_too(tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(b"precious")
    (tmp_path / "link.tif").symlink_to(path)
    asked = message(raster=str(path)) | {"outputs": {"raster": {"path": str(tmp_path / "link.tif")}}}
    with pytest.raises(RequestError, match="also an input"):
        read_request(everything(), asked)
