"""From what a reference calls a class to the value that the map gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..errors import RequestError, VectorError
from ..language import tr

_SHOWN = 12


def read_pairs(text: str) -> dict[str, str]:
    """Names and values of a text such as ``sea=1, beach=2``; a comma, semicolon or new line ends a pair.

    Raises
    ------
    RequestError
        A pair has no equals sign, or nothing on one side of it.

    Examples
    --------
    >>> read_pairs("sea = 1; bare soil=2")
    {'sea': '1', 'bare soil': '2'}
    """
    pairs = {}
    for part in filter(None, map(str.strip, re.split(r"[,;\n]", text))):
        name, equals, value = (piece.strip() for piece in part.rpartition("="))
        if not (equals and name and value):
            sentence = tr("found {part!r}, a pair such as sea=1 is needed; separate pairs by commas")
            raise RequestError(sentence.format(part=part))
        pairs[name] = value
    return pairs


def read_numbers(text: str) -> dict[str, float]:
    """The same with numbers that are not negative, such as areas.

    Raises
    ------
    RequestError
        A value is not such a number.

    Examples
    --------
    >>> read_numbers("forest=4000, water=12.5")
    {'forest': 4000.0, 'water': 12.5}
    """
    numbers = {}
    for name, value in read_pairs(text).items():
        try:
            numbers[name] = float(value)
        except ValueError:
            numbers[name] = -1.0
        if not 0 <= numbers[name] < float("inf"):
            sentence = tr("found {value!r} for {name}, a positive number is needed")
            raise RequestError(sentence.format(value=value, name=name))
    return numbers


def label_text(label: Any) -> str:
    """A label as text, whatever the type of its field: 3 and 3.0 are both ``"3"``; nothing is ``""``."""
    import pandas

    if pandas.isna(label):
        return ""
    if isinstance(label, float) and label.is_integer():
        label = int(label)
    return str(label).strip()


def label_reader(*, names: Mapping[str, int], given: Mapping[str, str]) -> Callable[[str], int | None]:
    """What gives a label's value on the map, None for a label that is not understood.

    Examples
    --------
    >>> value_of = label_reader(names={"Sea": 1}, given={"water": "sea"})
    >>> value_of("water"), value_of("7"), value_of("moor")
    (1, 7, None)
    """
    known = {name.casefold(): value for name, value in names.items()}
    told = {label.casefold(): target for label, target in given.items()}

    def value_of(label: str) -> int | None:
        target = told.get(label.casefold(), label)
        return known.get(target.casefold(), _whole(target))

    return value_of


def class_values(
    labels: Iterable[str], *, names: Mapping[str, int], values: Iterable[int], given: Mapping[str, str]
) -> dict[str, int]:
    """Label → value of the map, for each label that occurs.

    A label is looked up in ``given``, then among the names of the map's classes (capitals do not matter), and
    is read as a value of the map if it is a whole number.

    Parameters
    ----------
    labels : iterable of str
        What the reference says.
    names : mapping
        Name → value of the map's classes.
    values : iterable of int
        Values that occur on the map.
    given : mapping
        Label → value or name, given by the user.

    Raises
    ------
    VectorError
        Some labels are not understood, or none is a class of the map; the message lists them.

    Examples
    --------
    >>> class_values(["sea", "2"], names={"Sea": 1, "Beach": 2}, values=[1, 2], given={})
    {'2': 2, 'sea': 1}
    """
    value_of = label_reader(names=names, given=given)
    found, unknown = {}, []
    for label in sorted(set(labels)):
        value = value_of(label)
        if value is None:
            unknown.append(label)
        else:
            found[label] = value
    if unknown:
        raise VectorError(_unknown_sentence(unknown, names))
    on_map = set(values) | set(names.values())
    if found and not on_map.intersection(found.values()):
        sentence = tr(
            "No reference label ({labels}) is a class of the map ({values}): give the pairs in “labels”, as"
            " in {example}."
        )
        example = f"{next(iter(found))}={min(on_map, default=1)}"
        raise VectorError(
            sentence.format(labels=_listed(found), values=_listed(map(str, sorted(on_map))), example=example)
        )
    return found


def _whole(text: str) -> int | None:
    try:
        return int(text)
    except ValueError:
        return None


def _unknown_sentence(unknown: list[str], names: Mapping[str, int]) -> str:
    if names:
        sentence = tr(
            "The map has no class called {labels}; it has {names}. Give the missing pairs in “labels”, as "
            "in {example}."
        )
        example = f"{unknown[0]}={next(iter(names.values()))}"
        return sentence.format(labels=_listed(unknown), names=_listed(names), example=example)
    sentence = tr(
        "The map does not name its classes, and the labels {labels} are not numbers: give the pairs in "
        "“labels”, as in {example}."
    )
    return sentence.format(labels=_listed(unknown), example=f"{unknown[0]}=1")


def _listed(words: Iterable[str]) -> str:
    shown = list(words)
    more = [tr("and {count} more").format(count=len(shown) - _SHOWN)] if len(shown) > _SHOWN else []
    return ", ".join([*shown[:_SHOWN], *more])
