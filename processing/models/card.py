"""What a model needs and gives: the card every other module reads.

A card is the same whatever it was read from (a STAC MLM Item, Deepness' keys, the bare graph). What the
sources do not say is never guessed: it stands in ``missing``, and `complete` adds the user's answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Literal

from ..errors import CardError
from ..language import tr
from .anatomy import Activation
from .detection import Detection

Origin = Literal["sidecar", "embedded", "deepness", "ultralytics", "graph"]
Mode = Literal["patch", "pixel", "point", "series", "static", "scalar", "table"]
Content = Literal["values", "validity", "dates"]
NodataRule = Literal["any", "all", "none"]

MAPS = ("patch", "series", "pixel")

# The kinds of scaling in STAC MLM, and the names of their numbers.
SCALING_FIELDS: dict[str, tuple[str, ...]] = {
    "min-max": ("minimum", "maximum"),
    "z-score": ("mean", "stddev"),
    "clip": ("minimum", "maximum"),
    "clip-min": ("minimum",),
    "clip-max": ("maximum",),
    "offset": ("value",),
    "scale": ("value",),
    "processing": (),
}


@dataclass(frozen=True)
class Band:
    """One band a model reads; ``expression`` when it is computed from others."""

    name: str
    common_name: str = ""
    description: str = ""
    expression: str = ""


@dataclass(frozen=True)
class Class:
    """One class of a map: the value in the raster, its name and its colour (``#rrggbb``, or empty)."""

    value: int
    name: str
    color: str = ""
    description: str = ""
    name_fr: str = ""

    def label(self, language: str = "en") -> str:
        """The name to show in this language."""
        return self.name_fr if language == "fr" and self.name_fr else self.name


@dataclass(frozen=True)
class Scaling:
    """How raw values become what the model was trained on, in the words of STAC MLM.

    ``min-max`` (minimum, maximum) maps to 0..1, ``z-score`` (mean, deviation) to (x - mean) / deviation,
    ``scale`` (value) to x / value, ``offset`` (value) to x - value; ``clip``, ``clip-min`` and ``clip-max``
    bound.
    """

    kind: str
    values: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        needed = SCALING_FIELDS.get(self.kind)
        if needed is None:
            raise CardError(
                tr("The card scales values by “{kind}”, which is not known; known are: {known}.").format(
                    kind=self.kind, known=", ".join(SCALING_FIELDS)
                )
            )
        if len(self.values) != len(needed):
            raise CardError(
                tr(
                    "The card's scaling “{kind}” has {found} values and needs {needed}: correct the card."
                ).format(kind=self.kind, found=len(self.values), needed=len(needed))
            )
        if self.divisor == 0:
            raise CardError(
                tr("The card's scaling “{kind}” divides by zero: correct it.").format(kind=self.kind)
            )

    @property
    def divisor(self) -> float:
        """What values are divided by, once they are bounded and shifted."""
        if self.kind == "min-max":
            return self.values[1] - self.values[0]
        return self.values[-1] if self.kind in ("z-score", "scale") else 1.0


@dataclass(frozen=True)
class Statistics:
    """What the training data looked like in one band, in raw values; None where not said."""

    mean: float | None = None
    stddev: float | None = None
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, kw_only=True)
class Dates:
    """Which dates of a series a model wants, and from which day it counts them.

    Parameters
    ----------
    match : {"order", "nearest", "month"}
        How images find their places: in the order of their dates, the nearest to each of ``at`` within a
        tolerance, or that of each month.
    at : tuple of str
        The days the places stand for, ``MM-DD``; with "month", the middle of each month when empty.
    least : int or None
        The fewest dates that will do, the others being missing; None wants all.
    reference : str
        The day (ISO 8601) from which days are counted; empty for the first date.
    """

    match: Literal["order", "nearest", "month"] = "order"
    at: tuple[str, ...] = ()
    tolerance_days: int = 0
    least: int | None = None
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class ModelInput:
    """One tensor that enters the model.

    ``mode`` says where it is read: ``patch`` and ``static`` around the same ground as the tile, ``series`` at
    several dates, ``point`` at its middle, ``pixel`` one by one; ``scalar`` is numbers, named by its bands.
    ``content`` says what it holds: values, which of them are there (1) or missing (0), or their dates, in the
    units that its bands name (``day_of_year``, ``month``, ``year``, ``days``).

    ``shape`` follows ``dim_order`` (batch, bands, height, width, time); -1 is any length. ``scaling``
    is empty for raw values, one entry for all bands, or one per band. ``nodata_fill`` None fills invalid
    pixels with the middle of the band (zero once scaled).
    """

    name: str
    mode: Mode = "patch"
    content: Content = "values"
    bands: tuple[Band, ...] = ()
    dim_order: tuple[str, ...] = ()
    shape: tuple[int, ...] = ()
    dtype: str = "float32"
    scaling: tuple[Scaling, ...] = ()
    gsd_m: float | None = None
    nodata_rule: NodataRule = "any"
    nodata_fill: float | None = None
    halo_px: int | None = None
    statistics: tuple[Statistics, ...] = ()
    dates: Dates | None = None
    description: str = ""

    def side(self, dimension: str) -> int:
        """Length of a dimension by name, -1 for any length or when there is no such dimension."""
        return _side(self, dimension)

    @property
    def is_series(self) -> bool:
        """Whether it reads an image for each date; a lone date, or terrain repeated, is one image."""
        return "time" in self.dim_order and self.side("time") != 1 and self.mode != "static"

    @property
    def channels(self) -> int:
        """Number of bands, -1 when any."""
        return self.side("bands")


