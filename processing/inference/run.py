"""A run of `inference.map`, from the request to its outputs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..raster.cogs import PROVENANCE_TAG, write_cog
from ..raster.reading import CACHE_BYTES
from ..raster.statistics import BandStatistics
from ..raster.writing import strip_path
from .engine import walk
from .measures import Measurer
from .plan import Measure, Plan
from .rasters import style_of
from .setup import Setup, set_up

if TYPE_CHECKING:
    from ..jobs import Context
    from .map_job import Request

MEASURES: tuple[Measure, ...] = ("classes", "confidence", "margin", "entropy", "probabilities", "values")


def apply(request: Request, context: Context) -> None:
    """Do what the request asks.

    Raises
    ------
    ReleveError
        What is given does not fit, or the work failed.
    """
    import rasterio

    measures = tuple(name for name in MEASURES if context.output(name) is not None)
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES):
        setup = set_up(request, context, measures)
        try:
            _work(setup, context)
        finally:
            setup.close()


def _work(setup: Setup, context: Context) -> None:
    plan, session = setup.plan, setup.loaded.session
    folder = context.scratch
    measurer = Measurer(plan)
    with context.on_cancel(session.terminate):
        busy = walk(plan, stack=setup.stack, session=session, measurer=measurer, folder=folder, watch=context)
    context.values.update(
        tiles=busy.tiles, read_s=round(busy.read_s, 3), infer_s=round(busy.infer_s, 3),
        write_s=round(busy.write_s, 3), first_tile_s=round(busy.first_tile_s, 3),
    )  # fmt: skip
    write_rasters(setup, context, folder)


def write_rasters(setup: Setup, context: Context, folder: Path) -> None:
    """The strips of each measure as one raster, with its style and where it comes from."""
    from dataclasses import replace

    plan = setup.plan
    tags = {PROVENANCE_TAG: json.dumps(provenance(setup, context), ensure_ascii=False, sort_keys=True)}
    for place, (measure, spec) in enumerate(zip(plan.measures, plan.specs, strict=True)):
        path = context.output(measure)
        assert path is not None
        statistics = write_cog(
            path,
            replace(spec, tags=tags),
            plan.output_grid,
            _strips(plan, place, folder),
            scratch=context.scratch,
            threads=context.threads,
            check=context.check,
        )
        _tell(measure, plan, statistics, context)
        context.progress(0.95 + 0.05 * (place + 1) / len(plan.measures))


def _strips(plan: Plan, place: int, folder: Path) -> list[tuple[Path, Any]]:
    spec = plan.specs[place]
    return [
        (strip_path(folder, spec, row), plan.strip_window(row).relative_to(plan.window))
        for row in plan.rows_of_blocks()
    ]


def _tell(measure: Measure, plan: Plan, statistics: tuple[BandStatistics, ...], context: Context) -> None:
    spec = plan.specs[plan.measures.index(measure)]
    first = statistics[0]
    context.style(measure, style_of(measure, spec, first.minimum, first.maximum))
    if measure == "classes" and len(statistics) == 1:
        names = {one.value: one.name for one in spec.classes}
        context.values["pixels"] = {names[value]: count for value, count in first.counts.items()}


def provenance(setup: Setup, context: Context) -> dict[str, Any]:
    """Where the results come from, as JSON: no clock, host or absolute path in it."""
    from ..models.failures import runtime_version

    card, session = setup.card, setup.loaded.session
    return context.provenance() | {
        "model": {
            "name": card.name,
            "version": card.version,
            "sha256": card.sha256,
            "licence": card.licence,
            "card": card.origin,
            "bands": [band.label for band in setup.stack.bands],
        },
        "runtime": {"name": "onnxruntime", "version": runtime_version(), "provider": session.provider},
        "plan": setup.plan.describe(),
    }
