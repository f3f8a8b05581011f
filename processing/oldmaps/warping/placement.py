"""From the ground of a map back to the pixels of a sheet, whatever the map's reference system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...errors import FitError
from ..fitting.comparison import compare
from ..fitting.georeference import Georeference, georeference
from ..points.control_points import ControlPoints, FloatArray

if TYPE_CHECKING:
    from pyproj import CRS, Transformer
    from rasterio.crs import CRS as RasterioCRS  # noqa: N811  (a class)


@dataclass(frozen=True)
class Placement:
    """A fitted sheet on a map.

    Parameters
    ----------
    crs : CRS
        Of the map: what "ground" means here.
    to_map, from_map : Transformer, optional
        Between the CRS of the points and ``crs``, where they differ; easting or longitude first.
    """

    georeference: Georeference
    crs: CRS
    to_map: Transformer | None = None
    from_map: Transformer | None = None

    @classmethod
    def of(cls, georeference: Georeference, crs: CRS | None = None) -> Placement:
        """A fitted sheet on a map of this CRS; without one, of the points' own.

        Raises
        ------
        RequestError
            The CRS of the points is not known to PROJ.
        """
        from pyproj import Transformer

        from ...raster.reference_systems import crs_of

        own = crs_of(georeference.crs)
        if crs is None or crs == own:
            return cls(georeference, own)
        there = Transformer.from_crs(own, crs, always_xy=True)
        back = Transformer.from_crs(crs, own, always_xy=True)
        return cls(georeference, crs, there, back)

    @property
    def raster_crs(self) -> RasterioCRS:
        """The CRS of the map in rasterio's words."""
        import rasterio.crs

        return rasterio.crs.CRS.from_wkt(self.crs.to_wkt())

    def on_map(self, ground: FloatArray) -> FloatArray:
        """x and y in the CRS of the points, shape (n, 2) → in ``crs``."""
        return _moved(ground, self.to_map)

    def to_ground(self, pixels: FloatArray) -> FloatArray:
        """Columns and rows, shape (n, 2) → x and y in ``crs``: the fit onto the ground; NaN for no place."""
        return self.on_map(self.georeference.to_ground(pixels))

    def to_pixels(self, ground: FloatArray) -> FloatArray:
        """x and y in ``crs``, shape (n, 2) → columns and rows: the fit that warps; NaN for no place."""
        return self.georeference.to_pixels(_moved(ground, self.from_map))


def _moved(places: FloatArray, change: Transformer | None) -> FloatArray:
    if change is None:
        return places
    moved = np.column_stack(change.transform(places[:, 0], places[:, 1]))
    return np.where(np.isfinite(moved), moved, np.nan)


def placed(points: ControlPoints, method: str, *, warn: Callable[[str], None]) -> Georeference:
    """A sheet fitted by this method, or by the one to take where none is named.

    Where too few points are there to tell methods apart, the user is warned, and gets what there is.

    Raises
    ------
    FitError
        The points do not carry the method, or any, or are not those of one sheet.
    """
    if method:
        return georeference(points, method)
    comparison = compare(points)
    if not (comparison.best and comparison.is_one_sheet):
        raise FitError(comparison.reason)
    if not comparison.recommended:
        warn(comparison.reason)
    return georeference(points, comparison.best)
