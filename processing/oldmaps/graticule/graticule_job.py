"""Graticule of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from ..points.output import points_output


@dataclass(frozen=True, kw_only=True)
class Request:
    """Where to look, and what the user says of the nodes."""

    sheet: p.Source = p.raster("Sheet", help="Image of the sheet, as it was scanned.")
    labels: str | None = p.text(
        "Labelled nodes",
        optional=True,
        help="Two nodes of the graticule, or one and the spacing: about where each is on the image, and "
        "exactly where on the ground, as “column,row=x,y; column,row=x,y” with points for decimals: "
        "“2277,1678=-2000,1000; 4649,1678=-1000,1000”. Easting or longitude comes first. Without labels "
        "the nodes are found and told, and no control points are made.",
    )
    spacing: float | None = p.number(
        "Spacing on the ground", optional=True, minimum=1e-9,
        help="Distance between neighbouring lines in units of the labels, where one node alone is labelled.",
    )  # fmt: skip
    crs: str | None = p.crs(
        "Reference system of the labels",
        optional=True,
        help="A code such as EPSG:2154, a definition, or the name of a historical one.",
    )
    rotation: float = p.number(
        "Largest rotation", default=2.0, minimum=0.1, maximum=10, unit="°", advanced=True,
        help="How far the graticule may be turned on the image, either way.",
    )  # fmt: skip


def run(request: Request, context: Context) -> None:
    """Find the graticule, and write what was asked for."""
    from .search import search

    search(request, context)


JOB = Job(
    id="oldmaps.graticule",
    version="1.0.0",
    title="Graticule of a sheet",
    help="Finds the lines of a graticule on a scanned sheet, and where they cross. Lines are told from "
    "folds, rails, streets and the frame by their equal spacing in both directions. Label two nodes, or "
    "one and the spacing, and every node becomes a control point with its standard error: those that were "
    "measured count, weak ones and those that were only predicted are set aside for you to decide. Where "
    "the evidence is weak, nothing is given.",
    group="Old maps",
    tags=("georeference", "graticule", "grid", "control points", "historical maps"),
    request=Request,
    run=run,
    answers=True,
    values=(
        o.number("measured", "Nodes measured", integer=True),
        o.number("weak", "Weak nodes", integer=True, help="Measured, but to be looked at."),
        o.number("predicted", "Nodes predicted", integer=True, help="Not seen; where they would be."),
        o.number("spacing_right_px", "Spacing to the right", unit="px"),
        o.number("spacing_down_px", "Spacing downwards", unit="px"),
        o.number("rotation", "Rotation", unit="°", help="Clockwise, as the image shows it."),
    ),
    outputs=(
        points_output(),
        o.table("nodes", "Nodes"),
        o.file(
            "picture", "Picture", extension="png", media_type="image/png",
            help="The sheet, small, with lines and nodes: a disc was measured, a ring is weak, a cross "
            "predicted.",
        ),
        o.vector(
            "lines", "Lines", geometry="line", by_default=False,
            help="Over the image as QGIS shows it without coordinates: x is the column, y minus the row.",
        ),
    ),
)  # fmt: skip
