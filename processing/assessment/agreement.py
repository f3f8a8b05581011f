"""How well two readers of the same things agree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .confusion import Confusion, confusion_matrix, scores
from .intervals import Interval, normal_quantile, wilson


@dataclass(frozen=True)
class Agreement:
    """Agreement of two readers.

    Attributes
    ----------
    count : int
        How many things both have read.
    share, share_interval : float, Interval
        Share of them to which both give the same label, with Wilson's interval.
    kappa, kappa_interval : float or None, Interval or None
        Cohen's kappa, with its interval from the variance of Fleiss et al. None where both gave everything
        one and the same label: agreement beyond chance has no meaning there.
    confusion : Confusion
        Rows: the first reader. Columns: the second.
    """

    count: int
    share: float
    share_interval: Interval
    kappa: float | None
    kappa_interval: Interval | None
    confusion: Confusion


def agreement(first: ArrayLike, second: ArrayLike, *, level: float = 0.95) -> Agreement:
    """Agreement of two readers who labelled the same things, each without seeing the other's labels.

    Parameters
    ----------
    first, second : arrays of int of shape (things,)
        Label that each reader gave.
    level : float
        Of the intervals.

    Raises
    ------
    ValueError
        There is nothing to compare, or the arrays differ in length.

    References
    ----------
    Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa and weighted kappa, Psychol. Bull.
    72(5), 323-327. https://doi.org/10.1037/h0028106

    Examples
    --------
    >>> found = agreement([1, 1, 1, 2, 2, 2, 3, 3], [1, 1, 2, 2, 2, 2, 3, 3])
    >>> found.share, round(found.kappa, 3)
    (0.875, 0.81)
    """
    confusion = confusion_matrix(first, second)
    interval = wilson(float(np.trace(confusion.counts)), confusion.total, level=level)
    if interval is None:
        raise ValueError("there are no labels to compare: at least one thing must have been read twice")
    result = scores(confusion.counts)
    kappa = None if np.isnan(result.kappa) else result.kappa
    return Agreement(
        count=confusion.total,
        share=result.overall,
        share_interval=interval,
        kappa=kappa,
        kappa_interval=None if kappa is None else _kappa_interval(confusion, kappa, level),
        confusion=confusion,
    )


def _kappa_interval(confusion: Confusion, kappa: float, level: float) -> Interval:
    half = normal_quantile(level) * kappa_variance(confusion.counts) ** 0.5
    return Interval(max(-1.0, kappa - half), min(1.0, kappa + half))


def kappa_variance(counts: ArrayLike) -> float:
    """Variance of Cohen's kappa in large samples, after Fleiss, Cohen and Everitt (1969), equation 13.

    Parameters
    ----------
    counts : array of int of shape (classes, classes)
        Confusion matrix of the two readers.

    Examples
    --------
    >>> round(kappa_variance([[20, 5], [10, 15]]) ** 0.5, 4)
    0.127
    """
    matrix = np.asarray(counts, dtype=float)
    total = matrix.sum()
    shares = matrix / total
    rows, columns, right = shares.sum(axis=1), shares.sum(axis=0), np.diag(shares)
    observed, expected = right.sum(), rows @ columns
    kappa = (observed - expected) / (1 - expected)
    sums = rows[None, :] + columns[:, None]  # p_.i + p_j. for the cell (i, j)
    diagonal = right @ (1 - (rows + columns) * (1 - kappa)) ** 2
    off = (1 - kappa) ** 2 * ((shares * sums**2).sum() - right @ (rows + columns) ** 2)
    rest = (kappa - expected * (1 - kappa)) ** 2
    return float(max(diagonal + off - rest, 0.0) / (total * (1 - expected) ** 2))
