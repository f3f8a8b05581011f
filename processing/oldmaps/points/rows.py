"""Which way the rows of a file count: programs disagree, and a wrong guess would mirror the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal, TypeAlias

from ...errors import RequestError
from ...language import tr

Direction: TypeAlias = Literal["up", "down", "bottom"]
"""From the upper left corner upwards (rows are negative) or downwards; upwards from the lower left one."""


@dataclass(frozen=True)
class Rows:
    """What the user says of a file's rows.

    Parameters
    ----------
    direction : Direction, optional
        None leaves it to the file; where its signs contradict its format, the user is asked.
    height : int, optional
        Of the image in pixels, which rows from the bottom need.
    """

    direction: Direction | None = None
    height: int | None = None

    def of(self, values: Sequence[float], usual: Direction, name: str) -> list[float]:
        """Rows from the top, downwards, of what a file gives.

        Parameters
        ----------
        values : sequence of float
        usual : Direction
            What its format says.
        name : str
            Of the file, for sentences.

        Raises
        ------
        RequestError
            Their signs contradict the format and nothing was said; or the height is missing.

        Examples
        --------
        >>> Rows().of([-10.5, -20.0], "up", "a.points")
        [10.5, 20.0]
        >>> Rows("bottom", 100).of([10.0, 20.0], "up", "a.points")
        [90.0, 80.0]
        """
        direction = self.direction or usual
        contradicting = -1 if usual == "down" else 1  # a median of 0 says nothing
        if self.direction is None and values and median(values) * contradicting > 0:
            raise RequestError(_ambiguous(name, usual))
        if direction == "bottom":
            if self.height is None:
                sentence = tr("rows of {name} count from the bottom: give the sheet's image, for its height")
                raise RequestError(sentence.format(name=name))
            return [self.height - value for value in values]
        return [0.0 - value for value in values] if direction == "up" else list(values)


def _ambiguous(name: str, usual: Direction) -> str:
    if usual == "up":
        return tr(
            "{name} has positive rows where its format has negative ones, so another program wrote it: say "
            "whether they count “down” from the upper left corner or from the “bottom” left one"
        ).format(name=name)
    return tr(
        "{name} has negative rows where its format has positive ones, so another program wrote it: say that "
        "they count “up” from the upper left corner, if so"
    ).format(name=name)
