from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from releve.plugin.runner import LocalRunner, NoBackend
from releve.plugin.runner.interpreter import Interpreter


class Ears:
    """Hears what a call tells."""

    def __init__(self):
        self.results, self.errors, self.previews, self.progress = [], [], [], []

    def callbacks(self):
        return {
            "on_result": self.results.append,
            "on_error": self.errors.append,
            "on_preview": self.previews.append,
            "on_progress": lambda fraction, message: self.progress.append((fraction, message)),
        }

    def heard(self):
        return bool(self.results or self.errors)


@pytest.fixture
def ears():
    return Ears()


@pytest.fixture
def open_session(qgis_app, fake_command):
    from releve.plugin.session import BackendSession

    opened = []

    def start(scenario, *, python=sys.executable, **options):
        session = BackendSession(
            find=options.pop("find", lambda: Interpreter(Path(python), "setting")),
            open_on=lambda _: LocalRunner(fake_command(scenario), grace_s=0.3),
            **options,
        )
        opened.append(session)
        return session

    yield start
    for session in opened:
        session.close()


def worker_of(session):
    return session._runner._process


def test_a_call_tells_progress_previews_and_the_result(open_session, ears, wait_until):
    open_session("well").request("any.job", {}, **ears.callbacks())
    wait_until(ears.heard)
    assert ears.results[0].values == {"answer": 42}
    assert ears.progress == [(0.5, "half way")]
    assert ears.previews[0]["tile"] == [1, 2]
    assert ears.errors == []


def test_nothing_that_takes_time_is_done_in_the_windows_thread(open_session, ears, wait_until):
    threads = []

    def find():
        threads.append(threading.current_thread())
        return Interpreter(Path(sys.executable), "setting")

    open_session("well", find=find).request("any.job", {}, **ears.callbacks())
    wait_until(ears.heard)
    assert threading.main_thread() not in threads


def test_secrets_travel_beside_the_request(open_session, ears, wait_until):
    session = open_session("echo")
    session.request("any.job", {"a": 1}, {"map": "/x.tif"}, secrets={"token": "s"}, **ears.callbacks())
    wait_until(ears.heard)
    message = ears.results[0].values["message"]
    assert message["secrets"] == {"token": "s"}
    assert message["request"]["inputs"] == {"a": 1}
    assert message["request"]["outputs"] == {"map": {"path": "/x.tif"}}


def test_one_worker_serves_every_call(open_session, wait_until):
    session, workers = open_session("well"), set()
    for _ in range(3):
        ears = Ears()
        session.request("any.job", {}, **ears.callbacks())
        wait_until(ears.heard)
        workers.add(worker_of(session).pid)
    assert len(workers) == 1


def test_after_a_crash_the_next_call_starts_another_worker(open_session, ears, wait_until):
    session = open_session("mixed")
    session.request("any.job", {"n": 1}, **ears.callbacks())
    wait_until(ears.heard)
    first, after = worker_of(session), Ears()
    os.kill(first.pid, signal.SIGKILL)
    assert first.wait(5)
    session.request("any.job", {"n": 2}, **after.callbacks())
    wait_until(after.heard)
    assert after.results
    assert worker_of(session).pid != first.pid


def test_a_crash_is_told_in_a_sentence(open_session, ears, wait_until):
    open_session("crash").request("any.job", {}, **ears.callbacks())
    wait_until(ears.heard)
    assert "stopped in the middle of the work" in str(ears.errors[0])


def test_a_cancelled_call_tells_nothing_more(open_session, ears, wait_until):
    session = open_session("patient")
    call = session.request("any.job", {}, **ears.callbacks())
    call.cancel()
    call.cancel()
    wait_until(lambda: not session._calls)
    assert not ears.heard()


def test_a_missing_backend_is_told_as_such_and_found_once_it_is_there(open_session, ears, wait_until):
    found = []

    def find():
        if not found:
            raise NoBackend("not installed", kind="NoBackend")
        return found[0]

    session = open_session("well", find=find)
    session.request("any.job", {}, **ears.callbacks())
    wait_until(ears.heard)
    assert isinstance(ears.errors[0], NoBackend)
    found.append(Interpreter(Path(sys.executable), "profile"))
    later = Ears()
    session.request("any.job", {}, **later.callbacks())
    wait_until(later.heard)
    assert later.results


def test_another_interpreter_gets_a_worker_of_its_own(open_session, wait_until):
    choice = [Interpreter(Path("/one"), "setting")]
    session, workers = open_session("well", find=lambda: choice[0]), []
    for path in ("/one", "/two"):
        choice[0] = Interpreter(Path(path), "setting")
        ears = Ears()
        session.request("any.job", {}, **ears.callbacks())
        wait_until(ears.heard)
        workers.append(worker_of(session))
    assert workers[0].wait(5)
    assert not workers[1].wait(0)


def test_an_idle_session_lets_its_worker_go(open_session, ears, wait_until):
    session = open_session("well", idle_ms=50)
    session.request("any.job", {}, **ears.callbacks())
    wait_until(ears.heard)
    wait_until(lambda: session._runner is None)


def test_all_sessions_let_their_workers_go_for_another_backend(open_session, wait_until):
    from releve.plugin.session import release_all

    sessions = [open_session("well"), open_session("well"), open_session("well")]
    for session in sessions[:2]:
        ears = Ears()
        session.request("any.job", {}, **ears.callbacks())
        wait_until(ears.heard)
    release_all()
    wait_until(lambda: all(session._runner is None for session in sessions))
    assert sessions[2]._courier._thread is None


def test_a_flood_of_events_leaves_the_window_its_turn(open_session, ears, wait_until):
    from qgis.PyQt.QtCore import QTimer

    pauses, last = [], [time.monotonic()]

    def beat():
        pauses.append(time.monotonic() - last[0])
        last[0] = time.monotonic()

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(1)
    open_session("flood").request("any.job", {}, **ears.callbacks())
    wait_until(lambda: len(ears.previews) > 20_000)
    assert len(pauses) > 10  # it beat while they came


def test_closing_ends_the_worker_and_may_be_repeated(open_session, ears, wait_until):
    session = open_session("well")
    session.request("any.job", {}, **ears.callbacks())
    wait_until(ears.heard)
    worker = worker_of(session)
    session.close()
    session.close()
    assert worker.wait(0)


def test_closing_right_after_a_request_leaves_nothing_behind(open_session, ears):
    session = open_session("stuck")
    session.request("any.job", {}, **ears.callbacks())
    session.close()
    assert session._runner is None
    assert not ears.heard()


def test_a_job_that_the_administrator_has_disabled_is_refused(open_session, ears, wait_until, machine):
    machine("disabled=model.fetch\n")
    open_session("well").request("model.fetch", {}, **ears.callbacks())
    wait_until(ears.heard)
    assert str(ears.errors[0]) == "model.fetch is disabled on this computer by its administrator"