@dataclass(frozen=True, kw_only=True)
class ModelOutput:
    """One tensor that leaves the model.

    ``activation`` is what is still to be applied to turn the values into probabilities: ``none`` when the
    graph ends in it already (or when values are not probabilities), and ``applied`` is what it ends in.
    ``thresholds`` holds one probability for all classes, or one per class; ``scale`` multiplies a regression.
    ``zoom`` is how many pixels leave along a side for one that enters, where the shapes do not tell. ``role``
    is which of the tensors of a model of keypoints it is.
    """

    name: str
    task: str = ""
    dim_order: tuple[str, ...] = ()
    shape: tuple[int, ...] = ()
    dtype: str = "float32"
    classes: tuple[Class, ...] = ()
    activation: Activation = "none"
    applied: Activation = "none"
    thresholds: tuple[float, ...] = ()
    unit: str = ""
    detection: Detection | None = None
    scale: float = 1.0
    zoom: Fraction | None = None
    role: str = ""
    description: str = ""

    def side(self, dimension: str) -> int:
        """Length of a dimension by name, -1 for any length or when there is no such dimension."""
        return _side(self, dimension)

    @property
    def gives_classes(self) -> bool:
        """Whether its values tell classes, of pixels or of whole tiles."""
        return self.task in ("segmentation", "scene-classification")

    @property
    def channels(self) -> int:
        """Number of values per pixel: 1 when the output has no class dimension, -1 when any."""
        return self.side("class") if "class" in self.dim_order else 1


def _side(tensor: ModelInput | ModelOutput, dimension: str) -> int:
    if dimension not in tensor.dim_order or len(tensor.dim_order) != len(tensor.shape):
        return -1
    return tensor.shape[tensor.dim_order.index(dimension)]


@dataclass(frozen=True, kw_only=True)
class Card:
    """A model's card.

    ``missing`` names what a run needs and no source says; ``notes`` are sentences for the user.
    """

    name: str
    inputs: tuple[ModelInput, ...]
    outputs: tuple[ModelOutput, ...]
    origin: Origin
    version: str = ""
    title: str = ""
    description: str = ""
    licence: str = ""
    citation: str = ""
    architecture: str = ""
    tile_px: int | None = None
    overlap_px: int | None = None
    batch_suggestion: int | None = None
    parameters: int | None = None
    accuracy: Mapping[str, Any] | None = None
    test_vectors: tuple[Mapping[str, Any], ...] = ()
    hyperparameters: Mapping[str, Any] = field(default_factory=dict)
    sha256: str = ""
    weights_sha256: str = ""
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def task(self) -> str:
        """What the model does, by its first output; empty when no source says."""
        return self.outputs[0].task if self.outputs else ""

    @property
    def main(self) -> ModelInput:
        """The input whose pixels are mapped: the first of images, else of pixels."""
        maps = [one for one in self.inputs if one.content == "values" and one.mode in MAPS]
        images = [one for one in maps if "height" in one.dim_order]
        return (images or maps or [*self.inputs, ModelInput(name="")])[0]

    def with_main(self, **changes: Any) -> Card:
        """The card with its main input changed."""
        main = self.main
        inputs = tuple(replace(one, **changes) if one is main else one for one in self.inputs)
        return replace(self, inputs=inputs)

    def output(self, name: str = "") -> ModelOutput:
        """An output by name, the first without one.

        Raises
        ------
        CardError
            There is no output of that name.
        """
        for output in self.outputs:
            if name in ("", output.name):
                return output
        raise CardError(
            tr("The model has no output “{name}”; its outputs are: {known}.").format(
                name=name, known=", ".join(output.name for output in self.outputs)
            )
        )
