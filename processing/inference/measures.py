"""From the probabilities of a block to what is written: classes, confidence, margin, entropy, values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError
from ..language import tr
from ..raster.writing import RasterSpec
from . import readouts
from .plan import Measure, Plan
from .readouts import Readout
from .views import uncertainty

Array: TypeAlias = NDArray[Any]


class Measurer:
    """Computes the measures of a plan. It keeps nothing from block to block."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def measure(self, shares: Sequence[Array], mask: NDArray[np.bool_] | None) -> list[Array]:
        """One array of (bands, rows, columns) for each measure, nodata outside ``mask``."""
        plan = self._plan
        if plan.graph.measures:
            found = [values.reshape(1, *values.shape[-2:]) for values in shares]
        else:
            found = [
                np.concatenate(
                    [
                        _measure(name, one, readout, spec)
                        for one, readout in zip(shares, plan.readouts, strict=True)
                    ]
                )
                for name, spec in zip(plan.measures, plan.specs, strict=True)
            ]
        return [_masked(values, mask, spec) for values, spec in zip(found, plan.specs, strict=True)]


def _masked(values: Array, mask: NDArray[np.bool_] | None, spec: RasterSpec) -> Array:
    values = values.astype(spec.dtype, copy=False)
    if mask is None:
        return values
    masked: Array = np.where(mask, values, np.array(spec.nodata, spec.dtype))
    return masked


def _measure(name: Measure, shares: Array, readout: Readout, spec: RasterSpec) -> Array:
    if name == "uncertainty":
        return _uncertainty(shares, readout, spec)
    shares = shares[: readout.channels]
    if name == "embeddings":
        return shares if spec.dtype == "float32" else _unit_vectors(shares, spec)
    if name in ("values", "image"):
        values = shares if readout.output.scale == 1.0 else shares * np.float32(readout.output.scale)
        return values if spec.dtype == "float32" else _whole(values, spec)
    if name == "classes":
        if readout.kind == "codes":
            _check_codes(shares, spec)
            return shares[:1]
        return readouts.class_map(shares, readout, unsure=int(spec.nodata))[None]
    if name == "probabilities":
        found = shares
    else:
        compute = {"confidence": readouts.confidence, "margin": readouts.margin, "entropy": readouts.entropy}[
            name
        ]
        found = compute(shares, readout)[None]
    return readouts.as_steps(found) if spec.dtype == "uint8" else found


def _unit_vectors(values: Array, spec: RasterSpec) -> Array:
    """Vectors of length 1 in the steps of the raster; one of nothing stays so."""
    length = np.sqrt(np.square(values, dtype=np.float32).sum(axis=0))
    unit = values / np.where(length > 0, length, np.float32(1))
    steps: Array = np.rint((unit - np.float32(spec.offset)) / np.float32(spec.scale))
    return steps


def _whole(values: Array, spec: RasterSpec) -> Array:
    """Whole numbers of an image; what would be taken for missing is one more."""
    limits = np.iinfo(spec.dtype)
    whole: Array = np.rint(np.clip(values, max(limits.min, spec.nodata + 1), limits.max))
    return whole


def _uncertainty(shares: Array, readout: Readout, spec: RasterSpec) -> Array:
    found = uncertainty(shares, readout)
    if readout.kind == "measures":
        return found if readout.output.scale == 1.0 else found * abs(np.float32(readout.output.scale))
    return readouts.as_steps(found) if spec.dtype == "uint8" else found


def _check_codes(codes: Array, spec: RasterSpec) -> None:
    """Refuse numbers that the raster cannot hold: they would become those of other classes."""
    least, most = int(codes.min()), int(codes.max())
    if least < 0 or most >= spec.nodata:
        sentence = (
            tr("The model gives the class {found}, and a map holds 0 to {most}: it cannot be run.")
            if spec.dtype == "uint16"
            else tr(
                "The model gives the class {found}, which its card does not name, and the map of those that "
                "it names holds 0 to {most}: correct the card."
            )
        )
        raise ModelError(sentence.format(found=least if least < 0 else most, most=int(spec.nodata) - 1))
