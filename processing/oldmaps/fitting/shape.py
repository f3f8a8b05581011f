"""The shape of a sheet on the ground: size of its pixels, turn, how much it is stretched one way."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ...errors import FitError
from .methods import fit
from .places import Places
from .polynomials import fit_helmert

INCH_M = 0.0254


@dataclass(frozen=True)
class SheetShape:
    """What Helmert's fit says of a sheet, and the affine one of its stretch.

    Parameters
    ----------
    metres_per_pixel : float
    rotation_deg : float
        From the top of the sheet to the north of the CRS, counter-clockwise, -180 to 180.
    anisotropy : float
        Longest over shortest length that one length of the sheet has on the ground, 1 or more; NaN where the
        points do not carry an affine fit.
    """

    metres_per_pixel: float
    rotation_deg: float
    anisotropy: float

    def dpi(self, scale_denominator: float) -> float:
        """Pixels an inch of paper, if the map is drawn to this scale.

        Examples
        --------
        >>> round(SheetShape(0.423, 0.0, 1.0).dpi(5000))
        300
        """
        return INCH_M * scale_denominator / self.metres_per_pixel

    def scale_denominator(self, dpi: float) -> float:
        """The scale that the map is drawn to, if the scan has so many pixels an inch."""
        return self.metres_per_pixel * dpi / INCH_M


def shape_of(places: Places) -> SheetShape:
    """The shape of a sheet with at least two places."""
    (across, along), _ = fit_helmert(places.sheet, places.ground).jacobian(places.sheet[:1])[0].T
    rotation_deg = math.degrees(math.atan2(along, across))
    try:
        slopes = fit("affine", places.sheet, places.ground).jacobian(places.sheet[:1])[0]
    except FitError:
        return SheetShape(math.hypot(across, along), rotation_deg, math.nan)
    long, short = np.linalg.svd(slopes, compute_uv=False)
    return SheetShape(math.hypot(across, along), rotation_deg, float(long / short))
