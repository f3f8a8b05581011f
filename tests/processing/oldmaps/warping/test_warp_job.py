"""The job ``oldmaps.warp``."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import replace

import numpy as np
import pytest
import rasterio

from releve.processing.errors import (
    Cancelled,
    FitError,
    GridError,
    OutputError,
    RasterError,
    RequestError,
    VectorError,
)
from releve.processing.oldmaps.points.control_points import ImageSize
from releve.processing.oldmaps.points.writing import write_points
from releve.processing.oldmaps.warping.warp_job import JOB
from releve.processing.raster.cogs import read_provenance

from .conftest import NORTH, WEST, bent_points, points_of, straight_points

pytestmark = pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")


def noise(rows=500, columns=700, bands=3):
    return np.random.default_rng(0).integers(0, 256, (bands, rows, columns)).astype("uint8")


@pytest.fixture
def warp(run, write_sheet, write_csv, tmp_path):
    def warp(image=None, points=None, out=tmp_path / "warped.tif", **inputs):
        image = noise() if image is None else image
        sheet = inputs.pop("sheet", None) or write_sheet(image)
        path = inputs.pop("path", None) or write_csv(points or bent_points(700, 500))
        return run(JOB, {"warped": out}, sheet=str(sheet), points=str(path), **inputs)

    return warp


def test_a_sheet_becomes_a_picture_on_the_ground(warp, tmp_path):
    ran = warp()
    path = ran.result["outputs"]["warped"]["path"]
    with rasterio.open(path) as dataset:
        assert dataset.crs.to_epsg() == 2154
        assert [colour.name for colour in dataset.colorinterp] == ["red", "green", "blue", "alpha"]
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert ran.values["pixel_size"] == dataset.transform.a
        assert (ran.values["columns"], ran.values["rows"]) == (dataset.width, dataset.height)
        assert dataset.read(4).any()
    told = read_provenance(path)
    assert told["job"] == "oldmaps.warp"
    assert told["method"] == ran.values["method"]
    assert told["points"] == 30
    assert str(tmp_path) not in json.dumps(told)
    assert [source["role"] for source in told["sources"]] == ["sheet", "points"]
    assert ran.warnings == []


def test_few_points_are_warned_of_and_warped_all_the_same(warp):
    points = bent_points(700, 500)
    ran = warp(points=points.with_points(points.points[:4]))
    assert ran.values["method"] in ("helmert", "affine", "projective")
    assert "Add points" in ran.warnings[0]


def test_one_point_is_refused(warp):
    points = bent_points(700, 500)
    with pytest.raises(FitError):
        warp(points=points.with_points(points.points[:1]))


def test_points_on_one_line_are_refused(warp):
    pixels = np.array([[n * 60.0, n * 40.0] for n in range(10)])
    with pytest.raises(FitError):
        warp(points=points_of(pixels, pixels * [0.5, -0.5] + [WEST, NORTH]), method="affine")


def test_a_fit_that_folds_is_refused_and_nothing_is_written(warp, tmp_path):
    points = straight_points(700, 500)
    pixels, ground = points.pixels, points.ground.copy()
    ground[[0, 4]] = ground[[4, 0]]  # two points confused
    with pytest.raises(FitError, match="fold"):
        warp(points=points_of(pixels, ground), method="spline")
    assert not (tmp_path / "warped.tif").exists()


def test_swapped_columns_are_refused(warp):
    points = straight_points(700, 500)
    with pytest.raises((FitError, VectorError)):
        warp(points=points_of(points.pixels, points.ground[:, ::-1]))


def test_the_crs_of_the_map_may_be_a_name_and_another_is_refused(warp):
    ran = warp(target_crs="observatory", pixel_size=1)
    with rasterio.open(ran.result["outputs"]["warped"]["path"]) as dataset:
        assert "zimuthal" in dataset.crs.to_wkt()
        assert dataset.transform.a == 1
    with pytest.raises(RequestError, match="no known coordinate reference system"):
        warp(target_crs="EPSG:99999999")


def test_the_mask_of_the_points_counts_unless_another_is_given(warp):
    def opaque(ran):
        with rasterio.open(ran.result["outputs"]["warped"]["path"]) as dataset:
            return (dataset.read(4) > 0).sum()

    whole = opaque(warp(points=straight_points(700, 500), method="affine"))
    part = opaque(
        warp(points=straight_points(700, 500), method="affine", outline="0,0; 350,0; 350,500; 0,500")
    )
    assert whole == 700 * 500
    assert part == 350 * 500


def test_two_masks_are_refused(warp, tmp_path):
    with pytest.raises(RequestError, match="two masks"):
        warp(mask=str(tmp_path / "mask.gpkg"), outline="0,0; 1,0; 1,1")


@pytest.mark.parametrize(
    "corners", ["5000,5000; 6000,5000; 6000,6000", "0,0; 10,10; 20,20", "700,0; 800,0; 750,9"]
)
def test_a_mask_without_a_pixel_of_the_sheet_is_refused(warp, tmp_path, corners):
    with pytest.raises(RequestError, match="No pixel of the sheet, which has 700 × 500"):
        warp(outline=corners)
    assert not (tmp_path / "warped.tif").exists()


def test_metres_taken_for_degrees_are_refused(warp):
    with pytest.raises(GridError, match=r"A pixel of 0\.5 is larger than the whole sheet"):
        warp(target_crs="EPSG:4326", pixel_size=0.5)


def test_another_scan_than_that_of_the_points_is_warned_of(warp):
    points = straight_points(1400, 1000)
    assert any("beyond the edges" in sentence for sentence in warp(points=points).warnings)


def test_points_of_the_image_beside_them_are_warned_of(warp, write_sheet, tmp_path):
    other = write_sheet(noise(), "other.tif")
    path = tmp_path / "other.tif.points"
    write_points(path, straight_points(700, 500))
    said = "The points bear the name of other.tif beside them, not that of sheet.tif: are they its points?"
    assert said in warp(path=path).warnings
    assert not any("bear the name" in sentence for sentence in warp(path=path, sheet=other).warnings)
    other.unlink()
    assert not any("bear the name" in sentence for sentence in warp(path=path).warnings)


def test_a_sheet_that_would_be_stretched_is_warned_of(warp):
    points = straight_points(700, 500)
    stretched = points.with_points(replace(one, x=2 * one.x - WEST) for one in points.points)
    assert any("2.00 times longer in one direction" in said for said in warp(points=stretched).warnings)


def test_an_annotation_of_another_size_is_warned_of(warp, tmp_path):
    path = tmp_path / "annotation.json"
    points = straight_points(
        700, 500, sheet="https://example.org/iiif/sheet", size=ImageSize(width=7000, height=5000)
    )
    write_points(path, points)
    ran = warp(path=path, target_crs="EPSG:2154")
    assert any("7000 × 5000" in sentence for sentence in ran.warnings)


@pytest.mark.parametrize(
    "image", [np.full((3, 500, 700), 255, "uint8"), 255 - noise()], ids=["blank", "negative"]
)
def test_a_blank_page_and_a_negative_are_sheets_too(warp, image):
    with rasterio.open(warp(image).result["outputs"]["warped"]["path"]) as dataset:
        assert dataset.read(4).any()


def test_accents_and_apostrophes_in_names(warp, write_sheet, write_csv, tmp_path):
    sheet, points = (
        write_sheet(noise(), "Plan de l'île (1790) – été.tif"),
        write_csv(bent_points(700, 500), "l'été é.csv"),
    )
    ran = warp(sheet=sheet, path=points, out=tmp_path / "l'île é.tif")
    assert (tmp_path / "l'île é.tif").exists()
    assert ran.warnings == []


def test_a_missing_sheet_and_missing_points_are_sentences(warp, tmp_path):
    with pytest.raises(RasterError, match="no raster at"):
        warp(sheet=tmp_path / "none.tif")
    with pytest.raises((VectorError, RequestError)):
        warp(path=tmp_path / "none.points")


def test_a_cut_sheet_leaves_nothing(warp, write_sheet, tmp_path):
    path = write_sheet(noise(1500, 1500))
    whole = path.read_bytes()
    path.write_bytes(whole[:8] + whole[8 : len(whole) // 2] + bytes(len(whole) - len(whole) // 2))
    damaged = tmp_path / "damaged.jpg"
    with rasterio.open(damaged, "w", driver="JPEG", width=700, height=500, count=3, dtype="uint8") as jpeg:
        jpeg.write(noise())
    damaged.write_bytes(damaged.read_bytes()[:60_000])
    with pytest.raises(RasterError, match="damaged or cut short"):
        warp(sheet=damaged)
    assert not (tmp_path / "warped.tif").exists()


@pytest.mark.parametrize("cancel_at", [1, 2, 5, 10, 15, 20])
def test_a_cancel_at_any_moment_leaves_nothing(warp, run, write_sheet, write_csv, tmp_path, cancel_at):
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(Cancelled):
        warp(noise(1600, 1600), bent_points(1600, 1600), out / "warped.tif", cancel_at=cancel_at)
    assert not list(out.iterdir())


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 256 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)], capture_output=True
    )
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("full", ["output", "scratch"])
def test_a_full_disk_leaves_nothing(warp, small_disk, tmp_path, monkeypatch, full):
    out = tmp_path / "warped.tif"
    if full == "output":
        out = small_disk / "warped.tif"
    else:
        monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    with pytest.raises(OutputError, match="full"):
        warp(out=out)
    assert not list(small_disk.iterdir())
    assert not out.exists()
