"""Classes as people write them in a form, and as a map shows them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from ..errors import RequestError
from ..language import tr
from .classes import RasterClass
from .palette import default_color


def parse_values(text: str) -> tuple[int, ...]:
    """The classes in a text such as ``"1, 3, 5"``.

    Examples
    --------
    >>> parse_values("1, 3 5")
    (1, 3, 5)
    """
    words = [word for word in re.split(r"[,;\s]+", text) if word]
    if not words or not all(re.fullmatch(r"[+-]?\d+", word) for word in words):
        sentence = tr(
            "Found “{text}”: the values of classes are needed, separated by commas, such as “1, 3, 5”."
        )
        raise RequestError(sentence.format(text=text))
    return tuple(int(word) for word in words)


def parse_names(text: str) -> tuple[RasterClass, ...]:
    """The named classes in a text such as ``"1=Sea, 2=Beach"``.

    Examples
    --------
    >>> [entry.name for entry in parse_names("1=Sea, 2 = Beach")]
    ['Sea', 'Beach']
    """
    pairs = [pair.partition("=") for pair in re.split(r"[,;\n]", text) if pair.strip()]
    if not pairs or not all(
        re.fullmatch(r"\s*[+-]?\d+\s*", value) and name.strip() for value, _, name in pairs
    ):
        sentence = tr("Found “{text}”: pairs of value and name are needed, such as “1=Sea, 2=Beach”.")
        raise RequestError(sentence.format(text=text))
    return tuple(RasterClass(int(value), name.strip()) for value, _, name in pairs)


def shown_classes(classes: Iterable[RasterClass]) -> tuple[RasterClass, ...]:
    """The classes with a name and a colour each, where they have none."""
    return tuple(
        replace(entry, name=entry.name or str(entry.value), color=entry.color or default_color(place))
        for place, entry in enumerate(classes)
    )


def legend_of(named: Collection[RasterClass], found: Iterable[int]) -> tuple[RasterClass, ...]:
    """The classes of a band, with a name and a colour each: those named, then others that are found.

    Examples
    --------
    >>> [entry.name for entry in legend_of([RasterClass(0, "Sea")], [0, 7])]
    ['Sea', '7']
    """
    known = {entry.value for entry in named}
    return shown_classes([*named, *(RasterClass(value) for value in found if value not in known)])
