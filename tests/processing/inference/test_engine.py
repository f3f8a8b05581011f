"""The same map whatever the tiles: exactness, blending, areas, nodata."""

from __future__ import annotations

import geopandas
import numpy as np
import onnxruntime
import pytest
import rasterio
import shapely
from affine import Affine

from releve.processing.raster import blending

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}
MEASURES = {"gsd": 10, "scaling": "none", "task": "regression"}


def noise(rows, columns, bands=1, seed=0):
    return np.random.default_rng(seed).normal(0, 100, (bands, rows, columns)).astype("float32")


def whole(model, image, margin):
    """Class of each pixel when the image, reflected beyond its border, is one tile."""
    padded = np.pad(image.astype("float32"), ((0, 0), (margin, margin), (margin, margin)), mode="reflect")
    scores = onnxruntime.InferenceSession(model).run(None, {"x": padded[None]})[0][0]
    return scores[:, margin:-margin, margin:-margin]


@pytest.mark.parametrize(
    ("shape", "tile", "overlap", "blending"),
    [
        ((70, 131), 32, 0, "crop"),
        ((70, 131), 32, 8, "crop"),
        ((70, 131), 48, 15, "blend"),
        ((64, 64), 64, 16, "blend"),
        ((63, 65), 64, 16, "blend"),
        ((5, 200), 64, 32, "blend"),
        ((1, 1), 32, 8, "crop"),
        ((33, 40), 512, None, "auto"),
    ],
)
def test_an_identity_gives_back_its_input_whatever_the_tiles(bench, shape, tile, overlap, blending):
    values = noise(*shape, bands=2)
    image, model = bench.image(values), bench.identity(bands=2)
    options = {} if overlap is None else {"overlap": overlap}
    ran = bench.run(["values"], input=image, model=model, tile=tile, blending=blending, **options, **MEASURES)
    np.testing.assert_allclose(ran.read("values"), values, rtol=1e-6, atol=1e-4)
    if blending == "crop":
        np.testing.assert_array_equal(ran.read("values"), values)


def test_the_class_map_does_not_depend_on_the_size_of_the_tiles(bench, scene):
    image, model = bench.image(scene), bench.blur()
    maps = [
        bench.run(input=image, model=model, tile=tile, name=f"t{tile}", **FACTS).read("classes")
        for tile in (32, 64, 128)
    ]
    expected = whole(model, scene, 8).argmax(axis=0)
    for found in maps:
        np.testing.assert_array_equal(found[0], expected)


def test_blending_beyond_the_reach_of_the_model_changes_nothing(bench, scene):
    image, model = bench.image(scene), bench.blur()
    ran = bench.run(
        ["classes", "probabilities"],
        input=image,
        model=model,
        tile=64,
        overlap=24,
        number_type="float32",
        **FACTS,
    )
    scores = whole(model, scene, 24)
    shares = np.exp(scores - scores.max(0))
    np.testing.assert_allclose(ran.read("probabilities"), shares / shares.sum(0), atol=2e-5)
    assert (ran.read("classes")[0] != scores.argmax(0)).mean() < 1e-4


def test_blending_with_the_wrong_weights_is_seen(bench, scene, monkeypatch):
    """With an overlap of twice the model's reach the inner Hann is the whole image but for some pixels.

    A plain mean gives the borders of tiles, which know nothing of what lies beyond, as much weight as the
    rest: one pixel in twenty changes.
    """
    image, model = bench.image(scene), bench.blur(layers=6, seed=2)
    expected = whole(model, scene, 24).argmax(0)

    def changed(name):
        ran = bench.run(input=image, model=model, tile=64, overlap=12, blending="blend", name=name, **FACTS)
        return (ran.read("classes")[0] != expected).mean()

    assert changed("hann") < 0.001
    monkeypatch.setattr(blending, "ramp", lambda overlap: np.full(overlap, 0.5, "float32"))
    assert 0.03 < changed("mean") < 0.1


def test_an_area_changes_nothing_inside_and_leaves_nodata_outside(bench, scene):
    image, model = bench.image(scene), bench.blur()
    full = bench.run(["classes", "confidence"], input=image, model=model, tile=32, name="full", **FACTS)
    triangle = shapely.Polygon([(500_305, 4_999_700), (501_000, 4_999_500), (500_400, 4_999_100)])
    for crs in ("EPSG:32631", "EPSG:4326", "EPSG:3857"):
        area = bench.folder / f"{crs[5:]}.gpkg"
        geopandas.GeoSeries([triangle.segmentize(50)], crs="EPSG:32631").to_crs(crs).to_file(area)
        part = bench.run(
            ["classes", "confidence"],
            input=image,
            model=model,
            tile=32,
            area=str(area),
            name=crs[5:],
            **FACTS,
        )
        with rasterio.open(part.paths["classes"]) as cut, rasterio.open(full.paths["classes"]) as all_of_it:
            window = rasterio.windows.from_bounds(*cut.bounds, all_of_it.transform).round()
            inside = rasterio.features.geometry_mask([triangle], cut.shape, cut.transform, invert=True)
            rows, columns = window.toslices()
            assert cut.shape < all_of_it.shape
        for name in ("classes", "confidence"):
            found, expected = part.read(name)[0], full.read(name)[0][rows, columns]
            np.testing.assert_array_equal(found != 255, inside)
            np.testing.assert_array_equal(found[inside], expected[inside])
        assert part.values["tiles"] < full.values["tiles"]


