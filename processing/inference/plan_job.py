"""What applying a model would take, without applying it."""

from __future__ import annotations

from ..jobs import Context, Job
from ..jobs import outputs as o
from .map_job import JOB as MAP
from .map_job import Request


def run(request: Request, context: Context) -> None:
    """Check everything, time a tile, and tell."""
    from .dry_run import forecast

    forecast(request, context)


JOB = Job(
    id="inference.plan",
    version="1.0.0",
    title="What applying a model would take",
    help="Makes all the checks of “Apply a model to rasters” and infers one tile, then tells how many tiles "
    "there are, how long they will take, how much memory and how large the outputs are, and for a long run "
    "whether seams may show. Nothing else is written.",
    group=MAP.group,
    tags=("onnx", "dry run", "estimate"),
    request=Request,
    run=run,
    answers=True,
    values=(
        o.number("tiles", "Tiles", integer=True),
        o.number("columns", "Columns", integer=True, unit="px"),
        o.number("rows", "Rows", integer=True, unit="px"),
        o.number("seconds", "Time", unit="s"),
        o.number("memory_bytes", "Memory", integer=True, unit="bytes"),
        o.text("provider", "Execution provider"),
        o.number("seam_change", "Change by shifted tiles"),
    ),
    outputs=(
        o.artifact(
            "plan",
            "Plan",
            extension="json",
            media_type="application/json",
            help="Tiles, seconds, bytes of memory and of each output.",
        ),
    ),
)
