"""How numbers are written, in the language of the reader."""

from __future__ import annotations

import math

from ..language import current_language
from .blocks import Cell

_NARROW = "\u202f"  # narrow no-break space: French groups digits with it and puts it before %
_EN_DASH = "\u2013"
NOTHING = "\u2013"
"""What stands in an empty cell."""


def number(value: float | None, digits: int | None = None) -> str:
    """The number with ``digits`` decimals, or with four significant digits at most.

    Examples
    --------
    >>> number(1234567), number(0.94651), number(2.5, 2), number(None)
    ('1,234,567', '0.9465', '2.50', '–')
    """
    if value is None or not math.isfinite(value):
        return NOTHING
    if digits is None:
        digits = 0 if float(value).is_integer() else max(0, 3 - math.floor(math.log10(abs(value))))
        text = f"{value:,.{digits}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{value:,.{digits}f}"
    return _localised(text)


def percent(share: float | None, digits: int | None = None) -> str:
    """The share (1 is all) in percent, with one decimal unless told.

    Examples
    --------
    >>> percent(0.94651), percent(1.0, 0), percent(None)
    ('94.7%', '100%', '–')
    """
    text = number(None if share is None else 100 * share, 1 if digits is None else digits)
    space = _NARROW if current_language() == "fr" else ""
    return text if text == NOTHING else f"{text}{space}%"


def cell(value: Cell, kind: str = "number", digits: int | None = None) -> str:
    """Any cell as text; an interval as its two ends.

    Examples
    --------
    >>> cell("sea"), cell((0.25, 0.75), "percent", 0), cell((None, None))
    ('sea', '25%\u2009–\u200975%', '–')
    """
    if isinstance(value, str):
        return value
    write = percent if kind == "percent" else number
    if isinstance(value, tuple):
        ends = [write(end, digits) for end in value]
        return NOTHING if NOTHING in ends else f"\u2009{_EN_DASH}\u2009".join(ends)
    return write(value, digits)


def _localised(english: str) -> str:
    text = english.replace("-", "\u2212")
    if current_language() != "fr":
        return text
    return text.translate(str.maketrans(",.", f"{_NARROW},"))
