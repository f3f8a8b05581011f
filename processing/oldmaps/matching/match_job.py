"""Control points by matching a sheet with a reference."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from ..points.output import points_output


@dataclass(frozen=True, kw_only=True)
class Request:
    """What to match, and how."""

    sheet: p.Source = p.raster("Sheet", help="Image of the sheet, as it was scanned.")
    reference: p.Source = p.raster(
        "Reference",
        services=True,
        help="What lies on the ground already and shows the same: a neighbour sheet, another edition, an "
        "orthophoto, or a service of tiles or maps, which may be a layer of the project, a description that "
        "GDAL reads, or type=xyz&url=https://…/{z}/{x}/{y}.png.",
    )
    extent: p.Extent | None = p.extent(
        "Approximate extent",
        optional=True,
        help="Where the sheet lies, about. Only this part of the reference is looked at; a service of the "
        "world needs it.",
    )
    model: str | None = p.model(
        "Model",
        optional=True,
        help="An ONNX file that finds keypoints, or pairs of them in two images. Without one, SIFT: it bears "
        "any rotation and scales from 0.5 to 2, and is the surer one on the sheets we know. Where the two "
        "are drawn differently, outlines against areas, a model may find more.",
    )
    card: str | None = p.file(
        "Model card",
        optional=True,
        advanced=True,
        extensions=("json",),
        help="A STAC Item that describes the model, instead of the one beside or inside it.",
    )
    crs: str | None = p.crs(
        "Reference system of the points",
        optional=True,
        help="A code such as EPSG:2154, a definition, or the name of a historical one; that of the reference "
        "by default.",
    )
    cells: int = p.number(
        "Points along each side", default=6, integer=True, minimum=2, maximum=16, advanced=True,
        help="The sheet is divided into so many parts each way; in each, one tile is looked at, and at most "
        "one point given.",
    )  # fmt: skip
    provider: str = p.text(
        "Execution provider",
        default="auto",
        advanced=True,
        help="auto, or names in order of preference: cuda, tensorrt, directml, coreml, openvino, cpu…",
    )
    allow_cpu_fallback: bool = p.boolean(
        "Allow the processor instead", default=False, advanced=True,
        help="Whether the processor may stand in for an execution provider that does not start.",
    )  # fmt: skip


def run(request: Request, context: Context) -> None:
    """Match, and write what was asked for."""
    from .run import match

    match(request, context)


JOB = Job(
    id="oldmaps.match",
    version="1.0.0",
    title="Control points by matching a reference",
    help="Finds the same places on a sheet and on a reference that lies on the ground, and gives them as "
    "control points, each with a confidence and a standard error, to be looked at before they are used. The "
    "verdict says plainly what they are worth: reliable, look at it, or failed. A match that failed gives no "
    "points: where they are asked for, the job ends with an error that says why.",
    group="Old maps",
    tags=("georeferencing", "SIFT", "keypoints", "control points", "matching", "onnx"),
    links={
        "Lowe (2004)": "https://doi.org/10.1023/B:VISI.0000029664.99615.94",
        "Moisan and Stival (2004)": "https://doi.org/10.1023/B:VISI.0000013094.38752.54",
    },
    request=Request,
    run=run,
    answers=True,
    values=(
        o.text("verdict", "Verdict", help="reliable, look or failed."),
        o.number("inliers", "Pairs that agree", integer=True),
        o.number("point_count", "Points given", integer=True),
        o.number("scale", "Scale", help="Pixels of the reference for one of the sheet."),
        o.number("rotation", "Rotation", unit="°", help="Of the sheet on the reference, clockwise."),
        o.number("error", "Error", unit="px", help="RMSE of the pairs against their neighbours."),
    ),
    outputs=(
        points_output(),
        o.file("report", "Report", by_default=False),
        o.file("picture", "Picture of the pairs", extension="png", media_type="image/png", by_default=False),
        o.artifact(
            "data",
            "Pairs and figures",
            extension="json",
            media_type="application/json",
            by_default=False,
        ),
    ),
)
