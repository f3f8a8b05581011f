"""The way in: what holds before anything heavy is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[2] / "processing" / "__main__.py"
WATCH = """
import os, runpy, sys

class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "numpy":
            print("numpy loads with", os.environ.get("OPENBLAS_NUM_THREADS"), file=sys.stderr)

sys.meta_path.insert(0, Watch())
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.mark.parametrize(("of_the_user", "used"), [(None, "1"), ("3", "3")])
def test_the_threads_of_numpy_are_bounded_before_it_loads(tmp_path, of_the_user, used):
    points = tmp_path / "a.points"
    points.write_text("mapX,mapY,sourceX,sourceY\n2,48,10,-10\n")
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    if of_the_user:
        environment["OPENBLAS_NUM_THREADS"] = of_the_user
    command = [sys.executable, "-I", "-c", WATCH, str(MAIN), "run", "oldmaps.points", f"points={points}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert f"numpy loads with {used}\n" in done.stderr
