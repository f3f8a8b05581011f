"""Blending: weights that sum to one, and a walk that remembers no more than it may."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from releve.processing.raster.blending import Blender, blend_block, ramp, tiles_needed
from releve.processing.raster.grids import Shape2d
from releve.processing.raster.tiles import TileGrid, TileIndex


@pytest.mark.parametrize("overlap", [1, 2, 7, 8, 64, 77])
def test_a_ramp_and_its_mirror_sum_to_one(overlap):
    assert np.abs(ramp(overlap) + ramp(overlap)[::-1] - 1).max() < 1.2e-7


def test_the_outer_quarters_of_a_ramp_are_dropped():
    weights = ramp(64)
    assert (weights[:16] == 0).all()
    assert (weights[-16:] == 1).all()
    assert (np.diff(weights[16:48]) > 0).all()


@st.composite
def grids(draw):
    step = draw(st.integers(4, 16))
    margin = draw(st.integers(0, step // 2))
    trim = draw(st.integers(0, 3))
    shape = Shape2d(draw(st.integers(1, 60)), draw(st.integers(1, 60)))
    assume(2 * margin <= step)
    return TileGrid.over(
        shape, tile=step + 2 * (margin + trim), margin=margin + trim, trim=trim, blended=True
    )


def outputs_of(grid, seed=0):
    """Random outputs for all tiles, so that any mistake shows."""
    random = np.random.default_rng(seed)
    shape = grid.rows.output, grid.columns.output
    return {
        TileIndex(row, column): random.random((2, *shape), dtype="float32")
        for row in range(grid.shape.rows)
        for column in range(grid.shape.columns)
    }


def walk(grid, outputs, indices):
    blender = Blender(grid)
    return {index: blender.add(index, outputs[index].copy()) for index in indices}


@given(grids())
@settings(max_examples=60, deadline=None)
def test_a_block_is_the_same_to_the_last_bit_alone_and_in_the_walk(grid):
    outputs = outputs_of(grid)
    for index, block in walk(grid, outputs, sorted(outputs)).items():
        np.testing.assert_array_equal(blend_block(grid, index, outputs), block)


@given(grids(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_blocks_of_an_area_are_those_of_the_whole(grid, random):
    outputs = outputs_of(grid)
    wanted = [index for index in sorted(outputs) if random.random() < 0.3]
    whole = walk(grid, outputs, sorted(outputs))
    part = walk(grid, outputs, tiles_needed(grid, wanted))
    for index in wanted:
        np.testing.assert_array_equal(part[index], whole[index])


@given(grids())
@settings(max_examples=60, deadline=None)
def test_tiles_that_agree_are_left_as_they_are(grid):
    top, left = grid.rows.output_start(0), grid.columns.output_start(0)
    image = np.random.default_rng(1).random((1, 200, 200), dtype="float32")
    outputs = {}
    for index in outputs_of(grid):
        window = grid.output(index)
        row, column = window.row - top, window.column - left
        outputs[index] = image[:, row : row + window.rows, column : column + window.columns]
    for index, block in walk(grid, outputs, sorted(outputs)).items():
        window = grid.block(index)
        row, column = window.row - top, window.column - left
        expected = image[:, row : row + window.rows, column : column + window.columns]
        np.testing.assert_allclose(block, expected, atol=1e-6)
