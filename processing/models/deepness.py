"""Deepness' metadata keys, read and written, so that models travel both ways.

Deepness divides every value by 255, whatever its type, before it standardises; the two steps are folded into
one here and unfolded there. Its resolution is in centimetres, its overlap in percent of the tile.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..errors import CardError
from ..language import tr
from .card import Card, Class, ModelOutput, Scaling
from .detection import CONFIDENCE, DEEPNESS, DEEPNESS_NAMES, OVERLAP, Detection
from .detectors import as_detector, detection_of
from .fitting import check_input, with_classes

KEYS = (
    "model_type", "class_names", "resolution", "tile_size", "tiles_size", "tiles_overlap",
    "standardization_mean", "standardization_std", "seg_thresh", "seg_small_segment",
    "reg_output_scaling", "det_conf", "det_iou_thresh", "det_type",
)  # fmt: skip

TASKS = {
    "segmentor": "segmentation", "regressor": "regression", "regression": "regression",
    "detector": "detection", "superresolution": "super-resolution", "recognition": "embedding",
}  # fmt: skip
MODEL_TYPES = {
    "segmentation": "Segmentor", "regression": "Regressor", "detection": "Detector",
    "super-resolution": "Superresolution", "embedding": "Recognition",
}  # fmt: skip

# Kept as they are in `Card.hyperparameters`: they steer what follows the model, not the model.
KEPT = ("seg_small_segment", "det_conf", "det_iou_thresh", "det_type")


def has_deepness_keys(metadata: Mapping[str, str]) -> bool:
    """Whether a model was made for Deepness."""
    return any(key in metadata for key in KEYS)


def read_deepness(metadata: Mapping[str, str], found: Card) -> Card:
    """The bare card of a graph with what Deepness' keys say added.

    Raises
    ------
    CardError
        The keys contradict the graph (number of classes, length of the standardisation), or are no numbers.
    """
    said = {key: _value(metadata[key]) for key in (*KEYS, "names") if key in metadata}
    card = _with_task(found, said)
    if card.task == "detection":
        card = as_detector(card, _detection(said))
    card = _with_classes(card, said.get("class_names", said.get("names")))
    card = _with_scaling(card, said)
    card = _with_tiles(card, said)
    threshold, factor = _number(said, "seg_thresh"), _number(said, "reg_output_scaling")
    outputs = tuple(
        replace(output, thresholds=() if threshold is None else (threshold,))
        if output.task == "segmentation"
        else replace(output, scale=1.0 if factor is None else factor)
        for output in card.outputs
    )
    known = {"scaling", *(("gsd",) if "resolution" in said else ()), *(("task",) if card.task else ())}
    return replace(
        card,
        outputs=outputs,
        origin="deepness",
        hyperparameters={key: said[key] for key in KEPT if key in said},
        missing=tuple(key for key in card.missing if key not in known),
    )


def deepness_keys(card: Card) -> dict[str, str]:
    """The keys that make Deepness run a model as its card says; every value is a JSON string.

    Raises
    ------
    CardError
        Deepness cannot do what the card asks: clip values, or read several inputs.

    Examples
    --------
    >>> from .card import ModelInput
    >>> entry = ModelInput(name="x", gsd_m=0.1, scaling=(Scaling("z-score", (51.0, 25.5)),))
    >>> output = ModelOutput(name="y", task="segmentation")
    >>> keys = deepness_keys(Card(name="m", inputs=(entry,), outputs=(output,), origin="graph"))
    >>> keys["resolution"], keys["standardization_mean"], keys["standardization_std"]
    ('10.0', '[0.2]', '[0.1]')
    """
    if len(card.inputs) != 1:
        raise CardError(
            tr("Deepness runs models with one input; this one has {count}.").format(count=len(card.inputs))
        )
    entry = card.main
    keys: dict[str, Any] = {"model_type": MODEL_TYPES.get(card.task)}
    keys["resolution"] = None if entry.gsd_m is None else round(entry.gsd_m * 100, 9)
    keys["tile_size"] = keys["tiles_size"] = card.tile_px
    if card.tile_px and card.overlap_px is not None:
        keys["tiles_overlap"] = round(100 * card.overlap_px / card.tile_px, 9)
    if "scaling" not in card.missing:
        count = max(entry.channels, len(entry.bands), 1)
        scalings = entry.scaling or (Scaling("scale", (1.0,)),)
        pairs = [_standardisation(one) for one in (scalings * count if len(scalings) == 1 else scalings)]
        keys["standardization_mean"], keys["standardization_std"] = (
            list(side) for side in zip(*pairs, strict=True)
        )
    named = [_names(output) for output in card.outputs if output.classes]
    keys["class_names"] = (named if len(named) > 1 else named[0]) if named else None
    first = card.outputs[0]
    if first.task == "segmentation" and len(first.thresholds) == 1:
        keys["seg_thresh"] = first.thresholds[0]
    if first.task == "regression":
        keys["reg_output_scaling"] = first.scale
    keys |= {key: card.hyperparameters.get(key) for key in KEPT} | _detection_keys(card)
    return {key: json.dumps(value, ensure_ascii=False) for key, value in keys.items() if value is not None}


def _value(text: str) -> Any:
    """A key's value; JSON as documented, a Python literal as YOLO exports write it, else the text itself."""
    for parse in (json.loads, ast.literal_eval):
        try:
            return parse(text)
        except (ValueError, SyntaxError):
            continue
    return text


