"""Windows of rasters."""

from __future__ import annotations

import threading

import numpy as np
import pytest
import rasterio
from affine import Affine

from releve.processing.errors import GridError
from releve.processing.raster.bands import SourceBand
from releve.processing.raster.grids import Grid, Shape2d, Window
from releve.processing.raster.ground import inference_grid
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


@pytest.mark.parametrize(("size", "missing"), [(20, [(10, 11), (10, 11)]), (5, [(41, 43), (41, 45)])])
def test_a_hole_in_one_band_is_averaged_into_nothing(make, size, missing):
    """On the way up, what lies within half a pixel of the hole's edge is taken from beside it."""
    values = np.full((2, 64, 64), 100, "int16")
    values[0, 20:22, 20:23] = -9999  # of 20 m: one pixel, and half of another
    facts = make(values, nodata=-9999)
    side = 640 // size
    grid = Grid(facts.grid.crs, Affine(size, 0, 500_000, 0, -size, 5_000_000), Shape2d(side, side))
    tile = Stack([RasterView(facts, grid)], available_bands([facts])).read(Window(0, 0, side, side))
    assert np.unique(tile.values).tolist() == [-9999, 100]
    assert (tile.values[1] == 100).all()
    assert tile.valid is not None
    expected = np.ones((side, side), bool)
    expected[tuple(slice(*one) for one in missing)] = False
    np.testing.assert_array_equal(tile.valid, expected)


def test_a_hole_in_all_bands_keeps_its_size_on_the_way_up(make):
    values = np.full((2, 64, 64), 100, "int16")
    values[:, 20:22, 20:23] = -9999
    facts = make(values, nodata=-9999)
    grid = Grid(facts.grid.crs, Affine(5, 0, 500_000, 0, -5, 5_000_000), Shape2d(128, 128))
    tile = Stack([RasterView(facts, grid)], available_bands([facts])).read(grid.window)
    expected = np.ones((128, 128), bool)
    expected[40:44, 40:46] = False
    np.testing.assert_array_equal(tile.valid, expected)


def test_every_band_of_a_warped_raster_has_a_nodata_value_of_its_own(make, tmp_path):
    values = np.full((3, 64, 64), 100, "float32")
    values[0, 40:44, 40:44], values[1, 20:24, 20:24], values[2, 0, 0] = -9999, -1, -1
    make(values)
    bands = "".join(
        f'<VRTRasterBand dataType="Float32" band="{number}">{nodata}<SimpleSource><SourceFilename '
        f'relativeToVRT="1">image.tif</SourceFilename><SourceBand>{number}</SourceBand></SimpleSource>'
        "</VRTRasterBand>"
        for number, nodata in enumerate(
            ["<NoDataValue>-9999</NoDataValue>", "<NoDataValue>-1</NoDataValue>", ""], start=1
        )
    )
    (tmp_path / "own.vrt").write_text(
        '<VRTDataset rasterXSize="64" rasterYSize="64"><SRS>EPSG:32631</SRS>'
        f"<GeoTransform>500000,10,0,5000000,0,-10</GeoTransform>{bands}</VRTDataset>"
    )
    facts = read_facts(str(tmp_path / "own.vrt"))
    grid = Grid(facts.grid.crs, Affine(20, 0, 500_000, 0, -20, 5_000_000), Shape2d(32, 33))
    tile = Stack([RasterView(facts, grid)], available_bands([facts])).read(Window(0, 0, 32, 33))
    expected = np.ones((32, 33), bool)
    expected[20:22, 20:22] = expected[10:12, 10:12] = expected[:, 32] = False
    np.testing.assert_array_equal(tile.valid, expected)
    assert np.unique(tile.values[:2][:, expected]).tolist() == [100]
    assert tile.values[2, 0, 0] == pytest.approx((3 * 100 - 1) / 4)


def test_where_nodata_marks_nothing_the_outside_is_still_missing(make):
    facts = make(np.full((1, 64, 64), 7, "int16"), nodata=7)
    grid = Grid(facts.grid.crs, Affine(20, 0, 500_000, 0, -20, 5_000_000), Shape2d(32, 40))
    view = RasterView(facts, grid, marks_missing=False)
    tile = Stack([view], available_bands([facts]), rule="none").read(Window(0, 0, 32, 40))
    assert (tile.values[:, :, :32] == 7).all()
    assert tile.valid is not None
    assert tile.valid[:, :32].all()
    assert not tile.valid[:, 32:].any()


def test_a_nodata_value_that_the_dtype_cannot_hold_warps(make):
    facts = make(np.full((1, 64, 64), 7, "uint8"))
    grid = Grid(facts.grid.crs, Affine(20, 0, 500_000, 0, -20, 5_000_000), Shape2d(32, 32))
    tile = Stack([RasterView(facts, grid, nodata=-9999)], available_bands([facts])).read(Window(0, 0, 32, 32))
    assert tile.valid is None
    assert (tile.values == 7).all()


def image_in_degrees(make, west, name):
    """100 × 400 pixels of a ten-thousandth of a degree, whose values tell their columns."""
    values = np.broadcast_to(np.arange(1, 401, dtype="uint16"), (1, 100, 400))
    return make(values, name, transform=Affine(1e-4, 0, west, 0, -1e-4, 10), crs="EPSG:4326")


@pytest.mark.parametrize(
    ("west", "same"), [(350.0, -10.0), (-370.0, -10.0), (179.981, 41.981), (-180.019, 41.981)]
)
def test_longitudes_beyond_a_half_turn_are_found(make, west, same):
    """The other image has the same place in its UTM zone: 42°E is the edge of one, as 180° is."""
    seen = []
    for place in (west, same):
        facts = image_in_degrees(make, place, f"{place}.tif")
        grid = inference_grid(facts.grid, gsd_m=30)
        seen.append(Stack([RasterView(facts, grid)], available_bands([facts])).read(grid.window))
    assert (seen[0].values > 0).mean() > 0.96
    np.testing.assert_array_equal(seen[0].values, seen[1].values)
    np.testing.assert_array_equal(seen[0].valid, seen[1].valid)


def test_two_ways_to_count_longitudes_meet_on_a_grid_in_degrees(make):
    one, other = (image_in_degrees(make, west, f"{west}.tif") for west in (350.0, -10.0))
    tile = Stack([RasterView(other, one.grid)], available_bands([other])).read(one.grid.window)
    assert tile.valid is None
    np.testing.assert_array_equal(tile.values[0, 0], np.arange(1, 401))


def test_an_image_beyond_the_edge_of_web_mercator_is_refused(make):
    facts = make(VALUES, transform=Affine(10, 0, 20_037_300, 0, -10, 5_000_000), crs="EPSG:3857")
    with pytest.raises(GridError, match="180th meridian"):
        RasterView(facts, inference_grid(facts.grid, gsd_m=20))


def test_beyond_the_edge_of_a_sinusoidal_world_there_is_nothing_to_refuse(make):
    crs = "+proj=sinu +lon_0=0 +R=6371007.181 +units=m"
    facts = make(VALUES, transform=Affine(1000, 0, 15_000_000, 0, -1000, 4_000_000), crs=crs)
    RasterView(facts, Grid(facts.grid.crs, Affine(2000, 0, 15e6, 0, -2000, 4e6), Shape2d(15, 20)))


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
