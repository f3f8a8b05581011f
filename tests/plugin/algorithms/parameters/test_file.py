from __future__ import annotations

import pytest


@pytest.fixture
def card(tmp_path):
    path = tmp_path / "carte à lire.json"
    path.touch()
    return str(path)


def test_a_file_is_its_path(ask, card):
    assert ask("file", card).value == card


def test_a_relative_path_is_made_absolute(ask, card, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert ask("file", "carte à lire.json").value == card


def test_an_absent_file_is_left_out(ask):
    assert ask("file", optional=True).inputs == {}


def test_a_missing_file_is_refused(ask):
    assert ask("file", "/nowhere.json").problem == "IT (It): /nowhere.json does not exist: correct the path"


def test_another_ending_is_refused_with_those_that_do(ask, card):
    assert (
        "a file that ends in .onnx, .ort is needed" in ask("file", card, extensions=("onnx", "ort")).problem
    )


def test_a_url_is_passed_on(ask):
    assert (
        ask("file", "https://example.org/card.json", extensions=("json",)).value
        == "https://example.org/card.json"
    )
