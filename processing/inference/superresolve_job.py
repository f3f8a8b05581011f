"""Make an image finer."""

from __future__ import annotations

from dataclasses import dataclass

from ..jobs import Context, Job
from ..jobs import outputs as o
from ..jobs import parameters as p
from .request import ModelRequest

TASK = "super-resolution"


@dataclass(frozen=True, kw_only=True)
class Request(ModelRequest):
    """What `inference.superresolve` is asked."""

    blending: str = p.enum(
        "Overlaps",
        default="blend",
        advanced=True,
        choices={"crop": "Cropped", "blend": "Blended"},
        help="How overlapping tiles become one image.",
    )


def run(request: Request, context: Context) -> None:
    """Apply the model as a map is made: its values are an image."""
    from .sister_jobs import apply_for

    apply_for(TASK, request, context)


JOB = Job(
    id="inference.superresolve",
    version="1.0.0",
    title="Make an image finer",
    help="Applies an ONNX model of super-resolution. The image that leaves it has pixels twice, four times… "
    "as fine, and lies exactly over the one that entered.",
    group="Models",
    tags=("onnx", "deep learning", "super-resolution", "resolution", "sharpening"),
    request=Request,
    run=run,
    outputs=(
        o.raster(
            "image",
            "Finer image",
            help="In the type and unit of the model's output; where that is a whole number, 0 (or the least "
            "number there is) stands for missing.",
        ),
        o.file("report", "Report", help="What was done."),
    ),
)
