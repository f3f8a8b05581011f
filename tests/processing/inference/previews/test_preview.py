"""What a preview shows is what a run gives; it is quick to leave, and a coarse one says so."""

from __future__ import annotations

import base64
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling
from rasterio.io import MemoryFile

from releve.processing.catalogue import find_job
from releve.processing.errors import Cancelled, GridError, RasterError, RequestError
from releve.processing.inference.previews import coarse, openings, preview
from releve.processing.jobs import Context, read_request
from releve.processing.raster import reading

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation", "tile": 64, "overlap": 16}
WHOLE = {"bbox": [500_000, 4_998_500, 501_900, 5_000_000], "crs": "EPSG:32631"}  # of the scene of 150 × 190


@pytest.fixture(autouse=True)
def own_openings(monkeypatch):
    """Openings of the test's own."""
    mine = openings.Openings()
    monkeypatch.setattr(preview, "OPENINGS", mine)
    yield mine
    mine.close()


@pytest.fixture
def look(bench):
    """Asks for a preview: its pictures, and what it says in the end."""

    def ask(**inputs):
        ran = bench.run([], job="inference.preview", **inputs)
        return [event["picture"] for event in ran.events if "picture" in event], ran.values

    return ask


def decoded(picture):
    """Colours of a picture, shape (rows, columns, 4); the corner of its place."""
    with MemoryFile(base64.b64decode(picture["png"])) as file, file.open() as dataset:
        image, table = dataset.read(), dataset.colormap(1) if dataset.count == 1 else None
    colours = (
        image.transpose(1, 2, 0) if table is None else np.array([table[n] for n in range(256)])[image[0]]
    )
    return colours, picture["extent"]


def mosaic(pictures, shape):
    """All pictures on the grid of the scene; what none fills is transparent."""
    whole = np.zeros((*shape, 4), np.uint8)
    for picture in pictures:
        colours, (west, _, _, north) = decoded(picture)
        row, column = round((5_000_000 - north) / 10), round((west - 500_000) / 10)
        whole[row : row + len(colours), column : column + colours.shape[1]] = colours
    return whole


def in_colours(path):
    """A class map in the colours that its file names, no data transparent."""
    with rasterio.open(path) as dataset:
        classes, table = dataset.read(1), dataset.colormap(1)
    colours = np.array([table.get(n, (0, 0, 0, 0)) for n in range(256)], np.uint8)
    colours[255] = 0
    return colours[classes]


def test_the_pictures_are_what_a_run_gives(bench, scene, look):
    image, model = bench.image(scene, mask=np.where(scene[0] > 20, 255, 0).astype("u1")), bench.blur()
    ran = bench.run(["classes", "confidence"], input=image, model=model, **FACTS)
    pictures, values = look(input=image, model=model, view=WHOLE, **FACTS)
    assert values["coarse"] == 1
    assert len(pictures) == values["blocks"] > 6
    np.testing.assert_array_equal(mosaic(pictures, scene.shape[1:]), in_colours(ran.paths["classes"]))
    assert values["style"] == ran.styles["classes"]


def test_the_confidence_is_that_of_a_run(bench, scene, look):
    image, model = bench.image(scene), bench.blur()
    ran = bench.run(["classes", "confidence"], input=image, model=model, **FACTS)
    pictures, values = look(input=image, model=model, view=WHOLE, measure="confidence", **FACTS)
    found, steps = mosaic(pictures, scene.shape[1:])[..., :3], ran.read("confidence")[0]
    colours = {int(step): set(map(tuple, found[steps == step].tolist())) for step in np.unique(steps)}
    assert all(len(one) == 1 for one in colours.values())  # one colour a step, wherever it is
    assert len({one.pop() for one in colours.values()}) > 0.9 * len(colours)
    assert values["style"] == ran.styles["confidence"]


def test_several_views_of_a_tile_are_left_to_the_run_and_the_preview_says_so(bench, scene, look):
    given = {"input": bench.image(scene), "model": bench.blur(), "view": WHOLE} | FACTS
    (plain, before), (pictures, after) = look(**given), look(**given, augmentation="both")
    assert pictures == plain
    assert after["warnings"] == [
        *before["warnings"],
        "The preview sees each tile once; a run takes the mean of several views (AUGMENTATION).",
    ]


