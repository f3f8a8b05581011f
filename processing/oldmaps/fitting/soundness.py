"""Whether a fit could be the picture of a sheet: neither folded over nor seen in a mirror."""

from __future__ import annotations

import numpy as np

from ...errors import FitError
from ...language import tr
from ..points.control_points import ControlPoints, FloatArray
from .mappings import Mapping
from .places import UPWARDS, Places
from .polynomials import fit_polynomial

SIDE = 50
"""How many places a side the sheet is looked at."""


def check_unmirrored(places: Places) -> None:
    """Refuse points that show the sheet in a mirror.

    Raises
    ------
    FitError
        x and y are swapped, or rows counted upwards.
    """
    if len(places) < 3:
        return
    slopes = fit_polynomial(places.sheet, places.ground, 1).coefficients[1:]
    singular = np.linalg.svd(slopes, compute_uv=False)
    if np.linalg.det(slopes) < 0 and singular[1] > 0.02 * singular[0]:
        raise FitError(
            tr(
                "The points show the sheet in a mirror: x and y are swapped, or the rows were counted "
                "upwards. Swap the columns, or name the format that the points come in."
            )
        )


def check_unfolded(forward: Mapping, backward: Mapping, inside: FloatArray, *, title: str) -> None:
    """Refuse a fit that folds over.

    Parameters
    ----------
    inside : array of shape (n, 2), float64
        Places of the sheet to look at: see `looked_at`.

    Raises
    ------
    FitError
        Somewhere the sheet would be turned over, in one direction or the other.
    """
    if _turns(forward, inside) or _turns(backward, forward(inside)):
        sentence = tr(
            "{method} folds the sheet over: parts of it would lie upon others, turned around. Look for "
            "misplaced points, add points where there are few, or choose a method that bends less."
        )
        raise FitError(sentence.format(method=title))


def _turns(mapping: Mapping, places: FloatArray) -> bool:
    """Whether a mapping turns the plane over at some of the places."""
    slopes = mapping.jacobian(places[np.isfinite(places).all(axis=1)])
    known = slopes[np.isfinite(slopes).all(axis=(1, 2))]  # where there is no value there is no fold
    return bool((np.linalg.det(known) <= 0).any())


def looked_at(points: ControlPoints) -> FloatArray:
    """A grid of places inside the sheet's mask, or the hull of its points, shape (n, 2), y upwards."""
    from shapely import MultiPoint, Polygon, contains_xy, make_valid

    if points.mask is not None:
        outline = make_valid(Polygon(points.mask))
    else:
        outline = MultiPoint(points.enabled.pixels).convex_hull
    left, top, right, bottom = outline.bounds
    steps = (np.arange(SIDE) + 0.5) / SIDE
    cols, rows = np.meshgrid(left + steps * (right - left), top + steps * (bottom - top))
    inside = contains_xy(outline, cols.ravel(), rows.ravel())
    return np.asarray(np.stack([cols.ravel(), rows.ravel()], axis=1)[inside] * UPWARDS)
