"""The objects of one tile, from what left the model to outlines in pixels of the image."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import shapely
from numpy.typing import NDArray

from ...models.anatomy import Activation
from ...models.detection import Detection
from ...models.detection_heads import Head
from ...raster.grids import Window
from ...raster.tiles import TileGrid, TileIndex
from .decoding import Candidates, decode
from .masks import instance_outlines
from .objects import BoolArray, FloatArray, Objects, Outlines, oriented, upright
from .suppression import Shapes, suppress

Array: TypeAlias = NDArray[Any]

SHOWN = 0.4  # of a box that must lie on the image
EDGE_PX = 2.0  # from an edge of a tile, where objects that go on beyond it end


@dataclass(frozen=True)
class Finder:
    """How the objects of a tile are found, wherever it lies.

    Parameters
    ----------
    values : integer array
        Value of each class in the order of the model; empty where the model's own numbers are the values.
    applied : str
        The activation that the scores have gone through in the graph.
    tiles : TileGrid
        Of the whole image, whose pixels are ``image``.
    """

    head: Head
    detection: Detection
    values: NDArray[np.int64]
    applied: Activation
    tiles: TileGrid
    image: Window

    def find(self, index: TileIndex, outputs: Mapping[str, Array], valid: BoolArray | None) -> Objects:
        """The objects of a tile whose middle lies on a pixel of the image that is not missing.

        Parameters
        ----------
        outputs : mapping
            What left the model, by name.
        valid : boolean array, optional
            Pixels of the tile that are not missing.
        """
        window = self.tiles.tile(index)
        side = window.rows, window.columns
        found = decode(
            self.head, outputs, tile=side, unit=self.detection.unit, applied=self.applied,
            confidence=self.detection.confidence,
        )  # fmt: skip
        found = found.take(self._is_inside(found.boxes, window, valid))
        if self.head.is_raw:
            found = self._told_apart(found)
        outlines = self._outlines(found, outputs, side, valid)
        kept = ~shapely.is_missing(outlines)
        return self._objects(found.take(kept), outlines[kept], index, window)

    def _is_inside(self, boxes: FloatArray, window: Window, valid: BoolArray | None) -> BoolArray:
        """Whether enough of each box lies on the image, its middle there on a pixel that is not missing."""
        half = boxes[:, 2:4] / 2
        place = self.image.relative_to(window)
        start = np.maximum(boxes[:, :2] - half, (place.column, place.row))
        end = np.minimum(boxes[:, :2] + half, (place.right, place.bottom))
        shown = np.clip(end - start, 0, None).prod(axis=1)
        inside: BoolArray = shown >= SHOWN * boxes[:, 2:4].prod(axis=1)
        if valid is not None:
            column, row = np.floor((start[inside] + end[inside]) / 2).astype(np.int64).T
            rows, columns = np.clip(row, 0, window.rows - 1), np.clip(column, 0, window.columns - 1)
            inside[inside] = valid[rows, columns]
        return inside

    def _told_apart(self, found: Candidates) -> Candidates:
        """One candidate for each object."""
        shapes = Shapes(self._boxes(found), found.labels)
        order = np.argsort(-found.scores, kind="stable")
        return found.take(suppress(shapes, order, overlap=self.detection.overlap))

    def _boxes(self, found: Candidates) -> Outlines:
        return oriented(found.boxes) if self.head.is_oriented else upright(found.boxes)

    def _outlines(
        self, found: Candidates, outputs: Mapping[str, Array], side: tuple[int, int], valid: BoolArray | None
    ) -> Outlines:
        if not self.head.has_masks:
            return self._boxes(found)
        prototypes = None
        if "prototypes" in self.head.tensors:
            given = outputs[self.head.tensors["prototypes"]]
            prototypes = given[0] if given.ndim == 4 else given
        return instance_outlines(found, self.head, prototypes=prototypes, tile=side, valid=valid)

    def _objects(self, found: Candidates, outlines: Outlines, index: TileIndex, window: Window) -> Objects:
        middle = found.boxes[:, :2] + (window.column, window.row)
        shift = np.array([window.column, window.row], float)
        moved = np.array(shapely.transform(outlines, lambda points: points + shift), object).reshape(-1)
        return Objects(
            outlines=self._on_image(moved),
            classes=self._classes(found.labels),
            scores=found.scores,
            tiles=np.full(len(found), index.row * self.tiles.shape.columns + index.column),
            cut=self._is_cut(moved, window),
            central=_lies_in(middle, self.tiles.block(index)),
        )

    def _classes(self, labels: NDArray[np.int64]) -> NDArray[np.int64]:
        """Values of the classes that the model numbers; a number that nobody named is its own value."""
        if not len(self.values):
            return labels
        known = np.clip(labels, 0, len(self.values) - 1)
        found: NDArray[np.int64] = np.where(known == labels, self.values[known], labels)
        return found

    def _on_image(self, outlines: Outlines) -> Outlines:
        """Outlines without what lies beyond the image, but for oriented boxes, which stay boxes."""
        if self.head.is_oriented or not len(outlines):
            return outlines
        left, top, right, bottom = shapely.bounds(outlines).T
        beyond = (left < 0) | (top < 0) | (right > self.image.right) | (bottom > self.image.bottom)
        clipped = outlines.copy()
        image = shapely.box(0, 0, self.image.right, self.image.bottom)
        clipped[beyond] = shapely.intersection(outlines[beyond], image)
        return clipped

    def _is_cut(self, outlines: Outlines, window: Window) -> BoolArray:
        """Whether each reaches an edge of the tile inside the image."""
        left, top, right, bottom = shapely.bounds(outlines).reshape(-1, 4).T
        cut: BoolArray = (window.column > 0) & (left < window.column + EDGE_PX)
        cut |= (window.row > 0) & (top < window.row + EDGE_PX)
        cut |= (window.right < self.image.right) & (right > window.right - EDGE_PX)
        cut |= (window.bottom < self.image.bottom) & (bottom > window.bottom - EDGE_PX)
        return cut


def _lies_in(points: FloatArray, window: Window) -> BoolArray:
    column, row = points.T
    inside: BoolArray = (row >= window.row) & (row < window.bottom)
    inside &= (column >= window.column) & (column < window.right)
    return inside
