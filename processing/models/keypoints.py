"""Models that find keypoints in an image, or pairs of them in two images.

What such a model gives is told by the names of its outputs, which its exporters have in common, or by
``releve:role`` in its card where they have not. Keypoints count columns and rows; ``unit`` of their output
says in what: pixels (the middle of the first is 0, 0), or ``centred`` (-1 to 1 from the first to the last).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..errors import ModelError
from ..language import tr
from .card import Card, ModelInput, ModelOutput, Scaling

EXTRACTION = "keypoint-extraction"
MATCHING = "image-matching"
TASKS = (EXTRACTION, MATCHING)

# The names that exporters give, in small letters without underscores, by what they hold.
MAPS = {
    "score_map": ("score", "scores", "scoremap", "scoresmap", "heatmap"),
    "descriptor_map": ("desc", "descriptor", "descriptors", "descriptormap", "descriptorsmap"),
}
LISTS = {
    "points": ("keypoints", "kpts"),
    "scores": ("scores", "score", "keypointscores"),
    "descriptors": ("descriptors", "descriptor", "desc"),
}
PAIRS = {
    "left_points": ("keypoints0", "kpts0", "mkpts0", "mkpts0f"),
    "right_points": ("keypoints1", "kpts1", "mkpts1", "mkpts1f"),
    "matches": ("matches", "matches0"),
    "confidence": ("mconf", "confidence", "scores", "mscores", "mscores0", "matchingscores0", "scores0"),
}
BATCH = {"points": LISTS["points"], "matches": PAIRS["matches"], "confidence": PAIRS["confidence"]}

# What must be there.
DENSE = frozenset(("score_map", "descriptor_map"))
LISTED = frozenset(("points", "scores", "descriptors"))
PAIRED = frozenset(("left_points", "right_points"))
BATCHED = frozenset(("points", "matches"))  # two images as one batch

UNITS = ("pixel", "centred")


def certain_keypoints(
    inputs: Sequence[ModelInput], outputs: tuple[ModelOutput, ...]
) -> tuple[ModelOutput, ...]:
    """The same outputs, told as keypoints or pairs of them where their names leave no doubt."""
    images = [one for one in inputs if _is_image(one)]
    if len(images) != len(inputs) or len(images) not in (1, 2):
        return outputs
    if len(images) == 2:
        return _told(outputs, PAIRS, PAIRED, MATCHING)
    maps = tuple(one for one in outputs if len(one.shape) == 4)
    if {one.role for one in _told(maps, MAPS, DENSE, EXTRACTION)} >= DENSE:
        return _told(outputs, MAPS, DENSE, EXTRACTION)
    if any(len(one.shape) == 4 for one in outputs):
        return outputs
    batched = _told(outputs, BATCH, BATCHED, MATCHING)
    return batched if batched is not outputs else _told(outputs, LISTS, LISTED, EXTRACTION)


def as_keypoint_model(card: Card) -> Card:
    """The card of a model of keypoints without questions that do not matter to it; another card as it is.

    Such a model reads an image of any ground, grey or in colours, whose values nearly all exporters want from
    0 to 1: that is assumed where nobody says, and noted.
    """
    if card.task not in TASKS:
        return card
    notes, inputs = list(card.notes), card.inputs
    if "scaling" in card.missing:
        inputs = tuple(
            replace(one, scaling=(Scaling("scale", (255.0,)),)) if one.dtype.startswith("float") else one
            for one in inputs
        )
        notes.append(tr("Nothing says how the model's images are scaled: taken as 0 to 1."))
    needless = ("gsd", "bands", "scaling", "activation", "task")
    missing = tuple(key for key in card.missing if key not in needless)
    return replace(card, inputs=inputs, missing=missing, notes=tuple(dict.fromkeys(notes)))


def outputs_by_role(card: Card) -> Mapping[str, ModelOutput]:
    """The outputs of a model of keypoints by what they hold.

    Raises
    ------
    ModelError
        The model is of another kind, or lacks an output; the message names those needed.
    """
    roles = {output.role: output for output in card.outputs if output.role}
    wanted = {EXTRACTION: (DENSE, LISTED), MATCHING: (PAIRED, BATCHED)}
    if not any(roles.keys() >= needed for needed in wanted.get(card.task, ())):
        raise ModelError(_refusal(card))
    for output in roles.values():
        _check_unit(output)
    for entry in card.inputs:
        _check_image(entry)
    return roles


def roles_in_words(task: str) -> dict[str, str]:
    """What the outputs of a model of keypoints may hold."""
    words = {
        "score_map": tr("a map of scores"),
        "descriptor_map": tr("a map of descriptors"),
        "points": tr("keypoints"),
        "scores": tr("the scores of keypoints"),
        "descriptors": tr("the descriptors of keypoints"),
        "left_points": tr("keypoints of the first image"),
        "right_points": tr("keypoints of the second image"),
        "matches": tr("which keypoints belong together"),
        "confidence": tr("how sure that is"),
    }
    known = {*MAPS, *LISTS} if task == EXTRACTION else {*PAIRS, *BATCH}
    return {role: word for role, word in words.items() if role in known}


def _refusal(card: Card) -> str:
    sentence = tr(
        "The model gives {found}, which are no keypoints. It must give a map of scores and one of "
        "descriptors (score, desc), a list of them (keypoints, scores, descriptors), or pairs from two "
        "images (keypoints0, keypoints1, matches). Where its outputs have other names, its card says which "
        "is which (“releve:role”)."
    )
    return sentence.format(found=", ".join(output.name for output in card.outputs))


def _check_unit(output: ModelOutput) -> None:
    if output.unit not in ("", *UNITS):
        sentence = tr("The card counts the keypoints “{name}” in “{unit}”; it must be {known}.")
        raise ModelError(sentence.format(name=output.name, unit=output.unit, known=", ".join(UNITS)))


def _check_image(entry: ModelInput) -> None:
    if not _is_image(entry):
        sentence = tr(
            "The input “{name}” has the shape {shape}: a model of keypoints reads one image at a time, of "
            "one channel (grey) or three (red, green, blue)."
        )
        raise ModelError(sentence.format(name=entry.name, shape=" × ".join(map(str, entry.shape))))


def _is_image(entry: ModelInput) -> bool:
    return (
        entry.dim_order == ("batch", "bands", "height", "width")
        and entry.shape[0] in (-1, 1, 2)
        and entry.channels in (-1, 1, 3)
    )


def _told(
    outputs: tuple[ModelOutput, ...],
    names: Mapping[str, Sequence[str]],
    needed: frozenset[str],
    task: str,
) -> tuple[ModelOutput, ...]:
    """The outputs with their roles and their task where all that is needed is there, else as they are."""
    known = {name: role for role, spellings in names.items() for name in spellings}
    roles = [known.get(output.name.lower().replace("_", ""), "") for output in outputs]
    if not needed <= set(roles):
        return outputs
    return tuple(
        replace(output, role=role, task=task, dim_order=_sides(output))
        for output, role in zip(outputs, roles, strict=True)
    )


def _sides(output: ModelOutput) -> tuple[str, ...]:
    """The sides of a map of a tile, or of a list of keypoints, with or without a batch."""
    if len(output.shape) == 4:
        return ("batch", "value", "height", "width")
    sides = ("batch", "keypoint", "value")
    return sides if len(output.shape) == 3 else sides[1 : 1 + len(output.shape)]
