from __future__ import annotations

import hashlib

import pytest

from releve.plugin.runner import NoBackend
from releve.plugin.runner.interpreter import (
    STAMP,
    Interpreter,
    find_interpreter,
    lock_of,
    outdated,
    python_of,
)


@pytest.fixture
def make(tmp_path):
    def make(folder):
        python = python_of(tmp_path / folder)
        python.parent.mkdir(parents=True)
        python.touch()
        return python

    return make


def test_the_setting_wins_over_the_profile_and_the_profile_over_the_checkout(tmp_path, make):
    profile, root = tmp_path / "profile", tmp_path / "root"
    checkout = make("root/.venv")
    assert find_interpreter("", profile, root) == Interpreter(checkout, "checkout")
    own = make("profile/venv")
    assert find_interpreter("", profile, root) == Interpreter(own, "profile")
    mine = make("mine")
    assert find_interpreter(f" {mine} ", profile, root) == Interpreter(mine, "setting")


def test_a_setting_that_does_not_exist_is_an_error_not_a_hint(tmp_path, make):
    make("root/.venv")
    with pytest.raises(NoBackend, match=r"/nowhere/python, does not exist"):
        find_interpreter("/nowhere/python", tmp_path / "profile", tmp_path / "root")


def test_without_any_the_way_to_install_is_told(tmp_path):
    with pytest.raises(NoBackend, match=r"releve:backend\.install"):
        find_interpreter("", tmp_path, tmp_path)


@pytest.fixture
def requirements(tmp_path):
    folder = tmp_path / "requirements"
    folder.mkdir()
    for variant in ("cpu", "cuda"):
        (folder / f"{variant}.txt").write_text(f"packages of {variant}\n", encoding="utf-8")
    return folder


def stamped(make, text, origin="profile"):
    python = make("stamped")
    if text:
        (python.parents[1] / STAMP).write_text(text, encoding="utf-8")
    return Interpreter(python, origin)


def test_the_stamp_is_the_name_and_the_hash_of_the_requirements(requirements):
    digest = hashlib.sha256(b"packages of cuda\n").hexdigest()
    assert lock_of(requirements / "cuda.txt") == f"cuda {digest}"


def test_an_interpreter_made_from_these_requirements_is_up_to_date(make, requirements):
    interpreter = stamped(make, lock_of(requirements / "cuda.txt") + "\nqgis 0123\n")
    assert outdated(interpreter, requirements) == ""


def test_other_requirements_are_told_with_the_remedy_of_the_place(make, requirements):
    interpreter = stamped(make, "cpu 0123")
    assert "Settings ▸ Options ▸ Relevé" in outdated(interpreter, requirements)
    assert "make backend" in outdated(Interpreter(interpreter.path, "checkout"), requirements)


def test_another_variant_than_the_one_asked_for_is_outdated(make, requirements):
    interpreter = stamped(make, lock_of(requirements / "cpu.txt"))
    assert outdated(interpreter, requirements, variant="cpu") == ""
    assert outdated(interpreter, requirements, variant="cuda")


def test_an_interpreter_without_a_stamp_is_left_alone(make, requirements):
    assert outdated(stamped(make, ""), requirements) == ""
