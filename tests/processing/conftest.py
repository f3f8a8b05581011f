"""What the tests of the backend share: a cache of their own, and workers that know the sample package."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_PACKAGE = ROOT / "tests" / "sample_package"

# As an installed package would be found, although nothing is installed.
_START = f"""
import runpy, sys
sys.path.insert(0, {str(SAMPLE_PACKAGE)!r})
sys.argv[0] = {str(ROOT / "processing" / "__main__.py")!r}
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("RELEVE_CACHE", str(folder))
    return folder


@pytest.fixture
def sample_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The sample package, as if it were installed."""
    from releve.processing.catalogue import all_jobs

    monkeypatch.syspath_prepend(str(SAMPLE_PACKAGE))
    all_jobs.cache_clear()
    yield
    all_jobs.cache_clear()


def command(*arguments: str) -> list[str]:
    """A command line of ``releve`` that knows the sample package."""
    return [sys.executable, "-I", "-X", "utf8", "-c", _START, *arguments]


@pytest.fixture
def releve() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a command line of ``releve`` to its end."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command(*arguments), capture_output=True, text=True, timeout=60)

    return run


@pytest.fixture
def start_releve() -> Callable[..., subprocess.Popen[str]]:
    """Starts a command line of ``releve``."""

    def start(*arguments: str) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(command(*arguments), stdin=pipe, stdout=pipe, stderr=pipe, text=True)

    return start


class Worker:
    """A worker process and its events."""

    def __init__(self) -> None:
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            command("worker"), stdin=pipe, stdout=pipe, stderr=subprocess.PIPE, start_new_session=True
        )

    def send(self, message: dict[str, Any]) -> None:
        """Send one line."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()

    def events(self) -> Iterator[dict[str, Any]]:
        """Events as they come, until the worker ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            yield json.loads(line)

    def until(self, kind: str, identity: Any = ...) -> dict[str, Any]:
        """The next event of a kind."""
        for event in self.events():
            if event["event"] == kind and identity in (..., event["id"]):
                return event
        raise AssertionError(f"the worker ended without {kind}: {self.process.stderr.read().decode()}")

    def close(self) -> int:
        """Close standard input and wait for the end."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(10)


@pytest.fixture
def start_worker() -> Iterator[Callable[[], Worker]]:
    """Starts workers, and ends those that a test left."""
    workers: list[Worker] = []

    def start() -> Worker:
        workers.append(Worker())
        return workers[-1]

    yield start
    for worker in workers:
        worker.process.kill()
        worker.process.wait()
        for stream in (worker.process.stdin, worker.process.stdout, worker.process.stderr):
            stream.close()
