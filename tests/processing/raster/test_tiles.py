"""The grid of tiles: blocks cover the image once, each well inside its tile."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from releve.processing.errors import GridError
from releve.processing.raster.grids import Shape2d, Window
from releve.processing.raster.tiles import TileAxis, TileGrid


@st.composite
def axes(draw):
    tile = draw(st.integers(4, 70))
    trim = draw(st.integers(0, tile // 8))
    margin = draw(st.integers(trim, tile // 2 - 1))
    blended = draw(st.booleans())
    output, step = tile - 2 * trim, tile - 2 * margin
    assume(not blended or output - step <= step)
    axis = TileAxis(draw(st.integers(1, 300)), tile, margin, trim, blended)
    if not draw(st.booleans()):
        return axis
    assume(axis.lead + axis.shifted().shift < step)  # else the first block would be empty
    return axis.shifted()


@given(axes())
def test_blocks_cover_the_axis_once_and_in_order(axis):
    blocks = [axis.block(index) for index in range(axis.count)]
    assert blocks[0][0] == 0
    assert blocks[-1][1] == axis.length
    assert all(one[1] == other[0] for one, other in pairwise(blocks))
    assert all(start < end for start, end in blocks)


@given(axes())
def test_a_block_lies_in_what_leaves_its_tile(axis):
    for index in range(axis.count):
        start, end = axis.block(index)
        assert axis.output_start(index) <= start
        assert end <= axis.output_start(index) + axis.output


@given(axes())
def test_cropped_blocks_keep_the_margin_on_both_sides(axis):
    assume(not axis.is_single and not axis.blended)
    for index in range(axis.count):
        start, end = axis.block(index)
        assert start - axis.tile_start(index) >= axis.margin
        assert axis.tile_start(index) + axis.tile - end >= axis.margin


def test_shifted_tiles_have_their_middles_where_others_meet():
    axis = TileAxis(300, tile=64, margin=16)
    assert [axis.block(index) for index in range(3)] == [(0, 32), (32, 64), (64, 96)]
    assert [axis.shifted().block(index) for index in range(3)] == [(0, 16), (16, 48), (48, 80)]
    assert axis.shifted(multiple=12).shift == 12


@st.composite
def zooms(draw):
    """An axis and a zoom that goes with it: pixels that enter are multiples of its denominator."""
    zoom = draw(st.sampled_from([Fraction(2), Fraction(4), Fraction(1, 3), Fraction(1, 16), Fraction(3, 2)]))
    unit = zoom.denominator * draw(st.sampled_from([1, 2]))
    margin, steps = draw(st.integers(0, 3)), draw(st.integers(1, 5))
    trim, blended = draw(st.integers(0, 2)) * unit, draw(st.booleans())
    assume(not blended or 2 * margin <= steps)
    tile = (steps + 2 * margin) * unit + 2 * trim
    return TileAxis(draw(st.integers(1, 400)), tile, margin * unit + trim, trim, blended, unit), zoom


@given(zooms())
def test_zoomed_tiles_are_the_same_tiles(made):
    axis, zoom = made
    out = axis.zoomed(zoom)
    assert (out.count, out.is_single) == (axis.count, axis.is_single)
    for index in range(axis.count):
        assert out.output_start(index) == axis.output_start(index) * zoom
        start, end = axis.block(index)
        assert out.block(index) == (ceil(start * zoom), ceil(end * zoom))
        assert out.output_start(index) <= out.block(index)[0]
        assert out.block(index)[1] <= out.output_start(index) + out.output


def test_tiles_that_are_no_multiple_are_refused():
    with pytest.raises(GridError, match="no multiple of 16"):
        TileAxis(100, 40, 4, unit=16)


@given(axes(), st.integers(0, 299), st.integers(1, 100))
def test_the_blocks_of_a_window_are_those_that_hold_its_pixels(axis, first, length):
    last = min(first + length, axis.length)
    assume(first < last)
    expected = [i for i in range(axis.count) if axis.block(i)[0] < last and axis.block(i)[1] > first]
    assert list(axis.indices(first, last)) == expected


@pytest.mark.parametrize("length", [1, 63, 64])
def test_an_axis_no_longer_than_a_tile_has_one(length):
    assert TileAxis(length, 64, 16).count == 1


def test_the_overlap_of_256_over_8192_gives_the_usual_number():
    # ceil(8192 / (512 - 64))
    assert TileGrid.over(Shape2d(8192, 8192), tile=512, margin=32).shape == Shape2d(19, 19)


def test_a_margin_of_half_a_tile_is_refused():
    with pytest.raises(GridError, match="leaves nothing"):
        TileAxis(100, 64, 32)


def test_more_than_half_a_tile_cannot_be_blended():
    with pytest.raises(GridError, match="half a tile"):
        TileAxis(100, 64, 20, blended=True)


def test_the_tiles_of_a_window_touch_it():
    grid = TileGrid.over(Shape2d(320, 320), tile=32, margin=0)
    assert len(list(grid.touching(Window(15, 48, 45, 96)))) == 2 * 4
