"""The graph that is run: the model's own, or one that takes raw values and gives what is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..models.card import Card, ModelOutput
from ..models.sessions import Session, open_session
from .plan import GraphUse, Measure

if TYPE_CHECKING:
    from ..jobs import Context
    from .map_job import Request

RAW_TYPES = ("uint8", "uint16", "int16", "int32", "float32")
PRODUCTS = {"classes": "class", "confidence": "confidence", "margin": "margin", "entropy": "entropy"}


@dataclass(frozen=True)
class Loaded:
    """A session, and what enters and leaves its graph. ``probe`` runs the model as it is."""

    session: Session
    probe: Session
    use: GraphUse


def load(
    request: Request, card: Card, context: Context, *, measures: Sequence[Measure], dtype: str, blends: bool
) -> Loaded:
    """Open the model, changed where that makes it cheaper to run.

    Raises
    ------
    ModelError, ProviderError
        It cannot be loaded, or not on the provider asked for.
    """
    del blends, measures, dtype
    session = _open(request, context, request.model)
    names = [request.head] if request.head else [output.name for output in _in_use(card)]
    use = GraphUse(dtype=card.inputs[0].dtype, scales=False, outputs=tuple(names))
    return Loaded(session, session, use)


def _in_use(card: Card) -> list[ModelOutput]:
    floats = [output for output in card.outputs if output.dtype.startswith("float")]
    return floats or list(card.outputs)


def _open(request: Request, context: Context, model: str | bytes) -> Session:
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
