"""What an index offers: a model, the files that belong to it, and the licence it comes under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...errors import ReleveError
from ..library.rows import Row, empty_row, facts_of_card
from ..plain import plain
from ..reading import card_of_item

LARGEST_SIZE = 1 << 50  # bytes; what is said to be larger is no size
UNSTATED = "unstated"  # what is accepted where no licence is stated


@dataclass(frozen=True)
class RemoteFile:
    """A file elsewhere: its name beside the model, where it lies, and the hash it must have.

    ``asset`` is its key in the Item that names it.
    """

    name: str
    href: str
    size: int | None = None
    sha256: str = ""
    git_sha1: str = ""
    asset: str = ""

    @property
    def is_pinned(self) -> bool:
        """Whether a hash says what the file must be."""
        return bool(self.sha256 or self.git_sha1)


def size_of(said: Any) -> int | None:
    """A size in bytes as an index tells it, where it can be one."""
    return said if type(said) is int and 0 <= said <= LARGEST_SIZE else None


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One model of an index.

    ``item`` is its Item as the index holds it, ``document`` the address of that; ``card`` is a card that is a
    file of its own, ``picture`` the address of a small one. ``problem`` says why it cannot be fetched, and
    is empty where it can.
    """

    source: str
    name: str
    label: str
    revision: str = ""
    licence: str = ""
    model: RemoteFile | None = None
    beside: tuple[RemoteFile, ...] = ()
    card: RemoteFile | None = None
    item: Mapping[str, Any] = field(default_factory=dict)
    document: str = ""
    picture: str = ""
    problem: str = ""

    def along(self) -> list[RemoteFile]:
        """The files that go by the model's name: its weights and its card, by custom."""
        stem = self.model.name.rpartition(".")[0] if self.model else ""
        return [file for file in self.beside if file.name.startswith(f"{stem}.")]


def row_of_offer(offer: Offer) -> Row:
    """The row of an offer: as one of a file, with what `model.fetch` wants to know."""
    row = empty_row() | {"title": offer.name, "name": offer.name}
    problem = offer.problem
    if offer.item:
        try:
            row |= facts_of_card(card_of_item(offer.item), offer.item)
        except ReleveError as error:
            problem = problem or str(error)
    model = offer.model
    together = [model, *offer.along()] if model else []
    row |= {
        "source": offer.source,
        "item": offer.name,
        "revision": offer.revision,
        "licence": offer.licence,
        "problem": problem,
        "file": model.name if model else "",
        "files": [file.name for file in together],
        "sha256": model.sha256 if model else "",
        "download_size": sum(file.size or 0 for file in together) or None,
        "size": sum(file.size or 0 for file in together),
        "thumbnail": offer.picture,
    }
    return {key: plain(value) for key, value in row.items()}
