"""One global grid of tiles over an image, anchored at its top left.

A tile is what a model sees, a block what is kept of it. Every block lies at least a margin inside its tile,
also at the border of the image, where tiles reach beyond it and are filled by reflection: so a map does not
depend on the size of the tiles as long as the margin holds the reach of the model. An axis no longer than one
tile has one tile.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, lcm

from ..errors import GridError
from ..language import tr
from .grids import Shape2d, Window


@dataclass(frozen=True)
class TileAxis:
    """The tiles along one axis.

    ``tile`` pixels enter the model and ``tile - 2 * trim`` leave it; ``margin`` (``trim`` included) is
    dropped or blended at each end. ``lead`` moves the edges of blocks towards the start: with blending a
    block is final once its tile and those before it are known, and begins where its tile's output begins.
    ``unit``: what leaves the model begins at a multiple of so many pixels, of which it makes one.
    ``shift``: how much earlier than otherwise all tiles begin, unless one holds everything.
    """

    length: int
    tile: int
    margin: int
    trim: int = 0
    blended: bool = False
    unit: int = 1
    shift: int = 0

    def __post_init__(self) -> None:
        if any(side % self.unit for side in (self.output, self.margin - self.trim)):
            sentence = tr(
                "Tiles of {tile} pixels with a margin of {margin} are no multiple of {unit}, as this model "
                "wants: choose TILE and OVERLAP so."
            )
            raise GridError(sentence.format(tile=self.tile, margin=self.margin, unit=self.unit))
        if self.step < 1:
            sentence = tr(
                "A margin of {margin} pixels leaves nothing of tiles of {tile} pixels: take larger tiles."
            )
            raise GridError(sentence.format(margin=self.margin, tile=self.tile))
        if self.blended and self.overlap > self.step:
            sentence = tr(
                "Tiles of {tile} pixels cannot be blended over {overlap}: take at most half a tile."
            )
            raise GridError(sentence.format(tile=self.tile, overlap=self.overlap))

    @property
    def step(self) -> int:
        """Distance from one tile to the next."""
        return self.tile - 2 * self.margin

    @property
    def output(self) -> int:
        """Length of what leaves the model."""
        return self.tile - 2 * self.trim

    @property
    def overlap(self) -> int:
        """How many pixels the outputs of two neighbours share."""
        return self.output - self.step

    @property
    def lead(self) -> int:
        """How far a block begins before the multiple of the step."""
        return self.margin - self.trim if self.blended else 0

    @property
    def is_single(self) -> bool:
        """Whether one tile holds everything."""
        return self.length <= self.output

    @property
    def count(self) -> int:
        """How many tiles there are."""
        return 1 if self.is_single else -(-(self.length + self.lead + self.shift) // self.step)

    def tile_start(self, index: int) -> int:
        """First pixel that enters the model; negative before the image."""
        return self.output_start(index) - self.trim

    def output_start(self, index: int) -> int:
        """First pixel that leaves the model."""
        if self.is_single:
            return -((self.output - self.length) // (2 * self.unit) * self.unit)
        return index * self.step - (self.margin - self.trim) - self.shift

    def block(self, index: int) -> tuple[int, int]:
        """First pixel of a block and the first after it, inside the image."""
        if self.is_single:
            return 0, self.length
        start = index * self.step - self.lead - self.shift
        return max(start, 0), min(start + self.step, self.length)

    def indices(self, first: int, last: int) -> range:
        """The blocks that hold pixels of ``first`` to ``last`` (excluded)."""
        if self.is_single:
            return range(1)
        before = self.lead + self.shift
        start, stop = (first + before) // self.step, -(-(last + before) // self.step)
        return range(max(start, 0), min(stop, self.count))

    def zoomed(self, zoom: Fraction) -> TileAxis:
        """What leaves the model in pixels of its own, ``zoom`` of them for one that enters: the same tiles.

        Nothing is trimmed of them. The last pixel may reach beyond the image.

        Examples
        --------
        >>> axis = TileAxis(100, tile=32, margin=8, unit=4)
        >>> axis.zoomed(Fraction(1, 4))
        TileAxis(length=25, tile=8, margin=2, trim=0, blended=False, unit=1, shift=0)
        >>> axis.zoomed(Fraction(1, 4)).count == axis.count
        True
        """
        output, margin = (int(side * zoom) for side in (self.output, self.margin - self.trim))
        length, unit, shift = ceil(self.length * zoom), int(self.unit * zoom), int(self.shift * zoom)
        return TileAxis(length, output, margin, 0, self.blended, unit, shift)

    def shifted(self, multiple: int = 1) -> TileAxis:
        """The same tiles half a step earlier, as far as that is a multiple of so many pixels."""
        side = lcm(self.unit, multiple)
        return replace(self, shift=self.step // 2 // side * side)


@dataclass(frozen=True, order=True)
class TileIndex:
    """Row and column of a tile, or of its block."""

    row: int
    column: int


@dataclass(frozen=True)
class TileGrid:
    """The tiles of an image, rows and columns alike."""

    rows: TileAxis
    columns: TileAxis

    @classmethod
    def over(
        cls, shape: Shape2d, *, tile: int, margin: int, trim: int = 0, blended: bool = False, unit: int = 1
    ) -> TileGrid:
        """Square tiles over an image of this shape."""
        sides = (shape.rows, shape.columns)
        return cls(*(TileAxis(length, tile, margin, trim, blended, unit) for length in sides))

    def shifted(self, multiple: int = 1) -> TileGrid:
        """The same tiles half a step further up and left: see `TileAxis.shifted`."""
        return TileGrid(self.rows.shifted(multiple), self.columns.shifted(multiple))

    def zoomed(self, zoom: Fraction) -> TileGrid:
        """The same tiles in the pixels that leave the model: see `TileAxis.zoomed`."""
        return TileGrid(self.rows.zoomed(zoom), self.columns.zoomed(zoom))

    @property
    def shape(self) -> Shape2d:
        """How many rows and columns of tiles there are."""
        return Shape2d(self.rows.count, self.columns.count)

    def tile(self, index: TileIndex) -> Window:
        """What the model sees; it may reach beyond the image."""
        start = self.rows.tile_start(index.row), self.columns.tile_start(index.column)
        return Window(*start, self.rows.tile, self.columns.tile)

    def output(self, index: TileIndex) -> Window:
        """What leaves the model; it may reach beyond the image."""
        start = self.rows.output_start(index.row), self.columns.output_start(index.column)
        return Window(*start, self.rows.output, self.columns.output)

    def block(self, index: TileIndex) -> Window:
        """What is kept of it."""
        top, bottom = self.rows.block(index.row)
        left, right = self.columns.block(index.column)
        return Window(top, left, bottom - top, right - left)

    def touching(self, window: Window) -> Iterator[TileIndex]:
        """The tiles whose blocks hold pixels of a window, row by row."""
        for row in self.rows.indices(window.row, window.bottom):
            for column in self.columns.indices(window.column, window.right):
                yield TileIndex(row, column)
