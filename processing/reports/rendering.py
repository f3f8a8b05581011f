"""From the blocks of a report to one HTML file."""

from __future__ import annotations

import base64
import math
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ..errors import OutputError
from ..language import current_language, tr
from . import formats
from .blocks import Bars, Block, Matrix, Report
from .sketches import drawing

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_FOLDER = Path(__file__).parent
_HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class TextWriter(Protocol):
    """Anything with ``write(text)``."""

    def write(self, text: str, /) -> object: ...


def render(target: str | Path | TextWriter, report: Report) -> None:
    """Write the report, in the language spoken now, as one HTML file that needs nothing beside it.

    Parameters
    ----------
    target : path, or stream of text
        Where to. A file is written in UTF-8.
    report : Report
        What to show. Its texts are shown as they are: markup in them is not obeyed.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    text = to_html(report)
    if not isinstance(target, str | Path):
        target.write(text)
        return
    try:
        Path(target).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        sentence = tr("The report cannot be written to {path}: {reason}. Choose another folder.")
        raise OutputError(sentence.format(path=target, reason=error.strerror or error)) from error


def to_html(report: Report) -> str:
    """The report as the text of an HTML page."""
    words = {"total": tr("Total"), "care": tr("Take care")}
    return _template().render(report=report, language=current_language(), words=words)


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        style=_style(),
        kind_of=_kind_of,
        axis=_axis,
        strengths=_strengths,
        orientation=_orientation,
        drawing=drawing,
    )
    environment.filters.update(cell=formats.cell, colour=_colour, base64=_base64)
    return environment.get_template("report.html")


def _style() -> Markup:
    from markupsafe import Markup

    return Markup((_FOLDER / "report.css").read_text(encoding="utf-8"))


def _kind_of(block: Block) -> str:
    return type(block).__name__.lower()


def _colour(text: str | None) -> str:
    """The colour, if it is one: a card may hold anything, and an attribute is no place for it."""
    return text if text and _HEX_COLOUR.fullmatch(text) else ""


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _orientation(matrix: Matrix) -> str:
    return tr("Rows: {rows}. Columns: {columns}.").format(rows=matrix.rows, columns=matrix.columns)


def _strengths(matrix: Matrix) -> list[list[float]]:
    """Strength of each cell's shade, 0 to 1: its share of the row, errors brought out."""
    rows = enumerate(matrix.counts)
    return [[_strength(count, sum(row), wrong=i != j) for j, count in enumerate(row)] for i, row in rows]


def _strength(count: float, total: float, *, wrong: bool) -> float:
    share = count / total if total else 0.0
    return min(1.0, 1.6 * share) if wrong else share


def _axis(bars: Bars) -> tuple[float, tuple[float, ...]]:
    """Greatest value of the axis, and its marks: quarters of a round number."""
    ends = [end for bar in bars.bars for end in (bar.value, bar.high) if end is not None]
    greatest = bars.maximum or max(ends, default=0.0) or 1.0
    top = bars.maximum or _round_up(greatest)
    return top, tuple(top * quarter / 4 for quarter in range(5))


def _round_up(value: float) -> float:
    """Least of 1, 2, 4, 6, 8 times a power of ten that is not below the value.

    >>> _round_up(0.37), _round_up(61.0), _round_up(4.0)
    (0.4, 80.0, 4.0)
    """
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(round(step * power, 12) for step in (1, 2, 4, 6, 8, 10) if step * power >= value * (1 - 1e-9))
