"""Nodes of a graticule: measured where both lines are seen, predicted from the others where they are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from .bands import FloatArray
from .crossings import Crossing
from .lattice import SPACING_TOLERANCE

Kind: TypeAlias = Literal["measured", "weak", "predicted"]
Number: TypeAlias = tuple[int, int]
"""Number of the line from top to bottom, from the left, and of the line from left to right, from the top."""

WEAK_SUPPORT = 0.5
WEAK_SIGMA_PX = 1.0
LEAST_SCATTER_PX = 0.5
HUBER = 1.345


@dataclass(frozen=True, kw_only=True)
class Node:
    """A crossing of the graticule.

    Parameters
    ----------
    i, j : int
        Number of its line from top to bottom, counted from the left, and of its line from left to right,
        counted from the top; from 0.
    col, row : float
        Pixels from the upper left corner of the image, continuous.
    kind : str
        ``measured``; ``weak``, measured, but to be looked at; ``predicted``, not seen at all.
    sigma_px : float
        Standard error along each axis.
    confidence : float
        Share of the line less seen around it, 0 to 1; 0 for a predicted one.
    """

    i: int
    j: int
    col: float
    row: float
    kind: Kind
    sigma_px: float
    confidence: float


@dataclass(frozen=True)
class Plane:
    """Pixels of each node number, as equal cells give them.

    ``steps`` of shape (3, 2): place of node (0, 0), step from one column to the next, and from one row to the
    next, each as col and row. ``scatter_px`` says how far measured nodes lie from it along each axis.
    """

    steps: FloatArray
    scatter_px: float
    covariance: FloatArray

    def at(self, number: Number) -> FloatArray:
        """Col and row of a node."""
        return np.asarray(np.array([1.0, *number]) @ self.steps)

    def sigma(self, number: Number) -> float:
        """Standard error of a node that was not seen, along each axis: it grows away from those that were."""
        here = np.array([1.0, *number])
        return float(self.scatter_px * np.sqrt(1 + here @ self.covariance @ here))

    @property
    def spacing_px(self) -> tuple[float, float]:
        """Distance of neighbouring columns, and of neighbouring rows."""
        return float(np.hypot(*self.steps[1])), float(np.hypot(*self.steps[2]))

    @property
    def rotation_deg(self) -> float:
        """Turn clockwise as the image shows it: the mean of both directions, where paper has sheared."""
        (right_col, right_row), (down_col, down_row) = self.steps[1:]
        return float(np.degrees(np.arctan2(right_row, right_col) + np.arctan2(-down_col, down_row)) / 2)


def nodes_of(
    found: Mapping[Number, Crossing | None], width: int, height: int
) -> tuple[tuple[Node, ...], Plane | None]:
    """Nodes on the image, and the plane through the measured ones; none where fewer than two were."""
    seen = {number: crossing for number, crossing in found.items() if crossing is not None}
    if len(seen) < 2:
        return (), None
    plane = plane_of(list(seen), np.array([(one.col, one.row) for one in seen.values()]))
    nodes = [_node(number, crossing, plane) for number, crossing in found.items()]
    return tuple(one for one in nodes if 0 <= one.col <= width and 0 <= one.row <= height), plane


def _node(number: Number, crossing: Crossing | None, plane: Plane) -> Node:
    i, j = number
    col, row = plane.at(number)
    if crossing is None:
        sigma = plane.sigma(number)
        return Node(
            i=i, j=j, col=float(col), row=float(row), kind="predicted", sigma_px=sigma, confidence=0.0
        )
    away = float(np.hypot(crossing.col - col, crossing.row - row))
    sure = (
        crossing.support >= WEAK_SUPPORT
        and crossing.sigma_px <= WEAK_SIGMA_PX
        and away <= SPACING_TOLERANCE * min(plane.spacing_px)
    )
    return Node(
        i=i, j=j, col=crossing.col, row=crossing.row, kind="measured" if sure else "weak",
        sigma_px=crossing.sigma_px, confidence=crossing.support,
    )  # fmt: skip


def plane_of(numbers: list[Number], pixels: FloatArray) -> Plane:
    """The plane through measured nodes, by least squares with Huber's weights.

    Nodes of one line alone do not tell the step across it: cells are taken for squares then.
    """
    places = np.column_stack([np.ones(len(numbers)), np.array(numbers, np.float64)])
    if np.linalg.matrix_rank(places) < 3:
        places, pixels = _with_squares(places, pixels)
    weight = np.ones(len(places))
    for _ in range(10):
        root = np.sqrt(weight)[:, None]
        steps, *_ = np.linalg.lstsq(root * places, root * pixels, rcond=None)
        away = np.hypot(*(pixels - places @ steps).T)
        scale = max(1.4826 * float(np.median(away)), LEAST_SCATTER_PX)
        weight = np.minimum(1, HUBER * scale / np.maximum(away, 1e-9))
    free = len(numbers) - 3
    spacing = min(float(np.hypot(*step)) for step in steps[1:])
    rms = float(np.sqrt(np.sum(weight * away**2) / (2 * max(free, 1))))
    scatter = rms if free >= 3 else max(rms, SPACING_TOLERANCE * spacing / 2)
    covariance = np.asarray(np.linalg.inv((weight[:, None] * places).T @ places), np.float64)
    return Plane(np.asarray(steps, np.float64), max(scatter, LEAST_SCATTER_PX), covariance)


def _with_squares(places: FloatArray, pixels: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Nodes of one line, and those that squares on it would have beside them."""
    first, last = int(np.argmin(places.sum(axis=1))), int(np.argmax(places.sum(axis=1)))
    steps = places[last, 1:] - places[first, 1:]
    along = (pixels[last] - pixels[first]) / max(abs(steps).sum(), 1)
    # The next line below lies a quarter turn clockwise of the way right, as an image shows it.
    beside = np.array([-along[1], along[0]]) if steps[0] else np.array([along[1], -along[0]])
    other = np.array([0.0, 0.0, 1.0]) if steps[0] else np.array([0.0, 1.0, 0.0])
    return np.vstack([places, places + other]), np.vstack([pixels, pixels + beside])
