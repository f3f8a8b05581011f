"""Strips made one COG."""

from __future__ import annotations

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS

from releve.processing.errors import Cancelled, OutputError
from releve.processing.raster.classes import COUNTS_TAG, RasterClass, read_classes
from releve.processing.raster.cogs import PROVENANCE_TAG, read_provenance, write_cog
from releve.processing.raster.grids import Grid, Shape2d, Window
from releve.processing.raster.writing import RasterSpec, StripWriter, check_whole, strip_path

TRANSFORM = Affine(10, 0, 500_000, 0, -10, 5_000_000)


def grid_of(image):
    return Grid(CRS.from_epsg(32631), TRANSFORM, Shape2d(*image.shape[1:]))


def strips_of(folder, spec, image, rows=100):
    strips = []
    for place, row in enumerate(range(0, image.shape[1], rows)):
        window = Window(row, 0, min(rows, image.shape[1] - row), image.shape[2])
        writer = StripWriter(folder, spec, place, window)
        half = window.columns // 2
        for column, columns in ((0, half), (half, window.columns - half)):
            part = Window(row, column, window.rows, columns)
            writer.write(image[(slice(None), *part.slices())], part)
        writer.close()
        strips.append((strip_path(folder, spec, place), window))
    return strips


CLASSES = RasterSpec(
    name="classes",
    dtype="uint8",
    nodata=255,
    kind="classes",
    bands=("class",),
    classes=((RasterClass(0, "sea & “sky”", "#0072b2"), RasterClass(2, "sand", "#e69f00")),),
    tags={PROVENANCE_TAG: '{"a": "é"}'},
)


def test_a_class_raster_holds_its_pixels_names_colours_and_counts(tmp_path):
    image = np.random.default_rng(0).choice(np.uint8([0, 2, 255]), (1, 730, 1100))
    path = tmp_path / "map.tif"
    (statistics,) = write_cog(
        path, CLASSES, grid_of(image), strips_of(tmp_path, CLASSES, image), scratch=tmp_path
    )
    with rasterio.open(path) as dataset:
        np.testing.assert_array_equal(dataset.read(), image)
        assert dataset.overviews(1) == [2, 4]
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
        assert dataset.crs.to_epsg() == 32631
        assert [(one.name, one.color) for one in read_classes(dataset)] == [
            ("sea & “sky”", "#0072b2"), ("sand", "#e69f00"),
        ]  # fmt: skip
    assert statistics.counts == {0: (image == 0).sum(), 2: (image == 2).sum()}
    assert read_provenance(str(path)) == {"a": "é"}
    assert sorted(p.name for p in tmp_path.iterdir() if "classes-" not in p.name) == [
        "map.tif",
        "map.tif.aux.xml",
    ]


def test_floats_keep_every_bit_and_their_statistics(tmp_path):
    image = np.random.default_rng(0).normal(0, 1e3, (2, 300, 620)).astype("float32")
    image[0, :5] = np.nan
    spec = RasterSpec(
        name="values", dtype="float32", nodata=float("nan"), bands=("height", "slope"), unit="m"
    )
    path = tmp_path / "out.tif"
    statistics = write_cog(path, spec, grid_of(image), strips_of(tmp_path, spec, image), scratch=tmp_path)
    with rasterio.open(path) as dataset:
        np.testing.assert_array_equal(dataset.read(), image)
        assert dataset.descriptions == ("height", "slope")
        assert dataset.units == ("m", "m")
    assert statistics[0].count == 295 * 620
    assert statistics[0].mean == pytest.approx(np.nanmean(image[0], dtype="f8"), rel=1e-9)
    assert statistics[1].stddev == pytest.approx(image[1].std(dtype="f8"), rel=1e-6)


def test_what_no_strip_holds_is_nodata(tmp_path):
    image = np.ones((1, 300, 200), "uint8")
    strips = strips_of(tmp_path, CLASSES, image)
    path = tmp_path / "out.tif"
    write_cog(path, CLASSES, grid_of(image), [strips[0], strips[2]], scratch=tmp_path)
    with rasterio.open(path) as dataset:
        assert (dataset.read(1)[100:200] == 255).all()
        assert (dataset.read(1)[:100] == 1).all()


