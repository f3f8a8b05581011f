"""A value that somebody gives for a field of a card, checked by the kind of the field."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, Literal

from ...errors import CardError
from ...language import tr
from ..card import SCALING_FIELDS, Scaling
from ..completing import NAMED_SCALINGS
from ..fitting import LARGEST_CLASS

Kind = Literal["text", "paragraph", "number", "enum", "names", "classes", "scaling", "interval"]

COLOUR = re.compile(r"#?[0-9A-Fa-f]{6}")


def checked(
    kind: Kind,
    value: Any,
    *,
    title: str,
    choices: Mapping[str, str],
    bounds: tuple[float | None, float | None],
    whole: bool = False,
) -> Any:
    """The value in its one spelling.

    Raises
    ------
    CardError
        It is none of this kind; the message names the field.

    Examples
    --------
    >>> checked("names", "red, nir", title="Bands", choices={}, bounds=(None, None))
    ['red', 'nir']
    """
    try:
        if kind in ("text", "paragraph"):
            return _text(value)
        if kind == "number":
            return _whole(_number(value, bounds)) if whole else _number(value, bounds)
        if kind == "enum":
            return _one_of(value, choices)
        read = {"names": _names, "classes": _classes, "scaling": _scaling, "interval": _interval}
        return read[kind](value)
    except _Wrong as wrong:
        raise CardError(tr("{title}: {problem}").format(title=title, problem=wrong)) from None


class _Wrong(Exception):
    """What is wrong with a value, in words."""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Wrong(tr("found {value!r}, a text is needed").format(value=value))
    return value.strip()


def _number(value: Any, bounds: tuple[float | None, float | None] = (None, None)) -> float | int:
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise _Wrong(tr("found {value!r}, a number is needed").format(value=value))
    low, high = (
        (-math.inf if bounds[0] is None else bounds[0]),
        (math.inf if bounds[1] is None else bounds[1]),
    )
    if not low <= number <= high:
        sentence = tr("found {number:g}, a number from {low:g} to {high:g} is needed")
        raise _Wrong(sentence.format(number=number, low=low, high=high))
    return int(number) if number == int(number) else number


def _whole(number: float) -> int:
    if number != int(number):
        raise _Wrong(tr("found {number:g}, a whole number is needed").format(number=number))
    return int(number)


def _one_of(value: Any, choices: Mapping[str, str]) -> str:
    if not isinstance(value, str) or value not in choices:
        sentence = tr("found {value!r}, one of {choices} is needed")
        raise _Wrong(sentence.format(value=value, choices=", ".join(choices)))
    return value


def _names(value: Any) -> list[str]:
    given = value.split(",") if isinstance(value, str) else value
    if not isinstance(given, list):
        raise _Wrong(tr("found {value!r}, a list is needed").format(value=value))
    names = [_text(one) for one in given]
    if not all(names):
        raise _Wrong(tr("a name in the list is empty: give each its own"))
    return names


def _classes(value: Any) -> list[dict[str, Any]]:
    given = _names(value) if isinstance(value, str) else value
    if not isinstance(given, list):
        raise _Wrong(tr("found {value!r}, a list is needed").format(value=value))
    return [
        _class(one if isinstance(one, Mapping) else {"name": one}, place) for place, one in enumerate(given)
    ]


def _class(said: Mapping[str, Any], place: int) -> dict[str, Any]:
    name, colour = _text(said.get("name") or ""), _text(said.get("color") or "")
    if not name:
        raise _Wrong(tr("the class number {number} has no name").format(number=place))
    if colour and not COLOUR.fullmatch(colour):
        sentence = tr("the colour of “{name}” is {colour}: six digits are needed, as in #0072b2")
        raise _Wrong(sentence.format(name=name, colour=colour))
    number = _whole(_number(said.get("value", place), (0, LARGEST_CLASS)))
    description = _text(said.get("description") or "")
    return {"value": number, "name": name, "color": colour and f"#{colour.lstrip('#').lower()}",
            "description": description}  # fmt: skip


def _scaling(value: Any) -> list[dict[str, Any]]:
    """Scalings as the extension writes them, from a name or from themselves."""
    if isinstance(value, str):
        return [as_json(one) for one in NAMED_SCALINGS[_one_of(value, dict.fromkeys(NAMED_SCALINGS, ""))]]
    given = [value] if isinstance(value, Mapping) else value
    if not isinstance(given, list) or not all(isinstance(one, Mapping) for one in given):
        raise _Wrong(tr("found {value!r}, a list is needed").format(value=value))
    return [as_json(_one_scaling(one)) for one in given]


def _one_scaling(said: Mapping[str, Any]) -> Scaling:
    kind = _one_of(said.get("type"), dict.fromkeys(SCALING_FIELDS, ""))
    return Scaling(kind, tuple(float(_number(said.get(name))) for name in SCALING_FIELDS[kind]))


def as_json(one: Scaling) -> dict[str, Any]:
    """A scaling in the words of the extension."""
    return {"type": one.kind, **dict(zip(SCALING_FIELDS[one.kind], one.values, strict=True))}


def _interval(value: Any) -> list[float]:
    if not isinstance(value, list) or len(value) != 2:
        raise _Wrong(tr("found {value!r}, two numbers are needed").format(value=value))
    low, high = (_number(one, (0, 1)) for one in value)
    if low > high:
        raise _Wrong(tr("the first number, {low}, is above the second, {high}").format(low=low, high=high))
    return [low, high]
