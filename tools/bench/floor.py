"""What reading and writing cost with nothing between: the floor under `inference.map`.

    floor.py SCENE READY.tif OUT.tif TILE OVERLAP

Reads the same windows of SCENE as a run does, then has GDAL write a ready array (READY.tif, in memory
before the clock starts) to the same Cloud Optimized GeoTIFF, overviews by mode. Prints its processor and wall
time.
"""

from __future__ import annotations

import json
import sys
import time

import rasterio
import rasterio.shutil
from rasterio.io import MemoryFile
from rasterio.windows import Window


def read_windows(scene: str, tile: int, overlap: int) -> None:
    """Read every tile of a scene, cut at its border."""
    step = tile - overlap
    with rasterio.open(scene) as source:
        for row in range(0, max(1, source.height - overlap), step):
            for column in range(0, max(1, source.width - overlap), step):
                rows, columns = min(tile, source.height - row), min(tile, source.width - column)
                source.read(window=Window(column, row, columns, rows))


def write_cog(ready: rasterio.io.DatasetReader, path: str) -> None:
    """Have GDAL write the array as the run's class map is written."""
    rasterio.shutil.copy(
        ready,
        path,
        driver="COG",
        compress="deflate",
        blocksize=512,
        overview_resampling="mode",
        num_threads="1",
    )


def main() -> None:
    """Measure, and print the cost as JSON."""
    scene, ready_path, path, tile, overlap = sys.argv[1:6]
    with rasterio.Env(GDAL_CACHEMAX=64 << 20), MemoryFile() as memory:
        with rasterio.open(ready_path) as source:
            profile = source.profile | {"driver": "GTiff", "compress": None, "photometric": None}
            with memory.open(**profile) as ready:
                ready.write(source.read())
        with memory.open() as ready:
            wall, cpu = time.perf_counter(), time.process_time()
            read_windows(scene, int(tile), int(overlap))
            middle = time.process_time()
            write_cog(ready, path)
            cost = {"floor_cpu_s": time.process_time() - cpu, "floor_wall_s": time.perf_counter() - wall}
            print(json.dumps(cost | {"floor_read_cpu_s": middle - cpu}))


if __name__ == "__main__":
    main()
