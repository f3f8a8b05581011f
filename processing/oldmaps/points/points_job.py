"""Control points of a sheet, from one format into another, and checked."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from .inputs import PointsOfASheet
from .output import points_output


@dataclass(frozen=True, kw_only=True)
class Request(PointsOfASheet):
    """What to read, how to understand it, and what to make of it."""

    target_crs: str | None = p.crs(
        "Reference system wanted",
        optional=True,
        help="Into which the coordinates are brought; by default they stay as they are.",
    )
    sheet: p.Source | None = p.raster(
        "Sheet",
        optional=True,
        help="Image of the sheet, for its size: annotations tell it, and rows from the bottom need it.",
    )
    duplicates: str = p.enum(
        "Points on one pixel",
        default="keep",
        choices={
            "keep": "Keep all",
            "merge": "Drop exact repetitions",
            "average": "Drop repetitions, average what differs",
        },
    )
    rows: str | None = p.enum(
        "Rows count",
        optional=True,
        advanced=True,
        choices={
            "up": "Upwards from the upper left corner: negative",
            "down": "Downwards from the upper left corner",
            "bottom": "Upwards from the lower left corner",
        },
        help="Needed where the signs in a file contradict its format.",
    )
    format: str | None = p.enum(
        "Format",
        optional=True,
        advanced=True,
        choices={
            "qgis": "QGIS .points",
            "table": "Table of Relevé",
            "annotation": "IIIF annotation",
            "gdal": "GDAL",
            "arcgis-csv": "ArcGIS CSV",
            "arcgis-tsv": "ArcGIS TSV",
        },
        help="By default the extension of the file decides: .points QGIS, .csv table of Relevé, .json "
        "annotation, .txt GDAL, .tsv ArcGIS.",
    )
    scale: float | None = p.number(
        "Denominator of the scale", optional=True, advanced=True, minimum=1,
        help="5000 for 1:5000. With the resolution of the scan the size of a pixel is checked.",
    )  # fmt: skip
    dpi: float | None = p.number(
        "Resolution of the scan", optional=True, advanced=True, minimum=1, unit="dpi",
        help="By default the one that the image of the sheet tells.",
    )  # fmt: skip


def run(request: Request, context: Context) -> None:
    """Read, check, write."""
    from .conversion import convert

    convert(request, context)


JOB = Job(
    id="oldmaps.points",
    version="1.0.0",
    title="Control points",
    help="Reads the control points of a sheet in any usual format, checks them, and writes them in another. "
    "The reference system that a file claims is held against its coordinates: where it cannot be right, the "
    "one that fits is named, and both are kept. Nothing that a file says besides is lost when it is "
    "written in its own format. Points are checked too for mirror images, stretched sheets and repetitions.",
    group="Old maps",
    tags=("control points", "GCP", "georeferencing", "IIIF", "points", "conversion"),
    request=Request,
    run=run,
    answers=True,
    values=(
        o.number("point_count", "Number of points", integer=True),
        o.number("enabled_count", "Number of points that are enabled", integer=True),
        o.text("system", "Reference system", help="In which the points are understood."),
        o.text("claimed_system", "Reference system claimed by the file"),
        o.text(
            "fits",
            "Whether the coordinates fit the reference system",
            help="yes, no, or unknown where none is known.",
        ),
        o.text("fitting", "Reference systems that fit better", help="Names and codes, the likeliest first."),
    ),
    outputs=(
        points_output("Converted points", name="converted"),
        o.vector(
            "layer",
            "Points as a layer",
            geometry="point",
            by_default=False,
            help="For looking at, with all that is known of each point.",
        ),
    ),
    links={"IIIF Georeference Extension": "https://iiif.io/api/extension/georef/"},
)
