"""Measure speed and memory, print a table, write ``build/bench.json``.

.venv/bin/python tools/bench [--runs 5] [engine] [polygonize] [desktop] [detection] [models_dock] [preview]
    [installation] [shapes] [similar] [fitting] [sheets] [matching] [warping] [graticule]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # a folder run as a program is no package

import child
import desktop
import detection
import engine
import fitting
import graticule
import installation
import matching
import models_dock
import polygonize
import preview
import series
import shapes
import sheets
import similar
import warping

SUITES: dict[str, Callable[[int], Iterator[tuple[str, float]]]] = {
    "engine": engine.run,
    "polygonize": lambda runs: iter(polygonize.run(runs).items()),
    "desktop": desktop.run,
    "series": series.run,
    "detection": detection.run,
    "models_dock": models_dock.run,
    "installation": installation.run,
    "preview": preview.run,
    "shapes": shapes.run,
    "similar": similar.run,
    "fitting": fitting.run,
    "sheets": sheets.run,
    "matching": matching.run,
    "warping": lambda runs: iter(warping.run(runs).items()),
    "graticule": graticule.run,
}
TARGETS = {
    "outside_over_floor": 1.25,
    "wall_over_bare": 1.05,
    "wall_over_bare_blended": 1.15,
    "wall_over_stages": 1.0,
    "rss_ratio_16384_over_8192": 1.05,
    "rss_mib": 300,
    "tiles_for_small_area": 8,
    "polygonize_over_gdal": 1.0,
    "first_tile_s": 1.0,
    "series_wall_over_bare": 1.10,
    "qgis_startup_ms": 100,
    "models_dock_open_ms": 300,
    "detect_nms_100k_s": 2.0,
    "install_offline_s": 60,
    "preview_s": 2.0,
    "preview_open_s": 2.0,
    "preview_repaint_s": 1.0,
    "preview_blocked_ms": 200,
    "polygonize_straightened_over_pixels": 3.0,
    "similar_4m_s": 10.0,
    "loo_ms_100": 50.0,
    "residuals_ms_100": 50.0,
    "batch_100_s": 20.0,
    "warp_over_gdalwarp": 1.2,
    "ghost_s": 0.3,
    "graticule_s": 5.0,
    "graticule_rss_mib": 512,
}


def main() -> None:
    """Run the suites asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("suites", nargs="*", default=list(SUITES), metavar="SUITE")
    parser.add_argument("--runs", type=int, default=5, help="runs per figure, of which the median is kept")
    options = parser.parse_args()
    path = child.ROOT / "build" / "bench.json"
    figures = json.loads(path.read_text()) if path.is_file() else {}
    for suite in options.suites:
        print(suite)
        for name, value in SUITES[suite](options.runs):
            figures[name] = round(value, 4)
            print(_line(name, value), flush=True)
            path.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n")
    print(f"\n{path}")


def _line(name: str, value: float) -> str:
    target = TARGETS.get(name)
    verdict = "" if target is None else f"  {'≤' if value <= target else '> MISSED'} {target:g}"
    return f"  {name:32} {value:10.3f}{verdict}"


if __name__ == "__main__":
    main()
