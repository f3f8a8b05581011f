"""Control points by matching two sheets of 9000 px, and how much of it is the search for keypoints.

By SIFT, and by ALIKE-t where its weights are in the folder of test data.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from child import ROOT, Cost, releve
from child import run as run_command

FOLDER = ROOT / "build" / "bench"
SHEET, REFERENCE, MODEL = FOLDER / "match_sheet.tif", FOLDER / "match_reference.tif", FOLDER / "alike-t.onnx"
DATA = Path(os.environ.get("RELEVE_TEST_DATA", ROOT.parent / "shared" / "data"))
WEIGHTS = DATA / "oldmaps" / "keypoint_weights" / "alike-t.pth"
SIDE = 9000
TURN_DEG, SCALE = 4.0, 0.97
HOUSES = 30_000


def run(runs: int = 5) -> Iterator[tuple[str, float]]:
    """Seconds and peak memory of the whole process; shares from runs apart."""
    if not (SHEET.is_file() and REFERENCE.is_file()):  # by a process of its own, whose memory does not count
        subprocess.run([sys.executable, __file__, "make"], check=True)
    costs = [_match() for _ in range(max(1, runs // 2))]
    yield "match_s", statistics.median(cost.wall_s for cost in costs)
    yield "match_cpu_s", statistics.median(cost.cpu_s for cost in costs)
    yield "match_rss_mib", max(cost.rss_mib for cost in costs)
    yield "match_share_in_sift", _share()
    if not WEIGHTS.is_file():
        print(f"  without a model: there are no weights at {WEIGHTS}")
        return
    if not MODEL.is_file():
        subprocess.run(
            [sys.executable, str(ROOT / "tools" / "alike.py"), str(WEIGHTS), str(MODEL)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    cost = _match(f"model={MODEL}")
    yield "match_model_s", cost.wall_s
    yield "match_model_rss_mib", cost.rss_mib
    yield "match_share_in_model", _share(str(MODEL))


def _match(*values: str) -> Cost:
    points = FOLDER / "match_points.csv"
    cost = releve("oldmaps.match", f"sheet={SHEET}", f"reference={REFERENCE}", f"points={points}", *values)
    if cost.values.get("verdict") != "reliable":
        raise SystemExit(f"the match of the benchmark is not reliable: {cost.values}")
    return cost


def _share(*model: str) -> float:
    return float(run_command([sys.executable, __file__, "share", *model]).values["share"])


def share(model: str | None) -> float:
    """Share of the time of a match that the extractor takes, by a clock around it."""
    sys.path.insert(0, str(ROOT / "tools"))
    from alike import register_releve

    register_releve()
    from releve.processing.oldmaps.matching.keypoint_models import open_matcher
    from releve.processing.oldmaps.matching.matching import match_images
    from releve.processing.oldmaps.matching.references import SheetImage
    from releve.processing.oldmaps.matching.sift import sift
    from releve.processing.oldmaps.sheets.sheet import open_sheet

    matcher: Any = open_matcher(model).matcher if model else sift()
    matcher.extractor = clock = Clock(matcher.extractor)
    start = time.perf_counter()
    with open_sheet(str(SHEET)) as sheet, open_sheet(str(REFERENCE)) as reference:
        match_images(SheetImage(sheet, sheet.window), SheetImage(reference, reference.window), matcher)
    return clock.seconds / (time.perf_counter() - start)


class Clock:
    """An extractor that knows how long it took."""

    def __init__(self, extractor: Any) -> None:
        self.extractor, self.name, self.reach, self.seconds = extractor, extractor.name, extractor.reach, 0.0

    def features(self, picture: Any, *, limit: int) -> Any:
        """What the extractor gives."""
        start = time.perf_counter()
        found = self.extractor.features(picture, limit=limit)
        self.seconds += time.perf_counter() - start
        return found


def make() -> None:
    """A drawn town that lies on the ground, and the same turned and scaled, without a place."""
    import cv2
    import numpy as np
    from rasterio.transform import from_origin

    random = np.random.default_rng(0)
    town = np.full((SIDE, SIDE, 3), (226, 214, 188), np.uint8)
    for _ in range(HOUSES):
        box = (tuple(random.uniform(0, SIDE, 2)), tuple(random.uniform(12, 90, 2)), random.uniform(0, 180))
        corners = [cv2.boxPoints(box).astype(np.int32)]
        shade = int(random.integers(90, 225))
        cv2.fillPoly(town, corners, (shade, shade - 10, shade - 30))
        cv2.polylines(town, corners, True, (40, 35, 30), 2, cv2.LINE_AA)
    turn = cv2.getRotationMatrix2D((SIDE / 2, SIDE / 2), TURN_DEG, SCALE)
    sheet = cv2.warpAffine(town, turn, (SIDE, SIDE), borderValue=(230, 225, 210))
    grain = random.integers(-6, 7, (SIDE, SIDE, 1), np.int16)
    FOLDER.mkdir(parents=True, exist_ok=True)
    _write(REFERENCE, town, crs="EPSG:2154", transform=from_origin(650_000, 6_862_000, 0.42, 0.42))
    _write(SHEET, np.clip(sheet + grain, 0, 255).astype(np.uint8))


def _write(path: Path, pixels: Any, **place: Any) -> None:
    import warnings

    import rasterio

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
        profile = {
            "driver": "GTiff", "width": SIDE, "height": SIDE, "count": 3, "dtype": "uint8", "tiled": True,
            "compress": "jpeg", "photometric": "ycbcr",
        }  # fmt: skip
        with rasterio.open(path, "w", **profile, **place) as target:
            target.write(pixels.transpose(2, 0, 1))


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make()
    else:
        print(json.dumps({"values": {"share": share(sys.argv[2] if len(sys.argv) > 2 else None)}}))
