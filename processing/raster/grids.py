"""Where pixels lie: frozen shapes, windows and grids, in rows and columns from the top left."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from affine import Affine

from ..errors import GridError
from ..language import tr

if TYPE_CHECKING:
    from rasterio.crs import CRS
    from rasterio.windows import Window as RasterioWindow


@dataclass(frozen=True)
class Shape2d:
    """Rows and columns of an image."""

    rows: int
    columns: int

    @property
    def pixels(self) -> int:
        """How many pixels there are."""
        return self.rows * self.columns


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels; it may reach beyond the image, then ``row`` or ``column`` is negative.

    Examples
    --------
    >>> Window(0, 0, 4, 4).intersection(Window(2, -1, 4, 3))
    Window(row=2, column=0, rows=2, columns=2)
    """

    row: int
    column: int
    rows: int
    columns: int

    @property
    def bottom(self) -> int:
        """First row below."""
        return self.row + self.rows

    @property
    def right(self) -> int:
        """First column to the right."""
        return self.column + self.columns

    @property
    def shape(self) -> Shape2d:
        """Its rows and columns."""
        return Shape2d(self.rows, self.columns)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel lies in it."""
        return self.rows <= 0 or self.columns <= 0

    def intersection(self, other: Window) -> Window:
        """The pixels that lie in both; it may be empty."""
        row, column = max(self.row, other.row), max(self.column, other.column)
        rows, columns = min(self.bottom, other.bottom) - row, min(self.right, other.right) - column
        return Window(row, column, max(rows, 0), max(columns, 0))

    def relative_to(self, other: Window) -> Window:
        """The same pixels, counted from the top left of ``other``."""
        return Window(self.row - other.row, self.column - other.column, self.rows, self.columns)

    def slices(self) -> tuple[slice, slice]:
        """Row and column slices, for an array whose first pixel is pixel (0, 0)."""
        return slice(self.row, self.bottom), slice(self.column, self.right)

    def for_rasterio(self) -> RasterioWindow:
        """The same window in rasterio's words."""
        from rasterio.windows import Window as RasterioWindow

        return RasterioWindow(self.column, self.row, self.columns, self.rows)


@dataclass(frozen=True)
class Grid:
    """North-up pixels on the ground: a coordinate reference system, a transform and a shape.

    ``crs`` is None for an image that says nothing of where it lies; its coordinates are then those of its
    transform, in no unit in particular.

    Raises
    ------
    GridError
        The image has no pixel, or is rotated or south-up: the message says how to mend it.
    """

    crs: CRS | None
    transform: Affine
    shape: Shape2d

    def __post_init__(self) -> None:
        if min(self.shape.rows, self.shape.columns) < 1:
            sentence = tr("The image has {columns} × {rows} pixels: at least one is needed.")
            raise GridError(sentence.format(columns=self.shape.columns, rows=self.shape.rows))
        if not is_north_up(self.transform):
            raise GridError(
                tr(
                    "The image is rotated or south-up: turn it north-up with “gdalwarp input.tif "
                    "north_up.tif”."
                )
            )

    @property
    def pixel_width(self) -> float:
        """Width of a pixel, in units of the CRS."""
        return float(self.transform.a)

    @property
    def pixel_height(self) -> float:
        """Height of a pixel, in units of the CRS, positive."""
        return float(-self.transform.e)

    @property
    def window(self) -> Window:
        """All its pixels."""
        return Window(0, 0, self.shape.rows, self.shape.columns)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north, in units of the CRS."""
        return self.bounds_of(self.window)

    def bounds_of(self, window: Window) -> tuple[float, float, float, float]:
        """West, south, east, north of some of its pixels."""
        west, north = self.transform @ (window.column, window.row)
        east, south = self.transform @ (window.right, window.bottom)
        return west, south, east, north

    def crop(self, window: Window) -> Grid:
        """The grid of some of its pixels."""
        shift = Affine.translation(window.column, window.row)
        return Grid(self.crs, self.transform @ shift, window.shape)

    def zoomed(self, zoom: Fraction) -> Grid:
        """The same ground in pixels of another size, ``zoom`` of them for one of these.

        The top left stays; the last pixels may reach beyond the ground.
        """
        rows, columns = (math.ceil(side * zoom) for side in (self.shape.rows, self.shape.columns))
        return Grid(self.crs, self.transform @ Affine.scale(float(1 / zoom)), Shape2d(rows, columns))

    def window_of(self, bounds: tuple[float, float, float, float]) -> Window:
        """The smallest window whose pixels hold all of ``bounds`` (west, south, east, north)."""
        west, south, east, north = bounds
        left, top = ~self.transform @ (west, north)
        right, bottom = ~self.transform @ (east, south)
        # A bound that meets a pixel's edge but for rounding does not ask for one pixel more.
        row, column = math.floor(top + 1e-6), math.floor(left + 1e-6)
        return Window(row, column, math.ceil(bottom - 1e-6) - row, math.ceil(right - 1e-6) - column)


def is_north_up(transform: Affine) -> bool:
    """Whether rows go straight south and columns straight east."""
    tolerance = 1e-9 * max(abs(transform.a), abs(transform.e))
    return transform.a > 0 > transform.e and abs(transform.b) <= tolerance and abs(transform.d) <= tolerance