def _number(said: Mapping[str, Any], key: str) -> float | None:
    value = said.get(key)
    if value is None:
        return None
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise CardError(
            tr(
                "The model's metadata say {key} = {value!r}, a number is needed: correct the metadata."
            ).format(key=key, value=value)
        ) from error


def _detection(said: Mapping[str, Any]) -> Detection:
    """What the keys say of a detector; its layout where they name it."""
    confidence, overlap = _number(said, "det_conf"), _number(said, "det_iou_thresh")
    return Detection(
        layout=DEEPNESS.get(str(said.get("det_type", "")).lower()),
        confidence=CONFIDENCE if confidence is None else confidence,
        overlap=OVERLAP if overlap is None else overlap,
    )


def _detection_keys(card: Card) -> dict[str, Any]:
    if (said := detection_of(card)) is None:
        return {}
    name = DEEPNESS_NAMES.get(said.layout) if said.layout else None
    return {"det_conf": said.confidence, "det_iou_thresh": said.overlap, "det_type": name}


def _with_task(card: Card, said: Mapping[str, Any]) -> Card:
    """The task as said, but for outputs whose shape rules it out."""
    task = TASKS.get(str(said.get("model_type", "")).lower(), "")
    outputs, notes = [], list(card.notes)
    for output in card.outputs:
        found = _ruled(output, card)
        if found and task not in ("", "detection", found):
            sentence = tr(
                "The metadata say “{said}”, but the shape of the output “{name}” is that of “{found}”."
            )
            notes.append(sentence.format(said=said["model_type"], name=output.name, found=found))
        else:
            found = task or output.task
        outputs.append(replace(output, task=found))
    return replace(card, outputs=tuple(outputs), notes=tuple(notes))


def _ruled(output: ModelOutput, card: Card) -> str:
    """The kind that a shape leaves no doubt of, among Deepness' own; empty where it leaves some."""
    if card.main.mode == "patch" and "height" not in output.dim_order:
        return "embedding"
    return output.task if output.task == "super-resolution" else ""


def _with_classes(card: Card, names: Any) -> Card:
    """Class names of each head; Deepness gives one dictionary for all of them, or one for each."""
    if not names or card.task not in ("segmentation", "detection"):
        return card
    if card.task == "detection":
        return replace(card, outputs=(with_classes(card.outputs[0], _classes(names)), *card.outputs[1:]))
    heads = names if isinstance(names, list) and all(isinstance(one, Mapping) for one in names) else [names]
    if len(heads) not in (1, len(card.outputs)):
        raise CardError(
            tr("The metadata name the classes of {heads} outputs but the model has {outputs}.").format(
                heads=len(heads), outputs=len(card.outputs)
            )
        )
    heads = heads * len(card.outputs) if len(heads) == 1 else heads
    outputs = []
    for output, head in zip(card.outputs, heads, strict=True):
        outputs.append(with_classes(output, _classes(head)))
    return replace(card, outputs=tuple(outputs))


