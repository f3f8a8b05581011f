"""The job ``oldmaps.ghost``: a sheet under a view."""

from __future__ import annotations

import base64
import os

import numpy as np
import pytest
import rasterio
from rasterio.io import MemoryFile

from releve.processing.errors import Cancelled, RasterError, RequestError, VectorError
from releve.processing.oldmaps.warping import pyramids
from releve.processing.oldmaps.warping.ghost_job import JOB
from releve.processing.oldmaps.warping.pyramids import PYRAMIDS
from releve.processing.oldmaps.warping.warp_job import JOB as WARP

from .conftest import NORTH, WEST, bent_points, points_of, straight_points

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")

VIEW = {"bbox": [WEST - 50, NORTH - 300, WEST + 400, NORTH + 50], "crs": "EPSG:2154"}


@pytest.fixture(autouse=True)
def forget():
    yield
    PYRAMIDS.clear()


@pytest.fixture
def ask(run, write_sheet, write_csv):
    def ask(image=None, points=None, view=VIEW, width=450, height=350, sheet=None, path=None, **inputs):
        if image is None:
            image = np.full((3, 500, 700), 200, "uint8")
        sheet = sheet or write_sheet(image)
        path = path or write_csv(points or bent_points(700, 500))
        ran = run(
            JOB, sheet=str(sheet), points=str(path), view=view, view_width=width, view_height=height, **inputs
        )
        (told,) = ran.previews
        return told

    return ask


def pixels_of(told):
    with MemoryFile(base64.b64decode(told["picture"]["png"])) as file, file.open() as dataset:
        return dataset.read()


def test_it_draws_the_sheet_where_the_warp_puts_it(ask, run, write_sheet, write_csv, tmp_path):
    image = np.zeros((3, 500, 700), "uint8")
    image[0], image[1] = np.arange(700) // 3, (np.arange(500) // 2)[:, None]
    told = ask(image, view={"bbox": [WEST, NORTH - 200, WEST + 300, NORTH], "crs": ""}, width=600, height=400)
    run(
        WARP, {"warped": tmp_path / "warped.tif"}, sheet=str(write_sheet(image)),
        points=str(write_csv(bent_points(700, 500))), pixel_size=0.5, resampling="bilinear",
    )  # fmt: skip
    drawn, (west, south, east, north) = pixels_of(told), told["picture"]["extent"]
    with rasterio.open(tmp_path / "warped.tif") as dataset:
        window = rasterio.windows.from_bounds(west, south, east, north, dataset.transform)
        whole = dataset.read(window=window.round_offsets().round_lengths())
    assert drawn.shape == whole.shape
    assert (drawn[3] == whole[3]).mean() > 0.995
    both = (drawn[3] > 0) & (whole[3] > 0)
    assert np.abs(drawn[:3].astype(int) - whole[:3])[:, both].max() <= 3


def test_the_picture_ends_with_the_sheet_and_names_its_place(ask):
    told = ask(points=straight_points(700, 500), method="helmert")
    assert told["picture"]["extent"] == pytest.approx([WEST, NORTH - 250, WEST + 350, NORTH], abs=1)
    assert told["picture"]["crs"] == "EPSG:2154"
    assert told["method"] == "helmert"
    assert told["refused"] == ""
    assert told["paper"] == ""


def test_a_wide_view_is_drawn_of_means(ask):
    stripes = np.zeros((1, 500, 700), "uint8")
    stripes[:, :, ::2] = 200
    told = ask(stripes, straight_points(700, 500), width=90, height=70, method="affine")
    assert told["coarse"] == 8
    drawn = pixels_of(told)
    assert np.abs(drawn[:3][:, drawn[3] > 0].astype(int) - 100).max() <= 2


def test_elsewhere_there_is_no_picture(ask):
    assert ask(view={"bbox": [0, 0, 100, 100], "crs": "EPSG:2154"})["picture"] is None
    assert ask(view={"bbox": [10, 10, 20, 20], "crs": "EPSG:4326"})["picture"] is None


def test_paper_is_clear(ask):
    image = np.full((3, 500, 700), 0, "uint8")
    image[:] = np.reshape([226, 214, 188], (3, 1, 1))
    image[:, 200:260, 300:400] = 30
    told = ask(image, straight_points(700, 500), method="affine", paper=True)
    assert told["paper"] == "#e2d6bc"
    drawn = pixels_of(told)
    assert (drawn[3] == 255).sum() == pytest.approx(60 * 100 / 4, rel=0.1)  # two pixels for a pixel
    assert (drawn[:3][:, drawn[3] == 255] < 100).all()


def test_a_blank_sheet_with_clear_paper_is_clear(ask):
    assert pixels_of(ask(paper=True, points=straight_points(700, 500), method="affine"))[3].max() == 0


def test_too_few_points_are_told_and_no_error(ask):
    points = bent_points(700, 500)
    told = ask(points=points.with_points(points.points[:1]))
    assert told["picture"] is None
    assert told["refused"]


def test_no_points_at_all_are_told_too(ask):
    points = bent_points(700, 500)
    told = ask(points=points.with_points(()))
    assert told["picture"] is None
    assert told["refused"]


def test_a_fold_is_told(ask):
    points = straight_points(700, 500)
    ground = points.ground.copy()
    ground[[0, 4]] = ground[[4, 0]]
    told = ask(points=points_of(points.pixels, ground), method="spline")
    assert "fold" in told["refused"]


def test_points_that_moved_move_the_picture(ask, write_csv):
    first = ask(points=straight_points(700, 500), method="helmert")
    path = write_csv(straight_points(700, 500, turn_deg=20))
    os.utime(path, ns=(1, 1))  # even when the clock is coarse
    assert ask(path=path, method="helmert")["picture"]["extent"] != first["picture"]["extent"]


def test_the_sheet_is_read_once_until_it_changes(ask, write_sheet, monkeypatch):
    opened = []
    true_open = pyramids.open_sheet

    def counted(href):
        opened.append(href)
        return true_open(href)

    monkeypatch.setattr(pyramids, "open_sheet", counted)
    sheet = write_sheet(np.full((3, 500, 700), 200, "uint8"))
    for _ in range(3):
        ask(sheet=sheet)
    assert len(opened) == 1
    write_sheet(np.full((3, 500, 700), 100, "uint8"))
    os.utime(sheet, ns=(1, 1))
    assert pixels_of(ask(sheet=sheet))[0].max() == 100


def test_a_sheet_larger_than_the_memory_for_it_is_kept_reduced(ask, monkeypatch):
    monkeypatch.setattr(pyramids, "HELD_BYTES", 3 * 350 * 250)
    told = ask(points=straight_points(700, 500), method="affine", width=900, height=700)
    assert told["coarse"] == 2


def test_what_cannot_be_read_is_an_error(ask, tmp_path):
    with pytest.raises(RasterError, match="no raster at"):
        ask(sheet=tmp_path / "none.tif")
    with pytest.raises((VectorError, RequestError)):
        ask(path=tmp_path / "none.points")


def test_a_cancel_ends_it_and_the_sheet_is_there_for_the_next(ask):
    with pytest.raises(Cancelled):
        ask(np.full((3, 3000, 3000), 200, "uint8"), bent_points(3000, 3000), cancel_at=1)
