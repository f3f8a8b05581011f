from __future__ import annotations

import os

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
