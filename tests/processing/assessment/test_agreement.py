"""Two readers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from releve.processing.assessment.agreement import agreement, kappa_variance
from releve.processing.assessment.confusion import scores

MATRICES = arrays(np.int64, (3, 3), elements=st.integers(1, 40))


def test_agreement_worked_out_by_hand():
    # 20 + 15 of 50 alike; expected 0.5 · 0.6 + 0.5 · 0.4 = 0.5
    first = [1] * 25 + [2] * 25
    second = [1] * 20 + [2] * 5 + [1] * 10 + [2] * 15
    found = agreement(first, second)
    assert found.count == 50
    assert found.share == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
    assert found.confusion.counts.tolist() == [[20, 5], [10, 15]]
    assert found.kappa_interval.high - found.kappa == pytest.approx(1.95996 * 0.126996, rel=1e-4)


@given(MATRICES)
def test_the_variance_of_kappa_is_that_of_the_delta_method(matrix):
    shares, step = matrix / matrix.sum(), 1e-6
    slopes = np.zeros((3, 3))
    for cell in np.ndindex(3, 3):
        more, less = shares.copy(), shares.copy()
        more[cell] += step
        less[cell] -= step
        slopes[cell] = (scores(more).kappa - scores(less).kappa) / (2 * step)
    variance = ((shares * slopes**2).sum() - (shares * slopes).sum() ** 2) / matrix.sum()
    assert kappa_variance(matrix) == pytest.approx(variance, rel=1e-4, abs=1e-9)


def test_readers_who_always_agree_have_kappa_1_and_a_share_with_a_width():
    found = agreement([1, 2, 3, 1], [1, 2, 3, 1])
    assert (found.share, found.kappa) == (1.0, 1.0)
    assert found.share_interval.low == pytest.approx(0.51, abs=0.01)


def test_one_label_for_everything_leaves_no_kappa():
    found = agreement([1, 1], [1, 1])
    assert (found.share, found.kappa, found.kappa_interval) == (1.0, None, None)


def test_nothing_read_twice_is_refused():
    with pytest.raises(ValueError, match="at least one thing"):
        agreement([], [])
