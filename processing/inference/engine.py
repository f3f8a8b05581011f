"""The one walker: tiles are read, inferred and handed to a sink by three threads.

What a block holds depends on the plan, which names the images and the model, and the block alone: the walk
remembers the border of the last row of tiles only so as not to infer it twice. What is made of the tiles is
the sink's: strips of rasters (`blocks`), or objects.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..raster.allocation import give_back
from ..raster.tiles import TileIndex
from .feeding import Prepared, read_tile
from .inferring import Batches, Busy, Inferred
from .plan import Plan
from .sources import Sources
from .stages import Stages

if TYPE_CHECKING:
    from ..models.sessions import Session

QUEUE = 3
GIVE_BACK_EVERY = 4  # tiles


class Sink(Protocol):
    """Takes inferred tiles in the order of the walk, strip by strip, in one thread."""

    def holds(self, strip: int) -> bool:
        """Whether a strip is whole already, from a run that was stopped: its tiles are passed over."""

    def begin(self, strip: int) -> None:
        """Another strip begins."""

    def add(self, tile: Inferred, *, wanted: bool) -> None:
        """A tile; not ``wanted`` where only its neighbours need it, with a strip begun or none."""

    def end(self) -> None:
        """The strip begun is whole: it stays, whatever comes."""

    def abandon(self) -> None:
        """The walk has failed; the strip begun, if one is, will not be whole."""


@dataclass(frozen=True)
class Walk:
    """The strips still to be computed, and the tiles for them in order, each with the strip it is met in."""

    strips: Mapping[int, Sequence[TileIndex]]
    steps: Sequence[tuple[int, TileIndex]]


def plan_walk(plan: Plan, holds: Callable[[int], bool]) -> Walk:
    """What is left to do, given the whole strips that are there."""
    strips = {number: blocks for number, blocks in plan.strips().items() if not holds(number)}
    return Walk(strips, list(plan.steps(strips)))


def walk(
    plan: Plan,
    *,
    sources: Sources,
    session: Session,
    sink: Sink,
    check: Callable[[], None] = lambda: None,
    progress: Callable[[float], None] = lambda share: None,
) -> Busy:
    """Hand all tiles that the blocks of a plan need to a sink, but for strips that it holds.

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
    todo = plan_walk(plan, sink.holds)
    busy = Busy()
    stages = Stages()
    read: queue.Queue[Prepared | None] = queue.Queue(QUEUE)
    inferred: queue.Queue[Inferred | None] = queue.Queue(QUEUE)

    def read_all() -> None:
        for _, index in todo.steps:
            started = time.perf_counter()
            item = read_tile(plan, sources, index)
            busy.read_s += time.perf_counter() - started
            stages.put(read, item)
        stages.put(read, None)

    def infer_all() -> None:
        for tile in Batches(plan, session, busy).inferred(stages.items(read)):
            stages.put(inferred, tile)
        stages.put(inferred, None)

    def write_all() -> None:
        _hand_over(todo, stages.items(inferred), sink, busy, progress)

    if not todo.strips:
        return busy
    for work in (read_all, infer_all, write_all):
        stages.start(work, work.__name__)
    stages.wait(check)
    busy.wall_s = time.perf_counter() - busy.started
    return busy


def _hand_over(
    todo: Walk, tiles: Iterator[Inferred], sink: Sink, busy: Busy, progress: Callable[[float], None]
) -> None:
    wanted: set[TileIndex] = set()
    current, done = -1, 0
    try:
        for (strip, _), tile in zip(todo.steps, tiles, strict=True):
            started = time.perf_counter()
            if strip != current:
                if wanted:
                    sink.end()
                current, wanted = strip, set(todo.strips.get(strip, ()))
                if wanted:
                    sink.begin(strip)
            sink.add(tile, wanted=tile.index in wanted)
            done += 1
            if done % GIVE_BACK_EVERY == 0:
                give_back()
            busy.write_s += time.perf_counter() - started
            progress(done / len(todo.steps))
        if wanted:
            sink.end()
    except BaseException:
        sink.abandon()
        raise
