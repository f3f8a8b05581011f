"""Windows of rasters."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import rasterio
from affine import Affine

from releve.processing.raster.bands import SourceBand
from releve.processing.raster.grids import Grid, Shape2d, Window
from releve.processing.raster.reading import RasterView, Stack, available_bands
from releve.processing.raster.sources import read_facts

TRANSFORM = Affine(10, 0, 500_000, 0, -10, 5_000_000)
VALUES = np.arange(2 * 30 * 40, dtype="uint16").reshape(2, 30, 40)


@pytest.fixture
def make(tmp_path):
    def write(values, name="image.tif", *, names=(), transform=TRANSFORM, tags=(), **profile):
        count, rows, columns = values.shape
        profile = {"crs": "EPSG:32631", "dtype": values.dtype} | profile
        path = tmp_path / name
        with rasterio.open(
            path, "w", driver="GTiff", width=columns, height=rows, count=count, transform=transform, **profile
        ) as dataset:
            dataset.write(values)
            for number, description in enumerate(names, start=1):
                dataset.set_band_description(number, description)
            for number, band_tags in enumerate(tags, start=1):
                dataset.update_tags(number, **band_tags)
        return read_facts(str(path))

    return write


def stack_of(facts, **options):
    return Stack([RasterView(facts, facts.grid)], available_bands([facts]), **options)


@pytest.mark.parametrize("window", [Window(-7, -9, 50, 60), Window(25, 35, 10, 10), Window(-3, 5, 2 + 3, 4)])
def test_beyond_the_border_the_image_is_reflected(make, window):
    tile = stack_of(make(VALUES)).read(window)
    padded = np.pad(VALUES, ((0, 0), (60, 60), (60, 60)), mode="reflect")
    expected = padded[:, window.row + 60 : window.bottom + 60, window.column + 60 : window.right + 60]
    np.testing.assert_array_equal(tile.values, expected)
    assert tile.valid is None


def test_every_thread_has_its_own_handle(make):
    stack = stack_of(make(VALUES))
    results = []

    def read():
        for _ in range(20):
            results.append(stack.read(Window(0, 0, 30, 40)).values)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stack.close()
    assert len(results) == 80
    assert all((found == VALUES).all() for found in results)


@pytest.mark.parametrize(("rule", "missing"), [("any", {(0, 1), (0, 2)}), ("all", {(0, 2)}), ("none", set())])
def test_the_rule_says_when_a_pixel_is_missing(make, rule, missing):
    values = VALUES.copy() + 1
    values[0, 0, 1] = values[0, 0, 2] = values[1, 0, 2] = 0
    valid = stack_of(make(values, nodata=0), rule=rule).read(Window(0, 0, 30, 40)).valid
    found = set() if valid is None else set(map(tuple, np.argwhere(~valid).tolist()))
    assert found == missing


def test_a_nodata_value_that_the_dtype_cannot_hold_marks_nothing(make):
    facts = make(VALUES.astype("uint8"))
    view = RasterView(facts, facts.grid, nodata=-9999)
    assert Stack([view], available_bands([facts])).read(Window(0, 0, 5, 5)).valid is None


def test_rasters_are_stacked_in_the_models_order(make):
    facts = [make(VALUES[:1], "one.tif"), make(VALUES[1:].astype("float32"), "two.tif")]
    views = [RasterView(one, facts[0].grid) for one in facts]
    tile = Stack(views, [SourceBand(1, 1), SourceBand(0, 1)]).read(Window(0, 0, 30, 40))
    assert tile.values.dtype == np.float32
    np.testing.assert_array_equal(tile.values, VALUES[::-1])


def test_outside_a_warped_raster_nothing_is_valid(make):
    facts = make(VALUES)
    grid = Grid(facts.grid.crs, Affine(10, 0, 499_950, 0, -10, 5_000_050), Shape2d(40, 50))
    tile = Stack([RasterView(facts, grid)], available_bands([facts])).read(Window(0, 0, 40, 50))
    assert tile.valid is not None
    expected = np.zeros((40, 50), bool)
    expected[5:35, 5:45] = True
    np.testing.assert_array_equal(tile.valid, expected)
    np.testing.assert_array_equal(tile.values[:, 5:35, 5:45], VALUES)


def test_an_alpha_band_is_no_input(make):
    facts = make(np.full((4, 8, 8), 9, "uint8"), photometric="RGB", alpha="YES")
    assert facts.alpha == 4
    assert [band.number for band in available_bands([facts])] == [1, 2, 3]


def test_a_description_knows_better_than_gdals_default_colours(make):
    described = make(np.zeros((3, 8, 8), "uint8"), names=["B08", "B04", "B03"])
    plain = make(np.zeros((3, 8, 8), "uint8"), "plain.tif", photometric="RGB")
    assert [names[0] for names in described.names] == ["B08", "B04", "B03"]
    assert "red" not in described.names[0]
    assert [names[0] for names in plain.names] == ["red", "green", "blue"]


def test_wavelengths_give_common_names(make):
    facts = make(VALUES, tags=[{"wavelength": "665 nm"}, {"wavelength": "0.842"}])
    assert "red" in facts.names[0]
    assert "nir" in facts.names[1]


def test_a_raster_of_one_band_goes_by_its_file_name(make):
    facts = make(VALUES[:1], "T31TCJ_20240101_B8A_20m.tif")
    assert "B8A" in facts.names[0]


def test_a_sample_is_spread_over_the_image(make):
    sample = stack_of(make(np.tile(VALUES, (1, 10, 10)))).sample(Window(0, 0, 300, 400), side=8)
    assert sample.values.shape == (2, 1, 9 * 64)
