"""The graph that is run: the model's own, or one that takes raw values and gives what is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ModelError
from ..models.card import Card, ModelOutput
from ..models.sessions import Session, open_session
from .plan import GraphUse, Measure

if TYPE_CHECKING:
    from ..jobs import Context
    from ..models.heads import Product
    from .map_job import Request
    from .request import ModelRequest

RAW_TYPES = ("uint8", "uint16", "int16", "int32", "float32")
PRODUCTS: dict[Measure, Product] = {
    "classes": "class",
    "confidence": "confidence",
    "margin": "margin",
    "entropy": "entropy",
}


@dataclass(frozen=True)
class Loaded:
    """A session, and what enters and leaves its graph."""

    session: Session
    use: GraphUse


def outputs_in_use(card: Card, request: Request) -> tuple[ModelOutput, ...]:
    """The outputs that make maps: the one asked for, or all; not the label that stands beside its shares."""
    if request.head:
        return (card.output(request.head),)
    floats = tuple(output for output in card.outputs if output.dtype.startswith("float"))
    return floats or card.outputs


def load(
    request: Request, card: Card, context: Context, *, measures: Sequence[Measure], dtype: str, blends: bool
) -> Loaded:
    """Open the model, changed where that makes it cheaper to run.

    Parameters
    ----------
    dtype : str
        Of the raw values.
    blends : bool
        Whether overlaps are blended, for which probabilities must leave.

    Raises
    ------
    ModelError, ProviderError
        It cannot be loaded, or not on the provider asked for.
    """
    outputs = outputs_in_use(card, request)
    products = _products(card, outputs, measures, request, blends=blends)
    if products:
        raw = dtype if dtype in RAW_TYPES else "float32"
        try:
            return _changed(request, card, context, outputs[0], products, raw)
        except ModelError as error:
            context.info(str(error))  # it runs as it is, only slower
    session = open_model(request, context, request.model)
    names = tuple(output.name for output in outputs)
    return Loaded(session, GraphUse(dtype=card.main.dtype, scales=False, outputs=names))


def _products(
    card: Card,
    outputs: Sequence[ModelOutput],
    measures: Sequence[Measure],
    request: Request,
    *,
    blends: bool,
) -> tuple[Product, ...]:
    """What the graph is to give; nothing where the model is to be run as it is."""
    first = outputs[0]
    is_image = "height" in card.main.dim_order and "height" in first.dim_order
    if len(outputs) > 1 or not is_image or first.channels < 1 or not first.dtype.startswith("float"):
        return ()
    if not first.gives_classes:
        return ("values", "check")
    if not blends and request.number_type == "uint8" and set(measures) <= set(PRODUCTS):
        return (*(PRODUCTS[measure] for measure in measures), "check")
    return ("probabilities", "check")


def _changed(
    request: Request,
    card: Card,
    context: Context,
    output: ModelOutput,
    products: tuple[Product, ...],
    dtype: str,
) -> Loaded:
    from ..jobs.cache import use
    from ..models.graphs import Recipe, kept, prepared

    wide = any(one.value >= 255 for one in output.classes)
    recipe = Recipe(
        products=products,
        outputs=(output.name,),
        input_dtype=dtype,
        thresholds=None if request.threshold is None else (request.threshold,),
        unsure=65535 if wide else 255,
    )
    key = (card.sha256, card.weights_sha256, repr(recipe), repr(card.inputs), repr(output))
    folder = context.cache / "graphs"
    with use(folder):  # or another run has it: then neither is removed while it is opened
        path = kept(folder, key, lambda: prepared(request.model, card, recipe))
        session = open_model(
            request, context, path.read_bytes() if _has_external_weights(request.model) else path
        )
    is_direct = not set(products) & {"probabilities", "values"}
    return Loaded(session, GraphUse(dtype=dtype, scales=True, outputs=products, measures=is_direct))


def _has_external_weights(model: str) -> bool:
    from ..models.anatomy import read_anatomy

    return bool(read_anatomy(model).external)


def open_model(request: ModelRequest, context: Context, model: str | Path | bytes) -> Session:
    """A session on the provider asked for; what the user should know of it is told."""
    names = tuple(part.strip() for part in request.provider.split(",") if part.strip())
    session = open_session(
        model,
        providers=names or ("auto",),
        threads=context.threads,
        allow_cpu_fallback=request.allow_cpu_fallback,
        weights_folder=Path(request.model).parent if isinstance(model, bytes) else None,
    )
    for note in session.notes:
        context.info(note)
    return session
