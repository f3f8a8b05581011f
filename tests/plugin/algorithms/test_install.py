from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from releve.plugin.algorithms import install
from releve.plugin.algorithms.install import InstallBackend
from releve.plugin.places import RESOURCES
from releve.plugin.runner import BackendError
from releve.plugin.settings import Settings


@pytest.fixture
def profile(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(install, "profile_folder", lambda: tmp_path)
    before = Settings.load()
    yield tmp_path
    before.save()


def run(**parameters):
    results, fine = (
        InstallBackend()
        .create()
        .run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    )
    assert fine
    return results


def test_with_an_interpreter_of_ones_own_only_its_jobs_are_read(profile, with_backend, backend_python):
    results = run()
    added = json.loads((profile / "catalogue.json").read_text(encoding="utf-8"))["processes"]
    assert results == {"INTERPRETER": str(backend_python), "JOBS": len(added)}
    assert {"sample.behaviour", "sample.everything"} <= {job["id"] for job in added}
    assert not (profile / "venv").exists()


def test_the_variant_asked_for_is_made_and_remembered(profile, monkeypatch):
    Settings().save()
    made = []

    def make(folder, requirements, *, base, feedback):
        made.append((folder, requirements))
        return folder / "bin" / "python"

    monkeypatch.setattr(install, "make_environment", make)
    monkeypatch.setattr(install, "find_base", lambda setting: "/usr/bin/python3")
    monkeypatch.setattr(install, "write_added_jobs", lambda *arguments: 0)
    run(RUNTIME="openvino")
    assert made == [(profile / "venv", RESOURCES / "requirements" / "openvino.txt")]
    assert Settings.load().runtime == "openvino"


def test_a_failure_fails_the_algorithm(profile, monkeypatch):
    Settings().save()

    def fail(setting):
        raise BackendError("Python 3.11 to 3.14 is needed")

    monkeypatch.setattr(install, "find_base", fail)
    with pytest.raises(QgsProcessingException, match=r"Python 3\.11 to 3\.14 is needed"):
        run()


def test_an_unknown_variant_is_refused(profile):
    algorithm = InstallBackend().create()
    fine, problem = algorithm.checkParameterValues({"RUNTIME": "abacus"}, QgsProcessingContext())
    assert not fine
    assert "one of cpu, cuda, directml, openvino is needed" in problem
