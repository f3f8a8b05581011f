"""An output that is a folder: its files appear one by one, each whole, and stay whatever comes."""

from __future__ import annotations

import os

import pytest

from releve.processing.catalogue import find_job
from releve.processing.errors import OutputError
from releve.processing.jobs import Context, read_request

pytestmark = pytest.mark.usefixtures("sample_package")


@pytest.fixture
def context_of(tmp_path):
    opened = []

    def context(path):
        message = {"inputs": {}, "outputs": {"results": {"path": str(path)}}}
        opened.append(Context(read_request(find_job("sample.everything"), message), lambda event: None))
        return opened[-1]

    yield context
    for one in opened:
        one.close()


def test_a_folder_is_made_where_it_is_missing_and_told_with_its_files(tmp_path, context_of):
    context = context_of(tmp_path / "results")
    folder = context.output("results")
    with context.file_in("results", "été.txt") as path:
        path.write_text("whole")
        assert os.listdir(folder) == [path.parent.name]
    context.tell_file("results", "été.txt", kind="raster", style={"type": "gradient"})
    told = context.publish()["outputs"]["results"]
    context.close()
    assert (folder / "été.txt").read_text() == "whole"
    assert told["files"] == {"été.txt": {"kind": "raster", "style": {"type": "gradient"}}}
    assert (told["path"], told["kind"]) == (str(folder), "folder")


def test_what_is_finished_stays_when_the_work_fails_and_what_is_not_goes(tmp_path, context_of):
    context = context_of(tmp_path / "results")
    context.output("results")
    with context.file_in("results", "done.txt") as path:
        path.write_text("whole")

    def break_off():
        with context.file_in("results", "half.txt") as path:
            path.write_text("half")
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        break_off()
    context.close()
    assert os.listdir(tmp_path / "results") == ["done.txt"]


def test_a_folder_that_stayed_empty_is_taken_away_but_not_one_that_was_there(tmp_path, context_of):
    (tmp_path / "before").mkdir()
    for name in ("before", "new"):
        context = context_of(tmp_path / name)
        context.output("results")
        context.close()
    assert os.listdir(tmp_path) == ["before"]


def test_a_place_that_can_be_no_folder_is_refused_before_any_work(tmp_path, context_of):
    (tmp_path / "file").write_text("x")
    (tmp_path / "locked").mkdir(mode=0o555)
    for name, sentence in [
        ("file", "is a file, a folder is needed"),
        ("locked", "is read-only"),
        ("absent/results", "does not exist"),
    ]:
        with pytest.raises(OutputError, match=sentence):
            context_of(tmp_path / name).output("results")
