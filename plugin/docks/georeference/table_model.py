"""The points as Qt shows them in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPixmap

from ...i18n import decimal, number, tr
from .colours import colour_of
from .state import SheetState
from .work import Point

RAW = Qt.ItemDataRole.UserRole
"""Role of a cell's value as a number, by which it is sorted."""
SWATCH_PX = 12


@dataclass(frozen=True)
class Column:
    """``key`` is that of a point, or of what is known of its errors."""

    key: str
    title: str
    tip: str
    is_error: bool = False


def columns() -> tuple[Column, ...]:
    """From left to right, in QGIS' language: first what to look at, in a dock that may be narrow."""
    return (
        Column("id", tr("Point"), tr("Name of the point; ticked, it counts in the fit")),
        Column(
            "loo_m",
            tr("LOO m"),
            tr("Leave-one-out error: distance from the fit of all others, in metres"),
            True,
        ),
        Column(
            "loo_px",
            tr("LOO px"),
            tr("Leave-one-out error: distance from the fit of all others, in pixels"),
            True,
        ),
        Column("fit_m", tr("Fit m"), tr("Distance from the fit, in metres"), True),
        Column("fit_px", tr("Fit px"), tr("Distance from the fit, in pixels of the sheet"), True),
        Column("col", tr("Column"), tr("Pixels from the left edge of the image")),
        Column("row", tr("Row"), tr("Pixels from the upper edge of the image, downwards")),
        Column("x", tr("X"), tr("Easting or longitude, in the CRS of the points")),
        Column("y", tr("Y"), tr("Northing or latitude, in the CRS of the points")),
    )


class PointsTable(QAbstractTableModel):
    """A row a point; its errors are painted when they are known."""

    def __init__(self, state: SheetState, parent=None):
        super().__init__(parent)
        self._state, self.columns = state, columns()
        self._points: tuple[Point, ...] = state.points
        state.work_changed.connect(self._take_points)
        state.fit_changed.connect(self._take_errors)

    def point(self, row: int) -> Point:
        """The point of a row."""
        return self._points[row]

    def row_of(self, name: str) -> int:
        """The row of a point; -1 where there is none of that name."""
        return next((row for row, point in enumerate(self._points) if point.id == name), -1)

    def _take_points(self) -> None:
        points = self._state.points
        if [point.id for point in points] != [point.id for point in self._points]:
            self.beginResetModel()
            self._points = points
            self.endResetModel()
        elif points:
            self._points = points
            self.dataChanged.emit(self.index(0, 0), self.index(len(points) - 1, len(self.columns) - 1))

    def _take_errors(self) -> None:
        if self._points:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._points) - 1, len(self.columns) - 1))

    # -- what Qt asks -------------------------------------------------------------------------------------

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._points)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        told = {Qt.ItemDataRole.DisplayRole: "title", Qt.ItemDataRole.ToolTipRole: "tip"}.get(role)
        return getattr(self.columns[section], told) if told else None

    def flags(self, index):
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return flags
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags if self.columns[index.column()].is_error else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        point, column = self._points[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(point, column)
        if role in (RAW, Qt.ItemDataRole.EditRole):
            value = self._value(point, column)
            return value if role == RAW or isinstance(value, str) else repr(value)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.key != "id":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and not point.enabled:
            return _struck_out()
        return self._of_first(point, role) if column.key == "id" else None

    def _of_first(self, point: Point, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if point.enabled else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole:
            return swatch(colour_of(self._state.errors_of(point.id), self._state.fit))
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        point, key = self._points[index.row()], self.columns[index.column()].key
        if role == Qt.ItemDataRole.CheckStateRole:
            enable(self._state, {point.id}, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        changed = str(value).strip() if key == "id" else number(str(value))
        if changed in (None, "") or (key == "id" and self._state.point(changed) is not None):
            return False
        self._state.replace_point(tr("Edit of point {id}").format(id=point.id), point.id, **{key: changed})
        if key == "id":
            self._state.select(changed)
        return True

    def _value(self, point: Point, column: Column) -> Any:
        if column.is_error:
            return self._state.errors_of(point.id).get(column.key)
        return getattr(point, column.key)

    def _shown(self, point: Point, column: Column) -> str:
        value = self._value(point, column)
        if isinstance(value, str):
            return value
        if value is None:
            return "" if self._state.fit is None else "–"
        if column.key in ("x", "y") and self._state.crs().isGeographic():
            return decimal(value, ".6f")
        return decimal(value, ".2f" if column.is_error or column.key in ("x", "y") else ".1f")


def enable(state: SheetState, names: set[str], on: bool) -> None:
    """Have points count in the fit, or not."""
    text = tr("Use of points") if on else tr("Setting aside of points")
    state.change(text, (point.with_(enabled=on) if point.id in names else point for point in state.points))


def _struck_out() -> QFont:
    font = QFont()
    font.setStrikeOut(True)
    return font


def swatch(colour: QColor | str) -> QPixmap:
    """A square of a colour."""
    pixmap = QPixmap(SWATCH_PX, SWATCH_PX)
    pixmap.fill(QColor(colour))
    return pixmap
