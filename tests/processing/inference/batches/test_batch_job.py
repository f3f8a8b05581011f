"""A batch: one map after the other, one summary, and nothing lost on the way."""

from __future__ import annotations

import csv
import json
import os
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import rasterio

from releve.processing.catalogue import find_job
from releve.processing.errors import Cancelled, ModelError, OutputError, ReleveError, RequestError
from releve.processing.inference.batches.batch_job import Request
from releve.processing.inference.batches.images import images_of
from releve.processing.jobs import Context, read_request
from releve.processing.version import version

from ..detection.detectors import Shape, detector

FACTS = {"task": "segmentation", "gsd": 10, "scaling": "none", "activation": "softmax"}


class Batch:
    """Runs a batch over ``images`` into ``results``."""

    def __init__(self, bench):
        self.bench = bench
        self.images = bench.folder / "images"
        self.results = bench.folder / "results"
        self.images.mkdir()
        self.model = bench.blur()
        self.events = []

    def image(self, scene, name, **options):
        path = self.images / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return self.bench.image(scene, str(path), **options)

    def run(self, *outputs, listen=lambda context: None, **inputs):
        job = find_job("inference.batch")
        given = {"folder": str(self.images), "model": self.model, "make": "classes"} | FACTS | inputs
        places = {name: str(self.bench.folder / f"{name}.{job.output(name).extension}") for name in outputs}
        paths = {"results": str(self.results)} | places
        message = {
            "inputs": {name: value for name, value in given.items() if value is not None},
            "outputs": {name: {"path": path} for name, path in paths.items()},
        }
        request = read_request(job, message)
        self.events = []
        context = Context(request, self.events.append, software=f"releve {version()}")
        try:
            for name in request.destinations:
                context.output(name)
            listen(context)
            job.run(request.inputs, context)
            return context.publish()
        finally:
            context.close()

    def rows(self):
        with (self.bench.folder / "table.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def found(self):
        return sorted(name for name in os.listdir(self.results) if name.endswith(".tif"))


@pytest.fixture
def batch(bench):
    return Batch(bench)


def test_each_image_of_a_folder_is_mapped_as_if_it_were_alone(batch, scene):
    alone = batch.bench.run(input=[batch.image(scene, "été 1.tif")], model=batch.model, **FACTS)
    batch.image(scene[:, ::-1], "b.TIF")
    told = batch.run("summary", "table")
    assert batch.found() == ["b_classes.tif", "été 1_classes.tif"]
    with rasterio.open(batch.results / "été 1_classes.tif") as dataset:
        assert np.array_equal(dataset.read(), alone.read("classes"))
    assert told["values"] == {"images": 2, "done": 2, "kept": 0, "failed": 0}
    files = told["outputs"]["results"]["files"]
    assert files["b_classes.tif"]["kind"] == "raster"
    assert files["b_classes.tif"]["style"]["type"] == "classes"
    rows = batch.rows()
    assert [(row["image"], row["outcome"]) for row in rows] == [("b.TIF", "done"), ("été 1.tif", "done")]
    shares = [float(value) for name, value in rows[1].items() if name.startswith("share") and value]
    assert sum(shares) == pytest.approx(1)
    page = (batch.bench.folder / "summary.html").read_text(encoding="utf-8")
    assert "été 1.tif" in page


def test_an_image_that_fails_is_a_row_and_the_others_are_done(batch, scene):
    batch.image(scene, "a.tif")
    (batch.images / "b.tif").write_text("no image")
    batch.image(scene[:1], "c.tif")
    batch.image(scene, "d.tif")
    with pytest.raises(ReleveError, match=r"2 of 4 images failed, the others are done; b\.tif: "):
        batch.run("summary", "table")
    assert batch.found() == ["a_classes.tif", "d_classes.tif"]
    rows = batch.rows()
    assert [row["outcome"] for row in rows] == ["done", "failed", "failed", "done"]
    assert "b.tif" in rows[1]["reason"]
    assert "Some images failed" in (batch.bench.folder / "summary.html").read_text(encoding="utf-8")


def test_failures_may_be_accepted(batch, scene):
    batch.image(scene, "a.tif")
    (batch.images / "b.tif").write_text("no image")
    assert batch.run(failures="accept")["values"]["failed"] == 1


def test_what_has_not_changed_is_kept_and_what_has_is_done_again(batch, scene):
    for name in ("a.tif", "b.tif", "c.tif"):
        batch.image(scene, name)
    batch.run()
    times = {name: (batch.results / name).stat().st_mtime_ns for name in batch.found()}
    batch.image(scene[:, ::-1], "b.tif")
    (batch.results / "c_classes.tif").unlink()
    told = batch.run("table")
    assert [row["outcome"] for row in batch.rows()] == ["kept", "done", "done"]
    assert batch.rows()[0]["seconds"] != ""
    assert (batch.results / "a_classes.tif").stat().st_mtime_ns == times["a_classes.tif"]
    assert set(told["outputs"]["results"]["files"]) == {f"{name}_classes.tif" for name in "abc"}


@pytest.mark.parametrize("change", [{"threshold": 0.9}, {"make": "classes,confidence"}, {"again": True}])
def test_another_request_or_a_wish_does_all_again(batch, scene, change):
    batch.image(scene, "a.tif")
    batch.run()
    assert batch.run()["values"]["kept"] == 1
    assert batch.run(**change)["values"]["done"] == 1


def test_a_cancel_keeps_what_is_done_and_the_next_batch_goes_on(batch, scene):
    for name in ("a.tif", "b.tif", "c.tif"):
        batch.image(scene, name)

    def cancel_at_the_second(context):
        def watch():
            while not (batch.results / "a_classes.tif").is_file():
                time.sleep(0.002)
            context.cancel()

        threading.Thread(target=watch, daemon=True).start()

    with pytest.raises(Cancelled):
        batch.run(listen=cancel_at_the_second)
    assert "a_classes.tif" in batch.found()
    assert not [name for name in os.listdir(batch.results) if name.startswith(".")]
    assert batch.run()["values"]["kept"] >= 1
    assert len(batch.found()) == 3


def test_a_file_that_no_batch_has_made_is_never_written_over(batch, scene):
    batch.image(scene, "a.tif")
    batch.image(scene, "b.tif")
    batch.results.mkdir()
    for name in ("b_classes.tif", "batch.jsonl"):
        mine = batch.results / name
        mine.write_text("mine")
        with pytest.raises(OutputError, match=rf"{name} stands where the batch would write"):
            batch.run(again=True)
        assert mine.read_text() == "mine"
        assert os.listdir(batch.results) == [name]
        mine.unlink()
    assert batch.run()["values"]["done"] == 2


def test_what_was_begun_and_cut_off_is_the_batches_own(batch, scene):
    batch.image(scene, "a.tif")
    batch.run()
    ledger = batch.results / "batch.jsonl"
    begun = ledger.read_text(encoding="utf-8").split("\n")[1]
    assert json.loads(begun)["outcome"] == "begun"
    ledger.write_text("\n" + begun, encoding="utf-8")
    assert batch.run()["values"] == {"images": 1, "done": 1, "kept": 0, "failed": 0}


def test_a_file_that_another_request_has_replaced_since_is_not_kept(batch, scene):
    batch.image(scene, "a.tif")
    batch.run()
    first = (batch.results / "a_classes.tif").read_bytes()
    batch.run(threshold=0.9)
    path = batch.results / "a_classes.tif"
    path.write_bytes(path.read_bytes().ljust(len(first), b"\0")[: len(first)])  # of the same size by chance
    assert batch.run()["values"]["done"] == 1
    assert path.read_bytes() == first


def test_half_a_line_of_the_ledger_costs_one_image(batch, scene):
    batch.image(scene, "a.tif")
    batch.image(scene, "b.tif")
    batch.run()
    ledger = batch.results / "batch.jsonl"
    lines = ledger.read_text(encoding="utf-8").split("\n")
    ledger.write_text("\n".join([*lines[:-1], lines[-1][:40]]), encoding="utf-8")
    assert batch.run()["values"] == {"images": 2, "done": 1, "kept": 1, "failed": 0}
    assert all(json.loads(line) for line in ledger.read_text(encoding="utf-8").split("\n")[-1:])


def test_warnings_name_their_image(batch, scene):
    batch.image(np.zeros_like(scene), "empty.tif", nodata=0)
    batch.run("table")
    told = [event["message"] for event in batch.events if event.get("level") == "warning"]
    assert any(sentence.startswith("empty.tif: The result holds no value") for sentence in told)
    assert "holds no value" in batch.rows()[0]["warnings"]


def test_progress_never_goes_back_and_names_the_image(batch, scene):
    for name in ("a.tif", "b.tif"):
        batch.image(scene, name)
    batch.run()
    told = [event for event in batch.events if event["event"] == "progress"]
    fractions = [event["fraction"] for event in told]
    assert fractions == sorted(fractions)
    assert [event["message"] for event in told if "message" in event][:1] == ["1 of 2: a.tif"]


def test_a_model_that_cannot_be_read_is_told_once_and_leaves_no_folder(batch, scene, tmp_path):
    batch.image(scene, "a.tif")
    batch.model = str(tmp_path / "nowhere.onnx")
    with pytest.raises(ReleveError, match="nowhere"):
        batch.run()
    assert not batch.results.exists()


def test_a_model_that_makes_no_map_is_told_once(batch, scene):
    for name in ("a.tif", "b.tif"):
        batch.image(scene, name)
    keys = {"names": ["ship", "plane"], "stride": 32}
    batch.model = detector(batch.bench.folder, "yolo_v8", Shape(np.ones((9, 9), bool)), keys=keys)
    with pytest.raises(ModelError, match=r"run it with “Detect objects” \(inference\.detect\)"):
        batch.run(activation=None, task=None)
    assert not batch.results.exists()


def test_a_regression_gives_its_values(batch, scene):
    batch.image(scene[:1].astype("float32"), "a.tif")
    batch.model = batch.bench.identity()
    batch.run(make=None, task="regression", activation=None)
    assert batch.found() == ["a_values.tif"]


# -- which images -----------------------------------------------------------------------------------------


def names(folder, apart=Path("/nowhere"), **facts):
    request = Request(model="m.onnx", folder=str(folder), **facts)
    return [(image.name, image.stem) for image in images_of(request, apart_from=apart)]


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b.tif",
        "a.TIFF",
        "notes.txt",
        "sub/b.tif",
        "sub/c.jp2",
        ".hidden/d.tif",
        "results/a_classes.tif",
    ):
        path = tmp_path / "images" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path / "images"


