"""Lengths of boundaries; the other fields are tested with `polygonize`."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from rasterio.crs import CRS

from releve.processing.raster.cell_sizes import CellSizes
from releve.processing.raster.grids import Shape2d
from releve.processing.raster.patches import Tracer
from releve.processing.raster.polygon_fields import perimeters

SITE = CRS.from_wkt('LOCAL_CS["site",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]')


def traced(values):
    return Tracer(values.shape[1], outside=0).push(np.pad(values, ((0, 1), (0, 0))))


def test_a_perimeter_counts_holes_and_both_sides_of_pixels():
    values = np.ones((3, 3), int)
    values[1, 1] = 2
    cells = CellSizes.of(SITE, Affine(2, 0, 0, 0, -5, 0), Shape2d(3, 3))
    assert perimeters(traced(values), cells).tolist() == [2 * (3 * 2 + 3 * 5) + 2 * (2 + 5), 2 * (2 + 5)]


def test_a_perimeter_of_degrees_is_in_metres():
    cells = CellSizes.of(CRS.from_epsg(4326), Affine(1, 0, 0, 0, -1, 1), Shape2d(1, 1))
    # One degree of the equator, of the first parallel, and two of the meridian.
    assert perimeters(traced(np.array([[1]])), cells)[0] == pytest.approx(
        111_319.5 + 111_302.6 + 2 * 110_574.4, rel=1e-6
    )
