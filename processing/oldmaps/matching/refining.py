"""Pairs at full resolution, tile by tile, around where a guess says that they are."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...raster.grids import Shape2d
from ..points.control_points import FloatArray
from .affinities import anatomy, applied, chained, scaling, shift
from .consensus import Consensus, consensus, distances
from .features import Matcher
from .images import Image, negative, seen_through
from .searching import Guess

TILE_PX = 1024
PART_PX = 768  # of a sheet that is more than one tile: enough pairs, in little more than half the time
MARGIN_PX = 96  # paper shrinks, editions differ: that far a tile may lie from where the guess has it
KEYPOINTS = 2000  # in each tile
LEAST_INLIERS = 8
UNLIKELY = -3.0  # logarithm of false alarms that a tile must reach
LARGEST_TURN_DEG = 8.0  # of a tile against the guess
SCALES = (0.85, 1.18)
ARRAYS = ("sheet", "reference", "confidence", "error_px", "tile")


@dataclass(frozen=True)
class Pairs:
    """Places of the sheet and of the reference that show the same.

    Parameters
    ----------
    sheet, reference : array of shape (n, 2)
        Pixels of each image at full resolution, continuous.
    confidence : array of shape (n,)
        As the matcher gives it, 0 to 1.
    error_px : array of shape (n,)
        Distance from what the other pairs of the tile say, in pixels of the sheet.
    tile : array of shape (n,), int
        In which tile each was found.
    chance : float
        Logarithm of false alarms of the best tile.
    tried : int
        Tiles that were looked at.
    """

    sheet: FloatArray
    reference: FloatArray
    confidence: FloatArray
    error_px: FloatArray
    tile: FloatArray
    chance: float
    tried: int

    def chosen(self, which: NDArray[Any]) -> Pairs:
        """Those that an index or a mask names."""
        return replace(self, **{name: getattr(self, name)[which] for name in ARRAYS})


@dataclass(frozen=True)
class Tile:
    """A square of the sheet, seen at the coarser resolution of the two images.

    ``to_sheet`` leads from its pixels to those of the sheet.
    """

    to_sheet: FloatArray
    shape: Shape2d


def refined(
    sheet: Image,
    reference: Image,
    guess: Guess,
    matcher: Matcher,
    *,
    cells: int,
    step: Callable[[float], None],
) -> Pairs:
    """Pairs in one tile for each of ``cells`` × ``cells`` parts of the sheet; of a small one, fewer."""
    factor = max(1.0, 1 / anatomy(guess.affinity).scale)  # the reference may be the coarser one
    tiles = list(_tiles(sheet, guess, cells, factor))
    found = []
    for number, tile in enumerate(tiles):
        step(number / len(tiles))
        if (pairs := _pairs_of_tile(sheet, reference, guess, matcher, tile, number)) is not None:
            found.append(pairs)
    return joined(found, tried=len(tiles))


def _tiles(sheet: Image, guess: Guess, cells: int, factor: float) -> Iterator[Tile]:
    shape = sheet.shape
    across, down = (min(cells, math.ceil(side / factor / TILE_PX)) for side in (shape.columns, shape.rows))
    width, height = shape.columns / across, shape.rows / down
    most = TILE_PX if across * down == 1 else PART_PX
    side_x, side_y = (min(most, math.ceil(side / factor)) for side in (width, height))
    for row in range(down):
        for column in range(across):
            corner, room = np.array([column * width, row * height]), np.array([width, height])
            tile_size = np.array([side_x, side_y]) * factor
            middle = _busiest(guess.inliers, corner, room)
            left, top = np.clip(middle - tile_size / 2, corner, np.maximum(corner, corner + room - tile_size))
            yield Tile(chained(scaling(factor), shift(left, top)), Shape2d(side_y, side_x))


def _busiest(inliers: FloatArray, corner: FloatArray, room: FloatArray) -> FloatArray:
    """Middle of the pairs that the search has found in a part of the sheet; of the part where it has none."""
    inside = inliers[((inliers >= corner) & (inliers < corner + room)).all(axis=1)]
    middle: FloatArray = np.median(inside, axis=0) if len(inside) else corner + room / 2
    return middle


def _pairs_of_tile(
    sheet: Image, reference: Image, guess: Guess, matcher: Matcher, tile: Tile, number: int
) -> Pairs | None:
    around = Shape2d(tile.shape.rows + 2 * MARGIN_PX, tile.shape.columns + 2 * MARGIN_PX)
    to_reference = chained(shift(-MARGIN_PX, -MARGIN_PX), tile.to_sheet, guess.affinity)
    right = seen_through(reference, to_reference, around)
    left = None if right is None else seen_through(sheet, tile.to_sheet, tile.shape)
    if left is None or right is None:
        return None
    right = negative(right) if guess.negative else right
    matches = matcher.match(left, right, limit=KEYPOINTS)
    found = consensus(matches.left, matches.right, area_px=around.pixels)
    if found is None or not _is_near_guess(found, tile):
        return None
    kept = found.inliers
    size = anatomy(tile.to_sheet).scale
    return Pairs(
        sheet=applied(tile.to_sheet, matches.left[kept]),
        reference=applied(to_reference, matches.right[kept]),
        confidence=matches.confidence[kept],
        error_px=distances(found.affinity, matches.left[kept], matches.right[kept]) * size,
        tile=np.full(found.count, float(number)),
        chance=found.chance,
        tried=1,
    )


def _is_near_guess(found: Consensus, tile: Tile) -> bool:
    """Whether a tile's own map differs little from the guess: then it confirms it."""
    seen = anatomy(found.affinity)
    middle = np.array([[tile.shape.columns / 2, tile.shape.rows / 2]])
    moved = applied(found.affinity, middle) - middle - MARGIN_PX
    return (
        found.count >= LEAST_INLIERS
        and found.chance <= UNLIKELY
        and SCALES[0] <= seen.scale <= SCALES[1]
        and abs(seen.rotation_deg) <= LARGEST_TURN_DEG
        and seen.anisotropy <= SCALES[1]
        and float(np.hypot(*moved[0])) <= MARGIN_PX
    )


def joined(found: list[Pairs], *, tried: int) -> Pairs:
    """Those of all tiles together."""
    if not found:
        none = np.zeros(0)
        return Pairs(np.zeros((0, 2)), np.zeros((0, 2)), none, none, none, chance=0.0, tried=tried)
    arrays = {name: np.concatenate([getattr(one, name) for one in found]) for name in ARRAYS}
    return Pairs(**arrays, chance=min(one.chance for one in found), tried=tried)
