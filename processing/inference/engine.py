"""The one walker: tiles are read, inferred and written by three threads that hand them on.

What a block holds depends on the plan, which names the images and the model, and the block alone: the walk
remembers the border of the last row of tiles only so as not to infer it twice.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..errors import OutOfMemory
from ..language import tr
from ..raster.allocation import give_back
from ..raster.blending import Blender
from ..raster.reading import Stack
from ..raster.tiles import TileIndex
from ..raster.writing import StripWriter, strip_path
from .feeding import Prepared, read_tile
from .measures import Measurer
from .plan import Plan
from .readouts import channels_first, check_finite, probabilities
from .stages import Stages

if TYPE_CHECKING:
    from ..models.sessions import Session

Array: TypeAlias = NDArray[Any]

QUEUE = 3
GIVE_BACK_EVERY = 4  # tiles
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
    """What left the model for a tile, channels first; None where nothing was inferred."""

    index: TileIndex
    outputs: list[Array] | None
    valid: NDArray[np.bool_] | None


# -- one tile ---------------------------------------------------------------------------------------------


def infer(plan: Plan, session: Session, items: Sequence[Prepared]) -> list[Inferred]:
    """What leaves the model for some tiles.

    Raises
    ------
    OutOfMemory
        A smaller batch may do.
    ModelError
        The model failed, or gave values that are not numbers.
    """
    busy = [item for item in items if item.feed is not None]
    if "height" not in plan.entry.dim_order:
        results = [_infer_pixels(plan, session, item) for item in busy]
    elif busy:
        results = _infer_batch(plan, session, busy)
    else:
        results = []
    found = {item.index: outputs for item, outputs in zip(busy, results, strict=True)}
    return [Inferred(item.index, found.get(item.index), item.valid) for item in items]


def _infer_batch(plan: Plan, session: Session, items: Sequence[Prepared]) -> list[list[Array]]:
    feeds = [item.feed for item in items if item.feed is not None]
    batch = feeds[0] if len(feeds) == 1 else np.concatenate(feeds)
    exact = session.exact_batch
    if exact is not None and len(batch) < exact:
        batch = np.concatenate([batch, np.repeat(batch[-1:], exact - len(batch), axis=0)])
    raw = _run(plan, session, batch)
    return [[output[place] for output in raw] for place in range(len(items))]


def _infer_pixels(plan: Plan, session: Session, item: Prepared) -> list[Array]:
    assert item.feed is not None
    side = plan.tiles.rows.tile, plan.tiles.columns.tile
    pieces = [
        _run(plan, session, item.feed[start : start + PIXELS_PER_CALL])
        for start in range(0, len(item.feed), PIXELS_PER_CALL)
    ]
    return [np.concatenate(parts, axis=-1).reshape(-1, *side) for parts in zip(*pieces, strict=True)]


def _run(plan: Plan, session: Session, batch: Array) -> list[Array]:
    """The outputs in use, as (items, channels, rows, columns), or (channels, pixels)."""
    raw = session.run({session.inputs[0].name: batch}, plan.graph.outputs)
    if plan.graph.checks:
        check_finite(raw.pop(), plan.readouts[0])
    if plan.graph.measures:
        return raw
    outputs = []
    for one, readout in zip(raw, plan.readouts, strict=True):
        if not plan.graph.checks:
            check_finite(one, readout)
        outputs.append(channels_first(one, readout))
    return outputs


# -- one block --------------------------------------------------------------------------------------------


class Finisher:
    """Makes finished blocks of inferred tiles that come in the order of the walk."""

    def __init__(self, plan: Plan, measurer: Measurer) -> None:
        self._plan = plan
        self._measurer = measurer
        self._blenders = [Blender(plan.tiles) for _ in plan.readouts] if plan.is_blended else []

    def add(self, tile: Inferred, *, wanted: bool = True) -> list[Array] | None:
        """The measures of the tile's block, each (bands, rows, columns); None where the block holds nothing.

        ``wanted`` is False for a tile that only its neighbours need.
        """
        if tile.outputs is None:
            return None
        shares = self._shares(tile)
        if not wanted:
            return None
        mask = self._plan.mask(tile.valid, tile.index)
        if mask is not None and not mask.any():
            return None
        return self._measurer.measure(shares, mask)

    def _shares(self, tile: Inferred) -> list[Array]:
        """Values of each output in the written part of the block."""
        assert tile.outputs is not None
        plan = self._plan
        written = plan.written_window(tile.index)
        if not plan.is_blended:
            inside = (..., *written.relative_to(plan.tiles.output(tile.index)).slices())
            cropped = [one[inside] for one in tile.outputs]
            return cropped if plan.graph.measures else [self._as_shares(*one) for one in enumerate(cropped)]
        inside = (..., *written.relative_to(plan.tiles.block(tile.index)).slices())
        blocks = []
        for place, (blender, values) in enumerate(zip(self._blenders, tile.outputs, strict=True)):
            shares = self._as_shares(place, values)
            shares = shares if shares.flags.writeable else shares.copy()  # the blender weighs it in place
            blocks.append(blender.add(tile.index, shares)[inside])
        return blocks

    def _as_shares(self, place: int, values: Array) -> Array:
        readout = self._plan.readouts[place]
        if readout.kind == "codes":
            return values
        return values if readout.kind == "measures" else probabilities(values, readout)


def compute_block(
    plan: Plan, index: TileIndex, *, stack: Stack, session: Session, measurer: Measurer
) -> list[Array] | None:
    """One block, the same as the walk writes: the work of a cluster's worker.

    All that it depends on stands in the plan: the stack, the session and the measurer are what the plan
    names, opened.
    """
    finisher = Finisher(plan, measurer)
    block = None
    for one in plan.tiles_for([index]):
        (tile,) = infer(plan, session, [read_tile(plan, stack, one)])
        block = finisher.add(tile, wanted=one == index)
    return block


# -- all of them ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Walk:
    """The strips still to be computed, and the tiles for them in order, each with the strip it is met in."""

    strips: Mapping[int, Sequence[TileIndex]]
    steps: Sequence[tuple[int, TileIndex]]


def plan_walk(plan: Plan, folder: Path) -> Walk:
    """What is left to do, given the whole strips that a folder holds."""
    strips = {
        number: blocks
        for number, blocks in plan.strips().items()
        if not all(strip_path(folder, spec, number).is_file() for spec in plan.specs)
    }
    return Walk(strips, list(plan.steps(strips)))


def walk(
    plan: Plan,
    *,
    stack: Stack,
    session: Session,
    measurer: Measurer,
    folder: Path,
    check: Callable[[], None] = lambda: None,
    progress: Callable[[float], None] = lambda share: None,
) -> Busy:
    """Compute all blocks of a plan into strips in a folder; strips that are whole there are kept.

    Parameters
    ----------
    check : callable
        Called often; raises when the work is no longer wanted.
    progress : callable
        Told the share of the tiles that is done.

    Raises
    ------
    Cancelled, OutOfMemory, ModelError, RasterError, OutputError
        Whole strips stay for another time.
    """
    todo = plan_walk(plan, folder)
    busy = Busy()
    stages = Stages()
    read: queue.Queue[Prepared | None] = queue.Queue(QUEUE)
    inferred: queue.Queue[Inferred | None] = queue.Queue(QUEUE)

    def read_all() -> None:
        for _, index in todo.steps:
            started = time.perf_counter()
            item = read_tile(plan, stack, index)
            busy.read_s += time.perf_counter() - started
            stages.put(read, item)
        stages.put(read, None)

    def infer_all() -> None:
        for tile in _Batches(plan, session, busy).inferred(stages.items(read)):
            stages.put(inferred, tile)
        stages.put(inferred, None)

    def write_all() -> None:
        _write(plan, todo, stages.items(inferred), measurer, folder, busy, progress)

    if not todo.strips:
        return busy
    for work in (read_all, infer_all, write_all):
        stages.start(work, work.__name__)
    stages.wait(check)
    busy.wall_s = time.perf_counter() - busy.started
    return busy


class _Batches:
    """Infers tiles in order, in batches that are halved when memory runs out."""

    def __init__(self, plan: Plan, session: Session, busy: Busy) -> None:
        self._plan, self._session, self._busy = plan, session, busy
        self._size = plan.batch

    def inferred(self, items: Iterator[Prepared]) -> Iterator[Inferred]:
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


def _write(
    plan: Plan,
    todo: Walk,
    tiles: Iterator[Inferred],
    measurer: Measurer,
    folder: Path,
    busy: Busy,
    progress: Callable[[float], None],
) -> None:
    finisher = Finisher(plan, measurer)
    writers: list[StripWriter] = []
    wanted: set[TileIndex] = set()
    current, done = -1, 0
    try:
        for (strip, _), tile in zip(todo.steps, tiles, strict=True):
            started = time.perf_counter()
            if strip != current:
                _close(writers)
                current, wanted = strip, set(todo.strips.get(strip, ()))
                writers = _open(plan, folder, strip) if wanted else []
            block = finisher.add(tile, wanted=tile.index in wanted)
            if block is not None:
                window = plan.written_window(tile.index)
                for writer, values in zip(writers, block, strict=True):
                    writer.write(values, window)
            done += 1
            if done % GIVE_BACK_EVERY == 0:
                give_back()
            busy.write_s += time.perf_counter() - started
            progress(done / len(todo.steps))
        _close(writers)
    except BaseException:
        for writer in writers:
            writer.abandon()
        raise


def _open(plan: Plan, folder: Path, strip: int) -> list[StripWriter]:
    window = plan.strip_window(strip)
    return [StripWriter(folder, spec, strip, window) for spec in plan.specs]


def _close(writers: list[StripWriter]) -> None:
    while writers:
        writers.pop().close()
