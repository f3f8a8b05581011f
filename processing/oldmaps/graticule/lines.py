"""Straight lines that stand out, each right across the sheet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .bands import Scores
from .traces import BLOCK, FloatImage

MOST_LINES = 40
APART_PX = 30


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of one direction, by its position in the middle of the sheet, its slope and its score.

    ``frame`` says that one side of it is bare: the neat line around the drawing, or the edge of the paper.
    """

    position: float
    slope: float
    score: float
    frame: bool = False


def lines_of(scores: Scores, density: FloatImage) -> tuple[Line, ...]:
    """The lines that stand out, strongest first.

    ``density`` is the share of ink by blocks, of shape (blocks along, blocks across).
    """
    height = scores.highest.copy()
    found: list[Line] = []
    while len(found) < MOST_LINES and height[at := int(height.argmax())] >= scores.least:
        slope = float(scores.slopes[int(scores.covered[:, at].argmax())])
        beside = height[at : at + APART_PX] >= 0.98 * height[at]  # a line may bend: its best places are many
        position = at + (int(beside.argmin()) - 1) / 2
        frame = _one_side_is_bare(density, position, slope)
        found.append(Line(position=position, slope=slope, score=float(height[at]), frame=frame))
        height[max(0, at - APART_PX) : at + APART_PX + 1] = 0
    return tuple(found)


def _one_side_is_bare(density: FloatImage, position: float, slope: float, reach: int = 12) -> bool:
    """Whether far less is drawn on one side of a line, a little away from it, than on the other."""
    along = np.arange(len(density))
    at = (position + slope * BLOCK * (along - along.mean())) / BLOCK
    sides = []
    for side in (-1, 1):
        across = at[:, None] + side * np.arange(3, reach)
        inside = (across >= 0) & (across < density.shape[1])
        ink = density[along[:, None], np.clip(across, 0, density.shape[1] - 1).astype(int)]
        sides.append(float((ink * inside).sum()) / ink.size)
    return bool(min(sides) < 0.15 * max(sides))
