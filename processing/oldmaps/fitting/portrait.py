"""All that follows from the fit of a sheet: what a report shows and layers hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...errors import FitError
from ..points.control_points import FloatArray
from .accuracy import ExpectedError, expected_error
from .distortion import Distortion, distortion
from .extent import Net, net_over, sheet_outline
from .georeference import Georeference
from .layers import arrow_factor
from .places import UPWARDS
from .shape import SheetShape, shape_of
from .sheet_fit import SheetFit, point_figures

if TYPE_CHECKING:
    from shapely import Geometry


@dataclass(frozen=True)
class Portrait:
    """A fitted sheet in all its figures.

    Parameters
    ----------
    fit : SheetFit
    fitted : Georeference
        By the method shown.
    shape : SheetShape
    scale : float, optional
        Denominator of the map's scale.
    figures : dict of str to arrays
        See `point_figures`.
    extent : Geometry
        What counts of the sheet, in pixels.
    net : Net
        Cells over it, with their ``distortion`` and ``expected_m``, the expected error in their middles.
    expected : ExpectedError, optional
        None where it cannot be told, for the reason ``why_no_accuracy``.
    """

    fit: SheetFit
    fitted: Georeference
    shape: SheetShape
    scale: float | None
    figures: dict[str, FloatArray]
    extent: Geometry
    net: Net
    distortion: Distortion
    expected: ExpectedError | None
    expected_m: FloatArray | None
    why_no_accuracy: str = ""

    @property
    def outline(self) -> list[tuple[float, float]]:
        """What counts of the sheet, (col, -row)."""
        from shapely import get_coordinates

        hull = self.extent.convex_hull if self.extent.geom_type != "Polygon" else self.extent
        return [tuple(place) for place in (get_coordinates(hull.exterior) * UPWARDS).tolist()]

    @property
    def factor_px(self) -> float:
        """How many times as long as errors arrows are drawn on the sheet."""
        return arrow_factor(self.figures["loo_px"], self._length(np.asarray(self.extent.bounds)))

    @property
    def factor_m(self) -> float:
        """How many times as long as errors arrows are drawn on the ground."""
        length = self._length(np.asarray(self.extent.bounds)) * self.shape.metres_per_pixel
        return arrow_factor(self.figures["loo_m"], length)

    @staticmethod
    def _length(bounds: FloatArray) -> float:
        return float((bounds[2:] - bounds[:2]).max())


def portray(fit: SheetFit, fitted: Georeference, *, scale: float | None) -> Portrait:
    """Work out all that is shown of a fit."""
    extent = sheet_outline(fit.points)
    net = net_over(extent)
    expected, expected_m, reason = None, None, ""
    try:
        expected = expected_error(fit.errors, fit.comparison.places)
        expected_m = expected(net.middles * UPWARDS)
    except FitError as error:
        reason = str(error)
    return Portrait(
        fit=fit,
        fitted=fitted,
        shape=shape_of(fit.comparison.places),
        scale=scale,
        figures=point_figures(fit, fitted),
        extent=extent,
        net=net,
        distortion=distortion(fitted, net.middles),
        expected=expected,
        expected_m=expected_m,
        why_no_accuracy=reason,
    )
