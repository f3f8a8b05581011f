from __future__ import annotations

import io
import json
import signal
import time

import pytest

from releve.processing import console
from releve.processing.doctor import mask


def test_jobs_lists_every_job_with_its_title(releve):
    result = releve("jobs")
    assert result.returncode == 0
    assert ["sample.everything", "Everything"] in map(str.split, result.stdout.splitlines())


def test_jobs_as_json_holds_the_descriptions(releve):
    processes = json.loads(releve("jobs", "--json").stdout)["processes"]
    assert "sample.everything" in [process["id"] for process in processes]


def test_describe_says_what_a_form_would_say(releve):
    text = releve("describe", "sample.everything").stdout
    for line in (
        "number  Number (number, minimum 0, maximum 10, m, optional)",
        "a: The first",
        "raster  Raster (.tif)",
    ):
        assert line in text


def test_run_takes_values_a_json_request_and_lists(releve, tmp_path):
    request = tmp_path / "request.json"
    request.write_text(json.dumps({"inputs": {"count": 5, "text": "from the file"}}))
    report = tmp_path / "a.html"
    arguments = (
        f"file={report}",
        "text=from the line",
        "rasters=a.tif",
        "rasters=b.tif",
        "--json",
        str(request),
    )
    result = releve("run", "sample.everything", *arguments)
    assert result.returncode == 0, result.stderr
    assert result.stdout == f"file: {report}\ncount = 5\n"
    received = report.read_text()
    assert "from the line" in received
    assert "href='a.tif'" in received
    assert "href='b.tif'" in received


def test_numbers_are_told_in_as_many_digits_as_one_reads(monkeypatch):
    told = io.BytesIO()
    monkeypatch.setattr(console, "claim_output", lambda: told)
    values = {"error_m": 0.4404348698488963, "area_m2": 3038994.02, "count": 1234567}
    console.Narrator()({"event": "result", "outputs": {}, "values": values})
    assert told.getvalue() == b"error_m = 0.440435\narea_m2 = 3038994.02\ncount = 1234567\n"


def test_names_may_be_spelt_as_qgis_does(releve, tmp_path):
    result = releve("run", "sample.everything", "COUNT=5", f"FILE={tmp_path / 'a.html'}")
    assert result.stdout.endswith("count = 5\n")


def test_run_with_events_prints_the_protocol_and_nothing_else(releve, tmp_path):
    result = releve("run", "sample.behaviour", "kind=prints", f"report={tmp_path / 'a.html'}", "--events")
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert events[-1]["event"] == "result"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["sample.behaviour", "kind=poorly"], 1, "Error: found nothing, a raster is needed: give one\n"),
        (["sample.behaviour", "kind=bug"], 1, "please report this"),
        (["sample.behaviour", "kind"], 1, "is not KEY=VALUE"),
        (["sample.behaviours"], 1, "there is no job"),
        (["sample.everything", "number=11"], 1, "a number from 0 to 10 is needed"),
        (["sample.behaviour", "--bogus"], 2, "No such option"),
        (
            ["sample.everything", "numbre=1"],
            1,
            "no parameter or output 'numbre'; there are number (is it meant?)",
        ),
        (["sample.everything", "--json", "/dev/null"], 1, "is not JSON"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence_with_a_status(releve, tmp_path, arguments, status, sentence):
    result = releve(
        "run", *arguments, *([f"report={tmp_path / 'a.html'}"] if "behaviour" in arguments[0] else [])
    )
    assert result.returncode == status
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_traceback_is_shown_on_request(releve, tmp_path):
    result = releve("run", "sample.behaviour", "kind=bug", f"report={tmp_path / 'a.html'}", "--traceback")
    assert "ZeroDivisionError" in result.stderr


@pytest.mark.parametrize("kind", ["well", "stuck"])
def test_ctrl_c_ends_a_run_within_two_seconds_with_130(start_releve, tmp_path, kind):
    arguments = (f"kind={kind}", "seconds=60", f"report={tmp_path / 'a.html'}", "--events")
    with start_releve("run", "sample.behaviour", *arguments) as process:
        process.stdout.readline()
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=10)
    assert process.returncode == 130
    assert time.monotonic() - start < 2
    assert list(tmp_path.iterdir()) == []


def test_a_closed_standard_input_does_not_end_a_run(start_releve, tmp_path):
    with start_releve(
        "run", "sample.behaviour", "kind=well", "seconds=1", f"report={tmp_path / 'a.html'}"
    ) as process:
        process.communicate(timeout=20)  # closes it first
    assert process.returncode == 0


def test_a_model_is_checked_shown_and_its_card_printed(releve, root):
    model = str(root / "resources" / "models" / "olinda_landcover.onnx")
    assert "ok = True" in releve("model", "check", model).stdout
    assert "Ground resolution: 28.5 m" in releve("model", "show", model).stdout
    assert json.loads(releve("model", "card", model).stdout)["type"] == "Feature"


def test_the_doctor_finds_a_healthy_installation_and_a_sick_one(releve, monkeypatch):
    well = releve("doctor")
    assert well.returncode == 0, well.stdout
    assert "cpu" in well.stdout
    monkeypatch.setenv("RELEVE_CACHE", "/proc/nowhere")
    sick = releve("doctor")
    assert sick.returncode == 1
    assert "name another with RELEVE_CACHE" in sick.stdout


def test_the_report_of_the_doctor_holds_no_secret(monkeypatch):
    monkeypatch.setenv("HOME", "/home/marie")
    text = "✓ https_proxy: http://marie:secret@proxy:3128/?token=secret\n✓ Cache: /home/marie/.cache"
    assert mask(text) == "✓ https_proxy: http://proxy:3128/\n✓ Cache: ~/.cache"
    assert mask("http_proxy: marie:secret@proxy:3128") == "http_proxy: proxy:3128"
    assert mask("http_proxy: http://[x") == "http_proxy: http://[x"


def test_data_of_another_proj_do_not_disturb(releve, root, monkeypatch):
    for name in ("PROJ_LIB", "PROJ_DATA", "GDAL_DATA"):
        monkeypatch.setenv(name, "/elsewhere")
    model = str(root / "resources" / "models" / "olinda_landcover.onnx")
    assert releve("model", "check", model).returncode == 0


def test_the_cache_is_shown_and_cleared(releve, own_cache):
    (own_cache / "blocks").mkdir()
    (own_cache / "blocks" / "a").mkdir()
    assert "1 entries" in releve("cache").stdout
    assert "1 entries removed" in releve("cache", "clear").stdout


def test_the_models_of_a_folder_are_listed_in_words(releve, root, tmp_path):
    (tmp_path / "page.onnx").write_text("<html></html>")
    done = releve("model", "list", str(root / "resources" / "models"), str(tmp_path))
    assert done.returncode == 0
    assert "Land cover of the coast at Olinda, Landsat 7: classes of pixels, 28.5 m, GPL-2.0" in done.stdout
    assert "page: page.onnx is a web page" in done.stdout


def test_a_run_ends_although_nobody_reads_what_it_says(start_releve, root):
    with start_releve("run", "model.card", f"model={root}/resources/models/olinda_landcover.onnx") as process:
        process.stdout.close()
        process.stderr.close()
        assert process.wait(30) in (0, 120)  # Python says 120 where its last words cannot be written
