"""A set of sheets checked, fitted, and warped where their images are there."""

from __future__ import annotations

from dataclasses import dataclass

from ....jobs import Context, Job
from ....jobs import outputs as o
from ....jobs import parameters as p
from ...fitting.names import METHOD_TITLES
from ...warping.warp_job import JOB as WARP
from ..sets.where import SetOfPoints


@dataclass(frozen=True, kw_only=True)
class Request(SetOfPoints):
    """What `oldmaps.batch` is asked."""

    method: str | None = p.enum(
        "Method",
        optional=True,
        choices=METHOD_TITLES,
        help="For all sheets. Without it, for each the one with the lowest error without a point.",
    )
    tolerance: float | None = p.number(
        "Accepted error",
        optional=True,
        minimum=0,
        unit="m",
        help="On the ground, for points left out: sheets that err by more are told. A millimetre on "
        "paper is a common choice: 5 m at 1:5000.",
    )
    denominator: float | None = p.number(
        "Scale of the maps",
        optional=True,
        minimum=1,
        help="Its denominator, such as 5000. With the resolution of the scans it tells how long a pixel "
        "should be.",
    )
    dpi: float | None = p.number("Resolution of the scans", optional=True, minimum=1, unit="dpi")
    target_crs: str | None = p.crs("CRS of the maps", optional=True, help=WARP.parameters["target_crs"].help)
    pixel_size: float | None = p.number(
        "Pixel size",
        optional=True,
        minimum=1e-9,
        help="In units of the CRS of the maps, the same for all, so that they fit together. Without it, the "
        "median of what the sheets have.",
    )
    resampling: str = p.enum(
        "Resampling",
        default=WARP.parameters["resampling"].default,
        choices={"nearest": "Nearest", "bilinear": "Bilinear", "cubic": "Cubic"},
        help=WARP.parameters["resampling"].help,
    )
    failures: str = p.enum(
        "Sheets that fail",
        default="error",
        advanced=True,
        choices={"error": "End with an error", "accept": "End well"},
        help="The others are done and the report is written either way.",
    )
    again: bool = p.boolean(
        "Do all again",
        default=False,
        advanced=True,
        help="Otherwise what was warped before into the same folder stays, where neither image, points nor "
        "parameters have changed.",
    )


def run(request: Request, context: Context) -> None:
    """Go through the sheets, and report on the set."""
    from .batch import run_batch

    run_batch(request, context)


JOB = Job(
    id="oldmaps.batch",
    version="1.0.0",
    title="Georeference a set of sheets",
    help="Checks the control points of each sheet of a folder or a table, fits it by its best method and, "
    "where a folder for results is given and images are there, warps it. One report tells of the set, the "
    "sheets to look at first on top. A sheet that fails does not stop the others. The same batch, started "
    "again, goes on from where it ended.",
    group="Old maps",
    tags=("georeferencing", "atlas", "batch", "folder", "quality", "SoDUCo"),
    request=Request,
    run=run,
    values=(
        o.number("sheets", "Number of sheets", integer=True),
        o.number("fitted", "Sheets fitted", integer=True),
        o.number("warped", "Sheets warped", integer=True),
        o.number("kept", "Sheets kept from an earlier batch", integer=True),
        o.number("failed", "Sheets that failed", integer=True),
        o.number("loo_m", "Error without a point", unit="m", help="Median over the sheets."),
    ),
    outputs=(
        o.file("report", "Report", help="What came of each sheet, and what to look at first."),
        o.folder("results", "Warped sheets", by_default=False, help="A Cloud Optimized GeoTIFF a sheet."),
        o.table("figures", "Figures of each sheet", by_default=False, help="A row a sheet, for programs."),
        o.artifact(
            "data", "Report as data", extension="json", media_type="application/json", by_default=False
        ),
    ),
)
