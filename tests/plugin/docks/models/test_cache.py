from __future__ import annotations

import pytest


@pytest.fixture
def cache(qgis_app, tmp_path, monkeypatch):
    from releve.plugin.docks.models import cache

    monkeypatch.setattr(cache, "profile_folder", lambda: tmp_path / "releve")
    return cache


def test_what_is_kept_is_found_again(cache, make_row):
    rows = [make_row(1), make_row(2, title="Forêt")]
    cache.save(rows)
    assert cache.load() == rows


def test_no_list_is_an_empty_one(cache):
    assert cache.load() == []


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"form": 0, "models": [{}]}', '{"form": 1, "models": 7}']
)
def test_a_list_that_cannot_be_read_is_none(cache, text):
    cache.save([])
    cache.path().write_text(text, encoding="utf-8")
    assert cache.load() == []


def test_a_profile_that_cannot_be_written_is_passed_over(cache, make_row):
    cache.path().parent.parent.mkdir(exist_ok=True)
    cache.path().parent.write_text("a file where the folder should be", encoding="utf-8")
    cache.save([make_row()])
    assert cache.load() == []
