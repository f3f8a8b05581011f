"""What a user should know before trusting a fit."""

from __future__ import annotations

from collections.abc import Iterator

from ...language import tr
from .methods import METHODS


def remarks(method: str, count: int) -> Iterator[str]:
    """Sentences about a method that is carried by so many places."""
    chosen = METHODS[method]
    if count < chosen.warn_below:
        sentence = tr("{method} has only {count} points: with fewer than {needed}, one bad point spoils it.")
        yield sentence.format(method=chosen.title, count=count, needed=chosen.warn_below)
