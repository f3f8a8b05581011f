"""Rings as arcs that both sides agree on, and back."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from releve.processing.raster.arcs import arcs_of, rings_of
from releve.processing.raster.grids import Shape2d
from releve.processing.raster.lattice import Lattice
from releve.processing.raster.patches import Tracer


def traced(values):
    lattice, tracer = Lattice(Shape2d(*values.shape), outside=-1), Tracer(values.shape[1], outside=-1)
    with lattice:
        lattice.push(values)
        lattice.finish()
        patches = tracer.push(np.vstack([values, np.full_like(values[:1], -1)]))
        return patches, arcs_of(patches, lattice)


def ways(arcs):
    points = np.stack([arcs.rows, arcs.columns], axis=1).tolist()
    return [tuple(map(tuple, points[a:b])) for a, b in zip(arcs.offsets[:-1], arcs.offsets[1:], strict=True)]


def test_two_pixels_share_the_arc_between_them():
    patches, arcs = traced(np.array([[1, 2]]))
    inner = ((0, 1), (1, 1))
    assert ways(arcs).count(inner) == 2
    turned = [back for way, back in zip(ways(arcs), arcs.is_turned, strict=True) if way == inner]
    assert sorted(turned) == [False, True]
    assert len(patches) == 2


def test_an_island_is_one_closed_arc_for_both_sides():
    values = np.ones((3, 3), int)
    values[1, 1] = 2
    _, arcs = traced(values)
    square = ((1, 1), (1, 2), (2, 2), (2, 1), (1, 1))
    assert [way for way, closed in zip(ways(arcs), arcs.is_closed, strict=True) if closed] == [square] * 2


@given(
    arrays.arrays(
        np.int16, arrays.array_shapes(min_dims=2, max_dims=2, max_side=9), elements=st.integers(-1, 2)
    )
)
@settings(deadline=None)
def test_each_inner_arc_has_two_sides_and_rings_come_back_as_they_were(values):
    patches, arcs = traced(values)
    if not len(patches):
        return
    framed = np.pad(values, 1, constant_values=-1)
    both = np.count_nonzero((framed[:, 1:] != framed[:, :-1]) & (framed[:, 1:] >= 0) & (framed[:, :-1] >= 0))
    both += np.count_nonzero((framed[1:] != framed[:-1]) & (framed[1:] >= 0) & (framed[:-1] >= 0))
    found = ways(arcs)
    shared = {way for way in found if found.count(way) == 2}
    assert all(found.count(way) <= 2 for way in found)
    steps = sum(sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(way)) for way in shared)
    assert steps == both

    again = rings_of(arcs, patches)
    for ring in range(len(patches.corners) - 1):
        old, new = (
            {*(some.rows + 1j * some.columns)[slice(*some.corners[ring : ring + 2])].tolist()}
            for some in (patches, again)
        )
        assert old <= new
