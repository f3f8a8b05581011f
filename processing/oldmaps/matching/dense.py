"""Keypoints out of a map of scores, and their descriptors out of a map of those."""

from __future__ import annotations

import numpy as np

from .features import Features, FloatArray, Numbers, Picture

RADIUS = 4  # pixels around a keypoint within which there is no other
SMALLEST = 1e-12


def features_of_maps(
    scores: Numbers, descriptors: Numbers, size: tuple[int, int], *, picture: Picture, most: int
) -> Features:
    """The highest peaks of the scores, each with its descriptor.

    Parameters
    ----------
    scores : array of shape (rows, columns), float32
    descriptors : array of shape (D, rows, columns), float32
        Maps of an image of ``size`` (rows and columns); either may be coarser.
    picture : Picture
        What stands in the upper left of that image.
    most : int
        At most so many.
    """
    import cv2

    window = np.ones((2 * RADIUS + 1, 2 * RADIUS + 1), np.uint8)
    is_peak = (scores == np.asarray(cv2.dilate(scores, window))) & (scores > 0)
    rows, columns = np.nonzero(is_peak)
    step = np.array([size[1] / scores.shape[1], size[0] / scores.shape[0]])
    points = (refined(scores, rows, columns) + 0.5) * step
    held = np.flatnonzero(picture.holds(points))
    found = scores[rows, columns]
    best = held[np.argsort(-found[held], kind="stable")[:most]]
    return Features(points[best], found[best].astype(np.float32), sampled(descriptors, points[best], size))


def refined(scores: Numbers, rows: np.ndarray, columns: np.ndarray) -> FloatArray:
    """Column and row of peaks between the pixels: the top of a parabola along each axis.

    Examples
    --------
    >>> scores = np.zeros((3, 4), "float32")
    >>> scores[1] = [0, 3, 3, 0]
    >>> refined(scores, np.array([1]), np.array([1])).tolist()
    [[1.5, 1.0]]
    """
    edged = np.pad(scores, 1, mode="edge").astype(np.float64)
    offsets = []
    for down, across in ((0, 1), (1, 0)):
        before = edged[rows + 1 - down, columns + 1 - across]
        after = edged[rows + 1 + down, columns + 1 + across]
        bend = before + after - 2 * edged[rows + 1, columns + 1]
        offset = np.divide(before - after, 2 * bend, out=np.zeros(len(rows)), where=bend < -SMALLEST)
        offsets.append(offset.clip(-0.5, 0.5))
    return np.stack([columns + offsets[0], rows + offsets[1]], axis=1)


def sampled(descriptors: Numbers, points: FloatArray, size: tuple[int, int]) -> Numbers:
    """The descriptor at each place of an image of this size, between the pixels of its map, of length 1."""
    numbers, rows, columns = descriptors.shape
    across = (points[:, 0] * columns / size[1] - 0.5).clip(0, columns - 1)
    down = (points[:, 1] * rows / size[0] - 0.5).clip(0, rows - 1)
    left, top = across.astype(int), down.astype(int)
    right, bottom = np.minimum(left + 1, columns - 1), np.minimum(top + 1, rows - 1)
    x, y = across - left, down - top
    flat = descriptors.reshape(numbers, -1)
    corners = ((top, left, (1 - x) * (1 - y)), (top, right, x * (1 - y)),
               (bottom, left, (1 - x) * y), (bottom, right, x * y))  # fmt: skip
    found = sum(flat[:, row * columns + column] * weight for row, column, weight in corners)
    vectors = np.asarray(found, np.float32).T
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Numbers = (vectors / np.maximum(lengths, SMALLEST)).astype(np.float32)
    return unit
