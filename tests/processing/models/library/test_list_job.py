from __future__ import annotations

import csv
import functools
import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releve.processing.language import use_language
from releve.processing.models.library import row_cache, rows
from releve.processing.models.library.folders import SHIPPED, ModelsFolder, folders_named, models_in
from releve.processing.models.library.listing import rows_in

SHIPPED_MODEL = SHIPPED / "olinda_landcover.onnx"


@pytest.fixture
def listed(run_job):
    """Rows of the models of folders."""

    def rows_in(*folders):
        return run_job("model.list", folders="\n".join(map(str, folders)), standard=False)[0]["models"]

    return rows_in


def shipped_into(folder: Path, name="m", **properties) -> Path:
    """The shipped model under another name, its card changed."""
    folder.mkdir(parents=True, exist_ok=True)
    item = json.loads(SHIPPED_MODEL.with_suffix(".stac.json").read_text("utf-8"))
    item["properties"] |= properties
    (folder / f"{name}.stac.json").write_text(json.dumps(item))
    shutil.copy(SHIPPED_MODEL, folder / f"{name}.onnx")
    return folder / f"{name}.onnx"


def test_the_models_of_relevé_come_without_being_asked_for(own_models, run_job):
    shipped_into(own_models / "deep" / "er", title="Mine")
    values, _ = run_job("model.list")
    assert [(row["title"], row["place"]) for row in values["models"]] == [
        ("Land cover of the coast at Olinda, Landsat 7", "plugin"),
        ("Mine", "user"),
    ]
    assert [(one["place"], one["exists"]) for one in values["folders"][:2]] == [
        ("plugin", True),
        ("user", True),
    ]


def test_a_row_says_what_the_card_says(listed):
    row = listed(SHIPPED)[0]
    assert row["problem"] == row["obstacle"] == ""
    assert (row["task"], row["gsd_m"], row["origin"]) == ("segmentation", 28.5, "sidecar")
    assert row["bands"] == ["B1", "B2", "B3", "B4", "B5", "B7"]
    assert row["classes"][0] | {"description": ""} == {
        "value": 0, "name": "sea", "color": row["classes"][0]["color"], "description": "",
    }  # fmt: skip
    assert row["classes_count"] == 8
    assert row["accuracy"]["interval"] == [0.725, 0.862]
    assert row["accuracy"]["words"].startswith("80.1 % (72.5 – 86.2 %). 276 points")
    assert row["size"] == SHIPPED_MODEL.stat().st_size
    assert row["sensors"] == ["landsat-7", "landsat", "etm+"]
    assert row["thumbnail"] == str(SHIPPED / "olinda_landcover.png")
    assert "olinda_landcover.stac.json" in row["files"]
    assert ["Licence", "GPL-2.0-or-later"] in row["facts"]


def test_names_of_classes_and_kinds_are_in_the_language_asked_for(request, listed):
    request.addfinalizer(lambda: use_language("en"))
    assert listed(SHIPPED)[0]["classes"][0]["name"] == "sea"
    use_language("fr")
    row = listed(SHIPPED)[0]
    assert (row["classes"][0]["name"], row["task_words"]) == ("mer", "classes des pixels")


def test_a_file_that_cannot_be_read_is_a_row_with_its_reason(tmp_path, listed):
    shipped_into(tmp_path, "good")
    (tmp_path / "page.onnx").write_text("<html>login</html>")
    (tmp_path / "empty.onnx").touch()
    shipped_into(tmp_path, "torn").with_suffix(".stac.json").write_text("{")
    shipped_into(tmp_path, "odd", **{"mlm:input": [{"name": "image", "input": {"shape": ["wide"]}}]})
    found = {row["file"]: row["problem"] for row in listed(tmp_path)}
    assert found["good.onnx"] == ""
    assert "web page" in found["page.onnx"]
    assert "empty" in found["empty.onnx"]
    assert "not valid JSON" in found["torn.onnx"]
    assert "a value that cannot be" in found["odd.onnx"]


