"""The local runner against a backend that misbehaves by script."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from releve.plugin.runner import BackendError, Cancelled, LocalRunner, NoBackend, Result, follow
from releve.plugin.runner.local import close_all

REQUEST = {"job": "test.one", "version": "1.0.0", "inputs": {}, "outputs": {}}


@pytest.fixture
def runner(fake_command):
    opened = []

    def open_runner(scenario, **options):
        opened.append(LocalRunner(fake_command(scenario), **options))
        return opened[-1]

    yield open_runner
    for one in opened:
        one.close()


def run(runner, feedback, request=REQUEST, **options):
    return follow(runner.start(request), feedback, **options)


def worker_pid(runner):
    return runner._process.pid


def test_a_request_that_goes_well_tells_progress_messages_and_result(runner, feedback):
    previews = []
    result = run(runner("well"), feedback, on_preview=previews.append)
    assert result == Result({}, {"answer": 42})
    assert feedback.told == [50]
    assert feedback.lines == ["half way", "for your information", "warning: take care"]
    assert [event["tile"] for event in previews] == [[1, 2]]


def test_one_process_serves_many_requests(runner, feedback):
    session = runner("echo")
    run(session, feedback)
    first = worker_pid(session)
    runs = [session.start({**REQUEST, "n": n}) for n in range(5)]
    results = [follow(one, feedback).values["message"] for one in runs]
    assert [message["request"]["n"] for message in results] == list(range(5))
    assert len({message["id"] for message in results}) == 5
    assert worker_pid(session) == first


def test_secrets_travel_beside_the_request(runner, feedback):
    run = runner("echo").start(REQUEST, secrets={"token": "t0p"})
    message = follow(run, feedback).values["message"]
    assert message["secrets"] == {"token": "t0p"}
    assert "t0p" not in str(message["request"])


def test_the_worker_does_not_see_the_variables_of_qgis(runner, feedback, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    monkeypatch.setenv("PROJ_LIB", "/usr/share/proj")
    monkeypatch.setenv("https_proxy", "http://proxy:3128")
    before = dict(os.environ)
    environment = run(runner("echo"), feedback).values["environment"]
    assert "PYTHONHOME" not in environment
    assert "PROJ_LIB" not in environment
    assert environment["https_proxy"] == "http://proxy:3128"
    assert dict(os.environ) == before


def test_an_error_of_the_backend_keeps_its_words_and_its_name(runner, feedback):
    with pytest.raises(BackendError, match="0 pixel demandé\nchoisissez une zone plus petite") as caught:
        run(runner("refuse"), feedback)
    assert caught.value.kind == "GridError"


def test_a_crash_is_told_with_the_last_words(runner, feedback):
    with pytest.raises(BackendError, match=r"SIGABRT(.|\n)*native code says: out of luck"):
        run(runner("crash"), feedback)


def test_death_by_sigkill_speaks_of_memory(runner, feedback):
    with pytest.raises(BackendError, match="memory"):
        run(runner("crash"), feedback, {**REQUEST, "hard": True})


def test_an_exit_without_a_last_event_is_a_failure_even_with_status_0(runner, feedback):
    with pytest.raises(BackendError, match="exit status 0"):
        run(runner("leave"), feedback)


def test_after_a_crash_the_next_request_gets_a_new_process(runner, feedback):
    session = runner("crash")
    for _ in range(2):
        with pytest.raises(BackendError, match="SIGABRT"):
            run(session, feedback)


def test_lines_that_are_no_events_are_passed_over(runner, feedback):
    assert run(runner("garbage"), feedback).values == {"answer": 42}


def test_half_a_line_at_the_end_is_a_crash(runner, feedback):
    with pytest.raises(BackendError, match="exit status 3"):
        run(runner("half"), feedback)


def test_a_line_may_come_in_pieces(runner, feedback):
    assert run(runner("pieces"), feedback).values == {"name": "forêt"}


def test_no_event_of_100_000_is_lost_or_out_of_order(runner, feedback):
    seen = []
    run(runner("flood"), feedback, on_preview=lambda event: seen.append(event["n"]))
    assert seen == list(range(100_000))


def test_a_megabyte_of_standard_error_does_not_hang(runner, feedback):
    session = runner("noise")
    assert run(session, feedback).values == {"answer": 42}
    assert len(session._process.last_words()) <= 200


def test_what_comes_after_the_last_event_is_dropped(runner, feedback):
    session = runner("twice")
    one = session.start(REQUEST)
    assert follow(one, feedback).values == {"answer": 42}
    assert one.next_event(0.3) is None


def test_a_backend_of_another_protocol_is_refused_with_the_remedy(runner, feedback):
    session = runner("protocol")
    with pytest.raises(BackendError, match=r"protocol 99.*needs 1.*releve:backend\.install"):
        run(session, feedback)


def test_a_silent_backend_is_given_up(runner, feedback):
    with pytest.raises(BackendError, match="said nothing"):
        run(runner("silence", hello_s=0.3), feedback)


def test_a_worker_that_closes_its_output_is_ended(runner, feedback):
    with pytest.raises(BackendError, match="SIGKILL"):
        run(runner("mute", grace_s=0.2), feedback)


def test_a_program_that_does_not_exist_is_told_by_name(feedback):
    with pytest.raises(NoBackend, match="/nowhere/python"), LocalRunner(["/nowhere/python"]) as session:
        session.start(REQUEST)


def test_a_cancel_that_is_obeyed_does_not_kill(runner, feedback):
    session = runner("patient")
    one = session.start(REQUEST)
    assert one.next_event(0.3) is None
    pid = worker_pid(session)
    feedback.cancel()
    with pytest.raises(Cancelled):
        follow(one, feedback)
    assert worker_pid(session) == pid


def test_a_result_that_comes_after_the_cancel_stands(runner, feedback):
    one = runner("slowly").start(REQUEST)
    one.cancel()
    one.cancel()
    assert follow(one, feedback).values == {"answer": 42}


def test_a_stuck_worker_is_killed_with_its_children_after_the_grace(runner, feedback, has_ended):
    session = runner("stuck", grace_s=0.3)
    one = session.start(REQUEST)
    child = int(one.next_event(5)["message"])
    worker, start = worker_pid(session), time.monotonic()
    feedback.cancel()
    with pytest.raises(Cancelled):
        follow(one, feedback)
    assert time.monotonic() - start < 1.5
    assert has_ended(worker)
    assert has_ended(child)


def test_a_killed_worker_leaves_no_grandchild(runner, feedback, has_ended):
    one = runner("orphan").start(REQUEST)
    child = int(one.next_event(5)["message"])
    with pytest.raises(BackendError, match="SIGKILL"):
        follow(one, feedback)
    assert has_ended(child)


def test_siblings_of_a_killed_request_are_sent_again(runner, feedback):
    session = runner("mixed", grace_s=0.3)
    stuck = session.start({**REQUEST, "stuck": True})
    sibling = session.start({**REQUEST, "seconds": 1})
    stuck.cancel()
    with pytest.raises(Cancelled):
        follow(stuck, feedback)
    assert follow(sibling, feedback).values == {"answer": 42}


def test_closing_ends_a_stuck_worker_and_may_be_repeated(runner, has_ended):
    session = runner("stuck", grace_s=0.3)
    one = session.start(REQUEST)
    child = int(one.next_event(5)["message"])
    worker = worker_pid(session)
    session.close()
    session.close()
    assert has_ended(worker)
    assert has_ended(child)
    assert one.next_event(1)["type"] == "Cancelled"


def test_unloading_ends_every_worker(runner, has_ended):
    session = runner("stuck", grace_s=0.3)
    session.start(REQUEST).next_event(5)
    worker = worker_pid(session)
    close_all()
    assert has_ended(worker)


def test_waiting_costs_no_processor_time(runner, feedback):
    one = runner("patient").start(REQUEST)
    threading.Timer(1, feedback.cancel).start()
    start = time.process_time()
    with pytest.raises(Cancelled):
        follow(one, feedback)
    assert time.process_time() - start < 0.3


PARENT = """
import sys
from importlib.util import module_from_spec, spec_from_file_location
root = sys.argv[1]
spec = spec_from_file_location("releve", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["releve"] = module_from_spec(spec)
spec.loader.exec_module(sys.modules["releve"])
from releve.plugin.runner import LocalRunner
runner = LocalRunner(sys.argv[2:])
run = runner.start({"job": "test"})
print(run.next_event(5)["message"], runner._process.pid, flush=True)
run.next_event(60)
"""


def test_a_worker_does_not_outlive_a_killed_qgis(fake_command, root, has_ended):
    command = [sys.executable, "-c", PARENT, str(root), *fake_command("stuck")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        child, worker = map(int, parent.stdout.readline().split())
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    assert has_ended(worker, within_s=3)
    os.kill(child, signal.SIGKILL)  # the fake does not look after its children; the real backend does
