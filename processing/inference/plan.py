"""What a run will do: which blocks, from which pixels, into which rasters: all that a block depends on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..models.card import ModelInput
from ..raster.areas import Area
from ..raster.bands import SourceBand
from ..raster.blending import tiles_needed
from ..raster.grids import Grid, Window
from ..raster.tiles import TileGrid, TileIndex
from ..raster.writing import RasterSpec
from .readouts import Readout

Measure = Literal["classes", "confidence", "margin", "entropy", "probabilities", "values"]
Fill: TypeAlias = tuple[float, ...] | None


@dataclass(frozen=True, kw_only=True)
class GraphUse:
    """What enters and leaves the graph that is run.

    Raw values of ``dtype`` enter where the graph scales them (``scales``). What leaves is ``outputs``: the
    measures themselves, as they are written (``measures``), or the values of the read-outs; a last one,
    ``check``, is finite where all values are.
    """

    dtype: str
    scales: bool
    outputs: tuple[str, ...]
    measures: bool = False

    @property
    def checks(self) -> bool:
        """Whether a sum of all values leaves too."""
        return self.outputs[-1] == "check"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A run, decided.

    Parameters
    ----------
    rasters : tuple of str
        The images, whose files are the same as long as the plan is used.
    bands : tuple of SourceBand
        Which of their bands are read, in the model's order.
    nodata : float or None
        Value of missing pixels, instead of that of the images.
    model : str
        SHA-256 of the model, and of the weights beside it.
    grid : Grid
        The pixels the model sees, of the whole image.
    window : Window
        The pixels of ``grid`` that the outputs hold.
    blocks : tuple of TileIndex
        The blocks to be computed.
    area : Area or None
        Polygons outside which everything is nodata.
    entry : ModelInput
        What enters the model.
    fill : tuple of float or None
        Raw value of each band that invalid pixels are given; None takes the mean of the tile.
    readouts : tuple of Readout
        The outputs of the model in use.
    measures : tuple of str
        What is written, one raster each.
    specs : tuple of RasterSpec
        The rasters, in the order of ``measures``.
    graph : GraphUse
        What enters and leaves the graph that is run.
    lane : int
        Columns of blocks that are walked together, from top to bottom; the next ones follow. One lane as
        wide as the image unless what blending remembers of a row of tiles would take too much memory.
    """

    rasters: tuple[str, ...]
    bands: tuple[SourceBand, ...]
    nodata: float | None
    model: str
    grid: Grid
    window: Window
    tiles: TileGrid
    blocks: tuple[TileIndex, ...]
    area: Area | None
    entry: ModelInput
    fill: Fill
    readouts: tuple[Readout, ...]
    measures: tuple[Measure, ...]
    specs: tuple[RasterSpec, ...]
    graph: GraphUse
    lane: int
    batch: int = 1

    @property
    def is_blended(self) -> bool:
        """Whether overlaps are blended, rather than cropped."""
        return self.tiles.rows.blended

    @property
    def output_grid(self) -> Grid:
        """The pixels that are written."""
        return self.grid.crop(self.window)

    def tiles_for(self, blocks: list[TileIndex]) -> list[TileIndex]:
        """The tiles that blocks of one lane depend on, in the order of the walk."""
        return tiles_needed(self.tiles, blocks) if self.is_blended else sorted(blocks)

    def strips(self) -> dict[int, list[TileIndex]]:
        """The blocks of each strip: one row of a lane. Strips are numbered in the order of the walk."""
        strips: dict[int, list[TileIndex]] = {}
        for index in sorted(self.blocks):
            strips.setdefault(index.column // self.lane * self.tiles.shape.rows + index.row, []).append(index)
        return dict(sorted(strips.items()))

    def strip_window(self, strip: int) -> Window:
        """The pixels of the outputs, counted in ``grid``, that a strip fills."""
        lane, row = divmod(strip, self.tiles.shape.rows)
        last = min((lane + 1) * self.lane, self.tiles.shape.columns) - 1
        first = self.tiles.block(TileIndex(row, lane * self.lane))
        width = self.tiles.block(TileIndex(row, last)).right - first.column
        return Window(first.row, first.column, first.rows, width).intersection(self.window)

    def steps(self, strips: Collection[int]) -> Iterator[tuple[int, TileIndex]]:
        """The tiles that some strips depend on, in the order of the walk, each with the strip it is met in.

        With several lanes a tile may be met twice: in its own, and before the first column of the next.
        """
        rows, blocks = self.tiles.shape.rows, self.strips()
        for lane, numbers in groupby(sorted(strips), key=lambda strip: strip // rows):
            for tile in self.tiles_for([index for number in numbers for index in blocks[number]]):
                yield lane * rows + tile.row, tile

    def written_window(self, index: TileIndex) -> Window:
        """The pixels of a block that are written, counted in ``grid``."""
        return self.tiles.block(index).intersection(self.window)

    def mask(self, valid: NDArray[np.bool_] | None, index: TileIndex) -> NDArray[np.bool_] | None:
        """Which pixels of `written_window` hold a result; None when all do.

        ``valid`` is that of the whole tile.
        """
        window = self.written_window(index)
        inside = None if self.area is None else self.area.mask(window)
        if valid is None:
            return inside
        valid = valid[window.relative_to(self.tiles.tile(index)).slices()]
        return valid if inside is None else valid & inside

    def only(self, measures: Collection[Measure]) -> Plan:
        """The same work with some of its measures alone, each as it is among all."""
        places = [place for place, measure in enumerate(self.measures) if measure in measures]
        graph = self.graph
        if graph.measures:
            kept = [graph.outputs[place] for place in places] + ["check"] * graph.checks
            graph = replace(graph, outputs=tuple(kept))
        chosen = tuple(self.measures[place] for place in places)
        specs = tuple(self.specs[place] for place in places)
        return replace(self, measures=chosen, specs=specs, graph=graph)

    def describe(self) -> dict[str, Any]:
        """The plan's part of the provenance, as JSON."""
        rows = self.tiles.rows
        return {
            "grid": {
                "crs": _crs_name(self.output_grid),
                "transform": list(self.output_grid.transform)[:6],
                "columns": self.window.columns,
                "rows": self.window.rows,
            },
            "measures": list(self.measures),
            "tile": rows.tile,
            "margin": rows.margin,
            "overlap": rows.overlap,
            "blending": "inner Hann" if self.is_blended else "crop",
            "beyond_the_image": "reflected",
            "nodata_fill": list(self.fill) if self.fill else "mean of the tile",
        }


def _crs_name(grid: Grid) -> str | None:
    if grid.crs is None:
        return None
    authority = grid.crs.to_authority()
    return ":".join(authority) if authority else str(grid.crs.to_wkt())
