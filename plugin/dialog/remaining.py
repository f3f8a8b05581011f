"""How long a run will still take, told from its progress."""

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Optional

from ..i18n import tr

FIRST_AFTER_S = 3.0
FIRST_FROM = 0.02
"""Seconds and share of the work from which on a guess is worth telling."""
LONGER = 1.3
"""A guess so many times the time told is no noise: the work has become slower, which is told too."""


@dataclass
class Remaining:
    """Counts down; goes up only where the work takes clearly longer than was thought.

    The pace is that of the later half of the time so far. Times are seconds of a clock that never goes back.
    """

    started_s: float
    _points: list[tuple[float, float]] = field(default_factory=list)
    _end_s: Optional[float] = None

    def seconds(self, fraction: float, now_s: float) -> Optional[float]:
        """Seconds left when ``fraction`` of the work is done, 0 to 1; None while nobody can know."""
        if not self._points or fraction > self._points[-1][1]:
            self._points.append((now_s, fraction))
            self._look_again(fraction, now_s)
        elif self._end_s is not None and now_s >= self._end_s:
            self._look_again(fraction, now_s)  # it should be done by now
        return None if self._end_s is None or fraction >= 1 else max(self._end_s - now_s, 1)

    def _look_again(self, fraction: float, now_s: float) -> None:
        if now_s - self.started_s < FIRST_AFTER_S or not FIRST_FROM <= fraction < 1:
            return
        end_s = now_s + (1 - fraction) / self._pace(now_s)
        told = self._end_s
        if told is None or end_s < told or end_s - now_s > LONGER * max(told - now_s, 1):
            self._end_s = end_s

    def _pace(self, now_s: float) -> float:
        """Share of the work done in a second, lately."""
        half = (self.started_s + now_s) / 2
        place = bisect_right(self._points, (half, 1.0)) - 1
        since, before = self._points[place] if place >= 0 else (self.started_s, 0.0)
        return (self._points[-1][1] - before) / (now_s - since) or FIRST_FROM / (now_s - self.started_s)


def in_words(seconds: float) -> str:
    """As coarse as the guess is: "about 3 min left"."""
    if seconds < 60:
        return tr("about {count} s left").format(count=max(5 * math.ceil(seconds / 5), 5))
    minutes = math.ceil(seconds / 60)
    if minutes < 60:
        return tr("about {count} min left").format(count=minutes)
    return tr("about {hours} h {minutes:02d} min left").format(
        hours=minutes // 60, minutes=minutes % 60 // 5 * 5
    )
