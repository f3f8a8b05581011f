"""Which layout the outputs of a detector have: the one said, or the only one that their shapes allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from ..errors import CardError
from ..language import tr
from .detection import Detection, Layout, layout_in_words

Shape = tuple[int, ...]

STRIDES = (8, 16, 32)  # of the three grids of YOLO, whose cells are its candidates
BOX_LISTS = ((2, (4,)), (3, (4,)), (3, (5,)))  # sides, and the length of the last
ANCHORS = 3  # boxes for each cell, in v5 and v7


@dataclass(frozen=True)
class Tensor:
    """An output as far as layouts go."""

    name: str
    shape: Shape
    dtype: str = "float32"


@dataclass(frozen=True)
class Head:
    """A layout matched with the outputs of a model.

    ``tensors`` names the output that has each role. ``is_turned``: the candidates lie along the last side of
    the predictions, rather than the one before. ``classes`` is how many classes the shapes hold, -1 where
    they do not tell. ``is_usual``: there are as many candidates as the usual grids of this layout have, or a
    name says so.
    ``most`` is how many objects a model lists for a tile at most, -1 where that is not known.
    """

    layout: Layout
    tensors: Mapping[str, str]
    is_turned: bool = False
    classes: int = -1
    is_usual: bool = True
    most: int = -1

    @property
    def has_masks(self) -> bool:
        """Whether objects have outlines of their own."""
        return "prototypes" in self.tensors or "masks" in self.tensors

    @property
    def is_oriented(self) -> bool:
        """Whether boxes are turned."""
        return self.layout == "yolo_obb"

    @property
    def is_raw(self) -> bool:
        """Whether the model gives all its candidates, many for each object."""
        return self.layout in ("yolo_v5", "yolo_v6", "yolo_v8", "yolo_seg", "yolo_obb")


def find_head(
    outputs: Sequence[Tensor],
    said: Detection | None = None,
    *,
    side: tuple[int, int] = (-1, -1),
    classes: int = 0,
) -> Head:
    """How these outputs tell objects.

    Parameters
    ----------
    side : (int, int)
        Rows and columns of the tile that enters, -1 for any.
    classes : int
        How many classes are named, 0 where nobody names them.

    Raises
    ------
    CardError
        No layout fits the shapes, or several do and nobody says which, or another one is said.

    Examples
    --------
    >>> find_head([Tensor("y", (1, 25200, 7))], side=(640, 640)).layout
    'yolo_v5'
    """
    layout = None if said is None else said.layout
    chosen = fitting_heads(outputs, side=side, classes=classes, layout=layout)
    if len(chosen) == 1:
        return chosen[0]
    shapes = ", ".join(f"{one.name} {list(one.shape)}" for one in outputs)
    if layout is not None:
        sentence = tr("The outputs of the model ({shapes}) are not those of “{layout}”.")
        raise CardError(sentence.format(shapes=shapes, layout=layout_in_words(layout)))
    if chosen:
        sentence = tr(
            "The outputs of the model ({shapes}) fit several kinds of detector: say which it is (LAYOUT): "
            "{fitting}."
        )
        found = "; ".join(f"{head.layout}: {layout_in_words(head.layout)}" for head in chosen)
        raise CardError(sentence.format(shapes=shapes, fitting=found))
    sentence = tr(
        "The outputs of the model ({shapes}) are a detection head of unknown layout. Known are: {known}. "
        "Export the model in one of these."
    )
    known = "; ".join(layout_in_words(one) for one in get_args(Layout))
    raise CardError(sentence.format(shapes=shapes, known=known))


def certain_head(outputs: Sequence[Tensor], *, side: tuple[int, int], classes: int = 0) -> Head | None:
    """The one layout that shapes allow; None where they leave a doubt."""
    fitting = fitting_heads(outputs, side=side, classes=classes)
    return fitting[0] if len(fitting) == 1 and fitting[0].is_usual else None


def fitting_heads(
    outputs: Sequence[Tensor],
    *,
    side: tuple[int, int] = (-1, -1),
    classes: int = 0,
    layout: Layout | None = None,
) -> list[Head]:
    """The layouts that the shapes of these outputs allow, or the one that is said, where they allow it."""
    heads = [*_single(outputs, side), *_with_prototypes(outputs, side), *_detr(outputs), *_boxes(outputs)]
    heads = [head for head in heads if classes == 0 or head.classes in (-1, classes)]
    if layout is not None:
        return [head for head in heads if head.layout == layout]
    usual = [head for head in heads if head.is_usual]
    return usual or heads


def _single(outputs: Sequence[Tensor], side: tuple[int, int]) -> list[Head]:
    """Layouts of one tensor of predictions."""
    if len(outputs) != 1 or len(outputs[0].shape) != 3 or _is_whole(outputs[0]):
        return []
    one = outputs[0]
    first, last = one.shape[1:]
    if first == last or first * side[1] == last * side[0] > 0:
        return []  # an image
    cells = _cells(side)
    is_turned = _is_turned(first, last, cells)
    values, count = (first, last) if is_turned else (last, first)
    is_grid, is_anchored = count in (-1, cells), count in (-1, ANCHORS * cells)
    is_any = cells < 0

    def yolo(layout: Layout, classes: int, *, usual: bool) -> list[Head]:
        names = {"predictions": one.name}
        return [Head(layout, names, is_turned, classes, usual or is_any)] if classes > 0 else []

    heads = [*yolo("yolo_v8", values - 4, usual=is_grid), *yolo("yolo_obb", values - 5, usual=is_grid)]
    if not is_turned:
        heads += yolo("yolo_v5", values - 5, usual=is_anchored) + yolo("yolo_v6", values - 5, usual=is_grid)
    if last == 6 and not is_turned:
        is_list = is_any or count == -1 or count not in (cells, ANCHORS * cells)
        heads.append(Head("yolo_nms", {"predictions": one.name}, is_usual=is_list, most=first))
    return heads


def _cells(side: tuple[int, int]) -> int:
    """Cells of the grids of YOLO over a tile, -1 for a tile of any size."""
    if min(side) < 1 or any(length % STRIDES[-1] for length in side):
        return -1
    return sum((side[0] // stride) * (side[1] // stride) for stride in STRIDES)


def _is_turned(first: int, last: int, cells: int) -> bool:
    """Whether candidates are along the last side: there are more of them than of values."""
    if cells > 0 and cells in (first, last):
        return last == cells
    return last < 0 or 0 < first < last


def _with_prototypes(outputs: Sequence[Tensor], side: tuple[int, int]) -> list[Head]:
    """YOLO with mask coefficients and the images that they weigh."""
    ranks = {len(one.shape): one for one in outputs}
    if len(outputs) != 2 or sorted(ranks) != [3, 4]:
        return []
    predictions, prototypes = ranks[3], ranks[4]
    masks = prototypes.shape[1]
    first, last = predictions.shape[1:]
    cells = _cells(side)
    is_turned = _is_turned(first, last, cells)
    values, count = (first, last) if is_turned else (last, first)
    if masks < 1 or values < 5 + masks:
        return []
    names = {"predictions": predictions.name, "prototypes": prototypes.name}
    is_usual = cells < 0 or count in (-1, cells)
    return [Head("yolo_seg", names, is_turned, values - 4 - masks, is_usual)]


def _detr(outputs: Sequence[Tensor]) -> list[Head]:
    """Boxes and scores of a fixed number of queries."""
    if len(outputs) != 2 or any(len(one.shape) != 3 or _is_whole(one) for one in outputs):
        return []
    boxes = [one for one in outputs if one.shape[-1] == 4]
    named = [one for one in boxes if "box" in one.name.lower()]
    boxes = named if len(named) == 1 else boxes
    if len(boxes) != 1:
        return []
    scores = outputs[1] if outputs[0] is boxes[0] else outputs[0]
    names, count = {"boxes": boxes[0].name, "scores": scores.name}, scores.shape[-1]
    most = scores.shape[1]
    if most != boxes[0].shape[1]:
        return []
    is_named = len(named) == 1
    sigmoid = [Head("detr_sigmoid", names, classes=count, is_usual=is_named, most=most)]
    softmax = [Head("detr", names, classes=count - 1, is_usual=is_named, most=most)]
    return [*sigmoid, *softmax] if count != 1 else sigmoid


def _boxes(outputs: Sequence[Tensor]) -> list[Head]:
    """Boxes, scores and labels, each on its own, and masks where there are any.

    A fifth number of a box is its score where no other output gives any; such lists have a batch, since five
    numbers and a label are as well the classes of a pixel.
    """
    lists = [one for one in outputs if (len(one.shape), one.shape[-1:]) in BOX_LISTS]
    flat = [one for one in outputs if len(one.shape) in (1, 2) and one not in lists]
    masks = [one for one in outputs if len(one.shape) == 4 and one.shape[1] == 1]
    labels = [one for one in flat if _is_whole(one)]
    scores = [one for one in flat if not _is_whole(one)]
    is_whole_list = [len(lists), len(labels), len(masks) > 1] == [1, 1, False]
    if not is_whole_list or len(outputs) != 2 + len(scores) + len(masks):
        return []
    if len(scores) != (1 if lists[0].shape[-1] == 4 else 0):
        return []
    roles = {"boxes": lists, "labels": labels, "scores": scores, "masks": masks}
    return [Head("boxes", {role: found[0].name for role, found in roles.items() if found})]


def _is_whole(one: Tensor) -> bool:
    return one.dtype.startswith(("int", "uint"))
