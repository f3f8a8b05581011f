"""The errors of a sheet's points while they are being placed."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import parameters as p
from ..points.inputs import PointsOfASheet
from .names import METHOD_TITLES


@dataclass(frozen=True, kw_only=True)
class Request(PointsOfASheet):
    """Which points, and by which method."""

    method: str | None = p.enum(
        "Method", choices=METHOD_TITLES, optional=True, help="The recommended one by default."
    )
    tolerance: float | None = p.number(
        "Greatest error accepted",
        optional=True,
        minimum=0,
        unit="m",
        help="No method is recommended where even the best errs by more without a point.",
    )


def run(request: Request, context: Context) -> None:
    """Answer."""
    from ..points.reading import read_points
    from .live import answer

    points = read_points(request.points, crs=request.crs, place=request.place, trusting=True)
    told = answer(points, method=request.method or "", tolerance_m=request.tolerance, place=request.place)
    context.preview(**told)


JOB = Job(
    id="oldmaps.residuals",
    version="1.0.0",
    title="Errors of control points",
    help="Tells, in one preview event, the error of each point of a sheet with all points and without "
    "itself, the suspects, and what each method makes of the sheet.",
    group="Old maps",
    tags=("control points", "residuals", "georeferencing", "interactive"),
    request=Request,
    run=run,
    answers=True,
    outputs=(),
)
