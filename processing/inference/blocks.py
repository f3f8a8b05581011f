"""Finished blocks of inferred tiles, and the strips of rasters that they fill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from numpy.typing import NDArray

from ..raster.blending import Blender
from ..raster.tiles import TileIndex
from ..raster.writing import StripWriter, strip_path
from .feeding import read_tile
from .inferring import Inferred, infer
from .measures import Measurer
from .plan import Plan
from .readouts import probabilities
from .sources import Sources

if TYPE_CHECKING:
    from ..models.sessions import Session

Array: TypeAlias = NDArray[Any]


class Finisher:
    """Makes finished blocks of inferred tiles that come in the order of the walk."""

    def __init__(self, plan: Plan, measurer: Measurer) -> None:
        self._plan = plan
        self._measurer = measurer
        self._blenders = [Blender(plan.out_tiles) for _ in plan.readouts] if plan.is_blended else []

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
            inside = (..., *written.relative_to(plan.out_tiles.output(tile.index)).slices())
            cropped = [one[inside] for one in tile.outputs]
            return cropped if plan.graph.measures else [self._as_shares(*one) for one in enumerate(cropped)]
        inside = (..., *written.relative_to(plan.out_tiles.block(tile.index)).slices())
        blocks = []
        for place, (blender, values) in enumerate(zip(self._blenders, tile.outputs, strict=True)):
            shares = self._as_shares(place, values)
            shares = shares if shares.flags.writeable else shares.copy()  # the blender weighs it in place
            blocks.append(blender.add(tile.index, shares)[inside])
        return blocks

    def _as_shares(self, place: int, values: Array) -> Array:
        readout = self._plan.readouts[place]
        if self._plan.views or readout.kind == "codes":
            return values
        return values if readout.kind == "measures" else probabilities(values, readout)


def compute_block(
    plan: Plan, index: TileIndex, *, sources: Sources, session: Session, measurer: Measurer
) -> list[Array] | None:
    """One block, the same as the walk writes: the work of a cluster's worker.

    All that it depends on stands in the plan: the sources, the session and the measurer are what the plan
    names, opened.
    """

    def tile_of(one: TileIndex) -> Inferred:
        (tile,) = infer(plan, session, [read_tile(plan, sources, one)])
        return tile

    return finish_block(plan, index, tile_of=tile_of, measurer=measurer)


def finish_block(
    plan: Plan, index: TileIndex, *, tile_of: Callable[[TileIndex], Inferred], measurer: Measurer
) -> list[Array] | None:
    """One block from the tiles that it depends on, wherever they come from."""
    finisher = Finisher(plan, measurer)
    block = None
    for one in plan.tiles_for([index]):
        block = finisher.add(tile_of(one), wanted=one == index)
    return block


class RasterSink:
    """Writes finished blocks into strips in a folder, one file for each measure."""

    def __init__(self, plan: Plan, folder: Path, measurer: Measurer) -> None:
        self._plan, self._folder = plan, folder
        self._finisher = Finisher(plan, measurer)
        self._writers: list[StripWriter] = []

    def holds(self, strip: int) -> bool:
        """Whether the folder has the whole strip."""
        return holds_strip(self._plan, self._folder, strip)

    def begin(self, strip: int) -> None:
        """Open the files of a strip."""
        window = self._plan.strip_window(strip)
        self._writers = [StripWriter(self._folder, spec, strip, window) for spec in self._plan.specs]

    def add(self, tile: Inferred, *, wanted: bool) -> None:
        """Write the block of a tile, where it holds something."""
        block = self._finisher.add(tile, wanted=wanted)
        if block is not None:
            window = self._plan.written_window(tile.index)
            for writer, values in zip(self._writers, block, strict=True):
                writer.write(values, window)

    def end(self) -> None:
        """The strip is whole: its files get their names."""
        while self._writers:
            self._writers.pop().close()

    def abandon(self) -> None:
        """The strip will not be whole."""
        for writer in self._writers:
            writer.abandon()


def holds_strip(plan: Plan, folder: Path, strip: int) -> bool:
    """Whether a folder has all files of a strip."""
    return all(strip_path(folder, spec, strip).is_file() for spec in plan.specs)
