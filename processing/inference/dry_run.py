"""What a run would take: one tile is inferred, the rest is reckoned."""

from __future__ import annotations

import json
import math
import time
from typing import TYPE_CHECKING, Any

from ..errors import OutputError
from ..raster.blending import bytes_carried
from ..raster.reading import CACHE_BYTES
from .feeding import read_tile
from .inferring import infer
from .plan import Measure, Plan
from .run import check_for_seams, main_measure
from .setup import Setup, set_up

if TYPE_CHECKING:
    from ..jobs import Context
    from .map_job import Request

BASE_BYTES = 120 << 20  # of a process with its libraries
TILES_UNDER_WAY = 8  # in the queues and the stages
SECONDS_PER_PIXEL = 40e-9  # of overviews and compression, for each byte written


def forecast(request: Request, context: Context) -> None:
    """Write what a run would take, and tell it as values."""
    import rasterio

    with rasterio.Env(GDAL_CACHEMAX=CACHE_BYTES):
        setup = _any_measure(request, context)
        try:
            told = estimate(setup) | _seams(setup, request, context) | _views(setup)
        finally:
            setup.close()
    context.values.update({name: value for name, value in told.items() if not isinstance(value, dict)})
    if (path := context.output("plan")) is None:
        return
    try:
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as error:
        raise OutputError(str(error)) from error


def _views(setup: Setup) -> dict[str, Any]:
    """How often each tile is seen, where it is more than once: the time counts them all."""
    views = len(setup.plan.views)
    return {"views_of_each_tile": views} if views else {}


def _seams(setup: Setup, request: Request, context: Context) -> dict[str, Any]:
    """What the check for seams says, where the run would make it."""
    check_for_seams(setup, request, context)
    return {"seam_change": context.values["seam_change"]} if "seam_change" in context.values else {}


def _any_measure(request: Request, context: Context) -> Setup:
    """A set-up for the main thing that the model gives, and the confidence of classes."""
    from ..models.completing import complete
    from ..models.reading import read_card
    from ..models.runnable import MAPPED
    from .superresolve_job import TASK

    main = main_measure(complete(read_card(request.model, request.card), task=request.task))
    measures: tuple[Measure, ...] = (main, "confidence") if main == "classes" else (main,)
    return set_up(request, context, measures, tasks=(*MAPPED, TASK))


def estimate(setup: Setup) -> dict[str, Any]:
    """What a run of this set-up takes, as plain JSON."""
    plan = setup.plan
    tiles = list(plan.steps(plan.strips()))
    seconds = _seconds_per_tile(setup) * len(tiles)
    sizes = {spec.name: plan.window.shape.pixels * spec.bytes_per_pixel for spec in plan.specs}
    seconds += SECONDS_PER_PIXEL * sum(sizes.values())
    return {
        "tiles": len(tiles),
        "blocks": len(plan.blocks),
        "tile_px": plan.tiles.rows.tile,
        "overlap_px": plan.tiles.rows.overlap,
        "columns": plan.window.columns,
        "rows": plan.window.rows,
        "ground_resolution": setup.ground,
        "seconds": round(seconds, 1),
        "memory_bytes": _memory(plan, setup),
        "provider": setup.loaded.session.provider,
        "output_bytes_uncompressed": sizes,
    }


def _seconds_per_tile(setup: Setup) -> float:
    """Of the second of two runs in the middle of the work: the first one also prepares."""
    plan = setup.plan
    index = plan.blocks[len(plan.blocks) // 2]
    seconds = math.inf
    for _ in range(2):
        started = time.perf_counter()
        item = read_tile(plan, setup.sources, index)
        infer(plan, setup.loaded.session, [item])
        seconds = min(seconds, time.perf_counter() - started)
    return seconds


def _memory(plan: Plan, setup: Setup) -> int:
    channels = sum(readout.channels for readout in plan.readouts)
    main, out = setup.sources.main, plan.out_tiles
    entering = len(main.bands) * max(1, len(plan.use.dates)) * main.dtype.itemsize
    leaving = channels * 4 if not plan.graph.measures else len(plan.measures)
    tile = plan.tiles.rows.tile * plan.tiles.columns.tile * entering
    tile += out.rows.tile * out.columns.tile * leaving
    tiles = TILES_UNDER_WAY * plan.batch * tile
    carry = plan.lane * out.columns.step * bytes_carried(channels, out)
    return int(BASE_BYTES + CACHE_BYTES + tiles + carry)
