"""An index, whatever it is: which offers it has, and which of them is meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from ...errors import DownloadError
from ...language import tr
from .addresses import checked_address, is_web, place_of
from .catalogues import stac_offers
from .hub import hub_offers, repository_of, revision_in
from .offers import Offer
from .web import Web

MOST_NAMED = 10


def is_repository(source: str, endpoint: str) -> bool:
    """Whether a source is a repository of Hugging Face, and no path or address of a catalogue."""
    return bool(repository_of(source, endpoint=endpoint)) and not Path(source).exists()


def home_of(source: str, endpoint: str) -> str:
    """To whom a token may be shown."""
    return endpoint if is_repository(source, endpoint) else source.strip()


def offers_of(web: Web, source: str, *, revision: str, endpoint: str) -> Iterator[Offer]:
    """The offers of a catalogue or repository.

    Raises
    ------
    DownloadError
        It cannot be read.
    """
    source = source.strip()
    if is_repository(source, endpoint):
        checked_address(endpoint)
        repository = repository_of(source, endpoint=endpoint)
        revision = revision or revision_in(source, endpoint=endpoint)
        return hub_offers(web, repository, revision=revision, endpoint=endpoint)
    return stac_offers(web, checked_address(source) if is_web(source) else _document_in(source))


def _document_in(source: str) -> str:
    """The top document of a catalogue in a folder, or the file itself."""
    tops = [Path(source) / name for name in ("catalog.json", "collection.json")]
    try:
        return str(next((top for top in tops if top.is_file()), Path(source)).resolve())
    except (OSError, ValueError) as error:
        sentence = tr("{path} cannot be read: {reason}")
        raise DownloadError(sentence.format(path=place_of(source), reason=error)) from error


def offer_named(web: Web, source: str, item: str, *, revision: str, endpoint: str) -> Offer:
    """The one offer that is meant.

    Raises
    ------
    DownloadError
        There is none of that name, or several and no name was given.
    """
    names = []
    first = None
    for offer in offers_of(web, source, revision=revision, endpoint=endpoint):
        if item and item == offer.name:
            return offer
        names.append(offer.name)
        first = first or offer
    if first is not None and not item and len(names) == 1:
        return first
    if not names:
        raise DownloadError(tr("{source} offers no model.").format(source=source))
    meant = get_close_matches(item, names, 1) if item else []
    shown = ", ".join([*meant, *(name for name in names if name not in meant)][:MOST_NAMED])
    if item:
        sentence = tr("{source} has no model “{item}”; it has: {names}.")
    else:
        sentence = tr("{source} has {count} models: say which (ITEM): {names}.")
    raise DownloadError(sentence.format(source=source, item=item, count=len(names), names=shown))
