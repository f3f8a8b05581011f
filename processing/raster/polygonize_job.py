"""Class raster to polygons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ..jobs import Context, Job
from ..jobs import outputs as o
from ..jobs import parameters as p

if TYPE_CHECKING:
    from .polygonize import PolygonizeSummary
    from .shapes import Shape


@dataclass(frozen=True, kw_only=True)
class Request:
    """What to turn into polygons."""

    input: p.Source = p.raster("Class raster", help="Raster of classes: whole numbers, one a class.")
    band: int | None = p.band(
        "Band", parent="input", optional=True, advanced=True, help="The first by default."
    )
    scores: p.Source | None = p.raster(
        "Scores",
        optional=True,
        help="Raster on the same grid, such as a confidence, whose mean and minimum each polygon gets.",
    )
    scores_band: int | None = p.band(
        "Band of the scores", parent="scores", optional=True, advanced=True, help="The first by default."
    )
    minimum_area: float = p.number(
        "Smallest area", default=0.0, minimum=0, unit="m²",
        help="Smaller patches get the class of their largest neighbour first.",
    )  # fmt: skip
    minimum_pixels: int = p.number(
        "Smallest number of pixels", default=0, minimum=0, integer=True, unit="px", advanced=True,
        help="The same in pixels, for a raster without coordinate reference system for instance.",
    )  # fmt: skip
    shape: str = p.enum(
        "Shape",
        default="pixels",
        choices={
            "pixels": "Along the pixels",
            "straightened": "Straightened",
            "smoothed": "Smoothed",
            "rectangular": "Rectangular",
        },
        help="Straightened: boundaries become straight lines within the tolerance. Smoothed: these with "
        "round corners. Rectangular, for buildings: what stands alone gets right angles along its main "
        "direction; what touches a second class, the edge of the raster or another corner to corner is "
        "straightened, as is what stands very close to another. Remove small patches first: they count as "
        "others. Polygons always share their boundaries: no gap, no overlap, none lost.",
    )
    tolerance_pixels: float = p.number(
        "Tolerance in pixels", default=1.5, minimum=0, maximum=100, unit="px",
        help="How far boundaries may move from the pixels, where they leave them; rectangular ones twice as "
        "far. Buildings with ragged edges need 2 or 3.",
    )  # fmt: skip
    tolerance: float | None = p.number(
        "Tolerance", optional=True, advanced=True, minimum=0, unit="m",
        help="The same in metres on the ground.",
    )  # fmt: skip
    classes: str | None = p.text(
        "Classes kept",
        optional=True,
        advanced=True,
        help="Values separated by commas: “1, 3, 5”. All by default; pixels without data never.",
    )
    names: str | None = p.text(
        "Names of the classes",
        optional=True,
        advanced=True,
        help="Pairs: “1=Sea, 2=Beach”. Those that the raster tells by default.",
    )


def run(request: Request, context: Context) -> None:
    """Write the polygons."""
    import json

    from .files import files_of
    from .legend import parse_names, parse_values, shown_classes
    from .polygonize import polygonize

    path = context.output("polygons")
    if path is None:
        return
    summary = polygonize(
        request.input,
        path,
        band=request.band or 1,
        scores=request.scores,
        scores_band=request.scores_band or 1,
        minimum_area_m2=request.minimum_area,
        minimum_pixels=request.minimum_pixels,
        classes=None if request.classes is None else parse_values(request.classes),
        legend=None if request.names is None else parse_names(request.names),
        shape=cast("Shape", request.shape),
        tolerance_px=request.tolerance_pixels,
        tolerance_m=request.tolerance,
        scratch=context.scratch,
        metadata=json.dumps(context.provenance(files_of), ensure_ascii=False, sort_keys=True),
        progress=context.progress,
        check=context.check,
    )
    _tell(summary, context)
    shown = shown_classes(summary.classes)
    classes = [{"value": one.value, "name": one.name, "color": one.color} for one in shown]
    context.style("polygons", {"type": "classes", "field": "class", "classes": classes})


def _tell(summary: PolygonizeSummary, context: Context) -> None:
    from ..language import tr

    context.values |= {
        "polygon_count": summary.polygons,
        "pixels_changed": summary.pixels_changed,
        "pixels": {str(value): pixels for value, pixels in sorted(summary.pixels.items())},
        "area_m2": {str(value): round(area, 3) for value, area in sorted(summary.area_m2.items())},
    }
    if summary.change_px:
        context.values["area_change_share"] = {
            str(value): round(share, 6) for value, share in summary.changes().items()
        }
    if not summary.polygons:
        context.warn(tr("No polygon was written: the raster holds no data, or none of the classes kept."))
    elif not summary.area_m2:
        context.warn(
            tr(
                "The raster has no coordinate reference system: polygons are in units of its grid, and their "
                "areas and perimeters are left empty. The field “pixels” tells their size."
            )
        )


JOB = Job(
    id="raster.polygonize",
    version="1.0.0",
    title="Class raster to polygons",
    help="Turns each patch of one class into a polygon along the edges of its pixels, with its class, area "
    "on the ground, perimeter and, where scores are given, their mean and minimum. Areas are exact; corners "
    "that touch stay apart. On request boundaries are straightened, smoothed or made rectangular; fields "
    "then tell the shape of each polygon and how much its area changed. The polygons carry a field “review” "
    "for people to fill in.",
    group="Rasters",
    tags=("vectorize", "polygons", "segmentation", "classes"),
    request=Request,
    run=run,
    values=(
        o.number("polygon_count", "Number of polygons", integer=True),
        o.number("pixels_changed", "Pixels changed with the small patches", integer=True),
    ),
    outputs=(o.vector("polygons", "Polygons", geometry="polygon", required=True),),
    links={"GeoPackage": "https://www.geopackage.org/"},
)
