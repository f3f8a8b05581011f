"""Block adjustment of an atlas."""

from __future__ import annotations

from dataclasses import dataclass

from ....jobs import Context, Job
from ....jobs import outputs as o
from ....jobs import parameters as p
from ..sets.where import SetOfPoints


@dataclass(frozen=True, kw_only=True)
class Request(SetOfPoints):
    """What `oldmaps.adjust` is asked."""

    ties: p.Source | None = p.table(
        "Table of ties",
        optional=True,
        help="Places seen on two sheets whose coordinates are not known: CSV with the columns sheet_a, "
        "col_a, row_a, sheet_b, col_b, row_b.",
    )
    fixed: str | None = p.text(
        "Fixed sheets",
        optional=True,
        help="Names of sheets that are not moved, with semicolons between them. A single point whose note "
        "begins with “fixed” is not moved either.",
    )
    scale: float | None = p.number(
        "Scale of the maps",
        optional=True,
        minimum=100,
        help="Its denominator, such as 2000: nodes drawn on paper are then taken to be off by 0.2 mm. "
        "Without it, by half of what points are off.",
    )
    tolerance: float = p.number(
        "Tolerance of nodes",
        default=0.05,
        minimum=0,
        maximum=100,
        unit="m",
        advanced=True,
        help="Points of two sheets that lie as near as this on the ground are one place.",
    )


def run(request: Request, context: Context) -> None:
    """Adjust the sheets, and write what was asked for."""
    from .adjust import run_adjust

    run_adjust(request, context)


JOB = Job(
    id="oldmaps.adjust",
    version="1.0.0",
    title="Adjust the sheets of an atlas to each other",
    help="Moves sheets as wholes so that what is drawn on two neighbours, nodes of a graticule mostly, falls "
    "together, and says what that costs on the ground: seams and errors before and after, also for points "
    "left out. Outliers are weighted down. An affine fitted to the adjusted points is the adjusted one, so "
    "warp them with that method; splines through the original points already meet at common nodes.",
    group="Old maps",
    tags=("georeferencing", "atlas", "mosaic", "block adjustment", "seams", "SoDUCo"),
    request=Request,
    run=run,
    values=(
        o.number("sheets", "Number of sheets", integer=True),
        o.number(
            "ties", "Number of ties", integer=True, help="Places of two sheets that should fall together."
        ),
        o.number("seam_before_m", "Median seam before", unit="m"),
        o.number("seam_after_m", "Median seam after", unit="m"),
        o.number("loo_before_m", "Error without a point before", unit="m", help="Median over the sheets."),
        o.number("loo_after_m", "Error without a point after", unit="m", help="Median over the sheets."),
    ),
    outputs=(
        o.folder("points", "Adjusted points", help="A file of control points a sheet, named as it was."),
        o.table("seams", "Seams", help="How far apart neighbours put common places, before and after."),
        o.file("report", "Report"),
        o.artifact(
            "data", "Report as data", extension="json", media_type="application/json", by_default=False
        ),
    ),
)
