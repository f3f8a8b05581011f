"""What is said of how a detector tells objects: its layout, and what counts as an object.

A layout is an exact rule from numbers to boxes. Exporters write a dozen, several of them in the same shapes:
shapes decide only where one layout alone fits them, otherwise the card or the user has to say it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from ..errors import CardError
from ..language import tr

Layout = Literal[
    "yolo_v5", "yolo_v6", "yolo_v8", "yolo_nms", "yolo_seg", "yolo_obb", "detr", "detr_sigmoid", "boxes"
]  # fmt: skip
Unit = Literal["pixel", "share"]

CONFIDENCE = 0.25  # least score, and greatest overlap of two objects of one class, where nobody says
OVERLAP = 0.45

# Deepness' names of layouts, and those that it is given.
DEEPNESS: dict[str, Layout] = {
    "yolo_v5_or_v7_default": "yolo_v5",
    "yolo_v6": "yolo_v6",
    "yolo_v9": "yolo_v8",
    "yolo_ultralytics": "yolo_v8",
    "yolo_ultralytics_segmentation": "yolo_seg",
    "yolo_ultralytics_obb": "yolo_obb",
}
DEEPNESS_NAMES: dict[Layout, str] = {
    "yolo_v5": "YOLO_v5_or_v7_default",
    "yolo_v6": "YOLO_v6",
    "yolo_v8": "YOLO_Ultralytics",
    "yolo_seg": "YOLO_Ultralytics_segmentation",
    "yolo_obb": "YOLO_Ultralytics_obb",
}


@dataclass(frozen=True)
class Detection:
    """What is said of a detector, or found of it.

    ``layout`` is None where nobody says. ``unit`` tells whether the boxes of YOLO are counted in pixels or in
    shares of the tile. ``confidence`` is the least score of an object, ``overlap`` the greatest intersection
    over union of two objects of one class.
    """

    layout: Layout | None = None
    unit: Unit = "pixel"
    confidence: float = CONFIDENCE
    overlap: float = OVERLAP

    def __post_init__(self) -> None:
        for name, value in (("confidence", self.confidence), ("overlap", self.overlap)):
            if not 0 <= value <= 1:
                sentence = tr("The card's detection says {name} = {value}: a share of 0 to 1 is needed.")
                raise CardError(sentence.format(name=name, value=value))


def layout_in_words(layout: Layout) -> str:
    """What a layout is, with its shapes."""
    words = {
        "yolo_v5": tr("YOLO v5 or v7 [N, n, 5 + classes]"),
        "yolo_v6": tr("YOLO v6 [N, n, 5 + classes]"),
        "yolo_v8": tr("YOLO v8 to v12 [N, 4 + classes, n], or turned"),
        "yolo_nms": tr("YOLO with its own suppression of doubles [N, n, 6]"),
        "yolo_seg": tr("YOLO with masks [N, 4 + classes + m, n] and [N, m, rows, columns]"),
        "yolo_obb": tr("YOLO with oriented boxes [N, 5 + classes, n]"),
        "detr": tr("DETR, boxes [N, n, 4] and scores [N, n, classes + 1] with softmax"),
        "detr_sigmoid": tr("DETR, boxes [N, n, 4] and scores [N, n, classes] with sigmoid"),
        "boxes": tr("torchvision: boxes [n, 4], scores [n], labels [n], masks [n, 1, rows, columns] or none"),
    }
    return words[layout]


def read_detection(said: Any) -> Detection | None:
    """What ``releve:detection`` of a card says: a layout's name, or an object; None for nothing.

    Raises
    ------
    CardError
        The layout is not known, or a number is none.
    """
    if said is None:
        return None
    values = {"layout": said} if isinstance(said, str) else said
    if not isinstance(values, Mapping):
        raise CardError(
            tr("“{key}” of the card must be a list of objects: correct the card.").format(
                key="releve:detection"
            )
        )
    unit = values.get("unit", "pixel")
    if unit not in get_args(Unit):
        sentence = tr("The card counts boxes in “{unit}”; it must be pixel or share.")
        raise CardError(sentence.format(unit=unit))
    return Detection(
        layout=_layout(values.get("layout")),
        unit=cast(Unit, unit),
        confidence=_share(values, "confidence", CONFIDENCE),
        overlap=_share(values, "overlap", OVERLAP),
    )


def _layout(name: Any) -> Layout | None:
    if name in (None, "", *get_args(Layout)):
        return cast(Layout, name) if name else None
    sentence = tr("The card says the layout “{said}” of detections; known are: {known}.")
    raise CardError(sentence.format(said=name, known=", ".join(get_args(Layout))))


def _share(values: Mapping[str, Any], key: str, default: float) -> float:
    value = values.get(key, default)
    if isinstance(value, (int, float)):
        return float(value)
    sentence = tr("The card's detection says {name} = {value}: a share of 0 to 1 is needed.")
    raise CardError(sentence.format(name=key, value=value))


def detection_as_json(detection: Detection) -> dict[str, Any]:
    """The same as ``releve:detection`` holds it."""
    return {key: value for key, value in vars(detection).items() if value is not None}
