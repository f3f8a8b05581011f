"""A run of `inference.map`, from the request to its outputs."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ..errors import RequestError
from ..language import tr
from ..models.card import Card
from ..models.completing import complete
from ..models.reading import read_card
from ..models.runnable import MAPPED
from ..raster.allocation import give_back
from ..raster.cogs import PROVENANCE_TAG, write_cog
from ..raster.grids import Window
from ..raster.legend import legend_of
from ..raster.reading import CACHE_BYTES
from ..raster.statistics import BandStatistics
from ..raster.writing import strip_path
from .blocks import RasterSink, holds_strip
from .engine import walk
from .inferring import Busy
from .inputs import files_read
from .kept_strips import kept_strips
from .measures import Measurer
from .plan import Measure, Plan
from .rasters import style_of
from .seams import check_seams, is_worth_checking
from .setup import Setup, set_up

if TYPE_CHECKING:
    from ..jobs import Context
    from ..models.sessions import Session
    from ..raster.polygonize import PolygonizeSummary
    from ..raster.shapes import Shape
    from .map_job import Request

MEASURES: tuple[Measure, ...] = (
    "classes", "confidence", "margin", "entropy", "probabilities", "values", "image", "uncertainty",
    "embeddings",
)  # fmt: skip
FINISHING_CACHE_BYTES = 16 << 20  # of GDAL
WALK_SHARE = 0.9  # of the work, roughly, the rest being overviews and polygons


@dataclass(frozen=True)
class Written:
    """A raster that was written, and what is in it."""

    path: Path
    statistics: tuple[BandStatistics, ...]


def apply(
    request: Request,
    context: Context,
    *,
    tasks: Sequence[str] = MAPPED,
    before: Mapping[str, Any] | None = None,
) -> None:
    """Do what the request asks.

    Parameters
    ----------
    tasks : sequence of str
        The kinds of model that the job runs.
    before : mapping, optional
        The provenance of the run that is repeated.

    Raises
    ------
    ReleveError
        What is given does not fit, or the work failed.
    """
    import rasterio

    wanted = wanted_measures(context) or _of_a_report(request)
    measures = _measures(wanted, before or {})
    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES), _set_up(request, context, measures, tasks) as setup:
        origin = context.provenance(files_read(request)) if before is None else _origin(before, context)
        told = provenance(setup, origin)
        if before is not None:
            _compare(told, before, context)
        setup = check_for_seams(setup, request, context)
        setup = replace(setup, plan=setup.plan.only(wanted))
        text = json.dumps(told, ensure_ascii=False, sort_keys=True)
        plan = setup.plan
        holds = partial(holds_strip, plan)
        with kept_strips(request, context, plan, text, holds=holds) as folder:
            busy = _walk(setup, context, folder)
            setup.close()
            give_back()
            started = time.perf_counter()
            with rasterio.Env(**_finishing(plan)):
                written = write_rasters(plan, context, folder, text)
            context.values["finish_s"] = round(time.perf_counter() - started, 3)
        setup = _tell_if_empty(setup, written, context)
        summary = _write_polygons(request, context, written, text)
        if path := context.output("report"):
            from .report import write_report

            write_report(path, setup, told, written, summary, busy)


def check_for_seams(setup: Setup, request: Request, context: Context) -> Setup:
    """Compute some of the map on shifted tiles, and warn where it comes out differently."""
    if request.seam_check == "never" or (request.seam_check == "auto" and not is_worth_checking(setup.plan)):
        return setup
    session = setup.loaded.session
    context.progress(0, tr("Comparing shifted tiles"))
    with _turn(session, context):
        found = check_seams(setup.plan, sources=setup.sources, session=session, check=context.check)
    if found is None:
        return setup
    context.values["seam_change"] = round(found.change, 6)
    if not found.is_odd:
        return setup
    context.warn(found.warning())
    return replace(setup, warnings=(*setup.warnings, found.warning()))


def _tell_if_empty(setup: Setup, written: Mapping[Measure, Written], context: Context) -> Setup:
    """An image of nothing but nodata is no error, in a batch for instance; but it is not passed over."""
    if not written or any(band.count for one in written.values() for band in one.statistics):
        return setup
    sentence = tr(
        "The result holds no value: no pixel of the area has all that the model needs. Check the nodata "
        "values of the rasters (NODATA, NODATA_RULE), and the area."
    )
    context.warn(sentence)
    return replace(setup, warnings=(*setup.warnings, sentence))


def _finishing(plan: Plan) -> dict[str, int]:
    """GDAL's options for strips that are read in order: more memory or open files would be for nothing."""
    lanes = -(-plan.tiles.shape.columns // plan.lane)
    return {"GDAL_CACHEMAX": FINISHING_CACHE_BYTES, "GDAL_MAX_DATASET_POOL_SIZE": lanes + 3}


def _origin(before: Mapping[str, Any], context: Context) -> dict[str, Any]:
    """What the provenance says of the request, as the first run said it: a repeat gives the same bytes."""
    kept = {key: before[key] for key in ("job", "version", "inputs", "sources") if key in before}
    return kept | {"software": context.software}


def _compare(told: Mapping[str, Any], before: Mapping[str, Any], context: Context) -> None:
    """Refuse another model than that of the run repeated, and warn of another software or card."""
    model = before.get("model", {})
    if any(told["model"][key] != model.get(key) for key in ("sha256", "weights_sha256")):
        raise RequestError(tr("The model is not the one the run used: give that one."))
    if any(told[key] != before.get(key) for key in ("software", "model", "runtime")):
        context.warn(tr("The software or the model's card is not that of the first run: results may differ."))


def _measures(wanted: tuple[Measure, ...], before: Mapping[str, Any]) -> tuple[Measure, ...]:
    """What the run decides on: a repeat, on all that the first run made, for that may change how."""
    made = (*before.get("plan", {}).get("measures", ()), *wanted)
    return tuple(measure for measure in MEASURES if measure in made)


@contextmanager
def _set_up(
    request: Request, context: Context, measures: Sequence[Measure], tasks: Sequence[str]
) -> Iterator[Setup]:
    setup = set_up(request, context, measures, tasks=tasks)
    try:
        yield setup
    finally:
        setup.close()


def wanted_measures(context: Context) -> tuple[Measure, ...]:
    """The rasters that the outputs asked for need."""
    wanted = {measure for measure in MEASURES if context.output(measure) is not None}
    if context.output("polygons") is not None:
        wanted |= {"classes", "confidence"}
    return tuple(measure for measure in MEASURES if measure in wanted)


def _of_a_report(request: Request) -> tuple[Measure, ...]:
    """What a report tells of where no raster is asked for: the main thing that the model gives."""
    return (main_measure(complete(read_card(request.model, request.card), task=request.task)),)


def main_measure(card: Card) -> Measure:
    """The main thing that a model gives."""
    others: dict[str, Measure] = {
        "regression": "values",
        "super-resolution": "image",
        "embedding": "embeddings",
    }
    return others.get(card.task, "classes")


@contextmanager
def _turn(session: Session, context: Context) -> Iterator[None]:
    """A session's time to work: one job at a time has the graphics card, processors share their threads."""
    turn = nullcontext() if session.provider == "cpu" else context.gpu_turn()
    with turn, context.on_cancel(session.terminate):
        yield


def _walk(setup: Setup, context: Context, folder: Path) -> Busy:
    session = setup.loaded.session
    with _turn(session, context):
        busy = walk(
            setup.plan,
            sources=setup.sources,
            session=session,
            sink=RasterSink(setup.plan, folder, Measurer(setup.plan)),
            check=context.check,
            progress=lambda share: context.progress(WALK_SHARE * share),
        )
    seconds = {
        "read_s": busy.read_s,
        "infer_s": busy.infer_s,
        "infer_cpu_s": busy.infer_cpu_s,
        "write_s": busy.write_s,
        "walk_s": busy.wall_s,
        "first_tile_s": busy.first_tile_s,
    }
    context.values["tiles"] = busy.tiles
    context.values.update({name: round(value, 3) for name, value in seconds.items()})
    return busy


def write_rasters(plan: Plan, context: Context, folder: Path, told: str) -> dict[Measure, Written]:
    """The strips of each measure as one raster, with its style and where it comes from."""
    written = {}
    for place, (measure, spec) in enumerate(zip(plan.measures, plan.specs, strict=True)):
        path = context.output(measure) or context.scratch / f"{measure}.tif"
        statistics = write_cog(
            path,
            replace(spec, tags={PROVENANCE_TAG: told}),
            plan.output_grid,
            _strips(plan, place, folder),
            scratch=context.scratch,
            threads=context.threads,
            check=context.check,
        )
        written[measure] = Written(path, statistics)
        _tell(measure, plan, statistics, context)
        context.progress(WALK_SHARE + 0.05 * (place + 1) / len(plan.measures))
    return written


def _strips(plan: Plan, place: int, folder: Path) -> list[tuple[Path, Window]]:
    spec = plan.specs[place]
    return [
        (strip_path(folder, spec, strip), plan.strip_window(strip).relative_to(plan.window))
        for strip in plan.strips()
    ]


def _tell(measure: Measure, plan: Plan, statistics: tuple[BandStatistics, ...], context: Context) -> None:
    spec = plan.specs[plan.measures.index(measure)]
    if (style := style_of(measure, spec, statistics[0])) is not None:
        context.style(measure, style)
    if measure == "classes":
        pixels = {
            band: {one.name: found.counts.get(one.value, 0) for one in legend_of(named, found.counts)}
            for band, named, found in zip(spec.bands, spec.classes, statistics, strict=True)
        }
        context.values["pixels"] = pixels if len(pixels) > 1 else pixels[spec.bands[0]]


def _write_polygons(
    request: Request, context: Context, written: Mapping[Measure, Written], told: str
) -> PolygonizeSummary | None:
    path = context.output("polygons")
    if path is None:
        return None
    from ..raster.polygonize import polygonize

    summary = polygonize(
        written["classes"].path,
        path,
        scores=written["confidence"].path if "confidence" in written else None,
        minimum_area_m2=request.minimum_area,
        shape=cast("Shape", request.polygon_shape),
        tolerance_px=request.polygon_tolerance,
        scratch=context.scratch,
        metadata=told,
        progress=lambda share: context.progress(0.95 + 0.05 * share),
        check=context.check,
    )
    shown = [{"value": one.value, "name": one.name, "color": one.color} for one in summary.classes]
    context.style("polygons", {"type": "classes", "field": "class", "classes": shown})
    context.values["polygon_count"] = summary.polygons
    context.values["pixels_changed"] = summary.pixels_changed
    if summary.change_px:
        changes = {str(value): round(share, 6) for value, share in summary.changes().items()}
        context.values["area_change_share"] = changes
    return summary


def _stated(accuracy: Any) -> dict[str, Any] | None:
    """What a card says of its accuracy as a whole, for those who have the map and not the card."""
    told = accuracy if isinstance(accuracy, Mapping) else {}
    kept = {key: told[key] for key in ("overall", "interval", "level", "how") if key in told}
    return kept if "overall" in kept else None


def provenance(setup: Setup, origin: Mapping[str, Any]) -> dict[str, Any]:
    """Where the results come from, as JSON: no clock, host or absolute path in it."""
    from ..models.failures import runtime_version

    card, session = setup.card, setup.loaded.session
    return dict(origin) | {
        "inputs": origin["inputs"] | {"blending": setup.blending},
        "model": {
            "name": card.name,
            "title": card.title,
            "version": card.version,
            "accuracy": _stated(card.accuracy),
            "sha256": card.sha256,
            "weights_sha256": card.weights_sha256,
            "licence": card.licence,
            "citation": card.citation,
            "card": card.origin,
            "card_sha256": hashlib.sha256(repr(card).encode()).hexdigest(),
            "bands": [band.label for band in setup.sources.main.bands],
            "scaling": [[one.kind, *one.values] for one in setup.plan.entry.scaling],
        },
        "runtime": {"name": "onnxruntime", "version": runtime_version(), "provider": session.provider},
        "plan": setup.plan.describe(),
    }
