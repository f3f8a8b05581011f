"""An index map of a set of sheets, shaded by how much each errs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ....language import tr
from ....reports import Mark, Patch, Sketch
from ...places.layout import footprint
from ...points.transforming import in_crs
from .sheet_results import SheetResult

NAMED = 5
"""Sheets whose names are written: those to look at first."""
LETTERS = 24
"""Of a name, without what all share: more would cover the map."""
STRONGEST = 4.0
"""Times the median error, or a part of it, that is shaded as strongly as can be."""


def index_map(results: Sequence[SheetResult], median_m: float | None) -> Sketch | None:
    """Where the sheets lie, red for those that err more than the median; None where nothing can be drawn.

    Parameters
    ----------
    results : sequence of SheetResult
        Those to look at first in front.
    median_m : float, optional
        Median error of a point left out.
    """
    drawn = [(result, result.points) for result in results if result.fit and result.points]
    if not drawn or not median_m:
        return None
    degrees = np.concatenate([in_crs(points.enabled, "EPSG:4326").ground for _, points in drawn])
    longitude, latitude = np.median(degrees, axis=0).tolist()
    shapes = [footprint(points.enabled, (longitude, latitude)) for _, points in drawn]
    start = _shared([result.sheet.name for result, _ in drawn])
    return Sketch(
        alt=tr("Where the sheets lie, and which of them err most"),
        caption=tr(
            "Hulls of the points of each sheet, north on top: red above the median error without a point, "
            "most so at {times:g} times it, and of the other colour below. The sheets to look at first are "
            "named."
        ).format(times=STRONGEST),
        patches=[
            Patch(list(shape.exterior.coords), _strength(result, median_m))
            for (result, _), shape in zip(drawn, shapes, strict=True)
            if not shape.is_empty
        ],
        marks=[
            Mark(
                shape.centroid.x,
                shape.centroid.y,
                result.sheet.name[start : start + LETTERS],
                stands_out=True,
            )
            for (result, _), shape in list(zip(drawn, shapes, strict=True))[:NAMED]
            if not shape.is_empty
        ],
    )


def _shared(names: Sequence[str]) -> int:
    """How many letters all names begin with, which need not be written.

    Examples
    --------
    >>> _shared(["sheet_1", "sheet_20"]), _shared(["alone"])
    (6, 0)
    """
    letters = zip(*names, strict=False)
    return next((place for place, here in enumerate(letters) if len(set(here)) > 1), 0)


def _strength(result: SheetResult, median_m: float) -> float:
    """-1 for the greatest error, 1 for the least, 0 for the median and where it is not known."""
    if result.loo is None or not math.isfinite(result.loo.rmse) or result.loo.rmse <= 0:
        return 0.0
    return max(-1.0, min(1.0, math.log(median_m / result.loo.rmse) / math.log(STRONGEST)))
