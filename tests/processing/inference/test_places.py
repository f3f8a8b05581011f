"""Images and areas that lie oddly: a right map, a refusal or a warning, never silence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from releve.processing.errors import GridError, RequestError
from releve.processing.raster.cogs import read_provenance

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}
MEASURE = {"scaling": "none", "task": "regression"}
ELSEWHERE = Affine(10, 0, 600_000, 0, -10, 5_000_000)


def test_the_whole_world_as_an_extent_is_the_whole_image(bench, scene):
    image, model = bench.image(scene), bench.blur()
    whole = bench.run(input=image, model=model, **FACTS)
    world = {"bbox": [-180, -90, 180, 90], "crs": "EPSG:4326"}
    ran = bench.run(input=image, model=model, extent=world, name="world", **FACTS)
    np.testing.assert_array_equal(ran.read("classes"), whole.read("classes"))
    assert not ran.sentences("warning")[1:]  # but that bands are taken in order


def test_an_extent_may_be_in_a_historical_system_by_its_name(bench, scene):
    """A square of twenty toises around the Observatory, on an image whose middle that is."""
    rows, columns = scene.shape[1:]
    easting, northing = 451_313.0, 5_409_477.0
    image = bench.image(scene, transform=Affine(1, 0, easting - columns / 2, 0, -1, northing + rows / 2))
    square = {"bbox": [-10, -10, 10, 10], "crs": "verniquet"}
    ran = bench.run(input=image, model=bench.blur(), extent=square, **(FACTS | {"gsd": 1}))
    side = 20 * 1.94903631
    assert (ran.read("classes") != 255).sum() == pytest.approx(side * side, rel=0.1)
    with pytest.raises(RequestError, match="“toises” is no known coordinate reference system"):
        bench.run(input=image, model=bench.blur(), extent=square | {"crs": "toises"}, **(FACTS | {"gsd": 1}))


def test_rasters_of_two_places_are_refused(bench, scene):
    images = [bench.image(scene[:2]), bench.image(scene[2:], "far.tif", transform=ELSEWHERE)]
    with pytest.raises(GridError, match=r"far\.tif lies elsewhere than image\.tif"):
        bench.run(input=images, model=bench.blur(), **FACTS)


def test_an_image_of_nothing_but_nodata_is_told_of(bench, scene):
    ran = bench.run(
        ["classes", "report"],
        input=bench.image(np.zeros_like(scene), nodata=0),
        model=bench.blur(),
        **FACTS,
    )
    assert (ran.read("classes") == 255).all()
    assert any("holds no value" in sentence for sentence in ran.sentences("warning"))
    assert "holds no value" in ran.paths["report"].read_text("utf-8")


def test_an_image_in_utm_across_the_antimeridian_is_mapped_as_it_is(bench, shared_data):
    path = Path(shared_data) / "publishing/cogs/cog_dateline.tif"
    with rasterio.open(path) as dataset:
        values, grid = dataset.read(), dataset.transform
    ran = bench.run(["values"], input=str(path), model=bench.identity(), gsd=100, **MEASURE)
    with rasterio.open(ran.paths["values"]) as dataset:
        assert (dataset.crs.to_epsg(), dataset.transform) == (32660, grid)
        np.testing.assert_array_equal(dataset.read(), values)
    coarse = bench.run(
        ["values"], input=str(path), model=bench.identity(), gsd=1000, name="coarse", **MEASURE
    )
    means = coarse.read("values")
    inside = means[~np.isnan(means)]
    assert inside.size > 0.98 * values.size / 100
    assert inside.mean() == pytest.approx(values.mean(), rel=0.01)
    assert read_provenance(str(coarse.paths["values"]))["plan"]["grid"]["crs"] == "EPSG:32660"