def test_the_same_strips_give_the_same_bytes(tmp_path):
    image = np.random.default_rng(0).integers(0, 3, (1, 600, 600)).astype("uint8")
    strips = strips_of(tmp_path, CLASSES, image)
    for name in "ab":
        write_cog(tmp_path / name, CLASSES, grid_of(image), strips, scratch=tmp_path, threads=2)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_strip_cut_off_is_seen(tmp_path):
    image = np.random.default_rng(0).integers(0, 255, (1, 600, 600)).astype("uint8")
    ((path, _),) = strips_of(tmp_path, CLASSES, image, rows=600)
    check_whole(path)
    whole = path.read_bytes()
    with rasterio.open(path) as dataset:
        ends = [
            int(dataset.get_tag_item(f"BLOCK_OFFSET_{place}", "TIFF", bidx=1))
            + int(dataset.get_tag_item(f"BLOCK_SIZE_{place}", "TIFF", bidx=1))
            for place in ("0_0", "1_0", "0_1", "1_1")
        ]
    path.write_bytes(whole[: max(ends) - 1])
    with pytest.raises(OutputError):
        check_whole(path)


def test_a_cancel_ends_the_copy(tmp_path):
    image = np.ones((1, 300, 200), "uint8")
    strips = strips_of(tmp_path, CLASSES, image)

    def check():
        raise Cancelled("cancelled")

    with pytest.raises(Cancelled):
        write_cog(tmp_path / "out.tif", CLASSES, grid_of(image), strips, scratch=tmp_path, check=check)


def test_a_last_file_that_does_not_fit_is_a_sentence(tmp_path):
    """The strips and the overviews have found room, and what is made of them is larger."""
    resource = pytest.importorskip("resource", reason="Windows limits no file's size")
    spec = RasterSpec(name="picture", dtype="uint8", nodata=0, kind="picture", bands=("", ""))
    image = np.random.default_rng(0).integers(1, 256, (2, 1100, 1100)).astype("uint8")
    strips = strips_of(tmp_path, spec, image, rows=512)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, limits[1]))
    try:
        with pytest.raises(OutputError, match=r"map\.tif cannot be written"):
            write_cog(tmp_path / "map.tif", spec, grid_of(image), strips, scratch=tmp_path, threads=2)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_raster_of_others_has_no_provenance(tmp_path):
    path = tmp_path / "plain.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=2, height=2, count=1, dtype="uint8", transform=TRANSFORM
    ) as dataset:
        dataset.write(np.ones((1, 2, 2), "uint8"))
    with pytest.raises(OutputError, match="how it was made"):
        read_provenance(str(path))


def test_a_class_raster_tells_how_much_there_is_of_each_class(tmp_path):
    image = np.full((1, 40, 50), 255, "uint8")
    image[0, :10] = 0
    image[0, 10:12] = 2
    path = tmp_path / "map.tif"
    write_cog(path, CLASSES, grid_of(image), strips_of(tmp_path, CLASSES, image), scratch=tmp_path)
    with rasterio.open(path) as dataset:
        told = json.loads(dataset.tags(1)[COUNTS_TAG])
    assert told["pixels"] == {"0": 500, "2": 100}
    assert told["pixel_m2"] == pytest.approx(100, rel=2e-3)  # on the ellipsoid, where UTM shrinks a little
    assert told["size"] == [50, 40]
    assert told["transform"] == list(grid_of(image).transform.to_gdal())


def test_a_picture_keeps_its_colours_and_says_by_alpha_what_is_missing(tmp_path):
    """Also in its overviews, whose edges do not darken."""
    image = np.full((4, 700, 1100), 200, "uint8")
    image[3] = 255
    image[:, :, 901:] = 0
    spec = RasterSpec(name="sheet", dtype="uint8", nodata=0, kind="picture", bands=("",) * 4)
    path = tmp_path / "sheet.tif"
    write_cog(path, spec, grid_of(image), strips_of(tmp_path, spec, image), scratch=tmp_path)
    with rasterio.open(path) as dataset:
        assert [colour.name for colour in dataset.colorinterp] == ["red", "green", "blue", "alpha"]
        assert dataset.nodata is None
        assert (dataset.read() == image).all()
        assert dataset.overviews(1) == [2, 4]
        half = dataset.read(out_shape=(4, 350, 550))
    assert set(np.unique(half[:3])) == {0, 200}
    assert (half[3, :, :451] == 255).all()
    assert (half[3, :, 451:] == 0).all()
