"""What a card says against what the graph shows: the graph wins for shapes and types, the card for meaning.

A card that cannot belong to its model is refused: a plausible wrong map is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ..errors import CardError
from ..language import tr
from .bare import fixed_tile, output_layout
from .card import Card, ModelInput, ModelOutput
from .completing import settle
from .detectors import as_detector
from .fitting import check_input, with_classes
from .keypoints import as_keypoint_model

Tensor = TypeVar("Tensor", ModelInput, ModelOutput)


def agree(said: Card, found: Card) -> Card:
    """One card out of what was said of the model and what its graph shows.

    Parameters
    ----------
    said : Card
        From an Item or from keys (or the bare card itself).
    found : Card
        The bare card of the same graph.

    Raises
    ------
    CardError
        They contradict each other; the message gives both sides.
    """
    notes = list(said.notes)
    inputs = tuple(
        _with_input(mine, theirs, notes) for mine, theirs in _pairs(said.inputs, found.inputs, "input", notes)
    )
    outputs = tuple(
        _with_output(mine, theirs, inputs, notes)
        for mine, theirs in _pairs(said.outputs, found.outputs, "output", notes)
    )
    missing = [key for key in said.missing if key not in ("activation", "task")]
    if any(not output.task for output in outputs):
        missing.append("task")
    unsaid = "activation" in said.missing or said.origin in ("graph", "deepness")
    card = replace(
        said,
        inputs=inputs,
        outputs=outputs,
        tile_px=(fixed_tile(replace(said, inputs=inputs).main) if inputs else None) or said.tile_px,
        parameters=found.parameters or said.parameters,
        missing=tuple(missing),
        notes=tuple(notes),
    )
    card = settle(card, said=None if unsaid or not said.outputs else said.outputs[0].activation)
    return as_keypoint_model(as_detector(card))


def _pairs(
    said: Sequence[Tensor], found: Sequence[Tensor], kind: str, notes: list[str]
) -> list[tuple[Tensor, Tensor]]:
    """What is said beside what is found, by name; a lone tensor may carry a label instead of its name."""
    if not said:
        return [(one, one) for one in found]
    by_name = {one.name: one for one in said}
    if len(said) == len(found) == 1:
        if said[0].name != found[0].name:
            notes.append(
                tr("The card calls the {kind} “{said}”, the model “{found}”: taken for the same.").format(
                    kind=_kind(kind), said=said[0].name, found=found[0].name
                )
            )
        return [(said[0], found[0])]
    lacking = [one.name for one in said if one.name not in {other.name for other in found}]
    if lacking:
        raise CardError(
            tr(
                "The card names the {kind} “{said}” but the model has: {found}. Is it the card of this model?"
            ).format(kind=_kind(kind), said=", ".join(lacking), found=", ".join(one.name for one in found))
        )
    return [(by_name.get(one.name, one), one) for one in found]


def _kind(kind: str) -> str:
    return tr("input") if kind == "input" else tr("output")


def _with_input(said: ModelInput, found: ModelInput, notes: list[str]) -> ModelInput:
    order = said.dim_order if len(said.dim_order) == len(found.shape) else found.dim_order
    order = order if _fits(said, found, order) else found.dim_order
    entry = replace(said, name=found.name, dim_order=order, shape=found.shape, dtype=found.dtype)
    _note_differences(said, entry, notes)
    check_input(entry)
    return entry


def _with_output(
    said: ModelOutput, found: ModelOutput, inputs: Sequence[ModelInput], notes: list[str]
) -> ModelOutput:
    order = said.dim_order if len(said.dim_order) == len(found.shape) else found.dim_order
    if not order:
        order = output_layout(found.shape, inputs[0] if inputs else None)
    task = _task(said, found)
    output = replace(
        said,
        name=found.name,
        task=task,
        dim_order=order,
        shape=found.shape,
        dtype=found.dtype,
        applied=found.applied,
        detection=said.detection or found.detection,
        role=said.role or found.role,
    )
    _note_differences(said, output, notes)
    return with_classes(output, output.classes)


def _task(said: ModelOutput, found: ModelOutput) -> str:
    if said.task in ("segmentation", "regression") and found.task == "super-resolution":
        raise CardError(
            tr("The card says “{said}” but the shape of the output “{name}” is that of “{found}”.").format(
                said=said.task, name=found.name, found=found.task
            )
        )
    return said.task or found.task


def _fits(said: ModelInput, found: ModelInput, order: Sequence[str]) -> bool:
    """Whether the order said puts the bands where the graph has room for as many."""
    if not said.bands or "bands" not in order or len(order) != len(found.shape):
        return True
    return found.shape[list(order).index("bands")] in (-1, len(said.bands))


def _note_differences(said: Tensor, used: Tensor, notes: list[str]) -> None:
    """Tell the user where the graph won."""
    if said.shape and _differs(said.shape, used.shape):
        notes.append(
            tr(
                "The card gives “{name}” the shape {said}, the model has {found}: the model's is used."
            ).format(name=used.name, said=list(said.shape), found=list(used.shape))
        )
    if said.dtype != used.dtype and said.shape:
        notes.append(
            tr("The card gives “{name}” the type {said}, the model has {found}: the model's is used.").format(
                name=used.name, said=said.dtype, found=used.dtype
            )
        )


def _differs(said: Sequence[int], found: Sequence[int]) -> bool:
    """Whether shapes exclude each other; -1 goes with everything."""
    return len(said) != len(found) or any(
        a != b and -1 not in (a, b) for a, b in zip(said, found, strict=True)
    )
