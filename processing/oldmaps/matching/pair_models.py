"""Pairs of keypoints by a model that reads both pictures at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .features import FloatArray, Matches, Picture, once_each, turns_for
from .networks import Array, Network

LARGEST = 1280  # side of a picture: such a model looks at all of it at once


@dataclass(frozen=True)
class PairModel:
    """A matcher: two lists of keypoints, and which of them belong together where they do not row by row."""

    network: Network

    @property
    def name(self) -> str:
        """That of the model."""
        return self.network.name

    @property
    def reach(self) -> float:
        """That of the model."""
        return self.network.reach

    @property
    def turns(self) -> tuple[float, ...]:
        """The rotations to be tried where nothing is known."""
        return turns_for(self.reach)

    def match(self, left: Picture, right: Picture, *, limit: int) -> Matches:
        """The surest pairs, at most so many; a large picture is reduced to what the model looks at."""
        side = self.network.side or LARGEST
        (left, enlarge_left), (right, enlarge_right) = reduced(left, side), reduced(right, side)
        here, there, sure = self._paired(left, right)
        kept = left.holds(here) & right.holds(there)
        matches = once_each(here[kept] * enlarge_left, there[kept] * enlarge_right, sure[kept].clip(0, 1))
        return Matches(matches.left[:limit], matches.right[:limit], matches.confidence[:limit])

    def _paired(self, left: Picture, right: Picture) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Places in both pictures, row by row, and how sure each pair is."""
        given = self.network.run(left, right)
        roles = ("points", "points") if "points" in given else ("left_points", "right_points")
        lists = given["points"] if "points" in given else [given[role] for role in roles]
        here, there = (
            self.network.places(points, role, size)
            for points, role, size in zip(lists, roles, self.network.sizes(left, right), strict=True)
        )
        chosen = chosen_pairs(given, len(here))
        sure = given.get("confidence", np.ones(len(chosen))).ravel().astype(np.float64)
        if len(sure) != len(chosen):  # one for each keypoint on the left
            sure = sure[chosen[:, 0]]
        return here[chosen[:, 0]], there[chosen[:, 1]], sure


def chosen_pairs(given: Mapping[str, Array], count: int) -> NDArray[np.int64]:
    """Array of shape (pairs, 2): which keypoints belong together, of so many on the left.

    Models say so by pairs of places in both lists, which may follow the place in the batch, or by the partner
    (or -1) of each on the left. Without, the lists belong together row by row.

    Examples
    --------
    >>> chosen_pairs({"matches": np.array([[-1, 4, 0]])}, 3).tolist()
    [[1, 4], [2, 0]]
    """
    if "matches" not in given:
        return np.repeat(np.arange(count)[:, None], 2, axis=1)
    said = given["matches"].astype(np.int64)
    if said.size != count and said.shape[-1] in (2, 3):
        pairs: NDArray[np.int64] = said.reshape(-1, said.shape[-1])[:, -2:]
        return pairs
    partners = said.ravel()
    return np.stack([np.flatnonzero(partners >= 0), partners[partners >= 0]], axis=1)


def reduced(picture: Picture, side: int) -> tuple[Picture, FloatArray]:
    """A picture whose longer side is at most so long, and its columns and rows in those of the larger one."""
    import cv2

    factor = max(picture.shape) / side
    if factor <= 1:
        return picture, np.ones(2)
    rows, columns = (max(1, int(length / factor)) for length in picture.shape)
    enlarge = np.array([picture.shape[1] / columns, picture.shape[0] / rows])
    pixels = cv2.resize(picture.pixels, (columns, rows), interpolation=cv2.INTER_AREA).astype(np.uint8)
    if picture.valid is None:
        return Picture(pixels), enlarge
    valid = cv2.resize(picture.valid.astype(np.uint8), (columns, rows), interpolation=cv2.INTER_NEAREST)
    return Picture(pixels, valid > 0), enlarge
