"""Points that stand on one pixel, made one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from statistics import fmean

from .control_points import ControlPoint, ControlPoints


def merged(points: ControlPoints) -> ControlPoints:
    """Points without those that say again what an earlier one says.

    Examples
    --------
    >>> point = ControlPoint(col=1, row=2, x=3, y=4)
    >>> len(merged(ControlPoints(points=(point, point))).points)
    1
    """
    seen = set()
    kept = []
    for point in points.points:
        said = (point.col, point.row, point.x, point.y, point.enabled)
        if said not in seen:
            seen.add(said)
            kept.append(point)
    return points.with_points(kept)


def averaged(points: ControlPoints) -> ControlPoints:
    """Points of which those on one pixel are one, in the middle of their places on the ground.

    Exact repetitions count once, and a point that is not enabled is left as it is.

    Examples
    --------
    >>> here = ControlPoint(col=1, row=2, x=0, y=0)
    >>> there = ControlPoint(col=1, row=2, x=10, y=0)
    >>> averaged(ControlPoints(points=(here, there))).ground.tolist()
    [[5.0, 0.0]]
    """
    distinct = merged(points)
    groups: dict[tuple[float, float], list[ControlPoint]] = defaultdict(list)
    for point in distinct.enabled.points:
        groups[point.col, point.row].append(point)
    return distinct.with_points(
        _middle(groups[point.col, point.row]) if point.enabled else point
        for point in distinct.points
        if not point.enabled or point is groups[point.col, point.row][0]
    )


def _middle(points: list[ControlPoint]) -> ControlPoint:
    return replace(points[0], x=fmean(point.x for point in points), y=fmean(point.y for point in points))