def test_only_the_blocks_under_the_view_are_computed_from_the_middle_outwards(bench, scene, look):
    image, model = bench.image(scene), bench.blur()
    view = {"bbox": [500_700, 4_999_000, 501_500, 4_999_600], "crs": "EPSG:32631"}
    pictures, values = look(input=image, model=model, view=view, **FACTS)
    boxes = [picture["extent"] for picture in pictures]
    assert all(w < 501_500 and e > 500_700 and s < 4_999_600 and n > 4_999_000 for w, s, e, n in boxes)
    away = [np.hypot((w + e) / 2 - 501_100, (s + n) / 2 - 4_999_300) for w, s, e, n in boxes]
    assert away == sorted(away)
    assert 1 < values["blocks"] < 20


def test_a_moved_view_computes_its_new_blocks_alone(bench, scene, look, monkeypatch):
    image, model = bench.image(scene), bench.blur()
    inferred = []
    real = openings.infer
    monkeypatch.setattr(
        openings,
        "infer",
        lambda plan, session, items: inferred.append(items[0].index) or real(plan, session, items),
    )
    left = {"bbox": [500_000, 4_998_500, 500_900, 5_000_000], "crs": "EPSG:32631"}
    look(input=image, model=model, view=left, **FACTS)
    look(input=image, model=model, view=WHOLE, **FACTS)
    look(input=image, model=model, view=WHOLE, measure="confidence", **FACTS)
    assert len(inferred) == len(set(inferred)) == 20  # each tile of the image once: 5 × 4 of 48 pixels


def test_a_view_in_another_crs_and_one_that_sees_nothing(bench, scene, look):
    image, model = bench.image(scene), bench.blur()
    degrees = {"bbox": [2.99, 45.1, 3.05, 45.2], "crs": "EPSG:4326"}
    assert look(input=image, model=model, view=degrees, **FACTS)[1]["blocks"] > 6
    elsewhere = {"bbox": [20, 50, 21, 51], "crs": "EPSG:4326"}
    pictures, values = look(input=image, model=model, view=elsewhere, **FACTS)
    assert (pictures, values["blocks"]) == ([], 0)


def test_an_image_without_a_crs_is_shown_where_no_crs_is_stated(bench, scene, look):
    image, model = bench.image(scene, crs=None), bench.blur()
    bare = {"bbox": WHOLE["bbox"]}
    pictures, _ = look(input=image, model=model, view=bare, pixel_size=10, **FACTS)
    assert {picture["crs"] for picture in pictures} == {""}
    with pytest.raises(GridError, match="no coordinate reference system"):
        look(input=image, model=model, view=WHOLE, pixel_size=10, **FACTS)


def test_a_changed_image_and_a_changed_model_are_read_anew(bench, scene, look):
    image, model = bench.image(scene), bench.blur()
    before, told = look(input=image, model=model, view=WHOLE, **FACTS)
    bench.image(scene[:, ::-1].copy())
    bench.blur(seed=4)
    after, told_again = look(input=image, model=model, view=WHOLE, **FACTS)
    ran = bench.run(["classes", "confidence"], input=image, model=model, **FACTS)
    np.testing.assert_array_equal(mosaic(after, scene.shape[1:]), in_colours(ran.paths["classes"]))
    assert [one["png"] for one in before] != [one["png"] for one in after]
    assert told["state"] != told_again["state"]


def test_an_image_that_is_gone_is_an_error_and_no_memory_of_it(bench, scene, look, tmp_path):
    image, model = bench.image(scene), bench.blur()
    look(input=image, model=model, view=WHOLE, **FACTS)
    (tmp_path / "image.tif").unlink()
    with pytest.raises(RasterError, match="There is no raster"):
        look(input=image, model=model, view=WHOLE, **FACTS)
    bench.image(scene)
    assert look(input=image, model=model, view=WHOLE, **FACTS)[0]


