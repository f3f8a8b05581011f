"""Warped sheets as layers of a mosaic, all on one grid."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ....errors import BandError, GridError, RasterError
from ....language import tr
from ....raster.grids import Grid, Shape2d, Window, is_north_up
from ....raster.sources import short_name, transform_of
from ...sheets.colours import colours_of

if TYPE_CHECKING:
    from shapely import Geometry

Array: TypeAlias = NDArray[Any]
ALIGNED = 0.01
"""Pixels by which a sheet may be off the grid and still be copied as it is."""
SPARSE = 100
"""Times the area of all sheets that a mosaic may take: beyond, one of them lies astray."""
OPAQUE = 128
"""Alpha from which a resampled pixel counts, of 255."""


@dataclass(frozen=True)
class Layer:
    """One sheet on the grid of the mosaic.

    Parameters
    ----------
    dataset : DatasetReader or WarpedVRT
        Whose pixels are read.
    window : Window
        The pixels of the mosaic that it may show.
    origin : Window
        Where the first pixel of the dataset lies on the mosaic.
    is_resampled : bool
        Whether its pixels are made from those of the sheet.
    cutline : Geometry, optional
        The part that counts, in the CRS of the mosaic.
    """

    name: str
    dataset: Any
    grid: Grid
    window: Window
    origin: Window
    is_resampled: bool
    cutline: Geometry | None = None

    def read(self, window: Window, colours: int) -> tuple[Array, NDArray[np.bool_]]:
        """Colours of a window inside ``window``, shape (colours, rows, columns), and what is valid of it."""
        place = window.relative_to(self.origin).for_rasterio()
        numbers = list(colours_of(self.dataset).bands)
        try:
            values = self.dataset.read(numbers, window=place)
            valid = self.dataset.dataset_mask(window=place) >= (OPAQUE if self.is_resampled else 1)
        except OSError as error:
            sentence = tr("{name} cannot be read: the file is damaged or cut short. Warp the sheet again.")
            raise RasterError(sentence.format(name=self.name)) from error
        if self.cutline is not None:
            valid &= self._inside(window)
        return np.broadcast_to(values, (colours, *valid.shape)), valid

    def _inside(self, window: Window) -> NDArray[np.bool_]:
        """Which pixels have their centre inside the cutline."""
        from rasterio.features import geometry_mask

        part = self.grid.crop(window)
        inside: NDArray[np.bool_] = geometry_mask(
            [self.cutline], (window.rows, window.columns), part.transform, invert=True
        )
        return inside


def mosaic_grid(datasets: Sequence[Any]) -> Grid:
    """The grid that holds all sheets: the CRS of the first, the finest pixels.

    Raises
    ------
    GridError
        A sheet lies far from the others, or is none that was warped.
    """
    from rasterio.warp import transform_bounds

    for dataset in datasets:
        _require_warped(dataset)
    crs = datasets[0].crs
    boxes = [
        dataset.bounds if dataset.crs == crs else transform_bounds(dataset.crs, crs, *dataset.bounds)
        for dataset in datasets
    ]
    finest = min((transform_of(one) for one in datasets if one.crs == crs), key=lambda one: one.a)
    west, south, east, north = (
        pick(box[side] for box in boxes) for side, pick in enumerate((min, min, max, max))
    )
    # Whole pixels from the sheet with the finest ones, which so need not be resampled.
    left = finest.c + np.floor((west - finest.c) / finest.a + ALIGNED) * finest.a
    top = finest.f + np.ceil((north - finest.f) / -finest.e - ALIGNED) * -finest.e
    columns = int(np.ceil((east - left) / finest.a - ALIGNED))
    rows = int(np.ceil((top - south) / -finest.e - ALIGNED))
    if rows * columns * finest.a * -finest.e > SPARSE * sum((e - w) * (n - s) for w, s, e, n in boxes):
        raise GridError(_astray(datasets, boxes))
    transform = Affine(finest.a, 0, float(left), 0, finest.e, float(top))
    return Grid(crs, transform, Shape2d(rows, columns))


def _require_warped(dataset: Any) -> None:
    name = short_name(dataset.name)
    if dataset.crs is None:
        sentence = tr("{name} lies nowhere on the ground: a mosaic is made of warped sheets.")
        raise GridError(sentence.format(name=name))
    if not is_north_up(transform_of(dataset)):
        sentence = tr("{name} is rotated or south-up: turn it with “gdalwarp {name} north_up.tif”.")
        raise GridError(sentence.format(name=name))
    if colours_of(dataset).kind in ("palette", "cmyk"):
        sentence = tr(
            "{name} holds places in a palette or printers' inks, which cannot be laid beside colours: warp "
            "the sheet with Relevé, which makes colours of them."
        )
        raise BandError(sentence.format(name=name))


def _astray(datasets: Sequence[Any], boxes: Sequence[Sequence[float]]) -> str:
    middles = np.array([((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in boxes])
    far = int(np.hypot(*(middles - np.median(middles, axis=0)).T).argmax())
    sentence = tr(
        "{name} lies far from the other sheets, and the mosaic would be nearly empty: check where it is, or "
        "leave it out."
    )
    return sentence.format(name=short_name(datasets[far].name))


def layer_on(grid: Grid, name: str, dataset: Any, cutline: Geometry | None, stack: ExitStack) -> Layer | None:
    """A sheet as a layer; resampled where its pixels are not those of the grid; None where it is cut away.

    Parameters
    ----------
    stack : ExitStack
        Closes what is opened.
    """
    own = transform_of(dataset)
    column, row = ~grid.transform @ (own.c, own.f)
    same = dataset.crs == grid.crs and all(
        abs(one / other - 1) < 1e-6 for one, other in ((own.a, grid.transform.a), (own.e, grid.transform.e))
    )
    is_aligned = same and max(abs(column - round(column)), abs(row - round(row))) < ALIGNED
    if is_aligned:
        window = Window(round(row), round(column), dataset.height, dataset.width)
    else:
        window = grid.window_of(_bounds(dataset, grid)).intersection(grid.window)
        dataset = stack.enter_context(_resampled(dataset, grid))
    if cutline is not None:
        window = grid.window_of(cutline.bounds).intersection(window)
    if window.is_empty:
        return None
    origin = Window(round(row), round(column), 0, 0) if is_aligned else Window(0, 0, 0, 0)
    return Layer(name, dataset, grid, window, origin, not is_aligned, cutline)


def _bounds(dataset: Any, grid: Grid) -> tuple[float, float, float, float]:
    from rasterio.warp import transform_bounds

    bounds: tuple[float, float, float, float] = transform_bounds(dataset.crs, grid.crs, *dataset.bounds)
    return bounds


def _resampled(dataset: Any, grid: Grid) -> Any:
    from rasterio.enums import ColorInterp, Resampling
    from rasterio.vrt import WarpedVRT

    has_alpha = ColorInterp.alpha in dataset.colorinterp
    return WarpedVRT(
        dataset, crs=grid.crs, transform=grid.transform, width=grid.shape.columns, height=grid.shape.rows,
        resampling=Resampling.cubic, add_alpha=not has_alpha,
    )  # fmt: skip
