"""Intervals of confidence, for shares and whatever can be computed again from a new sample."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray: TypeAlias = NDArray[np.float64]

LEVEL = 0.95
LEAST_KEPT = 0.95
"""Share of the replicates of a bootstrap in which a value must exist for its interval to mean something."""


@dataclass(frozen=True)
class Interval:
    """The two ends of an interval of confidence."""

    low: float
    high: float


def normal_quantile(level: float = LEVEL) -> float:
    """How many standard errors an interval of this level reaches to either side.

    Examples
    --------
    >>> round(normal_quantile(0.95), 4)
    1.96
    """
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(successes: float, trials: float, *, level: float = LEVEL) -> Interval | None:
    """Wilson's interval of a share, from independent trials; None without a trial.

    Unlike the usual ± it keeps within 0 and 1 and has a width even where every trial succeeded.

    References
    ----------
    Wilson (1927), Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc.
    22, 209-212. https://doi.org/10.1080/01621459.1927.10502953

    Examples
    --------
    >>> interval = wilson(10, 10)
    >>> round(interval.low, 4), interval.high
    (0.7225, 1.0)
    """
    if trials <= 0:
        return None
    z2 = normal_quantile(level) ** 2
    share = successes / trials
    centre = (share + z2 / (2 * trials)) / (1 + z2 / trials)
    half = (z2 * share * (1 - share) / trials + z2**2 / (4 * trials**2)) ** 0.5 / (1 + z2 / trials)
    # Rounding must not cut the share itself off at 0 and 1.
    return Interval(max(0.0, min(centre - half, share)), min(1.0, max(centre + half, share)))


def block_bootstrap(
    statistic: Callable[[FloatArray], ArrayLike],
    *,
    blocks: int,
    replicates: int = 1000,
    level: float = LEVEL,
    seed: int = 0,
    check: Callable[[], None] | None = None,
) -> list[Interval | None]:
    """Percentile intervals of several values, from whole blocks drawn again with replacement.

    Observations of one block (a polygon, a tile, a parcel) are not independent; blocks are nearer to it.

    Parameters
    ----------
    statistic : callable
        Receives how often each block was drawn, an array of shape (blocks,), and returns the values, an array
        of shape (values,), NaN for a value that this draw does not have.
    blocks : int
        How many blocks there are.
    replicates : int
        How many draws.
    level : float
        Of confidence, 0 to 1.
    seed : int
        Of the draws: the same seed gives the same intervals.
    check : callable, optional
        Called before each draw; raises to give up.

    Returns
    -------
    list of Interval or None
        One a value. None with fewer than two blocks, or where more than one draw in twenty lacks the value.

    Examples
    --------
    Share of right answers in four blocks of ten:

    >>> right = np.array([10, 9, 5, 10])
    >>> block_bootstrap(lambda drawn: [drawn @ right / (10 * drawn.sum())], blocks=4)
    [Interval(low=0.625, high=1.0)]
    """
    draws = np.random.default_rng(seed).multinomial(blocks, np.full(blocks, 1 / blocks), size=replicates)
    rows = []
    for drawn in draws:
        if check is not None:
            check()
        rows.append(np.asarray(statistic(drawn.astype(float)), dtype=float))
    return [_percentiles(column, level) if blocks > 1 else None for column in np.array(rows).T]


def _percentiles(values: FloatArray, level: float) -> Interval | None:
    present = values[np.isfinite(values)]
    if present.size < LEAST_KEPT * values.size:
        return None
    low, high = np.quantile(present, [0.5 - level / 2, 0.5 + level / 2])
    return Interval(float(low), float(high))
