"""Equally spaced lines among all that stand out: a graticule, and neither folds nor rails nor streets."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from .bands import Scores
from .lines import APART_PX, Line

LEAST_SPACING_PX = 120.0
SPACING_TOLERANCE = 0.006  # of the spacing: paper stretches by less from one cell to the next
ASPECT_TOLERANCE = 0.015  # between both directions of a graticule of squares
SLOPE_TOLERANCE = math.tan(math.radians(0.25))  # of parallel lines
SHEAR_TOLERANCE = math.tan(math.radians(0.7))  # between both directions
CLEAR_SCORE = 0.45
CLEAR_LEAD = 1.3  # of a line that stands alone in its direction over the next
DRAWN_SHARE = 0.3
MISSING = 2.0


@dataclass(frozen=True, kw_only=True)
class Row:
    """Equally spaced parallel lines; line ``m`` of ``count`` lies at ``first + m * spacing``.

    ``scores`` has one of each line, below ``least`` where it does not stand out.
    """

    first: float
    spacing: float
    slope: float
    scores: tuple[float, ...]
    least: float

    @property
    def positions(self) -> tuple[float, ...]:
        """Position of each line."""
        return tuple(self.first + m * self.spacing for m in range(len(self.scores)))

    @property
    def is_seen(self) -> tuple[bool, ...]:
        """Whether each line stands out."""
        return tuple(score >= self.least for score in self.scores)

    @property
    def seen(self) -> int:
        """How many of the lines stand out."""
        return sum(self.is_seen)

    @property
    def gain(self) -> float:
        """Evidence for the row: a line that should be there and is not counts twice against it."""
        over = [score - self.least for score in self.scores]
        return sum(one if one >= 0 else MISSING * one for one in over)

    def trimmed(self) -> Row:
        """The row from the first line that is seen to the last: beyond them it would be guessed."""
        seen = np.flatnonzero(self.is_seen)
        low, high = int(seen[0]), int(seen[-1]) + 1
        return replace(self, first=self.first + low * self.spacing, scores=self.scores[low:high])


@dataclass(frozen=True, kw_only=True)
class Lattice:
    """Both directions of a graticule: lines from top to bottom, and from left to right."""

    columns: Row
    rows: Row

    @property
    def gain(self) -> float:
        """Evidence for the graticule."""
        return self.columns.gain + self.rows.gain


def lattice_of(
    columns: tuple[Line, ...], rows: tuple[Line, ...], scores: tuple[Scores, Scores]
) -> Lattice | None:
    """The graticule that the lines of both directions agree on; None where they agree on none.

    Equal spacing in one direction proposes, the other direction has to answer with the same spacing; a
    graticule of oblong cells has to show three lines in each.
    """
    on_columns, on_rows = scores
    found = []
    for row in _proposals(columns, on_columns):
        for other in _answers(rows, on_rows, row.spacing, row.slope):
            found.append(Lattice(columns=row, rows=other))
    for row in _proposals(rows, on_rows):
        for other in _answers(columns, on_columns, row.spacing, row.slope):
            found.append(Lattice(columns=other, rows=row))
    found += _oblong(columns, rows, scores)
    sound = [one for one in found if _is_sound(one, columns, rows)]
    best = max(sound, key=lambda one: one.gain, default=None)
    return best and Lattice(columns=best.columns.trimmed(), rows=best.rows.trimmed())


def _proposals(lines: tuple[Line, ...], scores: Scores) -> Iterator[Row]:
    """Rows through each pair of lines, with one to twelve cells between them."""
    inner = [line for line in lines if not line.frame]
    for one, other in combinations(inner, 2):
        if abs(one.slope - other.slope) > SLOPE_TOLERANCE:
            continue
        slope = (one.slope + other.slope) / 2
        distance = abs(one.position - other.position)
        for cells in range(1, min(12, int(distance / LEAST_SPACING_PX)) + 1):
            yield _row(scores, min(one.position, other.position), distance / cells, slope)


def _answers(lines: tuple[Line, ...], scores: Scores, spacing: float, across: float) -> Iterator[Row]:
    """Rows of a known spacing, at right angles to lines of a slope, through each line."""
    for line in lines:
        if not line.frame and abs(line.slope + across) <= SHEAR_TOLERANCE:
            yield _row(scores, line.position, spacing, line.slope)


def _oblong(
    columns: tuple[Line, ...], rows: tuple[Line, ...], scores: tuple[Scores, Scores]
) -> Iterator[Lattice]:
    best = [
        max(_proposals(lines, on), key=lambda row: row.gain, default=None)
        for lines, on in zip((columns, rows), scores, strict=True)
    ]
    if best[0] is None or best[1] is None or min(best[0].seen, best[1].seen) < 3:
        return
    if abs(best[0].slope + best[1].slope) <= SHEAR_TOLERANCE:
        yield Lattice(columns=best[0], rows=best[1])


def _row(scores: Scores, through: float, spacing: float, slope: float) -> Row:
    """All lines of a spacing on the drawing, each where it is seen best near its place."""
    drawn = np.flatnonzero(scores.drawn >= DRAWN_SHARE)
    low, high = (float(drawn[0]), float(drawn[-1])) if drawn.size else (through, through)
    first = through - math.floor((through - low) / spacing) * spacing
    count = max(1, int((high - first) / spacing) + 1)
    reach = max(3.0, SPACING_TOLERANCE * spacing)
    numbers = np.arange(count, dtype=np.float64)
    found, at = scores.best(first + numbers * spacing, slope, reach_px=reach, slope_reach=SLOPE_TOLERANCE)
    seen = found >= scores.least
    if seen.sum() >= 2:
        spacing, first = (float(one) for one in np.polyfit(numbers[seen], at[seen], 1))
    return Row(first=first, spacing=spacing, slope=slope, scores=tuple(map(float, found)), least=scores.least)


def _is_sound(lattice: Lattice, columns: tuple[Line, ...], rows: tuple[Line, ...]) -> bool:
    """Whether chance is no explanation: enough lines, most of those expected, a lone one beyond doubt."""
    for row, lines in ((lattice.columns, columns), (lattice.rows, rows)):
        if row.seen < 0.6 * len(row.scores) or not row.seen:
            return False
        if row.seen == 1 and not _stands_alone(row, lines):
            return False
    most, least = sorted((lattice.columns.seen, lattice.rows.seen), reverse=True)
    if most >= 3:
        return True
    return least == 2 and min(_seen(lattice.columns) + _seen(lattice.rows)) >= CLEAR_SCORE


def _seen(row: Row) -> tuple[float, ...]:
    return tuple(score for score in row.scores if score >= row.least)


def _stands_alone(row: Row, lines: tuple[Line, ...]) -> bool:
    """Whether the one line of a row leads clearly over the others of its direction."""
    reach = max(2.0 * APART_PX, SPACING_TOLERANCE * row.spacing)
    at = row.positions[int(np.argmax(row.scores))]
    others = [line.score for line in lines if not line.frame and abs(line.position - at) > reach]
    return max(row.scores) >= CLEAR_LEAD * max(others, default=0.0)
