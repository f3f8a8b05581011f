"""Jobs like `inference.map`, each for models of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..models.reading import read_card
from .map_job import Request
from .run import apply

if TYPE_CHECKING:
    from ..jobs import Context


def apply_for(task: str, request: Any, context: Context) -> None:
    """Do what a sister job asks, whose models are of one kind: a model without a card is taken for one.

    ``request`` has the fields of `inference.map`, but for ``task``.
    """
    asked = None if read_card(request.model, request.card).task else task
    apply(Request(**vars(request), task=asked), context, tasks=(task,))
