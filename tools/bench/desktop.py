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

# A new interpreter with QGIS ready, as when the desktop comes to its plugins.
_START = """
import json, sys, time
from importlib.util import module_from_spec, spec_from_file_location
from qgis.core import QgsApplication
import qgis.utils, processing.gui
application = QgsApplication([], False)
application.initQgis()
start = time.perf_counter()
root = sys.argv[1]
spec = spec_from_file_location("releve", root + "/__init__.py", submodule_search_locations=[root])
sys.modules["releve"] = module_from_spec(spec)
spec.loader.exec_module(sys.modules["releve"])
plugin = sys.modules["releve"].classFactory(None)
plugin.initProcessing()
print(json.dumps({"start_ms": (time.perf_counter() - start) * 1000}), flush=True)
import os
os._exit(0)
"""


def run(runs: int) -> Iterator[tuple[str, float]]:
    """Each figure of the desktop by its name."""
    if not os.path.exists("/usr/share/qgis/python/plugins/processing"):
        print("  QGIS is not installed: its figures are left out")
        return
    yield "qgis_startup_ms", median(_start() for _ in range(runs))
    yield "qgis_process_over_cli", median(_ratio() for _ in range(runs))


def _environment() -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", "HOME": os.environ["HOME"], "QT_QPA_PLATFORM": "offscreen"}


def _start() -> float:
    environment = _environment() | {"PYTHONPATH": "/usr/share/qgis/python/plugins"}
    command = [QGIS_PYTHON, "-c", _START, str(child.ROOT)]
    # From another folder: Python puts the one it starts in before QGIS' own `processing`.
    done = subprocess.run(command, env=environment, capture_output=True, check=True, cwd="/")
    return float(json.loads(done.stdout.splitlines()[-1])["start_ms"])


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