def test_values_have_one_range_of_colours_in_the_end(bench, look):
    values = np.arange(150 * 190, dtype="f4").reshape(1, 150, 190)
    image, model = bench.image(values), bench.identity()
    pictures, told = look(input=image, model=model, view=WHOLE, **FACTS | {"task": "regression"})
    assert (told["measure"], told["measures"]) == ("values", ["values"])
    assert (told["style"]["minimum"], told["style"]["maximum"]) == pytest.approx((0, 150 * 190 - 1))
    last = mosaic(pictures[told["blocks"] :], values.shape[1:])  # all of them, sent a second time
    assert last[0, 0].tolist() == [0x44, 0x01, 0x54, 255]
    assert last[-1, -1].tolist() == [0xFD, 0xE7, 0x25, 255]


def test_a_measure_that_the_model_does_not_give_is_refused(bench, scene, look):
    image, model = bench.image(scene), bench.blur()
    with pytest.raises(RequestError, match="classes, confidence"):
        look(input=image, model=model, view=WHOLE, measure="values", **FACTS)


# -- wide views -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pixels", "factor"),
    [(1, 1), (4_000_000, 1), (4_000_001, 2), (6_400_000, 2), (6_400_001, 4), (409_600_000, 16)],
)
def test_a_view_of_more_than_four_million_pixels_of_the_model_is_coarse(pixels, factor):
    assert coarse.coarseness(pixels, coarse.Screen(1600, 1000)) == factor


def test_a_large_screen_shows_its_own_pixels_truly():
    assert coarse.coarseness(3840 * 2160, coarse.Screen(3840, 2160)) == 1


@pytest.fixture
def little_time(monkeypatch):
    """More than 10,000 pixels are too many for a preview."""
    monkeypatch.setattr(coarse, "TRUE_PIXELS", 10_000)
    monkeypatch.setattr(coarse, "COARSE_PIXELS", 10_000)


def test_a_coarse_preview_says_so_and_is_that_of_the_overviews(bench, scene, look, little_time):
    image, model = bench.image(scene), bench.blur()
    with rasterio.open(image, "r+") as dataset:
        dataset.build_overviews([2, 4], Resampling.average)
        halved = dataset.read(out_shape=(3, 75, 95), resampling=Resampling.nearest)
    small = {"view_width": 100, "view_height": 80}
    pictures, values = look(input=image, model=model, view=WHOLE, **small, **FACTS)
    assert values["coarse"] == 2
    assert values["zoom_in"] == pytest.approx((150 * 190 / 10_000) ** 0.5, abs=1e-3)
    reduced = bench.image(halved, "halved.tif", transform=rasterio.Affine(20, 0, 500_000, 0, -20, 5_000_000))
    ran = bench.run(["classes", "confidence"], input=reduced, model=model, **FACTS | {"gsd": 20})
    whole = np.zeros((75, 95, 4), np.uint8)
    for picture in pictures:
        colours, (west, _, _, north) = decoded(picture)
        row, column = round((5_000_000 - north) / 20), round((west - 500_000) / 20)
        whole[row : row + len(colours), column : column + colours.shape[1]] = colours
    np.testing.assert_array_equal(whole, in_colours(ran.paths["classes"]))


def test_zooming_in_shows_the_true_result_again(bench, scene, look, little_time):
    image, model = bench.image(scene), bench.blur()
    small = {"view_width": 100, "view_height": 80}
    assert look(input=image, model=model, view=WHOLE, **small, **FACTS)[1]["coarse"] == 2
    near = {"bbox": [500_700, 4_999_000, 501_500, 4_999_600], "crs": "EPSG:32631"}
    assert look(input=image, model=model, view=near, **small, **FACTS)[1]["coarse"] == 1


def test_a_wide_view_of_an_image_without_overviews_is_refused(bench, look, monkeypatch):
    monkeypatch.setattr(coarse, "TRUE_PIXELS", 100)
    monkeypatch.setattr(coarse, "COARSE_PIXELS", 100)
    image, model = bench.image(np.ones((1, 200, 200), "u1")), bench.identity()
    view = {"bbox": [500_000, 4_998_000, 502_000, 5_000_000], "crs": "EPSG:32631"}
    facts = FACTS | {"task": "regression"}
    with pytest.raises(GridError, match="no overviews"):
        look(input=image, model=model, view=view, view_width=10, view_height=10, **facts)


# -- leaving ----------------------------------------------------------------------------------------------


