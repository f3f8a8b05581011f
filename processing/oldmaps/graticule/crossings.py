"""Where two lines of a graticule cross, from the pixels around, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .bands import Bands, FloatArray
from .lattice import SLOPE_TOLERANCE, SPACING_TOLERANCE
from .traces import ALONG_PX, MARGIN, FloatImage, GreyReader, Ink, responses

HALF_WINDOW = 150  # within which a line is recognised
NEAR_CROSSING = 60  # within which it is measured
REACH_PX = 8  # how far from its track a line is looked for
THIN_PX = 3.0
PROFILE_PX = 14
NEAR_PX = 2.0  # how far from the straight segment its pixels may lie
LEAST_EVIDENCE = 0.12
LEAST_SUPPORT = 0.3  # share of a window's length that shows the line
STEP_DEG = 0.1
HUBER = 1.345
FLOOR_PX = 0.1  # paper, ink and pixels are never known better
UNSEEN_PX = 1.0  # by which other ink misleads where nothing of a line is seen
INDEPENDENT_PX = 2 * np.sqrt(np.pi) * ALONG_PX  # smoothing makes one observation of so many pixels


@dataclass(frozen=True)
class Track:
    """Course of one line: its position at the middle of each band, and its slope beyond."""

    along: FloatArray
    position: FloatArray
    slope: float

    def at(self, along: float) -> float:
        """Position at a place; beyond the middles of the outer bands the line goes straight on."""
        beyond = along - float(np.clip(along, self.along[0], self.along[-1]))
        return float(np.interp(along, self.along, self.position)) + self.slope * beyond


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """Where two lines cross, in the centres-at-whole-numbers pixels of the image that was searched.

    ``support`` is the share of the window's length, 0 to 1, that shows the line of which less is seen.
    ``sigma_px``, the standard error along each axis, is the scatter's and that of what is not seen:
    ``UNSEEN_PX`` times that share. It was set on drawn sheets with streets, letters, gaps in the lines and
    bent paper, so that 95 % of the errors on the busiest of them lie within two of it; one in a hundred is
    several times as large, where a street runs along a line.
    """

    col: float
    row: float
    sigma_px: float
    support: float


def follow(bands: Bands, position: float, slope: float, spacing: float) -> Track:
    """Course of a line through the bands, near a straight one."""
    expected = position + slope * (bands.middles - bands.centre)
    near = np.flatnonzero(np.abs(bands.slopes - slope) <= SLOPE_TOLERANCE)
    strength = bands.evidence[near].max(axis=0)
    first = _peaks(strength, expected, max(3.0, SPACING_TOLERANCE * spacing) + bands.bend_px)
    steady = _straightened(bands.middles, first, expected)
    found = _peaks(strength, steady, 1.5 * bands.bend_px)
    seen = found[:, 1] >= LEAST_EVIDENCE
    beside = (
        np.interp(bands.middles, bands.middles[seen], (found[:, 0] - steady)[seen]) if seen.any() else 0.0
    )
    return Track(bands.middles, steady + beside, slope)


def _peaks(strength: FloatImage, expected: FloatArray, reach: float) -> FloatArray:
    """Position and height of the highest evidence near the expected position of each band."""
    peaks = np.zeros((len(expected), 2))
    for band, at in enumerate(expected):
        low, high = (int(np.clip(round(at + side), 0, strength.shape[1])) for side in (-reach, reach + 1))
        if high <= low:
            peaks[band] = at, 0.0
            continue
        window = strength[band, low:high]
        top = np.flatnonzero(window >= window.max() - 1e-6)
        peaks[band] = low + top.mean(), window.max()
    return peaks


def _straightened(along: FloatArray, peaks: FloatArray, expected: FloatArray) -> FloatArray:
    """A straight line through the peaks, the better seen ones counting more; at least two are needed."""
    weight = np.where(peaks[:, 1] >= LEAST_EVIDENCE, peaks[:, 1], 0.0)
    if np.count_nonzero(weight) < 2:
        return expected + (np.average((peaks[:, 0] - expected), weights=weight) if weight.any() else 0.0)
    beside = peaks[:, 0] - expected
    for _ in range(5):
        inclined = np.polyfit(along - along.mean(), beside, 1, w=np.sqrt(weight))
        away = np.abs(beside - np.polyval(inclined, along - along.mean()))
        weight = np.where(
            peaks[:, 1] >= LEAST_EVIDENCE, peaks[:, 1] * np.minimum(1, 2 / np.maximum(away, 1e-9)), 0
        )
    return expected + np.polyval(inclined, along - along.mean())


def crossing_of(image: GreyReader, ink: Ink, column: Track, row: Track) -> Crossing | None:
    """Where a line from top to bottom crosses one from left to right; None where either is not seen there."""
    col, height = meeting(column, row)
    if not (0 <= col < image.width and 0 <= height < image.height):
        return None
    left, top = round(col) - HALF_WINDOW, round(height) - HALF_WINDOW
    side = 2 * HALF_WINDOW + 1
    window = image.read(left - MARGIN, top - MARGIN, side + 2 * MARGIN, side + 2 * MARGIN)
    inner = slice(MARGIN, MARGIN + side)
    upright, level = (answer[inner, inner] * ink.sign for answer in responses(window))
    grey = window[inner, inner] * ink.sign
    across = _segment(upright, grey, ink.threshold, _course(column, top, side) - left)
    along = _segment(level.T, grey.T, ink.threshold, _course(row, left, side) - top)
    if across is None or along is None:
        return None
    x, y = _intersection(across, along)
    support = min(across.support, along.support)
    scatter = np.hypot(across.sigma(y), along.sigma(x)) / np.sqrt(2)
    sigma = np.hypot(scatter, UNSEEN_PX * (1 - support))
    return Crossing(col=left + x, row=top + y, sigma_px=float(sigma), support=support)


def meeting(column: Track, row: Track) -> tuple[float, float]:
    """Column and row where two courses meet."""
    height = row.at(row.along.mean())
    for _ in range(4):  # both are nearly straight and nearly at right angles
        col = column.at(height)
        height = row.at(col)
    return col, height


def _course(track: Track, start: int, side: int) -> FloatArray:
    return np.array([track.at(start + step) for step in range(side)])


@dataclass(frozen=True)
class _Segment:
    """A straight piece of a line: position = offset + slope * (along - middle)."""

    offset: float
    slope: float
    middle: float
    scatter: float
    observations: float
    spread: float
    support: float

    def at(self, along: FloatArray) -> FloatArray:
        return self.offset + self.slope * (along - self.middle)

    def sigma(self, along: float) -> float:
        away = (along - self.middle) / self.spread
        return float(np.hypot(FLOOR_PX, self.scatter * np.sqrt((1 + away**2) / self.observations)))


def _segment(answer: FloatImage, grey: FloatImage, threshold: float, course: FloatArray) -> _Segment | None:
    """The straight piece of a line, in images whose rows lie along it, near its course."""
    along, position = _crest_points(answer, threshold, course)
    if not len(along):
        return None
    offset, slope = _strongest(along, position - course[along.astype(int)])
    straight = course[along.astype(int)] + offset + slope * (along - HALF_WINDOW)
    near = (np.abs(position - straight) <= NEAR_PX) & (np.abs(along - HALF_WINDOW) <= NEAR_CROSSING)
    support = len(np.unique(along[near])) / (2 * NEAR_CROSSING + 1)
    if support < LEAST_SUPPORT:
        return None
    segment = _huber(along[near], position[near], support)
    return replace(segment, offset=segment.offset + _to_the_middle(grey, segment))


def _to_the_middle(grey: FloatImage, segment: _Segment) -> float:
    """How far the middle of a thick line lies beside the crest of one of its flanks; 0 for a thin line."""
    beside = np.arange(-PROFILE_PX, PROFILE_PX + 0.1, 0.5)
    rows = np.arange(HALF_WINDOW - NEAR_CROSSING, HALF_WINDOW + NEAR_CROSSING + 1)
    at = segment.at(rows.astype(np.float64))[:, None] + beside
    inside = np.clip(at, 0, grey.shape[1] - 2)
    left = inside.astype(int)
    part = inside - left
    values = (1 - part) * grey[rows[:, None], left] + part * grey[rows[:, None], left + 1]
    profile = np.median(values, axis=0)
    dark = profile < (profile.min() + np.percentile(profile, 80)) / 2
    bright = np.flatnonzero(~dark)
    middle = len(beside) // 2
    if not dark[middle] or not (bright < middle).any() or not (bright > middle).any():
        return 0.0
    low, high = beside[bright[bright < middle][-1]], beside[bright[bright > middle][0]]
    return float((low + high) / 2) if high - low > THIN_PX + 1 else 0.0


def _crest_points(answer: FloatImage, threshold: float, course: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Place along and position, finer than a pixel, of each crest of the response near a course."""
    left, middle, right = answer[:, :-2], answer[:, 1:-1], answer[:, 2:]
    along, at = np.nonzero((middle > threshold) & (middle >= left) & (middle > right))
    near = np.abs(at + 1 - course[along]) <= REACH_PX
    along, at = along[near], at[near]
    a, b, c = left[along, at], middle[along, at], right[along, at]
    position = at + 1 + 0.5 * (a - c) / np.minimum(a - 2 * b + c, -1e-6)
    return along.astype(np.float64), position.astype(np.float64)


