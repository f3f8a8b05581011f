"""Do what a newcomer does, with the README alone, by clicks in QGIS' window; say how many tasks succeed.

tools/desktop/newcomer.py [TASK …]    all of them, or those named; status 1 where one did not succeed
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "newcomer"
DESKTOP = ROOT / "tests" / "desktop"
WHEELS = ROOT / "build" / "wheels"
TASKS = {
    "install": ("install the backend in the options", DESKTOP / "install_backend.py"),
    "own_image": ("open an image, map it, open the report", DESKTOP / "newcomer" / "own_image.py"),
    "models": ("choose a model in the dock, check it, run it", DESKTOP / "models_dock.py"),
    "preview": ("preview a model on the map", DESKTOP / "preview.py"),
    "polygons": ("turn the map into polygons", DESKTOP / "newcomer" / "polygons.py"),
    "batch": ("map a folder of images", DESKTOP / "newcomer" / "batch.py"),
    "repeat": ("repeat a run, and load its layers again", DESKTOP / "newcomer" / "repeat.py"),
    "client_pdf": ("make a report for a client", DESKTOP / "newcomer" / "client_pdf.py"),
    "command": ("copy a command line, and run it in a shell", DESKTOP / "newcomer" / "command.py"),
    "remembered": ("find a form as it was, and its defaults", DESKTOP / "newcomer" / "remembered.py"),
}


def do(name: str, script: Path) -> tuple[str, float]:
    """Why a task did not succeed, or nothing; and the seconds it took."""
    folder, started = FOLDER / name, time.monotonic()
    command = [ROOT / "tools" / "desktop" / "start.sh", script, folder]
    environment = os.environ | {"RELEVE_WHEELS": str(WHEELS), "SECONDS_AT_MOST": "600"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - started
    if done.returncode == 0:
        return "", seconds
    told = folder / "told.json"
    seen = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
    return seen.get("failure") or f"status {done.returncode}: {done.stderr[-500:]}", seconds


def main(names: list[str]) -> int:
    failed = 0
    for name in names or TASKS:
        title, script = TASKS[name]
        if name == "install" and not WHEELS.is_dir():
            print(f"  –          {title}: left out, no wheels in build/wheels ('make soak' fetches them)")
            failed += 1
            continue
        why, seconds = do(name, script)
        failed += bool(why)
        print(f"  {'✗' if why else '✓'} {seconds:6.1f} s  {title}", flush=True)
        if why:
            print("      " + why.strip().replace("\n", "\n      "))
    count = len(names or TASKS)
    print(f"{count - failed} of {count} tasks of a newcomer succeed unaided; pictures are in {FOLDER}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
