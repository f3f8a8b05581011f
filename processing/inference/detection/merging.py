"""Objects of all tiles made one set: pieces of one object joined, and each object kept once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from .objects import BoolArray, FloatArray, IntArray, Objects
from .suppression import Pairs, Shapes, suppress

Bounds: TypeAlias = FloatArray

SAME = 0.5  # intersection over union of two pieces, where both tiles see, from which they are one object
POLYGON = 3  # among the types of shapely


@dataclass(frozen=True)
class Merged:
    """The objects of an image, each once; ``joined`` tells those put together from pieces."""

    objects: Objects
    joined: BoolArray


def merge(objects: Objects, windows: Bounds, *, overlap: float, is_oriented: bool = False) -> Merged:
    """Each object once.

    Pieces from two tiles that agree where both tiles look are joined. Then, of objects of one class from
    different tiles that overlap, one that was seen whole is kept before one that an edge of its tile cuts,
    one seen centrally before others, and else that of the higher score; a cut one that another covers goes.

    Parameters
    ----------
    windows : array of shape (tiles, 4)
        Least column and row, greatest column and row of each tile, by its number.
    overlap : float
        Intersection over union above which two objects are one.
    is_oriented : bool
        Whether the outlines are oriented boxes.
    """
    found = join_pieces(objects, windows, is_oriented=is_oriented)
    kept = _kept(found.objects, overlap)
    return Merged(found.objects.take(kept), found.joined[kept])


def _kept(objects: Objects, overlap: float) -> BoolArray:
    order = np.lexsort((-objects.scores, ~objects.central, objects.cut))
    shapes = Shapes(objects.outlines, objects.classes)
    return suppress(shapes, order, overlap=overlap, cut=objects.cut, tiles=objects.tiles)


def join_pieces(objects: Objects, windows: Bounds, *, is_oriented: bool) -> Merged:
    """The same objects, those that edges of tiles cut joined with the rest of them."""
    places = np.flatnonzero(objects.cut)
    pairs = _same(objects.take(places), windows)
    if not len(pairs[0]):
        return Merged(objects, np.zeros(len(objects), bool))
    group = _groups(pairs, len(places))
    sizes = np.bincount(group)
    members = np.split(places[np.argsort(group, kind="stable")], np.cumsum(sizes)[:-1])
    is_piece = sizes[group] > 1
    made = [objects.take(numbers) for numbers in members if len(numbers) > 1]
    united = Objects.joined(
        [_united(pieces, -1 - number, is_oriented=is_oriented) for number, pieces in enumerate(made)]
    )
    rest = np.ones(len(objects), bool)
    rest[places[is_piece]] = False
    kept = objects.take(rest)
    return Merged(Objects.joined([kept, united]), np.arange(len(kept) + len(united)) >= len(kept))


def _same(pieces: Objects, windows: Bounds) -> Pairs:
    """Pairs of pieces from two tiles that cover the same pixels of what both tiles see."""
    shapes = Shapes(pieces.outlines, pieces.classes)
    first, second = shapely.STRtree(shapes.envelopes).query(shapes.envelopes)
    apart = (first < second) & (pieces.tiles[first] != pieces.tiles[second])
    first, second = first[apart], second[apart]
    one, other = windows[pieces.tiles[first]], windows[pieces.tiles[second]]
    start, end = np.maximum(one[:, :2], other[:, :2]), np.minimum(one[:, 2:], other[:, 2:])
    seen = shapely.box(*start.T, *end.T)
    both = [shapely.intersection(pieces.outlines[side], seen) for side in (first, second)]
    shared = shapely.area(shapely.intersection(*both))
    total = shapely.area(both[0]) + shapely.area(both[1]) - shared
    is_same = (shared > 0) & (shared >= SAME * total)
    return first[is_same], second[is_same]


def _groups(pairs: Pairs, count: int) -> IntArray:
    """For each piece the number of the object that it is part of."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    graph = coo_array((np.ones(len(pairs[0])), pairs), shape=(count, count))
    group: NDArray[Any] = connected_components(graph, directed=False)[1]
    return group.astype(np.int64)


def _united(pieces: Objects, number: int, *, is_oriented: bool) -> Objects:
    """One object of pieces: what they cover together, as a box where they are boxes."""
    union = shapely.union_all(pieces.outlines)
    if is_oriented:
        union = shapely.oriented_envelope(union)
    elif Shapes(pieces.outlines, pieces.classes).are_boxes:
        union = shapely.box(*union.bounds)
    elif shapely.get_type_id(union) != POLYGON:
        union = max(shapely.get_parts(union), key=lambda part: part.area)
    return Objects(
        outlines=np.array([union], object),
        classes=pieces.classes[:1],
        scores=pieces.scores.max(keepdims=True),
        tiles=np.array([number]),
        cut=np.zeros(1, bool),
        central=np.zeros(1, bool),
    )
