"""What a model needs and gives: the card every other module reads.

A card is the same whatever it was read from (a STAC MLM Item, Deepness' keys, the bare graph). What the
sources do not say is never guessed: it stands in ``missing``, and `complete` adds the user's answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Literal

from ..errors import CardError, ModelError
from ..language import tr
from .anatomy import Activation
from .detection import Detection

Origin = Literal["sidecar", "embedded", "deepness", "ultralytics", "graph"]
Mode = Literal["patch", "pixel", "point", "series", "static", "scalar", "table"]
Content = Literal["values", "validity", "dates"]
NodataRule = Literal["any", "all", "none"]

# The kinds of model that make a map, and those whose outputs differ in kind: each has a job of its own.
MAPPED = ("segmentation", "regression", "scene-classification")
RUN_BY = {
    **dict.fromkeys(MAPPED, "inference.map"),
    "super-resolution": "inference.superresolve",
    "detection": "inference.detect",
    "embedding": "inference.embed",
}

SIDES = frozenset(("batch", "time", "bands", "height", "width"))
MAPS = ("patch", "series", "pixel")
LARGEST_CLASS = 65534  # a map holds it in two bytes, of which the last value is nodata

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
    ``zoom`` is how many pixels leave along a side for one that enters, where the shapes do not tell.
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


NAMED_SCALINGS: dict[str, tuple[Scaling, ...]] = {
    "none": (),
    "divide_by_255": (Scaling("scale", (255.0,)),),
    "divide_by_10000": (Scaling("scale", (10000.0,)),),
    "imagenet_rgb": tuple(
        Scaling("z-score", (255 * mean, 255 * stddev))
        for mean, stddev in ((0.485, 0.229), (0.456, 0.224), (0.406, 0.225))
    ),
}


def complete(
    card: Card,
    *,
    gsd_m: float | None = None,
    scaling: str | Sequence[Scaling] | None = None,
    bands: Sequence[str] | None = None,
    classes: Sequence[str | Class] | None = None,
    activation: Activation | None = None,
    task: str | None = None,
    tile_px: int | None = None,
    overlap_px: int | None = None,
) -> Card:
    """The card with what the user says added, and no longer missing; what is None stays as it was.

    Parameters
    ----------
    gsd_m : float
        Ground resolution the model was trained at, in metres per pixel.
    scaling : str or sequence of Scaling
        A key of `NAMED_SCALINGS`, or one `Scaling` for all bands, or one per band.
    bands : sequence of str
        Names of the bands in the order of the model's channels.
    classes : sequence of str or Class
        Names in the order of the output's channels, or whole classes.

    Raises
    ------
    CardError
        What is said contradicts the model: a wrong number of bands, classes or scalings.

    Examples
    --------
    >>> entry = ModelInput(name="x", dim_order=("batch", "bands", "height", "width"), shape=(-1, 2, -1, -1))
    >>> card = Card(name="m", inputs=(entry,), outputs=(), origin="graph", missing=("gsd", "bands"))
    >>> card = complete(card, gsd_m=0.5, bands=["red", "nir"])
    >>> card.missing, card.inputs[0].gsd_m, card.inputs[0].bands[1].name
    ((), 0.5, 'nir')
    """
    given = {
        "gsd": gsd_m, "scaling": scaling, "bands": bands, "classes": classes, "activation": activation,
        "task": task,
    }  # fmt: skip
    for key in ("gsd", "scaling", "bands"):
        if given[key] is not None:
            main = _with_input(card.main, key, given[key])
            card = replace(card, inputs=tuple(main if one.name == main.name else one for one in card.inputs))
    for key in ("task", "classes", "activation"):
        if given[key] is not None:
            card = replace(
                card, outputs=tuple(_with_output(output, key, given[key]) for output in card.outputs)
            )
    card = replace(
        card,
        tile_px=card.tile_px if tile_px is None else tile_px,
        overlap_px=card.overlap_px if overlap_px is None else overlap_px,
        missing=tuple(key for key in card.missing if given.get(key) is None),
    )
    return card if task is None else settle(card, said=activation)


def settle(card: Card, *, said: Activation | None) -> Card:
    """The card with each output's activation and class names settled, as far as its task is known.

    The graph's last node wins: an activation that is inside is not applied twice. Scores of several classes
    without one are exclusive; a lone score is a question for the user.
    """
    outputs, notes, ask = [], list(card.notes), False
    for output in card.outputs:
        activation: Activation = "none"
        if output.gives_classes and output.dtype.startswith("float") and output.applied == "none":
            several = output.channels != 1
            activation = said or ("softmax" if several else "none")
            ask = ask or (said is None and not several)
            if said is None and several:
                notes.append(
                    tr(
                        "The output “{name}” ends without softmax: "
                        "its values are taken as scores of exclusive classes."
                    ).format(name=output.name)
                )
        outputs.append(_numbered(replace(output, activation=activation), notes))
    asked = ("activation",) if ask and "activation" not in card.missing else ()
    return replace(
        card, outputs=tuple(outputs), notes=tuple(dict.fromkeys(notes)), missing=(*card.missing, *asked)
    )


def _numbered(output: ModelOutput, notes: list[str]) -> ModelOutput:
    """A map's classes, numbered where nobody named them."""
    if not output.gives_classes or output.classes or not output.dtype.startswith("float"):
        return output
    notes.append(
        tr("Nothing names the classes of the output “{name}”: they are numbered.").format(name=output.name)
    )
    count = max(output.channels, 2)
    classes = tuple(Class(value, f"class {value}", name_fr=f"classe {value}") for value in range(count))
    return replace(output, classes=classes)


