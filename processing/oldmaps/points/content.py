"""What a file of points holds, before anything is understood of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ...errors import VectorError
from ...language import tr

LONGEST = 64 * 2**20
"""Bytes beyond which a text holds no points of a sheet."""
csv.field_size_limit(LONGEST)  # a mask or a note may be long, and a file of one line is looked at too


@dataclass(frozen=True)
class Content:
    """A file, and which of its sheets is meant.

    Parameters
    ----------
    path : str
    part : str
        Number, from 1, or id of the one sheet meant where a file holds several; empty where it does not.
    """

    path: str
    part: str = ""

    @classmethod
    def named(cls, source: str) -> Content:
        """The file that a text names: ``path``, or ``path|sheet=3`` for one sheet of several.

        Examples
        --------
        >>> Content.named("atlas.json|sheet=3")
        Content(path='atlas.json', part='3')
        """
        path, _, part = source.partition("|sheet=")
        return cls(path, part)

    @property
    def name(self) -> str:
        """Name of the file, for sentences."""
        return Path(self.path).name

    @cached_property
    def head(self) -> bytes:
        """The first bytes."""
        try:
            with open(self.path, "rb") as file:
                return file.read(64)
        except OSError as error:
            sentence = tr("{path} cannot be read ({reason}): choose a file of control points")
            raise VectorError(sentence.format(path=self.path, reason=error.strerror)) from error

    @property
    def is_text(self) -> bool:
        """Whether it is text, and no picture."""
        return b"\0" not in self.head

    @cached_property
    def _data(self) -> bytes:
        with open(self.path, "rb") as file:
            data = file.read(LONGEST + 1)
        if len(data) > LONGEST:
            sentence = tr("{name} is too long for a file of control points: choose another file")
            raise VectorError(sentence.format(name=self.name))
        return data

    @cached_property
    def encoding(self) -> str:
        """``utf-8``, ``utf-8-sig`` (with a byte order mark), or ``latin-1`` for what is no UTF-8."""
        if self._data.startswith(b"\xef\xbb\xbf"):
            return "utf-8-sig"
        try:
            self._data.decode()
        except UnicodeDecodeError:
            return "latin-1"
        return "utf-8"

    @cached_property
    def text(self) -> str:
        """All of it, its ends of lines as they are."""
        return self._data.decode(self.encoding)

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """Number, from 1, and text of each line that is not blank."""
        return tuple((number, line) for number, line in enumerate(self.text.splitlines(), 1) if line.strip())

    def fault(self, line: int, found: str, needed: str) -> VectorError:
        """The error that says what is wrong with a line."""
        sentence = tr("{name}, line {line}: found “{found}”, {needed} is needed")
        return VectorError(sentence.format(name=self.name, line=line, found=found[:SHOWN], needed=needed))

    def number(self, line: int, text: str) -> float:
        """The finite number that a field holds."""
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not abs(number) < float("inf"):
            raise self.fault(line, text, tr("a number"))
        return number


SHOWN = 60
"""Characters of a wrong line that a sentence shows."""


def spelled(number: float) -> str:
    """The shortest text that reads as the same number again.

    Examples
    --------
    >>> spelled(200.0), spelled(-0.1)
    ('200', '-0.1')
    """
    return repr(float(number)).removesuffix(".0")


def encoded(text: str, encoding: str) -> bytes:
    """The text as bytes; UTF-8 where the encoding of its file lacks a letter.

    Examples
    --------
    >>> encoded("é", "latin-1"), encoded("…", "latin-1").decode(), encoded(chr(0xD83D), "utf-8")
    (b'\\xe9', '…', b'\\\\ud83d')
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode(errors="backslashreplace")  # as JSON spells half of a pair
