"""The control points that make a sheet lie where a block adjustment wants it.

A sheet is moved as a whole: each of its points by the difference between the adjusted affine and the one that
the points give by themselves. So an affine fitted to the moved points is the adjusted one, exactly, while
what remains at each point, and its error when left out, stay what they were.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ....errors import FitError
from ...fitting.mappings import Mapping
from ...fitting.methods import fit
from ...fitting.places import UPWARDS
from ...points.control_points import ControlPoint, ControlPoints, FloatArray
from .adjustment import Adjustment
from .observations import is_fixed


def adjusted_points(
    points: ControlPoints, done: Adjustment, sheet: int, *, metres_per_unit: FloatArray
) -> ControlPoints:
    """The points of a sheet, moved; fixed ones as they are, and a point more for each of its ties.

    Those of a sheet that nothing holds are returned as they are.

    Parameters
    ----------
    metres_per_unit : array of shape (2,), float64
        Of x and y.
    """
    affine = done.affines[sheet]
    if affine is None:
        return points
    whole = (*points.points, *_tie_points(done, sheet, metres_per_unit))
    pixels = np.array([(point.col, point.row) for point in whole]) * UPWARDS
    ground = np.array([(point.x, point.y) for point in whole]) * metres_per_unit
    used = np.array([point.enabled for point in whole])
    target = affine(pixels)
    own = affine_through(pixels[used], ground[used])
    # Too few points to have an affine of their own are put where the adjusted one puts them.
    moved = (target if own is None else ground + target - own(pixels)) / metres_per_unit
    return points.with_points(
        point if is_fixed(point) else replace(point, x=float(x), y=float(y))
        for point, (x, y) in zip(whole, moved, strict=True)
    )


def affine_through(pixels: FloatArray, ground: FloatArray) -> Mapping | None:
    """The affine of points, what is there twice taken once; None where they carry none."""
    rows = np.unique(np.hstack([pixels, ground]), axis=0)
    try:
        return fit("affine", rows[:, :2], rows[:, 2:])
    except FitError:
        return None


def _tie_points(done: Adjustment, sheet: int, metres_per_unit: FloatArray) -> list[ControlPoint]:
    """The places that only ties know of: on the ground halfway between where both sheets put them."""
    seen = done.seen
    places = done.placed(done.affines)
    points = []
    for row in seen.of(sheet):
        if not seen.known[row]:
            col, line = seen.pixels[row] * UPWARDS
            x, y = places[seen.node == seen.node[row]].mean(axis=0) / metres_per_unit
            name = f"tie {seen.node[row] + 1}"
            points.append(ControlPoint(col=col, row=line, x=x, y=y, id=name, origin="matcher"))
    return points
