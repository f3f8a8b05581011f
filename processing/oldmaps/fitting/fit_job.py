"""A sheet fitted by every method, and how far it is off."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import outputs as o
from ...jobs import parameters as p
from ..points.inputs import PointsOfASheet
from .names import METHOD_TITLES


@dataclass(frozen=True, kw_only=True)
class Request(PointsOfASheet):
    """What to fit, and what is asked of it."""

    method: str | None = p.enum(
        "Method",
        choices=METHOD_TITLES,
        optional=True,
        help="What layers and report show; by default the recommended one. All methods are compared.",
    )
    tolerance: float | None = p.number(
        "Greatest error accepted",
        optional=True,
        minimum=0,
        unit="m",
        help="No method is recommended where even the best errs by more without a point. By default one "
        "millimetre on paper, where the scale is given.",
    )
    scale: float | None = p.number(
        "Denominator of the scale",
        optional=True,
        minimum=1,
        help="5000 for 1:5000: gives the resolution of the scan by the size of its pixels, and the error "
        "that is accepted.",
    )
    sheet: p.Source | None = p.raster(
        "Sheet", optional=True, help="Image of the sheet, for its size: how far the layers reach."
    )
    mask: p.Source | None = p.vector(
        "Mask",
        geometry="polygon",
        optional=True,
        help="The part of the sheet that counts, in its pixels or on the ground. The fit must not fold over "
        "in it; without it, not between the points. Needs the image of the sheet.",
    )


def run(request: Request, context: Context) -> None:
    """Fit, and write what was asked for."""
    from .run import run_fit

    run_fit(request, context)


JOB = Job(
    id="oldmaps.fit",
    version="1.0.0",
    title="Fit a sheet to its control points",
    help="Fits a sheet by seven methods and tells, for each, the error at the points and the error at each "
    "point when the others alone decide: only this one says how far off the sheet is. Recommends the method "
    "with the lowest, the simplest of those within 5%, or none where the points do not carry one. Names "
    "suspect points, refuses fits that fold over, and draws errors, distortion and the expected error all "
    "over the sheet.",
    group="Old maps",
    tags=("georeferencing", "control points", "residuals", "accuracy", "distortion", "SoDUCo"),
    links={
        "Allen (1974), errors without a point": "https://doi.org/10.1080/00401706.1974.10489157",
        "Rippa (1999), the same of splines": "https://doi.org/10.1023/A:1018975909870",
        "Jenny and Hurni (2011), distortion of old maps": "https://doi.org/10.1016/j.cag.2011.01.005",
    },
    request=Request,
    run=run,
    answers=True,
    values=(
        o.text("recommended", "Recommended method", help="Empty where none is."),
        o.text("method", "Method shown"),
        o.number("loo_m", "Error without a point", unit="m", help="Root of the mean square over the points."),
        o.number("loo_px", "Error without a point on the sheet", unit="px"),
        o.number("fit_m", "Error at the points", unit="m"),
        o.number("n", "Points that count", integer=True),
        o.number("metres_per_pixel", "Size of a pixel on the ground", unit="m"),
        o.number(
            "rotation_deg",
            "Rotation",
            unit="°",
            help="From the sheet to north, counter-clockwise.",
        ),
        o.number("anisotropy", "Stretch", help="Longest over shortest length that one length has."),
    ),
    outputs=(
        o.file("report", "Report"),
        o.table("methods", "Methods"),
        o.vector("errors", "Errors of the points", geometry="line"),
        o.raster("accuracy", "Expected error"),
        o.vector("distortion", "Distortion", geometry="polygon", by_default=False),
        o.artifact(
            "data", "Report as data", extension="json", media_type="application/json", by_default=False
        ),
    ),
)