def test_strange_values_of_a_card_do_not_end_the_list(tmp_path, listed):
    strange = {
        "releve:accuracy": {"overall": float("nan"), "interval": ["a", {}], "how": 7},
        "title": "\ud800" + "x" * 9000,
        "platform": ["a"],
        "instruments": "etm+",
    }
    row = listed(shipped_into(tmp_path, **strange).parent)[0]
    assert row["problem"] == ""
    assert (row["accuracy"], row["sensors"]) == (None, ["landsat"])
    assert row["title"].startswith("?xxx")
    assert len(row["title"]) == 4000


def test_script_in_a_card_stays_the_text_that_it_is(tmp_path, listed):
    script = "<script>alert(1)</script>"
    row = listed(shipped_into(tmp_path, title=script, description=script).parent)[0]
    assert row["title"] == script
    assert ["Name", script] in row["facts"]


def test_the_picture_of_a_model_lies_beside_it_or_is_none(tmp_path, listed):
    def with_picture(href):
        model = shipped_into(tmp_path / "inside")
        item = json.loads(model.with_suffix(".stac.json").read_text("utf-8"))
        item["assets"]["thumbnail"] = {"href": href, "roles": ["thumbnail"], "type": "image/png"}
        model.with_suffix(".stac.json").write_text(json.dumps(item))
        return listed(model.parent)[0]["thumbnail"]

    (tmp_path / "secret.png").write_bytes(b"png")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "small.png").write_bytes(b"png")
    (tmp_path / "inside" / "link.png").symlink_to(tmp_path / "secret.png")
    assert with_picture("./small.png") == str(tmp_path / "inside" / "small.png")
    for href in (
        "../secret.png",
        "link.png",
        str(tmp_path / "secret.png"),
        "https://host/a.png",
        "m.onnx",
        5,
    ):
        assert with_picture(href) == ""


def test_a_list_is_remembered_until_a_file_changes(tmp_path, monkeypatch, listed):
    model = shipped_into(tmp_path, title="First")
    read = []
    monkeypatch.setattr(
        "releve.processing.models.library.listing.row_of_file",
        lambda *a: read.append(a) or rows.row_of_file(*a),
    )
    assert [row["title"] for row in listed(tmp_path) + listed(tmp_path)] == ["First", "First"]
    assert len(read) == 1
    shipped_into(tmp_path, title="Second")
    assert listed(tmp_path)[0]["title"] == "Second"
    rows.source_file(model).write_text(json.dumps({"source": "hf:a/b", "revision": "12"}))
    assert (listed(tmp_path)[0]["source"], len(read)) == ("hf:a/b", 3)
    model.with_suffix(".stac.json").unlink()
    assert listed(tmp_path)[0]["origin"] == "embedded"


def test_a_cache_that_cannot_be_used_is_done_without(tmp_path, own_cache, listed):
    (own_cache / "models.sqlite").write_text("no database")
    assert listed(shipped_into(tmp_path).parent)[0]["problem"] == ""


def test_a_cache_folder_that_cannot_be_made_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("RELEVE_CACHE", str(tmp_path / "file" / "cache"))
    assert rows_in([str(shipped_into(tmp_path / "models").parent)])[0]["problem"] == ""


def test_rows_of_a_cache_that_are_none_are_read_anew(tmp_path, own_cache, listed):
    model = shipped_into(tmp_path)
    first = listed(tmp_path)
    for spoiled in (
        "null",
        "5",
        "{}",
        "[",
        '{"files": 1, "thumbnail": 2}',
        json.dumps({"files": ["m.onnx"]}),
    ):
        with closing(sqlite3.connect(own_cache / "models.sqlite")) as database:
            database.execute("UPDATE row SET row = ?", (spoiled,))
            database.commit()
        assert listed(tmp_path) == first
    assert first[0]["path"] == str(model)


