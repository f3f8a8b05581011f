"""QGIS's own window, driven by clicks and keys on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ..tiny_wheels import write_lock, write_wheels

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = "/usr/bin:/bin"
WHEELS = ROOT / "build" / "wheels"
pytestmark = [
    pytest.mark.skipif(not shutil.which("xvfb-run", path=PROGRAMS), reason="needs xvfb-run"),
    pytest.mark.skipif(
        not (shutil.which("qgis.bin", path=PROGRAMS) or shutil.which("qgis", path=PROGRAMS)),
        reason="needs QGIS",
    ),
]


def drive(script: str, folder: Path, **environment: object) -> dict:
    command = [ROOT / "tools" / "desktop" / "start.sh", ROOT / "tests" / "desktop" / script, folder]
    variables = {**os.environ, **{name: str(value) for name, value in environment.items()}}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
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


def test_the_dock_of_models_finds_checks_and_runs_a_model(tmp_path):
    told = drive("models_dock.py", tmp_path / "desktop")
    assert not told["is_built_at_start"]
    assert told["found"][0] == "Land cover of the coast at Olinda, Landsat 7"
    assert told["layer"] == "Layer: Olinda, Landsat 7"
    device, verdict, agreement, speed = told["check"][0]
    assert (device, verdict) == ("CPU", "right")
    assert agreement.startswith("100.0% of the classes")
    assert float(speed) > 0
    assert [name for name, _ in told["layers"]] == ["Classes", "Confidence", "Olinda, Landsat 7"]
    assert "Traceback" not in told["log"]


@pytest.fixture
def tiny_lock(tmp_path):
    """Two tiny packages in place of those of the real lock."""
    folder = tmp_path / "lock"
    folder.mkdir()
    write_lock(folder / "cpu.txt", sorted(write_wheels(tmp_path / "wheels").glob("*.whl")))
    (folder / "pip.txt").write_text("pip==0\n", encoding="utf-8")
    (folder / "sizes.json").write_text('{"sizes": {}}', encoding="utf-8")
    shutil.copy(ROOT / "resources" / "requirements" / "matrix.json", folder)
    return folder


def test_the_first_job_offers_to_install_and_a_click_installs(tmp_path, tiny_lock):
    told = drive(
        "install_backend.py",
        tmp_path / "desktop",
        RELEVE_WHEELS=tmp_path / "wheels",
        RELEVE_TINY_LOCK=tiny_lock,
    )
    check_installation(told)


@pytest.mark.soak
def test_so_it_does_with_the_real_packages(tmp_path):
    if not WHEELS.is_dir():
        pytest.skip("no wheels in build/wheels: 'make soak' fetches them")
    check_installation(drive("install_backend.py", tmp_path / "desktop", RELEVE_WHEELS=WHEELS))


def check_installation(told):
    assert told["at_start"] == []
    assert told["bar"] == []  # newer QGIS has messages of its own there
    assert "is not installed" in told["offer"]
    assert "is not installed" in told["state_before"]
    assert "is installed and up to date" in told["state_after"]
    assert "Traceback" not in told["log"]
    assert told["longest_s"] < 0.2


def test_a_preview_follows_the_map_and_shows_classes_confidence_and_a_swipe_line(tmp_path):
    told = drive("preview.py", tmp_path / "desktop")
    assert told["legend"][0] == "sea"
    sea = colour_of(told["sea"])
    assert is_near(sea, (0, 0x72, 0xB2), within=64)  # a quarter is what lies below
    assert not is_near(sea, colour_of(told["land"]), within=64)
    assert is_near(colour_of(told["sea_moved"]), sea, within=8)
    assert is_near(colour_of(told["sea_turned"]), sea, within=8)
    assert told["swipe"] == 25
    assert is_near(colour_of(told["confidence"]), (0xFD, 0xE7, 0x25), within=64)  # the sea is sure
    assert "no part of Olinda" in told["beside"]
    assert told["items"] == 0
    assert "Choose a raster layer" in told["without"]


def colour_of(name):
    return tuple(bytes.fromhex(name.lstrip("#")))


def is_near(colour, other, *, within):
    return all(abs(one - two) <= within for one, two in zip(colour, other, strict=True))


def test_a_run_is_repeated_from_the_list_of_runs(tmp_path):
    drive("newcomer/repeat.py", tmp_path / "desktop")


def test_a_sheet_is_put_on_the_ground_and_outlives_a_kill(tmp_path):
    folder = tmp_path / "desktop"
    with pytest.raises(AssertionError):  # it is killed
        drive("georeference.py", folder)
    before = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    assert before.get("failure") is None
    assert len(before["points"]) == 7
    assert before["suspect"] == "5"  # 60 m beside its place
    assert before["summary"].startswith("7 of 7 points · ")
    after = drive("georeference.py", folder, RELEVE_AGAIN=1)
    assert after["drafts"][0].startswith("sheet.tif\n7 points")
    assert after["points"] == before["points"]
    assert after["notice"] == "7 points are as they were left."
