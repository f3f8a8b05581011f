"""Area of the pixels of a map on the ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GridError
from ..language import tr
from ..raster.cell_sizes import CellSizes
from ..raster.grids import Grid, Window
from .confusion import FloatArray, IntArray


@dataclass(frozen=True)
class PixelAreas:
    """Area of the pixels of a map on the ellipsoid, whatever its projection does to areas."""

    cells: CellSizes
    planar_m2: float

    @classmethod
    def of(cls, grid: Grid) -> PixelAreas:
        """Areas of the pixels of a grid.

        Raises
        ------
        GridError
            The grid has no CRS, or one that has no place on the Earth.
        """
        crs = grid.crs
        if crs is None:
            raise GridError(
                tr(
                    "The map has no coordinate reference system: assign the right one, with “gdal_edit.py "
                    "-a_srs” for one."
                )
            )
        if not (crs.is_geographic or crs.is_projected):
            sentence = tr(
                "The map's coordinate reference system ({crs}) is neither projected nor geographic: assign "
                "another."
            )
            raise GridError(sentence.format(crs=crs.to_string()[:80]))
        unit_m = float(crs.linear_units_factor[1]) if crs.is_projected else 0.0
        return cls(CellSizes.of(crs, grid.transform, grid.shape), abs(grid.transform.determinant) * unit_m**2)

    def within(self, window: Window) -> FloatArray:
        """Area of each pixel of a window, (rows, columns) in m².

        At the rim of a map of the whole Earth, where the net of sizes leaves it, width times height: such
        maps are drawn in projections that keep areas.
        """
        net, (high, wide) = self.cells.area_m2, self.cells.spacing
        row, down = _places(window.row, window.rows, high, net.shape[0])
        column, across = _places(window.column, window.columns, wide, net.shape[1])
        lines = net[row] * (1 - down)[:, None] + net[row + 1] * down[:, None]
        areas: FloatArray = lines[:, column] * (1 - across) + lines[:, column + 1] * across
        return np.where(np.isnan(areas), self.planar_m2, areas) if np.isnan(net).any() else areas


def _places(first: int, count: int, spacing: float, nodes: int) -> tuple[IntArray, FloatArray]:
    """The node before the middle of each row or column, and how far it lies towards the next."""
    place = (np.arange(first, first + count, dtype=np.float64) + 0.5) / spacing
    node: IntArray = np.minimum(place.astype(np.int64), nodes - 2)
    return node, place - node
