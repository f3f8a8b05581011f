from __future__ import annotations

import os
import sys
import threading

import pytest

from releve.plugin.runner.process import KEPT_LINES, LineProcess


@pytest.fixture
def start():
    processes = []

    def start(script, **options):
        lines, ends = [], []
        process = LineProcess(
            [sys.executable, "-c", script],
            dict(os.environ),
            on_line=lambda _, line: lines.append(line),
            on_end=lambda _, status: ends.append(status),
            **options,
        )
        processes.append(process)
        return process, lines, ends

    yield start
    for process in processes:
        process.kill()
        process.wait(5)


def test_lines_come_whole_and_before_the_end(start):
    process, lines, ends = start("import sys; sys.stdout.write('one\\n\\ntwo\\nlast without end')")
    assert process.wait(5)
    assert lines == [b"one", b"", b"two", b"last without end"]
    assert ends == [0]


def test_what_is_sent_arrives(start):
    process, lines, _ = start("print(input()[::-1])")
    process.send("éà".encode())
    assert process.wait(5)
    assert lines == ["àé".encode()]


def test_a_closed_input_is_the_end_of_file(start):
    process, lines, _ = start("import sys; print(len(sys.stdin.read()))")
    process.close_input()
    process.close_input()
    process.send(b"too late")
    assert process.wait(5)
    assert lines == [b"0"]


def test_a_message_longer_than_a_pipe_arrives(start):
    process, lines, _ = start("print(len(input()))")
    process.send(b"x" * 1_000_000)
    assert process.wait(5)
    assert lines == [b"1000000"]


def test_the_last_lines_of_standard_error_are_kept(start):
    process, _, _ = start("import sys; [print(n, file=sys.stderr) for n in range(1000)]")
    assert process.wait(5)
    assert process.last_words() == [str(n) for n in range(1000 - KEPT_LINES, 1000)]


def test_the_status_of_a_kill_is_the_signal(start):
    process, _, ends = start("import time; time.sleep(60)")
    process.kill()
    assert process.wait(5)
    assert ends == [-9]


def test_threads_end_with_the_process(start):
    before = set(threading.enumerate())
    process, _, _ = start("pass")
    assert process.wait(5)
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
    assert set(threading.enumerate()) <= before
