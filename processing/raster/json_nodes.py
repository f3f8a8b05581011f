"""Values inside a JSON file that know where they stand, so that a fault can be told by its path."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import VectorError
from ..language import tr

SHOWN = 40
"""Characters of a wrong value that a sentence shows."""


@dataclass(frozen=True)
class Node:
    """A value of a JSON file, at ``path`` in the notation of JSONPath.

    Examples
    --------
    >>> node = Node({"body": {"features": [1, "two"]}}, "a.json")
    >>> [item.path for item in node["body"]["features"].items()]
    ['$.body.features[0]', '$.body.features[1]']
    >>> node["body"]["features"].at(1).number()
    Traceback (most recent call last):
    releve.processing.errors.VectorError: a.json, at $.body.features[1]: found "two", a number is needed
    """

    value: Any
    file: str
    path: str = "$"

    def fault(self, needed: str) -> VectorError:
        """The error that says what is needed here instead of what was found."""
        found = json.dumps(self.value, ensure_ascii=False)
        shown = found if len(found) <= SHOWN else found[:SHOWN] + "…"
        sentence = tr("{file}, at {path}: found {found}, {needed} is needed")
        return VectorError(sentence.format(file=self.file, path=self.path, found=shown, needed=needed))

    def __getitem__(self, key: str) -> Node:
        found = self.get(key)
        if found is None:
            sentence = tr("{file}, at {path}: “{key}” is missing")
            raise VectorError(sentence.format(file=self.file, path=self.path, key=key))
        return found

    def get(self, key: str) -> Node | None:
        """A member of an object, None where there is none."""
        members = self.object()
        return Node(members[key], self.file, f"{self.path}.{key}") if key in members else None

    def at(self, index: int) -> Node:
        """One item of a list."""
        return Node(self.list()[index], self.file, f"{self.path}[{index}]")

    def items(self) -> Iterator[Node]:
        """Each item of a list."""
        return (self.at(index) for index in range(len(self.list())))

    def object(self) -> dict[str, Any]:
        """The value, which must be an object."""
        if not isinstance(self.value, dict):
            raise self.fault(tr("an object"))
        return self.value

    def list(self) -> list[Any]:
        """The value, which must be a list."""
        if not isinstance(self.value, list):
            raise self.fault(tr("a list"))
        return self.value

    def text(self) -> str:
        """The value, which must be a text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.fault(tr("a text"))
        return self.value

    def number(self) -> float:
        """The value, which must be a finite number."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            raise self.fault(tr("a number"))
        try:
            number = float(self.value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.fault(tr("a number"))
        return number

    def pair(self) -> tuple[float, float]:
        """The value, which must be a list that begins with two numbers."""
        if len(self.list()) < 2:
            raise self.fault(tr("a list of two numbers"))
        return self.at(0).number(), self.at(1).number()


def parse_json(text: str, file: str) -> Node:
    """The value that a JSON text holds.

    Raises
    ------
    VectorError
        It is no JSON; the message tells the line and the column.

    Examples
    --------
    >>> parse_json("{]", "a.json")
    Traceback (most recent call last):
    releve.processing.errors.VectorError: a.json is no valid JSON: line 1, column 2
    """
    try:
        return Node(json.loads(text), file)
    except (ValueError, RecursionError) as error:  # Python refuses integers of thousands of digits
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        sentence = tr("{file} is no valid JSON: line {line}, column {column}")
        raise VectorError(sentence.format(file=file, line=line, column=column)) from error
