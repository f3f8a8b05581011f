"""The stratified estimators, against the worked examples of both papers and their formulas written out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from releve.processing.assessment.sample import sample_of_labels
from releve.processing.assessment.stratified import estimate, estimate_with_blocks

OLOFSSON = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
MAPPED = np.array([200_000, 150_000, 3_200_000, 6_450_000])

# Table 2 of Stehman (2014): ten pixels in each of the strata A, B, C, D.
STRATUM = "A" * 10 + "B" * 10 + "C" * 10 + "D" * 10
ON_MAP = "AAAAAAABBB" + "ABBBBBBBBB" + "BBCCCCCCBB" + "DDDDDDDDDD"
TRUE = "AAAAACBABC" + "ABBBBBAABB" + "CCCCCDDBBA" + "DDDDDDDCCB"
STRATA_PIXELS = np.array([40_000, 30_000, 20_000, 10_000])


def values(estimates):
    return [one.value for one in estimates]


def errors(estimates):
    return [one.standard_error for one in estimates]


def halves(estimates):
    return [1.96 * one.standard_error for one in estimates]


def stehman_counts() -> np.ndarray:
    counts = np.zeros((4, 4, 4))
    for cell in zip(STRATUM, ON_MAP, TRUE, strict=True):
        counts[tuple("ABCD".index(letter) for letter in cell)] += 1
    return counts


def test_the_worked_example_of_olofsson_to_four_digits():
    result = estimate(OLOFSSON, MAPPED)
    assert round(result.overall.value, 4) == 0.9465
    assert round(1.96 * result.overall.standard_error, 4) == 0.0185
    assert np.round(values(result.user), 4).tolist() == [0.88, 0.7333, 0.9273, 0.9631]
    assert np.round(halves(result.user), 3).tolist() == [0.074, 0.101, 0.040, 0.021]
    assert np.round(values(result.producer), 4).tolist() == [0.7487, 0.8472, 0.9345, 0.9616]
    assert np.round(halves(result.producer), 3).tolist() == [0.213, 0.254, 0.034, 0.018]
    pixels = np.array(values(result.share)) * MAPPED.sum()
    assert np.round(pixels).tolist() == [235_086, 129_846, 3_175_221, 6_459_846]
    assert 1.96 * result.share[0].standard_error * MAPPED.sum() == pytest.approx(68_418, abs=1)


def test_the_worked_example_of_stehman():
    result = estimate(stehman_counts(), STRATA_PIXELS)
    assert values(result.share) == pytest.approx([0.35, 0.34, 0.20, 0.11])
    assert result.overall.value == pytest.approx(0.63)
    assert values(result.user) == pytest.approx([0.7419355, 0.5744681, 0.5, 0.7], abs=5e-8)
    assert values(result.producer) == pytest.approx([0.6571429, 0.7941176, 0.3, 0.6363636], abs=5e-8)
    # Standard errors without the correction of finite populations, as other software prints them
    assert errors(result.user) == pytest.approx([0.1645627, 0.1248023, 0.2151657, 0.1527525], abs=5e-8)
    assert errors(result.producer) == pytest.approx([0.1477318, 0.1165671, 0.1504438, 0.1623242], abs=5e-8)
    shares = [[23, 4, 4, 0], [12, 27, 8, 0], [0, 2, 6, 4], [0, 1, 2, 7]]
    assert result.proportions == pytest.approx(np.array(shares) / 100)


def test_the_standard_errors_of_stehman_with_finite_populations():
    # Pages 4935 and 4936: area A .082, area C .064, overall .085, user's B .125, producer's B .116 (.1165)
    result = estimate(stehman_counts(), STRATA_PIXELS, population=STRATA_PIXELS)
    found = [
        *(result.share[0].standard_error, result.share[2].standard_error, result.overall.standard_error),
        *(result.user[1].standard_error, result.producer[1].standard_error),
    ]
    assert found == pytest.approx([0.082, 0.064, 0.085, 0.125, 0.1165], abs=5e-4)
    without = estimate(stehman_counts(), STRATA_PIXELS)
    assert result.overall.standard_error < without.overall.standard_error


COUNTS = arrays(np.int64, (3, 3), elements=st.integers(0, 40)).map(
    lambda m: m + 2 * np.eye(3, dtype=np.int64)
)
AREAS = arrays(np.float64, 3, elements=st.floats(1, 1000))


@given(COUNTS, AREAS)
def test_strata_that_are_the_classes_give_the_same_either_way(counts, areas):
    as_strata = np.zeros((3, 3, 3))
    for row in range(3):
        as_strata[row, row] = counts[row]
    one, other = estimate(counts, areas), estimate(as_strata, areas)
    for name in ("user", "producer", "f1", "share"):
        assert values(getattr(one, name)) == pytest.approx(values(getattr(other, name)))
        assert errors(getattr(one, name)) == pytest.approx(errors(getattr(other, name)))
    assert one.proportions == pytest.approx(other.proportions)


@given(COUNTS, AREAS)
def test_the_estimates_are_the_formulas_of_olofsson_written_out(n, areas):
    w, size = areas / areas.sum(), n.sum(axis=1)
    share = n / size[:, None]
    p = w[:, None] * share
    user, producer = np.diag(share), np.diag(p) / p.sum(axis=0)
    spread = share * (1 - share) / (size - 1)[:, None]
    result = estimate(n, areas)
    assert result.overall.value == pytest.approx(np.trace(p))
    assert values(result.producer) == pytest.approx(producer)
    assert result.overall.standard_error == pytest.approx(np.sqrt(w**2 @ np.diag(spread)), abs=1e-12)
    assert errors(result.user) == pytest.approx(np.sqrt(user * (1 - user) / (size - 1)), abs=1e-9)
    assert errors(result.share) == pytest.approx(np.sqrt(w**2 @ spread), abs=1e-9)
    for j in range(3):
        others = [i for i in range(3) if i != j]
        own = (w[j] * (1 - producer[j])) ** 2 * spread[j, j]
        rest = producer[j] ** 2 * sum(w[i] ** 2 * spread[i, j] for i in others)
        assert result.producer[j].standard_error == pytest.approx(
            np.sqrt(own + rest) / p[:, j].sum(), abs=1e-9
        )


def test_the_error_of_f1_is_that_of_its_linear_form():
    result = estimate(stehman_counts(), STRATA_PIXELS)
    weights = STRATA_PIXELS / STRATA_PIXELS.sum()
    mapped, true = (np.array([letter == "B" for letter in text], float) for text in (ON_MAP, TRUE))
    residual = (2 * mapped * true - result.f1[1].value * (mapped + true)).reshape(4, 10)
    total = weights @ (mapped + true).reshape(4, 10).mean(axis=1)
    variance = weights**2 @ (residual.var(axis=1, ddof=1) / 10) / total**2
    assert result.f1[1].standard_error == pytest.approx(variance**0.5)


@given(COUNTS, AREAS, st.floats(0.001, 1000))
def test_shares_do_not_depend_on_the_unit_of_the_areas_and_add_up_to_1(counts, areas, unit):
    one, other = estimate(counts, areas), estimate(counts, areas * unit)
    assert values(one.share) == pytest.approx(values(other.share))
    assert sum(values(one.share)) == pytest.approx(1)
    assert one.proportions.sum() == pytest.approx(1)


def test_a_single_observation_in_a_stratum_leaves_intervals_out_where_its_spread_is_needed():
    result = estimate([[8, 2, 0], [1, 9, 0], [0, 0, 1]], [10, 20, 5])
    assert result.overall.value is not None
    assert result.overall.interval is None
    assert [one.interval is None for one in result.user] == [False, False, True]
    assert all(one.interval is None for one in result.share)


def test_a_stratum_without_observation_is_left_out_and_its_area_told():
    result = estimate([[8, 2, 0], [1, 9, 0], [0, 0, 0]], [10, 20, 70])
    assert result.sampled_share == pytest.approx(0.3)
    assert result.overall.value == pytest.approx((10 * 0.8 + 20 * 0.9) / 30)
    assert result.user[2].value is None
    assert result.producer[2].value is None
    assert result.share[2].value == 0


def test_intervals_stay_within_0_and_1():
    result = estimate([[3, 0], [1, 2]], [1, 99])
    for one in (result.overall, *result.user, *result.producer, *result.share):
        assert 0 <= one.interval.low <= one.value <= one.interval.high <= 1


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="do not fit 2 strata"):
        estimate(OLOFSSON, [1, 2])
    with pytest.raises(ValueError, match="no stratum"):
        estimate(np.zeros((2, 2)), [1, 2])


def test_blocks_of_one_observation_give_nearly_the_interval_of_the_formula():
    rows, columns = np.indices((4, 4))
    sample = sample_of_labels(
        np.repeat(rows.ravel(), OLOFSSON.ravel()),
        np.repeat(columns.ravel(), OLOFSSON.ravel()),
        classes=(0, 1, 2, 3),
        block=np.arange(OLOFSSON.sum()),
    )
    plain = estimate(OLOFSSON, MAPPED)
    blocked = estimate_with_blocks(sample, MAPPED, replicates=400)
    assert values(blocked.producer) == pytest.approx(values(plain.producer))
    width = plain.overall.interval.high - plain.overall.interval.low
    assert blocked.overall.interval.high - blocked.overall.interval.low == pytest.approx(width, rel=0.15)
    assert blocked.overall.standard_error is None


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 100))
def test_copies_of_an_observation_in_one_block_do_not_narrow_its_interval(seed):
    once = {
        "mapped": [0, 0, 1, 1, 0, 1],
        "reference": [0, 1, 1, 1, 0, 0],
        "classes": (0, 1),
        "block": range(6),
    }
    few, many = (sample_of_labels(count=np.full(6, copies), **once) for copies in (1, 50))
    intervals = [
        estimate_with_blocks(s, [3, 7], replicates=60, seed=seed).overall.interval for s in (few, many)
    ]
    assert intervals[0] == intervals[1]


def test_a_stratum_that_was_seen_whole_leaves_nothing_open():
    part = estimate([[8, 2], [0, 1]], [10, 1])
    whole = estimate([[8, 2], [0, 1]], [10, 1], population=[10, 1])
    assert part.overall.interval is None
    assert (whole.overall.standard_error, whole.user[0].standard_error) == (0, 0)
