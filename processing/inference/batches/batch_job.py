"""Apply a model to many images, each by itself."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from ..map_job import JOB as MAP
from ..map_job import Request as MapRequest


@dataclass(frozen=True, kw_only=True)
class Where:
    """Which images."""

    folder: str | None = p.folder(
        "Folder of images", optional=True, help="Every image in it that fits the pattern is taken."
    )
    pattern: str = p.text(
        "Pattern", default="*.tif;*.tiff", help="Names of images, with * and ?; several with semicolons."
    )
    recursive: bool = p.boolean("With its subfolders", default=False)


@dataclass(frozen=True, kw_only=True)
class Request(MapRequest, Where):
    """What `inference.batch` is asked: what a map is, for each image."""

    input: tuple[p.DatedSource, ...] | None = p.rasters(  # type: ignore[assignment]
        "Images", optional=True, help="Images to take besides those of the folder, or without one."
    )
    make: tuple[str, ...] | None = p.enum(
        "What to make",
        optional=True,
        many=True,
        choices={output.name: output.title for output in MAP.outputs},
        help="Of each image. Without it, classes and confidence, or the values of a regression.",
    )
    failures: str = p.enum(
        "Images that fail",
        default="error",
        advanced=True,
        choices={"error": "End with an error", "accept": "End well"},
        help="The others are done and the summary is written either way.",
    )
    again: bool = p.boolean(
        "Do all again",
        default=False,
        advanced=True,
        help="Otherwise what an earlier batch made in the same folder stays, where neither image, model nor "
        "parameters have changed.",
    )


def run(request: Request, context: Context) -> None:
    """Apply the model to one image after the other."""
    from .batch import run_batch

    run_batch(request, context)


JOB = Job(
    id="inference.batch",
    version="1.0.0",
    title="Apply a model to a folder of images",
    help="Applies a model to each image of a folder or a list by itself, and sums up in one report what came "
    "of each. An image that fails does not stop the others. What is done stays when the work is cancelled; "
    "the same batch, started again, goes on from there.",
    group=MAP.group,
    tags=("batch", "folder", *MAP.tags),
    request=Request,
    run=run,
    values=(
        o.number("images", "Number of images", integer=True),
        o.number("done", "Images done", integer=True),
        o.number("kept", "Images kept from an earlier batch", integer=True),
        o.number("failed", "Images that failed", integer=True),
    ),
    outputs=(
        o.folder("results", "Folder of results", required=True, help="Files named after the images."),
        o.file("summary", "Summary", help="What came of each image, with the share of each class."),
        o.table("table", "Table", by_default=False, help="The same for programs."),
    ),
)
