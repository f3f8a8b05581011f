"""What Relevé costs QGIS: at its start, and around a run."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from statistics import median

import child
import inputs

QGIS_PYTHON = "/usr/bin/python3"
PLUGINS = "/usr/share/qgis/python/plugins"


def run(runs: int) -> Iterator[tuple[str, float]]:
    """Each figure of the desktop by its name."""
    if not is_installed():
        return
    yield "qgis_startup_ms", median(_start() for _ in range(runs))
    yield "qgis_process_over_cli", median(_ratio() for _ in range(runs))


def _environment() -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "HOME": os.environ["HOME"], "QT_QPA_PLATFORM": "offscreen"}


def is_installed() -> bool:
    """Whether QGIS is; says so where it is not."""
    found = os.path.exists(PLUGINS + "/processing")
    if not found:
        print("  QGIS is not installed: its figures are left out")
    return found


def in_window(what: str, **variables: str) -> dict[str, float]:
    """What `window.py` tells, run in a new interpreter of QGIS."""
    environment = _environment() | {"PYTHONPATH": PLUGINS} | variables
    command = [QGIS_PYTHON, "-P", str(child.ROOT / "tools" / "bench" / "window.py"), what, str(child.ROOT)]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, cwd="/")
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _start() -> float:
    return in_window("start")["start_ms"]


def _ratio() -> float:
    scene, model, out = inputs.scene(4096), inputs.tiny_model(), inputs.FOLDER / "out"
    out.mkdir(exist_ok=True)
    wrapper = str(child.ROOT / "tools" / "qgis_process")
    values = {"input": scene, "model": model, "bands": "1,2,3"}
    given = [f"{name.upper()}={value}" for name, value in values.items()]
    through = child.run(
        [wrapper, "run", "releve:inference.map", "--", *given, f"CLASSES={out / 'qgis.tif'}"],
        env=_environment(),
    )
    given = [f"{name}={value}" for name, value in values.items()]
    return through.wall_s / child.releve("inference.map", *given, f"classes={out / 'cli.tif'}").wall_s
