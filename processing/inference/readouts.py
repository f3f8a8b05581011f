"""What leaves a model, pixel by pixel: scores of classes, one score, class numbers, or measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import CardError, ModelError
from ..language import tr
from ..models.card import Class, ModelOutput

Array: TypeAlias = NDArray[Any]
FloatArray: TypeAlias = NDArray[np.float32]
Kind = Literal["scores", "binary", "codes", "measures", "raw"]

STEPS = 254  # of a share stored as uint8; 255 is nodata
SMALLEST = np.float32(1e-30)  # a share's floor before its logarithm, as in the graph's own head


@dataclass(frozen=True)
class Readout:
    """One output of a model.

    ``scores``: one channel per class, of which the largest wins; ``binary``: one channel, whose class is
    present from ``threshold`` on; ``codes``: the numbers of the classes themselves, which need not be named;
    ``measures``: values of a regression; ``raw``: what is handed on as the model gives it.
    """

    output: ModelOutput
    kind: Kind
    channels: int
    classes: tuple[Class, ...] = ()
    thresholds: tuple[float, ...] = ()

    @property
    def name(self) -> str:
        """Name of the model's output."""
        return self.output.name

    @property
    def shares(self) -> tuple[Class, ...]:
        """The classes whose probability each channel holds."""
        return self.classes[-1:] if self.kind == "binary" else self.classes


def readouts_of(
    outputs: Sequence[ModelOutput], channels: Mapping[str, int], *, threshold: float | None = None
) -> tuple[Readout, ...]:
    """How to read these outputs of a model.

    Parameters
    ----------
    channels : mapping
        Number of channels of each output.
    threshold : float, optional
        Probability from which a class counts, instead of the card's.

    Raises
    ------
    CardError
        The card does not say enough of an output, or classes and channels do not fit.
    """
    return tuple(_readout(output, threshold, channels[output.name]) for output in outputs)


def _readout(output: ModelOutput, threshold: float | None, channels: int) -> Readout:
    if channels < 1:
        sentence = tr(
            "The number of channels of the model's output “{name}” is not known: describe it in a card."
        )
        raise CardError(sentence.format(name=output.name))
    if output.task and not output.gives_classes:
        return Readout(output, "measures", channels)
    thresholds = output.thresholds if threshold is None else (threshold,)
    kind: Kind = "scores" if channels > 1 else "binary"
    if not output.dtype.startswith("float"):
        kind = "codes"
    if kind == "codes":
        return Readout(output, kind, channels, output.classes)
    needed = 2 if kind == "binary" else channels
    classes = output.classes or tuple(Class(value, _numbered(value)) for value in range(needed))
    if len(classes) != needed:
        sentence = tr(
            "The output “{name}” gives {channels} channels and the card names {classes} classes: correct "
            "the card."
        )
        raise CardError(sentence.format(name=output.name, channels=channels, classes=len(classes)))
    return Readout(output, kind, channels, classes, thresholds)


def _numbered(value: int) -> str:
    return tr("class {number}").format(number=value)


def of_pixels(raw: Array) -> Array:
    """What leaves for pixels, one by one, as (channels, pixels)."""
    return raw.reshape(raw.shape[0], -1).T


def channels_first(raw: Array, readout: Readout) -> Array:
    """The output of a batch as (items, channels, rows, columns); one answer for a tile is one pixel.

    Raises
    ------
    ModelError
        Its shape is not what the card or the graph say.
    """
    order = readout.output.dim_order
    if "height" not in order:
        return raw.reshape(raw.shape[0], -1, 1, 1)
    if raw.ndim == len(order) - 1 and "class" in order and readout.channels == 1:
        order = tuple(side for side in order if side != "class")
    if raw.ndim == len(order) + 1 and "class" not in order:
        order = (order[0], "class", *order[1:])
    if raw.ndim != len(order):
        sentence = tr(
            "The model's output “{name}” has the shape {shape}; its card says {order}: correct the card."
        )
        raise ModelError(sentence.format(name=readout.name, shape=raw.shape, order=", ".join(order)))
    wanted = [side for side in ("batch", "class", "height", "width") if side in order]
    moved = raw.transpose([order.index(side) for side in wanted])
    return moved if "class" in order else moved[:, None]


