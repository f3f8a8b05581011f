"""How large pixels are on the ground, and the grid a model is to be run on.

A model knows one ground resolution in metres. Degrees are not metres, and the metres of EPSG:3857 are not
metres either: 50 of them are 25 m at 60° north.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from affine import Affine

from ..errors import GridError
from ..language import tr
from .grids import Grid, Shape2d

if TYPE_CHECKING:
    from rasterio.crs import CRS

SEMI_MAJOR_M = 6378137.0  # WGS 84
ECCENTRICITY_2 = 0.00669437999014

SAME_RESOLUTION = 0.05  # share of the model's resolution within which an image is not resampled
TRUE_TO_SCALE = 0.02  # share within which a projected CRS is taken for metres on the ground
UTM_WIDTH_DEG = 12.0  # wider areas are drawn in an equal-area projection of their own
EDGE_POINTS = 21


@dataclass(frozen=True)
class Ground:
    """Width and height of a pixel on the ground, in metres, at the middle of the image."""

    width_m: float
    height_m: float

    def is_near(self, gsd_m: float, *, within: float = SAME_RESOLUTION) -> bool:
        """Whether both sides are within this share of ``gsd_m``."""
        return all(abs(side / gsd_m - 1) <= within for side in (self.width_m, self.height_m))

    def __str__(self) -> str:
        if math.isclose(self.width_m, self.height_m, rel_tol=5e-3):
            return f"{self.width_m:.4g} m"
        return f"{self.width_m:.4g} × {self.height_m:.4g} m"


def metres_per_degree(latitude_deg: float) -> tuple[float, float]:
    """Metres along one degree of longitude and of latitude, on the ellipsoid of WGS 84.

    Examples
    --------
    >>> [round(metres / 1e4, 2) for metres in metres_per_degree(60)]
    [5.58, 11.14]
    """
    phi = math.radians(latitude_deg)
    root = math.sqrt(1 - ECCENTRICITY_2 * math.sin(phi) ** 2)
    east = SEMI_MAJOR_M / root * math.cos(phi)
    north = SEMI_MAJOR_M * (1 - ECCENTRICITY_2) / root**3
    return math.radians(east), math.radians(north)


def ground_resolution(grid: Grid) -> Ground:
    """Size of a pixel on the ground at the middle of the image.

    Raises
    ------
    GridError
        The image has no CRS: nobody can say where it lies.
    """
    if grid.crs is None:
        raise GridError(
            tr(
                "The image has no coordinate reference system: state the size of its pixels in metres "
                "(pixel_size)."
            )
        )
    column, row = grid.shape.columns / 2, grid.shape.rows / 2
    corners = [(column - 0.5, row), (column + 0.5, row), (column, row - 0.5), (column, row + 0.5)]
    longitudes, latitudes = _to_degrees(grid.crs, [grid.transform @ corner for corner in corners])
    east, north = metres_per_degree(sum(latitudes) / 4)
    sides = [
        math.hypot(_turn(longitudes[b] - longitudes[a]) * east, (latitudes[b] - latitudes[a]) * north)
        for a, b in ((0, 1), (2, 3))
    ]
    return Ground(*sides)


def _turn(degrees: float) -> float:
    """A difference of longitudes, the short way round."""
    return (degrees + 180) % 360 - 180


def _to_degrees(crs: CRS, points: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    from rasterio.errors import CRSError
    from rasterio.warp import transform

    try:
        longitudes, latitudes = transform(crs, "EPSG:4326", *zip(*points, strict=True))[:2]
    except CRSError as error:
        raise GridError(_no_place(crs)) from error
    if not all(map(math.isfinite, longitudes + latitudes)):
        raise GridError(_no_place(crs))
    return longitudes, latitudes


def _no_place(crs: CRS) -> str:
    name = crs.to_string()
    return tr("The image's place cannot be computed from its CRS ({crs}): assign the right one.").format(
        crs=name[:80]
    )


def inference_grid(grid: Grid, *, gsd_m: float | None, pixel_size_m: float | None = None) -> Grid:
    """The grid on which a model of this ground resolution sees the image.

    It is the image's own where that is right: a resolution within 5 % of ``gsd_m`` and, for a projected CRS,
    true to scale within 2 %. Else pixels are squares of ``gsd_m`` whose origin is a multiple of it, so that
    two images of one place fall on the same pixels: in the image's CRS if it is true to scale, in UTM or, for
    wide or polar areas, in a Lambert equal-area projection of their own.

    Parameters
    ----------
    gsd_m : float or None
        Ground resolution of the model in metres; None keeps the image's grid.
    pixel_size_m : float, optional
        Size of a pixel on the ground, for an image without CRS.

    Raises
    ------
    GridError
        The image has no CRS and its pixel size is not stated.
    """
    if gsd_m is None:
        return grid
    if grid.crs is None:
        return _without_crs(grid, gsd_m, pixel_size_m)
    ground = ground_resolution(grid)
    true, unit_m = _is_true_to_scale(grid, ground), _unit_m(grid.crs)
    if true and ground.is_near(gsd_m):
        return grid
    if true and unit_m == 1.0:
        return _snapped(grid.crs, grid.bounds, gsd_m)
    crs = local_metric_crs(grid)
    return _snapped(crs, _bounds_in(grid, crs), gsd_m)


def _is_true_to_scale(grid: Grid, ground: Ground) -> bool:
    if grid.crs is None or not grid.crs.is_projected:
        return False
    unit_m = _unit_m(grid.crs)
    ratios = ground.width_m / (grid.pixel_width * unit_m), ground.height_m / (grid.pixel_height * unit_m)
    return all(abs(ratio - 1) <= TRUE_TO_SCALE for ratio in ratios)


def _unit_m(crs: CRS) -> float:
    """Length of the unit of a projected CRS: not 1 where it counts in feet."""
    return float(crs.linear_units_factor[1]) if crs.is_projected else math.nan


def _without_crs(grid: Grid, gsd_m: float, pixel_size_m: float | None) -> Grid:
    if pixel_size_m is None:
        raise GridError(
            tr(
                "The image has no coordinate reference system and the model works at {gsd:g} m: "
                "state the size of the image's pixels in metres (pixel_size)."
            ).format(gsd=gsd_m)
        )
    if Ground(pixel_size_m, pixel_size_m).is_near(gsd_m):
        return grid
    factor = gsd_m / pixel_size_m
    rows, columns = math.ceil(grid.shape.rows / factor - 1e-9), math.ceil(grid.shape.columns / factor - 1e-9)
    return Grid(None, grid.transform @ Affine.scale(factor), Shape2d(rows, columns))


def _snapped(crs: CRS, bounds: tuple[float, float, float, float], gsd_m: float) -> Grid:
    west, south, east, north = bounds
    left, top = math.floor(west / gsd_m + 1e-6), math.ceil(north / gsd_m - 1e-6)
    right, bottom = math.ceil(east / gsd_m - 1e-6), math.floor(south / gsd_m + 1e-6)
    transform = Affine(gsd_m, 0, left * gsd_m, 0, -gsd_m, top * gsd_m)
    return Grid(crs, transform, Shape2d(max(1, top - bottom), max(1, right - left)))


def local_metric_crs(grid: Grid) -> CRS:
    """UTM of the middle of the image; a Lambert equal-area projection for wide or polar images."""
    from rasterio.crs import CRS

    longitudes, latitudes = _outline_in_degrees(grid)
    middle_lon, middle_lat = longitudes[0], latitudes[0]
    width = max(abs(_turn(longitude - middle_lon)) for longitude in longitudes) * 2
    if width > UTM_WIDTH_DEG or not -80 <= middle_lat <= 84:
        return CRS.from_string(
            f"+proj=laea +lat_0={middle_lat:.2f} +lon_0={middle_lon:.2f} +datum=WGS84 +units=m +no_defs"
        )
    zone = int((middle_lon + 180) // 6) % 60 + 1
    return CRS.from_epsg((32600 if middle_lat >= 0 else 32700) + zone)


def outline(grid: Grid) -> list[tuple[float, float]]:
    """The middle of the image, then points along its edges."""
    rows, columns = grid.shape.rows, grid.shape.columns
    steps = [index / (EDGE_POINTS - 1) for index in range(EDGE_POINTS)]
    edges: list[tuple[float, float]] = [(columns * step, row) for step in steps for row in (0, rows)]
    edges += [(column, rows * step) for step in steps for column in (0, columns)]
    return [grid.transform @ point for point in [(columns / 2, rows / 2), *edges]]


def _outline_in_degrees(grid: Grid) -> tuple[list[float], list[float]]:
    assert grid.crs is not None
    return _to_degrees(grid.crs, outline(grid))


def _bounds_in(grid: Grid, crs: CRS) -> tuple[float, float, float, float]:
    from rasterio.warp import transform

    eastings, northings = transform(grid.crs, crs, *zip(*outline(grid), strict=True))[:2]
    if not all(map(math.isfinite, eastings + northings)):
        assert grid.crs is not None
        raise GridError(_no_place(grid.crs))
    return min(eastings), min(northings), max(eastings), max(northings)
