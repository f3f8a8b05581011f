"""Evidence of straight lines: how much of each band of a sheet a line covers, at each place and slope."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from .traces import BLOCK, FloatImage

FloatArray: TypeAlias = NDArray[np.float64]

BAND = 64
"""Blocks in a band: a line is nearly straight over 1024 pixels, whatever the paper has been through."""

SLOPE_STEP_DEG = 0.1
BACKGROUND_PX = 129  # among its neighbours within this width a line stands out; hatching does not
SEEN_SHARE = 0.3  # of a line's length that has to lie on the drawing for it to be judged
LEAST_SCORE = 0.2
CLUTTER_TIMES = 1.5  # what stands out scores so much higher than nine places of ten


@dataclass(frozen=True)
class Bands:
    """Evidence of lines of one direction.

    Written for lines from top to bottom: ``position`` is a column, ``along`` a row. For lines from left to
    right the two change places.

    Parameters
    ----------
    slopes : array of shape (slopes,), float64
        Pixels of position gained with each pixel along.
    middles : array of shape (bands,), float64
        Where along the line the middle of each band lies, in pixels.
    evidence : array of shape (slopes, bands, positions), float32
        Share of the band that a line through this position of its middle covers, less the mean of its
        neighbourhood; 0 to 1.
    drawn : array of shape (bands, positions), float32
        Share of the band that lies on the drawing, 0 to 1.
    bend_px : int
        How far a line may lie beside the straight one in each band.
    """

    slopes: FloatArray
    middles: FloatArray
    evidence: FloatImage
    drawn: FloatImage
    bend_px: int

    @property
    def centre(self) -> float:
        """Middle of the sheet along the lines."""
        return float(self.middles.mean())

    @property
    def positions(self) -> int:
        """Number of positions."""
        return int(self.evidence.shape[2])


def bands_of(counts: NDArray[np.uint8], drawn: NDArray[np.bool_], rotation_deg: float) -> Bands:
    """Evidence of lines of one direction, for slopes up to a rotation.

    Parameters
    ----------
    counts : array of shape (blocks, positions), uint8
        See :class:`~releve.processing.oldmaps.graticule.traces.Traces`.
    drawn : array of shape (blocks, blocks across), bool
        Where something is drawn.
    rotation_deg : float
    """
    steps = max(1, round(rotation_deg / SLOPE_STEP_DEG))
    slopes = np.tan(np.radians(np.linspace(-rotation_deg, rotation_deg, 2 * steps + 1)))
    blocks, positions = counts.shape
    edges = np.linspace(0, blocks, max(1, round(blocks / BAND)) + 1).astype(int)
    evidence = np.zeros((len(slopes), len(edges) - 1, positions), np.float32)
    seen = np.zeros(evidence.shape[1:], np.float32)
    for band, (first, last) in enumerate(pairwise(edges)):
        seen[band] = np.repeat(drawn[first:last].mean(axis=0), BLOCK)[:positions]
        for at, slope in enumerate(slopes):
            evidence[at, band] = _covered(counts[first:last], float(slope))
    flat = evidence.reshape(-1, positions)
    flat -= cv2.blur(flat, (BACKGROUND_PX, 1))
    np.maximum(evidence, 0, out=evidence)
    middles = (edges[:-1] + edges[1:]) / 2 * BLOCK
    return Bands(slopes, middles, evidence, seen, max(4, round(0.001 * blocks * BLOCK)))


def _covered(counts: NDArray[np.uint8], slope: float) -> FloatImage:
    """Share of a band that lines of one slope cover, by their position in its middle."""
    total = np.zeros(counts.shape[1], np.uint16)
    middle = (len(counts) - 1) / 2
    for at, row in enumerate(counts):
        _add(total, row, round(slope * BLOCK * (at - middle)))
    return (total / np.float32(len(counts) * BLOCK)).astype(np.float32)


def _add(total: NDArray[Any], row: NDArray[Any], shift: int) -> None:
    """Add a row, read ``shift`` pixels further."""
    size = len(total)
    if abs(shift) >= size:
        return
    if shift >= 0:
        total[: size - shift] += row[shift:]
    else:
        total[-shift:] += row[:shift]


@dataclass(frozen=True)
class Scores:
    """How much of the drawing a whole line covers.

    Parameters
    ----------
    slopes : array of shape (slopes,), float64
    covered : array of shape (slopes, positions), float32
        Share of its length on the drawing that a line shows, by its position in the middle of the sheet.
    drawn : array of shape (positions,), float32
        Share of an upright line's length that lies on the drawing.
    """

    slopes: FloatArray
    covered: FloatImage
    drawn: FloatImage

    @cached_property
    def highest(self) -> FloatImage:
        """The score of the best line through each position."""
        return np.asarray(self.covered.max(axis=0), np.float32)

    @cached_property
    def least(self) -> float:
        """The score from which a line stands out among the streets, walls and letters of its sheet."""
        somewhere = self.highest[self.highest > 0]
        if not somewhere.size:
            return 1.0
        return max(LEAST_SCORE, CLUTTER_TIMES * float(np.percentile(somewhere, 90)))

    def best(
        self, positions: FloatArray, slope: float, *, reach_px: float, slope_reach: float
    ) -> tuple[FloatArray, FloatArray]:
        """The highest score near each position and a slope, and its own position; 0 off the sheet."""
        near = np.flatnonzero(np.abs(self.slopes - slope) <= slope_reach + 1e-9)
        reach = round(reach_px)
        at = np.rint(positions).astype(int)[:, None] + np.arange(-reach, reach + 1)
        inside = (at >= 0) & (at < self.covered.shape[1])
        rows = self.covered[near[:, None, None], np.clip(at, 0, self.covered.shape[1] - 1)]
        found = np.where(inside, rows.max(axis=0, initial=0.0), 0.0).astype(np.float64)
        most = found.max(axis=1)
        top = (found >= most[:, None] - 1e-6) & inside  # a line may bend: its best positions are many
        seen = top.any(axis=1)
        own = np.where(seen, (top * at).sum(axis=1) / np.maximum(top.sum(axis=1), 1), positions)
        return most, own


def scores_of(bands: Bands) -> Scores:
    """Score of each line right across the sheet; it may bend by ``bend_px``."""
    covered = np.zeros((len(bands.slopes), bands.positions), np.float32)
    kernel = np.ones((1, 2 * bands.bend_px + 1), np.uint8)
    for at, slope in enumerate(bands.slopes):
        near = cv2.dilate(bands.evidence[at], kernel)
        found, length = np.zeros((2, bands.positions), np.float32)
        for band, middle in enumerate(bands.middles):
            shift = round(slope * (middle - bands.centre))
            _add(found, near[band], shift)
            _add(length, bands.drawn[band], shift)
        bands_seen = length >= SEEN_SHARE * len(bands.middles)
        covered[at] = np.where(bands_seen, np.minimum(found / np.maximum(length, 1e-3), 1), 0)
    return Scores(bands.slopes, covered, bands.drawn.mean(axis=0))
