"""What a model is, in words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from ..language import current_language, tr
from .card import Card, Dates, ModelInput, ModelOutput, Scaling
from .detection import layout_in_words
from .detectors import detection_of
from .keypoints import EXTRACTION, MATCHING

MOST_CLASSES = 30  # named in a line; there may be eleven thousand


def summarise(card: Card) -> str:
    """A card as lines of text, one fact each, for a terminal."""
    lines = [f"{name}: {value}" for name, value in facts_of(card)]
    lines += [f"{tr('Note')}: {note}" for note in card.notes]
    return "\n".join(lines)


def facts_of(card: Card) -> list[tuple[str, str]]:
    """Name and value of everything a card says, in the language spoken now."""
    accuracy = stated_accuracy(card)
    facts = [
        (tr("Name"), card.title or card.name),
        (tr("Version"), card.version),
        (tr("Description"), card.description),
        (tr("Licence"), card.licence),
        (tr("Citation"), card.citation),
        (tr("Card"), origin_in_words(card)),
        (tr("Kind"), kind_in_words(card.task)),
        (tr("Accuracy stated"), accuracy["words"] if accuracy else ""),
        (tr("Architecture"), card.architecture),
        (tr("Parameters"), "" if card.parameters is None else f"{card.parameters:,}"),
        (tr("Tile"), "" if card.tile_px is None else f"{card.tile_px} px"),
        (tr("Overlap"), "" if card.overlap_px is None else f"{card.overlap_px} px"),
    ]
    for entry in card.inputs:
        facts += _input(entry, known="scaling" not in card.missing)
    for output in card.outputs:
        facts += _output(output)
    facts += _detection(card)
    facts.append((tr("SHA-256"), card.sha256))
    facts.append((tr("Still to be said"), ", ".join(missing_in_words(card.missing))))
    return [(name, value) for name, value in facts if value]


def kind_in_words(task: str) -> str:
    """What a model does."""
    words = {
        "segmentation": tr("classes of pixels"),
        "regression": tr("measures of pixels"),
        "detection": tr("objects in boxes"),
        "super-resolution": tr("finer images"),
        "scene-classification": tr("classes of whole tiles"),
        "embedding": tr("a description of whole images"),
        EXTRACTION: tr("keypoints of an image"),
        MATCHING: tr("pairs of keypoints of two images"),
        "": tr("not said"),
    }
    return words.get(task, task)


def missing_in_words(missing: Sequence[str]) -> list[str]:
    """What a run still needs to be told."""
    words = {
        "gsd": tr("the ground resolution"),
        "scaling": tr("how values are scaled"),
        "bands": tr("the bands"),
        "task": tr("what the model gives"),
        "activation": tr("what turns its scores into probabilities"),
        "layout": tr("how its outputs tell objects"),
    }
    return [words.get(key, key) for key in missing]


def scaling_in_words(scaling: Sequence[Scaling]) -> str:
    """How raw values become what the model takes.

    Examples
    --------
    >>> scaling_in_words([Scaling("z-score", (127.5, 127.5))])
    '(x - 127.5) / 127.5'
    >>> scaling_in_words([])
    'as they are'
    """
    if not scaling:
        return tr("as they are")
    formulas = {
        "z-score": "(x - {0:.6g}) / {1:.6g}",
        "min-max": "(x - {0:.6g}) / ({1:.6g} - {0:.6g})",
        "scale": "x / {0:.6g}",
        "offset": "x - {0:.6g}",
        "clip": "{0:.6g} … {1:.6g}",
        "clip-min": "≥ {0:.6g}",
        "clip-max": "≤ {0:.6g}",
        "processing": "…",
    }
    return "; ".join(formulas[one.kind].format(*one.values) for one in scaling)


def stated_accuracy(card: Card) -> dict[str, Any] | None:
    """Overall accuracy as the card states it, with its interval and how it was measured; in words too."""
    said = card.accuracy if isinstance(card.accuracy, Mapping) else {}
    overall, how = said.get("overall"), said.get("how")
    if not _is_number(overall):
        return None
    text, interval = f"{100 * overall:.1f} %", said.get("interval")
    if isinstance(interval, list | tuple) and len(interval) == 2 and all(map(_is_number, interval)):
        text += f" ({100 * interval[0]:.1f} – {100 * interval[1]:.1f} %)"
    else:
        interval = None
    return {
        "overall": overall,
        "interval": interval,
        "level": level if _is_number(level := said.get("level")) else None,
        "how": how if isinstance(how, str) else "",
        "words": f"{text}. {how}" if isinstance(how, str) and how else text,
    }


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def origin_in_words(card: Card) -> str:
    """What described the model."""
    words = {
        "sidecar": tr("a STAC Item beside the model"),
        "embedded": tr("a STAC Item inside the model"),
        "deepness": tr("Deepness' keys inside the model"),
        "ultralytics": tr("what Ultralytics' exporter wrote into the model"),
        "graph": tr("none: only what the graph tells"),
    }
    return words[card.origin]


def bands_in_words(entry: ModelInput) -> str:
    """The bands that an input reads, each with what it commonly is."""
    return ", ".join(
        f"{band.name} ({band.common_name})" if band.common_name else band.name for band in entry.bands
    )


def _input(entry: ModelInput, *, known: bool) -> list[tuple[str, str]]:
    name = tr("Input “{name}”").format(name=entry.name)
    return [
        (name, _tensor(entry)),
        (tr("Holds"), holding_in_words(entry)),
        (tr("Bands"), bands_in_words(entry)),
        (tr("Ground resolution"), "" if entry.gsd_m is None else f"{entry.gsd_m:g} m"),
        (tr("Values"), scaling_in_words(entry.scaling) if known and entry.content == "values" else ""),
    ]


def holding_in_words(entry: ModelInput) -> str:
    """What an input holds; empty for an image."""
    if entry.content == "validity":
        return tr("which values are there (1) or missing (0)")
    if entry.content == "dates":
        return tr("the dates of the images")
    if entry.mode == "scalar":
        return tr("numbers of the place and the date, or that the user states")
    if entry.is_series:
        return _dates_in_words(entry)
    return tr("the value at the middle of a tile, or at each pixel") if entry.mode == "point" else ""


def _dates_in_words(entry: ModelInput) -> str:
    wanted = entry.dates or Dates()
    words = {
        "order": tr("images of dates, in their order"),
        "month": tr("an image of each month: {days}"),
        "nearest": tr("the images nearest to these days: {days}; at most {tolerance} days away"),
    }
    days = ", ".join(wanted.at) or "01–12"
    text = words[wanted.match].format(days=days, tolerance=wanted.tolerance_days)
    return (
        text if wanted.least is None else tr("{text}, {least} at least").format(text=text, least=wanted.least)
    )


def _output(output: ModelOutput) -> list[tuple[str, str]]:
    name = tr("Output “{name}”").format(name=output.name)
    shown = [one.label(current_language()) for one in output.classes[:MOST_CLASSES]]
    more = len(output.classes) - len(shown)
    names = ", ".join([*shown, *([f"… (+{more})"] if more else [])])
    return [(name, _tensor(output)), (tr("Classes"), names), (tr("Unit"), output.unit)]


def _detection(card: Card) -> list[tuple[str, str]]:
    """How a detector tells its objects."""
    if (said := detection_of(card)) is None:
        return []
    return [
        (tr("Objects"), layout_in_words(said.layout) if said.layout else ""),
        (tr("Least score"), f"{said.confidence:g}"),
        (tr("Greatest overlap"), f"{said.overlap:g}"),
    ]


def _tensor(tensor: ModelInput | ModelOutput) -> str:
    """Type and sides, as ``float32, batch n × bands 3 × height 512 × width 512``."""
    named = len(tensor.dim_order) == len(tensor.shape)
    names = tensor.dim_order if named else ("",) * len(tensor.shape)
    sides = [
        f"{name} {side if side > 0 else 'n'}".strip() for name, side in zip(names, tensor.shape, strict=True)
    ]
    return ", ".join([tensor.dtype, *([" × ".join(sides)] if sides else [])])
