"""Vectors of pixels, patches and tiles, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio

from releve.processing.errors import ModelError

from .. import kinds


def embed(bench, model, image, name="run", **inputs):
    ran = bench.run(["embeddings"], job="inference.embed", input=image, model=model, name=name, **inputs)
    with rasterio.open(ran.paths["embeddings"]) as dataset:
        stored, scales, offsets = dataset.read(), dataset.scales, dataset.offsets
        vectors = stored * np.float32(scales)[:, None, None] + np.float32(offsets)[:, None, None]
        return np.where(stored == dataset.nodata, np.nan, vectors), dataset.profile, dataset.transform


@pytest.mark.parametrize(("number_type", "step"), [("int16", 1 / 32767), ("uint8", 1 / 127)])
def test_unit_vectors_of_pixels_keep_their_direction(bench, number_type, step):
    image = bench.image(np.random.default_rng(0).random((1, 70, 90), dtype=np.float32) + 1, bands=("a",))
    found, profile, _ = embed(
        bench, kinds.described_pixels(bench.folder), image, tile=48, number_type=number_type
    )
    expected = np.float32([3, 4, 12]) / 13
    assert (profile["dtype"], profile["count"]) == (number_type, 3)
    np.testing.assert_allclose(found, np.broadcast_to(expected[:, None, None], found.shape), atol=step / 2)


def test_vectors_as_they_are(bench):
    values = np.random.default_rng(0).random((1, 40, 50), dtype=np.float32)
    model = kinds.described_pixels(bench.folder)
    found, profile, _ = embed(bench, model, bench.image(values, bands=("a",)), number_type="float32")
    assert profile["dtype"] == "float32"
    np.testing.assert_allclose(found, values * np.float32([3, 4, 12])[:, None, None], rtol=1e-6)


@pytest.mark.parametrize("tile", [32, 64])
def test_patches_lie_on_a_grid_as_coarse_as_they_are(bench, tile):
    values = np.random.default_rng(1).random((2, 80, 96), dtype=np.float32)
    image = bench.image(values, bands=("a", "b"))
    model = kinds.described_patches(bench.folder)
    found, profile, transform = embed(bench, model, image, tile=tile, overlap=16, number_type="float32")
    assert (profile["height"], profile["width"], transform.a) == (10, 12, 80)
    means = values.reshape(2, 10, 8, 12, 8).mean(axis=(2, 4))
    np.testing.assert_allclose(found, means, rtol=1e-5)


def test_tiles_get_one_vector_each(bench):
    values = np.random.default_rng(1).random((2, 96, 128), dtype=np.float32)
    image = bench.image(values, bands=("a", "b"))
    model = kinds.described_tiles(bench.folder)
    found, profile, transform = embed(bench, model, image, overlap=0, number_type="float32")
    assert (profile["height"], profile["width"], transform.a) == (3, 4, 320)
    np.testing.assert_allclose(found, values.reshape(2, 3, 32, 4, 32).mean(axis=(2, 4)), rtol=1e-5)


def test_missing_pixels_have_no_vector(bench):
    values = np.ones((1, 40, 50), np.float32)
    values[0, 10:20] = np.nan
    found, _, _ = embed(bench, kinds.described_pixels(bench.folder), bench.image(values, bands=("a",)))
    np.testing.assert_array_equal(np.isnan(found[0]), np.isnan(values[0]))


def test_models_of_another_kind_are_sent_to_their_job(bench, scene):
    facts = {"task": "segmentation", "activation": "none"}
    model = bench.blur(metadata={"model_type": "Segmentor", "resolution": 1000} | facts)
    with pytest.raises(ModelError, match=r"inference\.map"):
        embed(bench, model, bench.image(scene))
    image = bench.image(np.ones((1, 40, 50), np.float32), bands=("a",))
    with pytest.raises(ModelError, match=r"inference\.embed"):
        bench.run(input=image, model=kinds.described_pixels(bench.folder))