def probabilities(values: Array, readout: Readout) -> FloatArray:
    """Scores as probabilities, channels on axis 0 of what is given."""
    values = values.astype(np.float32, copy=False)
    if readout.output.activation == "sigmoid":
        values = np.float32(1) / (np.float32(1) + np.exp(-values))
    if readout.output.activation == "softmax":
        values = np.exp(values - values.max(axis=0))
        values /= values.sum(axis=0)
    return values


def check_finite(values: Array, readout: Readout) -> None:
    """Refuse values that are not numbers.

    Raises
    ------
    ModelError
        Some are NaN or infinite.
    """
    if values.dtype.kind == "f" and not np.isfinite(values.sum(dtype=np.float64)):
        raise ModelError(
            tr(
                "The model gave values that are not numbers in its output “{name}”: its input is scaled in "
                "another way than it expects, or it is damaged. Check the scaling in its card."
            ).format(name=readout.name)
        )


def class_map(shares: FloatArray, readout: Readout, *, unsure: int) -> Array:
    """The number of the class of each pixel; ``unsure`` where none reaches its threshold.

    Parameters
    ----------
    shares : array of shape (channels, …)
        Probabilities, or any scores that are ordered like them where the readout has no threshold.
    """
    values = np.array([one.value for one in readout.classes], np.uint16)
    if readout.kind == "binary":
        present: Array = values[(shares[0] >= _threshold(readout)).astype(np.intp)]
        return present
    winner = shares.argmax(axis=0)
    numbers: Array = values[winner]
    if readout.thresholds:
        needed = np.array(readout.thresholds, np.float32)
        least = needed[winner] if needed.size > 1 else needed[0]
        numbers = np.where(shares.max(axis=0) >= least, numbers, np.uint16(unsure))
    return numbers


def _threshold(readout: Readout) -> np.float32:
    return np.float32(readout.thresholds[0] if readout.thresholds else 0.5)


def confidence(shares: FloatArray, readout: Readout) -> FloatArray:
    """Probability of the class of each pixel, 0 to 1."""
    if readout.kind == "binary":
        present = shares[0] >= _threshold(readout)
        best: FloatArray = np.where(present, shares[0], 1 - shares[0])
    else:
        best = shares.max(axis=0)
    return best


def margin(shares: FloatArray, readout: Readout) -> FloatArray:
    """Probability of the first class less that of the second, 0 to 1."""
    if readout.kind == "binary":
        apart: FloatArray = np.abs(2 * shares[0] - 1)
    else:
        second, first = np.partition(shares, shares.shape[0] - 2, axis=0)[-2:]
        apart = first - second
    return apart


def entropy(shares: FloatArray, readout: Readout) -> FloatArray:
    """Entropy of the probabilities over its maximum, 0 (sure) to 1 (all classes alike).

    Probabilities are brought to a sum of 1: those of classes that do not exclude each other have another.
    """
    if readout.kind == "binary":
        shares = np.concatenate([shares, 1 - shares])
    weights = np.maximum(shares, SMALLEST)
    total = weights.sum(axis=0)
    nats = np.log(total) - (weights * np.log(weights)).sum(axis=0) / total
    spread: FloatArray = np.clip(nats / np.float32(np.log(shares.shape[0])), 0, 1)
    return spread


def as_steps(share: FloatArray) -> NDArray[np.uint8]:
    """A share of 0 to 1 as uint8: 254 steps, rounded to the nearest.

    Examples
    --------
    >>> as_steps(np.float32([0, 0.5, 1])).tolist()
    [0, 127, 254]
    """
    steps: NDArray[np.uint8] = np.rint(np.clip(share, 0, 1) * np.float32(STEPS)).astype(np.uint8)
    return steps
