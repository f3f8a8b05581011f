"""Which models can be run over rasters, and by which job."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import ModelError
from ..language import tr
from .card import MAPS, Card, ModelInput, ModelOutput
from .keypoints import TASKS as KEYPOINTS

# The kinds of model that make a map, and those whose outputs differ in kind: each has a job of its own.
MAPPED = ("segmentation", "regression", "scene-classification")
RUN_BY = {
    **dict.fromkeys(MAPPED, "inference.map"),
    "super-resolution": "inference.superresolve",
    "detection": "inference.detect",
    "embedding": "inference.embed",
    **dict.fromkeys(KEYPOINTS, "oldmaps.match"),
}

SIDES = frozenset(("batch", "time", "bands", "height", "width"))


def require_runnable(card: Card, tasks: Sequence[str] = MAPPED) -> None:
    """Refuse a model that cannot be run over rasters, or not by a job for models of these tasks.

    Raises
    ------
    ModelError
        The message says what the model is, and what runs it.
    """
    for output in card.outputs:
        if output.task and output.task not in tasks:
            raise ModelError(_other_kind(output.task, tasks))
        if output.role and not set(tasks) & set(KEYPOINTS):  # whatever the user calls it
            raise ModelError(_other_kind(KEYPOINTS[0], tasks))
        _check_answer(output, card.main)
    _check_main(card)
    for entry in card.inputs:
        _check_readable(entry, card.main)
        _check_batch(entry, is_needed=card.task != "detection")


def _other_kind(task: str, tasks: Sequence[str]) -> str:
    if task in RUN_BY:
        titles = {
            "inference.map": tr("Apply a model to rasters"),
            "inference.superresolve": tr("Make an image finer"),
            "inference.detect": tr("Detect objects"),
            "inference.embed": tr("Describe each place by a model"),
            "oldmaps.match": tr("Control points by matching a reference"),
        }
        sentence = tr("The model is of the kind “{kind}”: run it with “{title}” ({job}).")
        return sentence.format(kind=task, title=titles[RUN_BY[task]], job=RUN_BY[task])
    sentence = tr("Relevé cannot yet run models of the kind “{kind}”; it runs: {known}.")
    return sentence.format(kind=task, known=", ".join(RUN_BY))


def _check_answer(output: ModelOutput, main: ModelInput) -> None:
    """Refuse a class for each pixel of a model that gives one answer for a whole tile."""
    if output.task != "segmentation" or "height" not in main.dim_order or "height" in output.dim_order:
        return
    sentence = tr(
        "The output “{name}” has the shape {shape}: one answer for a whole tile, not one for each pixel. If "
        "it gives a class for a scene, say so (TASK=scene-classification, or the task in its card)."
    )
    raise ModelError(sentence.format(name=output.name, shape=" × ".join(map(str, output.shape))))


def _check_main(card: Card) -> None:
    main = card.main
    if main.mode not in MAPS or main.content != "values":
        modes = ", ".join(f"{entry.name} ({entry.mode})" for entry in card.inputs)
        sentence = tr("No input of the model reads images or pixels: {inputs}. It makes no map.")
        raise ModelError(sentence.format(inputs=modes))
    rows, columns = main.side("height"), main.side("width")
    if rows != columns and min(rows, columns) > 0:
        sentence = tr("The model reads tiles of {rows} × {columns} pixels; Relevé cuts square ones.")
        raise ModelError(sentence.format(rows=rows, columns=columns))


def _check_readable(entry: ModelInput, main: ModelInput) -> None:
    """Refuse an input of which nobody can say what it is to be given."""
    if len(entry.dim_order) != len(entry.shape):
        sentence = tr(
            "The input “{name}” has {count} sides ({shape}) and no card says which is which: describe it in "
            "one (“dim_order”, such as batch, time, bands, height, width)."
        )
        shape = " × ".join(map(str, entry.shape))
        raise ModelError(sentence.format(name=entry.name, count=len(entry.shape), shape=shape))
    if entry.mode == "table" or (entry.mode == "scalar" and not entry.bands):
        sentence = tr(
            "The input “{name}” reads “{mode}” data, and its card does not say which: name it (“bands”)."
        )
        raise ModelError(sentence.format(name=entry.name, mode=entry.mode))
    if len(entry.bands) > 1 and "bands" not in entry.dim_order:
        sentence = tr("The card names {count} bands for the input “{name}”, which has no side for them.")
        raise ModelError(sentence.format(name=entry.name, count=len(entry.bands)))
    odd = sorted(set(entry.dim_order) - SIDES)
    if odd:
        sentence = tr("The input “{name}” has a side “{side}”; Relevé knows {known}: correct its card.")
        raise ModelError(sentence.format(name=entry.name, side=odd[0], known=", ".join(sorted(SIDES))))
    if "height" in entry.dim_order and "height" not in main.dim_order:
        sentence = tr(
            "The input “{name}” reads images and “{main}” single pixels: Relevé cannot yet run both together."
        )
        raise ModelError(sentence.format(name=entry.name, main=main.name))


def _check_batch(entry: ModelInput, *, is_needed: bool) -> None:
    """Refuse an input without a batch in front; only detectors list the objects of a lone image."""
    if entry.dim_order[:1] != ("batch",) and (is_needed or "batch" in entry.dim_order):
        sentence = tr("The input “{name}” does not begin with a batch ({sides}): export the model with one.")
        raise ModelError(sentence.format(name=entry.name, sides=", ".join(entry.dim_order) or "–"))