def test_only_tiles_that_touch_the_area_are_inferred(bench):
    image, model = bench.image(noise(320, 320)), bench.identity()
    # From the middle of the second block to the middle of the fifth, in two rows: 4 × 2 blocks of 32.
    box = shapely.box(500_480, 4_999_400, 501_440, 4_999_850)
    area = bench.folder / "area.gpkg"
    geopandas.GeoSeries([box], crs="EPSG:32631").to_file(area)
    ran = bench.run(["values"], input=image, model=model, tile=32, overlap=0, area=str(area), **MEASURES)
    assert ran.values["tiles"] == 8


def test_an_edge_shared_with_the_area_is_no_touch(bench):
    image, model = bench.image(noise(128, 128)), bench.identity()
    box = shapely.box(500_320, 4_999_360, 500_640, 4_999_680)  # exactly one block of 32
    area = bench.folder / "area.gpkg"
    geopandas.GeoSeries([box], crs="EPSG:32631").to_file(area)
    ran = bench.run(["values"], input=image, model=model, tile=32, overlap=0, area=str(area), **MEASURES)
    assert ran.values["tiles"] == 1
    assert ran.read("values").shape == (1, 32, 32)


@pytest.mark.parametrize(("rule", "missing"), [("any", 30), ("all", 10)])
def test_missing_pixels_stay_missing_and_saturated_ones_do_not(bench, scene, rule, missing):
    values = scene.copy()
    values[:, 20, 20:30] = 255  # all bands: missing by either rule
    values[0, 40, 40:60] = 255  # one band: white, or missing
    image, model = bench.image(values, nodata=255), bench.blur()
    ran = bench.run(input=image, model=model, tile=64, nodata_rule=rule, **FACTS)
    found = ran.read("classes")[0] == 255
    assert found.sum() == missing
    assert found[20, 20:30].all()


def test_a_mask_an_alpha_band_and_nan_are_nodata(bench, scene):
    hole = np.ones(scene.shape[1:], bool)
    hole[50:60, 70:80] = False
    holed = scene.astype("float32")
    holed[1, ~hole] = np.nan
    images = {
        "mask": bench.image(scene, "mask.tif", mask=hole),
        "alpha": bench.image(
            np.concatenate([scene, 255 * hole[None].astype("u1")]),
            "alpha.tif",
            photometric="RGB",
            alpha="YES",
        ),
        "nan": bench.image(holed, "nan.tif"),
    }
    model = bench.blur()
    for name, image in images.items():
        found = bench.run(input=image, model=model, tile=64, name=name, **FACTS).read("classes")[0]
        np.testing.assert_array_equal(found != 255, hole, err_msg=name)


def test_tiles_without_a_valid_pixel_are_not_inferred(bench):
    values = noise(128, 128)
    values[:, :, 64:] = -9999
    image, model = bench.image(values, nodata=-9999), bench.identity()
    ran = bench.run(["values"], input=image, model=model, tile=32, overlap=0, **MEASURES)
    assert ran.values["tiles"] == 8
    assert np.isnan(ran.read("values")[0, :, 64:]).all()


