"""A noisy class map to polygons, against GDAL's own command, on the same map and to the same format."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import numpy as np
import rasterio
from child import ROOT, Cost, releve
from child import run as run_command
from numpy.typing import NDArray
from rasterio.transform import from_origin
from scipy.ndimage import gaussian_filter

FOLDER = ROOT / "build" / "bench"
SIDE = 4096
CLASSES = 8
SMOOTHING_PX = 6.4  # about 130,000 patches before the noise
MAPS = {"noisy": 0.05, "smooth": 0.0}  # share of pixels that are noise


def class_map(name: str) -> Path:
    """One of the maps, made if need be by a process of its own.

    Linux counts the peak memory of a parent into that of its children, so the bench must stay small.
    """
    path = FOLDER / f"classes_{SIDE}_{name}.tif"
    if not path.is_file():
        subprocess.run([sys.executable, __file__, name, str(path)], check=True)
    return path


def make_class_map(path: Path, *, noise: float, side: int = SIDE) -> None:
    """A smoothed random field cut into 8 classes of equal area, with a share of pixels of any class."""
    path.parent.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(1)
    field = gaussian_filter(random.standard_normal((side, side), dtype=np.float32), SMOOTHING_PX, mode="wrap")
    bounds = np.quantile(field[::8, ::8], np.linspace(0, 1, CLASSES + 1)[1:-1])
    classes: NDArray[np.uint8] = np.searchsorted(bounds, field.ravel()).astype(np.uint8).reshape(field.shape)
    salt = random.random(classes.shape) < noise
    classes[salt] = random.integers(0, CLASSES, np.count_nonzero(salt))
    profile = {
        "driver": "GTiff", "width": side, "height": side, "count": 1, "dtype": "uint8", "nodata": 255,
        "crs": "EPSG:32631", "transform": from_origin(500_000, 5_000_000, 10, 10), "compress": "deflate",
        "tiled": True, "blockxsize": 512, "blockysize": 512,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as target:
        target.write(classes, 1)


def run(runs: int = 5) -> dict[str, float]:
    """Medians over pairs of runs, whole processes, on the noisy map; the smooth one is for information."""
    command = shutil.which("gdal_polygonize.py") or shutil.which("gdal_polygonize")
    if command is None:
        raise SystemExit("gdal_polygonize is missing: apt-get install gdal-bin python3-gdal")
    version = subprocess.run(
        ["gdalinfo", "--version"], capture_output=True, text=True, check=True
    ).stdout.strip()
    print(f"  peer: {command}, {version}")
    noisy, smooth = class_map("noisy"), class_map("smooth")
    pairs = [_pair(command, noisy) for _ in range(runs)]
    ours, theirs = zip(*pairs, strict=True)
    easy, easy_theirs = zip(*[_pair(command, smooth) for _ in range(max(1, runs // 2))], strict=True)
    return {
        "polygonize_over_gdal": statistics.median(a.cpu_s / b.cpu_s for a, b in pairs),
        "polygonize_wall_over_gdal": statistics.median(a.wall_s / b.wall_s for a, b in pairs),
        "polygonize_smooth_over_gdal": statistics.median(
            a.cpu_s / b.cpu_s for a, b in zip(easy, easy_theirs, strict=True)
        ),
        "polygonize_polygons": ours[0].values["polygons"],
        "polygonize_cpu_s": statistics.median(cost.cpu_s for cost in ours),
        "polygonize_gdal_cpu_s": statistics.median(cost.cpu_s for cost in theirs),
        "polygonize_rss_mib": statistics.median(cost.rss_mib for cost in ours),
        "polygonize_gdal_rss_mib": statistics.median(cost.rss_mib for cost in theirs),
    }


def _pair(command: str, source: Path) -> tuple[Cost, Cost]:
    ours, theirs = FOLDER / "polygons.gpkg", FOLDER / "polygons_gdal.gpkg"
    for path in (ours, theirs):
        path.unlink(missing_ok=True)
    cost = releve("raster.polygonize", f"input={source}", f"polygons={ours}")
    return cost, run_command([command, "-q", str(source), "-f", "GPKG", str(theirs)])


if __name__ == "__main__":
    make_class_map(Path(sys.argv[2]), noise=MAPS[sys.argv[1]])
