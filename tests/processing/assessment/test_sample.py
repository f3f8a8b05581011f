"""Samples."""

from __future__ import annotations

import numpy as np

from releve.processing.assessment.sample import sample_of_labels


def test_a_sample_counts_each_pair_as_often_as_it_stands_and_its_block_was_drawn():
    sample = sample_of_labels([1, 1, 2], [1, 2, 2], classes=(1, 2), count=[5, 1, 2], block=["a", "a", "b"])
    assert sample.blocks == 2
    assert sample.matrix().tolist() == [[5, 1], [0, 2]]
    assert sample.matrix(np.array([0.0, 3.0])).tolist() == [[0, 0], [0, 6]]


def test_counts_are_by_stratum_where_there_are_strata():
    sample = sample_of_labels([1, 1], [1, 2], classes=(1, 2), stratum=[2, 0], strata=3)
    assert sample.by_stratum().tolist() == [[[0, 1], [0, 0]], [[0, 0], [0, 0]], [[1, 0], [0, 0]]]
    assert sample.blocks == 2
