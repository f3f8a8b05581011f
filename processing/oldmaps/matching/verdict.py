"""Whether a match may be trusted: numbers calibrated on pairs whose truth is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ...language import tr

Verdict: TypeAlias = Literal["reliable", "look", "failed"]

RELIABLE_INLIERS = 100  # chance alone has given 55 on unrelated sheets
LOOK_INLIERS = 25
RELIABLE_CHANCE, LOOK_CHANCE = -40.0, -12.0
RELIABLE_CELLS = 4  # of 9
FEW_CELLS = (
    5  # what fewer pairs must fill: a title, a frame and a graticule that two sheets share fill up to 4
)
MOST_ANISOTROPY = 1.1
RIVAL = 0.5  # another place that so large a share of the pairs speaks for makes the first one doubtful


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What speaks for a match.

    Parameters
    ----------
    inliers : int
        Pairs that agree with their neighbours.
    cells : int
        Of the 3 × 3 parts of the sheet, those that hold pairs.
    chance : float
        Logarithm of false alarms.
    anisotropy : float
        Of the affine map between the images: greatest over least scale.
    rival : float
        Pairs that speak for the second best place, as a share of those that speak for this one.
    """

    inliers: int
    cells: int
    chance: float
    anisotropy: float
    rival: float


def judged(evidence: Evidence) -> tuple[Verdict, tuple[str, ...]]:
    """The verdict, and in sentences why it is no better.

    Examples
    --------
    >>> judged(Evidence(inliers=450, cells=9, chance=-800, anisotropy=1.01, rival=0.0))
    ('reliable', ())
    """
    if evidence.inliers < LOOK_INLIERS or evidence.chance > LOOK_CHANCE:
        return "failed", (_too_few(evidence.inliers, LOOK_INLIERS),)
    if evidence.inliers < RELIABLE_INLIERS and evidence.cells < FEW_CELLS:
        return "failed", (_too_few(evidence.inliers, RELIABLE_INLIERS), _too_close(evidence.cells, FEW_CELLS))
    if evidence.rival >= RIVAL:
        return "failed", (
            tr(
                "The sheet fits elsewhere on the reference nearly as well, as a bare graticule or another "
                "pattern that repeats does: give the approximate extent, or place it by hand."
            ),
        )
    doubts = tuple(_doubts(evidence))
    return ("look" if doubts else "reliable"), doubts


def _doubts(evidence: Evidence) -> list[str]:
    doubts = []
    if evidence.inliers < RELIABLE_INLIERS or evidence.chance > RELIABLE_CHANCE:
        doubts.append(_too_few(evidence.inliers, RELIABLE_INLIERS))
    if evidence.cells < RELIABLE_CELLS:
        doubts.append(_too_close(evidence.cells, RELIABLE_CELLS))
    if evidence.anisotropy > MOST_ANISOTROPY:
        sentence = tr(
            "The sheet would be {percent:.0f} % longer one way than the other: paper does not shrink so much."
        )
        doubts.append(sentence.format(percent=(evidence.anisotropy - 1) * 100))
    return doubts


def _too_few(found: int, needed: int) -> str:
    sentence = tr(
        "{found} places of the sheet were found on the reference, {needed} are needed: the two may not show "
        "the same ground, or in too different a style."
    )
    return sentence.format(found=found, needed=needed)


def _too_close(found: int, needed: int) -> str:
    sentence = tr(
        "The places found lie in {found} of 9 parts of the sheet, {needed} are needed: what lies beyond them "
        "is a guess, and a title, a frame or a legend that both share pairs as well."
    )
    return sentence.format(found=found, needed=needed)
