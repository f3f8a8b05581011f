from __future__ import annotations

import os

from releve.processing.jobs import cache


def make_entry(name: str, size: int, age: float) -> None:
    entry = cache.blocks_folder() / name
    entry.mkdir()
    (entry / "block").write_bytes(os.urandom(size))
    os.utime(entry, (1e9 - age, 1e9 - age))


def test_the_oldest_entries_go_first_and_the_one_in_use_stays(monkeypatch):
    for age, name in enumerate(["new", "middle", "old"]):
        make_entry(name, 100_000, age)
    assert cache.state().entries == 3
    monkeypatch.setenv("RELEVE_CACHE_GB", "0.00025")
    assert cache.trim() == 1
    assert sorted(os.listdir(cache.blocks_folder())) == ["middle", "new"]
    monkeypatch.setenv("RELEVE_CACHE_GB", "0")
    assert cache.trim(keep=cache.blocks_folder() / "new") == 1
    assert os.listdir(cache.blocks_folder()) == ["new"]
    assert cache.clear() == 1


def test_the_bound_is_20_gigabytes_unless_set(monkeypatch):
    assert cache.bound() == 20_000_000_000
    monkeypatch.setenv("RELEVE_CACHE_GB", "1.5")
    assert cache.bound() == 1_500_000_000


def test_an_entry_in_use_is_neither_removed_nor_had_twice(monkeypatch):
    make_entry("strips-0a", 1000, 2)
    make_entry("strips-0b", 1000, 1)
    monkeypatch.setenv("RELEVE_CACHE_GB", "0")
    entry = cache.blocks_folder() / "strips-0a"
    with cache.use(entry) as is_ours:
        assert is_ours
        with cache.use(entry) as is_ours_too:
            assert not is_ours_too
        assert cache.trim() == 1
        assert cache.clear() == 0
        assert os.listdir(cache.blocks_folder()) == ["strips-0a"]
    assert cache.clear() == 1
