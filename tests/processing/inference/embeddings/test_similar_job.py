"""Places like examples, on vectors worked out by hand."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from releve.processing.errors import BandError, RequestError, VectorError
from releve.processing.raster.cogs import read_provenance

GRID = Affine(10, 0, 500_000, 0, -10, 5_000_000)
KINDS = np.float32([[1, 0], [0, 1], [0.6, 0.8]])  # two that have nothing in common, and one between


def at(row, column, crs="EPSG:32631"):
    x, y = GRID @ (column + 0.5, row + 0.5)
    return geopandas.GeoSeries([shapely.Point(x, y)], crs="EPSG:32631").to_crs(crs)[0]


@pytest.fixture
def kinds():
    """Which kind each of 8 × 9 pixels is of; the last row is missing."""
    found = np.zeros((8, 9), int)
    found[:, 3:6], found[:, 6:] = 1, 2
    return found


@pytest.fixture
def run(bench, kinds):
    def run(examples, counterexamples=None, crs="EPSG:32631", image=None, **inputs):
        if image is None:
            values = np.moveaxis(KINDS[kinds], 2, 0) * 5  # length does not count
            values[:, -1] = np.nan
            image = bench.image(values, nodata=np.nan)
        for name, geometries in (("examples", examples), ("counterexamples", counterexamples)):
            if geometries is not None:
                path = bench.folder / f"{name}.gpkg"
                geopandas.GeoDataFrame(geometry=geometries, crs=crs).to_file(path)
                inputs[name] = str(path)
        return bench.run(["similarity", "places"], job="inference.similar", embeddings=image, **inputs)

    return run


def places(ran):
    found = geopandas.read_file(ran.paths["places"])
    cells = [tuple(map(int, ~GRID @ (one.bounds[0] + 1, one.bounds[3] - 1))) for one in found.geometry]
    return [(row, column) for column, row in cells], found


def test_similarity_is_the_cosine_to_the_example(run, kinds):
    ran = run([at(2, 1)])
    found = ran.read("similarity")[0]
    np.testing.assert_allclose(found[:-1], np.float32([1, 0, 0.6])[kinds[:-1]], atol=1e-6)
    assert np.isnan(found[-1]).all()
    assert ran.styles["similarity"]["maximum"] == pytest.approx(1)
    assert ran.values["examples"] == 1


def test_points_may_be_in_another_reference_system(run, kinds):
    ran = run([at(2, 4, "EPSG:4326")], crs="EPSG:4326")
    np.testing.assert_allclose(ran.read("similarity")[0][:-1], np.float32([0, 1, 0.8])[kinds[:-1]], atol=1e-6)


def test_a_polygon_stands_for_the_mean_of_its_pixels(run, kinds):
    both = shapely.box(500_020, 4_999_960, 500_040, 5_000_000)  # two columns, one of each kind
    expected = KINDS @ (np.float32([1, 1]) / np.sqrt(2))
    np.testing.assert_allclose(run([both]).read("similarity")[0][:-1], expected[kinds[:-1]], atol=1e-6)


def test_any_of_the_examples_or_their_mean(run, kinds):
    examples = [at(0, 0), at(0, 3)]
    nearest = run(examples, match="nearest").read("similarity")[0]
    np.testing.assert_allclose(nearest[:-1], np.float32([1, 1, 0.8])[kinds[:-1]], atol=1e-6)
    mean = run(examples).read("similarity")[0]
    np.testing.assert_allclose(mean[0, 0], 1 / np.sqrt(2), atol=1e-6)


def test_counter_examples_turn_away(run, kinds):
    found = run([at(0, 0)], [at(0, 3)]).read("similarity")[0]
    expected = KINDS @ (np.float32([1, -0.5]) / np.sqrt(1.25))
    np.testing.assert_allclose(found[:-1], expected[kinds[:-1]], atol=1e-6)


def test_the_best_places_are_peaks_apart_from_each_other_and_the_examples(run, bench):
    values = np.zeros((2, 20, 20), np.float32)
    values[1] = 1
    for row, column, likeness in ((2, 2, 1.0), (4, 15, 0.9), (5, 16, 0.85), (15, 4, 0.8), (16, 16, 0.6)):
        values[:, row, column] = likeness, np.sqrt(1 - likeness**2)
    ran = run([at(2, 2)], image=bench.image(values), count=3)
    cells, found = places(ran)
    assert cells == [(4, 15), (15, 4), (16, 16)]
    assert found["rank"].tolist() == [1, 2, 3]
    assert found["score"].tolist() == pytest.approx([0.9, 0.8, 0.6])
    assert found.geometry.area.tolist() == [100] * 3
    assert found.geometry.exterior.is_ccw.all()
    assert (ran.values["places"], ran.values["best"]) == (3, pytest.approx(0.9))
    (shown,) = ran.styles["places"]["classes"]
    assert (shown["value"], shown["name"], ran.styles["places"]["outlined"]) == ("", "Best places", True)


def test_blocks_change_nothing(run, bench):
    values = np.random.default_rng(0).normal(size=(5, 100, 150)).astype("float32")
    whole = run([at(50, 70)], image=bench.image(values, blockxsize=256, blockysize=256), name="whole")
    parts = run(
        [at(50, 70)], image=bench.image(values, "parts.tif", blockxsize=16, blockysize=16), name="parts"
    )
    np.testing.assert_array_equal(whole.read("similarity"), parts.read("similarity"))
    assert places(whole)[0] == places(parts)[0]
    assert len(places(whole)[0]) == 20


def test_stored_steps_are_read_with_scale_offset_and_nodata(run, bench):
    unit = np.float32([0.6, 0.8])
    stored = np.rint((unit + 1) * 127).astype("uint8")[:, None, None] * np.ones((1, 6, 6), "uint8")
    stored[:, 0, 0] = 255
    image = bench.image(stored, nodata=255)
    with rasterio.open(image, "r+") as dataset:
        dataset.scales, dataset.offsets = (1 / 127,) * 2, (-1.0,) * 2
    found = run([at(2, 2)], image=image).read("similarity")[0]
    assert np.isnan(found[0, 0])
    assert found[3, 3] == pytest.approx(1, abs=1e-6)


def test_provenance_names_what_was_compared(run):
    ran = run([at(2, 1)])
    told = read_provenance(str(ran.paths["similarity"]))
    assert told["inputs"]["embeddings"] == "image.tif"
    with closing(sqlite3.connect(ran.paths["places"])) as database:
        assert json.loads(database.execute("SELECT metadata FROM gpkg_metadata").fetchone()[0]) == told


def test_examples_beside_the_raster_are_told_or_refused(run):
    beside = shapely.Point(0, 0)
    ran = run([at(2, 1), beside])
    assert "1 of 2 examples" in ran.sentences("warning")[0]
    with pytest.raises(VectorError, match="None of the 2 features"):
        run([beside, at(7, 0)])
    with pytest.raises(VectorError, match="no point or polygon"):
        run([shapely.LineString([(0, 0), (1, 1)])])


def test_what_is_no_embedding_is_refused(run, bench):
    with pytest.raises(BandError, match="one band"):
        run([at(2, 1)], image=bench.image(np.ones((1, 8, 9), np.float32)))


def test_examples_that_cancel_each_other_out_are_refused(run, bench):
    values = np.ones((2, 8, 9), np.float32)
    values[:, 4:] = -1
    with pytest.raises(RequestError, match="MATCH=nearest"):
        run([at(2, 1), at(6, 1)], image=bench.image(values))
