"""The real installer: real wheels, real environments, a real pip."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from releve.plugin.installer.alone import alone
from releve.plugin.installer.making import make_environment
from releve.plugin.installer.place import Place
from releve.plugin.installer.sizes import Size
from releve.plugin.installer.state import State, look
from releve.plugin.runner import BackendError, Cancelled
from releve.plugin.runner.interpreter import STAMP, find_interpreter, lock_of, python_of

from ...tiny_wheels import write_lock, write_wheel


def runs(environment: Path) -> bool:
    command = [python_of(environment), "-I", "-c", "import relevea, releveb, sys; print(sys.prefix)"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def beside(place: Place) -> set[str]:
    return {path.name for path in place.environment.parent.iterdir()}


@pytest.fixture
def old(place):
    """An environment that is there already."""
    place.environment.mkdir(parents=True)
    (place.environment / "old").touch()
    return place.environment / "old"


def test_an_environment_is_made_from_a_folder_stamped_and_isolated(recipe, real_base, wheels, lock, feedback):
    made = recipe(base=real_base, wheels=str(wheels))
    python = make_environment(made, feedback)
    assert python == python_of(made.place.environment)
    assert runs(made.place.environment)
    assert (made.place.environment / STAMP).read_text(encoding="utf-8").strip() == lock_of(lock)
    assert beside(made.place) == {"venv"}
    assert feedback.told == sorted(feedback.told)
    assert feedback.told[-1] == 100


def test_an_environment_is_made_from_an_index(recipe, serve, network, feedback):
    made = recipe(network=network(serve()))
    make_environment(made, feedback)
    assert runs(made.place.environment)
    assert beside(made.place) == {"venv"}
    assert "Fetching relevea" in feedback.lines


def test_an_update_replaces_the_old_one(recipe, wheels, old, feedback):
    make_environment(recipe(wheels=str(wheels)), feedback)
    assert not old.exists()


def test_new_packages_that_do_not_run_leave_the_old_ones(recipe, wheels, old, feedback):
    trials = (("-c", "import relevea; raise SystemExit('no such processor')"),)
    with pytest.raises(BackendError, match=r"do not work on this computer(.|\n)*no such processor"):
        make_environment(recipe(wheels=str(wheels), trials=trials), feedback)
    assert old.exists()
    assert beside(recipe().place) == {"venv"}


def test_a_cancel_leaves_the_old_one(recipe, wheels, old, feedback):
    trials = (("-c", "import time; time.sleep(60)"),)
    made = recipe(wheels=str(wheels), trials=trials)
    stamp, end = made.place.part / STAMP, threading.Event()

    def cancel_once_it_is_filled():
        while not stamp.exists() and not end.wait(0.02):
            pass
        feedback.cancel()

    threading.Thread(target=cancel_once_it_is_filled).start()
    try:
        with pytest.raises(Cancelled):
            make_environment(made, feedback)
    finally:
        end.set()
    assert old.exists()
    assert beside(recipe().place) == {"venv"}


def test_a_package_that_is_not_the_locked_one_is_refused(recipe, wheels, old, feedback):
    write_wheel(wheels, "releveb", data=b"something else")
    with pytest.raises(BackendError, match="SHA-256 differs"):
        make_environment(recipe(wheels=str(wheels)), feedback)
    assert old.exists()


def test_a_folder_for_another_python_is_told_with_what_it_lacks(recipe, wheels, tmp_path, feedback):
    other = write_wheel(wheels, "relevec", tag="cp39-cp39-win_amd64")
    lock = write_lock(tmp_path / "cpu.txt", sorted(wheels.glob("*.whl")))
    with pytest.raises(BackendError, match=r"lacks 1 packages for Python 3\.\d+") as told:
        make_environment(recipe(requirements=lock, wheels=str(wheels)), feedback)
    assert "relevec 1.0" in str(told.value)
    assert "pip download" in str(told.value)
    assert other.name in str(told.value)


def test_a_folder_that_is_not_there_is_told(recipe, tmp_path, feedback):
    with pytest.raises(BackendError, match="does not exist"):
        make_environment(recipe(wheels=str(tmp_path / "nowhere")), feedback)


def test_a_profile_that_cannot_be_written_is_told(recipe, tmp_path, wheels, feedback):
    (tmp_path / "file").touch()
    with pytest.raises(BackendError, match=r"cannot be written .* choose another folder"):
        make_environment(recipe(place=Place(tmp_path / "file" / "venv"), wheels=str(wheels)), feedback)


def test_a_read_only_profile_is_told(recipe, small_disk, wheels, feedback):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(BackendError, match=r"cannot be written .* choose another folder"):
        make_environment(recipe(place=Place(small_disk / "releve" / "venv"), wheels=str(wheels)), feedback)


def test_a_disk_that_is_too_small_is_told_before_anything_is_fetched(recipe, small_disk, wheels, feedback):
    made = recipe(place=Place(small_disk / "venv"), wheels=str(wheels), size=Size(200_000_000, 900_000_000))
    with pytest.raises(BackendError, match=r"The disk is full: 900 MB are needed .* \d+ MB are free"):
        make_environment(made, feedback)
    assert [*small_disk.iterdir()] == []


def test_a_disk_that_fills_up_on_the_way_is_told(recipe, small_disk, wheels, tmp_path, feedback):
    big = write_wheel(wheels, "relevea", data=os.urandom(60_000_000))
    made = recipe(
        place=Place(small_disk / "venv"),
        requirements=write_lock(tmp_path / "cpu.txt", [big]),
        wheels=str(wheels),
    )
    with pytest.raises(BackendError, match=r"The disk is full: \d+ MB below .* are not enough"):
        make_environment(made, feedback)
    assert {path.name for path in small_disk.iterdir()} <= {"venv.downloads"}


def test_nothing_is_written_anywhere_else(recipe, serve, network, tmp_path, feedback, monkeypatch):
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    made = recipe(network=network(serve()))
    before = set(tmp_path.rglob("*"))
    make_environment(made, feedback)
    place = made.place.environment
    written = set(tmp_path.rglob("*")) - before
    assert {path for path in written if place not in path.parents} <= {place, *place.parents}


def test_two_at_once_do_not_meet(recipe, wheels, old, feedback):
    made = recipe(wheels=str(wheels))
    with alone(made.place.lock), pytest.raises(BackendError, match="Another QGIS is installing"):
        make_environment(made, feedback)
    assert old.exists()


STEPS = [
    "Making an empty environment",
    "Making pip ready",
    "Looking at the wheels",
    "Installing the packages",
    "Unpacking 2 packages",
    "Trying the new environment",
    "Putting it in place",
    "between the two renames",
]


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_leaves_the_old_one_in_use_and_the_next_one_repairs(
    step, recipe, installed, wheels, lock, feedback, root
):
    script = Path(__file__).with_name("killed_install.py")
    arguments = [root, step, installed.environment, lock, recipe().base.path, wheels]
    done = subprocess.run([sys.executable, script, *map(str, arguments)], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    used = find_interpreter("", installed.environment.parent, root / "nowhere")
    assert runs(used.folder)
    assert look("", installed, root, lock.parent).state is State.HALF_MADE
    make_environment(recipe(wheels=str(wheels)), feedback)
    assert beside(installed) == {"venv"}
    assert runs(installed.environment)
    assert look("", installed, root, lock.parent).state is State.WHOLE
