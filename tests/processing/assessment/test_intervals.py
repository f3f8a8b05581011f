"""Intervals: known values, and what must hold of any."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from releve.processing.assessment.intervals import Interval, block_bootstrap, wilson


@pytest.mark.parametrize(("successes", "trials"), [(0, 8), (3, 8), (8, 8), (450, 1000)])
def test_wilson_is_that_of_scipy(successes, trials):
    interval = wilson(successes, trials)
    other = binomtest(successes, trials).proportion_ci(method="wilson")
    assert (interval.low, interval.high) == pytest.approx((other.low, other.high))


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_within_0_and_1_and_is_never_without_width(pair):
    interval = wilson(*pair)
    assert 0 <= interval.low <= pair[0] / pair[1] <= interval.high <= 1
    assert interval.high > interval.low


def test_nothing_tried_gives_no_interval():
    assert wilson(0, 0) is None


def share_of(right: np.ndarray, size: np.ndarray):
    return lambda drawn: [drawn @ right / (drawn @ size)]


def test_blocks_that_agree_among_themselves_give_a_wider_interval_than_independent_observations():
    rng = np.random.default_rng(1)
    right = 20 * (rng.random(60) < 0.7)  # 60 polygons of 20 pixels, all right or all wrong
    (interval,) = block_bootstrap(share_of(right, np.full(60, 20)), blocks=60)
    alone = wilson(right.sum(), 1200)
    assert interval.high - interval.low > 3 * (alone.high - alone.low)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_the_same_seed_gives_the_same_interval(seed):
    statistic = share_of(np.array([1, 5, 9, 2]), np.array([10, 10, 10, 10]))
    first, second = (block_bootstrap(statistic, blocks=4, replicates=50, seed=seed) for _ in range(2))
    assert first == second


def test_a_value_that_too_many_draws_lack_has_no_interval():
    # The first block alone has the class: a draw of three misses it with probability (2/3)³ = 0.30.
    found = block_bootstrap(lambda drawn: [np.nan if drawn[0] == 0 else 1.0, 0.5], blocks=3)
    assert found == [None, Interval(0.5, 0.5)]


def test_one_block_gives_no_interval():
    assert block_bootstrap(lambda drawn: [0.5], blocks=1, replicates=10) == [None]


def test_a_bootstrap_can_be_given_up():
    def give_up() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        block_bootstrap(lambda drawn: [0.5], blocks=3, check=give_up)
