"""The confusion matrix and its scores."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from releve.processing.assessment.confusion import Confusion, class_indices, confusion_matrix, scores

MATRICES = arrays(np.int64, (4, 4), elements=st.integers(0, 50)).filter(lambda m: m.sum() > 0)


def test_rows_are_the_map_and_columns_the_reference():
    # One pixel that the map calls 7 is truly 3.
    confusion = confusion_matrix([7, 3, 3], [3, 3, 3])
    assert confusion.classes == (3, 7)
    assert confusion.counts.tolist() == [[2, 0], [1, 0]]
    assert confusion.total == 3


def test_pairs_may_stand_for_several_observations_and_classes_may_be_in_any_order():
    confusion = confusion_matrix([2, 1], [1, 1], classes=(2, 1, 5), count=[10, 3])
    assert confusion.counts.tolist() == [[0, 10, 0], [0, 3, 0], [0, 0, 0]]


def test_a_label_that_is_no_class_is_named():
    with pytest.raises(ValueError, match=r"labels \[4\] are not among the classes \[1, 2\]"):
        confusion_matrix([1, 4], [1, 2], classes=(1, 2))


def test_arrays_of_two_lengths_and_counts_of_another_shape_are_refused():
    with pytest.raises(ValueError, match="labels of the map"):
        confusion_matrix([1, 2], [1])
    with pytest.raises(ValueError, match="2 classes"):
        Confusion((1, 2), np.zeros((3, 3), dtype=np.int64))


def test_no_label_has_no_index():
    assert class_indices([], [1, 2]).shape == (0,)


def test_scores_worked_out_by_hand():
    # map a: 40 right, 10 truly b; map b: 20 truly a, 30 right
    result = scores([[40, 10], [20, 30]])
    assert result.overall == pytest.approx(0.7)
    assert result.precision == pytest.approx([0.8, 0.6])
    assert result.recall == pytest.approx([40 / 60, 30 / 40])
    assert result.balanced == pytest.approx((40 / 60 + 30 / 40) / 2)
    assert result.f1 == pytest.approx([80 / 110, 60 / 90])
    assert result.kappa == pytest.approx((0.7 - 0.5) / 0.5)  # expected: 0.5 · 0.6 + 0.5 · 0.4
    assert result.quantity == pytest.approx(0.1)  # a: 50 mapped, 60 true
    assert result.allocation == pytest.approx(0.2)  # 10 of each kind swapped


@given(MATRICES)
def test_scores_are_those_of_scikit_learn(matrix):
    metrics = pytest.importorskip("sklearn.metrics")
    mapped, reference = (np.repeat(axis.ravel(), matrix.ravel()) for axis in np.indices(matrix.shape))
    result = scores(matrix)
    precision, recall, f1, _ = metrics.precision_recall_fscore_support(
        reference, mapped, labels=range(4), zero_division=np.nan
    )
    assert result.overall == pytest.approx(metrics.accuracy_score(reference, mapped))
    assert result.precision == pytest.approx(precision, nan_ok=True)
    assert result.recall == pytest.approx(recall, nan_ok=True)
    assert result.f1 == pytest.approx(f1, nan_ok=True)
    assert result.balanced == pytest.approx(np.nanmean(recall))
    if not np.isnan(result.kappa):
        assert result.kappa == pytest.approx(metrics.cohen_kappa_score(reference, mapped), abs=1e-12)


@given(MATRICES)
def test_quantity_and_allocation_add_up_to_the_disagreement(matrix):
    result = scores(matrix)
    assert result.quantity + result.allocation == pytest.approx(1 - result.overall)
    assert min(result.quantity, result.allocation) >= -1e-12


@given(MATRICES)
def test_shares_of_the_area_give_the_scores_of_counts(matrix):
    assert scores(matrix / matrix.sum()).overall == pytest.approx(scores(matrix).overall)


def test_nothing_compared_gives_nothing():
    result = scores(np.zeros((2, 2)))
    assert np.isnan([result.overall, result.kappa, result.balanced, result.quantity, result.allocation]).all()
    assert np.isnan(result.f1).all()
