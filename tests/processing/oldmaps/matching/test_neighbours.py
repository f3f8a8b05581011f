"""Mutual nearest neighbours by blocks."""

from __future__ import annotations

import numpy as np
import pytest

from releve.processing.oldmaps.matching import neighbours
from releve.processing.oldmaps.matching.neighbours import nearest_pairs


@pytest.fixture
def descriptors():
    random = np.random.default_rng(3)

    def make(count):
        vectors = random.normal(size=(count, 16)).astype("float32")
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    return make


def by_brute_force(left, right, ratio):
    distances = np.linalg.norm(left[:, None] - right[None], axis=2)
    nearest = distances.argmin(axis=1)
    back = distances.argmin(axis=0)
    first, second = np.sort(distances, axis=1)[:, :2].T
    kept = [i for i in range(len(left)) if back[nearest[i]] == i and first[i] <= ratio * second[i]]
    return [(i, int(nearest[i])) for i in kept]


@pytest.mark.parametrize("ratio", [0.85, 0.95, 1.0])
@pytest.mark.parametrize("block", [1, 100, 1 << 20])
def test_blocks_find_what_all_distances_at_once_find(descriptors, monkeypatch, ratio, block):
    monkeypatch.setattr(neighbours, "BLOCK", block)
    left, right = descriptors(60), descriptors(45)
    pairs = nearest_pairs(left, right, ratio=ratio)
    found = list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True))
    assert found == by_brute_force(left, right, ratio)
    assert found


def test_the_same_descriptor_is_a_sure_pair(descriptors):
    left = descriptors(20)
    pairs = nearest_pairs(left, left[::-1], ratio=0.8)
    assert pairs.right.tolist() == list(range(19, -1, -1))
    assert pairs.confidence.min() > 0.99


@pytest.mark.parametrize("count", [0, 1])
def test_one_descriptor_has_no_second_to_be_nearer_than(descriptors, count):
    assert len(nearest_pairs(descriptors(9), descriptors(count), ratio=0.8).left) == 0


def test_twins_are_no_pair(descriptors):
    left = descriptors(5)
    pairs = nearest_pairs(left, np.concatenate([left, left[:1]]), ratio=0.8)
    assert pairs.left.tolist() == [1, 2, 3, 4]  # the first has two that are the same to it