def test_three_reference_systems_give_the_same_classes(bench):
    """Large fields of one value, seen through UTM, degrees and web Mercator."""
    fields = np.kron(np.array([[40, 200, 90], [220, 60, 150]], "uint8"), np.ones((60, 60), "uint8"))[None]
    utm = bench.image(fields, "utm.tif")
    model = bench.blur(bands=1, layers=1)
    maps = {"utm": bench.run(input=utm, model=model, name="utm", **FACTS)}
    for name, crs in (("degrees", "EPSG:4326"), ("mercator", "EPSG:3857")):
        path = bench.folder / f"{name}.tif"
        with rasterio.open(utm) as source, rasterio.vrt.WarpedVRT(source, crs=crs, nodata=0) as warped:
            rasterio.shutil.copy(warped, path, driver="GTiff")
        maps[name] = bench.run(input=str(path), model=model, name=name, nodata=0, **FACTS)
    with rasterio.open(maps["utm"].paths["classes"]) as reference:
        expected, corner = reference.read(1), (reference.transform.c, reference.transform.f)
    for name in ("degrees", "mercator"):
        with rasterio.open(maps[name].paths["classes"]) as dataset:
            assert dataset.crs.to_epsg() == 32631
            assert dataset.transform.a == 10
            assert dataset.transform.c % 10 == 0
            row, column = (
                round((dataset.transform.f - corner[1]) / 10),
                round((corner[0] - dataset.transform.c) / 10),
            )
            found = np.pad(dataset.read(1), 5, constant_values=255)[row + 5 :, column + 5 :]
            found = found[: expected.shape[0], : expected.shape[1]]
        inner = np.zeros_like(expected, bool)
        for top in (0, 60):
            for left in (0, 60, 120):
                inner[top + 4 : top + 56, left + 4 : left + 56] = True  # away from the edges of the fields
        assert (found[inner] == expected[inner]).mean() > 0.98
        for value in np.unique(expected[inner]):
            assert (found == value).sum() == pytest.approx((expected == value).sum(), rel=0.05)


def test_finer_images_are_averaged_to_the_models_resolution(bench):
    values = noise(40, 60)
    image = bench.image(values, transform=Affine(5, 0, 500_000, 0, -5, 5_000_000))
    ran = bench.run(["values"], input=image, model=bench.identity(), **MEASURES)
    expected = values.reshape(1, 20, 2, 30, 2).mean((2, 4))
    np.testing.assert_allclose(ran.read("values"), expected, rtol=1e-4, atol=1e-3)


def test_rasters_are_stacked_and_bands_found_by_name(bench, scene):
    whole_image = bench.image(scene, "all.tif", bands=["B02", "B03", "B04"])
    parts = [
        bench.image(scene[place : place + 1], f"scene_{band}.tif")
        for place, band in ((2, "B04"), (0, "B02"), (1, "B03"))
    ]
    card = {"bands": "B02,B03,B04"}
    model = bench.blur()
    one = bench.run(input=whole_image, model=model, name="one", **card, **FACTS)
    several = bench.run(input=parts, model=model, name="several", **card, **FACTS)
    np.testing.assert_array_equal(one.read("classes"), several.read("classes"))


def test_an_image_without_georeference_keeps_none(bench, scene):
    image = bench.image(scene, crs=None, transform=Affine.identity())
    ran = bench.run(input=image, model=bench.blur(), pixel_size=10, **FACTS)
    with rasterio.open(ran.paths["classes"]) as dataset:
        assert dataset.crs is None
        assert dataset.shape == scene.shape[1:]


@pytest.mark.parametrize("blending", ["crop", "blend"])
def test_a_block_computed_alone_is_that_of_the_walk(bench, scene, blending):
    """What a worker of a cluster computes from the plan, to the last bit."""
    from releve.processing.catalogue import find_job
    from releve.processing.inference.blocks import compute_block
    from releve.processing.inference.measures import Measurer
    from releve.processing.inference.setup import set_up
    from releve.processing.jobs import Context, read_request

    inputs = {"input": bench.image(scene, nodata=128), "model": bench.blur(), "tile": 48, "overlap": 12}
    inputs |= {"blending": blending, "number_type": "float32"} | FACTS
    names = ("classes", "confidence")
    ran = bench.run(names, **inputs)
    expected = [ran.read(name) for name in names]
    target = {"classes": {"path": str(bench.folder / "x.tif")}}
    request = read_request(find_job("inference.map"), {"inputs": inputs, "outputs": target})
    context = Context(request, lambda event: None)
    setup = set_up(request.inputs, context, names)
    plan = setup.plan
    for index in plan.blocks[::3]:
        found = compute_block(
            plan, index, sources=setup.sources, session=setup.loaded.session, measurer=Measurer(plan)
        )
        for values, whole in zip(found, expected, strict=True):
            np.testing.assert_array_equal(values, whole[(slice(None), *plan.written_window(index).slices())])
    setup.close()
    context.close()


def test_nan_in_one_band_does_not_spread(bench, scene):
    values = scene.astype("float32")
    values[0, 70:80, 90:95] = np.nan
    ran = bench.run(input=bench.image(values), model=bench.blur(), nodata_rule="all", **FACTS)
    assert (ran.read("classes") != 255).all()


def test_a_mask_is_kept_when_the_image_is_resampled(bench, scene):
    hole = np.ones(scene.shape[1:], bool)
    hole[40:80, 60:120] = False
    image = bench.image(scene, mask=hole, transform=Affine(5, 0, 500_000, 0, -5, 5_000_000))
    found = bench.run(input=image, model=bench.blur(), **FACTS).read("classes")[0]
    assert (found[22:38, 32:58] == 255).all()
    found[19:41, 29:61] = 0
    assert (found != 255).all()
