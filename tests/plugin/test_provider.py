from __future__ import annotations

import json
import os

import pytest

from releve.plugin import provider as provider_module
from releve.plugin.provider import ReleveProvider


@pytest.fixture
def provider(qgis_app, sample_catalogue, tmp_path, monkeypatch):
    """The provider of a profile whose backend has the sample package."""
    unknown = {"id": "future.job", "version": "9.0.0", "inputs": {"it": {}}}
    known = sample_catalogue["processes"]
    unknown["inputs"]["it"] = json.loads(
        json.dumps(known[-1]["inputs"]["raster"]).replace('"raster"', '"hologram"')
    )
    (tmp_path / "catalogue.json").write_text(json.dumps({"processes": [*known, unknown]}), encoding="utf-8")
    monkeypatch.setattr(provider_module, "profile_folder", lambda: tmp_path)
    provider = ReleveProvider()
    provider.refreshAlgorithms()
    return provider


def test_a_job_that_gives_neither_outputs_nor_values_is_for_the_docks_alone(provider):
    names = {algorithm.name() for algorithm in provider.algorithms()}
    assert {"inference.map", "model.fetch"} <= names
    assert "inference.preview" not in names


def test_jobs_of_the_profile_stand_beside_those_of_qgis_alone(provider):
    names = {algorithm.name() for algorithm in provider.algorithms()}
    assert {"map.layout", "backend.install", "sample.everything", "sample.behaviour"} <= names


def test_a_job_with_a_kind_of_the_future_is_left_out(provider):
    assert provider.algorithm("future.job") is None


def test_every_algorithm_has_what_the_toolbox_shows(provider):
    for algorithm in provider.algorithms():
        assert algorithm.displayName()
        assert algorithm.group()
        assert algorithm.groupId() == algorithm.groupId().lower()
        assert os.path.exists(algorithm.svgIconPath())
        assert algorithm.create().parameterDefinitions() or algorithm.name() == "backend.install"


def test_what_is_proposed_for_results_is_what_the_backend_writes(provider):
    assert provider.defaultRasterFileExtension() == "tif"
    assert provider.defaultVectorFileExtension(True) == "gpkg"
    assert provider.defaultVectorFileExtension(False) == "csv"
    assert provider.supportsNonFileBasedOutput() is False


def test_what_the_administrator_has_disabled_is_not_offered(provider, machine):
    machine("disabled=inference.map, backend.install\n")
    provider.refreshAlgorithms()
    names = {algorithm.name() for algorithm in provider.algorithms()}
    assert not {"inference.map", "backend.install"} & names
    assert {"raster.polygonize", "backend.remove"} <= names