def _with_input(entry: ModelInput, key: str, value: Any) -> ModelInput:
    if key == "gsd":
        if not 0 < value < 1e6:
            raise CardError(tr("A ground resolution of {value} m is not possible.").format(value=value))
        return replace(entry, gsd_m=float(value))
    if key == "scaling":
        entry = replace(entry, scaling=NAMED_SCALINGS[value] if isinstance(value, str) else tuple(value))
    else:
        entry = replace(entry, bands=tuple(Band(name) for name in value))
    check_input(entry)
    return entry


def _with_output(output: ModelOutput, key: str, value: Any) -> ModelOutput:
    if key == "classes":
        return with_classes(output, _classes(value))
    return replace(output, **{key: value})


def _classes(names: Sequence[str | Class]) -> tuple[Class, ...]:
    return tuple(Class(value, one) if isinstance(one, str) else one for value, one in enumerate(names))


def with_classes(output: ModelOutput, classes: tuple[Class, ...]) -> ModelOutput:
    """An output with its classes, a background added to a lone one of a map.

    Raises
    ------
    CardError
        They cannot belong to its shape.
    """
    if output.task != "detection":
        classes = with_background(classes, output.channels)
    output = replace(output, classes=classes)
    check_output(output)
    return output


def with_background(classes: tuple[Class, ...], channels: int) -> tuple[Class, ...]:
    """The classes of a map: one channel with one class is that class (1) against the rest (0)."""
    if channels != 1 or len(classes) != 1:
        return classes
    only = classes[0]
    return (Class(0, "background", name_fr="fond"), replace(only, value=only.value or 1))


def check_input(entry: ModelInput) -> None:
    """Refuse an input whose bands or scaling cannot belong to its shape.

    Raises
    ------
    CardError
        The message gives both numbers.
    """
    channels = entry.channels
    if entry.bands and channels > 0 and len(entry.bands) != channels:
        raise CardError(
            tr(
                "The card names {bands} bands for the input “{name}” but the model reads {channels} "
                "channels: this is not the card of this model."
            ).format(bands=len(entry.bands), name=entry.name, channels=channels)
        )
    count = channels if channels > 0 else len(entry.bands)
    if len(entry.scaling) > 1 and count > 0 and len(entry.scaling) != count:
        raise CardError(
            tr(
                "The card gives {scalings} scalings for the input “{name}” but the model reads {channels} "
                "channels: one for all or one per band is needed."
            ).format(scalings=len(entry.scaling), name=entry.name, channels=count)
        )


def check_output(output: ModelOutput) -> None:
    """Refuse an output whose classes cannot belong to its shape, or cannot stand in one map.

    Raises
    ------
    CardError
        The message gives both numbers, or the class and its value.
    """
    if not output.gives_classes or not output.classes:
        return
    _check_values(output)
    if "class" not in output.dim_order:
        return
    channels, count = output.channels, len(output.classes)
    holds_codes = output.dtype.startswith(("int", "uint"))  # class values already, however many
    if channels > 0 and count != channels and not (channels == 1 and (count == 2 or holds_codes)):
        raise CardError(
            tr(
                "The card names {classes} classes for the output “{name}” but the model gives {channels} "
                "channels: this is not the card of this model."
            ).format(classes=count, name=output.name, channels=channels)
        )


def _check_values(output: ModelOutput) -> None:
    known: dict[int, Class] = {}
    for one in output.classes:
        if not 0 <= one.value <= LARGEST_CLASS:
            sentence = tr(
                "The card gives the class “{class_name}” of the output “{name}” the value {value}: a map "
                "holds 0 to {largest}. Correct the card."
            )
            raise CardError(
                sentence.format(class_name=one.name, name=output.name, value=one.value, largest=LARGEST_CLASS)
            )
        if (other := known.setdefault(one.value, one)) is not one:
            sentence = tr(
                "The card gives the classes “{first}” and “{second}” of the output “{name}” one value, "
                "{value}: give each its own."
            )
            raise CardError(
                sentence.format(first=other.name, second=one.name, name=output.name, value=one.value)
            )


