"""Values that strangers wrote, made fit to be told: JSON that any reader takes, and not without end."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LONGEST_TEXT = 4000
MOST_ITEMS = 2000
DEEPEST = 100  # levels of objects and lists; an Item has a dozen


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


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON; half a character, which UTF-8 has no bytes for, keeps its escape."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", errors="backslashreplace")


def is_deep(value: Any) -> bool:
    """Whether a value of JSON is nested so deep that what goes through it could give way.

    Examples
    --------
    >>> import functools
    >>> is_deep({"a": [[1]]}), is_deep(functools.reduce(lambda inner, _: [inner], range(200), 1))
    (False, True)
    """
    level = [value]
    for _ in range(DEEPEST):
        inner = (
            one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)
        )
        level = [one for holder in inner for one in holder if isinstance(one, dict | list)]
        if not level:
            return False
    return True


def text_of(value: Any) -> str:
    """A text where one stands, empty otherwise."""
    return value if isinstance(value, str) else ""


def objects_of(value: Any) -> list[Mapping[str, Any]]:
    """The objects in a list, none where there is no list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def mapping_of(value: Any) -> Mapping[str, Any]:
    """An object where one stands, an empty one otherwise."""
    return value if isinstance(value, Mapping) else {}
