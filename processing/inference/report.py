"""What a run did, for people: one page."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..language import tr
from ..raster.cell_sizes import CellSizes
from ..raster.classes import RasterClass
from ..raster.legend import legend_of
from ..raster.statistics import BandStatistics
from ..reports import Bar, Bars, Column, Facts, Heading, Paragraph, Report, Source, Table, render
from ..reports import Warning as Notice
from ..reports.blocks import Cell
from .dates import slots_in_words
from .inferring import Busy
from .plan import Measure
from .setup import Setup
from .trust import trust

if TYPE_CHECKING:
    from ..raster.polygonize import PolygonizeSummary
    from .run import Written

HECTARE_M2 = 10_000.0
SMALL_MAP_M2 = 10 * HECTARE_M2  # below, hectares with a decimal say nothing


def write_report(
    path: Path,
    setup: Setup,
    told: Mapping[str, Any],
    written: Mapping[Measure, Written],
    summary: PolygonizeSummary | None,
    busy: Busy,
) -> None:
    """Write the report as one HTML file."""
    overlaps = tr("blended") if setup.plan.is_blended else tr("cropped")
    facts = [*model_facts(setup, told), (tr("Overlaps"), overlaps)]
    blocks: list[Any] = [Facts(facts), *(Notice(sentence) for sentence in setup.warnings)]
    blocks += trust(setup.card)
    blocks += _classes(setup, written)
    blocks += _statistics(setup, written)
    if summary is not None:
        blocks += _polygons(summary)
    blocks += [
        Heading(tr("How it ran")),
        Facts(timing(setup, busy)),
        Source(tr("Provenance"), json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)),
    ]
    title = tr("Map by {model}").format(model=setup.card.title or setup.card.name)
    names = ", ".join(view.facts.title for view in setup.sources.main.views)
    render(path, Report(title, blocks, subtitle=names))


def model_facts(setup: Setup, told: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """What the model is, and what it was given."""
    card, plan, gsd_m = setup.card, setup.plan, setup.plan.entry.gsd_m
    facts = [
        (tr("Model"), f"{card.name} {card.version}".strip()),
        (tr("SHA-256 of the model"), card.sha256),
        (tr("Licence of the model"), card.licence or tr("not stated")),
        (tr("Bands"), ", ".join(told["model"]["bands"])),
        (tr("Pixels"), f"{plan.window.columns} × {plan.window.rows}"),
        (tr("Reference system"), told["plan"]["grid"]["crs"] or tr("none")),
        (tr("Ground resolution of the image"), setup.image_ground or tr("not stated")),
        (tr("Ground resolution of the model"), f"{gsd_m:.4g} m" if gsd_m else tr("not stated")),
        *(
            (tr("Dates of “{name}”").format(name=use.entry.name), slots_in_words(use.dates))
            for use in plan.inputs
            if use.entry.is_series and use.entry.content == "values"
        ),
    ]
    return [*facts, (tr("Citation"), card.citation)] if card.citation else facts


def _classes(setup: Setup, written: Mapping[Measure, Written]) -> list[Any]:
    if "classes" not in written:
        return []
    spec = setup.plan.specs[setup.plan.measures.index("classes")]
    blocks: list[Any] = [Heading(tr("Classes"))]
    if len(spec.bands) > 1:
        blocks.append(
            Paragraph(
                tr(
                    "The map has a band for each output of the model, with the names of its classes. A "
                    "GeoTIFF of several bands holds no colours: those of the first band are in its style."
                )
            )
        )
    for band, named, found in zip(spec.bands, spec.classes, written["classes"].statistics, strict=True):
        if len(spec.bands) > 1:
            blocks.append(Heading(band, level=3))
        blocks += _shares(setup, legend_of(named, found.counts), found)
    sentence = tr(
        "These areas count pixels. A map has errors: areas with intervals need reference data "
        "(assessment.map)."
    )
    return [*blocks, Paragraph(sentence)]


def _shares(setup: Setup, legend: Sequence[RasterClass], found: BandStatistics) -> list[Any]:
    """The share of each class of a band."""
    pixel_m2 = _pixel_area_m2(setup)
    is_small = pixel_m2 is not None and setup.plan.window.shape.pixels * pixel_m2 < SMALL_MAP_M2
    unit_m2 = 1.0 if is_small else HECTARE_M2
    rows, bars = [], []
    for one in legend:
        count = found.counts.get(one.value, 0)
        share = count / found.count if found.count else 0.0
        area = None if pixel_m2 is None else count * pixel_m2 / unit_m2
        rows.append((one.name, count, share, area))
        bars.append(Bar(one.name, share, color=one.color))
    columns = [
        Column(tr("Class")),
        Column(tr("Pixels"), "number", 0),
        Column(tr("Share"), "percent", 1),
        Column(tr("Area (m²)") if is_small else tr("Area (ha)"), "number", 1),
    ]
    missing = setup.plan.window.shape.pixels - found.count
    return [
        Bars(bars, tr("Share of each class among the pixels that have one."), kind="percent"),
        Table(columns, rows, tr("Pixels and area of each class.")),
        Paragraph(tr("{count} pixels have no class: no data, or outside the area.").format(count=missing)),
    ]


def _pixel_area_m2(setup: Setup) -> float | None:
    grid = setup.plan.output_grid
    if grid.crs is None:
        return None
    return float(CellSizes.of(grid.crs, grid.transform, grid.shape).area_m2.mean())


def _statistics(setup: Setup, written: Mapping[Measure, Written]) -> list[Any]:
    rows: list[tuple[Cell, ...]] = []
    for measure, spec in zip(setup.plan.measures, setup.plan.specs, strict=True):
        if measure in ("classes", "embeddings"):
            continue
        for band, one in zip(spec.bands, written[measure].statistics, strict=True):
            if one.count:
                name = measure if band in ("", measure) else f"{measure} {band}"
                numbers = (one.minimum, one.mean, one.maximum, one.stddev)
                rows.append((name, *(number * spec.scale for number in numbers)))
    if not rows:
        return []
    titles = (tr("Smallest"), tr("Mean"), tr("Largest"), tr("Standard deviation"))
    columns = [Column(tr("Raster")), *(Column(title, "number", 3) for title in titles)]
    return [Heading(tr("Measures")), Table(columns, rows, tr("Values of the pixels that have one."))]


def _polygons(summary: PolygonizeSummary) -> list[Any]:
    facts: list[tuple[str, Any]] = [(tr("Polygons"), summary.polygons)]
    if summary.pixels_changed:
        facts.append((tr("Pixels changed with the small patches"), summary.pixels_changed))
    blocks: list[Any] = [Heading(tr("Polygons")), Facts(facts)]
    if not summary.change_px:
        return blocks
    names = {one.value: one.name or str(one.value) for one in summary.classes}
    rows = [(names[value], share) for value, share in summary.changes().items()]
    columns = [Column(tr("Class")), Column(tr("Change of area"), "percent", 2)]
    sentence = tr(
        "The polygons leave the edges of the pixels: how much of its area each class gained or lost."
    )
    return [*blocks, Table(columns, rows, sentence)]


def timing(setup: Setup, busy: Busy) -> list[tuple[str, Any]]:
    """On what it ran, and how long each stage worked."""
    session = setup.loaded.session
    return [
        (tr("Execution provider"), f"{session.provider} ({session.device})"),
        (tr("Tiles"), busy.tiles),
        (tr("Seconds of reading"), round(busy.read_s, 2)),
        (tr("Seconds of the model"), round(busy.infer_s, 2)),
        (tr("Seconds of writing"), round(busy.write_s, 2)),
        (tr("Seconds in all, since the stages overlap"), round(busy.wall_s, 2)),
    ]
