"""The one truth of the dock: the sheet, its points, and what is known of their errors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...i18n import tr
from .drafts import Draft
from .history import History, Step
from .images import Sheet
from .work import Point, Work, next_id


class SheetState(QObject):
    """Every widget of the dock reads it, listens to it and changes it, and knows of no other widget.

    What a person changes is one step that can be undone; each is kept in the draft before it is told.
    """

    sheet_changed = pyqtSignal()
    work_changed = pyqtSignal()
    """Other points, another CRS or method, be it by undoing."""
    fit_changed = pyqtSignal()
    selection_changed = pyqtSignal()
    not_kept = pyqtSignal(str)
    """The draft could not be written; why."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.history = History()
        self.sheet: Sheet | None = None
        self.work = Work()
        self.selected = ""
        self.fit: dict[str, Any] | None = None
        """What the backend said of exactly these points; None while it is not known."""
        self._errors: dict[str, dict[str, Any]] = {}
        self._draft: Draft | None = None
        self._is_kept = True

    # -- the sheet ----------------------------------------------------------------------------------------

    def open(self, sheet: Sheet, draft: Draft, work: Work) -> None:
        """Turn to a sheet, with what was made of it."""
        self.close()
        self.sheet, self._draft, self.work, self._is_kept = sheet, draft, work, True
        self.sheet_changed.emit()
        self.work_changed.emit()

    def close(self) -> None:
        """Turn away from the sheet; its draft stays."""
        if self._draft is None:
            return
        self._draft.close()
        self.sheet, self._draft, self.work, self.fit = None, None, Work(), None
        self.history = History()
        self.select("")
        self.sheet_changed.emit()
        self.work_changed.emit()

    def points_file(self) -> str:
        """The table of the points as they are, for a job of the backend.

        Raises
        ------
        OSError
            It cannot be written, so what stands there is of other points; the text is a sentence.
        """
        if not self._is_kept:
            self._keep()
        return self._draft.points_file if self._draft is not None else ""

    def beside_points(self, name: str) -> Path:
        """Where a file may be put that is gone with the moment."""
        return Path(self._draft.points_file).with_name(name)

    def _keep(self) -> None:
        self._is_kept = False
        try:
            self._draft.save(self.work)
        except OSError as error:
            raise OSError(tr("The draft is not kept: {why}").format(why=error)) from error
        self._is_kept = True

    # -- the points ---------------------------------------------------------------------------------------

    @property
    def points(self) -> tuple[Point, ...]:
        """In the order of their file."""
        return self.work.points

    def point(self, name: str) -> Point | None:
        """The point of this name."""
        return next((point for point in self.points if point.id == name), None)

    def crs(self) -> QgsCoordinateReferenceSystem:
        """That in which the points are understood."""
        return _crs(self.work.crs)

    def next_id(self) -> str:
        """A name for one more point."""
        return next_id(point.id for point in self.points)

    def change(self, text: str, points: Iterable[Point], *, key: str = "") -> None:
        """Have other points, in one step that ``text`` names; steps in a row with the same key are one."""
        self.replace(text, self.work.with_points(points), key=key)

    def replace_point(self, text: str, name: str, *, key: str = "", **changes: Any) -> None:
        """Change what is said of one point."""
        changed = (point.with_(**changes) if point.id == name else point for point in self.points)
        self.change(text, changed, key=key)

    def set_crs(self, crs: str) -> None:
        """Understand the points in another CRS; their numbers stay."""
        self.replace(tr("Change of CRS"), replace(self.work, crs=crs))

    def set_method(self, method: str) -> None:
        """Fit in another way; empty: in the recommended one."""
        self.replace(tr("Change of method"), replace(self.work, method=method))

    def replace(self, text: str, work: Work, *, key: str = "") -> None:
        """Have other work, in one step."""
        if self.sheet is not None and work != self.work:
            self.history.add(Step(text, self.work, work, key))
            self._show(work)

    def undo(self) -> None:
        """Take the last step back."""
        if (work := self.history.undo()) is not None:
            self._show(work)

    def redo(self) -> None:
        """Do again what was undone last."""
        if (work := self.history.redo()) is not None:
            self._show(work)

    def _show(self, work: Work) -> None:
        self.work, self.fit = work, None
        try:
            self._keep()
        except OSError as error:
            self.not_kept.emit(str(error))
        if self.selected and self.point(self.selected) is None:
            self.select("")
        self.work_changed.emit()

    # -- what is chosen, and what is known ----------------------------------------------------------------

    def select(self, name: str) -> None:
        """Choose a point, or none."""
        if name != self.selected:
            self.selected = name
            self.selection_changed.emit()

    def take_fit(self, fit: dict[str, Any]) -> None:
        """The backend has said this of the points as they are."""
        self.fit = fit
        self._errors = {self.points[told["index"]].id: told for told in fit.get("points", ())}
        self.fit_changed.emit()

    def errors_of(self, name: str) -> dict[str, Any]:
        """What is known of a point's errors."""
        return self._errors.get(name, {}) if self.fit is not None else {}


@lru_cache(maxsize=16)
def _crs(text: str) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem()
    if text:
        crs.createFromUserInput(text)
    return crs
