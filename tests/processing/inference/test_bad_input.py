"""Bad input: a clear error each time, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from releve.processing.errors import (
    BandError,
    CardError,
    GridError,
    ModelError,
    OutputError,
    RasterError,
    RequestError,
    VectorError,
)
from releve.processing.inference.checks import check_values
from releve.processing.models.card import ModelInput, Scaling
from releve.processing.raster.reading import Tile

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}


def refused(bench, kind, words, outputs=("classes",), **inputs):
    """The run is refused by this error with these words, and leaves nothing beside its inputs."""
    before = set(bench.folder.iterdir())
    with pytest.raises(kind, match=words):
        bench.run(outputs, **inputs)
    assert set(bench.folder.iterdir()) == before


def test_a_missing_raster(bench):
    refused(
        bench, RasterError, "no raster at", input=str(bench.folder / "no.tif"), model=bench.blur(), **FACTS
    )


def test_a_file_that_is_no_raster(bench):
    path = bench.folder / "notes.tif"
    path.write_text("not an image")
    refused(bench, RasterError, "cannot be read as a raster", input=str(path), model=bench.blur(), **FACTS)


def test_a_truncated_raster(bench, scene):
    path = Path(bench.image(scene))
    path.write_bytes(path.read_bytes()[:60_000])
    refused(bench, RasterError, "cut short", input=str(path), model=bench.blur(), **FACTS)


def test_a_file_of_several_rasters(bench, shared_data):
    cube = shared_data / "landcover/worldcereal/cube_12_months.nc"
    refused(bench, RasterError, "(?i)netcdf:", input=str(cube), model=bench.blur(), **FACTS)


def test_too_few_bands(bench, scene):
    refused(bench, BandError, "2 bands .* reads 3", input=bench.image(scene[:2]), model=bench.blur(), **FACTS)


def test_a_band_that_does_not_exist(bench, scene):
    image = bench.image(scene, bands=["B02", "B03", "B04"])
    refused(bench, BandError, "no band “B08”", input=image, model=bench.blur(), bands="B02,B03,B08", **FACTS)


def test_bytes_expected_and_reflectances_found(bench, scene):
    image = bench.image(scene.astype("uint16") * 20)
    options = FACTS | {"scaling": "divide_by_255"}
    refused(bench, BandError, "uint16.*0 to 255.*SCALING", input=image, model=bench.blur(), **options)


@pytest.mark.parametrize("scaling", ["divide_by_255", "imagenet_rgb"])
@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_bytes_expected_and_dark_reflectances_found(bench, scene, scaling, dtype):
    image = bench.image(scene.astype(dtype) * 3)  # up to 762
    options = FACTS | {"scaling": scaling}
    refused(bench, BandError, f"{dtype}.*expects bytes.*-ot Byte", input=image, model=bench.blur(), **options)


def test_bytes_in_a_wider_type_are_bytes(bench, scene):
    image = bench.image(scene.astype("uint16"))
    assert bench.run(input=image, model=bench.blur(), **FACTS | {"scaling": "divide_by_255"}).values["tiles"]


def test_a_card_that_clips_expects_what_it_clips():
    sentences: list[str] = []
    sample = Tile(np.full((3, 4, 4), 15_000, "uint16"), None)  # clouds
    for scaling in (Scaling("clip", (0.0, 3000.0)), Scaling("clip-max", (3000.0,))):
        entry = ModelInput(name="x", scaling=(scaling, Scaling("scale", (3000.0,)), scaling))
        check_values(entry, sample, warn=sentences.append)
    with pytest.raises(BandError, match="0 to 3000"):
        check_values(
            ModelInput(name="x", scaling=(Scaling("scale", (3000.0,)),)), sample, warn=sentences.append
        )
    assert not sentences


def test_reflectances_expected_and_bytes_found(bench, scene):
    options = FACTS | {"scaling": "divide_by_10000"}
    refused(bench, BandError, "uint8.*0 to 1e", input=bench.image(scene), model=bench.blur(), **options)


def test_an_image_without_crs_and_pixel_size(bench, scene):
    image = bench.image(scene, crs=None, transform=Affine.identity())
    refused(bench, GridError, "pixel_size", input=image, model=bench.blur(), **FACTS)


@pytest.mark.parametrize(
    "transform",
    [Affine(10, 3, 500_000, 3, -10, 5_000_000), Affine(10, 0, 500_000, 0, 10, 5_000_000)],
    ids=["rotated", "south_up"],
)
def test_a_grid_that_is_not_north_up(bench, scene, transform):
    image = bench.image(scene, transform=transform)
    refused(bench, GridError, "gdalwarp", input=image, model=bench.blur(), **FACTS)


def area(bench, geometry, crs="EPSG:32631"):
    path = bench.folder / "area.gpkg"
    geopandas.GeoSeries([geometry], crs=crs).to_file(path)
    return str(path)


def test_an_area_outside_the_image(bench, scene):
    far = area(bench, shapely.box(600_000, 4_999_000, 601_000, 5_000_000))
    refused(
        bench,
        GridError,
        "outside the image",
        input=bench.image(scene),
        model=bench.blur(),
        area=far,
        **FACTS,
    )


def test_an_area_without_polygons(bench, scene):
    points = area(bench, shapely.Point(500_100, 4_999_900))
    refused(
        bench, VectorError, "no polygon", input=bench.image(scene), model=bench.blur(), area=points, **FACTS
    )


def test_an_area_that_is_no_layer(bench, scene):
    image = bench.image(scene)
    refused(bench, VectorError, "cannot be read", input=image, model=bench.blur(), area=bench.blur(), **FACTS)


def test_an_area_of_no_size(bench, scene):
    line = area(bench, shapely.Polygon([(500_100, 4_999_900), (500_200, 4_999_900), (500_100, 4_999_900)]))
    refused(
        bench, VectorError, "no polygon", input=bench.image(scene), model=bench.blur(), area=line, **FACTS
    )


def test_a_model_that_says_nothing_is_asked_about(bench, scene):
    image, model = bench.image(scene), bench.blur()
    refused(bench, CardError, "GSD.*10 m.*SCALING.*TASK", input=image, model=model)


def test_a_file_that_is_no_model(bench, scene):
    path = bench.folder / "model.onnx"
    path.write_text("weights")
    refused(bench, ModelError, "not an ONNX model", input=bench.image(scene), model=str(path), **FACTS)


def test_a_tile_the_model_cannot_read(bench, scene):
    shape = (1, 3, 64, 64)
    model = bench.blur(entry=shape, leaving=(1, 4, 64, 64))
    refused(bench, GridError, "64 pixels only", input=bench.image(scene), model=model, tile=128, **FACTS)


def test_measures_asked_of_a_model_of_classes(bench, scene):
    image, model = bench.image(scene), bench.blur()
    refused(bench, RequestError, "classes, not measures", ("values",), input=image, model=model, **FACTS)


def test_outputs_of_several_sizes_are_asked_for_one(bench):
    from .conftest import node

    nodes = [
        node("Identity", "x", "y"), node("AveragePool", "x", "z", kernel_shape=[2, 2], strides=[2, 2]),
    ]  # fmt: skip
    leaving = {"y": ("n", 1, 64, 64), "z": ("n", 1, 32, 32)}
    model = bench.model(nodes, {}, entry=("n", 1, 64, 64), leaving=leaving)
    options = (
        {"input": bench.image(np.ones((1, 64, 64), "f4")), "model": model} | FACTS | {"task": "regression"}
    )
    refused(bench, CardError, r"several sizes: y \(.*64 × 64\), z \(.*32 × 32\)", ("values",), **options)
    assert bench.run(["values"], head="z", **options).read("values").shape == (1, 32, 32)


def test_a_model_whose_pixels_follow_no_rule(bench, scene):
    from .conftest import node

    nodes = [node("Resize", "x", "", "s", "y")]
    weights = {"s": np.array([1, 1, 1.5625, 1.5625], "f4")}
    model = bench.model(nodes, weights, entry=(1, 3, 64, 64), leaving=(1, 3, 100, 100))
    facts = FACTS | {"task": "regression"}
    refused(bench, CardError, "64 pixels into 100", input=bench.image(scene), model=model, **facts)


def test_a_smallest_polygon_in_metres_without_crs(bench, scene):
    image = bench.image(scene, crs=None, transform=Affine.identity())
    words = "MINIMUM_AREA.* no coordinate reference system"
    options = {"minimum_area": 100, "pixel_size": 10} | FACTS
    refused(bench, GridError, words, ("polygons",), input=image, model=bench.blur(), **options)


def test_an_output_that_is_the_image(bench, scene):
    image = bench.image(scene, "run-classes.tif")
    before = Path(image).read_bytes()
    refused(bench, RequestError, "also an input", input=image, model=bench.blur(), **FACTS)
    assert Path(image).read_bytes() == before


def test_a_read_only_output(bench, scene):
    image, model = bench.image(scene), bench.blur()
    ran = bench.run(input=image, model=model, **FACTS)
    ran.paths["classes"].chmod(0o444)
    with pytest.raises(OutputError, match="read-only"):
        bench.run(input=image, model=model, **FACTS)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("full", ["output", "cache", "scratch"])
def test_a_full_disk(bench, small_disk, monkeypatch, full):
    image = bench.image(np.random.default_rng(0).integers(0, 255, (3, 600, 600)).astype("uint8"))
    options = {"input": image, "model": bench.blur(), "tile": 64 if full == "cache" else 512}
    options |= FACTS | {"scaling": "divide_by_255"}
    if full == "output":
        bench.folder = small_disk
    elif full == "cache":
        monkeypatch.setenv("RELEVE_CACHE", str(small_disk))
    else:
        import tempfile

        monkeypatch.setattr(tempfile, "tempdir", str(small_disk))
    with pytest.raises(OutputError, match="full"):
        bench.run(["classes", "confidence"], **options)
    assert not list(small_disk.glob("run-*"))


def test_all_sample_models_run_or_are_refused_with_the_reason(bench, shared_data):
    folder = shared_data / "landcover/deepness_models/test/data"
    image = str(folder / "dummy_fotomap_small.tif")
    with rasterio.open(image) as dataset:
        west, north = dataset.transform @ (300, 300)
        east, south = dataset.transform @ (340, 340)
        crs = dataset.crs.to_string()
    extent = f"{west},{east},{south},{north} [{crs}]"
    outcomes = {}
    for model in sorted(folder.rglob("*.onnx")):
        task = "regression" if "regression" in model.parent.name else "segmentation"
        output = "values" if task == "regression" else "classes"
        options = {
            "gsd": 0.02,
            "scaling": "divide_by_255",
            "task": task,
            "activation": "none",
            "extent": extent,
        }
        try:
            ran = bench.run([output], input=image, model=str(model), name=model.stem, **options)
            outcomes[model] = ran.read(output).shape[0]
        except ModelError as error:
            outcomes[model] = str(error)
    assert len(outcomes) == 17
    bad = {model.name: reason for model, reason in outcomes.items() if isinstance(reason, str)}
    assert set(bad) == {"dummy_recognition_model.onnx"}, bad
    assert all(len(reason) > 20 for reason in bad.values())
