"""Where a sheet may lie on a reference: similarities found on both made small, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..points.control_points import FloatArray
from .affinities import anatomy, applied, chained, inverse
from .consensus import Consensus, consensus
from .features import Matcher, Matches
from .images import Image, Overview, negative, overview, turned

# Longer sides of sheet and reference, in turn: where one shows much more than the other, it is seen closer.
SIDES_PX = ((1600, 1600), (1600, 3200), (3200, 1600), (3200, 3200), (1600, 6400))
MOST_TURNED_PX = 3200  # for a matcher to be tried at many turns: 6400 px would take it minutes more
KEYPOINTS = 4000  # for a side of 1600 px
MOST_KEYPOINTS = 16000
LEAST_INLIERS = 8
SCALES = (1 / 12, 12.0)  # of one small picture on the other
MOST_ANISOTROPY = 1.25
LIKELY = -3.0  # logarithm of false alarms below which a guess is worth a closer look
SURE = -12.0  # below which no other turn is tried
DISTORTION_PX = 30.0  # that far apart two similarities may be parts of one distorted sheet


@dataclass(frozen=True)
class Guess:
    """Where the sheet may lie.

    Parameters
    ----------
    affinity : array of shape (2, 3)
        From pixels of the sheet to those of the reference, both at full resolution.
    inliers : array of shape (n, 2)
        Places on the sheet that speak for it.
    chance : float
        Logarithm of false alarms: see `Consensus`.
    negative : bool
        Whether the one is white on black and the other black on white.
    rival : float
        Pairs that speak for the second best place, as a share of those that speak for this one.
    """

    affinity: FloatArray
    inliers: FloatArray
    chance: float
    negative: bool
    rival: float


def guesses(
    sheet: Image, reference: Image, matcher: Matcher, *, step: Callable[[float], None]
) -> Iterator[Guess]:
    """Guesses worth a closer look, as they are found; the caller stops where one holds.

    Parameters
    ----------
    sheet, reference : Image
    matcher : Matcher
        Tried at each of its turns.
    step : callable
        Receives the share of the search that is done.
    """
    rounds = _rounds(sheet, reference, MOST_TURNED_PX if len(matcher.turns) > 1 else SIDES_PX[-1][1])
    for number, (side, other_side) in enumerate(rounds):
        left, right = overview(sheet, side), overview(reference, other_side)
        limit = min(MOST_KEYPOINTS, KEYPOINTS * max(side, other_side) ** 2 // SIDES_PX[0][0] ** 2)

        def begun(share: float, number: int = number) -> None:
            step((number + share) / len(rounds))

        views = _views(matcher.turns, with_negative=number == 0)
        best = _best_guess(left, right, matcher, limit, views, begun)
        if best is not None and best.chance <= LIKELY:
            yield best


def _rounds(sheet: Image, reference: Image, most: int) -> list[tuple[int, int]]:
    """The sides that make a difference, at most so long: no picture is enlarged."""
    longest = [min(most, max(image.shape.rows, image.shape.columns)) for image in (sheet, reference)]
    return list(dict.fromkeys((min(a, longest[0]), min(b, longest[1])) for a, b in SIDES_PX))


def _views(turns: tuple[float, ...], *, with_negative: bool) -> list[tuple[bool, float]]:
    """How the reference is looked at: as it is at every turn, then its negative as it stands.

    A negative that is turned by more than the matcher bears, or of much more ground, is so rare that looking
    for it would nearly double the time of every search in vain.
    """
    return [(False, turn) for turn in turns] + [(True, turn) for turn in turns[:1] if with_negative]


def _best_guess(
    left: Overview,
    right: Overview,
    matcher: Matcher,
    limit: int,
    views: list[tuple[bool, float]],
    step: Callable[[float], None],
) -> Guess | None:
    """The likeliest of all views of the reference: negative or not, and turned."""
    best: Guess | None = None
    for number, (is_negative, turn) in enumerate(views):
        step(number / len(views))
        seen = turned(replace(right, picture=negative(right.picture)) if is_negative else right, turn)
        matches = matcher.match(left.picture, seen.picture, limit=limit)
        guess = _guess(matches, left, seen, is_negative)
        if guess is not None and (best is None or guess.chance < best.chance):
            best = guess
        if best is not None and best.chance <= SURE:
            break
    return best


def _guess(matches: Matches, left: Overview, right: Overview, is_negative: bool) -> Guess | None:
    rows, columns = right.picture.shape
    found = consensus(matches.left, matches.right, area_px=rows * columns)
    if found is None or not _is_plausible(found):
        return None
    rest = ~found.inliers
    second = consensus(matches.left[rest], matches.right[rest], area_px=rows * columns)
    return Guess(
        affinity=chained(inverse(left.to_image), found.affinity, right.to_image),
        inliers=applied(left.to_image, matches.left[found.inliers]),
        chance=found.chance,
        negative=is_negative,
        rival=_rival(found, second, matches.left[rest]),
    )


def _is_plausible(found: Consensus) -> bool:
    seen = anatomy(found.affinity)
    return (
        found.count >= LEAST_INLIERS
        and SCALES[0] <= seen.scale <= SCALES[1]
        and seen.anisotropy <= MOST_ANISOTROPY
        and not seen.mirrored
    )


def _rival(first: Consensus, second: Consensus | None, places: FloatArray) -> float:
    """Share of the second best place; none where it is the first one, but for a distortion of the paper."""
    if second is None or not _is_plausible(second) or second.chance > LIKELY:
        return 0.0
    seen = places[second.inliers]
    apart = np.hypot(*(applied(first.affinity, seen) - applied(second.affinity, seen)).T)
    return 0.0 if np.median(apart) < DISTORTION_PX else second.count / first.count
