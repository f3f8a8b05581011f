"""A tile seen several times, flipped or shifted: the mean of what leaves, and how far the views disagree.

A model that is sure of a pixel says the same however the tile is turned. Of classes the disagreement is the
mutual information between the class and the view (Houlsby et al. 2011): the entropy of the mean less the mean
of the entropies, over its maximum ln C; of measures, their standard deviation. See Wang et al. (2019) on what
such views tell and what they do not: they say nothing of what the model was never taught.

References
----------
Houlsby, Huszár, Ghahramani and Lengyel (2011), Bayesian active learning for classification and preference
learning. https://arxiv.org/abs/1112.5745
Wang et al. (2019), Aleatoric uncertainty estimation with test-time augmentation for medical image
segmentation with convolutional neural networks, Neurocomputing 338, 34-45.
https://doi.org/10.1016/j.neucom.2019.01.103
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import RequestError
from ..language import tr
from .readouts import Readout, entropy, probabilities

if TYPE_CHECKING:
    from .feeding import Prepared
    from .plan import Plan

Array: TypeAlias = NDArray[Any]
Feeds: TypeAlias = Mapping[str, Array]
Augmentation: TypeAlias = Literal["none", "flips", "shifts", "both"]

SHIFT_PX = 8  # a fraction of the pixels that most models make one of, deep inside


@dataclass(frozen=True)
class View:
    """One way to see a tile: flipped along its rows or columns, and so many pixels further down and right."""

    flips: tuple[bool, bool] = (False, False)
    shift: tuple[int, int] = (0, 0)

    def describe(self) -> dict[str, Any]:
        """The view as JSON."""
        return {"flips": list(self.flips), "shift": list(self.shift)}


def views_of(
    augmentation: str, readouts: Sequence[Readout], *, unit: int, by_pixel: bool
) -> tuple[View, ...]:
    """The views that are asked for, the tile as it is first; none where it is seen once.

    Parameters
    ----------
    unit : int
        What tiles are a multiple of, and shifts too: pixels of other inputs or of what leaves begin there.

    Raises
    ------
    RequestError
        They would change nothing, or there is nothing to take the mean of.
    """
    if augmentation == "none":
        return ()
    if by_pixel:
        raise RequestError(
            tr("The model reads pixels one by one: flips and shifts change nothing. Leave AUGMENTATION out.")
        )
    if any(readout.kind == "codes" for readout in readouts):
        sentence = tr(
            "The model gives the numbers of classes without probabilities, of which no mean can be taken: "
            "leave AUGMENTATION out."
        )
        raise RequestError(sentence)
    flips = [View((rows, columns)) for rows in (False, True) for columns in (False, True)]
    if augmentation == "flips":
        return tuple(flips)
    if any("height" not in readout.output.dim_order for readout in readouts):
        sentence = tr(
            "The model gives one answer for a whole tile: it can be flipped (AUGMENTATION), not shifted."
        )
        raise RequestError(sentence)
    step = -(-SHIFT_PX // unit) * unit
    shifts = [View(shift=(rows, columns)) for rows in (0, step) for columns in (0, step)]
    return tuple(shifts if augmentation == "shifts" else [*flips, *shifts[1:]])


def channels_carried(readout: Readout, views: Sequence[View]) -> int:
    """Channels of what `see` gives: means and disagreements."""
    if not views:
        return readout.channels
    return readout.channels * 2 if readout.kind == "measures" else readout.channels + 1


def uncertainty(found: Array, readout: Readout) -> Array:
    """How far views disagree: mutual information over ln C, 0 to 1, or the standard deviation of measures.

    Parameters
    ----------
    found : array of shape (channels carried, rows, columns)
        As `see` gives it, or a mean of such with weights.
    """
    mean, spread = found[: readout.channels], found[readout.channels :]
    if readout.kind == "measures":
        return spread
    between: Array = np.clip(entropy(mean, readout)[None] - spread, 0, 1)
    return between


def see(
    plan: Plan, items: Sequence[Prepared], run: Callable[[list[Feeds]], list[list[Array]]]
) -> list[list[Array]]:
    """What leaves the model for tiles, over all views: the mean of each output with its disagreement behind.

    Of classes that is the mean of their probabilities and of the entropies, of measures the mean and the
    standard deviation.

    Parameters
    ----------
    run : callable
        Gives the outputs of the model, channels first, for some tiles.
    """
    gathered = [_Gathered(plan.readouts) for _ in items]
    for view in plan.views:
        feeds = [item.feeds if view.shift == (0, 0) else item.shifted[view.shift] for item in items]
        places = [place for place, one in enumerate(feeds) if one is not None]
        seen = [_flipped(plan, one, view.flips) for one in feeds if one is not None]
        if not seen:
            continue
        out_shift = tuple(int(side * plan.zoom) for side in view.shift)
        for place, outputs in zip(places, run(seen), strict=True):
            gathered[place].add([_unflipped(one, view.flips) for one in outputs], out_shift)
    return [one.finished() for one in gathered]


def _flipped(plan: Plan, feeds: Feeds, flips: tuple[bool, bool]) -> Feeds:
    if not any(flips):
        return feeds
    found = {}
    for use in plan.inputs:
        order = use.entry.dim_order
        sides = [
            side for side, flip in zip(("height", "width"), flips, strict=True) if flip and side in order
        ]
        values = np.flip(feeds[use.entry.name], tuple(order.index(side) for side in sides))
        found[use.entry.name] = np.ascontiguousarray(values)
    return found


def _unflipped(values: Array, flips: tuple[bool, bool]) -> Array:
    found: Array = np.flip(values, tuple(axis for axis, flip in zip((-2, -1), flips, strict=True) if flip))
    return found


class _Gathered:
    """Sums over the views of one tile, of which the first sees all; others may leave out its upper left."""

    def __init__(self, readouts: Sequence[Readout]) -> None:
        self._readouts = readouts
        self._first: list[Array] = []
        self._sums: list[tuple[Array, Array]] = []
        self._count: list[Array] = []

    def add(self, outputs: Sequence[Array], shift: tuple[int, ...]) -> None:
        for place, (values, readout) in enumerate(zip(outputs, self._readouts, strict=True)):
            values = (
                values.astype(np.float32) if readout.kind == "measures" else probabilities(values, readout)
            )
            rows, columns = (side - by for side, by in zip(values.shape[-2:], shift, strict=True))
            values = values[:, :rows, :columns]
            inside = (..., slice(shift[0], None), slice(shift[1], None))
            if len(self._first) <= place:
                self._first.append(values)
                self._sums.append((np.zeros_like(values), np.zeros_like(_spread(values, readout))))
                self._count.append(np.zeros(values.shape[-2:], np.float32))
            if readout.kind == "measures":  # from the first on, so that squares stay small
                values = values - self._first[place][inside]
            sums, spreads = self._sums[place]
            sums[inside] += values
            spreads[inside] += _spread(values, readout)
            self._count[place][inside] += 1

    def finished(self) -> list[Array]:
        found = []
        for first, (sums, spreads), count, readout in zip(
            self._first, self._sums, self._count, self._readouts, strict=True
        ):
            mean, spread = sums / count, spreads / count
            if readout.kind == "measures":
                spread = np.sqrt(np.maximum(spread - mean * mean, 0))
                mean = first + mean
            found.append(np.concatenate([mean, spread]))
        return found


def _spread(values: Array, readout: Readout) -> Array:
    """What is summed up beside the values: their squares, or the entropy of probabilities."""
    if readout.kind == "measures":
        return values * values
    return entropy(values, readout)[None]
