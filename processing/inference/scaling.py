"""Raw values as the model was trained on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import CardError
from ..language import tr
from ..models.card import ModelInput, Scaling
from ..models.scalings import scaling_steps

Array: TypeAlias = NDArray[Any]
FloatArray: TypeAlias = NDArray[np.float32]

SPREAD = 3.0  # standard deviations taken for the range of a z-score
OPERATORS = {"Max": np.maximum, "Min": np.minimum, "Sub": np.subtract, "Div": np.divide}


@dataclass(frozen=True)
class Range:
    """Raw values that a model expects."""

    minimum: float
    maximum: float


def per_band(entry: ModelInput, count: int) -> tuple[Scaling, ...]:
    """The scaling of each of so many bands."""
    return entry.scaling * count if len(entry.scaling) == 1 else entry.scaling


def expected_range(entry: ModelInput) -> Range | None:
    """The range of raw values that a card tells of, None where it tells of none."""
    if entry.dtype in ("uint8", "int8"):
        limits = np.iinfo(entry.dtype)
        return Range(float(limits.min), float(limits.max))
    known = [one for one in entry.statistics if one.minimum is not None and one.maximum is not None]
    if known:
        return Range(min(one.minimum or 0.0 for one in known), max(one.maximum or 0.0 for one in known))
    ranges = [one for scaling in entry.scaling if (one := _range_of(scaling)) is not None]
    return Range(min(r.minimum for r in ranges), max(r.maximum for r in ranges)) if ranges else None


def _range_of(scaling: Scaling) -> Range | None:
    if scaling.kind in ("min-max", "clip"):
        return Range(*scaling.values)
    if scaling.kind == "scale":
        return Range(0.0, scaling.values[0])
    if scaling.kind == "z-score":
        mean, deviation = scaling.values
        return Range(mean - SPREAD * deviation, mean + SPREAD * deviation)
    return None


def middle_of_bands(entry: ModelInput, count: int) -> NDArray[np.float64] | None:
    """The raw value of each band that stands for nothing in particular: its mean where that is known."""
    if entry.nodata_fill is not None:
        return np.full(count, entry.nodata_fill)
    if len(entry.statistics) == count and all(one.mean is not None for one in entry.statistics):
        return np.array([one.mean for one in entry.statistics], np.float64)
    scalings = per_band(entry, count)
    if len(scalings) != count:
        return None
    middles = [_middle(scaling) for scaling in scalings]
    return None if None in middles else np.array(middles, np.float64)


def filled_with(entry: ModelInput, count: int) -> tuple[float, ...] | None:
    """The same as plain numbers."""
    middles = middle_of_bands(entry, count)
    return None if middles is None else tuple(middles.tolist())


def _middle(scaling: Scaling) -> float | None:
    if scaling.kind == "z-score":
        return scaling.values[0]
    expected = _range_of(scaling)
    return None if expected is None else (expected.minimum + expected.maximum) / 2


def scale(values: Array, scalings: Sequence[Scaling], *, axis: int = 0) -> FloatArray:
    """Raw values as float32, scaled.

    Parameters
    ----------
    values : array, its bands along ``axis``
    scalings : sequence of Scaling
        None for raw values, one for all bands, or one per band.

    Examples
    --------
    >>> scale(np.uint8([[0, 255]]), [Scaling("scale", (255.0,))]).tolist()
    [[0.0, 1.0]]
    """
    scaled: FloatArray = values.astype(np.float32)
    for operator, numbers in scaling_steps(scalings):
        column = np.array(numbers, np.float32).reshape(-1, *[1] * (values.ndim - 1 - axis))
        OPERATORS[operator](scaled, column, out=scaled)
    return scaled


def check_scalings(entry: ModelInput) -> None:
    """Refuse scalings that cannot be applied.

    Raises
    ------
    CardError
        One is an expression.
    """
    if any(scaling.kind == "processing" for scaling in entry.scaling):
        raise CardError(
            tr(
                "The card scales values by an expression, which Relevé does not compute: put the scaling "
                "into the "
                "model, or write it as min-max, z-score, scale, offset or clip."
            )
        )
