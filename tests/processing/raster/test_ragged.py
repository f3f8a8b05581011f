"""Lists of unequal length."""

from __future__ import annotations

from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from releve.processing.raster.ragged import Ragged, follow, offsets_of, spans


def lists_of(ragged: Ragged) -> list[list[int]]:
    return [ragged.values[a:b].tolist() for a, b in zip(ragged.offsets[:-1], ragged.offsets[1:], strict=True)]


def ragged_of(lists: list[list[int]]) -> Ragged:
    return Ragged(
        offsets_of(np.array([len(one) for one in lists], int)),
        np.array(list(chain.from_iterable(lists)), np.int64),
    )


@given(st.lists(st.lists(st.integers(0, 9), max_size=4), max_size=6), st.data())
def test_taking_and_joining_are_those_of_lists(lists, data):
    which = data.draw(st.lists(st.integers(0, len(lists) - 1), max_size=8)) if lists else []
    ragged = ragged_of(lists)
    taken = ragged.take(np.array(which, int))
    assert lists_of(taken) == [lists[place] for place in which]
    assert lists_of(Ragged.joined([ragged, taken])) == lists + lists_of(taken)


def test_an_empty_span_takes_no_place():
    assert spans(np.array([5, 9, 2]), np.array([2, 0, 1])).tolist() == [5, 6, 2]


@given(st.permutations(range(12)))
def test_every_number_is_in_one_cycle_and_before_its_successor(successors):
    after = np.array(successors)
    for cycle in lists_of(follow(after)):
        assert cycle[0] == min(cycle)
        assert after[cycle].tolist() == cycle[1:] + cycle[:1]
    assert sorted(follow(after).values.tolist()) == list(range(12))


def test_a_chain_ends_at_a_negative_successor():
    assert lists_of(follow(np.array([2, 1, -1, 3]))) == [[0, 2], [1], [3]]
