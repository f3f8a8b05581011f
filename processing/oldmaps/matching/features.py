"""Keypoints of a picture and pairs of them: the values, and what finds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.float32]
Bytes: TypeAlias = NDArray[np.uint8]
BoolArray: TypeAlias = NDArray[np.bool_]

MARGIN = 8  # pixels from what is not valid within which no keypoint is taken: its surroundings are not ink
RATIO = 0.8  # Lowe (2004): the nearest descriptor is to be this much nearer than the second


@dataclass(frozen=True)
class Picture:
    """Part of a sheet, as it is looked at.

    Parameters
    ----------
    pixels : array of shape (rows, columns, 3) or (rows, columns), uint8
        Red, green and blue, or grey.
    valid : array of shape (rows, columns), bool, optional
        False where there is no sheet.
    """

    pixels: Bytes
    valid: BoolArray | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.pixels.shape[0], self.pixels.shape[1]

    def part(self, rows: slice, columns: slice) -> Picture:
        """A window of it."""
        valid = None if self.valid is None else self.valid[rows, columns]
        return Picture(self.pixels[rows, columns], valid)

    @property
    def grey(self) -> Bytes:
        """Array of shape (rows, columns)."""
        import cv2

        pixels = np.ascontiguousarray(self.pixels)
        return pixels if pixels.ndim == 2 else _bytes(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))

    @property
    def colours(self) -> Bytes:
        """Array of shape (rows, columns, 3)."""
        return self.pixels if self.pixels.ndim == 3 else np.repeat(self.pixels[..., None], 3, axis=2)

    def holds(self, points: FloatArray) -> BoolArray:
        """Which places, columns and rows from its corner, lie on it where keypoints are taken."""
        rows, columns = self.shape
        column, row = np.floor(points).astype(np.int64).T
        inside: BoolArray = (column >= 0) & (row >= 0) & (column < columns) & (row < rows)
        if (usable := self.usable) is not None:
            inside[inside] = usable[row[inside], column[inside]]
        return inside

    @property
    def usable(self) -> BoolArray | None:
        """Array of shape (rows, columns): where keypoints are taken; None where they are everywhere."""
        if self.valid is None or self.valid.all():
            return None
        import cv2

        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * MARGIN + 1, 2 * MARGIN + 1))
        eroded = cv2.erode(self.valid.astype(np.uint8), disc, borderValue=1)
        return np.asarray(eroded).astype(bool)


@dataclass(frozen=True)
class Features:
    """Keypoints of a picture, best first.

    Parameters
    ----------
    points : array of shape (n, 2), float64
        Column and row, continuous from the corner: the middle of the first pixel is (0.5, 0.5).
    scores : array of shape (n,), float32
        How much each stands out; comparable within one extractor only.
    descriptors : array of shape (n, D), float32
        What surrounds each, as a vector of length 1.
    """

    points: FloatArray
    scores: Numbers
    descriptors: Numbers

    def __len__(self) -> int:
        return len(self.points)

    def chosen(self, which: Any) -> Features:
        """Those that an index or a mask names, in its order."""
        return Features(self.points[which], self.scores[which], self.descriptors[which])

    @classmethod
    def none(cls, numbers: int = 0) -> Features:
        """No keypoints, with descriptors of so many numbers."""
        return cls(np.zeros((0, 2)), np.zeros(0, np.float32), np.zeros((0, numbers), np.float32))


@dataclass(frozen=True)
class Matches:
    """Places of two pictures that show the same, each in one pair, the surest first.

    Parameters
    ----------
    left, right : array of shape (n, 2), float64
        Columns and rows in each picture, continuous from its corner.
    confidence : array of shape (n,), float64
        From 0 to 1; comparable within one matcher only.
    """

    left: FloatArray
    right: FloatArray
    confidence: FloatArray

    def __len__(self) -> int:
        return len(self.left)


class Extractor(Protocol):
    """Finds keypoints in a picture.

    Attributes
    ----------
    name : str
        For people.
    reach : float
        The rotation between two pictures, in degrees, up to which their keypoints still pair.
    """

    @property
    def name(self) -> str: ...

    @property
    def reach(self) -> float: ...

    def features(self, picture: Picture, *, limit: int) -> Features:
        """The best keypoints, at most so many."""
        ...


class Matcher(Protocol):
    """Pairs the places of two pictures; ``name`` and ``reach`` as an `Extractor` has them."""

    @property
    def name(self) -> str: ...

    @property
    def reach(self) -> float: ...

    @property
    def turns(self) -> tuple[float, ...]: ...

    def match(self, left: Picture, right: Picture, *, limit: int) -> Matches:
        """Pairs of at most so many keypoints of each picture."""
        ...


def turns_for(reach: float) -> tuple[float, ...]:
    """Rotations, in degrees, one of which brings any picture within reach; upright first.

    Examples
    --------
    >>> turns_for(180), turns_for(45)
    ((0.0,), (0.0, 90.0, 180.0, 270.0))
    """
    count = int(np.ceil(180 / reach))
    return tuple(float(turn) for turn in np.arange(count) * 360 / count)


@dataclass
class FeatureMatcher:
    """Pairs the keypoints of an extractor by their descriptors.

    The left picture is often one and the same while the right one is turned: its keypoints are remembered.
    """

    extractor: Extractor
    ratio: float = RATIO
    _last: tuple[Picture, int, Features] | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """That of the extractor."""
        return self.extractor.name

    @property
    def reach(self) -> float:
        """That of the extractor."""
        return self.extractor.reach

    @property
    def turns(self) -> tuple[float, ...]:
        """The rotations to be tried where nothing is known."""
        return turns_for(self.reach)

    def match(self, left: Picture, right: Picture, *, limit: int) -> Matches:
        """Mutual nearest neighbours that pass the ratio test."""
        from .neighbours import nearest_pairs

        if self._last is None or self._last[0] is not left or self._last[1] != limit:
            self._last = left, limit, self.extractor.features(left, limit=limit)
        here = self._last[2]
        if len(here) < 2:  # a blank page: nothing can pair, at whatever turn
            return once_each(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0))
        there = self.extractor.features(right, limit=limit)
        pairs = nearest_pairs(here.descriptors, there.descriptors, ratio=self.ratio)
        return once_each(here.points[pairs.left], there.points[pairs.right], pairs.confidence)


def once_each(left: FloatArray, right: FloatArray, confidence: NDArray[Any]) -> Matches:
    """Pairs, the surest first, less those that use a place again: a keypoint may have two orientations."""
    order = np.argsort(-confidence, kind="stable")
    for points in (left, right):
        _, first = np.unique(points[order].round(3), axis=0, return_index=True)
        order = order[np.sort(first)]
    return Matches(left[order], right[order], confidence[order].astype(np.float64))


def _bytes(values: Any) -> Bytes:
    return np.asarray(values, np.uint8)
