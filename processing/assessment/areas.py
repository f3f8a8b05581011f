"""Area of the pixels of a map on the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..errors import GridError
from ..language import tr
from ..raster.grids import Grid
from ..raster.ground import ground_resolution
from .confusion import FloatArray

if TYPE_CHECKING:
    from rasterio.crs import CRS


def row_areas(grid: Grid, *, row: int = 0, rows: int | None = None) -> FloatArray:
    """Area of one pixel of each row, in m².

    On a projected CRS it is width times height, whatever the projection does to areas (see
    :func:`area_ratio`); on a geographic one, the true area on the ellipsoid.

    Parameters
    ----------
    grid : Grid
        Of the map.
    row, rows : int
        First row, and how many; all of them by default.

    Returns
    -------
    array of shape (rows,), in m²

    Raises
    ------
    GridError
        The grid has no CRS, or one that knows neither metres nor degrees.
    """
    count = grid.shape.rows - row if rows is None else rows
    crs = _known(grid.crs)
    if crs.is_geographic:
        return _ellipsoidal(grid, crs, row, count)
    unit_m = float(crs.linear_units_factor[1])
    return np.full(count, grid.pixel_width * grid.pixel_height * unit_m**2)


def area_ratio(grid: Grid) -> float:
    """True area of a pixel in the middle of the map over what :func:`row_areas` says; 1 on a geographic CRS.

    Web Mercator (EPSG:3857) shows the same field four times as large at 60° north as at the equator.
    """
    crs = _known(grid.crs)
    if crs.is_geographic:
        return 1.0
    ground = ground_resolution(grid)
    return float(ground.width_m * ground.height_m / row_areas(grid, rows=1)[0])


def _known(crs: CRS | None) -> CRS:
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
    return crs


def _ellipsoidal(grid: Grid, crs: CRS, row: int, rows: int) -> FloatArray:
    import pyproj

    ellipsoid = pyproj.CRS.from_wkt(crs.to_wkt()).get_geod()
    if ellipsoid is None:
        raise GridError(tr("The map's coordinate reference system has no ellipsoid: assign another."))
    radians = float(crs.units_factor[1])
    edges = (grid.transform.f + grid.transform.e * np.arange(row, row + rows + 1)) * radians
    heights = -np.diff(_authalic(np.clip(edges, -np.pi / 2, np.pi / 2), ellipsoid.es**0.5))
    areas: FloatArray = ellipsoid.a**2 / 2 * heights * grid.pixel_width * radians
    return areas


def _authalic(latitude: FloatArray, eccentricity: float) -> FloatArray:
    """What grows as the area from the equator: q of Snyder (1987), Map projections, equation 3-12."""
    sine = np.sin(latitude)
    stretched = np.arctanh(eccentricity * sine) / eccentricity if eccentricity else sine
    q: FloatArray = (1 - eccentricity**2) * (sine / (1 - (eccentricity * sine) ** 2) + stretched)
    return q
