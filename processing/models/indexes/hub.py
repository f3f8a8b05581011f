"""The models of a repository of Hugging Face, by its public HTTP interface.

A branch or tag is resolved to a commit first, and everything is fetched from that commit, so that what is
checked is what comes. Large files have a SHA-256 there, small ones the hash that git gives them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import quote, unquote

from ...errors import DownloadError
from ...language import tr
from ..plain import mapping_of, objects_of, text_of
from .addresses import is_web, label_of, safe_name
from .offers import Offer, RemoteFile, size_of
from .web import Web

ENDPOINT = "https://huggingface.co"
SHORT = "https://hf.co"
PAGES = ("tree", "blob", "resolve", "raw", "commit")
OTHER_KINDS = ("datasets", "spaces", "api", "docs")
MOST_CARDS = 100
REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}")
LONGEST_REVISION = 200


def repository_of(source: str, *, endpoint: str = ENDPOINT) -> str:
    """The repository that a user names, ``owner/name``; empty when it is none.

    Examples
    --------
    >>> repository_of("hf:owner/name"), repository_of("https://huggingface.co/owner/name/tree/main")
    ('owner/name', 'owner/name')
    >>> repository_of("catalog/collection.json"), repository_of("https://host/catalog.json")
    ('', '')
    """
    name = "/".join(_parts(source, endpoint)[:2])
    if is_web(name) or not REPOSITORY.fullmatch(name) or ".." in name:
        return ""
    return "" if name.lower().endswith(".json") and not source.startswith("hf:") else name


def revision_in(source: str, *, endpoint: str = ENDPOINT) -> str:
    """The revision that the address of a page of a repository names; empty when it names none.

    Examples
    --------
    >>> revision_in("https://huggingface.co/owner/name/tree/refs%2Fpr%2F1"), revision_in("owner/name")
    ('refs/pr/1', '')
    """
    parts = _parts(source, endpoint)
    return unquote(parts[3]) if len(parts) > 3 and parts[2] in PAGES else ""


def _parts(source: str, endpoint: str) -> list[str]:
    """What stands between the slashes: of an address, of what comes after the server."""
    name = source.strip().removeprefix("hf:")
    for address in (endpoint.rstrip("/"), ENDPOINT, SHORT):
        if name.startswith(f"{address}/"):
            parts = re.split(r"[?#]", name.removeprefix(f"{address}/"))[0].split("/")
            return parts if parts[0] not in OTHER_KINDS else []
    return [name]


def hub_offers(web: Web, repository: str, *, revision: str = "", endpoint: str = ENDPOINT) -> Iterator[Offer]:
    """The offers of a repository: each of its ONNX files, with the cards that lie beside them.

    Raises
    ------
    DownloadError
        The repository cannot be read.
    """
    at = quote(revision[:LONGEST_REVISION] or "main", safe="")
    told = web.read_json(f"{endpoint.rstrip('/')}/api/models/{repository}/revision/{at}?blobs=true")
    commit = text_of(mapping_of(told).get("sha"))
    if not re.fullmatch(r"[0-9a-f]{40}", commit):
        sentence = tr("{endpoint} does not answer as Hugging Face does: no commit is given for {repository}.")
        raise DownloadError(sentence.format(endpoint=endpoint, repository=repository))
    base = f"{endpoint.rstrip('/')}/{repository}/resolve/{commit}/"
    files = {text_of(one.get("rfilename")): one for one in objects_of(told.get("siblings"))}
    models = sorted(name for name in files if name.lower().endswith(".onnx"))
    for place, name in enumerate(models):
        offer = Offer(
            source=f"hf:{repository}",
            name=name,
            label=_label(repository, name, alone=len(models) == 1),
            revision=commit,
            licence=_licence(told),
        )
        yield _with_files(offer, files, base, web if place < MOST_CARDS else None)


def _with_files(offer: Offer, files: Mapping[str, Any], base: str, web: Web | None) -> Offer:
    folder, stem = posixpath.dirname(offer.name), offer.name[: -len(".onnx")]
    try:
        model = _file(offer.name, files[offer.name], base, folder)
        beside = list(_beside(offer.name, files, base, folder))
        if not model.is_pinned:
            return replace(
                offer, model=model, problem=tr("The repository gives no hash of the model's file.")
            )
        card = next((one for one in beside if one.href == _address(base, f"{stem}.stac.json")), None)
        item = mapping_of(web.read_json(card.href)) if card and web else {}
    except DownloadError as error:
        return replace(offer, problem=str(error))
    return replace(offer, model=model, beside=tuple(beside), card=card, item=item)


def _beside(model: str, files: Mapping[str, Any], base: str, folder: str) -> Iterator[RemoteFile]:
    """The other files below the model's folder, but for those whose names are not safe."""
    for name, told in files.items():
        if name != model and (not folder or name.startswith(f"{folder}/")):
            with suppress(DownloadError):
                yield _file(name, told, base, folder)


def _file(name: str, told: Mapping[str, Any], base: str, folder: str) -> RemoteFile:
    inside = str(safe_name(name)).removeprefix(f"{folder}/")
    lfs = mapping_of(told.get("lfs"))
    sha256 = text_of(lfs.get("sha256") or lfs.get("oid")).removeprefix("sha256:").lower()
    git = text_of(told.get("blobId")).lower() if not lfs else ""
    return RemoteFile(
        inside,
        _address(base, name),
        size_of(lfs.get("size", told.get("size"))),
        sha256 if re.fullmatch(r"[0-9a-f]{64}", sha256) else "",
        git if re.fullmatch(r"[0-9a-f]{40}", git) else "",
    )


def _address(base: str, name: str) -> str:
    return base + quote(name)


def _licence(told: Mapping[str, Any]) -> str:
    card = mapping_of(told.get("cardData"))
    said = card.get("license")
    said = said[0] if isinstance(said, list) and said else said
    tags = told.get("tags")
    tagged = (
        [text_of(tag) for tag in tags if text_of(tag).startswith("license:")]
        if isinstance(tags, list)
        else []
    )
    if said == "other":  # its name stands apart
        said = text_of(card.get("license_name")) or said
    return text_of(said) or (tagged[0].removeprefix("license:") if tagged else "")


def _label(repository: str, name: str, *, alone: bool) -> str:
    """What the model's folder is called: files of all repositories are called model.onnx."""
    owner_and_name = repository.replace("/", "-")
    return label_of(owner_and_name if alone else f"{owner_and_name}-{name[: -len('.onnx')]}")
