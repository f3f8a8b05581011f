"""What a user waits for a preview, in QGIS' own process: canvas, session, worker, paint.

A view of 1600 × 1000 pixels. ``preview_s`` is from the click that switches it on, the worker still to be
started, to the last picture painted; ``preview_open_s`` the same with a worker that runs already;
``preview_repaint_s`` from the moment the map has moved by half a view, the time it must stand still included.
Each is the worst of all cases.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import child
import inputs
from desktop import QGIS_PYTHON

SAMPLE = child.ROOT / "build" / "samples" / "olinda_landsat7.tif"
SAMPLE_MODEL = child.ROOT / "resources" / "models" / "olinda_landcover.onnx"
WATCH = Path(__file__).with_name("preview_watch.py")
SIDE = 20_000


@dataclass(frozen=True)
class Case:
    """An image, a model, and whether the view is whole rather than at the image's resolution."""

    image: Path
    model: Path
    is_whole: bool


def cases() -> dict[str, Case]:
    """Each case by its name."""
    sentinel, cog = inputs.sentinel2(), inputs.cog(SIDE)
    pairs = {
        "landsat": (SAMPLE, SAMPLE_MODEL),
        "sentinel2": (sentinel, inputs.tiny_sentinel_model()),
        "cog": (cog, inputs.tiny_model()),
    }
    return {
        f"{name}_{'whole' if whole else 'native'}": Case(*pair, whole)
        for name, pair in pairs.items()
        for whole in (False, True)
    }


def run(runs: int) -> Iterator[tuple[str, float]]:
    """Each figure by its name."""
    if not os.path.exists(QGIS_PYTHON) or not SAMPLE.is_file():
        print("  QGIS or the samples are missing: previews are left out")
        return
    worst: dict[str, float] = {}
    for name, case in cases().items():
        watched = [_watch(case) for _ in range(runs)]
        for figure in watched[0]:
            value = median(one[figure] for one in watched)
            worst[figure] = max(worst.get(figure, 0.0), value)
            yield f"{figure}_{name}", value
    unet = _watch(Case(inputs.cog(SIDE), inputs.unet_model(), False))  # once: it takes its time
    yield from ((f"{figure}_cog_native_unet", value) for figure, value in unet.items())
    yield from worst.items()


def _watch(case: Case) -> dict[str, float]:
    command = [
        QGIS_PYTHON,
        str(WATCH),
        str(child.ROOT),
        str(case.image),
        str(case.model),
        str(int(case.is_whole)),
    ]
    environment = {"PATH": "/usr/bin:/bin", "HOME": os.environ["HOME"], "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
