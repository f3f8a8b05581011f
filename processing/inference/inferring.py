"""Prepared tiles through the model, in batches."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import OutOfMemory
from ..language import tr
from ..raster.tiles import TileIndex
from .feeding import Feeds, Prepared
from .plan import Plan
from .readouts import Readout, channels_first, check_finite, of_pixels
from .views import see

if TYPE_CHECKING:
    from ..models.sessions import Session

Array: TypeAlias = NDArray[Any]

PIXELS_PER_CALL = 65_536  # of a model that reads pixels one by one


@dataclass
class Busy:
    """Seconds that each stage worked, waits left out, what it took in all, and the tiles inferred.

    ``infer_cpu_s`` is the processor's time in the thread that infers: the model's whole, if it runs in one.
    """

    read_s: float = 0.0
    infer_s: float = 0.0
    infer_cpu_s: float = 0.0
    write_s: float = 0.0
    wall_s: float = 0.0
    first_tile_s: float = 0.0
    tiles: int = 0
    started: float = field(default_factory=time.perf_counter)


@dataclass(frozen=True)
class Inferred:
    """What left the model for a tile, one array for each read-out; None where nothing was inferred.

    Arrays have no batch axis; channels come first, but for a read-out that is handed on as it is ("raw").
    ``valid`` (rows, columns) tells which pixels that entered hold something; None when all do.
    """

    index: TileIndex
    outputs: list[Array] | None
    valid: NDArray[np.bool_] | None


def infer(plan: Plan, session: Session, items: Sequence[Prepared]) -> list[Inferred]:
    """What leaves the model for some tiles.

    Raises
    ------
    OutOfMemory
        A smaller batch may do.
    ModelError
        The model failed, or gave values that are not numbers.
    """
    busy = [item for item in items if item.feeds is not None]
    if plan.views:
        results = see(plan, busy, partial(_infer_batch, plan, session))
    elif plan.reads_pixels:
        results = [_infer_pixels(plan, session, item.feeds) for item in busy if item.feeds is not None]
    elif busy:
        results = _infer_batch(plan, session, [item.feeds for item in busy if item.feeds is not None])
    else:
        results = []
    found = {item.index: outputs for item, outputs in zip(busy, results, strict=True)}
    return [Inferred(item.index, found.get(item.index), item.valid) for item in items]


def _infer_batch(plan: Plan, session: Session, feeds: Sequence[Feeds]) -> list[list[Array]]:
    exact = session.exact_batch if "batch" in plan.entry.dim_order else None
    lacking = max(0, (exact or 0) - len(feeds))
    batch = {
        name: np.concatenate([one[name] for one in feeds] + [feeds[-1][name]] * lacking)
        if len(feeds) + lacking > 1
        else feeds[0][name]
        for name in feeds[0]
    }
    raw = _run(plan, session, batch)
    return [
        [one[place] if shared else one for one, shared in zip(raw, _have_batch(plan, raw), strict=True)]
        for place in range(len(feeds))
    ]


def _have_batch(plan: Plan, raw: Sequence[Array]) -> list[bool]:
    """Which outputs hold the items of a batch; some detectors list the objects of their one image instead."""
    if plan.graph.measures:
        return [True] * len(raw)
    return [one.kind != "raw" or one.output.dim_order[:1] == ("batch",) for one in plan.readouts]


def _infer_pixels(plan: Plan, session: Session, feeds: Feeds) -> list[Array]:
    side = plan.tiles.rows.tile, plan.tiles.columns.tile
    pieces = [
        _run(plan, session, {name: one[start : start + PIXELS_PER_CALL] for name, one in feeds.items()})
        for start in range(0, side[0] * side[1], PIXELS_PER_CALL)
    ]
    return [np.concatenate(parts, axis=-1).reshape(-1, *side) for parts in zip(*pieces, strict=True)]


def _run(plan: Plan, session: Session, feeds: Feeds) -> list[Array]:
    """The outputs in use, as (items, channels, rows, columns), or (channels, pixels)."""
    raw = session.run(feeds, plan.graph.outputs)
    if plan.graph.checks:
        check_finite(raw.pop(), plan.readouts[0])
    if plan.graph.measures:
        return raw
    outputs = []
    for one, readout in zip(raw, plan.readouts, strict=True):
        if not plan.graph.checks:
            check_finite(one, readout)
        outputs.append(_arranged(plan, readout, one))
    return outputs


def _arranged(plan: Plan, readout: Readout, raw: Array) -> Array:
    if readout.kind == "raw":
        return raw
    return of_pixels(raw) if plan.reads_pixels else channels_first(raw, readout)


class Batches:
    """Infers tiles in order, in batches that are halved when memory runs out."""

    def __init__(self, plan: Plan, session: Session, busy: Busy) -> None:
        self._plan, self._session, self._busy = plan, session, busy
        self._size = plan.batch

    def inferred(self, items: Iterator[Prepared]) -> Iterator[Inferred]:
        """The same tiles, inferred."""
        waiting: list[Prepared] = []
        for item in items:
            waiting.append(item)
            if len(waiting) >= self._size:
                yield from self._flush(waiting)
                waiting = []
        yield from self._flush(waiting)

    def _flush(self, waiting: list[Prepared]) -> Iterator[Inferred]:
        done = 0
        while done < len(waiting):
            batch = waiting[done : done + self._size]
            try:
                tiles = self._infer(batch)
            except OutOfMemory as error:
                if self._size == 1:
                    raise OutOfMemory(_too_large(self._plan)) from error
                self._size = max(1, self._size // 2)
                continue
            done += len(batch)
            yield from tiles

    def _infer(self, batch: list[Prepared]) -> list[Inferred]:
        started, cpu = time.perf_counter(), time.thread_time()
        tiles = infer(self._plan, self._session, batch)
        now, busy = time.perf_counter(), self._busy
        busy.infer_s += now - started
        busy.infer_cpu_s += time.thread_time() - cpu
        busy.tiles += sum(tile.outputs is not None for tile in tiles)
        busy.first_tile_s = busy.first_tile_s or now - busy.started
        return tiles


def _too_large(plan: Plan) -> str:
    return tr(
        "There is not enough memory to run the model on a single tile of {tile} × {tile} pixels: "
        "choose smaller tiles (TILE), close other programs, or use a computer with more memory."
    ).format(tile=plan.tiles.rows.tile)
