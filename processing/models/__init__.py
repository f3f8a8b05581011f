"""Models: their cards, and the sessions that run them."""

from __future__ import annotations

import os

# The official builds of ONNX Runtime, from 1.29 on, send what they run to their maker unless this is set
# before they load. Nothing outside this room loads them.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

from .card import Band, Card, Class, ModelInput, ModelOutput, Scaling
from .completing import complete
from .reading import read_card, read_item
from .runnable import require_runnable

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
