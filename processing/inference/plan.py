"""What a run will do: which blocks, from which pixels, into which rasters: all that a block depends on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
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
from .views import View

Measure = Literal[
    "classes",
    "confidence",
    "margin",
    "entropy",
    "probabilities",
    "values",
    "image",
    "uncertainty",
    "embeddings",
]
Beyond = Literal["reflected", "missing"]
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
class InputUse:
    """What one input of the model is given.

    Parameters
    ----------
    entry : ModelInput
        What the card says of it.
    bands : tuple of tuple of SourceBand
        Which bands of the rasters are read, in the model's order: once, or for each date of a series; none
        for a date that is missing.
    grid : Grid or None
        Its pixels, where it reads any.
    ratio : Fraction
        Pixels of the plan's grid along a side for one of its own.
    origin : (int, int)
        Row and column of its grid's first pixel, counted from the top left of the plan's grid in its own
        pixels.
    side : (int, int)
        Rows and columns that enter the model for a tile.
    fill : tuple of float or None
        Raw value of each band that invalid pixels are given; None takes the mean of the tile.
    dates : tuple of date or None
        Of a series; None for a date that is missing.
    numbers : mapping
        What the user states of an input of numbers.
    """

    entry: ModelInput
    bands: tuple[tuple[SourceBand, ...], ...] = ()
    grid: Grid | None = None
    ratio: Fraction = Fraction(1)
    origin: tuple[int, int] = (0, 0)
    side: tuple[int, int] = (0, 0)
    fill: Fill = None
    dates: tuple[dt.date | None, ...] = ()
    numbers: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A run, decided.

    Parameters
    ----------
    rasters : tuple of str
        The images, whose files are the same as long as the plan is used.
    nodata : float or None
        Value of missing pixels, instead of that of the images.
    model : str
        SHA-256 of the model, and of the weights beside it.
    grid : Grid
        The pixels the model sees, of the whole image.
    tiles : TileGrid
        What the model sees at once, in pixels of ``grid``.
    zoom : Fraction
        Pixels that leave the model along a side for one that enters. All that follows counts in those.
    window : Window
        The pixels of ``out_grid`` that the outputs hold.
    blocks : tuple of TileIndex
        The blocks to be computed.
    area : Area or None
        Polygons outside which everything is nodata.
    main : str
        Name of the input whose pixels are those of ``grid``.
    inputs : tuple of InputUse
        What each input of the model is given.
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
    beyond : str
        What the model sees beyond the image: its reflection, or, so as not to find objects there, missing
        pixels.
    views : tuple of View
        How each tile is seen, the mean of which is taken; none where it is seen once, as it is.
    """

    rasters: tuple[str, ...]
    nodata: float | None
    model: str
    grid: Grid
    tiles: TileGrid
    zoom: Fraction = Fraction(1)
    window: Window
    blocks: tuple[TileIndex, ...]
    area: Area | None
    main: str
    inputs: tuple[InputUse, ...]
    readouts: tuple[Readout, ...]
    measures: tuple[Measure, ...]
    specs: tuple[RasterSpec, ...]
    graph: GraphUse
    lane: int
    batch: int = 1
    views: tuple[View, ...] = ()
    beyond: Beyond = "reflected"

    @cached_property
    def use(self) -> InputUse:
        """What the main input is given."""
        return next(one for one in self.inputs if one.entry.name == self.main)

    @property
    def entry(self) -> ModelInput:
        """The main input: that of the images whose pixels are mapped."""
        return self.use.entry

    @property
    def reads_pixels(self) -> bool:
        """Whether the model reads pixels one by one."""
        return "height" not in self.entry.dim_order

    @property
    def is_blended(self) -> bool:
        """Whether overlaps are blended, rather than cropped."""
        return self.tiles.rows.blended

    @cached_property
    def out_tiles(self) -> TileGrid:
        """The same tiles, by what leaves the model."""
        return self.tiles.zoomed(self.zoom)

    @cached_property
    def out_grid(self) -> Grid:
        """The pixels that leave the model, of the whole image."""
        return self.grid if self.zoom == 1 else self.grid.zoomed(self.zoom)

    @property
    def output_grid(self) -> Grid:
        """The pixels that are written."""
        return self.out_grid.crop(self.window)

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
        """The pixels of the outputs, counted in ``out_grid``, that a strip fills."""
        lane, row = divmod(strip, self.tiles.shape.rows)
        last = min((lane + 1) * self.lane, self.tiles.shape.columns) - 1
        first = self.out_tiles.block(TileIndex(row, lane * self.lane))
        width = self.out_tiles.block(TileIndex(row, last)).right - first.column
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
        """The pixels of a block that are written, counted in ``out_grid``."""
        return self.out_tiles.block(index).intersection(self.window)

    def mask(self, valid: NDArray[np.bool_] | None, index: TileIndex) -> NDArray[np.bool_] | None:
        """Which pixels of `written_window` hold a result; None when all do.

        ``valid`` is that of the pixels that entered: a coarser one holds a result where half of them do.
        """
        window = self.written_window(index)
        inside = None if self.area is None else self.area.mask(window)
        if valid is None:
            return inside
        rows, columns = self.tiles.rows, self.tiles.columns
        left = valid[rows.trim : rows.tile - rows.trim, columns.trim : columns.tile - columns.trim]
        valid = _zoomed(left, self.zoom)[window.relative_to(self.out_tiles.output(index)).slices()]
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
            "beyond_the_image": self.beyond,
            "nodata_fill": list(self.use.fill) if self.use.fill else "mean of the tile",
        } | self._told_inputs()

    def _told_inputs(self) -> dict[str, Any]:
        """What only some models have: an output on another grid, dates, further inputs."""
        told: dict[str, Any] = {} if self.zoom == 1 else {"zoom": str(self.zoom)}
        told |= {"views": [view.describe() for view in self.views]} if self.views else {}
        if len(self.inputs) > 1 or self.use.dates:
            told["inputs"] = {one.entry.name: _told(one) for one in self.inputs}
        return told


def _zoomed(valid: NDArray[np.bool_], zoom: Fraction) -> NDArray[np.bool_]:
    """What is valid, in pixels of another size."""
    if zoom == 1:
        return valid
    finer = valid.repeat(zoom.numerator, axis=0).repeat(zoom.numerator, axis=1)
    rows, columns, side = *finer.shape, zoom.denominator
    half: NDArray[np.bool_] = (
        finer.reshape(rows // side, side, columns // side, side).mean(axis=(1, 3)) >= 0.5
    )
    return half


def _told(use: InputUse) -> dict[str, Any]:
    """What an input was given, as JSON."""
    told: dict[str, Any] = {"bands": [[band.label for band in bands] for bands in use.bands]}
    told |= {"fill": list(use.fill)} if use.fill else {}
    told |= {"dates": [None if one is None else one.isoformat() for one in use.dates]} if use.dates else {}
    return told | ({"numbers": dict(use.numbers)} if use.numbers else {})


def _crs_name(grid: Grid) -> str | None:
    if grid.crs is None:
        return None
    authority = grid.crs.to_authority()
    return ":".join(authority) if authority else str(grid.crs.to_wkt())
