"""A sheet matched with a reference: pairs of places, where the sheet lies, and whether to trust it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..points.control_points import FloatArray
from .affinities import Anatomy, anatomy, fitted
from .consensus import TOLERANCE_PX, near
from .features import Matcher
from .images import Image
from .refining import Pairs, joined, refined
from .searching import Guess, guesses
from .spreading import best_of_cells, cell_numbers, occupied
from .triangles import consistent
from .verdict import Evidence, Verdict, judged

CELLS = 6  # along each side of the sheet: one tile is looked at, and one point given, in each
DENSER = 4  # as many cells in each of these when neighbours are compared
MOST_DISTORTION = 0.02  # of the sheet's longer side, against an affine map
SEARCHED = 0.6  # share of the work that the search takes where it finds nothing


@dataclass(frozen=True, kw_only=True)
class Matching:
    """What matching a sheet with a reference gave.

    Parameters
    ----------
    verdict : {"reliable", "look", "failed"}
    reasons : tuple of str
        Why it is not reliable, in sentences.
    evidence : Evidence
        The numbers behind the verdict.
    sheet, reference : array of shape (n, 2)
        Places of both images that show the same, in pixels at full resolution, continuous from the corner.
        None where the match failed: no plausible wrong places.
    confidence : array of shape (n,)
        How clearly each pair stands out from the next best, 0 to 1; comparable within one matcher only.
    error_px : array of shape (n,)
        Distance of each from what its neighbours say, in pixels of the sheet.
    sigma_px : array of shape (n,)
        Root mean square of ``error_px`` over the tile of each: how well a place is known there.
    affinity : array of shape (2, 3) or None
        From pixels of the sheet to those of the reference, by least squares.
    chosen : array of int
        Indices of few pairs that are spread well, one in each cell of the sheet.
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    evidence: Evidence
    sheet: FloatArray
    reference: FloatArray
    confidence: FloatArray
    error_px: FloatArray
    sigma_px: FloatArray
    affinity: FloatArray | None
    chosen: NDArray[np.intp]

    @property
    def anatomy(self) -> Anatomy | None:
        """Scale and rotation from the sheet to the reference; None where the match failed."""
        return None if self.affinity is None else anatomy(self.affinity)

    @property
    def rmse_px(self) -> float | None:
        """Root mean square of ``error_px``; None where the match failed."""
        return float(np.sqrt(np.mean(self.error_px**2))) if len(self.error_px) else None


def match_images(
    sheet: Image,
    reference: Image,
    matcher: Matcher,
    *,
    cells: int = CELLS,
    step: Callable[[float], None] = lambda fraction: None,
) -> Matching:
    """Find a sheet on a reference.

    Both are made small and searched for a similarity; where one is likely, a tile in each of
    ``cells`` × ``cells`` parts of the sheet is matched at full resolution around the place it gives. What
    the tiles find must agree with each other and with its neighbours.

    Parameters
    ----------
    sheet, reference : Image
        Read by windows; memory does not grow with them.
    matcher : Matcher
    cells : int
        Along each side of the sheet.
    step : callable
        Receives the share of the work that is done; may raise to end it.

    Returns
    -------
    Matching
        Its verdict is "failed" where the sheet was not found; nothing is raised for that.
    """
    best: Matching | None = None
    for guess in guesses(sheet, reference, matcher, step=lambda done: step(SEARCHED * done)):
        pairs = refined(
            sheet,
            reference,
            guess,
            matcher,
            cells=cells,
            step=lambda done: step(SEARCHED + (1 - SEARCHED) * done),
        )
        matching = _concluded(sheet, guess, pairs, cells)
        if best is None or matching.evidence.inliers > best.evidence.inliers:
            best = matching
        if best.verdict == "reliable":
            break
    return best or _concluded(sheet, None, joined([], tried=0), cells)


def _concluded(sheet: Image, guess: Guess | None, pairs: Pairs, cells: int) -> Matching:
    size = sheet.shape.columns, sheet.shape.rows
    pairs = _agreeing(pairs, size, cells)
    affinity = fitted(pairs.sheet, pairs.reference) if len(pairs.sheet) >= 4 else None
    evidence = Evidence(
        inliers=len(pairs.sheet),
        cells=occupied(pairs.sheet, size) if len(pairs.sheet) else 0,
        chance=pairs.chance,
        anisotropy=1.0 if affinity is None else anatomy(affinity).anisotropy,
        rival=0.0 if guess is None else guess.rival,
    )
    verdict, reasons = judged(evidence)
    if verdict == "failed":
        pairs, affinity = pairs.chosen(np.zeros(0, int)), None
    return Matching(
        verdict=verdict,
        reasons=reasons,
        evidence=evidence,
        sheet=pairs.sheet,
        reference=pairs.reference,
        confidence=pairs.confidence,
        error_px=pairs.error_px,
        sigma_px=_by_tile(pairs),
        affinity=affinity,
        chosen=best_of_cells(pairs.sheet, pairs.confidence, size, cells),
    )


def _agreeing(pairs: Pairs, size: tuple[int, int], cells: int) -> Pairs:
    """Without what contradicts the whole sheet, or its neighbours in a finer grid of cells."""
    if len(pairs.sheet) < 4:
        return pairs
    pairs = pairs.chosen(_near_affinity(pairs, max(size)))
    numbers = cell_numbers(pairs.sheet, size, cells * DENSER)
    some = best_of_cells(pairs.sheet, pairs.confidence, size, cells * DENSER)
    wrong = some[~consistent(pairs.sheet[some], pairs.reference[some])]
    return pairs.chosen(~np.isin(numbers, numbers[wrong]))


def _near_affinity(pairs: Pairs, longer_side: int) -> NDArray[np.bool_]:
    import cv2

    scale = anatomy(fitted(pairs.sheet, pairs.reference)).scale
    tolerance = max(TOLERANCE_PX, MOST_DISTORTION * longer_side * scale)
    affinity: Any = cv2.estimateAffine2D(pairs.sheet, pairs.reference, ransacReprojThreshold=tolerance)[0]
    if affinity is None:
        return np.ones(len(pairs.sheet), bool)
    return near(affinity, pairs.sheet, pairs.reference, tolerance)


def _by_tile(pairs: Pairs) -> FloatArray:
    _, numbers = np.unique(pairs.tile, return_inverse=True)
    squares = np.bincount(numbers, pairs.error_px**2) / np.maximum(np.bincount(numbers), 1)
    return np.asarray(np.sqrt(squares)[numbers], np.float64)
