"""The files that come with a model: its weights, its card, its picture, its test vectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ...errors import DownloadError
from ...language import tr
from ..anatomy import read_anatomy
from ..library.rows import is_picture, picture_href, source_file
from ..plain import mapping_of, objects_of, text_of
from ..reading import sidecar_of
from .addresses import safe_name
from .offers import Offer, RemoteFile


def belonging(offer: Offer, model: Path) -> Iterator[RemoteFile]:
    """The files that the model itself, its card and its picture name, of those that the index has.

    Raises
    ------
    DownloadError
        The model keeps weights in a file that leads elsewhere, or that the index does not have; or a file
        would take the place of another, on systems too that do not tell case.
    """
    yield from _checked_names(_weights(offer, model), model)
    if offer.card is not None and offer.card.is_pinned:
        yield replace(offer.card, name=sidecar_of(model).name)
    yield from _checked_names(_named_by_card(offer), model)


def is_picture_of(item: Mapping[str, Any], file: RemoteFile) -> bool:
    """Whether a file is the small picture that an Item names: a model does without."""
    asset = mapping_of(mapping_of(item.get("assets")).get(file.asset))
    return is_picture(asset) or file.name == picture_href(item).removeprefix("./")


def _checked_names(files: Iterator[RemoteFile], model: Path) -> Iterator[RemoteFile]:
    taken = {path.name.casefold(): "" for path in (model, sidecar_of(model), source_file(model))}
    for file in files:
        if taken.setdefault(file.name.casefold(), file.href) != file.href:
            sentence = tr("The index gives two files the same name, {name}: the model is not fetched.")
            raise DownloadError(sentence.format(name=file.name))
        yield file


def _weights(offer: Offer, model: Path) -> Iterator[RemoteFile]:
    known = {file.name: file for file in offer.beside}
    for location in sorted(read_anatomy(model).external):
        name = str(safe_name(location.removeprefix("./")))
        if name not in known or not known[name].is_pinned:
            sentence = tr("The model keeps weights in {name}, which the index does not offer with a hash.")
            raise DownloadError(sentence.format(name=name))
        yield known[name]


def _named_by_card(offer: Offer) -> Iterator[RemoteFile]:
    vectors = set(_vector_files(offer.item))
    for file in offer.beside:
        if file.is_pinned and (file.name in vectors or is_picture_of(offer.item, file)):
            yield file


def _vector_files(item: Mapping[str, Any]) -> Iterator[str]:
    """The files that the test vectors of a card are in."""
    for vector in objects_of(mapping_of(item.get("properties")).get("releve:test_vectors")):
        for side in vector.values():
            for entry in (side, *mapping_of(side).values()):
                yield text_of(mapping_of(entry).get("href")).removeprefix("./")
