"""Find and read a model's card: the door to everything that can describe a model."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import CardError
from ..language import tr
from .agreement import agree
from .anatomy import Anatomy, read_anatomy
from .bare import bare_card
from .card import Card
from .deepness import has_deepness_keys, read_deepness
from .mlm import read_mlm
from .plain import is_deep
from .ultralytics import has_ultralytics_keys, read_ultralytics

EMBEDDED_KEY = "stac_mlm"
LARGEST_CARD = 64 << 20  # bytes; the largest known, of eleven thousand classes, has less than one

# What a lenient reader meets where an Item holds a text for a number, a list for an object…
ODD_VALUES = (TypeError, ValueError, AttributeError, KeyError, IndexError, OverflowError)


def read_card(model: str | Path, sidecar: str | Path | None = None, *, hash_up_to: float = math.inf) -> Card:
    """The card of an ONNX model, from the first source that describes it.

    In this order: the card given, ``<model>.stac.json`` beside the file, the Item inside the file, Deepness'
    keys, those of Ultralytics, the graph alone. Shapes and types are always those of the graph. Files over
    ``hash_up_to`` bytes are not hashed: their SHA-256 is what the card says, which may be nothing.

    Raises
    ------
    ModelError
        The file is not an ONNX model; the message says what it is.
    CardError
        The card cannot be read, or contradicts the model.
    """
    path = Path(model)
    anatomy = read_anatomy(path)
    found = bare_card(anatomy, name=path.stem)
    digest = file_sha256(path) if path.stat().st_size <= hash_up_to else ""
    item, origin = find_item(path, anatomy, sidecar)
    if item is not None:
        said = _read(item, origin)
        said = _with_checksum_note(said, digest) if origin == "sidecar" else said
    elif has_deepness_keys(anatomy.metadata):
        said = read_deepness(anatomy.metadata, found)
    elif has_ultralytics_keys(anatomy.metadata):
        said = read_ultralytics(anatomy.metadata, found)
    else:
        said = found
    weights = [file for file in weights_beside(path, anatomy) if file.is_file()]
    hashed = _together_sha256(weights) if sum(file.stat().st_size for file in weights) <= hash_up_to else ""
    return replace(agree(said, found), sha256=digest or said.sha256, weights_sha256=hashed)


def read_item(path: str | Path) -> Card:
    """The card in a STAC MLM Item, without its model.

    Raises
    ------
    CardError
        The file is not such an Item.
    """
    return _read(load_item(Path(path)), "sidecar")


def card_of_item(item: Mapping[str, Any]) -> Card:
    """The card in a STAC MLM Item that was read from somewhere else than a file.

    Raises
    ------
    CardError
        It is no such Item.
    """
    return _read(item, "sidecar")


def _read(item: Mapping[str, Any], origin: str) -> Card:
    try:
        return read_mlm(item, origin=origin)
    except ODD_VALUES as error:
        raise CardError(
            tr("The card holds a value that cannot be ({reason}): correct it, or choose another.").format(
                reason=error
            )
        ) from error


def sidecar_of(model: Path) -> Path:
    """Where the card of a model lies beside it."""
    return model.with_suffix(".stac.json")


def weights_beside(model: Path, anatomy: Anatomy | None = None) -> list[Path]:
    """The files in which a model keeps weights outside its own."""
    anatomy = read_anatomy(model) if anatomy is None else anatomy
    return [model.parent / location for location in sorted(anatomy.external)]


def _together_sha256(files: Sequence[Path]) -> str:
    """One SHA-256 for files in their order; empty for none. Opening the model tells which is missing."""
    digests = [file_sha256(file) for file in files]
    return hashlib.sha256("".join(digests).encode()).hexdigest() if digests else ""


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def find_item(
    model: Path, anatomy: Anatomy | None = None, sidecar: str | Path | None = None
) -> tuple[Mapping[str, Any] | None, str]:
    """The STAC Item that describes a model, and where it is from; None where there is none."""
    if sidecar is not None:
        return load_item(Path(sidecar)), "sidecar"
    if sidecar_of(model).is_file():
        return load_item(sidecar_of(model)), "sidecar"
    anatomy = read_anatomy(model) if anatomy is None else anatomy
    if EMBEDDED_KEY in anatomy.metadata:
        return parse_item(anatomy.metadata[EMBEDDED_KEY], model.name), "embedded"
    return None, "graph"


def load_item(path: Path) -> Mapping[str, Any]:
    """The JSON object in a file.

    Raises
    ------
    CardError
        There is none.
    """
    try:
        if path.stat().st_size > LARGEST_CARD:
            raise CardError(tr("The card {name} is too large to be one.").format(name=path.name))
        return parse_item(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise CardError(
            tr("The card {path} cannot be read: {reason}").format(path=path, reason=error)
        ) from error


def parse_item(text: str, name: str) -> Mapping[str, Any]:
    """The JSON object in a text, called ``name`` in messages."""
    try:
        item = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CardError(
            tr("The card {name} is not valid JSON ({reason}): correct it or choose another.").format(
                name=name, reason=error
            )
        ) from error
    if is_deep(item):
        raise CardError(tr("The card {name} is nested deeper than any card should be.").format(name=name))
    if not isinstance(item, Mapping):
        raise CardError(tr("The card {name} is not a STAC Item but a list or a value.").format(name=name))
    return item


def _with_checksum_note(said: Card, digest: str) -> Card:
    if said.sha256 in ("", digest) or not digest:
        return said
    note = tr(
        "The card was written for another version of this file (its SHA-256 differs): check that they match."
    )
    return replace(said, notes=(*said.notes, note))
