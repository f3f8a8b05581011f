"""Suppression of doubles among 100,000 boxes, as many as detections of one large image are."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from child import ROOT

COUNT = 100_000
SIDE = 6_000  # pixels of the image: a box meets two others of its class
CLASSES = 3
OVERLAP = 0.45


def run(runs: int = 5) -> Iterator[tuple[str, float]]:
    """Medians, for upright boxes and for oriented ones, in a process of its own: the bench stays small."""
    command = [sys.executable, __file__, str(runs)]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    yield from json.loads(found.stdout).items()


def measure(runs: int) -> dict[str, float]:
    """Seconds from boxes to those that are kept."""
    sys.path.insert(0, str(ROOT / "tests"))
    import conftest  # noqa: F401  (registers this checkout as `releve`)
    import numpy as np

    from releve.processing.inference.detection.objects import oriented, upright
    from releve.processing.inference.detection.suppression import Shapes, suppress

    random = np.random.default_rng(0)
    boxes = np.zeros((COUNT, 5))
    boxes[:, :2] = random.uniform(0, SIDE, (COUNT, 2))
    boxes[:, 2:4] = random.uniform(10, 60, (COUNT, 2))
    boxes[:, 4] = random.uniform(0, np.pi, COUNT)
    classes, order = random.integers(0, CLASSES, COUNT), np.argsort(-random.random(COUNT))
    figures = {}
    for name, outlines in (("detect_nms_100k_s", upright), ("detect_nms_100k_oriented_s", oriented)):
        seconds = []
        for _ in range(runs):
            started = time.perf_counter()
            suppress(Shapes(outlines(boxes), classes), order, overlap=OVERLAP)
            seconds.append(time.perf_counter() - started)
        figures[name] = statistics.median(seconds)
    return figures


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