def asked(image, model, events):
    """A preview that can be cancelled: what to run, and its context."""
    job = find_job("inference.preview")
    message = {"inputs": {"input": image, "model": model, "view": WHOLE, **FACTS}}
    request = read_request(job, message)
    context = Context(request, events.append)
    return lambda: job.run(request.inputs, context), context


def test_a_cancel_ends_at_once_although_a_read_hangs_and_the_next_one_takes_up(
    bench, scene, look, monkeypatch
):
    image, model = bench.image(scene), bench.blur()
    hangs, goes_on = threading.Event(), threading.Event()
    real = reading.RasterView.read

    def slow(self, numbers, window):
        hangs.set()
        goes_on.wait(20)
        return real(self, numbers, window)

    monkeypatch.setattr(reading.RasterView, "read", slow)
    work, context = asked(image, model, [])
    threading.Thread(target=lambda: (hangs.wait(20), context.cancel()), daemon=True).start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        work()
    assert not goes_on.is_set()
    assert time.monotonic() - started < 15  # the read would have hung for longer
    context.close()
    goes_on.set()
    assert look(input=image, model=model, view=WHOLE, **FACTS)[1]["blocks"] == 20


def test_a_model_stopped_by_another_s_cancel_is_run_again(bench, scene, look, monkeypatch):
    image, model = bench.image(scene), bench.blur()
    real, stopped = openings.infer, []

    def interrupted(plan, session, items):
        if not stopped:
            stopped.append(True)
            raise Cancelled("stopped")
        return real(plan, session, items)

    monkeypatch.setattr(openings, "infer", interrupted)
    assert len(look(input=image, model=model, view=WHOLE, **FACTS)[0]) == 20


def test_few_set_ups_stay_open_and_none_for_long(bench, scene, look, monkeypatch):
    mine = openings.Openings(1, idle_s=0.2)
    monkeypatch.setattr(preview, "OPENINGS", mine)
    closed = []
    real = preview.Setup.close
    monkeypatch.setattr(preview.Setup, "close", lambda self: (closed.append(self), real(self)))
    image, model = bench.image(scene), bench.blur()
    look(input=image, model=model, view=WHOLE, **FACTS)
    look(input=image, model=model, view=WHOLE, **FACTS | {"overlap": 8})
    deadline = time.monotonic() + 20
    while len(closed) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(closed) == 2


class Stalling(BaseHTTPRequestHandler):
    """A server that gives a file's beginning and then nothing more."""

    content = b""

    def do_HEAD(self):
        self.send_response(200 if self.path.endswith(".tif") else 404)  # no sidecar
        self.send_header("Content-Length", str(len(self.content)))
        self.send_header("Accept-Ranges", "bytes")
        self.end_headers()

    def do_GET(self):
        if not self.path.endswith(".tif"):
            self.send_error(404)
            return
        first, _, last = self.headers.get("Range", "bytes=0-16383").removeprefix("bytes=").partition("-")
        if int(first) > 0 or not self.path.endswith("slow.tif"):
            self.server.stalled.set()
            self.server.released.wait(30)
        part = self.content[int(first) : int(last) + 1]
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {first}-{int(first) + len(part) - 1}/{len(self.content)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def slow_server(bench):
    """The address of a raster on a server that hangs; an event that tells when it does."""
    with open(bench.image(np.ones((3, 400, 400), "u1"), "served.tif"), "rb") as file:
        Stalling.content = file.read()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stalling)
    server.stalled, server.released = threading.Event(), threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"/vsicurl/http://127.0.0.1:{server.server_port}", server.stalled
    server.released.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("name", ["slow.tif", "never.tif"])
def test_a_slow_server_does_not_hold_the_worker_up(bench, slow_server, start_worker, scene, name):
    address, stalled = slow_server
    model, worker = bench.blur(), start_worker()

    def request(source):
        return {
            "job": "inference.preview",
            "inputs": {"input": source, "model": model, "view": WHOLE, **FACTS},
        }

    worker.send({"id": 1, "request": request(f"{address}/{name}")})
    assert stalled.wait(20)
    worker.send({"cancel": 1})
    assert worker.until("error", 1)["type"] == "Cancelled"
    worker.send({"id": 2, "request": request(bench.image(scene))})
    assert worker.until("result", 2)["values"]["blocks"] == 20  # the same process: it was not killed
