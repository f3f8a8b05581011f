"""Polygons that leave the edges of the pixels, beside those that do not, on the same map."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from child import Cost, releve
from polygonize import FOLDER, class_map

SHAPES = ("straightened", "smoothed", "rectangular")


def run(runs: int = 5) -> Iterator[tuple[str, float]]:
    """Processor time over that of polygons along the pixels, in turns; peak memory of the smooth map."""
    source = class_map("smooth")
    costs: dict[str, list[Cost]] = {shape: [] for shape in ("pixels", *SHAPES)}
    for _ in range(runs):
        for shape, found in costs.items():
            path = FOLDER / f"polygons_{shape}.gpkg"
            path.unlink(missing_ok=True)
            found.append(releve("raster.polygonize", f"input={source}", f"polygons={path}", f"shape={shape}"))
    plain = costs["pixels"]
    for shape in SHAPES:
        over = [one.cpu_s / other.cpu_s for one, other in zip(costs[shape], plain, strict=True)]
        yield f"polygonize_{shape}_over_pixels", statistics.median(over)
        yield f"polygonize_{shape}_rss_mib", statistics.median(one.rss_mib for one in costs[shape])
