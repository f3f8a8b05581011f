"""A model applied to what a map shows."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import parameters as p
from ..map_job import JOB as MAP
from ..map_job import Request as MapRequest


@dataclass(frozen=True, kw_only=True)
class Request(MapRequest):
    """What `inference.preview` is asked: a run, and the part of it that is looked at."""

    view: p.Extent = p.extent("View", help="The rectangle that the map shows.")
    view_width: int = p.number(
        "Width of the view", default=1600, integer=True, minimum=1, maximum=20000, unit="px",
        help="How many pixels the view has on the screen, from left to right.",
    )  # fmt: skip
    view_height: int = p.number(
        "Height of the view", default=1000, integer=True, minimum=1, maximum=20000, unit="px",
        help="How many pixels the view has on the screen, from top to bottom.",
    )  # fmt: skip
    measure: str | None = p.enum(
        "What is shown",
        optional=True,
        choices={"classes": "Classes", "confidence": "Confidence", "values": "Values"},
        help="Without it, classes, or what a regression model measures.",
    )


def run(request: Request, context: Context) -> None:
    """Compute the blocks under the view and send them as pictures."""
    from .preview import preview

    preview(request, context)


JOB = Job(
    id="inference.preview",
    version="1.0.0",
    title="Preview of a model",
    help="Applies a model to the part of an image that a map shows, and sends pictures as they are done, the "
    "middle first. They hold what “Apply a model to rasters” gives for the same place, unless the view is so "
    "wide that only a coarse picture can be made in time, which is said.",
    group=MAP.group,
    tags=("onnx", "preview", "interactive"),
    request=Request,
    run=run,
    answers=True,
    outputs=(),
)
