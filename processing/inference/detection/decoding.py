"""From the tensors of a detector to its boxes: the exact rule of each layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...errors import ModelError
from ...language import tr
from ...models.anatomy import Activation
from ...models.detection import Layout, Unit
from ...models.detection_heads import Head

Array: TypeAlias = NDArray[Any]
FloatArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int64]

RANKS = {"predictions": 2, "prototypes": 3, "boxes": 2, "scores": 2, "labels": 1, "masks": 4}
SHARES = 2.0  # beyond which no box reaches that is counted in shares of the tile
MANY = 20  # candidates, of which some lie elsewhere if they are counted in pixels


@dataclass(frozen=True)
class Candidates:
    """Boxes that a model proposes in one tile.

    Attributes
    ----------
    boxes : array of shape (n, 5)
        Column and row of the middle, width, height in pixels of the tile from its top left; angle in radians
        from the columns towards the rows, 0 for upright boxes.
    scores : array of shape (n,)
        0 to 1.
    labels : integer array of shape (n,)
        Number of the class as the model counts.
    extras : array of shape (n, …), or None
        What the outline of each is made from: coefficients of prototypes, or a mask.
    """

    boxes: FloatArray
    scores: FloatArray
    labels: IntArray
    extras: Array | None = None

    def __len__(self) -> int:
        return len(self.scores)

    def take(self, which: Array) -> Candidates:
        """These, in this order, or those that a mask keeps."""
        extras = None if self.extras is None else self.extras[which]
        return Candidates(self.boxes[which], self.scores[which], self.labels[which], extras)


def decode(
    head: Head,
    outputs: Mapping[str, Array],
    *,
    tile: tuple[int, int],
    unit: Unit = "pixel",
    applied: Activation = "none",
    confidence: float = 0.0,
) -> Candidates:
    """The boxes in what left a model for one tile, those whose score reaches ``confidence``.

    Parameters
    ----------
    outputs : mapping
        The tensor of each role of the head, of one tile, with its batch dimension of one or without.
    tile : (int, int)
        Rows and columns of the tile.
    applied : str
        The activation that the scores of a DETR have already gone through in the graph.

    Raises
    ------
    ModelError
        Scores are not numbers, or boxes are not counted as ``unit`` says.
    """
    arrays = {role: _of_one_tile(outputs[name], role) for role, name in head.tensors.items()}
    if head.is_turned:
        arrays["predictions"] = arrays["predictions"].T
    found = _RULES[head.layout](arrays, head, applied)
    if np.isnan(found.scores).any():
        raise ModelError(
            tr(
                "The model gave values that are not numbers in its output “{name}”: its input is scaled in "
                "another way than it expects, or it is damaged. Check the scaling in its card."
            ).format(name=next(iter(head.tensors.values())))
        )
    is_share = unit == "share" or head.layout in ("detr", "detr_sigmoid")
    if head.is_raw and not is_share:
        _check_unit(found)
    found = found.take(found.scores >= confidence)
    if is_share:
        rows, columns = tile
        found.boxes[:, :4] *= (columns, rows, columns, rows)
    are_boxes = np.isfinite(found.boxes[:, :4].sum(axis=1)) & (found.boxes[:, 2:4].min(axis=1) > 0)
    return found.take(are_boxes)


def _of_one_tile(values: Array, role: str) -> Array:
    """A tensor without its batch dimension."""
    whole = values[0] if values.ndim > RANKS[role] and len(values) == 1 else values
    return whole.astype(np.float64) if role in ("predictions", "boxes", "scores") else whole


def _check_unit(found: Candidates) -> None:
    """Refuse candidates that cannot be counted in pixels: those of a tile are all over it."""
    if len(found) >= MANY and np.abs(found.boxes[:, :4]).max() <= SHARES:
        raise ModelError(
            tr(
                "The boxes of the model all end within {most:g} pixels of the corner of a tile: they are "
                "counted in shares of it. Say so in the model's card (releve:detection, “unit”: “share”)."
            ).format(most=SHARES)
        )


def _best(boxes: FloatArray, scores: FloatArray, extras: Array | None = None) -> Candidates:
    """Each box with the class of its best score."""
    labels = scores.argmax(axis=1) if len(scores) else np.zeros(0, np.int64)
    return Candidates(_with_angle(boxes), scores[np.arange(len(labels)), labels], labels, extras)


def _with_angle(boxes: FloatArray, angle: FloatArray | float = 0.0) -> FloatArray:
    found = np.empty((len(boxes), 5))
    found[:, :4], found[:, 4] = boxes, angle
    return found


def _from_corners(corners: FloatArray) -> FloatArray:
    """Left, top, right, bottom as middle and size."""
    start, end = corners[:, :2], corners[:, 2:4]
    return np.concatenate([(start + end) / 2, end - start], axis=1)


def _yolo_v5(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    values = given["predictions"]
    return _best(values[:, :4], values[:, 4:5] * values[:, 5:])


def _yolo_v6(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    values = given["predictions"]  # the fifth is 1, whatever the box
    return _best(values[:, :4], values[:, 5:])


def _yolo_v8(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    values = given["predictions"]
    return _best(values[:, :4], values[:, 4:])


def _yolo_seg(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    values, masks = given["predictions"], len(given["prototypes"])
    return _best(values[:, :4], values[:, 4:-masks], values[:, -masks:])


def _yolo_obb(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    values = given["predictions"]
    found = _best(values[:, :4], values[:, 4:-1])
    return Candidates(_with_angle(values[:, :4], values[:, -1]), found.scores, found.labels)


def _yolo_nms(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    values = given["predictions"]
    boxes = _with_angle(_from_corners(values))
    return Candidates(boxes, values[:, 4], np.rint(values[:, 5]).astype(np.int64))


def _detr(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    scores = given["scores"]
    if applied != "softmax":
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores = weights / weights.sum(axis=1, keepdims=True)
    return _best(given["boxes"], scores[:, :-1])  # the last is “no object”


def _detr_sigmoid(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    scores = given["scores"]
    return _best(given["boxes"], scores if applied == "sigmoid" else 1 / (1 + np.exp(-scores)))


def _boxes(given: Mapping[str, Array], head: Head, applied: Activation) -> Candidates:
    boxes = _with_angle(_from_corners(given["boxes"]))
    scores = given["scores"].ravel() if "scores" in given else given["boxes"][:, 4]
    masks = given.get("masks")
    extras = None if masks is None else masks[:, 0]
    return Candidates(boxes, scores, given["labels"].ravel().astype(np.int64), extras)


_RULES: dict[Layout, Callable[[Mapping[str, Array], Head, Activation], Candidates]] = {
    "yolo_v5": _yolo_v5,
    "yolo_v6": _yolo_v6,
    "yolo_v8": _yolo_v8,
    "yolo_nms": _yolo_nms,
    "yolo_seg": _yolo_seg,
    "yolo_obb": _yolo_obb,
    "detr": _detr,
    "detr_sigmoid": _detr_sigmoid,
    "boxes": _boxes,
}
