"""Repeat the run that made a raster."""

from __future__ import annotations

from dataclasses import dataclass

from ..jobs import Context, Job
from ..jobs import parameters as p
from .map_job import JOB as MAP


@dataclass(frozen=True, kw_only=True)
class Request:
    """Which run to repeat, and where its inputs lie now."""

    result: p.Source = p.raster("Result", help="A raster that “Apply a model to rasters” has written.")
    input: tuple[p.DatedSource, ...] | None = p.rasters(
        "Images",
        optional=True,
        help="The images of that run. Without them they are looked for in the folder.",
    )
    further: tuple[p.DatedSource, ...] | None = p.rasters(
        "Further images", optional=True, help="Those of that run, if it had some."
    )
    model: str | None = p.model("Model", optional=True, help="The model of that run.")
    area: str | None = p.vector(
        "Area of interest",
        optional=True,
        geometry="polygon",
        help="The area of that run, if it had one. Of a file with several layers, name one: "
        "file.gpkg|layername=NAME.",
    )
    card: str | None = p.file(
        "Model card",
        optional=True,
        extensions=("json",),
        help="The card of that run, if it had one of its own.",
    )
    folder: str | None = p.folder(
        "Folder",
        optional=True,
        help="Where the inputs lie that are not given; by default that of the result.",
    )


def run(request: Request, context: Context) -> None:
    """Read how the result was made, and make it again."""
    from .repeat import repeat

    repeat(request, context)


JOB = Job(
    id="inference.repeat",
    version="1.0.0",
    title="Repeat a run",
    help="Reads from a raster how it was made and makes it again, with the same inputs and parameters: the "
    "result is the same to the last byte. Inputs that are not what they were are refused.",
    group=MAP.group,
    tags=("provenance", "reproducibility"),
    request=Request,
    run=run,
    values=MAP.values,
    outputs=MAP.outputs,
)
