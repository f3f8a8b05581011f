"""A hundred sheets of a drawn atlas: fitted and reported on, and adjusted to each other."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

from child import ROOT, releve

FOLDER = ROOT / "build" / "bench" / "sheets"
SIDE, NODES = 10, 6
"""Sheets along a side of the atlas, and nodes of the graticule along one of a sheet, its borders shared."""
STEP_M, PIXEL_M = 200.0, 0.17
HEAD = "#CRS: EPSG:2154\nmapX,mapY,sourceX,sourceY,enable,dX,dY,residual\n"


def run(runs: int = 5) -> Iterator[tuple[str, float]]:
    """Seconds of the whole process."""
    make(FOLDER)
    results = FOLDER.with_name("sheets_results")
    results.mkdir(exist_ok=True)
    reports = [f"report={results / 'report.html'}", f"data={results / 'data.json'}"]
    for name, job, more in (
        ("batch_100_s", "oldmaps.batch", [f"figures={results / 'figures.csv'}"]),
        (
            "adjust_100_s",
            "oldmaps.adjust",
            [f"points={results / 'adjusted'}", f"seams={results / 'seams.csv'}"],
        ),
    ):
        costs = [releve(job, f"folder={FOLDER}", *reports, *more) for _ in range(runs)]
        yield name, statistics.median(cost.wall_s for cost in costs)


def make(folder: Path) -> None:
    """Point files of sheets that are turned and bent a little, each node misplaced by some pixels."""
    import numpy as np

    random = np.random.default_rng(0)
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in range(SIDE * SIDE):
        corner = np.array([sheet % SIDE, sheet // SIDE]) * STEP_M * (NODES - 1)
        nodes = corner + np.stack(np.meshgrid(*2 * [np.arange(NODES)]), axis=-1).reshape(-1, 2) * STEP_M
        turn = 0.02 * random.standard_normal()
        matrix = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), 1.01 * np.cos(turn)]]) / PIXEL_M
        bend = 8 * np.sin((nodes - corner)[:, ::-1] / 300)
        pixels = (nodes - corner) @ matrix + np.array([500, -7500]) + bend + random.normal(0, 3, nodes.shape)
        ground = nodes + np.array([650_000, 6_855_000])
        rows = [
            f"{x!r},{y!r},{col!r},{up!r},1,0,0,0"
            for (x, y), (col, up) in zip(ground.tolist(), pixels.tolist(), strict=True)
        ]
        (folder / f"sheet_{sheet:03d}.jpg.points").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