def test_images_are_found_by_pattern_whatever_their_case(folder):
    assert names(folder) == [("a.TIFF", "a"), ("b.tif", "b")]
    assert names(folder, pattern="b.*;*.jp2") == [("b.tif", "b")]


def test_subfolders_count_when_asked_but_neither_hidden_ones_nor_the_results(folder):
    found = names(folder, apart=folder / "results", recursive=True, pattern="*.tif;*.jp2")
    assert found == [("b.tif", "b"), ("sub/b.tif", "sub_b"), ("sub/c.jp2", "c")]


def test_a_list_is_taken_as_it_is(tmp_path):
    from releve.processing.jobs import parameters as p

    request = Request(model="m.onnx", input=(p.DatedSource("/x/z.tif"), p.DatedSource("/y/z.tif")))
    stems = [image.stem for image in images_of(request, apart_from=tmp_path)]
    assert stems == ["z", "z_2"]


def test_no_image_and_results_among_the_images_are_refused(folder, tmp_path):
    with pytest.raises(RequestError, match=r"holds none that fits \*\.png"):
        names(folder, pattern="*.png")
    with pytest.raises(RequestError, match="is not a folder"):
        names(tmp_path / "nowhere")
    with pytest.raises(RequestError, match="would lie among the images"):
        names(folder, apart=folder)
    with pytest.raises(RequestError, match="No image was found"):
        images_of(Request(model="m.onnx"), apart_from=tmp_path)