def _strongest(along: FloatArray, beside: FloatArray) -> tuple[float, float]:
    """Offset and slope, against the course, of the straight line that most points lie on."""
    slopes = np.tan(np.radians(np.arange(-1.5, 1.51, STEP_DEG)))
    edges = np.arange(-REACH_PX - 2, REACH_PX + 2.01, 0.5)
    best, chosen = -1.0, (0.0, 0.0)
    for slope in slopes:
        counts, _ = np.histogram(beside - slope * (along - HALF_WINDOW), edges)
        pooled = np.convolve(counts, np.ones(4), "same") - 0.5 * abs(slope) * len(along)
        if pooled.max() > best:
            best, chosen = float(pooled.max()), (float(edges[int(pooled.argmax())]), float(slope))
    return chosen


def _huber(along: FloatArray, position: FloatArray, support: float) -> _Segment:
    """Orthogonal regression with Huber's weights."""
    weight = np.ones_like(along)
    for _ in range(10):
        middle, offset = np.average(along, weights=weight), np.average(position, weights=weight)
        centred = np.stack([along - middle, position - offset])
        direction = np.linalg.eigh((weight * centred) @ centred.T)[1][:, 1]
        slope = direction[1] / direction[0]
        away = centred[1] * direction[0] - centred[0] * direction[1]
        scatter = max(1.4826 * float(np.median(np.abs(away))), 1e-3)
        weight = np.minimum(1, HUBER * scatter / np.maximum(np.abs(away), 1e-9))
    spread = float(np.sqrt(np.average((along - middle) ** 2, weights=weight)))
    observations = max(float(weight.sum()) / INDEPENDENT_PX, 1.0)
    return _Segment(float(offset), float(slope), float(middle), scatter, observations, spread, support)


def _intersection(across: _Segment, along: _Segment) -> tuple[float, float]:
    """Column and row where x = across(y) and y = along(x)."""
    x0 = across.offset - across.slope * across.middle
    y0 = along.offset - along.slope * along.middle
    x = (x0 + across.slope * y0) / (1 - across.slope * along.slope)
    return x, y0 + along.slope * x
