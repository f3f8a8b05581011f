"""Points from one coordinate reference system to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from rasterio.crs import CRS


def placed(points: ArrayLike, crs: CRS, to: CRS) -> NDArray[np.float64]:
    """Points (x, y) in another CRS, infinite where they have no place; shape (points, 2).

    With pyproj, since rasterio's own raises for all points where a single one has no place.

    Examples
    --------
    >>> from rasterio.crs import CRS
    >>> placed([(3, 0), (3, 95)], CRS.from_epsg(4326), CRS.from_epsg(32631)).round().tolist()
    [[500000.0, 0.0], [inf, inf]]
    """
    import pyproj

    known, wanted = (pyproj.CRS.from_wkt(one.to_wkt()) for one in (crs, to))
    change = pyproj.Transformer.from_crs(known, wanted, always_xy=True)
    return np.column_stack(change.transform(*np.asarray(points, np.float64).T))
