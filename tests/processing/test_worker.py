from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest


def behave(path: Path, kind: str = "well", seconds: float = 0, identity: object = 1) -> dict:
    inputs = {"kind": kind, "seconds": seconds}
    request = {"job": "sample.behaviour", "inputs": inputs, "outputs": {"report": {"path": str(path)}}}
    return {"id": identity, "request": request}


def leftovers(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.name not in {"runs", "blocks"}]


@pytest.fixture
def places(tmp_path, monkeypatch, own_cache):
    """Folder of results, the temporary folder and the cache, all empty."""
    results, temporary = tmp_path / "résultats d'été", tmp_path / "tmp"
    results.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    return results, temporary, own_cache


def test_a_worker_says_hello_then_serves_numbered_requests(start_worker, places):
    worker = start_worker()
    assert next(worker.events())["event"] == "hello"
    worker.send(behave(places[0] / "a.html", identity="first"))
    result = worker.until("result", "first")
    assert result["outputs"]["report"]["path"] == str(places[0] / "a.html")
    worker.send(behave(places[0] / "b.html", identity=2))
    worker.until("result", 2)
    assert worker.close() == 0
    assert sorted(path.name for path in leftovers(*places)) == [
        "a.html", "a.html.aux.xml", "b.html", "b.html.aux.xml",
    ]  # fmt: skip


def test_requests_of_a_session_run_side_by_side(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "slow.html", seconds=20, identity=1))
    worker.until("progress", 1)
    worker.send(behave(places[0] / "fast.html", identity=2))
    worker.until("result", 2)


def test_an_error_of_ours_arrives_as_a_sentence(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", "poorly"))
    error = worker.until("error")
    assert error["type"] == "RasterError"
    assert error["message"] == "found nothing, a raster is needed: give one"
    assert "traceback" not in error
    assert leftovers(*places) == []


def test_a_bug_arrives_with_its_traceback(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", "bug"))
    error = worker.until("error")
    assert "ZeroDivisionError" in error["traceback"]
    assert leftovers(*places) == []


def test_what_libraries_and_child_programs_print_stays_out_of_the_events(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", "prints"))
    worker.until("result")
    worker.send({"cancel": 1})
    worker.send(behave(places[0] / "b.html", identity=2))
    worker.until("result", 2)  # the child's `cat` has not eaten the line
    worker.close()
    assert b"a child program says hello" in worker.process.stderr.read()


GARBAGE = [b"{", b"[]", b"\xff\xfe", b'{"id": 1}', b'{"request": 3}', b"[" * 200_000, b'{"cancel": {}}']
GARBAGE += [b'{"id": [1], "request": {}}', b'{"id": NaN, "request": {}}', b"null"]


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
def test_a_line_that_is_no_request_is_refused_and_the_next_is_served(start_worker, places, garbage):
    worker = start_worker()
    worker.process.stdin.write(garbage + b"\n")
    worker.process.stdin.flush()
    assert worker.until("error")["type"] == "RequestError"
    worker.send(behave(places[0] / "a.html"))
    worker.until("result", 1)


@pytest.mark.parametrize("kind", ["well", "stuck"])
@pytest.mark.parametrize("how", ["line", "end of input", "SIGTERM", "SIGINT"])
def test_a_cancel_ends_within_two_seconds_and_leaves_nothing(start_worker, places, kind, how):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", kind, seconds=60))
    worker.until("progress")
    start = time.monotonic()
    if how == "line":
        worker.send({"cancel": 1})
    elif how == "end of input":
        worker.process.stdin.close()
    else:
        worker.process.send_signal(getattr(signal, how))
    assert worker.until("error")["type"] == "Cancelled"
    if how != "line" or kind == "stuck":
        worker.process.wait(10)
    assert time.monotonic() - start < 2
    assert leftovers(*places) == []


def test_killing_a_stuck_request_interrupts_its_siblings(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", "stuck", seconds=60, identity=1))
    worker.until("progress", 1)
    worker.send(behave(places[0] / "b.html", "well", seconds=60, identity=2))
    worker.until("progress", 2)
    worker.send({"cancel": 1})
    assert worker.until("error", 1)["type"] == "Cancelled"
    assert worker.until("error", 2)["type"] == "Interrupted"
    assert leftovers(*places) == []


def test_a_request_that_waits_for_its_turn_is_cancelled_without_harm_to_others(start_worker, places):
    worker = start_worker()
    for number in range(5):  # one more than run side by side
        worker.send(behave(places[0] / f"{number}.html", seconds=4, identity=number))
    for number in range(4):
        worker.until("progress", number)
    worker.send({"cancel": 4})
    assert worker.until("error", 4)["type"] == "Cancelled"
    worker.until("result", 0)


def test_a_second_request_of_one_id_is_refused_and_the_first_goes_on(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", seconds=1))
    worker.send(behave(places[0] / "b.html", seconds=1))
    assert "is under way" in worker.until("error", None)["message"]
    worker.until("result", 1)


def test_whoever_was_cancelled_is_not_told_to_come_again(start_worker, places):
    worker = start_worker()
    for number in (1, 2):
        worker.send(behave(places[0] / f"{number}.html", "stuck", seconds=60, identity=number))
        worker.until("progress", number)
    worker.send({"cancel": 1})
    worker.send({"cancel": 2})
    assert [event["type"] for event in worker.events() if event["event"] == "error"] == ["Cancelled"] * 2


def test_a_job_that_writes_on_while_it_is_killed_leaves_nothing(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", "scribbles", seconds=60))
    worker.until("progress")
    worker.send({"cancel": 1})
    worker.until("error")
    worker.process.wait(10)
    assert leftovers(*places) == []


def test_what_cannot_be_told_is_found_before_anything_is_put_in_place(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", "tells nonsense"))
    assert "please report" in worker.until("error")["message"]
    assert leftovers(*places) == []


def test_the_next_start_sweeps_what_a_kill_left(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", seconds=60))
    worker.until("progress")
    os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.wait()
    assert leftovers(*places) != []
    following = start_worker()
    following.send(behave(places[0] / "b.html"))
    following.until("result")
    following.close()
    assert sorted(path.name for path in leftovers(*places)) == ["b.html", "b.html.aux.xml"]


def test_a_cancel_that_comes_before_the_work_is_heeded(start_worker, places):
    worker = start_worker()
    worker.send(behave(places[0] / "a.html", seconds=60))
    worker.send({"cancel": 1})
    assert worker.until("error")["type"] == "Cancelled"
    assert leftovers(*places) == []


def test_the_worker_answers_in_the_language_of_the_request(start_worker, places):
    worker = start_worker()
    message = behave(places[0] / "a.html", "no such kind")
    message["request"]["language"] = "fr"
    worker.send(message)
    assert "il faut" in worker.until("error")["message"]
