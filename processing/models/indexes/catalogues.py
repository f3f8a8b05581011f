"""The models of a STAC catalogue, on the web or in a folder: Items with the MLM extension that have an ONNX
file."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ...errors import DownloadError
from ...language import tr
from ..library.rows import picture_href
from ..plain import mapping_of, objects_of, text_of
from .addresses import Home, is_web, label_of, place_of, safe_name
from .offers import Offer, RemoteFile, size_of
from .web import Web

MOST_DOCUMENTS = 5000
FOLLOWED = ("child", "item", "items", "next")


def stac_offers(web: Web, source: str) -> Iterator[Offer]:
    """The offers of a catalogue, collection, Item or collection of Items, as they are come across.

    A document that cannot be read is an offer with a problem: the others are still found.

    Raises
    ------
    DownloadError
        The first document cannot be read, or is none of STAC.
    """
    home = Home(None if is_web(source) else Path(source).resolve().parent)
    source = source if is_web(source) else str(Path(source).resolve())
    waiting, seen = deque([(source, "")]), {source}
    for read in itertools.count():
        if not waiting:
            return
        address, licence = waiting.popleft()
        if read == MOST_DOCUMENTS:
            sentence = tr("The index goes on: only its first {count} documents were read.")
            problem = sentence.format(count=MOST_DOCUMENTS)
            yield Offer(source=address, name=_last(address), label="", problem=problem)
            return
        try:
            document = _document(web, address)
        except DownloadError as error:
            if address == source:
                raise
            yield Offer(source=address, name=_last(address), label="", problem=str(error))
            continue
        for item in _items(document):
            yield offer_of_item(item, address, home, licence=licence)
        licence = text_of(document.get("license")) or licence
        for next_address in _links(document, address, home):
            if next_address not in seen:
                seen.add(next_address)
                waiting.append((next_address, licence))


def _document(web: Web, address: str) -> Mapping[str, Any]:
    document = web.read_json(address)
    kinds = ("Feature", "FeatureCollection", "Catalog", "Collection")
    if isinstance(document, Mapping) and document.get("type") in kinds:
        return document
    sentence = tr(
        "{place} is no STAC document: a catalogue, collection or Item is needed, or the name of a repository "
        "(owner/name)."
    )
    raise DownloadError(sentence.format(place=place_of(address)))


def _items(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = [document] if document["type"] == "Feature" else objects_of(document.get("features"))
    return [
        item for item in found if any(key.startswith("mlm:") for key in mapping_of(item.get("properties")))
    ]


def _links(document: Mapping[str, Any], address: str, home: Home) -> Iterator[str]:
    """Where the index goes on; what leads out of it is not followed."""
    for link in objects_of(document.get("links")):
        if link.get("rel") in FOLLOWED and text_of(link.get("href")):
            try:
                yield home.resolve(text_of(link["href"]), address)
            except DownloadError:
                continue


def offer_of_item(item: Mapping[str, Any], document: str, home: Home, *, licence: str = "") -> Offer:
    """The offer of one Item; ``licence`` is that of its collection."""
    properties = mapping_of(item.get("properties"))
    name = text_of(item.get("id")) or text_of(properties.get("mlm:name")) or _last(document)
    offer = Offer(
        source=document,
        name=name,
        label=label_of(name),
        licence=text_of(properties.get("license")) or text_of(properties.get("releve:licence")) or licence,
        item=item,
        document=document,
    )
    try:
        return _with_files(offer, mapping_of(item.get("assets")), home)
    except DownloadError as error:
        return replace(offer, problem=str(error))


def _with_files(offer: Offer, assets: Mapping[str, Any], home: Home) -> Offer:
    usable = {key: asset for key, asset in assets.items() if isinstance(asset, Mapping)}
    key = next((key for key, asset in usable.items() if _is_onnx(asset)), None)
    if key is None:
        kinds = sorted({_kind(asset) for asset in usable.values()} - {""})
        sentence = tr("It offers no ONNX file ({kinds}): Relevé runs no other.")
        return replace(offer, problem=sentence.format(kinds=", ".join(kinds) or tr("nothing")))
    address = home.resolve(text_of(usable[key].get("href")), offer.document)
    name = _last(address) if _last(address).lower().endswith(".onnx") else f"{offer.label}.onnx"
    model = _file(key, usable[key], address, str(safe_name(name)))
    if not model.is_pinned:
        problem = tr("The index gives no SHA-256 (file:checksum) of the model: nothing says what it must be.")
        return replace(offer, model=model, problem=problem)
    others = tuple(_beside(usable, key, address, offer, home))
    return replace(offer, model=model, beside=others, picture=_picture(offer, home))


def _picture(offer: Offer, home: Home) -> str:
    href = picture_href(offer.item)
    with suppress(DownloadError):
        return home.resolve(href, offer.document) if href else ""
    return ""


def _beside(
    assets: Mapping[str, Mapping[str, Any]], model: str, address: str, offer: Offer, home: Home
) -> Iterator[RemoteFile]:
    """The other files of an Item that have a hash, by their names as seen from the model."""
    for key, asset in assets.items():
        if key == model or not _sha256(asset):
            continue
        with suppress(DownloadError):  # what leads elsewhere is not offered
            other = home.resolve(text_of(asset.get("href")), offer.document)
            seen_from_model = posixpath.relpath(_path(other), posixpath.dirname(_path(address)) or "/")
            name = seen_from_model if not seen_from_model.startswith("..") else _last(other)
            yield _file(key, asset, other, str(safe_name(name)))


def _file(key: str, asset: Mapping[str, Any], address: str, name: str) -> RemoteFile:
    return RemoteFile(name, address, size_of(asset.get("file:size")), _sha256(asset), asset=key)


def _sha256(asset: Mapping[str, Any]) -> str:
    """SHA-256 in a multihash: 12 (SHA-256), 20 (32 bytes), then the digest."""
    found = re.fullmatch(r"1220([0-9a-f]{64})", text_of(asset.get("file:checksum")).lower())
    return found[1] if found else ""


def _is_onnx(asset: Mapping[str, Any]) -> bool:
    roles = asset.get("roles") if isinstance(asset.get("roles"), list) else []
    says_so = "onnx" in text_of(asset.get("mlm:artifact_type")).lower()
    looks_so = _path(text_of(asset.get("href"))).lower().endswith(".onnx")
    return looks_so or (says_so and "mlm:model" in (roles or []))


def _kind(asset: Mapping[str, Any]) -> str:
    return text_of(asset.get("mlm:artifact_type")) or text_of(asset.get("type"))


def _path(address: str) -> str:
    if not is_web(address):
        return Path(address).as_posix()
    return unquote(re.sub(r"^\w+://[^/]*", "", place_of(address)))


def _last(address: str) -> str:
    return posixpath.basename(_path(address)) or place_of(address)
