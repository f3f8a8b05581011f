"""A sheet warped onto the ground."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from ..fitting.names import METHOD_TITLES
from ..points.inputs import PointsOfASheet


@dataclass(frozen=True, kw_only=True)
class ScannedSheet:
    """The image of a sheet."""

    sheet: p.Source = p.raster("Sheet", help="Image of the sheet, as it was scanned.")


@dataclass(frozen=True, kw_only=True)
class PlacedSheet(PointsOfASheet, ScannedSheet):
    """A sheet and what places it: the part that every job that shows one asks for."""

    method: str | None = p.enum(
        "Method",
        optional=True,
        choices=METHOD_TITLES,
        help="Without it, the one that “Fit a sheet to its control points” recommends: the lowest error "
        "without a point.",
    )


@dataclass(frozen=True, kw_only=True)
class Request(PlacedSheet):
    """What `oldmaps.warp` is asked."""

    mask: p.Source | None = p.vector(
        "Mask or cutline",
        optional=True,
        geometry="polygon",
        help="Polygon of what counts: pixels of the sheet with rows counted downwards, negative, whatever "
        "CRS they claim, or places on the ground. Of several the one that covers most of the sheet. Without "
        "it, the mask of the points' file, if there is one.",
    )
    outline: str | None = p.text(
        "Corners of a mask",
        optional=True,
        help="In place of a layer: columns and rows on the sheet, as “120,80; 5900,80; 5900,4100; 120,4100”.",
    )
    target_crs: str | None = p.crs(
        "CRS of the map",
        optional=True,
        help="A code such as EPSG:2154, a definition, or the name of a historical one. Without it, that of "
        "the points.",
    )
    pixel_size: float | None = p.number(
        "Pixel size",
        optional=True,
        minimum=1e-9,
        help="In units of the CRS of the map. Without it, the size that the sheet's own pixels have there. "
        "The corners of pixels are multiples of it: sheets of one pixel size fit together.",
    )
    resampling: str = p.enum(
        "Resampling",
        default="cubic",
        choices={"nearest": "Nearest", "bilinear": "Bilinear", "cubic": "Cubic"},
        help="Cubic keeps thin lines and small writing sharp; nearest keeps the very colours of the scan. "
        "Where the map has larger pixels than the sheet, they are means all the same.",
    )


def run(request: Request, context: Context) -> None:
    """Warp the sheet."""
    from .run import warp_sheet

    warp_sheet(request, context)


JOB = Job(
    id="oldmaps.warp",
    version="1.0.0",
    title="Warp a sheet",
    help="Puts the scan of an old map on the ground by its control points, as a Cloud Optimized GeoTIFF in "
    "the colours of the scan, transparent beyond the sheet or its mask. Grey stays grey, and 16 bits stay "
    "16 bits. A fit that folds the sheet over is refused.",
    group="Old maps",
    tags=("georeferencing", "warp", "rectify", "cutline", "thin plate spline"),
    request=Request,
    run=run,
    values=(
        o.text("method", "Method"),
        o.number("pixel_size", "Pixel size"),
        o.number("columns", "Columns", integer=True),
        o.number("rows", "Rows", integer=True),
    ),
    outputs=(o.raster("warped", "Warped sheet", help="Colours of the scan, and alpha.", required=True),),
)
