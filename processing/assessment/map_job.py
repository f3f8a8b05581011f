"""Accuracy of a map."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from ..jobs import Context, Job
from ..jobs import outputs as o
from ..jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What to compare."""

    map: p.Source = p.raster("Map", help="Raster of classes: whole numbers, one a class.")
    band: int | None = p.band(
        "Band", parent="map", optional=True, advanced=True, help="The first by default."
    )
    reference: p.Source = p.vector(
        "Reference",
        help="Points or polygons whose class is known, drawn at random and not used to make the map. "
        "Of a polygon, every pixel whose centre lies inside counts. Of a file with several layers, name one: "
        "file.gpkg|layername=NAME.",
    )
    class_field: str = p.field(
        "Field of the class", parent="reference", help="Values of the map, or names of its classes."
    )
    labels: str | None = p.text(
        "Names of the classes in the reference",
        optional=True,
        help="Pairs, where the reference calls a class otherwise than the map does: “sea=1, sand=Beach”.",
    )
    strata: p.Source | None = p.raster(
        "Strata",
        optional=True,
        advanced=True,
        help="Raster of the strata that the reference was drawn from, where they are not the map's classes.",
    )
    stratum_field: str | None = p.field(
        "Field of the stratum",
        parent="reference",
        optional=True,
        advanced=True,
        help="Instead of a raster: the stratum of each feature. The area of each stratum is needed as well.",
    )
    stratum_areas: str | None = p.text(
        "Areas of the strata",
        optional=True,
        advanced=True,
        help="Pairs, in any one unit: “north=40000, south=25000”. For strata that come from a field.",
    )
    group_field: str | None = p.field(
        "Field of the group",
        parent="reference",
        optional=True,
        advanced=True,
        help="Features of one group (a tile, a parcel, a plot) are not independent: intervals come from "
        "drawing whole groups again.",
    )
    replicates: int = p.number(
        "Draws of the bootstrap", default=1000, integer=True, minimum=100, maximum=100000, advanced=True,
        help="For intervals from polygons or groups.",
    )  # fmt: skip
    seed: int = p.number(
        "Seed of the bootstrap", default=0, integer=True, minimum=0, maximum=2**31 - 1, advanced=True,
        help="The same seed gives the same intervals.",
    )  # fmt: skip


def run(request: Request, context: Context) -> None:
    """Compare, and write what was asked for."""
    from ..raster.files import files_of
    from ..raster.sources import short_name
    from ..reports import render
    from ..reports.data import write_table
    from .map_assessment import Question, assess_map
    from .map_report import map_report, plain_values
    from .map_tables import estimate_rows, matrix_rows
    from .reference import source_name

    def step(fraction: float) -> None:
        context.check()
        context.progress(fraction)

    given = {name: value for name, value in asdict(request).items() if value is not None}
    assessment = assess_map(Question(**given), step=step)
    for sentence in assessment.remarks:
        context.warn(sentence)
    context.values.update(plain_values(assessment))
    if path := context.output("matrix"):
        write_table(path, matrix_rows(assessment))
    if path := context.output("estimates"):
        write_table(path, estimate_rows(assessment))
    if path := context.output("report"):
        names = {"map_name": short_name(request.map), "reference_name": source_name(request.reference)}
        render(path, map_report(assessment, **names, provenance=context.provenance(files_of)))


JOB = Job(
    id="assessment.map",
    version="1.0.0",
    title="Accuracy of a map",
    help="Compares a raster of classes with points or polygons whose class is known. Gives the confusion "
    "matrix, overall and balanced accuracy, precision and recall of each class, and, weighted by area, "
    "accuracies and the areas of the classes with intervals of confidence (Olofsson et al. 2014; Stehman "
    "2014 where the strata are not the map's classes).",
    group="Assessment",
    tags=("accuracy", "confusion matrix", "validation", "area", "kappa"),
    links={
        "Olofsson et al. (2014)": "https://doi.org/10.1016/j.rse.2014.02.015",
        "Stehman (2014)": "https://doi.org/10.1080/01431161.2014.930207",
    },
    request=Request,
    run=run,
    answers=True,
    values=(
        o.number("observations", "Observations", integer=True, help="Points or pixels compared."),
        o.number("overall_accuracy", "Overall accuracy", help="Share of the observations, 0 to 1."),
        o.number("balanced_accuracy", "Balanced accuracy"),
        o.number("kappa", "Kappa"),
        o.number("overall_accuracy_by_area", "Overall accuracy by area", help="Share of the area, 0 to 1."),
        o.number("overall_accuracy_by_area_low", "Overall accuracy by area, lower end"),
        o.number("overall_accuracy_by_area_high", "Overall accuracy by area, upper end"),
    ),
    outputs=(
        o.file("report", "Report"),
        o.table("matrix", "Confusion matrix"),
        o.table("estimates", "Estimates"),
    ),
)
