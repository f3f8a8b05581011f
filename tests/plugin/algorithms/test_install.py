from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsSettings

from releve.plugin import session
from releve.plugin.algorithms import install as algorithm
from releve.plugin.algorithms.install import InstallBackend
from releve.plugin.algorithms.remove import RemoveBackend
from releve.plugin.installer import install
from releve.plugin.places import RESOURCES
from releve.plugin.runner import BackendError
from releve.plugin.settings import Settings


@pytest.fixture
def profile(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(install, "profile_folder", lambda: tmp_path)
    before = Settings.load()
    Settings(backend_folder=str(tmp_path)).save()
    yield tmp_path
    before.save()


@pytest.fixture
def recipes(profile, monkeypatch):
    """What would have been made."""
    made = []

    def make(recipe, feedback):
        made.append(recipe)
        return recipe.place.environment / "bin" / "python"

    monkeypatch.setattr(install, "make_environment", make)
    monkeypatch.setattr(install, "write_added_jobs", lambda *arguments: 0)
    return made


def run(algorithm, **parameters):
    results, fine = algorithm.create().run(
        parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False
    )
    assert fine
    return results


def test_with_an_interpreter_of_ones_own_only_its_jobs_are_read(profile, with_backend, backend_python):
    results = run(InstallBackend())
    added = json.loads((profile / "catalogue.json").read_text(encoding="utf-8"))["processes"]
    assert results == {"INTERPRETER": str(backend_python), "JOBS": len(added)}
    assert {"sample.behaviour", "sample.everything"} <= {job["id"] for job in added}
    assert not (profile / "venv").exists()


def test_the_variant_asked_for_is_made_and_remembered(profile, recipes):
    run(InstallBackend(), RUNTIME="openvino")
    assert recipes[0].requirements == RESOURCES / "requirements" / "openvino.txt"
    assert Settings.load().runtime == "openvino"


def test_folders_are_taken_for_wheels_and_for_the_environment(profile, recipes, tmp_path):
    run(InstallBackend(), WHEELS=str(tmp_path), FOLDER=str(tmp_path / "elsewhere"))
    assert recipes[0].wheels == str(tmp_path)
    assert recipes[0].place.environment == tmp_path / "elsewhere" / "venv"
    assert Settings.load().backend_folder == str(tmp_path / "elsewhere")
    assert Settings.load().wheel_folder == ""


def test_a_failure_fails_the_algorithm(profile, monkeypatch):
    def fail(setting):
        raise BackendError("Python 3.11 to 3.14 is needed")

    monkeypatch.setattr(install, "find_base", fail)
    with pytest.raises(QgsProcessingException, match=r"Python 3\.11 to 3\.14 is needed"):
        run(InstallBackend())


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"RUNTIME": "abacus"}, "one of cpu, cuda, openvino is needed"),
        ({"WHEELS": "/nowhere"}, "/nowhere is not a folder"),
    ],
)
def test_a_bad_value_is_refused(profile, parameters, words):
    fine, problem = InstallBackend().create().checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert words in problem


@pytest.mark.parametrize(
    ("system", "names"), [("linux", "cpu cuda openvino"), ("win32", "cpu cuda openvino directml")]
)
def test_only_the_variants_of_this_computer_are_offered(system, names, profile, monkeypatch):
    machine = {"linux": "x86_64", "win32": "AMD64"}[system]
    monkeypatch.setattr(algorithm, "OFFER", install.Offer(RESOURCES / "requirements", system, machine))
    Settings(runtime="directml").save()
    assert " ".join(algorithm.variant_titles()) == names
    offering = InstallBackend().create()
    assert offering.parameterDefinition("RUNTIME").options() == [*algorithm.variant_titles().values()]


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"RUNTIME": "cuda"}, "runtime=cpu"),
        ({"WHEELS": "{}"}, "wheel_folder=/wheels"),
        ({"FOLDER": "{}"}, "backend_folder=/opt"),
    ],
)
def test_what_the_administrator_has_locked_cannot_be_given(parameters, field, profile, machine, tmp_path):
    machine(f"{field}\nlocked={field.partition('=')[0]}\n")
    given = {name: text.format(tmp_path) for name, text in parameters.items()}
    fine, problem = InstallBackend().create().checkParameterValues(given, QgsProcessingContext())
    assert (fine, problem.endswith("Set for this computer by its administrator")) == (False, True)
    assert InstallBackend().create().checkParameterValues({}, QgsProcessingContext())[0]


@pytest.mark.parametrize("kind", [InstallBackend, RemoveBackend])
def test_docks_let_go_of_the_backend_before(kind, profile, recipes, monkeypatch):
    released = []
    monkeypatch.setattr(session, "release_all", lambda: released.append(len(recipes)))
    run(kind())
    assert released[:1] == [0]


def test_a_variant_that_this_computer_cannot_have_is_refused(profile, monkeypatch):
    monkeypatch.setattr(install, "OFFER", install.Offer(RESOURCES / "requirements", "linux", "aarch64"))
    with pytest.raises(QgsProcessingException, match=r"no variant cuda for .*; this computer can have: cpu"):
        run(InstallBackend(), RUNTIME="cuda")


def test_the_backend_is_removed_and_the_settings_if_asked(profile):
    (profile / "venv").mkdir()
    (profile / "catalogue.json").touch()
    assert run(RemoveBackend()) == {"REMOVED": 2}
    assert list(profile.glob("*")) == []
    assert Settings.load().backend_folder
    run(RemoveBackend(), SETTINGS=True)
    assert QgsSettings().value("releve/backend_folder") is None


def test_what_was_made_in_the_profile_before_another_folder_was_chosen_goes_too(profile, tmp_path):
    Settings(backend_folder=str(tmp_path / "elsewhere")).save()
    (profile / "venv").mkdir()
    (profile / "catalogue.json").touch()
    assert run(RemoveBackend()) == {"REMOVED": 2}
    (tmp_path / "elsewhere" / "venv").mkdir(parents=True)
    assert run(RemoveBackend()) == {"REMOVED": 1}
    assert not (tmp_path / "elsewhere").exists()


def test_only_jobs_that_the_plugin_does_not_ship_are_kept(tmp_path, feedback):
    import sys

    shipped, target = tmp_path / "shipped.json", tmp_path / "profile" / "catalogue.json"
    shipped.write_text(json.dumps({"processes": [{"id": "ours"}]}), encoding="utf-8")
    listed = json.dumps({"processes": [{"id": "ours"}, {"id": "theirs"}]}, indent=1)
    command = [sys.executable, "-c", f"print({listed!r})"]
    assert install.write_added_jobs(command, shipped, target, feedback) == 1
    assert json.loads(target.read_text(encoding="utf-8")) == {"processes": [{"id": "theirs"}]}
