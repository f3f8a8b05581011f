"""Whether what a card says of an input or an output can belong to its shape."""

from __future__ import annotations

from dataclasses import replace

from ..errors import CardError
from ..language import tr
from .card import Class, ModelInput, ModelOutput

LARGEST_CLASS = 65534  # a map holds it in two bytes, of which the last value is nodata


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
