"""Points are made and moved on sheet and map: one click on each makes a point."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...algorithms.parameters.crs import crs_text
from ...i18n import tr
from . import ground, marking
from .markers import MarkersItem
from .pointer import PointerTool
from .sheet_canvas import SheetCanvas, show_place
from .state import SheetState
from .work import Point

MARGIN = 0.1
Pair = tuple
HALF = ""
"""Name of the mark of half a point."""


class Placing(QObject):
    """Holds the marks of both canvases and what the mouse does there.

    ``pixel`` and ``place`` are the half of a point that is known already, as col and row or as x and y in the
    CRS of the points; the half may come from either side.
    """

    half_changed = pyqtSignal()
    refused = pyqtSignal(str)
    unplaced = pyqtSignal(int)
    """So many points have no place on the map."""

    def __init__(
        self, state: SheetState, sheet: SheetCanvas, map_canvas: QgsMapCanvas, parent: QObject | None = None
    ):
        super().__init__(parent)
        self._state, self._sheet, self._map = state, sheet, map_canvas
        self.pixel: Pair | None = None
        self.place: Pair | None = None
        self._place_crs = QgsCoordinateReferenceSystem()
        self.factor = 0.0
        """How many times too long the arrows of the errors are; 0 shows none."""
        self._names: list[str] = []  # of the marks on the map
        self._on_sheet, self._on_map = MarkersItem(sheet), MarkersItem(map_canvas)
        self.sheet_tool = PointerTool(sheet, self._on_sheet)
        self.map_tool = PointerTool(map_canvas, self._on_map)
        self._connect()

    def _connect(self) -> None:
        self.sheet_tool.clicked.connect(lambda at: self.begin(pixel=(at.x(), -at.y())))
        self.sheet_tool.picked.connect(lambda number: self._pick(self._name_on_sheet(number)))
        self.sheet_tool.dragged.connect(self._drag_on_sheet)
        self.map_tool.clicked.connect(self._click_on_map)
        self.map_tool.picked.connect(lambda number: self._pick(self._names[number]))
        self.map_tool.dragged.connect(self._drag_on_map)
        for tool in (self.sheet_tool, self.map_tool):
            tool.given_up.connect(self.give_up)
        for signal in (self._state.work_changed, self._map.destinationCrsChanged):
            signal.connect(self._forget_place_of_other_crs)
        for signal in (self._state.work_changed, self._state.fit_changed, self._state.selection_changed):
            signal.connect(self.draw)
        self._state.sheet_changed.connect(self._turn_to_sheet)
        self._map.destinationCrsChanged.connect(self.draw)
        self._sheet.setMapTool(self.sheet_tool)

    def stop(self) -> None:
        """Take everything off the canvases. Safe to call twice."""
        self.give_up()
        self.release_map()
        self._on_sheet.remove()
        self._on_map.remove()

    def set_active(self, active: bool) -> None:
        """Whether the dock is to be seen; without it the map has no marks, and the mouse is QGIS'."""
        self._on_map.setVisible(active)
        if not active:
            self.release_map()

    # -- the mouse of the map -----------------------------------------------------------------------------

    @property
    def has_map(self) -> bool:
        """Whether a click on the map is ours."""
        return self._map.mapTool() is self.map_tool

    def take_map(self) -> None:
        """Have the clicks on the map."""
        self._map.setMapTool(self.map_tool)

    def release_map(self) -> None:
        """Leave the map to QGIS' tools."""
        self._map.unsetMapTool(self.map_tool)

    # -- a new point --------------------------------------------------------------------------------------

    def begin(self, *, pixel: Pair | None = None, place: Pair | None = None) -> None:
        """Take half of a new point; with the other half there, it is made."""
        if self._state.sheet is None:
            return
        self.pixel, self.place = pixel or self.pixel, place or self.place
        self._place_crs = self._crs_of_places()
        self._state.select("")
        if self.pixel is not None and self.place is not None:
            self.add(self.pixel, self.place)
        else:
            self.take_map()
            self._tell_half()

    def add(self, pixel: Pair, place: Pair) -> None:
        """Make a point of both halves; without a CRS yet, the points are in that of the map."""
        self.pixel = self.place = None
        name, work = self._state.next_id(), self._state.work
        crs = work.crs or crs_text(self._crs_of_places())
        points = (*work.points, Point(*pixel, *place, id=name))
        self._state.replace(tr("New point {id}").format(id=name), replace(work, crs=crs).with_points(points))
        self._tell_half()
        self._pick(name)

    def give_up(self) -> None:
        """Forget the half that is known."""
        if (self.pixel, self.place) != (None, None):
            self.pixel = self.place = None
            self._tell_half()

    def _crs_of_places(self) -> QgsCoordinateReferenceSystem:
        return self._state.crs() if self._state.work.crs else self._map.mapSettings().destinationCrs()

    def _forget_place_of_other_crs(self) -> None:
        """The numbers of half a point mean another place once points or map are in another CRS."""
        if self.place is not None and self._place_crs != self._crs_of_places():
            self.place = None
            self._tell_half()

    def _tell_half(self) -> None:
        self.draw()
        self.half_changed.emit()

    def begin_in_the_middle_of_the_sheet(self) -> None:
        """As a click there, with a key."""
        middle = self._sheet.center()
        self.begin(pixel=(middle.x(), -middle.y()))

    def begin_in_the_middle_of_the_map(self) -> None:
        """As a click there, with a key."""
        self._click_on_map(self._map.center())

    def _click_on_map(self, at: QgsPointXY) -> None:
        if (place := self._in_crs_of_points(at)) is not None:
            self.begin(place=place)

    def _in_crs_of_points(self, at: QgsPointXY) -> Pair | None:
        try:
            found = ground.from_map(self._state.crs(), self._map).transform(at)
        except QgsCsException:
            self.refused.emit(tr("This place of the map has no coordinates in the CRS of the points."))
            self.draw()
            return None
        return found.x(), found.y()

    # -- points that are there ----------------------------------------------------------------------------

    def _name_on_sheet(self, number: int) -> str:
        return self._state.points[number].id if number < len(self._state.points) else HALF

    def _pick(self, name: str) -> None:
        if name != HALF:
            self.give_up()
            self._state.select(name)

    def _drag_on_sheet(self, number: int, at: QgsPointXY) -> None:
        name = self._name_on_sheet(number)
        if name == HALF:
            self.begin(pixel=(at.x(), -at.y()))
        else:
            self._move(name, col=at.x(), row=-at.y())

    def _drag_on_map(self, number: int, at: QgsPointXY) -> None:
        name, place = self._names[number], self._in_crs_of_points(at)
        if place is not None and name == HALF:
            self.begin(place=place)
        elif place is not None:
            self._move(name, x=place[0], y=place[1])

    def _move(self, name: str, *, key: str = "", **changes: float) -> None:
        self._state.select(name)
        self._state.replace_point(tr("Move of point {id}").format(id=name), name, key=key, **changes)

    def nudge_on_sheet(self, columns: float, rows: float) -> None:
        """Move the chosen point by pixels of the sheet; a run of such moves is one step."""
        point = self._state.point(self._state.selected)
        if point is not None:
            col, row = round(point.col + columns, 6), round(point.row + rows, 6)
            self._move(point.id, key=f"sheet {point.id}", col=col, row=row)

    def nudge_on_map(self, right: float, down: float) -> None:
        """Move it by pixels of the screen, on the map."""
        name = self._state.selected
        if name not in self._names:
            return
        mark, step = self._on_map.marks[self._names.index(name)], self._map.mapUnitsPerPixel()
        at = QgsPointXY(mark.x + right * step, mark.y - down * step)
        if (place := self._in_crs_of_points(at)) is not None:
            self._move(name, key=f"map {name}", x=place[0], y=place[1])

    def show_selected(self) -> None:
        """Bring the chosen point into view on both."""
        point = self._state.point(self._state.selected)
        if point is None:
            return
        show_place(self._sheet, QgsPointXY(point.col, -point.row))
        if point.id in self._names:
            mark = self._on_map.marks[self._names.index(point.id)]
            show_place(self._map, QgsPointXY(mark.x, mark.y))

    def _turn_to_sheet(self) -> None:
        """Another sheet: the map goes to its points, unless one of them is in view."""
        self.give_up()
        self.draw()
        places = [QgsPointXY(mark.x, mark.y) for mark in self._on_map.marks]
        extent = self._map.extent()
        if places and not any(extent.contains(place) for place in places):
            around = QgsGeometry.fromMultiPointXY(places).boundingBox()
            around.grow(max(around.width(), around.height(), self._map.mapUnitsPerPixel()) * MARGIN)
            self._map.setExtent(around)
            self._map.refresh()

    # -- what is drawn ------------------------------------------------------------------------------------

    def draw_errors(self, factor: float) -> None:
        """Draw the errors as arrows, so many times too long."""
        self.factor = factor
        self.draw()

    def draw(self) -> None:
        """Show the points as they are now."""
        sheet = marking.on_sheet(self._state, self.factor)
        named = list(marking.on_map(self._state, self._map, self.factor))
        self._names, marks = [name for name, _ in named], [mark for _, mark in named]
        self.unplaced.emit(len(self._state.points) - len(named))
        if self.pixel is not None:
            sheet.append(marking.half(self.pixel[0], -self.pixel[1]))
        if self.place is not None:
            at = ground.to_map(self._state.crs(), self._map).transform(QgsPointXY(*self.place))
            marks.append(marking.half(at.x(), at.y()))
            self._names.append(HALF)
        self._on_sheet.show_marks(sheet)
        self._on_map.show_marks(marks)
