"""Overviews by hand."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releve.processing.raster.grids import Shape2d
from releve.processing.raster.overviews import halve_classes, halve_means, overview_shapes


def most_common(square, nodata):
    """The value met most often, the first of equals; nodata only where there is nothing else."""
    counts = Counter(value for value in square if value != nodata) or Counter(square)
    best = max(counts.values())
    return next(value for value in square if counts[value] == best)


@given(st.lists(st.integers(0, 3), min_size=4, max_size=4))
@settings(max_examples=300)
def test_the_class_met_most_often_wins(square):
    image = np.array(square, "uint8").reshape(2, 2)
    assert halve_classes(image, nodata=3)[0, 0] == most_common(square, 3)


def test_an_odd_edge_stands_in_for_itself():
    image = np.uint8([[1, 1, 2], [1, 1, 2], [5, 5, 7]])
    assert halve_classes(image, nodata=255).tolist() == [[1, 2], [5, 7]]


def test_means_leave_out_what_is_missing_and_round_half_up():
    image = np.uint8([[1, 2, 255, 255], [2, 255, 255, 255]])
    assert halve_means(image, nodata=255).tolist() == [[2, 255]]  # 5 / 3
    assert halve_means(np.uint8([[1, 2], [1, 2]]), nodata=255).tolist() == [[2]]  # 1.5


def test_means_of_floats_are_nan_where_all_are():
    image = np.float32([[1, 3, np.nan, np.nan], [np.nan, 5, np.nan, np.nan]])
    reduced = halve_means(image, nodata=float("nan"))
    assert reduced[0, 0] == pytest.approx(3)
    assert np.isnan(reduced[0, 1])


def test_overviews_end_where_an_image_fits_a_block():
    assert overview_shapes(Shape2d(512, 512)) == ()
    assert [shape.columns for shape in overview_shapes(Shape2d(10, 4100))] == [2050, 1025, 513, 257]
