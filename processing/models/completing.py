"""A card with what the user says added, and what follows from it settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..errors import CardError
from ..language import tr
from .anatomy import Activation
from .card import Band, Card, Class, ModelInput, ModelOutput, Scaling
from .fitting import check_input, with_classes

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
