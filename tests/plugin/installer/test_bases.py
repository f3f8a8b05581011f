from __future__ import annotations

import os

import pytest

from releve.plugin.installer.bases import ask, candidates, find_base
from releve.plugin.runner import NoBackend


def python(folder, name, answer):
    """A program that answers as a Python would."""
    program = folder / name
    program.write_text(f"#!/bin/sh\necho {answer}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_what_is_no_python_does_not_answer(tmp_path):
    assert ask(str(tmp_path)) is None
    assert ask("/bin/true") is None


def test_the_first_that_fits_is_taken(tmp_path, monkeypatch):
    python(tmp_path, "python3.13", "3 9 whole")
    python(tmp_path, "python3.12", "3 12 bare")
    fits = python(tmp_path, "python3.11", "3 11 whole")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert str(find_base().path) == fits


def test_a_base_that_does_not_answer_is_refused_with_what_is_needed():
    with pytest.raises(NoBackend, match=r"Python 3\.11 to 3\.14 is needed"):
        find_base("/bin/true")


def test_a_python_that_is_too_old_is_told(tmp_path):
    with pytest.raises(NoBackend, match=r"is needed; found .*python.* \(3\.9\): use a newer QGIS"):
        find_base(python(tmp_path, "python", "3 9 whole"))


def test_a_python_without_venv_is_told_with_the_package_that_brings_it(tmp_path):
    with pytest.raises(NoBackend, match=r"the package python3\.12-venv"):
        find_base(python(tmp_path, "python", "3 12 bare"))


def test_on_windows_and_macos_the_python_of_qgis_comes_first():
    assert candidates("win32", os.path.join("QGIS", "apps", "Python312"))[0] == os.path.join(
        "QGIS", "apps", "Python312", "python.exe"
    )
    assert candidates("darwin", "/Applications/QGIS.app/Contents/MacOS")[0] == (
        "/Applications/QGIS.app/Contents/MacOS/bin/python3"
    )
    assert candidates("linux", "/usr")[0].startswith("python3.")
