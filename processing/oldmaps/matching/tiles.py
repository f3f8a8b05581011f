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
    cuts = list(_cuts(picture.shape, tile))
    share = ceil(limit / len(cuts))
    found, ranks = [], []
    for rows, columns in cuts:
        features = _inside(picture, rows, columns, find, 2 * share if len(cuts) > 1 else share)
        found.append(features)
        ranks.append(np.arange(len(features)))
    together = Features(
        np.concatenate([one.points for one in found]),
        np.concatenate([one.scores for one in found]),
        np.concatenate([one.descriptors for one in found if len(one)] or [found[0].descriptors]),
    )
    order = np.lexsort((-together.scores, np.concatenate(ranks) >= share))[:limit]
    return together.chosen(order[np.argsort(-together.scores[order], kind="stable")])


def _inside(
    picture: Picture, rows: slice, columns: slice, find: Callable[[Picture, int], Features], most: int
) -> Features:
    """The keypoints of one tile's own part, which is looked at with its surroundings."""
    height, width = picture.shape
    top, left = max(0, rows.start - OVERLAP), max(0, columns.start - OVERLAP)
    seen = picture.part(
        slice(top, min(height, rows.stop + OVERLAP)), slice(left, min(width, columns.stop + OVERLAP))
    )
    if seen.valid is not None and not seen.valid.any():
        return Features.none()
    features = find(seen, most)
    points = features.points + np.array([left, top])
    column, row = points.T
    own = (column >= columns.start) & (column < columns.stop) & (row >= rows.start) & (row < rows.stop)
    return Features(points, features.scores, features.descriptors).chosen(own)


def _cuts(shape: tuple[int, int], tile: int) -> Iterator[tuple[slice, slice]]:
    """Parts that cover a picture without overlap, each with room for its surroundings in a tile."""
    for rows in _spans(shape[0], tile):
        for columns in _spans(shape[1], tile):
            yield rows, columns


def _spans(length: int, tile: int) -> Iterator[slice]:
    if length <= tile:
        yield slice(0, length)
        return
    count = ceil(length / (tile - 2 * OVERLAP))
    edges = np.linspace(0, length, count + 1).round().astype(int).tolist()
    yield from (slice(start, stop) for start, stop in pairwise(edges))
