"""Set-ups kept open between previews, each with what was computed on it.

All that reads or infers for one of them happens in a thread of its own. A request only waits for it, so it
ends at once when it is cancelled, whatever a slow server or a large model holds up; what was begun is there
for the next one.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from numpy.typing import NDArray

from ...errors import Cancelled
from ...raster.reading import CACHE_BYTES
from ...raster.tiles import TileIndex
from ..blocks import finish_block
from ..feeding import read_tile
from ..inferring import Inferred, infer
from ..measures import Measurer
from ..setup import Setup

if TYPE_CHECKING:
    from ...jobs import Context

Array: TypeAlias = NDArray[Any]
Block: TypeAlias = list[Array] | None
Value = TypeVar("Value")

KEPT_OPEN = 3  # a model on an image, the same on coarser pixels, and the one before
IDLE_S = 120.0  # until all are closed: on Windows a file that is open cannot be replaced
BLOCKS_BYTES = 128 << 20
TILES_BYTES = 256 << 20
LOOK_EVERY_S = 0.05
PATIENT = {"GDAL_CACHEMAX": CACHE_BYTES, "GDAL_HTTP_CONNECTTIMEOUT": 10, "GDAL_HTTP_TIMEOUT": 30}

_others = ThreadPoolExecutor(4, thread_name_prefix="looking")


class Kept(Generic[Value]):
    """Arrays by their place; those used least recently go when they take too many bytes."""

    def __init__(self, bound: int) -> None:
        self._bound = bound
        self._bytes = 0
        self._items: OrderedDict[TileIndex, tuple[Value, int]] = OrderedDict()

    def __contains__(self, index: TileIndex) -> bool:
        return index in self._items

    def get(self, index: TileIndex) -> Value:
        """What is kept for a place."""
        self._items.move_to_end(index)
        return self._items[index][0]

    def put(self, index: TileIndex, value: Value, arrays: list[Array] | None) -> None:
        """Keep a value made of these arrays."""
        size = sum(array.nbytes for array in arrays or ())
        self._items[index] = value, size
        self._bytes += size
        while self._bytes > self._bound and len(self._items) > 1:
            _, (_, freed) = self._items.popitem(last=False)
            self._bytes -= freed


class Opening:
    """A set-up, and the blocks computed on it so far.

    Parameters
    ----------
    open_it : callable
        Makes the set-up: called in the thread of this opening.
    """

    def __init__(self, open_it: Callable[[], Setup]) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._blocks: Kept[Block] = Kept(BLOCKS_BYTES)
        self._tiles: Kept[Inferred] = Kept(TILES_BYTES)
        self._setup = self._thread.submit(_in_gdal, open_it)

    @property
    def has_failed(self) -> bool:
        """Whether the set-up could not be made."""
        return self._setup.done() and self._setup.exception() is not None

    def setup(self, context: Context) -> Setup:
        """The set-up, once it is made."""
        return _wait(self._setup, context)

    def block(self, index: TileIndex, context: Context) -> Block:
        """The measures of a block, as a run writes them; None where it holds nothing."""
        while True:
            try:
                return _wait(self._thread.submit(_in_gdal, self._block, index), context)
            except Cancelled:
                context.check()  # else it was another request that stopped the model

    def _block(self, index: TileIndex) -> Block:
        if index not in self._blocks:
            plan = self._setup.result().plan
            block = finish_block(plan, index, tile_of=self._tile, measurer=Measurer(plan))
            self._blocks.put(index, block, block)
        return self._blocks.get(index)

    def _tile(self, index: TileIndex) -> Inferred:
        if index not in self._tiles:
            setup = self._setup.result()
            item = read_tile(setup.plan, setup.sources, index)
            (tile,) = infer(setup.plan, setup.loaded.session, [item])
            for array in tile.outputs or ():
                array.flags.writeable = False  # a blender weighs in place what it may
            self._tiles.put(index, tile, tile.outputs)
        return self._tiles.get(index)

    def close(self) -> None:
        """Close the images, once what is under way has ended."""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def _close(self) -> None:
        if not self.has_failed:
            self._setup.result().close()


def _in_gdal(work: Callable[..., Value], *arguments: Any) -> Value:
    import rasterio

    with rasterio.Env(**PATIENT):
        return work(*arguments)


def waited(context: Context, work: Callable[..., Value], *arguments: Any) -> Value:
    """What some other work gives that reads files, done in a thread of its own too."""
    return _wait(_others.submit(_in_gdal, work, *arguments), context)


def _wait(future: Future[Value], context: Context) -> Value:
    while True:
        try:
            return future.result(LOOK_EVERY_S)
        except TimeoutError:
            if future.done():
                raise  # it was the work that took too long for itself
        try:
            context.check()
        except Cancelled:
            future.cancel()
            raise


class Openings:
    """The openings of a process, a few of them, closed when none has been used for a while."""

    def __init__(self, most: int = KEPT_OPEN, *, idle_s: float = IDLE_S) -> None:
        self._most, self._idle_s = most, idle_s
        self._lock = threading.Lock()
        self._open: OrderedDict[Hashable, Opening] = OrderedDict()
        self._timer: threading.Timer | None = None

    def get(self, key: Hashable, open_it: Callable[[], Setup]) -> Opening:
        """The opening of this key, made where there is none; one that failed is made anew."""
        with self._lock:
            found = self._open.pop(key, None)
            if found is None or found.has_failed:
                found = Opening(open_it)
            self._open[key] = found
            while len(self._open) > self._most:
                self._open.popitem(last=False)[1].close()
            self._wait_idle()
        return found

    def _wait_idle(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._idle_s, self.close)
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        """Close them all."""
        with self._lock:
            while self._open:
                self._open.popitem()[1].close()


OPENINGS = Openings()
