from __future__ import annotations

import shutil

import pytest

from releve.plugin.installer.alone import alone
from releve.plugin.installer.state import State, look
from releve.plugin.runner.interpreter import STAMP, python_of


@pytest.fixture
def see(place, tmp_path, lock):
    """How the backend stands in a profile that nobody else has touched."""
    return lambda setting="", **more: look(setting, place, tmp_path / "no checkout", lock.parent, **more)


def test_at_first_there_is_none(see):
    found = see()
    assert found.state is State.NONE
    assert found.sentence == "The backend is not installed."


def test_one_that_was_made_is_whole(see, installed):
    found = see()
    assert found.state is State.WHOLE
    assert found.variant == "cpu"
    assert str(installed.environment) in found.sentence


def test_one_of_other_packages_or_another_variant_is_outdated(see, installed, lock):
    lock.with_name("cuda.txt").write_text("", encoding="utf-8")
    assert see(variant="cuda").state is State.OUTDATED
    lock.write_text("# others", encoding="utf-8")
    assert see().state is State.OUTDATED


def test_somebody_s_own_is_told_and_left_alone(see, installed, tmp_path):
    own = python_of(tmp_path / "own")
    own.parent.mkdir(parents=True)
    own.touch()
    assert see(str(own)).state is State.OWN
    assert see(str(tmp_path / "gone")).state is State.NONE


def test_without_its_stamp_it_is_half_made(see, installed):
    (installed.environment / STAMP).unlink()
    assert see().state is State.HALF_MADE


def test_when_the_python_it_was_made_from_has_gone_it_is_half_made(see, installed):
    python_of(installed.environment).unlink()
    assert see().state is State.HALF_MADE


def test_when_its_python_has_become_another_version_it_is_half_made(see, installed):
    configuration = installed.environment / "pyvenv.cfg"
    configuration.write_text(
        configuration.read_text(encoding="utf-8").replace("version = 3.", "version = 3.9"), encoding="utf-8"
    )
    assert see().state is State.HALF_MADE


@pytest.mark.parametrize("leftover", ["part", "scratch", "old"])
def test_what_an_interrupted_update_left_is_seen_and_the_former_one_works(see, installed, leftover):
    getattr(installed, leftover).mkdir()
    found = see()
    assert found.state is State.HALF_MADE
    assert "still works" in found.sentence


def test_what_an_interrupted_first_installation_left_is_seen(see, installed):
    shutil.move(installed.environment, installed.part)
    assert see().state is State.HALF_MADE


def test_an_installation_under_way_is_seen(see, installed):
    with alone(installed.lock):
        assert see().state is State.BUSY
