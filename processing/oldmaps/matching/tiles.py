"""Large pictures looked at by tiles, their keypoints spread over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import ceil

import numpy as np

from .features import Features, Picture

TILE = 1280  # SIFT takes 11 floats for each of four times as many pixels: 290 MB
OVERLAP = 64  # what a tile sees beyond its own part: most of what surrounds a keypoint


def features_by_tiles(
    picture: Picture,
    find: Callable[[Picture, int], Features],
    *,
    limit: int,
    tile: int = TILE,
) -> Features:
    """The keypoints of a picture of any size, at most so many.

    Parameters
    ----------
    find : callable
        The best keypoints of a small picture, given how many.
    limit : int
        Shared out evenly, so that a dense quarter does not take all; what a blank tile leaves goes to others.
    tile : int
        Largest side of a picture that is looked at at once.
    """
    overlap = min(OVERLAP, tile // 8)
    parts = [
        (rows, columns)
        for rows in _spans(picture.shape[0], tile, overlap)
        for columns in _spans(picture.shape[1], tile, overlap)
    ]
    share = ceil(limit / len(parts))
    most = 2 * share if len(parts) > 1 else share
    found = [_own(picture, rows, columns, overlap, lambda seen: find(seen, most)) for rows, columns in parts]
    together = Features(
        np.concatenate([one.points for one in found]),
        np.concatenate([one.scores for one in found]),
        np.concatenate([one.descriptors for one in found if len(one)] or [found[0].descriptors]),
    )
    ranks = np.concatenate([np.arange(len(one)) for one in found])
    chosen = np.lexsort((-together.scores, ranks >= share))[:limit]
    return together.chosen(chosen[np.argsort(-together.scores[chosen], kind="stable")])


def _own(
    picture: Picture, rows: slice, columns: slice, overlap: int, find: Callable[[Picture], Features]
) -> Features:
    """The keypoints of one part, which is looked at with its surroundings."""
    top, left = max(0, rows.start - overlap), max(0, columns.start - overlap)
    seen = picture.part(slice(top, rows.stop + overlap), slice(left, columns.stop + overlap))
    if seen.valid is not None and not seen.valid.any():
        return Features.none()
    features = find(seen)
    points = features.points + np.array([left, top])
    column, row = points.T
    is_own = (column >= columns.start) & (column < columns.stop) & (row >= rows.start) & (row < rows.stop)
    return Features(points, features.scores, features.descriptors).chosen(is_own)


def _spans(length: int, tile: int, overlap: int) -> Iterator[slice]:
    """Parts of a length, each with room for its surroundings in a tile."""
    if length <= tile:
        yield slice(0, length)
        return
    count = ceil(length / (tile - 2 * overlap))
    edges = np.linspace(0, length, count + 1).round().astype(int).tolist()
    yield from (slice(start, stop) for start, stop in pairwise(edges))
