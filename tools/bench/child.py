"""Runs a command to its end and says what it cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RELEVE = [sys.executable, "-I", "-X", "utf8", str(ROOT / "processing" / "__main__.py")]


@dataclass(frozen=True)
class Cost:
    """Wall and processor time in seconds, peak memory in MiB, and what ``releve run`` said at its end.

    ``first_s`` is the time from the start to its first word of progress.
    """

    wall_s: float
    cpu_s: float
    rss_mib: float
    first_s: float = 0.0
    values: dict[str, Any] = field(default_factory=dict)


def run(command: list[str], *, cores: int | None = None, env: dict[str, str] | None = None) -> Cost:
    """Run a command on the first ``cores`` cores; a failure ends the benchmark with what it said."""
    start = time.perf_counter()
    pinned = ["taskset", "-c", f"0-{cores - 1}"] if cores else []
    process = subprocess.Popen(
        [*pinned, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | (env or {})
    )
    lines, first = [], 0.0
    for line in process.stdout:
        lines.append(line)
        if not first and b'"progress"' in line:
            first = time.perf_counter() - start
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(
            f"{' '.join(command)}: exit status {status}\n{errors.decode()}\n{b''.join(lines).decode()}"
        )
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, first, _values(lines))


def releve(job: str, *values: str, cores: int | None = None, env: dict[str, str] | None = None) -> Cost:
    """Run a job; ``values`` of the result are the last event's."""
    return run([*RELEVE, "run", job, *values, "--events"], cores=cores, env=env)


def _values(lines: list[bytes]) -> dict[str, Any]:
    if not lines or not lines[-1].startswith(b"{"):
        return {}
    last = json.loads(lines[-1])
    values: dict[str, Any] = last.get("values", last)
    return values
