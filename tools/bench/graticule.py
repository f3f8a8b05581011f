"""The graticule of a drawn sheet of 9000 × 3000 pixels, and the memory that 20,000 pixels a side take."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from child import ROOT, Cost, releve

FOLDER = ROOT / "build" / "bench"
WIDE, LARGE = (9000, 3000), (20_000, 20_000)
SPACING_PX = 1000
LEAN_PX = 150  # of a line, over the larger sheet


def run(runs: int = 5) -> Iterator[tuple[str, float]]:
    """Seconds and peak memory of the whole process; a JPEG, which is read from top to bottom alone."""
    wide, large = (sheet(*size) for size in (WIDE, LARGE))
    costs = [_search(wide, 27) for _ in range(runs)]
    yield "graticule_s", statistics.median(cost.wall_s for cost in costs)
    yield "graticule_cpu_s", statistics.median(cost.cpu_s for cost in costs)
    cost = _search(large, 400)
    yield "graticule_20000_s", cost.wall_s
    yield "graticule_rss_mib", cost.rss_mib


def _search(path: Path, nodes: int) -> Cost:
    cost = releve("oldmaps.graticule", f"sheet={path}", f"nodes={FOLDER / 'graticule_nodes.csv'}")
    if cost.values.get("measured", 0) < 0.9 * nodes:
        raise SystemExit(f"of {nodes} nodes drawn in {path}, too few are found: {cost.values}")
    return cost


def sheet(width: int, height: int) -> Path:
    """The sheet, drawn if need be by a process of its own, whose memory does not count."""
    path = FOLDER / f"graticule_{width}.jpg"
    if not path.is_file():
        subprocess.run([sys.executable, __file__, str(path), str(width), str(height)], check=True)
    return path


def draw(path: Path, width: int, height: int) -> None:
    """Streets all over, and a graticule that leans a little."""
    import cv2
    import numpy as np

    random = np.random.default_rng(1)
    paper = np.full((height, width), 222, np.uint8)
    for _ in range(width * height // 20_000):
        start = random.uniform(0, (width, height))
        end = start + random.normal(0, 150, 2)
        cv2.line(paper, start.astype(int), end.astype(int), int(random.integers(40, 110)), 1, cv2.LINE_AA)
    side = max(width, height)
    for at in range(SPACING_PX // 2, side, SPACING_PX):
        cv2.line(paper, (at, 0), (at + LEAN_PX * side // LARGE[0], side), 110, 3, cv2.LINE_AA)
        cv2.line(paper, (0, at), (side, at - LEAN_PX * side // LARGE[0]), 110, 3, cv2.LINE_AA)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(cv2.imencode(".jpg", paper)[1].tobytes())


if __name__ == "__main__":
    draw(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
