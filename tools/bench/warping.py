"""A sheet of 9000 × 9000 pixels warped by a spline, against gdalwarp, and its picture under a view.

Both take the same points, read the same scan in strips, and write the same pixels: cubic, in the same grid,
with alpha, as a Cloud Optimized GeoTIFF with the same compression and overviews, on as many threads as there
are cores.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import rasterio
from child import RELEVE, ROOT, Cost, releve
from child import run as run_command

FOLDER = ROOT / "build" / "bench"
SIDE = 9000
POINTS = 60
BEND_PX = 5.0  # by which wet paper moves a point
PIXEL_M = 0.17
WEST, NORTH = 650_000.0, 6_865_000.0
CRS = "EPSG:2154"
VIEW_PX = (1600, 1000)
VIEWS = 12


def scan(side: int = SIDE) -> Path:
    """The scan, drawn if need be by a process of its own: see `polygonize.class_map`."""
    path = FOLDER / f"scan_{side}.tif"
    if not path.is_file():
        subprocess.run([sys.executable, __file__, str(path), str(side)], check=True)
    return path


def draw(path: Path, side: int) -> None:
    """Streets and houses in ink on noisy paper, in strips and compressed, as scanners write them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(1)
    image = np.full((side, side, 3), (226, 214, 188), np.uint8)
    for _ in range(side):
        start = random.uniform(0, side, 2)
        end = start + random.normal(0, 300, 2)
        grey = int(random.integers(20, 120))
        cv2.line(
            image, start.astype(int), end.astype(int), (grey,) * 3, int(random.integers(1, 5)), cv2.LINE_AA
        )
    for rows in np.array_split(image, 20):
        rows[:] = np.clip(rows + random.normal(0, 5, rows.shape), 0, 255)
    profile = {"driver": "GTiff", "width": side, "height": side, "count": 3, "dtype": "uint8"}
    with rasterio.open(path, "w", compress="deflate", photometric="RGB", **profile) as target:
        target.write(np.moveaxis(image, 2, 0))


def control_points() -> np.ndarray:
    """Column, row, x and y of each point."""
    random = np.random.default_rng(2)
    pixels = random.uniform(0, SIDE, (POINTS, 2))
    there = pixels + random.normal(0, BEND_PX, pixels.shape)
    ground = np.column_stack([WEST + PIXEL_M * there[:, 0], NORTH - PIXEL_M * there[:, 1]])
    return np.column_stack([pixels, ground])


def points_file() -> Path:
    """The points as a table."""
    path = FOLDER / "scan.csv"
    lines = [",".join(map(repr, row)) + f",{CRS}" for row in control_points().tolist()]
    path.write_text("\n".join(["col,row,x,y,crs", *lines]) + "\n")
    return path


def run(runs: int = 5) -> dict[str, float]:
    """Medians over pairs of runs, whole processes; then of views in one open session."""
    gdalwarp = shutil.which("gdalwarp")
    if gdalwarp is None:
        raise SystemExit("gdalwarp is missing: apt-get install gdal-bin")
    version = subprocess.run(
        [gdalwarp, "--version"], capture_output=True, text=True, check=True
    ).stdout.strip()
    print(f"  peer: {gdalwarp}, {version}; {os.cpu_count()} threads")
    sheet, points = scan(), points_file()
    pairs = [_pair(gdalwarp, sheet, points) for _ in range(runs)]
    ours, theirs = zip(*pairs, strict=True)
    first, *later = _views(sheet, points)
    return {
        "warp_over_gdalwarp": statistics.median(a.wall_s / b.wall_s for a, b in pairs),
        "warp_cpu_over_gdalwarp": statistics.median(a.cpu_s / b.cpu_s for a, b in pairs),
        "warp_s": statistics.median(cost.wall_s for cost in ours),
        "warp_gdalwarp_s": statistics.median(cost.wall_s for cost in theirs),
        "warp_rss_mib": statistics.median(cost.rss_mib for cost in ours),
        "warp_gdalwarp_rss_mib": statistics.median(cost.rss_mib for cost in theirs),
        "ghost_first_s": first,
        "ghost_s": statistics.median(later),
    }


def _pair(gdalwarp: str, sheet: Path, points: Path) -> tuple[Cost, Cost]:
    ours, theirs, placed = (FOLDER / name for name in ("warped.tif", "warped_gdal.tif", "scan.vrt"))
    for path in (ours, theirs):
        path.unlink(missing_ok=True)
    cost = releve("oldmaps.warp", f"sheet={sheet}", f"points={points}", "method=spline", f"warped={ours}")
    with rasterio.open(ours) as dataset:
        bounds, size = dataset.bounds, (dataset.width, dataset.height)
    gcps = [text for row in control_points().tolist() for text in ("-gcp", *map(repr, row))]
    subprocess.run(
        ["gdal_translate", "-q", "-of", "VRT", *gcps, "-a_srs", CRS, str(sheet), str(placed)], check=True
    )
    threads = str(os.cpu_count())
    creation = ["COMPRESS=DEFLATE", "PREDICTOR=YES", f"NUM_THREADS={threads}", "OVERVIEW_RESAMPLING=AVERAGE"]
    return cost, run_command(
        [
            gdalwarp, "-q", "-tps", "-r", "cubic", "-multi", "-wo", f"NUM_THREADS={threads}", "-dstalpha",
            "-te", *map(repr, bounds), "-ts", *map(str, size), "-of", "COG",
            *(text for option in creation for text in ("-co", option)), str(placed), str(theirs),
        ]
    )  # fmt: skip


def _views(sheet: Path, points: Path) -> list[float]:
    """Seconds from each request to its picture, as a map is moved; the first reads the sheet."""
    worker = subprocess.Popen([*RELEVE, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    took = []
    for number in range(VIEWS):
        west, side = WEST + 40 * number, PIXEL_M * SIDE / (1 + number % 4)
        box = [west, NORTH - side * VIEW_PX[1] / VIEW_PX[0], west + side, NORTH]
        inputs = {
            "sheet": str(sheet), "points": str(points), "method": "spline", "paper": True,
            "view": {"bbox": box, "crs": CRS}, "view_width": VIEW_PX[0], "view_height": VIEW_PX[1],
        }  # fmt: skip
        request = {"id": number, "request": {"job": "oldmaps.ghost", "inputs": inputs}}
        start = time.perf_counter()
        worker.stdin.write(json.dumps(request).encode() + b"\n")
        worker.stdin.flush()
        for line in worker.stdout:
            event = json.loads(line)
            if event["event"] == "error":
                raise SystemExit(event["message"])
            if event["event"] == "preview":
                assert event["picture"]
                took.append(time.perf_counter() - start)
            if event["event"] == "result":
                break
    worker.stdin.close()
    worker.wait(10)
    return took


if __name__ == "__main__":
    draw(Path(sys.argv[1]), int(sys.argv[2]))