def require_runnable(card: Card, tasks: Sequence[str] = MAPPED) -> None:
    """Refuse a model that cannot be run over rasters, or not by a job for models of these tasks.

    Raises
    ------
    ModelError
        The message says what the model is, and what runs it.
    """
    for output in card.outputs:
        if output.task and output.task not in tasks:
            raise ModelError(_other_kind(output.task, tasks))
        _check_answer(output, card.main)
    _check_main(card)
    for entry in card.inputs:
        _check_readable(entry, card.main)
        _check_batch(entry, is_needed=card.task != "detection")


def _other_kind(task: str, tasks: Sequence[str]) -> str:
    if task in RUN_BY:
        titles = {
            "inference.map": tr("Apply a model to rasters"),
            "inference.superresolve": tr("Make an image finer"),
            "inference.detect": tr("Detect objects"),
            "inference.embed": tr("Describe each place by a model"),
        }
        sentence = tr("The model is of the kind “{kind}”: run it with “{title}” ({job}).")
        return sentence.format(kind=task, title=titles[RUN_BY[task]], job=RUN_BY[task])
    sentence = tr("Relevé cannot yet run models of the kind “{kind}”; it runs: {known}.")
    return sentence.format(kind=task, known=", ".join(RUN_BY))


def _check_answer(output: ModelOutput, main: ModelInput) -> None:
    """Refuse a class for each pixel of a model that gives one answer for a whole tile."""
    if output.task != "segmentation" or "height" not in main.dim_order or "height" in output.dim_order:
        return
    sentence = tr(
        "The output “{name}” has the shape {shape}: one answer for a whole tile, not one for each pixel. If "
        "it gives a class for a scene, say so (TASK=scene-classification, or the task in its card)."
    )
    raise ModelError(sentence.format(name=output.name, shape=" × ".join(map(str, output.shape))))


def _check_main(card: Card) -> None:
    main = card.main
    if main.mode not in MAPS or main.content != "values":
        modes = ", ".join(f"{entry.name} ({entry.mode})" for entry in card.inputs)
        sentence = tr("No input of the model reads images or pixels: {inputs}. It makes no map.")
        raise ModelError(sentence.format(inputs=modes))
    rows, columns = main.side("height"), main.side("width")
    if rows != columns and min(rows, columns) > 0:
        sentence = tr("The model reads tiles of {rows} × {columns} pixels; Relevé cuts square ones.")
        raise ModelError(sentence.format(rows=rows, columns=columns))


def _check_readable(entry: ModelInput, main: ModelInput) -> None:
    """Refuse an input of which nobody can say what it is to be given."""
    if len(entry.dim_order) != len(entry.shape):
        sentence = tr(
            "The input “{name}” has {count} sides ({shape}) and no card says which is which: describe it in "
            "one (“dim_order”, such as batch, time, bands, height, width)."
        )
        shape = " × ".join(map(str, entry.shape))
        raise ModelError(sentence.format(name=entry.name, count=len(entry.shape), shape=shape))
    if entry.mode == "table" or (entry.mode == "scalar" and not entry.bands):
        sentence = tr(
            "The input “{name}” reads “{mode}” data, and its card does not say which: name it (“bands”)."
        )
        raise ModelError(sentence.format(name=entry.name, mode=entry.mode))
    if len(entry.bands) > 1 and "bands" not in entry.dim_order:
        sentence = tr("The card names {count} bands for the input “{name}”, which has no side for them.")
        raise ModelError(sentence.format(name=entry.name, count=len(entry.bands)))
    odd = sorted(set(entry.dim_order) - SIDES)
    if odd:
        sentence = tr("The input “{name}” has a side “{side}”; Relevé knows {known}: correct its card.")
        raise ModelError(sentence.format(name=entry.name, side=odd[0], known=", ".join(sorted(SIDES))))
    if "height" in entry.dim_order and "height" not in main.dim_order:
        sentence = tr(
            "The input “{name}” reads images and “{main}” single pixels: Relevé cannot yet run both together."
        )
        raise ModelError(sentence.format(name=entry.name, main=main.name))


def _check_batch(entry: ModelInput, *, is_needed: bool) -> None:
    """Refuse an input without a batch in front; only detectors list the objects of a lone image."""
    if entry.dim_order[:1] != ("batch",) and (is_needed or "batch" in entry.dim_order):
        sentence = tr("The input “{name}” does not begin with a batch ({sides}): export the model with one.")
        raise ModelError(sentence.format(name=entry.name, sides=", ".join(entry.dim_order) or "–"))
