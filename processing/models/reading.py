"""Find and read a model's card: the door to everything that can describe a model."""

from __future__ import annotations

import hashlib
import json
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

EMBEDDED_KEY = "stac_mlm"


def read_card(model: str | Path, sidecar: str | Path | None = None) -> Card:
    """The card of an ONNX model, from the first source that describes it.

    In this order: the card given, ``<model>.stac.json`` beside the file, the Item inside the file, Deepness'
    keys, the graph alone. Shapes and types are always those of the graph.

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
    digest = file_sha256(path)
    item, origin = _item(path, anatomy, sidecar)
    if item is not None:
        said = read_mlm(item, origin=origin)
        said = _with_checksum_note(said, digest) if origin == "sidecar" else said
    elif has_deepness_keys(anatomy.metadata):
        said = read_deepness(anatomy.metadata, found)
    else:
        said = found
    weights = _together_sha256(weights_beside(path, anatomy))
    return replace(agree(said, found), sha256=digest, weights_sha256=weights)


def read_item(path: str | Path) -> Card:
    """The card in a STAC MLM Item, without its model.

    Raises
    ------
    CardError
        The file is not such an Item.
    """
    return read_mlm(_load(Path(path)))


def sidecar_of(model: Path) -> Path:
    """Where the card of a model lies beside it."""
    return model.with_suffix(".stac.json")


def weights_beside(model: Path, anatomy: Anatomy | None = None) -> list[Path]:
    """The files in which a model keeps weights outside its own."""
    anatomy = read_anatomy(model) if anatomy is None else anatomy
    return [model.parent / location for location in sorted(anatomy.external)]


def _together_sha256(files: Sequence[Path]) -> str:
    """One SHA-256 for files in their order; empty for none. Opening the model tells which is missing."""
    digests = [file_sha256(file) for file in files if file.is_file()]
    return hashlib.sha256("".join(digests).encode()).hexdigest() if digests else ""


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _item(path: Path, anatomy: Anatomy, sidecar: str | Path | None) -> tuple[Mapping[str, Any] | None, str]:
    if sidecar is not None:
        return _load(Path(sidecar)), "sidecar"
    if sidecar_of(path).is_file():
        return _load(sidecar_of(path)), "sidecar"
    if EMBEDDED_KEY in anatomy.metadata:
        return _parse(anatomy.metadata[EMBEDDED_KEY], path.name), "embedded"
    return None, "graph"


def _load(path: Path) -> Mapping[str, Any]:
    try:
        return _parse(path.read_text("utf-8-sig"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise CardError(
            tr("The card {path} cannot be read: {reason}").format(path=path, reason=error)
        ) from error


def _parse(text: str, name: str) -> Mapping[str, Any]:
    try:
        item = json.loads(text)
    except ValueError as error:
        raise CardError(
            tr("The card {name} is not valid JSON ({reason}): correct it or choose another.").format(
                name=name, reason=error
            )
        ) from error
    if not isinstance(item, Mapping):
        raise CardError(tr("The card {name} is not a STAC Item but a list or a value.").format(name=name))
    return item


def _with_checksum_note(said: Card, digest: str) -> Card:
    if said.sha256 in ("", digest):
        return said
    note = tr(
        "The card was written for another version of this file (its SHA-256 differs): check that they match."
    )
    return replace(said, notes=(*said.notes, note))
