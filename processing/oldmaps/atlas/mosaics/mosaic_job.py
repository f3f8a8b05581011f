"""Warped sheets made one map."""

from __future__ import annotations

from dataclasses import dataclass

from ....jobs import Context, Job
from ....jobs import outputs as o
from ....jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `oldmaps.mosaic` is asked."""

    folder: str | None = p.folder(
        "Folder of warped sheets",
        optional=True,
        help="Every raster in it is taken: as “Warp a sheet” makes them.",
    )
    table: str | None = p.table(
        "Table of sheets",
        optional=True,
        help="CSV, in place of a folder: a row a sheet, with the column image, and where they are known "
        "sheet and z: a sheet with a greater z lies above. Paths are relative to the table.",
    )
    cutlines: p.Source | None = p.vector(
        "Cutlines",
        optional=True,
        geometry="polygon",
        help="A polygon a sheet: what it is to show. A field with the names of the sheets tells whose it is.",
    )
    order: str | None = p.text(
        "Sheets on top",
        optional=True,
        help="Names with semicolons between them, the uppermost first. The others lie below, by their z, "
        "then by their names.",
    )


def run(request: Request, context: Context) -> None:
    """Lay the sheets, and write what was asked for."""
    from .mosaic import run_mosaic

    run_mosaic(request, context)


JOB = Job(
    id="oldmaps.mosaic",
    version="1.0.0",
    title="Make a mosaic of warped sheets",
    help="Lays warped sheets one upon the other as one Cloud Optimized GeoTIFF, cut along cutlines where "
    "there are any. Each pixel is that of one sheet: nothing is blended. Sheets with pixels of one size are "
    "copied as they are, others resampled to the finest of them. What sheets share and leave bare is told.",
    group="Old maps",
    tags=("atlas", "mosaic", "cutline", "merge", "SoDUCo"),
    request=Request,
    run=run,
    values=(
        o.number("sheets", "Number of sheets", integer=True),
        o.number("covered_m2", "Ground covered", unit="m²"),
        o.number("overlap_m2", "Ground that several sheets show", unit="m²"),
        o.number("bare_m2", "Bare ground between sheets", unit="m²"),
    ),
    outputs=(
        o.raster("mosaic", "Mosaic", required=True),
        o.table("overlaps", "Overlaps", by_default=False, help="What each two sheets share."),
        o.file("report", "Report"),
    ),
)
