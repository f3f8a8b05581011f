from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import pytest

from releve.plugin.runner import BackendError, Cancelled, NoBackend
from releve.plugin.runner.environment import (
    find_base,
    make_environment,
    run_command,
    version_of,
    write_added_jobs,
)
from releve.plugin.runner.interpreter import STAMP, lock_of, python_of


@pytest.fixture
def requirements(tmp_path):
    path = tmp_path / "cpu.txt"
    path.write_text("# nothing\n", encoding="utf-8")
    return path


@pytest.fixture
def base():
    try:
        return find_base("/usr/bin/python3")
    except NoBackend:
        pytest.skip("the system's Python has no venv")


def test_an_environment_is_made_stamped_and_isolated(tmp_path, requirements, base, feedback):
    folder = tmp_path / "a profile" / "venv"
    python = make_environment(folder, requirements, base=base, feedback=feedback)
    assert (folder / STAMP).read_text(encoding="utf-8").strip() == lock_of(requirements)
    script = "import sys; print(sys.prefix)"
    answer = subprocess.run([python, "-I", "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == str(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["venv"]


def test_a_failed_update_leaves_the_old_environment(tmp_path, requirements, feedback):
    folder = tmp_path / "venv"
    folder.mkdir()
    (folder / "old").touch()
    with pytest.raises(BackendError):
        make_environment(folder, requirements, base=tmp_path / "no python", feedback=feedback)
    assert [path.name for path in folder.iterdir()] == ["old"]
    assert python_of(folder).exists() is False


def test_a_failed_program_is_told_with_its_last_words(feedback):
    script = "import sys; print('said'); sys.exit('the index is out of reach')"
    with pytest.raises(BackendError, match=r"said(.|\n)*out of reach"):
        run_command([sys.executable, "-c", script], feedback)


def test_a_cancel_ends_the_program(feedback):
    threading.Timer(0.2, feedback.cancel).start()
    start = time.monotonic()
    with pytest.raises(Cancelled):
        run_command([sys.executable, "-c", "import time; time.sleep(60)"], feedback)
    assert time.monotonic() - start < 2


def test_the_version_of_what_is_no_python_is_zero(tmp_path):
    assert version_of(str(tmp_path)) == (0, 0)
    assert version_of("/bin/true") == (0, 0)


def test_a_base_that_does_not_fit_is_refused_with_what_is_needed():
    with pytest.raises(NoBackend, match=r"Python 3\.11 to 3\.14 is needed"):
        find_base("/bin/true")


def test_only_jobs_that_the_plugin_does_not_ship_are_kept(tmp_path, feedback):
    shipped, target = tmp_path / "shipped.json", tmp_path / "profile" / "catalogue.json"
    shipped.write_text(json.dumps({"processes": [{"id": "ours"}]}), encoding="utf-8")
    listed = json.dumps({"processes": [{"id": "ours"}, {"id": "theirs"}]}, indent=1)
    command = [sys.executable, "-c", f"print({listed!r})"]
    assert write_added_jobs(command, shipped, target, feedback) == 1
    assert json.loads(target.read_text(encoding="utf-8")) == {"processes": [{"id": "theirs"}]}
