"""Objects that a model found: their outlines in pixels of the image, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

IntArray: TypeAlias = NDArray[np.int64]
FloatArray: TypeAlias = NDArray[np.float64]
BoolArray: TypeAlias = NDArray[np.bool_]
Outlines: TypeAlias = NDArray[np.object_]


@dataclass(frozen=True)
class Objects:
    """Objects, one entry of every array for each.

    Attributes
    ----------
    outlines : array of shapely polygons
        x counts columns and y counts rows, from the top left of the image.
    classes : integer array
        Value of the class.
    scores : float array
        0 to 1.
    tiles : integer array
        Number of the tile that it was found in; negative where pieces of several were joined.
    cut : boolean array
        Whether it reaches an edge of its tile that lies inside the image, so that more of it may lie beyond.
    central : boolean array
        Whether its middle lies in the block of its tile: no other tile sees it better.
    """

    outlines: Outlines
    classes: IntArray
    scores: FloatArray
    tiles: IntArray
    cut: BoolArray
    central: BoolArray

    def __len__(self) -> int:
        return len(self.scores)

    @classmethod
    def none(cls) -> Objects:
        """No object."""
        whole, truth = np.zeros(0, np.int64), np.zeros(0, bool)
        return cls(np.zeros(0, object), whole, np.zeros(0), whole, truth, truth)

    @classmethod
    def joined(cls, parts: Sequence[Objects]) -> Objects:
        """The objects of all parts, one part after the other."""
        if not parts:
            return cls.none()
        names = [field.name for field in fields(cls)]
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))

    def take(self, which: NDArray[Any]) -> Objects:
        """These objects, in this order, or those that a mask keeps."""
        return Objects(*(getattr(self, field.name)[which] for field in fields(self)))

    @property
    def bounds(self) -> FloatArray:
        """Least column and row, greatest column and row: shape (objects, 4)."""
        found: FloatArray = shapely.bounds(self.outlines).reshape(-1, 4)
        return found

    def save(self, path: Path) -> None:
        """Keep the objects in a file."""
        kept = {field.name: getattr(self, field.name) for field in fields(self)}
        kept["outlines"] = np.array(shapely.to_wkb(self.outlines), object)
        lengths = np.array([len(one) for one in kept["outlines"]], np.int64)
        kept["outlines"] = np.frombuffer(b"".join(kept["outlines"]), np.uint8)
        with path.open("wb") as file:
            np.savez(file, lengths=lengths, **kept)

    @classmethod
    def load(cls, path: Path) -> Objects:
        """The objects that `save` kept."""
        with np.load(path, allow_pickle=False) as kept:
            ends = np.cumsum(kept["lengths"])
            content = kept["outlines"].tobytes()
            starts = ends - kept["lengths"]
            wkb = [content[start:end] for start, end in zip(starts, ends, strict=True)]
            outlines = np.array(shapely.from_wkb(wkb), object).reshape(-1)
            names = [field.name for field in fields(cls) if field.name != "outlines"]
            return cls(outlines, *(kept[name] for name in names))


def upright(boxes: FloatArray) -> Outlines:
    """Boxes (middle column, middle row, width, height, …) as polygons along rows and columns."""
    half = boxes[:, 2:4] / 2
    (left, top), (right, bottom) = (boxes[:, :2] - half).T, (boxes[:, :2] + half).T
    outlines: Outlines = np.array(shapely.box(left, top, right, bottom), object).reshape(-1)
    return outlines


def oriented(boxes: FloatArray) -> Outlines:
    """Boxes (middle column, middle row, width, height, angle) as polygons.

    The angle, in radians, turns the box from its columns towards its rows: clockwise on the screen.

    Examples
    --------
    >>> shapely.bounds(oriented(np.array([[10.0, 10, 8, 2, np.pi / 2]]))).round(6).tolist()
    [[9.0, 6.0, 11.0, 14.0]]
    """
    cosine, sine = np.cos(boxes[:, 4]), np.sin(boxes[:, 4])
    along = np.stack([cosine, sine], axis=1) * boxes[:, 2:3] / 2
    across = np.stack([-sine, cosine], axis=1) * boxes[:, 3:4] / 2
    middle = boxes[:, :2]
    corners = [middle - along - across, middle + along - across, middle + along + across]
    ring = np.stack([*corners, middle - along + across], axis=1)
    outlines: Outlines = np.array(shapely.polygons(ring), object).reshape(-1)
    return outlines
