"""QGIS's own window, driven by clicks and keys on a screen that nobody sees."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = "/usr/bin:/bin"
pytestmark = [
    pytest.mark.skipif(not shutil.which("xvfb-run", path=PROGRAMS), reason="needs xvfb-run"),
    pytest.mark.skipif(
        not (shutil.which("qgis.bin", path=PROGRAMS) or shutil.which("qgis", path=PROGRAMS)),
        reason="needs QGIS",
    ),
]


def drive(script: str, folder: Path) -> dict:
    command = [ROOT / "tools" / "desktop" / "start.sh", ROOT / "tests" / "desktop" / script, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = folder / "told.json"
    seen = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
    assert done.returncode == 0, f"{seen.get('failure', '')}\n{done.stderr[-2000:]}"
    return seen


def test_a_newcomer_s_clicks_end_in_a_styled_map(tmp_path):
    told = drive("first_map.py", tmp_path / "desktop")
    assert told["layers"] == [
        ["Classes", "paletted"],
        ["Confidence", "singlebandpseudocolor"],
        ["Olinda, Landsat 7", "multibandcolor"],
    ]
    assert "Traceback" not in told["log"]
    assert not told["is_open"]
