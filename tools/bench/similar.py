"""Places like one example, on 4 million embeddings of 64 numbers."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from child import ROOT, releve

FOLDER = ROOT / "build" / "bench"
SIDE, NUMBERS = 2048, 64
EXAMPLE = [500_000 + 10 * SIDE / 2, 5_000_000 - 10 * SIDE / 2]


def run(runs: int = 5) -> Iterator[tuple[str, float]]:
    """Seconds and peak memory of the whole process."""
    source, example = FOLDER / "embeddings.tif", FOLDER / "example.geojson"
    if not source.is_file():  # by a process of its own, whose memory does not count
        subprocess.run([sys.executable, __file__, str(source)], check=True)
    point = {"type": "Point", "coordinates": EXAMPLE}
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32631"}}
    layer = {"type": "FeatureCollection", "crs": crs, "features": []}
    layer["features"] = [{"type": "Feature", "properties": {}, "geometry": point}]
    example.write_text(json.dumps(layer), encoding="utf-8")
    costs = [
        releve(
            "inference.similar", f"embeddings={source}", f"examples={example}",
            f"similarity={FOLDER / 'similarity.tif'}", f"places={FOLDER / 'places.gpkg'}",
        )
        for _ in range(runs)
    ]  # fmt: skip
    yield "similar_4m_s", statistics.median(cost.wall_s for cost in costs)
    yield "similar_rss_mib", statistics.median(cost.rss_mib for cost in costs)


def make(path: Path) -> None:
    """Smooth random vectors, as inference.embed stores them."""
    import numpy as np
    import rasterio
    from rasterio.transform import from_origin

    random = np.random.default_rng(0)
    profile = {
        "driver": "GTiff", "width": SIDE, "height": SIDE, "count": NUMBERS, "dtype": "int16",
        "nodata": -32768, "crs": "EPSG:32631", "compress": "deflate",
        "transform": from_origin(500_000, 5_000_000, 10, 10),
        "tiled": True, "blockxsize": 512, "blockysize": 512, "interleave": "pixel",
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as target:
        target.scales = (1 / 32767,) * NUMBERS
        for row in range(0, SIDE, 512):
            coarse = random.normal(0, 4000, (NUMBERS, 64, SIDE // 8))
            values = coarse.repeat(8, axis=1).repeat(8, axis=2).astype("int16")
            target.write(values, window=rasterio.windows.Window(0, row, SIDE, 512))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
