"""How large each pixel of a raster is on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
from affine import Affine

from .grids import Shape2d

if TYPE_CHECKING:
    import pyproj
    from rasterio.crs import CRS

FloatArray: TypeAlias = npt.NDArray[np.floating[Any]]

NODES = 257  # along each axis, between which sizes are interpolated
NODES_BY_LATITUDE = 16385  # where they depend on the row alone
STEP_M = 100.0  # over which a projection is differentiated: shorter ones feel the tolerance of its inverse


@dataclass(frozen=True)
class CellSizes:
    """Area, width and height of pixels on the ellipsoid, known at the nodes of a coarse net.

    The net is fine enough for an error below 1e-5 on scenes of any satellite. ``spacing`` is the distance of
    two nodes in rows and in columns; ``area_m2``, ``width_m`` and ``height_m`` have shape (nodes down, nodes
    across) and are NaN where the projection does not reach the Earth.
    """

    spacing: tuple[float, float]
    area_m2: FloatArray
    width_m: FloatArray
    height_m: FloatArray

    @classmethod
    def of(cls, crs: CRS, transform: Affine, shape: Shape2d) -> CellSizes:
        """Sizes of the pixels of a raster with a CRS; planar ones where that CRS has no place on the Earth.

        Examples
        --------
        >>> from rasterio.crs import CRS
        >>> grid = Affine(0.1, 0, 0, 0, -0.1, 60.05)  # the first row is at 60 degrees north
        >>> sizes = CellSizes.of(CRS.from_epsg(4326), grid, Shape2d(2, 2))
        >>> round(sizes.areas(np.array([0.5]), np.array([1.0])).item() / 1e6, 1)
        62.2
        """
        import pyproj

        known = pyproj.CRS.from_wkt(crs.to_wkt())
        geodetic, ellipsoid = known.geodetic_crs, known.ellipsoid
        if geodetic is None or ellipsoid is None:
            unit_m = known.axis_info[0].unit_conversion_factor if known.axis_info else 1.0
            return cls._planar(transform, shape, unit_m)
        by_latitude = known.is_geographic and transform.b == transform.d == 0
        across = 2 if by_latitude else min(NODES, shape.columns + 1)
        down = min(NODES_BY_LATITUDE if by_latitude else NODES, shape.rows + 1)
        row, column = np.meshgrid(
            np.linspace(0, shape.rows, down), np.linspace(0, shape.columns, across), indexing="ij"
        )
        to_angles = pyproj.Transformer.from_crs(known, geodetic, always_xy=True)
        radian = geodetic.axis_info[0].unit_conversion_factor  # of a degree, or a grad: NTF (Paris)
        step = (
            0.5
            if known.is_geographic
            else max(0.5, STEP_M / (_side(transform) * known.axis_info[0].unit_conversion_factor))
        )
        sizes = _sizes(row, column, transform, to_angles, radian, ellipsoid, step)
        return cls((shape.rows / (down - 1), shape.columns / (across - 1)), *sizes)

    @classmethod
    def _planar(cls, transform: Affine, shape: Shape2d, unit_m: float) -> CellSizes:
        values = (
            abs(transform.determinant) * unit_m**2,
            math.hypot(transform.a, transform.d) * unit_m,
            math.hypot(transform.b, transform.e) * unit_m,
        )
        return cls((float(shape.rows), float(shape.columns)), *(np.full((2, 2), value) for value in values))

    def areas(self, row: FloatArray, column: FloatArray) -> FloatArray:
        """Area in square metres of pixels whose middles are at these rows and columns, from the top left."""
        return self._at(self.area_m2, row, column)

    def widths(self, row: FloatArray, column: FloatArray) -> FloatArray:
        """Length in metres of one column's width, at these places."""
        return self._at(self.width_m, row, column)

    def heights(self, row: FloatArray, column: FloatArray) -> FloatArray:
        """Length in metres of one row's height, at these places."""
        return self._at(self.height_m, row, column)

    def _at(self, net: FloatArray, row: FloatArray, column: FloatArray) -> FloatArray:
        if net.min() == net.max():
            return np.full(len(row), net[0, 0])
        down, across = row / self.spacing[0], column / self.spacing[1]
        i = np.minimum(down.astype(np.int64), net.shape[0] - 2)
        down -= i
        if np.array_equal(net[:, 0], net[:, -1]):  # by latitude alone
            upper = net[:, 0][i]
            along: FloatArray = upper + down * (net[:, 0][i + 1] - upper)
            return along
        j = np.minimum(across.astype(np.int64), net.shape[1] - 2)
        across -= j
        place, flat, stride = i * net.shape[1] + j, net.ravel(), net.shape[1]
        upper = flat[place] * (1 - across) + flat[place + 1] * across
        lower = flat[place + stride] * (1 - across) + flat[place + stride + 1] * across
        found: FloatArray = upper + down * (lower - upper)
        return found


def _side(transform: Affine) -> float:
    return math.sqrt(abs(transform.determinant))


def _sizes(
    row: FloatArray,
    column: FloatArray,
    transform: Affine,
    to_angles: pyproj.Transformer,
    radian: float,
    ellipsoid: Any,
    step: float,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    def radians(rows: FloatArray, columns: FloatArray) -> tuple[FloatArray, FloatArray]:
        x = transform.a * columns + transform.b * rows + transform.c
        y = transform.d * columns + transform.e * rows + transform.f
        longitude, latitude = to_angles.transform(x, y)
        return radian * np.where(np.isfinite(longitude), longitude, np.nan), radian * np.where(
            np.isfinite(latitude), latitude, np.nan
        )

    def slopes(rows: float, columns: float) -> tuple[FloatArray, FloatArray]:
        (west, north), (east, south) = (
            radians(row - rows, column - columns),
            radians(row + rows, column + columns),
        )
        turn = np.remainder(east - west + math.pi, 2 * math.pi) - math.pi  # the short way round
        return turn / (2 * step), (south - north) / (2 * step)

    _, latitude = radians(row, column)
    squared = 1 - (ellipsoid.semi_minor_metre / ellipsoid.semi_major_metre) ** 2
    root = np.sqrt(1 - squared * np.sin(latitude) ** 2)
    east_m = ellipsoid.semi_major_metre / root * np.cos(latitude)  # metres along one radian of longitude
    north_m = ellipsoid.semi_major_metre * (1 - squared) / root**3  # and of latitude
    by_column, by_row = slopes(0, step), slopes(step, 0)
    area = np.abs(by_column[0] * by_row[1] - by_row[0] * by_column[1]) * np.abs(east_m) * north_m
    width = np.hypot(by_column[0] * east_m, by_column[1] * north_m)
    height = np.hypot(by_row[0] * east_m, by_row[1] * north_m)
    return area, width, height
