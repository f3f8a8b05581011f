"""A model of an index brought here: its licence accepted, each file pinned by its hash, all or nothing."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import DownloadError, LicenceError
from ...language import tr
from ..library.folders import user_folder
from ..library.rows import source_file
from ..plain import mapping_of, objects_of, text_of, write_json
from ..reading import read_card, sidecar_of
from .addresses import is_web, joined, place_of
from .belonging import belonging, is_picture_of
from .offers import UNSTATED, Offer, RemoteFile
from .remote import home_of, offer_named
from .stages import check_place, put_in_place, stage
from .transfers import Watch, drop, fits, transfer
from .web import Web

if TYPE_CHECKING:
    from ...jobs import Context
    from .fetch_job import Request


TOLD_EVERY_S = 0.25


def fetch_model(request: Request, context: Context) -> None:
    """Fetch the model asked for, and say where it is now.

    Raises
    ------
    DownloadError
        It cannot be had, or is not what the index promises.
    LicenceError
        Its licence is not the one that was accepted.
    OutputError
        There is no room for it, or another model stands in its place.
    ModelError
        What was fetched is no model, or its card contradicts it.
    """
    home = home_of(request.source, request.endpoint)
    with closing(Web(context.secrets, home=home, check=context.check)) as web:
        context.progress(0.01, tr("Reading the index"))
        offer = offer_named(
            web,
            request.source,
            request.item or "",
            revision=request.revision or "",
            endpoint=request.endpoint,
        )
        model = _pinned(offer, request.sha256 or "")
        _check_licence(offer, request.licence or "")
        folder = Path(request.folder).expanduser() if request.folder else user_folder()
        final = folder / offer.label / model.name
        already = _is_there(final, model) or _bring(web, replace(offer, model=model), final, request, context)
    context.values |= _values(offer, model, final, already=already)


def _pinned(offer: Offer, sha256: str) -> RemoteFile:
    """The model's file with the hash that it must have, the user's own where they give one."""
    wanted = sha256.strip().lower().removeprefix("sha256:")
    if offer.model is None or (offer.problem and not (wanted and not offer.model.is_pinned)):
        raise DownloadError(offer.problem or tr("There is no file to fetch."))
    if wanted and offer.model.sha256 not in ("", wanted):
        sentence = tr(
            "The index promises the SHA-256 {promised}, {wanted} is asked for: this is another file."
        )
        raise DownloadError(sentence.format(promised=offer.model.sha256, wanted=wanted))
    return replace(offer.model, sha256=wanted or offer.model.sha256)


def _check_licence(offer: Offer, accepted: str) -> None:
    found = offer.licence or UNSTATED
    if accepted.strip().casefold() == found.casefold():
        return
    if found == UNSTATED:
        sentence = tr(
            "No licence is stated for {name}: nothing says what may be done with it. To fetch it all the "
            "same, accept “{licence}” (LICENCE={licence})."
        )
    else:
        sentence = tr("The licence of {name} is “{licence}”: accept it to go on (LICENCE={licence}).")
    raise LicenceError(sentence.format(name=offer.name, licence=found))


def _is_there(final: Path, model: RemoteFile) -> bool:
    return final.is_file() and fits(final, model)


def _bring(web: Web, offer: Offer, final: Path, request: Request, context: Context) -> bool:
    """Whether another run brought the model while this one waited for its turn."""
    model, most = offer.model, int(request.largest_gb * 1e9)
    assert model is not None
    watch = Watch(_teller(context), context.check, context.on_cancel)
    what = json.dumps([offer.source, offer.name, offer.revision, model.sha256, model.git_sha1])
    with stage(final.parent.parent, what, context.check) as place:
        if _is_there(final, model):
            return True
        check_place(final.parent, replace=request.replace)
        here = place / model.name
        transfer(web, model, here, most=most, watch=watch)
        most -= here.stat().st_size
        for file in belonging(offer, here):
            try:
                transfer(web, file, place / file.name, most=most, watch=watch)
                most -= (place / file.name).stat().st_size
            except DownloadError as error:
                if not is_picture_of(offer.item, file):
                    raise
                drop(place / file.name)
                context.warn(tr("The model comes without its picture: {reason}").format(reason=error))
        context.progress(0.97, tr("Reading the model"))
        _write_card(offer, here)
        read_card(here)
        _note_source(offer, here)
        put_in_place(place, final.parent, replace=request.replace)
    return False


def _teller(context: Context) -> Callable[[str, int, int | None], None]:
    """Tells a transfer as progress, a few times a second."""
    told = -math.inf

    def tell(name: str, have: int, size: int | None) -> None:
        nonlocal told
        if time.monotonic() - told < TOLD_EVERY_S:
            return
        told = time.monotonic()
        whole = size or have or 1
        sentence = tr("{name}: {have:.0f} of {size:.0f} MB").format(
            name=name, have=have / 1e6, size=whole / 1e6
        )
        context.progress(0.02 + 0.93 * have / whole, sentence)

    return tell


def _write_card(offer: Offer, model: Path) -> None:
    """Keep the Item of a catalogue as the model's card, with addresses that hold from here."""
    if not offer.item or offer.card is not None or offer.model is None:
        return
    here = {
        file.asset: file.name for file in (offer.model, *offer.beside) if (model.parent / file.name).is_file()
    }
    assets = {
        key: {**asset, "href": f"./{here[key]}"} if key in here else _from_anywhere(asset, offer.document)
        for key, asset in mapping_of(offer.item.get("assets")).items()
        if isinstance(asset, Mapping)
    }
    links = [_from_anywhere(link, offer.document) for link in objects_of(offer.item.get("links"))]
    item = {**offer.item, "assets": assets, "links": links}
    write_json(sidecar_of(model), item)


def _from_anywhere(linked: Mapping[str, Any], document: str) -> Mapping[str, Any]:
    """A link or asset of a document of the web with its whole address."""
    href = text_of(linked.get("href"))
    if not href or not is_web(document):
        return linked
    with suppress(DownloadError):  # what is no address stays as it stands
        return {**linked, "href": joined(document, href)}
    return linked


def _note_source(offer: Offer, model: Path) -> None:
    is_told = is_web(offer.source) or offer.source.startswith("hf:")  # of a path, only its end
    source = place_of(offer.source) if is_told else Path(offer.source).name
    said = {"source": source, "item": offer.name, "revision": offer.revision, "licence": offer.licence}
    write_json(source_file(model), said)


def _values(offer: Offer, model: RemoteFile, path: Path, *, already: bool) -> dict[str, Any]:
    card = read_card(path)
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    return {
        "path": str(path),
        "folder": str(path.parent),
        "card": str(sidecar_of(path)) if sidecar_of(path).is_file() else "",
        "name": card.title or card.name,
        "sha256": card.sha256,
        "revision": offer.revision,
        "licence": offer.licence or UNSTATED,
        "files": sorted(str(file.relative_to(path.parent)) for file in files),
        "bytes": sum(file.stat().st_size for file in files),
        "already": already,
    }
