from __future__ import annotations

import os
import subprocess
import sys

import pytest

from releve.plugin.installer.alone import alone, holder
from releve.plugin.runner import BackendError


def test_a_second_one_is_told_who_holds_the_lock(tmp_path):
    path = tmp_path / "venv.lock"
    with alone(path):
        assert f"process {os.getpid()} on" in holder(path)
        with pytest.raises(BackendError, match=f"process {os.getpid()} on"), alone(path):
            pass
    assert holder(path) == ""
    assert not path.exists()


def test_the_lock_of_a_process_that_was_killed_is_stale(tmp_path):
    path = tmp_path / "venv.lock"
    script = (
        "import os, sys; from qgis.PyQt.QtCore import QLockFile; lock = QLockFile(sys.argv[1]); "
        "lock.tryLock(0); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert path.exists()
    assert holder(path) == ""
    with alone(path):
        assert path.exists()


def test_the_lock_of_another_computer_holds(tmp_path):
    path = tmp_path / "venv.lock"
    path.write_text("1\nqgis\nanother-computer\n\n\n", encoding="utf-8")
    assert "process 1 on another-computer" in holder(path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(BackendError, match="cannot be written"), alone(tmp_path / "nowhere" / "venv.lock"):
        pass
