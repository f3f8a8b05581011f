"""Accuracy of a map and areas of its classes, estimated from a stratified sample.

One estimator serves both designs, since each estimate is a ratio R = Y / X of two totals that every stratum
contributes to. Where the strata are the map's classes, it is that of Olofsson et al. (2014); where they are
something else (an older map, regions), that of Stehman (2014).

A simple or systematic random sample may be given as if it were stratified by the map's classes: the estimates
are then post-stratified, and the variances those of the sample sizes that came out.

References
----------
Olofsson et al. (2014), Good practices for estimating area and assessing accuracy of land change, Remote Sens.
Environ. 148, 42-57. https://doi.org/10.1016/j.rse.2014.02.015
Stehman (2014), Estimating area and map accuracy for stratified random sampling when the strata are different
from the map classes, Int. J. Remote Sens. 35(13), 4923-4939. https://doi.org/10.1080/01431161.2014.930207
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import repeat

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .confusion import FloatArray
from .intervals import LEVEL, Interval, block_bootstrap, normal_quantile
from .sample import Sample


@dataclass(frozen=True)
class Estimate:
    """A share, its standard error and interval; None where the sample does not tell."""

    value: float | None
    standard_error: float | None = None
    interval: Interval | None = None


@dataclass(frozen=True)
class MapEstimates:
    """What a stratified sample says of a map and of what it shows.

    Attributes
    ----------
    overall : Estimate
        Share of the area that the map has right.
    user, producer, f1, share : tuples of Estimate, one a class
        User's accuracy (precision), producer's accuracy (recall), their harmonic mean, and the share of the
        area that is truly of the class.
    proportions : array of shape (classes, classes)
        Confusion matrix in shares of the area. Rows: map. Columns: reference.
    sampled_share : float
        Share of the area whose strata have at least one observation: the estimates concern it alone.
    """

    overall: Estimate
    user: tuple[Estimate, ...]
    producer: tuple[Estimate, ...]
    f1: tuple[Estimate, ...]
    share: tuple[Estimate, ...]
    proportions: FloatArray
    sampled_share: float


@dataclass(frozen=True)
class _Tables:
    """Weight and counts of the strata that have observations."""

    weight: FloatArray  # (strata,) share of the sampled area
    size: FloatArray  # (strata,) observations
    mapped: FloatArray  # (strata, classes) of them, mapped as the class
    reference: FloatArray  # (strata, classes) truly of the class
    both: FloatArray  # (strata, classes) both
    may_be_mapped: NDArray[np.bool_]  # (strata, classes) whether the map can have the class there
    sampled_share: float


def estimate(
    counts: ArrayLike, stratum_area: ArrayLike, *, population: ArrayLike | None = None, level: float = LEVEL
) -> MapEstimates:
    """Accuracy and areas from the counts of a stratified sample.

    Parameters
    ----------
    counts : array of shape (classes, classes) or (strata, classes, classes)
        Observations. The last two axes are rows: map, columns: reference. With two axes the strata are the
        map's classes, in the same order.
    stratum_area : array of shape (strata,)
        Area of each stratum in any unit, or its number of pixels.
    population : array of shape (strata,), optional
        Number of units (pixels) in each stratum, for the correction of finite populations in Stehman's
        equations; it holds for units that were drawn once each. Without it, the strata are taken to be far
        larger than the sample.
    level : float
        Of the intervals, which are ± a number of standard errors, cut at 0 and 1.

    Returns
    -------
    MapEstimates
        No standard error nor interval where it needs the spread inside a stratum with a single observation.
        Strata without observation are left out: see ``sampled_share``.

    Raises
    ------
    ValueError
        The shapes do not fit, or there is no observation in a stratum with an area.

    Examples
    --------
    The worked example of Olofsson et al. (2014): deforestation, forest gain, stable forest, stable
    non-forest.

    >>> counts = [[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]]
    >>> result = estimate(counts, [200_000, 150_000, 3_200_000, 6_450_000])
    >>> round(result.overall.value, 4), round(1.96 * result.overall.standard_error, 4)
    (0.9465, 0.0185)
    """
    sample, area = np.asarray(counts, dtype=float), np.asarray(stratum_area, dtype=float)
    tables = _tables(sample, area)
    seen = np.zeros(1) if population is None else _seen(sample, np.asarray(population, dtype=float))
    z = normal_quantile(level)
    found = [_estimates(_value(ratio, tables), _error(ratio, tables, seen), z) for ratio in _ratios(tables)]
    return MapEstimates(
        overall=found[0][0],
        user=found[1],
        producer=found[2],
        f1=found[3],
        share=found[4],
        proportions=_proportions(sample, area),
        sampled_share=tables.sampled_share,
    )


def estimate_with_blocks(
    sample: Sample,
    stratum_area: ArrayLike,
    *,
    level: float = LEVEL,
    replicates: int = 1000,
    seed: int = 0,
    check: Callable[[], None] | None = None,
) -> MapEstimates:
    """The same estimates, with intervals from a bootstrap of the sample's blocks.

    For observations that are not independent: pixels of one polygon, points of one tile. There are no
    standard errors, and no interval for a class that too many draws miss. A draw that misses a whole stratum
    leaves it out.

    Parameters
    ----------
    sample : Sample
        Pairs of labels with their blocks.
    stratum_area : array of shape (strata,) or (classes,)
        As in :func:`estimate`.
    level, replicates, seed, check
        As in :func:`~releve.processing.assessment.intervals.block_bootstrap`.
    """
    area = np.asarray(stratum_area, dtype=float)
    plain = estimate(sample.by_stratum(), area, level=level)
    size = len(sample.classes)

    def values(drawn: FloatArray) -> FloatArray:
        counts = sample.by_stratum(drawn)
        if not _any_sampled(counts, area):
            return np.full(1 + 4 * size, np.nan)
        tables = _tables(counts, area)
        return np.concatenate([_value(ratio, tables) for ratio in _ratios(tables)])

    found = block_bootstrap(
        values, blocks=sample.blocks, replicates=replicates, level=level, seed=seed, check=check
    )
    groups = [found[1 + index * size : 1 + (index + 1) * size] for index in range(4)]
    return replace(
        plain,
        overall=_with(plain.overall, found[0]),
        user=tuple(map(_with, plain.user, groups[0])),
        producer=tuple(map(_with, plain.producer, groups[1])),
        f1=tuple(map(_with, plain.f1, groups[2])),
        share=tuple(map(_with, plain.share, groups[3])),
    )


def _with(estimate: Estimate, interval: Interval | None) -> Estimate:
    return Estimate(estimate.value, None, None if estimate.value is None else interval)


def _any_sampled(counts: FloatArray, area: FloatArray) -> bool:
    return bool((area[_sizes(counts) > 0] > 0).any())


def _sizes(counts: FloatArray) -> FloatArray:
    sizes: FloatArray = counts.sum(axis=1) if counts.ndim == 2 else counts.sum(axis=(1, 2))
    return sizes


def _tables(counts: FloatArray, area: FloatArray) -> _Tables:
    classes = counts.shape[-1]
    strata = counts.shape[0]
    if counts.ndim not in (2, 3) or counts.shape[-2] != classes or area.shape != (strata,):
        raise ValueError(f"counts of shape {counts.shape} do not fit {area.size} strata")
    if not _any_sampled(counts, area):
        raise ValueError("no stratum that has an area has an observation")
    size = _sizes(counts)
    own: NDArray[np.bool_]
    if counts.ndim == 2:
        own = np.eye(classes, dtype=bool)
        mapped, reference, both = own * size[:, None], counts, own * np.diag(counts)[:, None]
    else:
        own = np.ones((strata, classes), dtype=bool)
        mapped, reference, both = (
            counts.sum(axis=2),
            counts.sum(axis=1),
            np.diagonal(counts, axis1=1, axis2=2),
        )
    kept = size > 0
    sampled = area[kept].sum()
    return _Tables(
        area[kept] / sampled, size[kept], mapped[kept], reference[kept], both[kept], own[kept],
        sampled_share=float(sampled / area.sum()),
    )  # fmt: skip


def _seen(counts: FloatArray, population: FloatArray) -> FloatArray:
    """Share of the units of each sampled stratum that was observed."""
    size = _sizes(counts)
    seen: FloatArray = np.minimum(size[size > 0] / population[size > 0], 1.0)
    return seen


def _proportions(counts: FloatArray, area: FloatArray) -> FloatArray:
    """Confusion matrix in shares of the sampled area."""
    size = _sizes(counts)
    weight = np.where(size > 0, area / np.where(size > 0, size, 1), 0.0)
    weight = weight / (weight @ size)
    result: FloatArray = (
        counts * weight[:, None] if counts.ndim == 2 else np.einsum("hij,h->ij", counts, weight)
    )
    return result


@dataclass(frozen=True)
class _Ratio:
    """Means of y, x, their squares and their product in each stratum, (strata, 1 or classes).

    The estimate is the total of y over the total of x. ``possible`` is False where y and x are 0 whatever is
    drawn.
    """

    y: FloatArray
    x: FloatArray
    yy: FloatArray
    xx: FloatArray
    xy: FloatArray
    possible: NDArray[np.bool_]


def _ratios(tables: _Tables) -> tuple[_Ratio, ...]:
    """Overall accuracy, user's accuracy, producer's accuracy, F1 and share of the area, as ratios of totals.

    y and x are sums of indicators: m, mapped as the class; r, truly of it; b, both (m² = m, mb = b and so
    on). A user's accuracy is b / m, a producer's b / r, F1 2b / (m + r), a share r / 1, the overall accuracy
    Σb / 1.
    """
    size = tables.size[:, None]
    m, r, b = tables.mapped / size, tables.reference / size, tables.both / size
    right, anywhere = b.sum(axis=1, keepdims=True), np.ones_like(b, dtype=bool)
    one = np.ones_like(b)
    return (
        _Ratio(right, one[:, :1], right, one[:, :1], right, anywhere[:, :1]),
        _Ratio(b, m, b, m, b, tables.may_be_mapped),
        _Ratio(b, r, b, r, b, anywhere),
        _Ratio(2 * b, m + r, 4 * b, m + r + 2 * b, 4 * b, anywhere),
        _Ratio(r, one, r, one, r, anywhere),
    )


def _value(ratio: _Ratio, tables: _Tables) -> FloatArray:
    """The estimate, (1 or classes,); NaN where the total of x is 0."""
    return _divide(tables.weight @ ratio.y, tables.weight @ ratio.x)


def _error(ratio: _Ratio, tables: _Tables, seen: FloatArray) -> FloatArray:
    """Its standard error (Stehman 2014, equations 25 and 28); NaN where a stratum's spread is not known."""
    value = _value(ratio, tables)
    spread = (
        (ratio.yy - ratio.y**2)
        + value**2 * (ratio.xx - ratio.x**2)
        - 2 * value * (ratio.xy - ratio.x * ratio.y)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.maximum(spread, 0) / (tables.size[:, None] - 1) * (1 - seen[:, None])
    # A stratum seen whole leaves nothing open, even where it is a single unit.
    variance = np.where(ratio.possible & (seen[:, None] < 1), variance, 0.0)
    return _divide(np.sqrt(tables.weight**2 @ variance), tables.weight @ ratio.x)


def _divide(numerator: FloatArray, denominator: FloatArray) -> FloatArray:
    empty = np.full(denominator.shape, np.nan)
    quotient: FloatArray = np.divide(numerator, denominator, out=empty, where=denominator > 0)
    return quotient


def _estimates(values: FloatArray, errors: FloatArray, z: float) -> tuple[Estimate, ...]:
    return tuple(map(_estimate, values.tolist(), errors.tolist(), repeat(z)))


def _estimate(value: float, error: float, z: float) -> Estimate:
    if not math.isfinite(value):
        return Estimate(None)
    if not math.isfinite(error):
        return Estimate(value)
    return Estimate(value, error, Interval(max(0.0, value - z * error), min(1.0, value + z * error)))
