"""The sheet laid over the map by its points, as it would be warped."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingException
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ...i18n import tr
from ...preview.overlay import Overlay
from ...preview.pictures import Picture
from .state import SheetState


class Ghost(Overlay):
    """Follows the points: each change of them draws the sheet anew; till then the former picture stays."""

    JOB = "oldmaps.ghost"

    def __init__(self, canvas: QgsMapCanvas, session: Any, state: SheetState, parent: QObject | None = None):
        super().__init__(canvas, session, parent)
        self._state = state
        self._tolerance: int | None = None
        state.sheet_changed.connect(self._start_anew)
        state.work_changed.connect(self._ask_soon)

    def set_clear_paper(self, tolerance: int | None) -> None:
        """Hide the paper, whose colour may differ by so many per cent; None shows it."""
        if tolerance != self._tolerance:
            self._tolerance = tolerance
            self._ask_soon()

    def _inputs(self) -> dict[str, Any]:
        if self._state.sheet is None:
            raise QgsProcessingException(tr("Open a sheet to see it on the map."))
        if not self._state.points:
            raise QgsProcessingException(
                tr("There are no points yet: click a place on the sheet and on the map.")
            )
        inputs = {"sheet": self._state.sheet.path, "points": self._points_file()}
        inputs |= self._view(in_its_crs=True)
        if self._state.work.method:
            inputs["method"] = self._state.work.method
        if self._tolerance is not None:
            inputs |= {"paper": True, "tolerance": self._tolerance}
        return inputs

    def _points_file(self) -> str:
        try:
            return self._state.points_file()
        except OSError as error:
            raise QgsProcessingException(str(error)) from error

    def _take(self, event: dict[str, Any]) -> None:
        self._item.clear()
        self.about = event
        if event["picture"] is not None:
            self._item.add(Picture.from_json(event["picture"]))

    def _finish(self, _: Any) -> None:
        self._call = None
        self._tell(is_busy=False, message=self._sentence())

    def _sentence(self) -> str:
        """Why nothing is seen, or what is to be known of what is."""
        about = self.about
        if about.get("refused"):
            return str(about["refused"])
        if about.get("picture") is None:
            return tr("The map shows no part of the sheet.")
        return "\n".join(about.get("warnings", ()))
