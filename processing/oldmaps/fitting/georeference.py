"""The two mappings that place a sheet: from its pixels to the ground, and back for warping.

They are two problems of least squares, and not exact inverses of each other: the first is nearest to the
points on the ground, the second on the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..points.control_points import ControlPoints, FloatArray
from .mappings import Mapping
from .methods import METHODS, fit
from .places import UPWARDS, Places, places_of
from .polynomials import Polynomial, fit_helmert
from .soundness import check_unfolded, check_unmirrored, looked_at


@dataclass(frozen=True)
class Georeference:
    """A fitted sheet.

    Parameters
    ----------
    method : str
        A key of `METHODS`.
    crs : str
        Of the ground, as PROJ reads it.
    metres_per_unit : array of shape (2,), float64
        Of x and y in ``crs``.
    forward, backward : Mapping
        From z = (col, -row) to metres (x and y times ``metres_per_unit``), and back.
    similarity : Polynomial
        Helmert's fit, forward: what every other one bends.
    """

    method: str
    crs: str
    metres_per_unit: FloatArray
    forward: Mapping
    backward: Mapping
    similarity: Polynomial

    @property
    def pixel_size_m(self) -> float:
        """Length of a pixel on the ground, in metres."""
        return float(np.linalg.det(self.similarity.jacobian(np.zeros((1, 2)))[0]) ** 0.5)

    def to_ground(self, pixels: FloatArray) -> FloatArray:
        """Pixels (col, row) of shape (n, 2) → x and y in ``crs``; NaN where the method says nothing."""
        return np.asarray(self.forward(pixels * UPWARDS) / self.metres_per_unit)

    def about(self, pixels: FloatArray) -> FloatArray:
        """Pixels of shape (n, 2) → x and y in ``crs`` by Helmert's fit: roughly, but anywhere."""
        return np.asarray(self.similarity(pixels * UPWARDS) / self.metres_per_unit)

    def to_pixels(self, ground: FloatArray) -> FloatArray:
        """x and y in ``crs`` of shape (n, 2) → pixels (col, row); NaN where the method says nothing."""
        return np.asarray(self.backward(ground * self.metres_per_unit) * UPWARDS)


def georeference(points: ControlPoints, method: str) -> Georeference:
    """Fit a sheet by its enabled points.

    Raises
    ------
    FitError
        The points do not carry the method, have no CRS, mirror the sheet, or the fit folds over inside the
        sheet's mask (without one, inside the hull of the points).
    """
    places = places_of(points)
    forward, backward = fitted(method, places, inside=looked_at(points))
    similarity = fit_helmert(places.sheet, places.ground)
    return Georeference(method, points.crs, places.metres_per_unit, forward, backward, similarity)


def fitted(method: str, places: Places, *, inside: FloatArray) -> tuple[Mapping, Mapping]:
    """Forward and backward mapping, refused where they mirror the sheet or fold over at places inside it."""
    check_unmirrored(places)
    forward = fit(method, places.sheet, places.ground)
    backward = fit(method, places.ground, places.sheet)
    check_unfolded(forward, backward, inside, title=METHODS[method].title)
    return forward, backward
