"""How a fit distorts a sheet: what it enlarges, what it shears."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..points.control_points import FloatArray
from .georeference import Georeference
from .places import UPWARDS


@dataclass(frozen=True)
class Distortion:
    """Distortion at some places, arrays of shape (n,), NaN where the method has no value.

    Parameters
    ----------
    log2_area : array
        Area on the ground over that of Helmert's fit, as a power of two: 1 is twice as large.
    angle_deg : array
        Greatest change of an angle, in degrees.
    airy_kavrayskiy : array
        Root of the mean of the squared logarithms of both scales: 0.01 is about one percent of length.

    References
    ----------
    Airy (1861), Explanation of a projection by balance of errors, Philos. Mag. 22, 409-421.
    Jenny & Hurni (2011), Studying cartographic heritage: analysis and visualization of geometric distortions,
    Comput. Graph. 35(2), 402-411. https://doi.org/10.1016/j.cag.2011.01.005
    """

    log2_area: FloatArray
    angle_deg: FloatArray
    airy_kavrayskiy: FloatArray


def distortion(georeference: Georeference, pixels: FloatArray) -> Distortion:
    """The distortion of a fit at pixels (col, row), beside Helmert's fit of the same points."""
    jacobian = georeference.forward.jacobian(pixels * UPWARDS) / georeference.pixel_size_m
    known = np.isfinite(jacobian).all(axis=(1, 2))
    long, short = np.full((2, len(pixels)), np.nan)
    long[known], short[known] = np.linalg.svd(jacobian[known], compute_uv=False).T
    return Distortion(
        log2_area=np.log2(long * short),
        angle_deg=np.degrees(2 * np.arcsin((long - short) / (long + short))),
        airy_kavrayskiy=np.sqrt((np.log(long) ** 2 + np.log(short) ** 2) / 2),
    )
