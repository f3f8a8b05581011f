"""The card of a model that finds objects: its outputs told as what they are, and how to read them."""

from __future__ import annotations

from dataclasses import replace

from ..errors import ModelError
from .card import Card, ModelInput, ModelOutput
from .detection import Detection, Layout
from .detection_heads import Head, Tensor, certain_head, find_head
from .keypoints import TASKS as KEYPOINTS
from .keypoints import outputs_by_role
from .runnable import RUN_BY, require_runnable

TASKS = ("detection", "object-detection", "instance-segmentation")  # the second and third are STAC MLM's
MOST_BANDS = 16  # of an image that enters without batch
QUESTION = "layout"  # what is missing where neither the shapes nor the card tell it


def detection_of(card: Card) -> Detection | None:
    """What is said of a detector; None where nothing is."""
    return next((output.detection for output in card.outputs if output.detection is not None), None)


def head_of(card: Card) -> Head:
    """How the outputs of a model tell objects.

    Raises
    ------
    CardError
        No layout fits, or several do and nobody says which.
    """
    return find_head(
        [_tensor(output) for output in card.outputs],
        detection_of(card),
        side=_side(card.inputs[0] if card.inputs else None),
        classes=_classes(card),
    )


def certain_detector(outputs: tuple[ModelOutput, ...], entry: ModelInput | None) -> tuple[ModelOutput, ...]:
    """The same outputs, told to be those of a detector where their shapes leave no doubt."""
    if entry is None or len(entry.shape) not in (3, 4):
        return outputs  # what is no image has no objects
    head = certain_head([_tensor(output) for output in outputs], side=_side(entry))
    if head is None:
        return outputs
    return tuple(_told(output, Detection(layout=head.layout)) for output in outputs)


def image_of(entry: ModelInput) -> ModelInput:
    """What enters a detector: three sides of which the first is short are an image without batch."""
    sides = entry.shape
    is_short = len(sides) == 3 and 0 < sides[0] <= MOST_BANDS
    if is_short and all(side < 0 or side > sides[0] for side in sides[1:]):
        return replace(entry, mode="patch", dim_order=("bands", "height", "width"))
    return entry


def with_layout(card: Card, layout: Layout | None) -> Card:
    """The card of a detector, whose layout the user says, or leaves to the card and the shapes."""
    said = detection_of(card) or Detection()
    return as_detector(card, replace(said, layout=layout or said.layout))


def as_detector(card: Card, detection: Detection | None = None) -> Card:
    """The card with all outputs told as those of a detector where it is one; another card as it is.

    Parameters
    ----------
    detection : Detection, optional
        What the user says; the card becomes that of a detector.
    """
    said = detection or detection_of(card)
    if said is None and card.task not in TASKS:
        return card
    said = said or Detection()
    named = next((output.classes for output in card.outputs if output.classes), ())
    outputs = tuple(replace(_told(output, said), classes=()) for output in card.outputs)
    outputs = (replace(outputs[0], classes=named), *outputs[1:])
    missing = tuple(key for key in card.missing if key not in ("task", "activation", QUESTION))
    card = replace(card, outputs=outputs, missing=missing)
    head = certain_head([_tensor(one) for one in outputs], side=_side(card.inputs[0]), classes=len(named))
    if said.layout is None and head is not None:
        return as_detector(card, replace(said, layout=head.layout))
    return card if said.layout else replace(card, missing=(*missing, QUESTION))


def obstacle_of(card: Card) -> str:
    """Why no job runs a model over rasters; empty when one does."""
    try:
        require_runnable(card, tuple(RUN_BY))
        if card.task == "detection":
            head_of(card)
        if card.task in KEYPOINTS:
            outputs_by_role(card)
    except ModelError as error:
        return str(error)
    return ""


def _told(output: ModelOutput, detection: Detection) -> ModelOutput:
    sides = ("object", "value", "row", "column")
    is_list = len(output.shape) == 1 or (len(output.shape) == 2 and output.shape[-1] == 4)
    masks = len(output.shape) == 4 and output.shape[1] == 1
    order = sides if is_list or masks else ("batch", *sides)
    return replace(
        output, task="detection", activation="none", detection=detection, dim_order=order[: len(output.shape)]
    )


def _tensor(output: ModelOutput) -> Tensor:
    return Tensor(output.name, output.shape, output.dtype)


def _side(entry: ModelInput | None) -> tuple[int, int]:
    return (-1, -1) if entry is None else (entry.side("height"), entry.side("width"))


def _classes(card: Card) -> int:
    return max((len(output.classes) for output in card.outputs), default=0)
