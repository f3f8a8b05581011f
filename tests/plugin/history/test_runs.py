from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from dataclasses import replace

import pytest

from releve.plugin.history import runs as module
from releve.plugin.history.runs import KEPT, SESSION, SLACK, Record, RunList, hold_session, release_sessions


@pytest.fixture
def runs(tmp_path, qgis_app):
    hold_session(tmp_path)
    yield RunList(tmp_path)
    release_sessions()


def record(identity="a", **facts):
    told = {"job": "test.one", "name": "unet, été", "began": "2026-11-24T10:00:00+01:00", "session": SESSION}
    return Record(identity, **{**told, **facts})


def test_a_run_is_there_from_its_beginning_and_knows_its_end(runs):
    runs.begin(record(inputs={"model": "/m.onnx"}))
    assert [one.outcome for one in runs.read()] == ["running"]
    runs.end("a", "done", seconds=3.5, log="all well")
    (one,) = runs.read()
    assert (one.outcome, one.seconds, one.log, one.inputs) == ("done", 3.5, "all well", {"model": "/m.onnx"})


def test_the_newest_is_first_and_what_is_removed_is_gone(runs):
    for identity in "abc":
        runs.begin(record(identity))
    runs.remove("b")
    assert [one.id for one in runs.read()] == ["c", "a"]


def test_a_run_whose_qgis_is_gone_was_interrupted(runs):
    runs.begin(record(session="another"))
    assert [one.outcome for one in runs.read()] == ["interrupted"]


KILLED = """
    import os, sys
    sys.path[:0] = {path!r}
    from pathlib import Path
    import runpy
    from importlib.util import module_from_spec, spec_from_file_location
    spec = spec_from_file_location("releve", {root!r} + "/__init__.py", submodule_search_locations=[{root!r}])
    sys.modules["releve"] = module_from_spec(spec)
    from releve.plugin.history.runs import SESSION, Record, RunList, hold_session
    folder = Path({folder!r})
    hold_session(folder)
    RunList(folder).begin(Record("a", "test.one", "x", "2026-11-24T10:00:00", SESSION))
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_a_run_of_another_qgis_runs_until_that_one_is_killed(runs, tmp_path, root):
    code = textwrap.dedent(KILLED.format(path=sys.path, root=str(root), folder=str(tmp_path)))
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout.readline() == "ready\n"
        assert [one.outcome for one in runs.read()] == ["running"]
        other.kill()
        other.wait()
        assert [one.outcome for one in runs.read()] == ["interrupted"]


def test_half_a_line_takes_no_other_run_down(runs):
    runs.begin(record("a"))
    with runs.path.open("a", encoding="utf-8") as stream:
        stream.write('\n{"event": "begin", "id": "half", "job"')
    runs.begin(record("b"))
    with runs.path.open("a", encoding="utf-8") as stream:
        stream.write(
            '\n[1]\n{"event": "begin", "id": "x"}\n{"event": "end", "id": "nobody", "outcome": "done"}'
        )
    assert [one.id for one in runs.read()] == ["b", "a"]


def test_what_a_newer_version_wrote_more_is_left_out(runs):
    runs.begin(record("a"))
    event = {"event": "end", "id": "a", "outcome": "done", "seconds": 1, "flavour": "sweet"}
    with runs.path.open("a", encoding="utf-8") as stream:
        stream.write("\n" + json.dumps(event))
    assert runs.read() == [replace(record("a"), outcome="done", seconds=1)]


def test_the_list_does_not_grow_for_ever(runs, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 4)
    monkeypatch.setattr(module, "SLACK", 2)
    for number in range(20):
        runs.begin(record(f"{number}"))
        runs.end(f"{number}", "done", seconds=number)
    assert [one.id for one in runs.read()] == ["19", "18", "17", "16"]
    assert [one.seconds for one in runs.read()] == [19, 18, 17, 16]
    assert len(runs.path.read_text(encoding="utf-8").split("\n")) < 20
    assert (KEPT, SLACK) == (200, 50)
