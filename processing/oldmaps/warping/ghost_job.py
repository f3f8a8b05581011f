"""A sheet as it would lie on the map, under a view."""

from __future__ import annotations

from dataclasses import dataclass

from ...jobs import Context, Job
from ...jobs import parameters as p
from .warp_job import PlacedSheet


@dataclass(frozen=True, kw_only=True)
class Request(PlacedSheet):
    """What `oldmaps.ghost` is asked."""

    view: p.Extent = p.extent("View", help="The rectangle that the map shows.")
    view_width: int = p.number(
        "Width of the view", default=1600, integer=True, minimum=1, maximum=20000, unit="px",
        help="How many pixels the view has on the screen, from left to right.",
    )  # fmt: skip
    view_height: int = p.number(
        "Height of the view", default=1000, integer=True, minimum=1, maximum=20000, unit="px",
        help="How many pixels the view has on the screen, from top to bottom.",
    )  # fmt: skip
    paper: bool = p.boolean(
        "Make the paper clear", default=False, help="So that the map is seen between what is drawn."
    )
    tolerance: float = p.number(
        "Tolerance of the paper", default=25, minimum=0, maximum=100, unit="%",
        help="By how much a colour may differ from the paper's and be paper still; less where the sheet is "
        "drawn small.",
    )  # fmt: skip


def run(request: Request, context: Context) -> None:
    """Send the picture of the sheet under the view."""
    from .ghost import show

    show(request, context)


JOB = Job(
    id="oldmaps.ghost",
    version="1.0.0",
    title="Picture of a sheet on the map",
    help="Draws a sheet by its control points as “Warp a sheet” would, as far as a view shows it, on request "
    "with clear paper. The sheet is kept in memory for a while, so that the next picture comes at once.",
    group="Old maps",
    tags=("georeferencing", "preview", "interactive"),
    request=Request,
    run=run,
    answers=True,
    outputs=(),
)
