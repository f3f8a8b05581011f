"""Pictures over the map, asked for again whenever what it shows changes."""

from typing import Any, Optional

from qgis.core import QgsProcessingException
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..algorithms.parameters.crs import crs_text
from ..i18n import tr
from .item import PreviewItem
from .swipe import SwipeDrag

PATIENCE_MS = 150
"""The map must stand still for so long: a wheel turns many times in a second."""


class Overlay(QObject):
    """What a job of the backend shows of the view, for as long as it is on.

    A kind of overlay says the job in ``JOB`` and what it asks for in `_inputs`, and takes what comes back in
    `_take` and `_finish`. ``changed`` is emitted when anything changes that a widget shows: `is_busy`,
    `share` (of the work, done), `message`, `about`, `swipe`.
    """

    changed = pyqtSignal()
    JOB = ""

    def __init__(self, canvas: QgsMapCanvas, session: Any, parent: Optional[QObject] = None):
        super().__init__(parent)
        self._canvas, self._session = canvas, session
        self._item: Optional[PreviewItem] = None
        self._drag: Optional[SwipeDrag] = None
        self._call: Any = None
        self._is_on, self._is_active = False, True
        self._opacity, self._swipe = 1.0, 1.0
        self.is_busy = False
        self.share = 0.0
        self.message = ""
        self.about: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._ask)

    # -- what a kind of overlay does ----------------------------------------------------------------------

    def _inputs(self) -> "dict[str, Any]":
        """What to ask for; raises `QgsProcessingException` where something is missing."""
        raise NotImplementedError

    def _take(self, event: "dict[str, Any]") -> None:
        """A preview event has come."""
        raise NotImplementedError

    def _finish(self, result: Any) -> None:
        """All has come."""
        raise NotImplementedError

    # -- on and off ---------------------------------------------------------------------------------------

    def set_on(self, on: bool) -> None:
        """Switch it on or off."""
        self._is_on = on
        self._turn()

    def set_active(self, active: bool) -> None:
        """Whether what switches it on is to be seen at all."""
        self._is_active = active
        self._turn()

    def set_opacity(self, opacity: float) -> None:
        """From 0 to 1."""
        self._opacity = opacity
        if self._item is not None:
            self._item.set_opacity(opacity)

    @property
    def swipe(self) -> float:
        """The share of the map, from the left, over which it is shown."""
        return self._swipe

    def set_swipe(self, share: float) -> None:
        """Show it over this share of the map, from the left."""
        self._swipe = share
        if self._item is not None:
            self._item.set_swipe(share)
        self.changed.emit()

    def stop(self) -> None:
        """Take everything away. Safe to call twice."""
        self._is_on = False
        self._turn()

    def _turn(self) -> None:
        is_shown = self._is_on and self._is_active
        if is_shown and self._item is None:
            self._appear()
        elif not is_shown and self._item is not None:
            self._disappear()

    def _appear(self) -> None:
        self._item = PreviewItem(self._canvas)
        self._item.set_opacity(self._opacity)
        self._item.set_swipe(self._swipe)
        self._drag = SwipeDrag(self._canvas, lambda: self._swipe, self.set_swipe)
        self._canvas.extentsChanged.connect(self._ask_soon)
        self._canvas.destinationCrsChanged.connect(self._project_anew)
        self._timer.start(0)

    def _disappear(self) -> None:
        self._timer.stop()
        self._withdraw()
        self._canvas.destinationCrsChanged.disconnect(self._project_anew)
        self._canvas.extentsChanged.disconnect(self._ask_soon)
        self._drag.stop()
        self._canvas.scene().removeItem(self._item)
        self._item = self._drag = None
        self._tell(is_busy=False, message="")

    def _start_anew(self) -> None:
        """What is painted is of something else."""
        self._withdraw()
        if self._item is not None:
            self._item.clear()
        self._ask_soon()

    def _project_anew(self) -> None:
        self._item.project_anew()
        self._ask_soon()

    # -- asking -------------------------------------------------------------------------------------------

    def _ask_soon(self) -> None:
        if self._item is not None:
            self._timer.start(PATIENCE_MS)

    def _ask(self) -> None:
        self._withdraw()
        try:
            inputs = self._inputs()
        except QgsProcessingException as error:
            self._fail(error)
            return
        self._tell(is_busy=True, message="" if self.about else tr("The backend starts…"))
        callbacks = {"on_result": self._finish, "on_error": self._fail, "on_preview": self._take}
        callbacks["on_progress"] = self._show_share
        self._call = self._session.request(self.JOB, inputs, **callbacks)

    def _withdraw(self) -> None:
        if self._call is not None:
            self._call.cancel()
            self._call = None

    def _view(self, *, in_its_crs: bool) -> "dict[str, Any]":
        """Inputs that say what the map shows, and on how many pixels of the screen."""
        settings = self._canvas.mapSettings()
        box, crs, size = settings.visibleExtent(), settings.destinationCrs(), self._canvas.viewport().size()
        view: dict[str, Any] = {"bbox": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]}
        if in_its_crs and crs.isValid():
            view["crs"] = crs_text(crs)
        ratio = self._canvas.devicePixelRatioF()
        sizes = {"view_width": int(size.width() * ratio), "view_height": int(size.height() * ratio)}
        return {"view": view, **sizes}

    # -- what comes back ----------------------------------------------------------------------------------

    def _show_share(self, share: float, _: str) -> None:
        self.share = share
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._call = None
        self._item.clear()
        self.about = {}
        self._tell(is_busy=False, message=str(error))

    def _tell(self, *, is_busy: bool, message: str) -> None:
        self.is_busy, self.message, self.share = is_busy, message, 0.0
        self.changed.emit()
