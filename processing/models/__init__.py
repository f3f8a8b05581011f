"""Models: their cards, and the sessions that run them."""

from __future__ import annotations

from .card import Band, Card, Class, ModelInput, ModelOutput, Scaling, complete, require_runnable
from .reading import read_card, read_item

__all__ = [
    "Band",
    "Card",
    "Class",
    "ModelInput",
    "ModelOutput",
    "Scaling",
    "complete",
    "read_card",
    "read_item",
    "require_runnable",
]
