"""Find objects in rasters."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from ...models.detection import Layout
from ..request import ModelRequest


@dataclass(frozen=True, kw_only=True)
class Request(ModelRequest):
    """What `inference.detect` is asked."""

    threshold: float | None = p.number(
        "Least score",
        optional=True,
        minimum=0,
        maximum=1,
        help="Objects of which the model is less sure are left out. Without it, what the card says, or 0.25.",
    )
    largest_overlap: float | None = p.number(
        "Greatest overlap",
        optional=True,
        advanced=True,
        minimum=0,
        maximum=1,
        help="Of two objects of one class that share more than this part of what they cover together, one is "
        "kept. Without it, what the card says, or 0.45.",
    )
    class_names: str | None = p.text(
        "Names of the classes",
        optional=True,
        advanced=True,
        help="In the order of the model's output, with commas.",
    )
    layout: Layout | None = p.enum(
        "Kind of detector",
        optional=True,
        advanced=True,
        choices={
            "yolo_v5": "YOLO v5 or v7",
            "yolo_v6": "YOLO v6",
            "yolo_v8": "YOLO v8 to v12",
            "yolo_nms": "YOLO with its own suppression of doubles",
            "yolo_seg": "YOLO with masks",
            "yolo_obb": "YOLO with oriented boxes",
            "detr": "DETR, with softmax",
            "detr_sigmoid": "DETR, with sigmoid",
            "boxes": "Boxes, scores and labels (torchvision)",
        },
        help="How the model's outputs tell objects, where neither its card nor their shapes do.",
    )


def run(request: Request, context: Context) -> None:
    """Find the objects and write what is asked for."""
    from .run import detect

    detect(request, context)


JOB = Job(
    id="inference.detect",
    version="1.0.0",
    title="Detect objects",
    help="Finds objects in images of any size with an ONNX detector: boxes, oriented boxes, or outlines of "
    "instances. The image is checked against the model's card and read tile by tile; an object that several "
    "tiles see is kept once, and one that no tile sees whole is put together from its pieces.",
    group="Models",
    tags=("onnx", "deep learning", "detection", "instance segmentation", "yolo", "objects"),
    request=Request,
    run=run,
    values=(o.number("object_count", "Number of objects", integer=True),),
    outputs=(
        o.vector(
            "objects",
            "Objects",
            geometry="polygon",
            help="A polygon for each object, with its class, score, area, direction where boxes are oriented "
            "(azimuth), whether one tile saw it whole (seen), and a state of review.",
        ),
        o.file("report", "Report", help="What was done, with the number of objects of each class."),
    ),
)
