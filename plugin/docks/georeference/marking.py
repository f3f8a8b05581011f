"""From the state of the dock to the marks on sheet and map."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsCsException, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor

from . import ground
from .colours import UNKNOWN, colour_of
from .markers import Mark
from .state import SheetState
from .work import Point

NOWHERE = (0.0, 0.0)


def on_sheet(state: SheetState, factor: float) -> list[Mark]:
    """The points on the sheet; arrows show where the fit without a point would have it, ``factor`` times."""
    return [
        _mark(state, point, (point.col, -point.row), _on_paper(state, point, factor))
        for point in state.points
    ]


def _on_paper(state: SheetState, point: Point, factor: float) -> tuple[float, float]:
    told = state.errors_of(point.id)
    if told.get("col_px") is None:
        return NOWHERE
    return factor * told["col_px"], -factor * told["row_px"]


def on_map(state: SheetState, canvas: QgsMapCanvas, factor: float) -> Iterator[tuple[str, Mark]]:
    """Name and mark of each point that has a place on the map."""
    transform, away = ground.to_map(state.crs(), canvas), ground.Displacement(canvas)
    for point in state.points:
        told = state.errors_of(point.id)
        try:
            place = transform.transform(QgsPointXY(point.x, point.y))
            vector = NOWHERE
            if factor and told.get("east_m") is not None:
                vector = away.from_(place, factor * told["east_m"], factor * told["north_m"])
        except QgsCsException:  # far from where its CRS is meant for: it is in the table all the same
            continue
        yield point.id, _mark(state, point, (place.x(), place.y()), vector)


def _mark(state: SheetState, point: Point, place: tuple[float, float], vector: tuple[float, float]) -> Mark:
    return Mark(
        *place,
        label=point.id,
        colour=colour_of(state.errors_of(point.id), state.fit),
        filled=point.enabled,
        selected=point.id == state.selected,
        vector=vector,
    )


def half(x: float, y: float) -> Mark:
    """The mark of a point of which only one half is known."""
    return Mark(x, y, label="?", colour=QColor(UNKNOWN), selected=True)