def _classes(head: Any) -> tuple[Class, ...]:
    pairs = head.items() if isinstance(head, Mapping) else enumerate(head)
    try:
        named = sorted((int(value), str(name)) for value, name in pairs)
    except (TypeError, ValueError) as error:
        raise CardError(
            tr("The metadata name classes by {keys}; whole numbers from 0 are needed.").format(
                keys=list(head)
            )
        ) from error
    if [value for value, _ in named] != list(range(len(named))):
        raise CardError(
            tr("The metadata number the classes {values}; consecutive numbers from 0 are needed.").format(
                values=", ".join(str(value) for value, _ in named)
            )
        )
    return tuple(Class(value, name) for value, name in named)


def _with_scaling(card: Card, said: Mapping[str, Any]) -> Card:
    means, deviations = said.get("standardization_mean"), said.get("standardization_std")
    if means is None and deviations is None:
        scaling: tuple[Scaling, ...] = (Scaling("scale", (255.0,)),)
    else:
        scaling = _folded(means, deviations)
    inputs = (replace(card.inputs[0], scaling=scaling), *card.inputs[1:])
    check_input(inputs[0])
    return replace(card, inputs=inputs)


def _folded(means: Any, deviations: Any) -> tuple[Scaling, ...]:
    lists = [one if isinstance(one, Sequence) else [one] for one in (means, deviations) if one is not None]
    length = max(map(len, lists))
    means, deviations = (means or [0.0] * length), (deviations or [1.0] * length)
    if len(means) != len(deviations):
        raise CardError(
            tr("The metadata give {means} means and {deviations} deviations: as many are needed.").format(
                means=len(means), deviations=len(deviations)
            )
        )
    return tuple(Scaling("z-score", (255 * m, 255 * s)) for m, s in zip(means, deviations, strict=True))


def _with_tiles(card: Card, said: Mapping[str, Any]) -> Card:
    tile = _number(said, "tile_size") or _number(said, "tiles_size")
    resolution, overlap = _number(said, "resolution"), _number(said, "tiles_overlap")
    notes = list(card.notes)
    if card.tile_px and tile and int(tile) != card.tile_px:
        notes.append(
            tr("The metadata say tiles of {said} pixels, the model reads {found}: {found} is used.").format(
                said=int(tile), found=card.tile_px
            )
        )
    side = card.tile_px or (int(tile) if tile else None)
    gsd_m = None if resolution is None else resolution / 100
    return replace(
        card,
        inputs=(replace(card.inputs[0], gsd_m=gsd_m), *card.inputs[1:]),
        tile_px=side,
        overlap_px=round(side * overlap / 100) if side and overlap is not None else None,
        notes=tuple(notes),
    )


def _standardisation(scaling: Scaling) -> tuple[float, float]:
    """Mean and deviation which after a division by 255 do the same."""
    values = scaling.values
    if scaling.kind == "z-score":
        mean, deviation = values
    elif scaling.kind == "scale":
        mean, deviation = 0.0, values[0]
    elif scaling.kind == "min-max":
        mean, deviation = values[0], values[1] - values[0]
    elif scaling.kind == "offset":
        mean, deviation = values[0], 1.0
    else:
        raise CardError(
            tr("Deepness cannot scale values by “{kind}”: the model cannot be written for it.").format(
                kind=scaling.kind
            )
        )
    return mean / 255, deviation / 255


def _names(output: ModelOutput) -> dict[str, str]:
    """Names by channel; Deepness leaves out the background of a single channel."""
    classes = output.classes[1:] if output.channels == 1 and len(output.classes) == 2 else output.classes
    return {str(channel): one.name for channel, one in enumerate(classes)}
