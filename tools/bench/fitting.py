"""Errors of 100 control points: without each of them by every method, and as a dock waits for them.

Also a million places brought by a spline through 100 points, as a warp asks for them.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from child import RELEVE, ROOT

POINTS = ROOT / "build" / "bench" / "hundred_points.csv"


def run(runs: int = 5) -> Iterator[tuple[str, float]]:
    """Milliseconds, seconds: medians of many rounds in one process, as the worker has it."""
    # A process of its own, with BLAS in one thread as in the backend's.
    command = [sys.executable, __file__, str(4 * runs)]
    told = subprocess.run(command, env={"OPENBLAS_NUM_THREADS": "1"}, check=True, capture_output=True)
    yield from json.loads(told.stdout).items()
    yield "residuals_ms_100", 1e3 * statistics.median(_asked(4 * runs))


def _asked(rounds: int) -> list[float]:
    """Seconds from a dock's question to the answer, in a session that is warm."""
    inputs = {"points": str(POINTS), "method": "spline"}
    with subprocess.Popen([*RELEVE, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        seconds = []
        for number in range(rounds + 3):
            asked = {"id": number, "request": {"job": "oldmaps.residuals", "inputs": inputs}}
            start = time.perf_counter()
            worker.stdin.write(json.dumps(asked).encode() + b"\n")
            worker.stdin.flush()
            while b'"event": "result"' not in (answer := worker.stdout.readline()):
                if b'"event": "error"' in answer or not answer:
                    raise SystemExit(answer.decode())
            seconds.append(time.perf_counter() - start)
        worker.stdin.close()
    return seconds[3:]


def measure(rounds: int) -> None:
    """Print the figures of this process as JSON, and leave the points in a file."""
    sys.path.insert(0, str(ROOT / "tests"))
    import conftest  # noqa: F401  (registers this checkout as `releve`)
    import numpy as np

    from releve.processing.oldmaps.fitting.methods import METHODS, fit, leave_one_out
    from releve.processing.oldmaps.points.control_points import ControlPoint, ControlPoints
    from releve.processing.oldmaps.points.writing import write_points

    random = np.random.default_rng(1)
    x, y = np.meshgrid(np.arange(10) * 200.0, np.arange(10) * 200.0)
    ground = np.stack([600_000 + x.ravel(), 6_800_000 + y.ravel()], axis=1)
    bent = (ground - ground[0]) * 4.5 + 1e-4 * (ground - ground[0]) ** 2 + random.normal(0, 3, ground.shape)
    sheet = bent + np.array([500.0, -9500.0])
    POINTS.parent.mkdir(parents=True, exist_ok=True)
    pairs = zip(sheet.tolist(), ground.tolist(), strict=True)
    points = tuple(ControlPoint(col=z[0], row=-z[1], x=place[0], y=place[1]) for z, place in pairs)
    write_points(POINTS, ControlPoints(points=points, crs="EPSG:2154"))

    def all_methods() -> None:
        for method in METHODS:
            leave_one_out(method, sheet, ground)

    spline = fit("spline", ground, sheet)
    places = random.uniform(ground.min(axis=0), ground.max(axis=0), (1_000_000, 2))
    figures = {
        "loo_ms_100": 1e3 * _median(all_methods, rounds),
        "spline_1m_places_s": _median(lambda: spline(places), 3),
    }
    print(json.dumps(figures))


def _median(work, rounds: int) -> float:
    work()
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


if __name__ == "__main__":
    measure(int(sys.argv[1]))
