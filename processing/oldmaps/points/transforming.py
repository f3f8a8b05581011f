"""Control points in another reference system."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ...errors import RequestError, VectorError
from ...language import tr
from ...raster.reference_systems import called, crs_of, definition_of
from .control_points import ControlPoints

if TYPE_CHECKING:
    from pyproj import Transformer


def in_crs(points: ControlPoints, crs: str) -> ControlPoints:
    """The same points with their coordinates in another reference system.

    Raises
    ------
    RequestError
        Theirs is not known.
    VectorError
        A point has no place in the other one.

    Examples
    --------
    >>> from .control_points import ControlPoint
    >>> north = ControlPoint(col=0, row=0, x=0, y=1000)
    >>> point = in_crs(ControlPoints(points=(north,), crs="verniquet"), "EPSG:2154").points[0]
    >>> round(point.x), round(point.y)
    (651316, 6861743)
    """
    if not points.crs:
        raise RequestError(
            tr("the points have no known reference system: say which one to assume, with “crs”")
        )
    eastings, northings = _change(points.crs, crs).transform(*points.ground.T)
    if not (np.isfinite(eastings).all() and np.isfinite(northings).all()):
        sentence = tr("a point has no place in {crs}: choose another reference system")
        raise VectorError(sentence.format(crs=called(crs_of(crs))))
    moved = zip(points.points, eastings.tolist(), northings.tolist(), strict=True)
    spelled = definition_of(crs)
    return replace(
        points,
        points=tuple(replace(point, x=x, y=y) for point, x, y in moved),
        crs=spelled,
        declared_crs=spelled,
    )


@lru_cache(maxsize=128)
def _change(source: str, target: str) -> Transformer:
    from pyproj import Transformer

    return Transformer.from_crs(crs_of(source), crs_of(target), always_xy=True)
