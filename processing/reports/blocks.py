"""What a report is made of: small frozen blocks, which say what is shown and not how.

Texts are plain text: markup in them is shown, never obeyed. A number is given as a number; the renderer
writes it as the language of the reader does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

NumberKind: TypeAlias = Literal["number", "percent"]
Cell: TypeAlias = "str | int | float | tuple[float | None, float | None] | None"
"""A text, a number, the two ends of an interval, or None where there is nothing to say."""


@dataclass(frozen=True)
class Heading:
    """Title of a section (level 2) or of a part of one (level 3)."""

    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    text: str


@dataclass(frozen=True)
class Warning:
    """A sentence that the reader must not miss."""

    text: str


@dataclass(frozen=True)
class Facts:
    """Names and what they stand for, in the order given."""

    items: Sequence[tuple[str, Cell]]


@dataclass(frozen=True)
class Column:
    """One column of a table. ``digits``: decimals; None writes as many as the number needs."""

    title: str
    kind: Literal["text", "number", "percent"] = "text"
    digits: int | None = None


@dataclass(frozen=True)
class Table:
    """Rows of cells under ``columns``; the first column names the rows."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    caption: str


@dataclass(frozen=True)
class Matrix:
    """A confusion matrix, shaded by the share of each row, with totals.

    ``counts`` has one row and one column a label; ``rows`` and ``columns`` say what each stands for ("map",
    "reference"), and are printed.
    """

    labels: Sequence[str]
    counts: Sequence[Sequence[float]]
    rows: str
    columns: str
    caption: str
    kind: NumberKind = "number"
    digits: int | None = None

    def __post_init__(self) -> None:
        size = len(self.labels)
        if len(self.counts) != size or any(len(row) != size for row in self.counts):
            raise ValueError(f"{size} labels need {size} rows of {size} counts")


@dataclass(frozen=True)
class Bar:
    """One bar, with the interval of its value where it has one. ``color``: ``#rrggbb``."""

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    color: str | None = None


@dataclass(frozen=True)
class Bars:
    """Horizontal bars on one axis from 0 to ``maximum`` (the greatest end of an interval unless given)."""

    bars: Sequence[Bar]
    caption: str
    kind: NumberKind = "number"
    digits: int | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class Image:
    """A picture, kept inside the report. ``alt`` says what it shows to those who cannot see it."""

    png: bytes
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Mark:
    """A place on a sketch. ``stands_out``: it wants to be looked at, and shows its label."""

    x: float
    y: float
    label: str = ""
    stands_out: bool = False


@dataclass(frozen=True)
class Arrow:
    """A line from a place, where a mark had better stand, to another, ``dx`` and ``dy`` away."""

    x: float
    y: float
    dx: float
    dy: float
    stands_out: bool = False


@dataclass(frozen=True)
class Patch:
    """A polygon with a shade: -1 and 1 are the strongest, of either colour, 0 is none."""

    corners: Sequence[tuple[float, float]]
    strength: float


@dataclass(frozen=True)
class Sketch:
    """A drawing in a plane with y upwards: patches, then an outline, arrows and marks upon them.

    ``alt`` says what it shows to those who cannot see it.
    """

    alt: str
    caption: str
    outline: Sequence[tuple[float, float]] = ()
    patches: Sequence[Patch] = ()
    arrows: Sequence[Arrow] = ()
    marks: Sequence[Mark] = ()


@dataclass(frozen=True)
class LegendEntry:
    """One class of a legend. ``color``: ``#rrggbb``, None where the map gives none."""

    name: str
    color: str | None = None
    value: int | None = None


@dataclass(frozen=True)
class Legend:
    """Classes with their colours."""

    entries: Sequence[LegendEntry]
    caption: str


@dataclass(frozen=True)
class Source:
    """Text shown letter by letter (a request, a file), folded under ``title`` until it is asked for."""

    title: str
    text: str


Block: TypeAlias = (
    "Heading | Paragraph | Warning | Facts | Table | Matrix | Bars | Image | Sketch | Legend | Source"
)


@dataclass(frozen=True)
class Report:
    """A title, one line under it, and the blocks."""

    title: str
    blocks: Sequence[Block]
    subtitle: str = ""
