"""The values of an image beside those a model was trained on, and what is likely wrong where they differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..language import tr
from ..models.card import ModelInput, Statistics
from .scaling import per_band

Array: TypeAlias = NDArray[Any]

ODD_MEAN = 3.0  # standard deviations between the image's mean and that of the training data
ENDS = 1, 99  # percentiles that stand for the range of an image: a few odd pixels are no mistake
WIDER = 4.0  # times the range of the training data
FACTORS = (1e-4, 1 / 255, 1e-2, 1e2, 255.0, 1e4)  # between units that images come in
NEAR_FACTOR = 2.5  # times more or less than such a factor
OFFSET = 1000.0  # that ESA adds to Sentinel-2 since baseline 04.00 of its processor
NEAR_OFFSET = 400.0
DARKEST = 950.0  # below which hardly a pixel lies with that offset, and many do without


@dataclass(frozen=True)
class _Band:
    """A band of the image: its name, what is in it, and what was in the training data."""

    name: str
    mean: float
    low: float
    high: float
    known: Statistics

    @property
    def away(self) -> float:
        """Standard deviations of the training data between both means."""
        if self.known.mean is None or not self.known.stddev:
            return 0.0
        return abs(self.mean - self.known.mean) / self.known.stddev

    @property
    def has_other_range(self) -> bool:
        """Whether it lies beside the range of the training data, or is much wider."""
        low, high = self.known.minimum, self.known.maximum
        if low is None or high is None or not low < high:
            return False
        return self.low > high or self.high < low or self.high - self.low > WIDER * (high - low)


def check_histograms(entry: ModelInput, values: Array, *, warn: Callable[[str], None]) -> None:
    """Warn of bands that do not look like the training data, with the likely cause.

    Parameters
    ----------
    entry : ModelInput
        With the training data's statistics, or a scaling by their mean and standard deviation.
    values : array of shape (bands, pixels)
        A sample of the image: the pixels that hold something.
    """
    bands = _bands(entry, values)
    offset = _offset(bands)
    odd = [band for band in bands if band.away > ODD_MEAN or band.has_other_range]
    if offset:
        odd = odd or bands
    for band in odd[:1] if offset else odd:
        warn(_found(band))
    if odd:
        warn(offset or _factor(odd) or _order(bands) or _unknown())


def _bands(entry: ModelInput, values: Array) -> list[_Band]:
    found = []
    for place, (own, known) in enumerate(zip(values, _known(entry, len(values)), strict=False)):
        if known.mean is None and known.minimum is None:
            continue
        name = entry.bands[place].name if place < len(entry.bands) else str(place + 1)
        low, high = np.percentile(own, ENDS)
        found.append(_Band(name, float(own.mean(dtype=np.float64)), float(low), float(high), known))
    return found


def _known(entry: ModelInput, bands: int) -> Sequence[Statistics]:
    """What the card says of the training data; a z-score is made of its mean and standard deviation."""
    if entry.statistics:
        return entry.statistics
    scalings = per_band(entry, bands)
    if any(one.kind != "z-score" for one in scalings):
        return ()
    return [Statistics(mean=one.values[0], stddev=one.values[1]) for one in scalings]


def _found(band: _Band) -> str:
    known = band.known
    if band.away > ODD_MEAN or known.minimum is None or known.maximum is None:
        sentence = tr(
            "Band {name} has a mean of {found:.4g} in the image and of {known:.4g} ± {deviation:.4g} in the "
            "training data."
        )
        return sentence.format(
            name=band.name, found=band.mean, known=known.mean, deviation=known.stddev or 0.0
        )
    sentence = tr(
        "Band {name} ranges from {low:.4g} to {high:.4g} in the image and from {least:.4g} to {most:.4g} in "
        "the training data."
    )
    return sentence.format(
        name=band.name, low=band.low, high=band.high, least=known.minimum, most=known.maximum
    )


def _offset(bands: Sequence[_Band]) -> str:
    """The offset of newer Sentinel-2 products, in the image or in the training data alone."""
    pairs = [(band, band.known.mean) for band in bands if band.known.mean is not None]
    if not pairs or max(known for _, known in pairs) < OFFSET / 2:
        return ""
    shift = float(np.median([band.mean - known for band, known in pairs]))
    if abs(abs(shift) - OFFSET) > NEAR_OFFSET:
        return ""
    if shift > 0 and all(band.low >= DARKEST for band, _ in pairs) and _may_be_dark(pairs):
        return tr(
            "All bands lie about 1000 higher than in the training data, and nothing is darker than that: the "
            "image seems to carry the offset of Sentinel-2 since baseline 04.00. Subtract 1000 "
            "(gdal_calc.py), or take a product of which the offset is already removed."
        )
    if shift < 0 and any(band.low < DARKEST for band, _ in pairs) and not _may_be_dark(pairs):
        return tr(
            "All bands lie about 1000 lower than in the training data: those seem to carry the offset of "
            "Sentinel-2 since baseline 04.00, and the image does not. Add 1000 to it (gdal_calc.py)."
        )
    return ""


def _may_be_dark(pairs: Sequence[tuple[_Band, float]]) -> bool:
    """Whether the training data held pixels darker than the offset."""
    for band, mean in pairs:
        least = band.known.minimum
        if (mean - 2 * (band.known.stddev or 0.0) if least is None else least) < DARKEST:
            return True
    return False


def _factor(odd: Sequence[_Band]) -> str:
    """Another unit: all odd bands are about as many times too large."""
    ratios = [
        band.mean / band.known.mean for band in odd if band.known.mean and band.mean / band.known.mean > 0
    ]
    if len(ratios) < len(odd):
        return ""
    for factor in FACTORS:
        if all(1 / NEAR_FACTOR < ratio / factor < NEAR_FACTOR for ratio in ratios):
            return tr(
                "The image's values are about {factor:.4g} times those of the training data: they are in "
                "another unit. Convert the image (gdal_translate -scale, -unscale), or correct the scaling "
                "(SCALING, or the model's card)."
            ).format(factor=factor)
    return ""


def _order(bands: Sequence[_Band]) -> str:
    """Bands that fit the training data in another order only."""
    from scipy.optimize import linear_sum_assignment

    known = [band.known for band in bands]
    if any(one.mean is None or not one.stddev for one in known):
        return ""
    means = np.array([one.mean for one in known], float)
    away = np.abs(np.array([[band.mean] for band in bands]) - means) / np.array([one.stddev for one in known])
    image, model = linear_sum_assignment(away)
    if away[image, model].max() > ODD_MEAN or (image == model).all():
        return ""
    order = ", ".join(str(place + 1) for place in image[np.argsort(model)])
    return tr(
        "The bands that are taken fit the training data in the order {order}: say which to take with BANDS."
    ).format(order=order)


def _unknown() -> str:
    return tr(
        "Check the order of the bands (BANDS) and the scaling: what the model has never seen, it cannot "
        "know. Season, sensor, haze or another level of processing may be the cause too."
    )
