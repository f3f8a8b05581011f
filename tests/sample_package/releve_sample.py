"""A package of somebody else's that adds two jobs to Relevé through its entry points."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from releve.processing.errors import RasterError
from releve.processing.jobs import Context, Job
from releve.processing.jobs import outputs as o
from releve.processing.jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Everything:
    """A parameter of each kind."""

    raster: p.Source | None = p.raster("One raster", optional=True)
    rasters: tuple[p.DatedSource, ...] | None = p.rasters("Several rasters", optional=True)
    vector: p.Source | None = p.vector("Vector layer", geometry="polygon", optional=True)
    table: p.Source | None = p.table("Table", optional=True)
    file: str | None = p.file("File", extensions=("json",), optional=True)
    folder: str | None = p.folder("Folder", optional=True)
    model: str | None = p.model("Model", optional=True)
    field: str | None = p.field("Field", parent="vector", optional=True)
    fields: tuple[str, ...] | None = p.field("Fields", parent="vector", many=True, optional=True)
    band: int | None = p.band("Band", parent="raster", optional=True)
    extent: p.Extent | None = p.extent("Extent", optional=True)
    crs: str | None = p.crs("CRS", optional=True)
    number: float | None = p.number("Number", minimum=0, maximum=10, unit="m", optional=True)
    count: int = p.number("Count", integer=True, minimum=1, default=3, help="Has a default.")
    boolean: bool = p.boolean("Yes or no", default=True, advanced=True)
    enum: str = p.enum("One choice", choices={"a": "The first", "b": "The second"}, default="a")
    enums: tuple[str, ...] | None = p.enum("Several", choices={"x": "X", "y": "Y"}, many=True, optional=True)
    text: str | None = p.text("Text", optional=True)
    datetime: datetime | None = p.datetime("Moment", optional=True)


def run_everything(request: Everything, context: Context) -> None:
    """Write what was received."""
    for name in ("raster", "vector", "table", "file", "artifact"):
        path = context.output(name)
        if path is not None:
            path.write_text(repr(request), encoding="utf-8")
    if context.output("results") is not None:
        with context.file_in("results", "one.txt") as path:
            path.write_text(repr(request), encoding="utf-8")
    context.values["count"] = request.count


EVERYTHING = Job(
    id="sample.everything",
    version="1.2.0",
    title="Everything",
    help="Uses every kind of parameter.",
    group="Sample",
    tags=("sample",),
    links={"Home": "https://example.org"},
    request=Everything,
    run=run_everything,
    values=(o.number("count", "Count, told back", integer=True, unit="m"), o.text("words", "Words")),
    outputs=(
        o.raster("raster", "Raster"),
        o.vector("vector", "Vector", geometry="polygon", by_default=False),
        o.table("table", "Table"),
        o.file("file", "Report"),
        o.artifact("artifact", "Artifact", extension="json", media_type="application/json"),
        o.folder("results", "Results", by_default=False),
    ),
)


KINDS = ("well", "poorly", "stuck", "scribbles", "crash", "bug", "prints", "tells nonsense")


@dataclass(frozen=True, kw_only=True)
class Behaviour:
    """What the job does while it lasts."""

    kind: str = p.enum("Kind", choices={kind: kind for kind in KINDS})
    seconds: float = p.number("Seconds", default=0.0)


def run_behaviour(request: Behaviour, context: Context) -> None:
    """Behave as asked."""
    path = context.output("report")
    assert path is not None
    path.write_text("half", encoding="utf-8")
    path.with_name(path.name + ".aux.xml").write_text("side", encoding="utf-8")
    (context.scratch / "scratch").write_text("scratch", encoding="utf-8")
    end = time.monotonic() + request.seconds
    context.progress(0.0, "started")
    while time.monotonic() < end:
        if request.kind == "scribbles":
            _scribble(path.parent)
            continue
        if request.kind != "stuck":
            context.check()
        context.progress(1 - (end - time.monotonic()) / request.seconds)
        time.sleep(0.02)
    if request.kind == "tells nonsense":
        context.values["nonsense"] = float("nan")
    _end(request, path)


def _scribble(folder: Path) -> None:
    with suppress(OSError):
        (folder / f"{time.monotonic_ns()}").write_text("x", encoding="utf-8")


def _end(request: Behaviour, path: Path) -> None:
    if request.kind == "poorly":
        raise RasterError("found nothing, a raster is needed: give one")
    if request.kind == "crash":
        os.abort()
    if request.kind == "bug":
        raise ZeroDivisionError("division by zero")
    if request.kind == "prints":
        print("a library says hello")
        os.system("echo a child program says hello; cat")
    path.write_text("whole", encoding="utf-8")


BEHAVIOUR = Job(
    id="sample.behaviour",
    version="1.0.0",
    title="Behaviour",
    help="Behaves as asked.",
    group="Sample",
    request=Behaviour,
    run=run_behaviour,
    outputs=(o.file("report", "Report"),),
)
