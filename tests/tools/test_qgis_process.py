"""QGIS's command line in a profile of its own."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

PROGRAM = shutil.which("qgis_process.bin", path="/usr/bin") or shutil.which("qgis_process", path="/usr/bin")


@pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")
@pytest.mark.parametrize("before", [None, "[PythonPlugins]\nreleve=true\n"])
def test_relevé_is_switched_on_in_a_profile_that_does_not_know_it(root, tmp_path, before):
    settings = tmp_path / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    if before:
        settings.parent.mkdir(parents=True)
        settings.write_text(before)
    told = subprocess.run(
        [root / "tools" / "qgis_process", "plugins"],
        env=os.environ | {"RELEVE_PROFILE": str(tmp_path)}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert "* releve" in told.stdout, told.stderr
    assert settings.read_text().count("releve=") == 1
