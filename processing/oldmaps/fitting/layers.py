"""A fit as layers on the ground: errors as arrows, distortion as a net, expected error as a raster."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from affine import Affine
from numpy.typing import NDArray

from ...language import tr
from ...raster.cogs import PROVENANCE_TAG, write_cog
from ...raster.grids import Grid, Shape2d
from ...raster.reference_systems import crs_of
from ...raster.writing import RasterSpec, StripWriter
from ..points.control_points import ControlPoints, FloatArray
from ..points.layer import write_shapes
from .accuracy import ExpectedError
from .distortion import Distortion
from .extent import Net
from .georeference import Georeference
from .places import UPWARDS

if TYPE_CHECKING:
    from shapely import Geometry

NODATA = -1.0
PIXELS = 256
"""Pixels along the longer side of the raster of the expected error."""
ARROW_SHARE = 0.06
"""Length of the longest arrow but a few, over that of the sheet."""


def arrow_factor(lengths: FloatArray, sheet_length: float) -> float:
    """How many times as long as errors their arrows are drawn: a round number.

    Examples
    --------
    >>> arrow_factor(np.array([1.0, 2.0]), 10_000.0)
    200.0
    """
    known = lengths[np.isfinite(lengths)]
    longest = float(np.percentile(known, 90)) if len(known) else 0.0
    if longest <= 0:
        return 1.0
    wanted = ARROW_SHARE * sheet_length / longest
    power = 10.0 ** math.floor(math.log10(wanted))
    return max(step * power for step in (1, 2, 5) if step * power <= wanted)


def write_arrows(
    path: Path,
    points: ControlPoints,
    fitted: Georeference,
    figures: Mapping[str, FloatArray],
    *,
    factor: float,
) -> None:
    """Write a line a point, from where it is to where the sheet puts it without it, ``factor`` times as long.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    from shapely import linestrings

    error = np.stack([figures["east_m"], figures["north_m"]], axis=1) / fitted.metres_per_unit
    known: NDArray[np.bool_] = np.asarray(np.isfinite(error).all(axis=1))
    ends = np.stack([points.ground, points.ground + factor * error], axis=1)
    columns = {
        "number": np.arange(1, len(known) + 1)[known],
        "id": [point.id for point, told in zip(points.points, known, strict=True) if told],
        "used": [point.enabled for point, told in zip(points.points, known, strict=True) if told],
        **{name: values[known] for name, values in figures.items()},
        "factor": np.full(int(known.sum()), factor),
    }
    write_shapes(path, "errors", columns, linestrings(ends[known]), points.crs)


def write_net(path: Path, net: Net, found: Distortion, fitted: Georeference) -> None:
    """Write the cells of a net on the ground with their distortion.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    from shapely import polygons

    corners = fitted.to_ground(net.corners.reshape(-1, 2)).reshape(net.corners.shape)
    known = np.isfinite(corners).all(axis=(1, 2))
    columns = {name: values[known] for name, values in vars(found).items()}
    write_shapes(path, "distortion", columns, polygons(corners[known]), fitted.crs)


@dataclass(frozen=True)
class ErrorMap:
    """The expected error on the ground: a grid and its values, NaN off the sheet."""

    grid: Grid
    values: FloatArray


def error_map(expected: ExpectedError, fitted: Georeference, outline: Geometry) -> ErrorMap:
    """The expected error of a sheet, in metres, on a grid of `PIXELS` pixels along its longer side."""
    from rasterio.crs import CRS
    from shapely import contains_xy, get_coordinates, segmentize

    left, top, right, bottom = outline.bounds
    edge = get_coordinates(segmentize(outline, max(right - left, bottom - top) / PIXELS))
    ground = fitted.to_ground(edge)
    west, south = np.nanmin(ground, axis=0)
    east, north = np.nanmax(ground, axis=0)
    side = max(east - west, north - south) / PIXELS
    shape = Shape2d(max(1, math.ceil((north - south) / side)), max(1, math.ceil((east - west) / side)))
    grid = Grid(
        CRS.from_wkt(crs_of(fitted.crs).to_wkt("WKT2_2019")), Affine(side, 0, west, 0, -side, north), shape
    )
    cols, rows = np.meshgrid(np.arange(shape.columns) + 0.5, np.arange(shape.rows) + 0.5)
    x, y = grid.transform @ (cols.ravel(), rows.ravel())
    pixels = fitted.to_pixels(np.stack([x, y], axis=1))
    inside = np.isfinite(pixels).all(axis=1) & contains_xy(outline, *pixels.T)
    values = np.full(len(pixels), np.nan)
    values[inside] = expected(pixels[inside] * UPWARDS)
    return ErrorMap(grid, values.reshape(shape.rows, shape.columns))


def write_error_map(
    path: Path, found: ErrorMap, *, scratch: Path, provenance: str, check: Callable[[], None]
) -> None:
    """Write the expected error as a Cloud Optimized GeoTIFF of one band, in metres.

    Raises
    ------
    OutputError
        The file cannot be written.
    """
    spec = RasterSpec(
        name="expected_error",
        dtype="float32",
        nodata=NODATA,
        bands=(tr("Expected error"),),
        unit="m",
        tags={PROVENANCE_TAG: provenance},
    )
    strip = StripWriter(scratch, spec, 0, found.grid.window)
    strip.write(np.nan_to_num(found.values, nan=NODATA).astype(np.float32)[None], found.grid.window)
    strip.close()
    strips = [(scratch / f"{spec.name}-00000.tif", found.grid.window)]
    write_cog(path, spec, found.grid, strips, scratch=scratch, check=check)
