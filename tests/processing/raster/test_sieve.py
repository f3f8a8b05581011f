"""Small patches taken into their largest neighbours."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from rasterio.features import sieve
from scipy.ndimage import gaussian_filter

from releve.processing.raster.sieve import Survey

OUTSIDE = -1
small_maps = arrays.arrays(
    np.int16, arrays.array_shapes(min_dims=2, max_dims=2, max_side=8), elements=st.integers(OUTSIDE, 3)
)


def sieved(values, minimum, strip=100):
    survey = Survey(
        values.shape[1], outside=OUTSIDE, minimums=[minimum], sizes=lambda runs: runs.length[None]
    )
    strips = [values[row : row + strip] for row in range(0, len(values), strip)]
    for rows in strips:
        survey.push(rows)
    apply = survey.finish().applied()
    return np.vstack([apply(rows) for rows in strips])


def test_a_small_patch_gets_the_class_of_the_largest_that_it_touches():
    values = np.array([[1, 1, 2, 2, 2], [1, 1, 3, 2, 2]])
    assert sieved(values, 2).tolist() == [[1, 1, 2, 2, 2], [1, 1, 2, 2, 2]]


def test_small_patches_next_to_small_ones_follow_them_to_a_large_one():
    assert sieved(np.array([[1, 2, 2, 3, 3, 3, 3]]), 3).tolist() == [[3] * 7]


def test_a_patch_without_neighbours_stays():
    values = np.array([[OUTSIDE, 1, OUTSIDE], [OUTSIDE, OUTSIDE, 2]])
    assert sieved(values, 9).tolist() == values.tolist()


def test_pixels_without_data_neither_give_nor_take():
    assert sieved(np.array([[1, OUTSIDE, 2, 2]]), 2).tolist() == [[1, OUTSIDE, 2, 2]]


@given(small_maps, st.integers(1, 6))
@settings(deadline=None)
def test_the_height_of_strips_changes_nothing(values, minimum):
    whole = sieved(values, minimum)
    for strip in range(1, len(values)):
        np.testing.assert_array_equal(sieved(values, minimum, strip), whole)


def test_it_agrees_with_gdal_but_for_ties():
    random = np.random.default_rng(3)
    values = np.digitize(gaussian_filter(random.standard_normal((300, 300)), 3), [-0.05, 0, 0.05])
    noise = random.random(values.shape) < 0.05
    values[noise] = random.integers(0, 4, np.count_nonzero(noise))
    theirs = sieve(values.astype(np.int16), 16)
    assert np.count_nonzero(sieved(values, 16, 64) != theirs) < 5
    assert np.count_nonzero(theirs != values) > 5000
