"""Every kind of model that ends in a raster gives what is worked out by hand, whatever the tiles."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from releve.processing.errors import BandError, CardError, GridError, ModelError, RequestError
from releve.processing.inference import inferring
from releve.processing.models.reading import read_card
from releve.processing.models.writing import embed

from . import kinds

CORNER = Affine(10, 0, 500_000, 0, -10, 5_000_000)
DAYS = (dt.date(2023, 1, 10), dt.date(2023, 3, 20), dt.date(2023, 7, 5))


def noise(bands, rows, columns, seed=0):
    return np.random.default_rng(seed).integers(1, 1000, (bands, rows, columns)).astype("float32")


def dated(bench, cubes, days=DAYS, bands=("a", "b"), **options):
    """An image for each date, named a, b… so that the order of names is not that of dates."""
    return [
        f"{bench.image(cube, f'image_{len(cubes) - place}.tif', bands=bands, **options)}|date={day}"
        for place, (cube, day) in enumerate(zip(cubes, days, strict=True))
    ]


def cube(dates=3, bands=2, shape=(70, 90)):
    return np.stack([noise(bands, *shape, seed=seed) for seed in range(dates)])


# -- series -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tile", [32, 64])
@pytest.mark.parametrize(
    "make",
    [
        kinds.mean_over_dates, kinds.mean_over_dates_bands_first, kinds.mean_of_pixels,
        kinds.mean_of_pixels_bands_first,
    ],
)  # fmt: skip
def test_the_mean_over_dates_is_that_of_each_band(bench, make, tile):
    values = cube()
    images = dated(bench, values)
    ran = bench.run(["values"], input=images[::-1], model=make(bench.folder), tile=tile, overlap=8)
    np.testing.assert_allclose(ran.read("values"), values.mean(axis=0), rtol=1e-5)


def test_dates_decide_the_order_and_not_how_images_are_given(bench):
    values = cube()
    images = dated(bench, values)
    model = kinds.last_of_three_dates(bench.folder)
    for order in ([0, 1, 2], [2, 0, 1]):
        ran = bench.run(["values"], input=[images[place] for place in order], model=model)
        np.testing.assert_array_equal(ran.read("values"), values[2])


def test_a_date_may_be_in_a_name_and_bands_in_several_files(bench):
    values = cube()
    images = [
        bench.image(values[place, band : band + 1], f"S2_{day:%Y%m%d}_{name}.tif", bands=[name])
        for place, day in enumerate(DAYS)
        for band, name in enumerate("ab")
    ]
    ran = bench.run(["values"], input=images[::-1], model=kinds.last_of_three_dates(bench.folder))
    np.testing.assert_array_equal(ran.read("values"), values[2])


@pytest.mark.parametrize("tile", [32, 128])
def test_a_missing_month_is_not_a_missing_pixel(bench, tile):
    values = cube(bands=1)
    values[0, 0, :10] = -1  # missing in January
    values[:, 0, 20:25, :40] = -1  # missing at all dates
    values[1, 0, 30, 30] = -1
    images = dated(bench, values, bands=("a",), nodata=-1)
    ran = bench.run(["values"], input=images, model=kinds.months(bench.folder), tile=tile, overlap=0)
    mean, day = ran.read("values")
    known = values[:, 0] != -1
    days = np.array([day.timetuple().tm_yday for day in DAYS])[:, None, None]
    count = known.sum(axis=0)
    assert np.isnan(mean[count == 0]).all()
    seen = count > 0
    expected = np.where(known, values[:, 0], 0).sum(axis=0)[seen] / count[seen]
    np.testing.assert_allclose(mean[seen], expected, rtol=1e-5)
    np.testing.assert_allclose(day[seen], (known * days).sum(axis=0)[seen] / count[seen], rtol=1e-5)


def test_dates_and_the_place_are_told_beside_a_cube(bench):
    values = cube(bands=1, shape=(64, 64))
    images = dated(bench, values, bands=("a",))
    model = kinds.coordinates_beside_a_cube(bench.folder)
    found = bench.run(["values"], input=images, model=model, tile=64, overlap=0).read("values")
    np.testing.assert_allclose(found[0], values[:, 0].mean(axis=0), rtol=1e-5)
    assert (found[1] == 2023).all()
    np.testing.assert_allclose(found[2], np.mean([day.timetuple().tm_yday for day in DAYS]), rtol=1e-5)
    assert np.ptp(found[3]) == np.ptp(found[4]) == 0  # one answer for a tile
    assert (found[3, 0, 0], found[4, 0, 0]) == (
        pytest.approx(45.1506, abs=1e-3),
        pytest.approx(3.0041, abs=1e-3),
    )


@pytest.mark.parametrize(("later", "warnings"), [(0, 0), (3, 1)])
def test_a_second_series_of_other_dates_than_are_told_is_warned_of(bench, later, warnings):
    images = dated(bench, cube(bands=1), bands=("a",))
    further = [
        f"{bench.image(values, f'radar_{place}.tif', bands=['vv'])}|date={day + dt.timedelta(later)}"
        for place, (values, day) in enumerate(zip(cube(bands=1), DAYS, strict=True))
    ]
    ran = bench.run(["values"], input=images, further=further, model=kinds.two_series(bench.folder))
    found = [
        one for one in ran.sentences("warning") if "“day” tell of the dates of “x”; those of “radar”" in one
    ]
    assert len(found) == warnings


def refused(bench, error, words, **inputs):
    with pytest.raises(error, match=words):
        bench.run(["values"], **inputs)
    assert not (bench.folder / f"{inputs.get('name', 'run')}-values.tif").exists()


def test_a_series_that_does_not_fit_is_a_sentence(bench):
    values = cube()
    images, model = dated(bench, values), kinds.last_of_three_dates(bench.folder)
    needs = "“x” needs 3 dates, and images of 2 are given \\(2023-01-10, 2023-03-20\\)"
    refused(bench, RequestError, needs, input=images[:2], model=model)
    bare = [image.partition("|")[0] for image in images]
    refused(
        bench, RequestError, "nothing says of which date .*image_3.tif, image_2.tif", input=bare, model=model
    )
    twice = [*images[:2], f"{bare[2]}|date={DAYS[0]}", images[2]]
    refused(
        bench, BandError, "Several images are of 2023-01-10 .*takes each date once", input=twice, model=model
    )
    months = kinds.months(bench.folder)
    refused(bench, RequestError, "at least 2 of 12 dates", input=images[:1], model=months)


# -- inputs beside the images ------------------------------------------------------------------------------


def coarse(bench, name, values, size, *, crs="EPSG:32631"):
    transform = Affine(size, 0, 500_000, 0, -size, 5_000_000)
    return bench.image(values, f"{name}.tif", bands=[name], transform=transform, crs=crs)


def test_a_coarse_raster_is_read_at_the_middle_of_each_tile(bench):
    image = bench.image(noise(1, 64, 96), bands=("a",))
    warmth = coarse(bench, "warmth", np.arange(24, dtype="float32").reshape(1, 4, 6), 160)
    model = kinds.climate_at_a_point(bench.folder)
    ran = bench.run(["values"], input=image, further=[warmth], model=model, tile=32, overlap=0)
    added = ran.read("values") - rasterio.open(image).read()
    # The middle of the tile whose first pixel is (r, c) is 16 pixels further: at 160 m, one cell and no more.
    expected = np.kron(np.arange(24).reshape(4, 6)[1::2, 1::2], np.ones((32, 32)))
    np.testing.assert_array_equal(added[0], expected)


def test_pixels_get_the_value_of_the_coarse_raster_where_each_is(bench):
    image = bench.image(noise(1, 64, 96), bands=("a",))
    cells = np.arange(24, dtype="float32").reshape(1, 4, 6)
    warmth = coarse(bench, "warmth", cells, 160)
    model = kinds.climate_of_pixels(bench.folder)
    for tile in (32, 100):
        ran = bench.run(["values"], input=image, further=[warmth], model=model, tile=tile)
        added = ran.read("values") - rasterio.open(image).read()
        np.testing.assert_array_equal(added, np.kron(cells, np.ones((16, 16))))


@pytest.mark.parametrize(("tile", "overlap"), [(32, 0), (64, 6), (128, 0)])
def test_each_input_is_read_in_its_own_resolution(bench, tile, overlap):
    a, swir, dem = noise(1, 70, 90), noise(1, 35, 45, 1), noise(1, 70, 90, 2)
    image = bench.image(a, bands=("a",))
    further = [bench.image(dem, "dem.tif", bands=("elevation",)), coarse(bench, "swir", swir, 20)]
    model = kinds.two_resolutions(bench.folder)
    options = {"input": image, "further": further, "model": model, "tile": tile, "overlap": overlap}
    found = bench.run(["values"], **options).read("values")
    expected = np.concatenate([a, np.kron(swir, np.ones((2, 2))), dem / 2])
    np.testing.assert_allclose(found, expected, rtol=1e-6)


@pytest.mark.parametrize("views", ["none", "shifts"])
def test_tiles_and_shifts_are_multiples_of_a_coarse_pixel(bench, views):
    fine, rough = noise(1, 330, 300), noise(1, 110, 100, seed=1)
    image = bench.image(fine, bands=("a",))
    further = coarse(bench, "swir", rough, 30)
    model = kinds.three_times_as_coarse(bench.folder)
    ran = bench.run(["values"], input=image, further=[further], model=model, tile=96, augmentation=views)
    expected = [fine[0], rough[0].repeat(3, axis=0).repeat(3, axis=1)]
    np.testing.assert_allclose(ran.read("values"), expected, rtol=1e-5)


def test_what_is_missing_beside_the_image_is_missing_in_the_map(bench):
    a, swir, dem = noise(1, 70, 90), noise(1, 35, 45, 1), noise(1, 70, 90, 2)
    swir[0, 10, 10], dem[0, 50, 60] = -5, -5
    further = [
        bench.image(dem, "dem.tif", bands=("elevation",), nodata=-5),
        bench.image(
            swir, "swir.tif", bands=("swir",), nodata=-5, transform=Affine(20, 0, 500_000, 0, -20, 5_000_000)
        ),
    ]
    options = {"input": bench.image(a, bands=("a",)), "further": further, "tile": 32, "overlap": 0}
    found = bench.run(["values"], model=kinds.two_resolutions(bench.folder), **options).read("values")[0]
    missing = np.argwhere(np.isnan(found)).tolist()
    assert missing == [[20, 20], [20, 21], [21, 20], [21, 21], [50, 60]]


def test_numbers_are_stated_or_known_of_the_place_and_the_date(bench):
    values = noise(1, 32, 32)
    image, model = bench.image(values, bands=("a",)), kinds.numbers(bench.folder)
    ran = bench.run(["values"], input=f"{image}|date=2024-02-01", model=model, numbers="Slope = 1000")
    added = ran.read("values") - values
    np.testing.assert_allclose(added, 1000 + 32 + 45.1521, atol=1e-2)
    stated = bench.run(["values"], input=image, model=model, numbers="day_of_year=5, latitude=40,slope=0")
    np.testing.assert_allclose(stated.read("values") - values, 45, atol=1e-3)
    refused(bench, RequestError, "NUMBERS=day_of_year=…, slope=…", input=image, model=model, name="a")
    refused(
        bench, RequestError, "“slope: 3”; name=number", input=image, model=model, numbers="slope: 3", name="b"
    )
    misspelt = "day_of_year=5,slope=0,lattitude=40"
    words = "“lattitude”, which the model does not ask for; it asks for: day_of_year, latitude, slope"
    refused(bench, RequestError, words, input=image, model=model, numbers=misspelt, name="c")


def test_one_image_has_a_date_and_a_mask_too(bench):
    values = noise(1, 64, 64)
    values[0, 30, 30] = -1
    image, model = bench.image(values, bands=("a",), nodata=-1), kinds.day_of_an_image(bench.folder)
    ran = bench.run(["values"], input=f"{image}|date=2024-02-01", model=model, tile=32, overlap=4)
    added, share = ran.read("values")
    known = values[0] != -1
    assert (np.isnan(added) == ~known).all()
    np.testing.assert_allclose(added[known], values[0][known] + 32, rtol=1e-6)
    near = np.zeros_like(known)
    near[29:32, 29:32] = True
    np.testing.assert_allclose(share[known], np.where(near, 8 / 9, 1)[known], rtol=1e-6)
    refused(bench, RequestError, r"of which date the image is \(“day”\)", input=image, model=model, name="b")


def test_an_input_for_which_nothing_is_given_is_named(bench):
    image, model = bench.image(noise(1, 32, 32), bands=("a",)), kinds.climate_at_a_point(bench.folder)
    refused(bench, BandError, "“warmth” reads warmth: give the rasters .*FURTHER", input=image, model=model)


# -- outputs on another grid -------------------------------------------------------------------------------


@pytest.mark.parametrize(("make", "factor"), [(kinds.finer_by_2, 2), (kinds.finer_by_4, 4)])
@pytest.mark.parametrize("shape", [(70, 91), (20, 33), (64, 64)])
@pytest.mark.parametrize("blending", ["crop", "blend"])
def test_a_finer_image_has_its_exact_grid_and_pixels(bench, make, factor, shape, blending):
    values = noise(2, *shape)
    image, model = bench.image(values, bands=("a", "b")), make(bench.folder)
    for tile in (32, 64):
        ran = bench.run(
            ["image"], job="inference.superresolve", input=image, model=model, tile=tile, overlap=8,
            blending=blending, name=f"t{tile}",
        )  # fmt: skip
        expected = np.kron(values, np.ones((factor, factor)))
        np.testing.assert_allclose(ran.read("image"), expected, rtol=1e-6)
        with rasterio.open(ran.paths["image"]) as dataset:
            assert dataset.transform == CORNER @ Affine.scale(1 / factor)
            assert dataset.bounds == rasterio.open(image).bounds


@pytest.mark.parametrize("shape", [(64, 96), (70, 91), (17, 5), (300, 40)])
def test_one_value_for_many_pixels_whatever_the_tiles(bench, shape):
    values = noise(1, *shape)
    image, model = bench.image(values, bands=("a",)), kinds.mean_of_16(bench.folder)
    padding = [(0, 0), *((0, -side % 16) for side in shape)]
    padded = np.pad(values, padding, mode="reflect") if min(shape) > 16 else None
    maps = [
        bench.run(["values"], input=image, model=model, tile=tile, overlap=overlap, name=f"{tile}-{overlap}")
        for tile, overlap in ((32, 0), (64, 16), (160, 40))
    ]
    rows, columns = (-(-side // 16) for side in shape)
    for ran in maps:
        assert ran.read("values").shape == (1, rows, columns)
        np.testing.assert_allclose(ran.read("values"), maps[0].read("values"), rtol=1e-6)
        with rasterio.open(ran.paths["values"]) as dataset:
            assert dataset.transform == CORNER @ Affine.scale(16)
    if padded is not None:
        expected = padded.reshape(1, rows, 16, columns, 16).mean(axis=(2, 4))
        np.testing.assert_allclose(maps[0].read("values"), expected, rtol=1e-5)


def test_a_tile_that_is_no_multiple_is_a_sentence(bench):
    image, model = bench.image(noise(1, 64, 64), bands=("a",)), kinds.mean_of_16(bench.folder)
    refused(bench, GridError, "no multiple of 16", input=image, model=model, tile=40, overlap=0)


def test_a_scene_is_one_pixel_with_its_class_and_confidence(bench):
    values = np.full((3, 64, 96), 1.0, "float32")
    values[0, :32, :32], values[1, :32, 32:64], values[2, :32, 64:], values[1, 32:] = 9, 9, 9, 3
    image, model = bench.image(values, bands=("a", "b", "c")), kinds.brightest_band(bench.folder)
    ran = bench.run(["classes", "confidence"], input=image, model=model, number_type="float32")
    assert ran.read("classes")[0].tolist() == [[0, 1, 2], [1, 1, 1]]
    sure, less = (np.exp(high) / (np.exp(high) + 2 * np.exp(1)) for high in (9, 3))
    np.testing.assert_allclose(ran.read("confidence")[0], [[sure] * 3, [less] * 3], rtol=1e-5)
    with rasterio.open(ran.paths["classes"]) as dataset:
        assert dataset.transform == CORNER @ Affine.scale(32)
    assert ran.values["pixels"] == {"red": 1, "green": 4, "blue": 1}


def test_scenes_may_overlap_and_each_is_of_the_middle(bench):
    values = np.zeros((3, 64, 64), "float32")
    values[0, 24:40, 24:40] = 5
    values[1] = 0.1
    image, model = bench.image(values, bands=("a", "b", "c")), kinds.brightest_band(bench.folder)
    found = bench.run(["classes"], input=image, model=model, overlap=24).read("classes")[0]
    assert found.shape == (8, 8)  # a step of 8 pixels
    assert found[4, 4] == 0
    assert (found[[0, 0, 7, 7], [0, 7, 0, 7]] == 1).all()


def test_a_smaller_output_is_cut_without_a_trace(bench):
    values = noise(1, 70, 90)
    image, model = bench.image(values, bands=("a",)), kinds.smaller_by_4(bench.folder)
    padded = np.pad(values[0], 4, mode="reflect")
    expected = np.lib.stride_tricks.sliding_window_view(padded, (9, 9)).mean(axis=(2, 3))
    for tile in (32, 128):
        found = bench.run(["values"], input=image, model=model, tile=tile, overlap=0, name=str(tile))
        np.testing.assert_allclose(found.read("values")[0], expected, rtol=1e-5)


@pytest.mark.parametrize("make", [kinds.mean_of_16, kinds.mean_over_dates, kinds.brightest_band])
def test_an_area_gives_the_full_run_inside(bench, make):
    values = cube(bands=3, shape=(160, 160))
    bands = ("a", "b", "c")
    images = dated(bench, values, bands=bands) if make is kinds.mean_over_dates else [
        bench.image(values[0], bands=bands)
    ]  # fmt: skip
    name = "classes" if make is kinds.brightest_band else "values"
    options = {"input": images, "model": make(bench.folder), "overlap": 0}
    if make is not kinds.brightest_band:
        options["tile"] = 32
    full = bench.run([name], name="full", **options)
    triangle = shapely.Polygon([(500_100, 4_999_900), (501_500, 4_999_500), (500_400, 4_998_600)])
    area = bench.folder / "area.gpkg"
    geopandas.GeoSeries([triangle], crs="EPSG:32631").to_file(area)
    part = bench.run([name], name="part", area=str(area), **options)
    with rasterio.open(part.paths[name]) as cut, rasterio.open(full.paths[name]) as whole:
        window = rasterio.windows.from_bounds(*cut.bounds, whole.transform).round()
        inside = rasterio.features.geometry_mask([triangle], cut.shape, cut.transform, invert=True)
        expected, found, nodata = whole.read(window=window), cut.read(), cut.nodata
    assert inside.any()
    np.testing.assert_array_equal(found[:, inside], expected[:, inside])
    outside = found[:, ~inside]
    assert (np.isnan(outside) if np.isnan(nodata) else outside == nodata).all()
    assert part.values["tiles"] <= full.values["tiles"]


def test_a_kind_is_run_by_its_own_job(bench):
    image, model = bench.image(noise(2, 32, 32), bands=("a", "b")), kinds.finer_by_2(bench.folder)
    refused(
        bench,
        ModelError,
        "“super-resolution”: run it with “.*” \\(inference.superresolve\\)",
        input=image,
        model=model,
    )
    other = kinds.smaller_by_4(bench.folder)
    with pytest.raises(ModelError, match=r"run it with .*inference\.map"):
        bench.run(["image"], job="inference.superresolve", input=image, model=other)


def test_a_zoom_that_cannot_be_is_refused(tmp_path):
    model = Path(kinds.finer_by_2(tmp_path))
    path = model.with_suffix(".stac.json")
    text = path.read_text("utf-8").replace('"name": "y"', '"name": "y", "releve:zoom": "1/0"')
    path.write_text(text, "utf-8")
    with pytest.raises(CardError, match="“1/0”"):
        read_card(model)


# -- from the command line ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("job", "name", "make"),
    [
        ("inference.map", "values", kinds.months),
        ("inference.map", "values", kinds.two_resolutions),
        ("inference.map", "classes", kinds.brightest_band),
        ("inference.superresolve", "image", kinds.finer_by_2),
    ],
)
def test_a_kind_is_run_and_reported_from_the_command_line(bench, releve, job, name, make):
    options = everything(bench, make)
    if make is kinds.months:
        options["input"] = dated(bench, cube(bands=1), bands=("a",))
    images = [f"{key}={one}" for key in ("input", "further") for one in options.get(key, ())]
    out, report = bench.folder / "out.tif", bench.folder / "report.html"
    ran = releve("run", job, *images, f"model={options['model']}", f"{name}={out}", f"report={report}")
    assert ran.returncode == 0, ran.stderr
    assert out.is_file()
    dates = "2023-01-10, 2023-03-20, 2023-07-05, and 9 missing"
    assert (dates in report.read_text("utf-8")) == (make is kinds.months)
    assert (dates in ran.stdout + ran.stderr) == (make is kinds.months)


# -- again --------------------------------------------------------------------------------------------------


class Stopped(Exception):
    """Somebody pulled the plug."""


def everything(bench, make):
    """Inputs for a long run of some kinds."""
    values = cube(bands=3, shape=(330, 300))
    images = dated(bench, values, bands=("a", "b", "c"))
    further = {
        kinds.climate_at_a_point: lambda: [coarse(bench, "warmth", noise(1, 25, 25), 160)],
        kinds.two_resolutions: lambda: [
            bench.image(noise(1, 330, 300, 2), "dem.tif", bands=("elevation",)),
            coarse(bench, "swir", noise(1, 165, 150, 1), 20),
        ],
    }
    options = {"input": images if make is kinds.mean_over_dates else images[:1], "model": make(bench.folder)}
    if make in further:
        options["further"] = further[make]()
    return options | ({} if make is kinds.brightest_band else {"tile": 32, "overlap": 0})


@pytest.mark.parametrize(
    "make",
    [
        kinds.mean_over_dates, kinds.climate_at_a_point, kinds.two_resolutions, kinds.mean_of_16,
        kinds.brightest_band, kinds.finer_by_2,
    ],
    ids=lambda make: make.__name__,
)  # fmt: skip
def test_a_stopped_run_goes_on_and_gives_the_same_bytes(bench, monkeypatch, make):
    monkeypatch.setenv("RELEVE_CACHE", str(bench.folder / "cache"))
    options, name = everything(bench, make), "classes" if make is kinds.brightest_band else "values"
    if make is kinds.finer_by_2:
        name, options["job"] = "image", "inference.superresolve"
    whole = bench.run([name], name="whole", **options)
    infer, left = inferring.infer, [60]

    def dying(*arguments):
        left[0] -= 1
        if left[0] < 0:
            raise Stopped
        return infer(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(inferring, "infer", dying)
        with pytest.raises(Stopped):
            bench.run([name], name="stopped", **options)
    again = bench.run([name], name="again", **options)
    assert again.values["rows_resumed"] > 0
    assert again.values["tiles"] < whole.values["tiles"]
    assert again.paths[name].read_bytes() == whole.paths[name].read_bytes()


def test_a_run_of_several_inputs_is_repeated_from_its_result(bench):
    options = everything(bench, kinds.two_resolutions) | {"tile": 128}
    first = bench.run(["values"], **options)
    result = str(first.paths["values"])
    second = bench.run(["values"], job="inference.repeat", result=result, name="again")
    assert second.paths["values"].read_bytes() == first.paths["values"].read_bytes()


def test_a_run_of_a_series_is_repeated_with_its_dates(bench):
    options = everything(bench, kinds.mean_over_dates) | {"tile": 128}
    first = bench.run(["values"], **options)
    bare = [image.partition("|")[0] for image in options["input"]]
    result = str(first.paths["values"])
    second = bench.run(["values"], job="inference.repeat", result=result, input=bare, name="again")
    assert second.paths["values"].read_bytes() == first.paths["values"].read_bytes()


# -- their cards --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", kinds.KINDS.values(), ids=kinds.KINDS)
def test_a_card_survives_being_written_into_its_model(tmp_path, make):
    model = Path(make(tmp_path))
    said = read_card(model)
    embed(said, model, tmp_path / "copy.onnx")
    again = read_card(tmp_path / "copy.onnx")
    assert again.origin == "embedded"
    assert (again.inputs, again.outputs, again.missing) == (said.inputs, said.outputs, ())


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"releve:content": "clouds"}, "content “clouds”; known are: values, validity, dates"),
        ({"releve:dates": {"match": "week"}}, "matches dates by “week”; known are: order"),
        ({"releve:dates": {"match": "nearest", "at": ["02-30"]}}, "a value that cannot be"),
        ({"releve:dates": {"match": "nearest", "at": "06-15"}}, "a value that cannot be"),
        ({"releve:dates": {"reference": "in spring"}}, "a value that cannot be"),
    ],
)
def test_words_that_are_not_known_are_refused(tmp_path, said, words):
    model = Path(kinds.mean_over_dates(tmp_path))
    path = model.with_suffix(".stac.json")
    card = json.loads(path.read_text("utf-8"))
    card["properties"]["mlm:input"][0] |= said
    path.write_text(json.dumps(card), "utf-8")
    with pytest.raises(CardError, match=words):
        read_card(model)


def test_a_cube_without_a_card_is_refused_for_its_sides(bench):
    model = Path(kinds.mean_over_dates(bench.folder))
    model.with_suffix(".stac.json").unlink()
    image = bench.image(noise(2, 32, 32))
    options = {"gsd": 10, "scaling": "none", "task": "regression"}
    refused(bench, ModelError, "“x” has 5 sides .*dim_order", input=image, model=str(model), **options)
