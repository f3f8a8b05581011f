from __future__ import annotations

import os
import sqlite3

import pytest

from releve.processing.errors import OutputError
from releve.processing.jobs import publication
from releve.processing.jobs.runs import Run


@pytest.fixture
def run():
    run = Run()
    yield run
    run.close()


def test_a_set_of_files_appears_whole_and_nothing_else_stays(tmp_path, run):
    final = tmp_path / "a.tif"
    prepared = publication.prepare(run, "classes", final)
    prepared.write_text("map")
    prepared.with_name("a.tif.aux.xml").write_text("side")
    assert not final.exists()
    publication.publish(prepared, final)
    run.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tif", "a.tif.aux.xml"]


def test_what_stood_there_stays_until_the_new_one_is_whole(tmp_path, run):
    final = tmp_path / "a.tif"
    final.write_text("old")
    publication.prepare(run, "classes", final).write_text("half")
    run.close()
    assert final.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.tif"]


def test_a_name_of_240_characters_is_no_trouble(tmp_path, run):
    final = tmp_path / ("é" * 118 + ".tif")
    prepared = publication.prepare(run, "classes", final)
    prepared.write_text("map")
    publication.publish(prepared, final)
    assert final.exists()


def test_places_that_cannot_be_written_are_refused_before_any_work(tmp_path, run):
    read_only, folder = tmp_path / "read-only.tif", tmp_path / "folder.tif"
    read_only.write_text("x")
    read_only.chmod(0o444)
    folder.mkdir()
    for final, sentence in [
        (tmp_path / "absent" / "a.tif", "does not exist"),
        (read_only, "is read-only"),
        (folder, "is a folder"),
    ]:
        with pytest.raises(OutputError, match=sentence):
            publication.prepare(run, "classes", final)


def test_a_job_that_wrote_nothing_is_found_out(tmp_path, run):
    prepared = publication.prepare(run, "classes", tmp_path / "a.tif")
    with pytest.raises(OutputError, match="without writing"):
        publication.publish(prepared, tmp_path / "a.tif")


def test_a_database_that_somebody_has_open_is_not_replaced(tmp_path, run):
    final = tmp_path / "a.gpkg"
    holder = sqlite3.connect(final)
    holder.execute("PRAGMA journal_mode=WAL")
    holder.execute("CREATE TABLE t (x)")
    holder.commit()
    with pytest.raises(OutputError, match="open in another program"):
        publication.prepare(run, "polygons", final)
    holder.close()
    prepared = publication.prepare(run, "polygons", final)
    prepared.write_text("new")
    publication.publish(prepared, final)
    assert sorted(os.listdir(tmp_path)) == [prepared.parent.name, "a.gpkg"]


def test_what_described_the_old_file_does_not_describe_the_new_one(tmp_path, run):
    for name in ("a.tif", "a.tif.aux.xml", "a.tif.ovr", "a.qml", "a.tfw"):
        (tmp_path / name).write_text("old")
    prepared = publication.prepare(run, "classes", tmp_path / "a.tif")
    prepared.write_text("new")
    prepared.with_name("a.tif.aux.xml").write_text("new")
    publication.publish(prepared, tmp_path / "a.tif")
    run.close()
    told = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert told == {"a.tif": "new", "a.tif.aux.xml": "new", "a.tfw": "old"}


def test_a_name_that_no_disk_takes_is_refused_before_any_work(tmp_path, run):
    with pytest.raises(OutputError, match="too long"):
        publication.prepare(run, "classes", tmp_path / ("é" * 130 + ".tif"))
