"""What Ultralytics' exporters write into their models: the names of the classes and what the model does.

Their models take colours divided by 255. YOLO v5 and later are meant; the layout of the boxes is told by the
shapes and the number of classes. RT-DETR has the layout of YOLO v8, but counts boxes in shares of the tile.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .card import Card, Class, Scaling
from .detection import Detection
from .detectors import as_detector

TASKS = ("detect", "segment", "obb", "")  # v5 says none


def has_ultralytics_keys(metadata: Mapping[str, str]) -> bool:
    """Whether a model was exported by Ultralytics, to find objects."""
    return {"names", "stride"} <= set(metadata) and metadata.get("task", "") in TASKS


def read_ultralytics(metadata: Mapping[str, str], found: Card) -> Card:
    """The bare card of a graph with what the exporter says added."""
    first = replace(found.outputs[0], classes=_classes(metadata["names"]))
    entry = replace(found.inputs[0], scaling=(Scaling("scale", (255.0,)),))
    card = replace(
        found,
        inputs=(entry, *found.inputs[1:]),
        outputs=(first, *found.outputs[1:]),
        origin="ultralytics",
        licence=metadata.get("license", ""),
        description=metadata.get("description", ""),
        missing=tuple(key for key in found.missing if key != "scaling"),
    )
    is_detr = "rtdetr" in metadata.get("description", "").lower()
    return as_detector(card, Detection(layout="yolo_v8", unit="share") if is_detr else Detection())


def _classes(text: str) -> tuple[Class, ...]:
    """Names by number, as a Python dictionary or list; none where they cannot be read."""
    try:
        names: Any = ast.literal_eval(text)
        pairs = names.items() if isinstance(names, Mapping) else enumerate(names)
        return tuple(Class(int(value), str(name)) for value, name in sorted(pairs))
    except (ValueError, SyntaxError, TypeError):
        return ()
