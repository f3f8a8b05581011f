"""Values that strangers wrote, made fit to be told: JSON that any reader takes, and not without end."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

LONGEST_TEXT = 4000
MOST_ITEMS = 2000


def plain(value: Any) -> Any:
    """A value as JSON: no NaN, no half characters, no texts or lists without end.

    Examples
    --------
    >>> plain({"a": float("nan"), "b": ["x" * 5000, "\\ud800"]})["b"][1]
    '?'
    """
    if isinstance(value, str):
        text = value.encode("utf-8", "replace").decode("utf-8")
        return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    if isinstance(value, Mapping):
        return {plain(str(key)): plain(one) for key, one in list(value.items())[:MOST_ITEMS]}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value[:MOST_ITEMS]]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, bool | int | float) or value is None else plain(str(value))


def text_of(value: Any) -> str:
    """A text where one stands, empty otherwise."""
    return value if isinstance(value, str) else ""


def objects_of(value: Any) -> list[Mapping[str, Any]]:
    """The objects in a list, none where there is no list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def mapping_of(value: Any) -> Mapping[str, Any]:
    """An object where one stands, an empty one otherwise."""
    return value if isinstance(value, Mapping) else {}