def test_a_cache_of_another_version_is_done_without(tmp_path, own_cache, listed):
    with closing(sqlite3.connect(own_cache / "models.sqlite")) as database:
        database.execute("CREATE TABLE row (everything TEXT)")
        database.commit()
    assert listed(shipped_into(tmp_path).parent)[0]["problem"] == ""


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_cache_that_another_run_holds_is_waited_for_once(tmp_path, own_cache, monkeypatch, listed, lock):
    waits = []
    monkeypatch.setattr(row_cache, "PATIENCE_S", 0.01)
    for name in "abcd":
        shipped_into(tmp_path, name)
    assert len(listed(tmp_path)) == 4
    for name in "abcd":
        shipped_into(tmp_path, name, title=f"New {name}")
    connect = sqlite3.connect

    class Counting(sqlite3.Connection):
        def execute(self, *arguments):
            return self._count(super().execute, arguments)

        def executemany(self, *arguments):
            return self._count(super().executemany, arguments)

        def _count(self, run, arguments):
            try:
                return run(*arguments)
            except sqlite3.OperationalError:
                waits.append(arguments[0])
                raise

    monkeypatch.setattr(row_cache.sqlite3, "connect", functools.partial(connect, factory=Counting))
    with closing(connect(own_cache / "models.sqlite", isolation_level=None)) as other:
        other.execute(lock)
        assert [row["title"] for row in listed(tmp_path)] == [f"New {name}" for name in "abcd"]
    assert len(waits) == 1


def test_the_cache_is_bounded(tmp_path, monkeypatch, own_cache, listed):
    monkeypatch.setattr(row_cache, "MOST_ROWS", 2)
    for name in "abcd":
        shipped_into(tmp_path, name)
    assert len(listed(tmp_path)) == 4
    with row_cache.row_cache() as cache:
        assert [cache.find(tmp_path / f"{name}.onnx") is None for name in "abcd"] == [
            True,
            True,
            False,
            False,
        ]


def test_a_folder_that_leads_to_itself_is_read_once(tmp_path):
    shipped_into(tmp_path / "a")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / ".hidden").mkdir()
    shutil.copy(SHIPPED_MODEL, tmp_path / ".hidden")
    assert len(list(models_in(folders_named(f"{tmp_path};{tmp_path / 'a'};/nowhere")))) == 1


def test_a_file_name_that_is_no_text_is_told_all_the_same(tmp_path, listed):
    shutil.copy(SHIPPED_MODEL, os.fsencode(tmp_path) + b"/caf\xe9.onnx")
    assert listed(tmp_path)[0]["file"] == "caf?.onnx"


def test_the_list_is_written_for_programs_and_for_people(tmp_path, run_job):
    outputs = {"list": tmp_path / "list.json", "table": tmp_path / "table.csv"}
    values, _ = run_job("model.list", outputs, folders=str(SHIPPED), standard=False)
    assert json.loads(outputs["list"].read_text("utf-8"))["models"] == values["models"]
    with outputs["table"].open(encoding="utf-8", newline="") as file:
        line = next(iter(csv.DictReader(file)))
    assert (line["licence"], line["gsd_m"]) == ("GPL-2.0-or-later", "28.5")


def test_rows_are_told_while_they_are_read(tmp_path, monkeypatch, run_job):
    monkeypatch.setattr("releve.processing.models.library.listing.TOLD_EVERY_S", 0)
    for name in "abc":
        shipped_into(tmp_path, name)
    values, events = run_job("model.list", folders=str(tmp_path), standard=False)
    told = [row["path"] for event in events if event["event"] == "preview" for row in event["models"]]
    assert told == [row["path"] for row in values["models"]]


def test_words_are_looked_for_in_what_people_know(listed):
    row = listed(SHIPPED)[0]
    assert rows.words_fit(row, "olinda SEA")
    assert not rows.words_fit(row, "olinda tundra")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(value, path=()):
    """The way to each part of a JSON value."""
    yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from places(part, (*path, key))


def small_item():
    item = json.loads(SHIPPED_MODEL.with_suffix(".stac.json").read_text("utf-8"))
    for key in ("releve:test_vectors", "releve:training"):
        del item["properties"][key]
    return item


@settings(max_examples=150)
@given(place=st.sampled_from(list(places(small_item()))[1:]), value=VALUES)
def test_whatever_stands_in_a_card_the_model_is_a_row(place, value):
    item = small_item()
    *way, last = place
    functools.reduce(lambda holder, key: holder[key], way, item)[last] = value
    with TemporaryDirectory() as folder:
        path = Path(folder) / "m.onnx"
        shutil.copy(SHIPPED_MODEL, path)
        path.with_suffix(".stac.json").write_text(json.dumps(item))
        row = rows.row_of_file(path, ModelsFolder(path.parent))
    json.dumps(row, allow_nan=False, ensure_ascii=False).encode()
    assert row["title"]
    assert row["problem"] or row["sha256"]
