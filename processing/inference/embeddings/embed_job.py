"""What a model makes of each place, as numbers to compare."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from ..request import ModelRequest

TASK = "embedding"


@dataclass(frozen=True, kw_only=True)
class Request(ModelRequest):
    """What `inference.embed` is asked."""

    head: str | None = p.text(
        "Output of the model",
        optional=True,
        advanced=True,
        help="Which of several outputs to use; all without it.",
    )
    number_type: str = p.enum(
        "Numbers",
        default="int16",
        choices={
            "int16": "Unit vectors in 2 bytes a number",
            "uint8": "Unit vectors in 1 byte a number",
            "float32": "As they are, in 4 bytes a number",
        },
        help="Unit vectors keep the direction, which is all that a similarity looks at; a scale and an "
        "offset in the file turn what is stored into -1 to 1.",
    )
    blending: str = p.enum(
        "Overlaps",
        default="crop",
        advanced=True,
        choices={"crop": "Cropped", "blend": "Blended"},
        help="How overlapping tiles become one image.",
    )


def run(request: Request, context: Context) -> None:
    """Apply the model as a map is made: its values are the vectors."""
    from ..sister_jobs import apply_for

    apply_for(TASK, request, context)


JOB = Job(
    id="inference.embed",
    version="1.0.0",
    title="Describe each place by a model",
    help="Applies an ONNX model that gives a vector (an embedding) for each pixel, for each patch of pixels, "
    "or for each tile, and writes a raster with a band for each number of it. Places that look alike have "
    "vectors that point the same way: “Find places like these” compares them. Where a model gives one "
    "vector for a tile, TILE and OVERLAP say how fine the raster is: a pixel is a tile less its overlap.",
    group="Models",
    tags=("onnx", "deep learning", "embedding", "foundation model", "similarity"),
    request=Request,
    run=run,
    outputs=(
        o.raster("embeddings", "Embeddings", help="A band for each number of the vectors."),
        o.file("report", "Report", by_default=False, help="What was done."),
    ),
)
