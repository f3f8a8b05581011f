"""The generic algorithm with the real backend behind it."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)

from releve.plugin.algorithms import job as job_module
from releve.plugin.algorithms.job import JobAlgorithm
from releve.plugin.algorithms.values import Values
from releve.plugin.runner import LocalRunner


class Telling(QgsProcessingFeedback):
    """Remembers what it is told."""

    def __init__(self):
        super().__init__(False)
        self.texts = []
        self.errors = []

    def setProgressText(self, text):
        self.texts.append(text)

    def reportError(self, error, fatalError=False):
        self.errors.append(error)


@pytest.fixture
def run(with_backend, sample_jobs):
    """Run a job of the sample package; its results."""

    def run(identity, feedback=None, context=None, **parameters):
        algorithm = JobAlgorithm(sample_jobs[identity]).create()
        context = context or QgsProcessingContext()
        results, fine = algorithm.run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)
        assert fine
        return results

    return run


def test_a_request_arrives_as_it_was_given(run, tmp_path, raster_path, vector_path):
    report = str(tmp_path / "été.html")
    results = run(
        "sample.everything",
        RASTER=raster_path,
        RASTERS=[f"{raster_path}|date=2024-06-30"],
        VECTOR=f"{vector_path}|layername=points",
        FOLDER=str(tmp_path),
        FIELD="n",
        FIELDS=["n", "fid"],
        BAND=1,
        EXTENT="1,2,30,40 [EPSG:2154]",
        CRS="EPSG:2154",
        NUMBER="2.5",
        COUNT=5,
        BOOLEAN=False,
        ENUM=1,
        ENUMS="x,y",
        TEXT="l'été",
        DATETIME="2024-06-30T12:00:00",
        OUTPUT_FILE=report,
    )
    assert results == {"OUTPUT_FILE": report, "COUNT": 5}
    received = Path(report).read_text(encoding="utf-8")
    for part in (
        f"raster={raster_path!r}",
        f"rasters=(DatedSource(href={raster_path!r}, date=datetime.datetime(2024, 6, 30, 0, 0)),)",
        f"vector='{vector_path}|layername=points'",
        "table=None, file=None",
        f"folder={str(tmp_path)!r}, model=None, field='n', fields=('n', 'fid'), band=1",
        "extent=Extent(xmin=1.0, ymin=30.0, xmax=2.0, ymax=40.0, crs='EPSG:2154'), crs='EPSG:2154'",
        "number=2.5, count=5, boolean=False, enum='b', enums=('x', 'y'), text=\"l'été\"",
        "datetime=datetime.datetime(2024, 6, 30, 12, 0)",
    ):
        assert part in received


def test_values_are_declared_so_that_a_model_can_pass_them_on(qgis_app, sample_jobs):
    algorithm = JobAlgorithm(sample_jobs["sample.everything"]).create()
    declared = {output.name(): output for output in algorithm.outputDefinitions()}
    assert (declared["COUNT"].type(), declared["COUNT"].description()) == (
        "outputNumber",
        "Count, told back (m)",
    )
    assert declared["WORDS"].type() == "outputString"


def test_a_folder_of_results_is_made(run, tmp_path):
    assert run("sample.everything", RESULTS=str(tmp_path / "été"))["RESULTS"] == str(tmp_path / "été")
    assert (tmp_path / "été" / "one.txt").is_file()


def test_what_is_absent_gets_the_defaults_of_the_backend(run, tmp_path):
    report = str(tmp_path / "report.html")
    run("sample.everything", OUTPUT_FILE=report)
    received = Path(report).read_text(encoding="utf-8")
    for part in ("raster=None", "band=None", "extent=None", "crs=None", "number=None", "count=3", "enum='a'"):
        assert part in received


def test_a_memory_layer_reaches_the_backend_as_a_file(run, tmp_path, memory_points):
    project = QgsProject()
    project.addMapLayer(memory_points)
    context = QgsProcessingContext()
    context.setProject(project)
    report = str(tmp_path / "report.html")
    run("sample.everything", context=context, VECTOR=memory_points.id(), OUTPUT_FILE=report)
    copy = Path(report).read_text(encoding="utf-8").partition("vector='")[2].partition("'")[0]
    assert copy.endswith("Mes_points.gpkg")
    assert not Path(copy).exists()  # it was temporary


def test_progress_and_messages_of_the_backend_are_shown(run, tmp_path):
    feedback = Telling()
    seen = []
    feedback.progressChanged.connect(seen.append)
    run("sample.behaviour", feedback, KIND="well", SECONDS=0.3, REPORT=str(tmp_path / "r.html"))
    assert feedback.texts == ["started"]
    assert seen == sorted(seen)
    assert seen[-1] > 50


def fails(identity, sample_jobs, match, **parameters):
    algorithm = JobAlgorithm(sample_jobs[identity]).create()
    with pytest.raises(QgsProcessingException, match=match):
        algorithm.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("poorly", "found nothing, a raster is needed: give one"),
        ("crash", "SIGABRT"),
        ("bug", "division by zero"),
    ],
)
def test_a_failure_fails_the_algorithm_with_the_cause(with_backend, sample_jobs, tmp_path, kind, words):
    fails("sample.behaviour", sample_jobs, words, KIND=kind, REPORT=str(tmp_path / "r.html"))
    # What a killed backend was writing lies in a hidden folder, which the next one sweeps.
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".releve-")] == []


def test_a_bad_value_fails_before_the_backend_is_started(qgis_app, sample_jobs, tmp_path):
    algorithm = JobAlgorithm(sample_jobs["sample.everything"]).create()
    parameters, context = {"COUNT": 0, "OUTPUT_FILE": str(tmp_path / "r.html")}, QgsProcessingContext()
    sentence = "COUNT (Count): found 0, a whole number of at least 1 is needed"
    assert algorithm.checkParameterValues(parameters, context) == (False, sentence)
    feedback = Telling()
    assert algorithm.run(parameters, context, feedback, {}, False) == ({}, False)
    assert feedback.errors == [sentence]


def test_a_cancel_ends_within_two_seconds_and_leaves_nothing(with_backend, sample_jobs, tmp_path):
    algorithm = JobAlgorithm(sample_jobs["sample.behaviour"]).create()
    feedback = QgsProcessingFeedback(False)
    cancelled = []
    threading.Timer(0.7, lambda: (cancelled.append(time.monotonic()), feedback.cancel())).start()
    parameters = {"KIND": "stuck", "SECONDS": 60, "REPORT": str(tmp_path / "r.html")}
    results, _ = algorithm.run(parameters, QgsProcessingContext(), feedback, {}, False)
    assert time.monotonic() - cancelled[0] < 2
    assert results == {}
    assert "The work was cancelled; nothing was written." in feedback.textLog()
    assert list(tmp_path.iterdir()) == []


def test_a_promise_that_is_not_kept_is_an_error(qgis_app, sample_jobs, tmp_path, fake_command, monkeypatch):
    monkeypatch.setattr(job_module, "open_runner", lambda feedback: LocalRunner(fake_command("well")))
    path = str(tmp_path / "r.html")
    fails("sample.behaviour", sample_jobs, "reported success, but .*r.html is missing", KIND=0, REPORT=path)


STYLED = """
import json, sys
from pathlib import Path
print(json.dumps({"id": None, "event": "hello", "protocol": 1}), flush=True)
message = json.loads(sys.stdin.readline())
path = message["request"]["outputs"]["raster"]["path"]
Path(path).write_bytes(Path(sys.argv[1]).read_bytes())
style = {"type": "classes", "classes": [{"value": 1, "name": "Sea", "color": "#0072b2"}]}
outputs = {"raster": {"path": path, "kind": "raster", "style": style}}
print(json.dumps({"id": message["id"], "event": "result", "outputs": outputs}), flush=True)
"""


def test_a_result_is_styled_beside_the_file_and_when_it_is_loaded(
    qgis_app, sample_jobs, tmp_path, raster_path, monkeypatch
):

    command = [sys.executable, "-c", STYLED, raster_path]
    monkeypatch.setattr(job_module, "open_runner", lambda feedback: LocalRunner(command))
    algorithm = JobAlgorithm(sample_jobs["sample.everything"]).create()
    path, project, context = str(tmp_path / "map.tif"), QgsProject(), QgsProcessingContext()
    destination = QgsProcessingOutputLayerDefinition(path, project)
    feedback = QgsProcessingFeedback(False)
    results, fine = algorithm.run({"OUTPUT_RASTER": destination}, context, feedback, {}, False)
    assert fine
    assert results == {"OUTPUT_RASTER": path}
    assert (tmp_path / "map.qml").is_file()
    details = context.layersToLoadOnCompletion()[path]
    assert (details.name, details.outputName) == ("Raster", "OUTPUT_RASTER")
    layer = QgsRasterLayer(path, "it")
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.renderer().type() == "paletted"


def test_two_layers_whose_styles_would_share_a_file_are_refused(qgis_app, sample_jobs, tmp_path):
    places = {"OUTPUT_RASTER": str(tmp_path / "map.tif"), "OUTPUT_VECTOR": str(tmp_path / "map.gpkg")}
    algorithm = JobAlgorithm(sample_jobs["sample.everything"])
    algorithm.initAlgorithm()
    fine, problem = algorithm.checkParameterValues(places, QgsProcessingContext())
    assert not fine
    assert "would share one style file" in problem


def test_a_message_names_an_input_as_the_form_does(qgis_app, sample_jobs):
    job = sample_jobs["sample.everything"]
    title = next(parameter.title for parameter in job.parameters if parameter.name == "raster")
    assert (
        job_module.spoken("State it (raster), or (not_one).", job)
        == f"State it ({title}, RASTER), or (not_one)."
    )


def test_an_output_that_a_batch_leaves_empty_is_not_asked_for(qgis_app, sample_jobs):
    empty = QgsProcessingOutputLayerDefinition("", QgsProject())
    values = Values(JobAlgorithm(sample_jobs["sample.everything"]), {"A": empty}, QgsProcessingContext())
    assert values.raw("A") is None


def test_how_long_each_stage_took_is_no_result():
    told = {"tiles": 4, "infer_s": 0.2, "pixels": {"sea": 3}, "provider": "cpu"}
    assert [name for name, value in told.items() if job_module._is_shown(name, value)] == [
        "tiles",
        "provider",
    ]


def test_the_help_shows_keys_and_links(qgis_app, sample_jobs):
    text = JobAlgorithm(sample_jobs["sample.everything"]).create().shortHelpString()
    assert "<code>a</code> The first" in text
    assert '<a href="https://example.org">Home</a>' in text


def test_a_job_is_found_by_its_id_and_tags(qgis_app, sample_jobs):
    algorithm = JobAlgorithm(sample_jobs["sample.everything"]).create()
    assert algorithm.name() == "sample.everything"
    assert "sample" in algorithm.tags()
    assert algorithm.helpUrl() == "https://example.org"
