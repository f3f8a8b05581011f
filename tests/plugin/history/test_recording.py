"""Runs of the generic algorithm, written down while they last."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
)

from releve.plugin.algorithms.job import JobAlgorithm
from releve.plugin.history.recall import parameters_of, request_of
from releve.plugin.history.recording import run_list


@pytest.fixture
def run(with_backend, sample_jobs, own_profile):
    """Run a job of the sample package; what is written down."""

    def run(identity, project=None, feedback=None, **parameters):
        context = QgsProcessingContext()
        if project is not None:
            context.setProject(project)
        algorithm = JobAlgorithm(sample_jobs[identity]).create()
        algorithm.run(parameters, context, feedback or QgsProcessingFeedback(False), {}, False)
        return run_list().read()[0]

    return run


def test_a_run_is_written_down_with_what_was_asked_and_what_came_of_it(run, tmp_path, raster_path):
    path = str(tmp_path / "été.html")
    one = run("sample.everything", RASTER=raster_path, COUNT=5, OUTPUT_FILE=path)
    assert (one.job, one.name, one.outcome) == ("sample.everything", "été 1", "done")
    assert one.inputs["raster"] == raster_path
    assert one.outputs == {"file": {"path": path, "kind": "file", "title": "Report"}}
    assert one.reports() == [path]
    assert one.seconds >= 0


def test_a_failure_is_written_down_with_its_cause(run, tmp_path):
    with pytest.raises(QgsProcessingException):
        run("sample.behaviour", KIND="poorly", REPORT=str(tmp_path / "r.html"))
    one = run_list().read()[0]
    assert (one.outcome, one.message) == ("failed", "found nothing, a raster is needed: give one")


def test_a_cancel_is_written_down(run, tmp_path):
    import threading

    feedback = QgsProcessingFeedback(False)
    threading.Timer(0.7, feedback.cancel).start()
    one = run("sample.behaviour", feedback=feedback, KIND="well", SECONDS=60, REPORT=str(tmp_path / "r.html"))
    assert one.outcome == "cancelled"


def test_a_password_is_not_written_down(run, own_profile, tmp_path):
    run("sample.everything", RASTER="PG:host=db password=hunter2", OUTPUT_FILE=str(tmp_path / "r.html"))
    assert "hunter2" not in (own_profile / "runs" / "runs.jsonl").read_text(encoding="utf-8")


def test_a_profile_that_cannot_be_written_is_no_reason_not_to_work(
    with_backend, sample_jobs, own_profile, tmp_path
):
    own_profile.write_text("a file where the folder should be")
    algorithm = JobAlgorithm(sample_jobs["sample.everything"]).create()
    path = tmp_path / "r.html"
    _, fine = algorithm.run(
        {"OUTPUT_FILE": str(path)}, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False
    )
    assert fine
    assert path.is_file()


def test_a_script_writes_nothing_down(with_backend, sample_jobs, own_profile, tmp_path, monkeypatch):
    import qgis.utils

    monkeypatch.setattr(qgis.utils, "iface", None)
    algorithm = JobAlgorithm(sample_jobs["sample.everything"]).create()
    given = {"OUTPUT_FILE": str(tmp_path / "r.html")}
    algorithm.run(given, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    assert not own_profile.exists()


def test_a_form_is_filled_in_as_it_was(run, sample_jobs, tmp_path, raster_path):
    job, path = sample_jobs["sample.everything"], str(tmp_path / "r.html")
    given = {"RASTER": raster_path, "COUNT": 5, "ENUM": "b", "EXTENT": "0,2,1,3 [EPSG:2154]", "FIELDS": "n"}
    one = run("sample.everything", **given, OUTPUT_FILE=path)
    parameters, missing = parameters_of(job, one, QgsProject())
    assert missing == []
    again = run("sample.everything", **{**parameters, "OUTPUT_FILE": path})
    assert again.inputs == {**one.inputs, "boolean": True}  # its default, said
    assert parameters["VECTOR"] is None
    assert parameters["OUTPUT_TABLE"] is None


def test_a_layer_that_is_in_no_file_is_found_again_by_its_name_with_its_selection(
    run, sample_jobs, tmp_path, memory_points
):
    from releve.plugin.dialog.commands import NoCommand

    job, project = sample_jobs["sample.everything"], QgsProject()
    project.addMapLayer(memory_points)
    memory_points.selectAll()
    asked = QgsProcessingFeatureSourceDefinition(memory_points.id(), True)
    one = run("sample.everything", project=project, VECTOR=asked, OUTPUT_FILE=str(tmp_path / "r.html"))
    assert one.inputs["vector"] == {"layer": "Mes points", "selected": True}
    found = parameters_of(job, one, project)[0]["VECTOR"]
    assert (found.source.staticValue(), found.selectedFeaturesOnly) == (memory_points.id(), True)
    assert parameters_of(job, one, QgsProject())[1] == ["Vector layer"]
    with pytest.raises(NoCommand, match="Mes points is in no file"):
        request_of(job, one)


def test_what_needs_a_password_has_to_be_chosen_again(run, sample_jobs, tmp_path):
    job = sample_jobs["sample.everything"]
    one = run("sample.everything", RASTER="PG:host=db password=hunter2", OUTPUT_FILE=str(tmp_path / "r.html"))
    parameters, missing = parameters_of(job, one, QgsProject())
    assert missing == ["One raster"]
    assert parameters["RASTER"] is None
