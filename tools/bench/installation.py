"""How long the backend takes to install from a folder of wheels, as the button and `qgis_process` do it."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import child


def run(runs: int) -> Iterator[tuple[str, float]]:
    """Each figure of the installation by its name."""
    if not os.path.exists("/usr/share/qgis/python/plugins/processing"):
        print("  QGIS is not installed: its figures are left out")
        return
    wheels = subprocess.run([child.ROOT / "tools" / "wheels.sh"], check=True, capture_output=True, text=True)
    folder = child.ROOT / wheels.stdout.splitlines()[-1]
    times = [_install(folder) for _ in range(min(runs, 3))]
    yield "install_offline_s", median(took for took, _ in times)
    yield "install_disk_mb", times[0][1]


def _install(wheels: Path) -> tuple[float, float]:
    """Seconds, and megabytes on the disk."""
    with tempfile.TemporaryDirectory(prefix="releve-install-") as place:
        program = child.ROOT / "tools" / "qgis_process"
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": place,
            "QT_QPA_PLATFORM": "offscreen",
            "RELEVE_PROFILE": f"{place}/profile",
        }
        quiet = {"env": environment, "check": True, "capture_output": True}
        subprocess.run([program, "plugins", "enable", "releve"], **quiet)
        start = time.perf_counter()
        subprocess.run([program, "run", "releve:backend.install", "--", f"WHEELS={wheels}"], **quiet)
        took = time.perf_counter() - start
        made = Path(place, "profile", "profiles", "default", "releve")
        files = [path for path in made.rglob("*") if path.is_file() and not path.is_symlink()]
        return took, sum(path.stat().st_size for path in files) / 1e6
