"""The rasters that a run may write, and how they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ..errors import RequestError
from ..language import tr
from ..raster.classes import RasterClass
from ..raster.legend import legend_of
from ..raster.palette import default_color
from ..raster.statistics import BandStatistics
from ..raster.writing import RasterSpec
from .plan import Measure
from .readouts import STEPS, Readout

SHARES: tuple[Measure, ...] = ("confidence", "margin", "entropy", "probabilities")
NUMBERS: tuple[Measure, ...] = ("values", "image", "embeddings")
NODATA_BYTE, NODATA_WORD = 255, 65535
# How the numbers of a unit vector are stored: nodata, scale and offset. No signed bytes: GDAL before 3.7,
# that of QGIS 3.22, takes them for others.
UNIT_VECTORS = {"int16": (-32768.0, 1 / 32767, 0.0), "uint8": (255.0, 1 / 127, -1.0)}
WHOLE = ("uint8", "uint16", "int16")  # types of an image of whole numbers


def raster_spec(
    measure: Measure,
    readouts: Sequence[Readout],
    *,
    as_float: bool,
    language: str,
    bands: Sequence[str] = (),
    number_type: str = "float32",
) -> RasterSpec:
    """What the raster of a measure holds, a band for each output of the model (of probabilities, each class).

    Parameters
    ----------
    bands : sequence of str
        Names of the bands that the model reads: those of an image that has as many.
    number_type : str
        A key of `UNIT_VECTORS`, or float32: how embeddings are stored.

    Raises
    ------
    RequestError
        The model does not give this measure.
    """
    _check(measure, readouts)
    if measure == "values":
        return _values_spec(readouts)
    if measure == "image":
        return _image_spec(readouts, bands)
    if measure == "embeddings":
        return _embeddings_spec(readouts, number_type)
    if measure == "uncertainty" and readouts[0].kind == "measures":
        return _deviation_spec(readouts)
    if measure == "classes":
        return _classes_spec(readouts, language)
    names = [readout.name if len(readouts) > 1 else "" for readout in readouts]
    if measure == "probabilities":
        names = [one.label(language) for readout in readouts for one in readout.shares]
    elif len(readouts) == 1:
        names = [measure]
    if as_float:
        return RasterSpec(name=measure, dtype="float32", nodata=float("nan"), bands=tuple(names))
    return RasterSpec(name=measure, dtype="uint8", nodata=NODATA_BYTE, bands=tuple(names), scale=1 / STEPS)


def _check(measure: Measure, readouts: Sequence[Readout]) -> None:
    if measure == "uncertainty":
        return  # of whatever is seen more than once
    kinds = {readout.kind for readout in readouts}
    if (measure in NUMBERS) != (kinds == {"measures"}):
        sentence = (
            tr("The model gives classes, not measures: ask for “classes” rather than “values”.")
            if measure in NUMBERS
            else tr("The model gives measures, not classes: ask for “values” rather than “{measure}”.")
        )
        raise RequestError(sentence.format(measure=measure))
    if measure in SHARES and "codes" in kinds:
        sentence = tr(
            "The model gives the numbers of classes without probabilities, so there is no “{measure}” to "
            "write."
        )
        raise RequestError(sentence.format(measure=measure))


def _values_spec(readouts: Sequence[Readout]) -> RasterSpec:
    bands = [
        readout.output.name if readout.channels == 1 else f"{readout.output.name} {channel}"
        for readout in readouts
        for channel in range(1, readout.channels + 1)
    ]
    unit = readouts[0].output.unit
    return RasterSpec(name="values", dtype="float32", nodata=float("nan"), bands=tuple(bands), unit=unit)


def _deviation_spec(readouts: Sequence[Readout]) -> RasterSpec:
    """How far measures change from view to view, in their unit."""
    spec = _values_spec(readouts)
    return replace(spec, name="uncertainty", bands=tuple(f"{band} ±" for band in spec.bands))


def _image_spec(readouts: Sequence[Readout], bands: Sequence[str]) -> RasterSpec:
    """An image in the type of the model's output; the least of whole numbers stands for what is missing."""
    spec, dtype = _values_spec(readouts), readouts[0].output.dtype
    names = tuple(bands) if len(bands) == len(spec.bands) else spec.bands
    spec = replace(spec, name="image", bands=names)
    if dtype not in WHOLE:
        return spec
    return replace(spec, dtype=dtype, nodata=float(np.iinfo(dtype).min))


def _embeddings_spec(readouts: Sequence[Readout], number_type: str) -> RasterSpec:
    """A band for each number of the vectors."""
    spec = replace(_values_spec(readouts), name="embeddings")
    if number_type not in UNIT_VECTORS:
        return spec
    nodata, scale, offset = UNIT_VECTORS[number_type]
    return replace(spec, dtype=number_type, nodata=nodata, scale=scale, offset=offset)


def _classes_spec(readouts: Sequence[Readout], language: str) -> RasterSpec:
    wide = any(one.value >= NODATA_BYTE for readout in readouts for one in readout.classes)
    wide = wide or any(readout.kind == "codes" and not readout.classes for readout in readouts)
    return RasterSpec(
        name="classes",
        dtype="uint16" if wide else "uint8",
        nodata=NODATA_WORD if wide else NODATA_BYTE,
        kind="classes",
        bands=tuple(readout.name for readout in readouts) if len(readouts) > 1 else ("class",),
        classes=tuple(colored(readout, language) for readout in readouts),
    )


def colored(readout: Readout, language: str) -> tuple[RasterClass, ...]:
    """The classes of an output, each with a colour."""
    return tuple(
        RasterClass(one.value, one.label(language), one.color or default_color(place))
        for place, one in enumerate(readout.classes)
    )


def style_of(measure: Measure, spec: RasterSpec, first: BandStatistics) -> dict[str, Any] | None:
    """How a raster is to be shown, by what is in its first band; None for an image in colours of its own."""
    if measure in ("image", "embeddings") and len(spec.bands) > 2:
        return None
    if measure == "classes":
        legend = legend_of(spec.classes[0], first.counts)
        shown = [{"value": one.value, "name": one.name, "color": one.color} for one in legend]
        return {"type": "classes", "classes": shown}
    if measure in SHARES:
        # Stored steps times the band's scale: QGIS shows the scaled values.
        return {"type": "gradient", "ramp": "viridis", "minimum": 0, "maximum": 1, "unit": "", "band": 1}
    return {
        "type": "gradient", "ramp": "viridis", "minimum": first.minimum, "maximum": first.maximum,
        "unit": spec.unit, "band": 1,
    }  # fmt: skip
