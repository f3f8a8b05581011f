"""Series as they come: MODIS by file name, a year with missing months, sixty-eight dates with their masks."""

from __future__ import annotations

import datetime as dt
import json

import numpy as np
import pytest
import rasterio
from affine import Affine

from releve.processing.errors import BandError

from . import kinds
from .kinds import entry, leaving, node, save

ORDER = ("batch", "time", "bands", "height", "width")
UTM = "EPSG:32631"


def mean_model(folder, bands, *, count=-1, gsd, **said):
    """The mean over the dates of each band, where it holds something."""
    nodes = [
        node("Unsqueeze", "valid", "second", "v"),
        node("Mul", "x", "v", "seen"),
        node("ReduceSum", "seen", "first", "sum", keepdims=0),
        node("ReduceSum", "v", "first", "count", keepdims=0),
        node("Max", "count", "one", "safe"),
        node("Div", "sum", "safe", "y"),
    ]
    weights = {"second": np.int64([2]), "first": np.int64([1]), "one": np.float32(1)}
    inputs = [
        entry("x", (-1, count, len(bands), -1, -1), ORDER, bands=bands, gsd=gsd, **said),
        entry("valid", (-1, count, -1, -1), ("batch", "time", "height", "width"), content="validity"),
    ]
    return save(
        folder, "mean", nodes, inputs, leaving("regression", (-1, len(bands), -1, -1), kinds.MAP), weights
    )


def test_modis_is_put_in_order_by_the_dates_in_its_names(bench, shared_data):
    paths = sorted((shared_data / "landcover/sits/raster/mod13q1").glob("*.jp2"))
    with rasterio.open(paths[0]) as dataset:
        size = dataset.transform.a
    model = mean_model(bench.folder, ["NDVI"], count=12, gsd=size)
    ran = bench.run(["values"], input=[str(path) for path in paths[::-1]], model=model, tile=64, overlap=0)
    values = np.stack([rasterio.open(path).read(1, masked=True) for path in paths])
    np.testing.assert_allclose(ran.read("values")[0], np.ma.stack(values).mean(axis=0), rtol=1e-4)
    told = json.loads(rasterio.open(ran.paths["values"]).tags()["RELEVE_PROVENANCE"])
    assert told["plan"]["inputs"]["x"]["dates"][0] == "2013-09-14"


def test_a_year_of_two_sensors_with_terrain_beside(bench, shared_data):
    cube = shared_data / "landcover/worldcereal/cube_12_months.nc"
    bands = ["S2-L2A-B04", "S2-L2A-B08", "S1-SIGMA0-VV"]

    def read(name):
        with rasterio.open(f"NETCDF:{cube}:{name}") as dataset:
            return dataset.read().astype("float32"), dataset.transform, dataset.tags(1).get("NETCDF_DIM_t")

    values = np.stack([read(name)[0] for name in bands], axis=1)
    _, transform, first = read(bands[0])
    days = [dt.date(1990, 1, 1) + dt.timedelta(days=int(first) + 30 * month) for month in range(12)]
    profile = {"bands": bands, "nodata": 65535, "transform": transform, "crs": UTM}
    images = [
        f"{bench.image(one, f'month{place}.tif', **profile)}|date={day}"
        for place, (one, day) in enumerate(zip(values, days, strict=True))
    ]
    slope = bench.image(read("slope")[0][:1], "slope.tif", bands=["slope"], transform=transform, crs=UTM)
    nodes = [
        node("ReduceMax", "x", "most", axes=[1], keepdims=0),
        node("Concat", "most", "slope", "y", axis=1),
    ]
    inputs = [
        entry("x", (-1, 12, 3, -1, -1), ORDER, bands=bands, gsd=10, nodata={"rule": "any", "fill": 0}),
        entry("slope", (-1, 1, -1, -1), kinds.IMAGE, bands=["slope"], mode="static", nodata="none"),
    ]
    model = save(bench.folder, "year", nodes, inputs, leaving("regression", (-1, 4, -1, -1), kinds.MAP))
    ran = bench.run(["values"], input=images, further=[slope], model=model, tile=64, blending="crop")
    found = ran.read("values")
    missing = (values == 65535).any(axis=1, keepdims=True)
    assert 0 < missing.all(axis=(1, 2, 3)).sum() < 12  # months without Sentinel-2, where Sentinel-1 is there
    np.testing.assert_array_equal(found[:3], np.where(missing, 0, values).max(axis=0))
    np.testing.assert_array_equal(found[3:], read("slope")[0][:1])


def test_sixty_eight_dates_with_their_masks(bench, shared_data):
    folder = shared_data / "landcover/eolearn"
    ndvi = np.load(folder / "data/NDVI.npy")[..., 0]
    valid = np.load(folder / "mask/IS_VALID.npy")[..., 0].astype(bool)
    days = [text[:10] for text in json.loads((folder / "timestamps.json").read_text())]
    values = np.where(valid & np.isfinite(ndvi), ndvi, np.nan).astype("float32")
    where = {"transform": Affine(10, 0, 465_180, 0, -10, 5_080_250), "crs": "EPSG:32633", "bands": ["NDVI"]}
    images = [
        f"{bench.image(one[None], f'image{place}.tif', **where)}|date={day}"
        for place, (one, day) in enumerate(zip(values, days, strict=True))
    ]
    model = mean_model(bench.folder, ["NDVI"], gsd=10)
    with pytest.raises(BandError, match=r"Several images are of 2015-12-08 \(image7.tif, image8.tif\)"):
        bench.run(["values"], input=images, model=model)
    once = [place for place, day in enumerate(days) if day not in days[:place]]
    ran = bench.run(["values"], input=[images[place] for place in once], model=model, tile=64, overlap=0)
    expected = np.nanmean(values[once], axis=0)
    np.testing.assert_allclose(ran.read("values")[0], expected, rtol=1e-4, atol=1e-5)
