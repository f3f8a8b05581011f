"""Asks the backend for what the map shows, again whenever that changes, and has it painted."""

import math
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProcessingException, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..algorithms.copies import raster_source
from ..algorithms.parameters.crs import crs_text
from ..algorithms.paths import absolute
from ..i18n import tr
from .item import PreviewItem
from .pictures import Picture
from .swipe import SwipeDrag

JOB = "inference.preview"
PATIENCE_MS = 150
"""The map must stand still for so long: a wheel turns many times in a second."""


class Preview(QObject):
    """A model's result over the map, for as long as it is on.

    ``changed`` is emitted when anything changes that a widget shows: `is_busy`, `share` (of the work, done),
    `message`, `about`, `swipe`.
    """

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, session: Any, parent: Optional[QObject] = None):
        super().__init__(parent)
        self._canvas, self._session = canvas, session
        self._item: Optional[PreviewItem] = None
        self._drag: Optional[SwipeDrag] = None
        self._call: Any = None
        self._model, self._measure = "", ""
        self._layer: Optional[QgsRasterLayer] = None
        self._is_on, self._is_active = False, True
        self._opacity, self._swipe = 1.0, 1.0
        self._painted: tuple[str, ...] = ()
        self.is_busy = False
        self.share = 0.0
        self.message = ""
        self.about: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._ask)

    # -- what is wanted -----------------------------------------------------------------------------------

    def set_model(self, path: str) -> None:
        """Preview this model from now on, as it is now; none where the path is empty."""
        if path == self._model:
            self._ask_soon()
            return
        self._model, self._measure, self.about = path, "", {}
        self._start_anew()

    def set_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Preview on this layer from now on; on none unless it is a raster."""
        layer = layer if isinstance(layer, QgsRasterLayer) else None
        if layer is self._layer:
            return
        self._leave_layer()
        self._layer = layer
        if layer is not None:
            layer.willBeDeleted.connect(self._lose_layer)
            layer.dataChanged.connect(self._ask_soon)
        self._start_anew()

    def set_measure(self, measure: str) -> None:
        """Show classes, confidence or values; empty: what the model gives first."""
        if measure != self._measure:
            self._measure = measure
            self._ask_soon()

    def set_on(self, on: bool) -> None:
        """Switch the preview on or off."""
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
        self._leave_layer()

    # -- on and off ---------------------------------------------------------------------------------------

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

    def _leave_layer(self) -> None:
        if self._layer is not None:
            self._layer.willBeDeleted.disconnect(self._lose_layer)
            self._layer.dataChanged.disconnect(self._ask_soon)
            self._layer = None

    def _lose_layer(self) -> None:
        self._layer = None  # it is half gone already: nothing may be asked of it
        self._start_anew()

    def _start_anew(self) -> None:
        """What is painted is of another model or layer."""
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
        self._call = self._session.request(JOB, inputs, **callbacks)

    def _withdraw(self) -> None:
        if self._call is not None:
            self._call.cancel()
            self._call = None

    def _inputs(self) -> "dict[str, Any]":
        if not self._model:
            raise QgsProcessingException(tr("Choose a model to see its preview."))
        if self._layer is None:
            raise QgsProcessingException(tr("Choose a raster layer to see a preview on it."))
        source = raster_source(self._layer, QgsProject.instance().transformContext())
        if not isinstance(source, str):
            sentence = tr(
                "The layer {name} is not read from a file as it is: export it first to see a preview."
            )
            raise QgsProcessingException(sentence.format(name=self._layer.name()))
        settings = self._canvas.mapSettings()
        box, crs, size = settings.visibleExtent(), settings.destinationCrs(), self._canvas.viewport().size()
        view = {"bbox": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]}
        if crs.isValid() and self._layer.crs().isValid():  # QGIS shows a layer without one as it lies
            view["crs"] = crs_text(crs)
        ratio = self._canvas.devicePixelRatioF()
        sizes = {"view_width": int(size.width() * ratio), "view_height": int(size.height() * ratio)}
        inputs = {"input": [absolute(source)], "model": self._model, "view": view, **sizes}
        return {**inputs, "measure": self._measure} if self._measure else inputs

    # -- what comes back ----------------------------------------------------------------------------------

    def _take(self, event: "dict[str, Any]") -> None:
        if "picture" in event:
            kind = (str(self.about.get("state")), str(self.about.get("measure")))
            if kind != self._painted:  # not before: till then the former one stays
                self._item.clear()
                self._painted = kind
                self._item.set_note(self._coarse_note())
            self._item.add(Picture.from_json(event["picture"]))
        else:
            self.about = {key: value for key, value in event.items() if key not in ("id", "event")}
            self._tell(is_busy=True, message=self._coarse_note())

    def _show_share(self, share: float, _: str) -> None:
        self.share = share
        self.changed.emit()

    def _finish(self, result: Any) -> None:
        self._call = None
        self.about = result.values
        self._item.set_note(self._coarse_note())
        message = self._coarse_note()
        if not self.about.get("blocks"):
            message = tr("The map shows no part of {name}.").format(name=self._layer.name())
        self._tell(is_busy=False, message=message)

    def _fail(self, error: Exception) -> None:
        self._call = None
        self._item.clear()
        self._painted, self.about = (), {}
        self._tell(is_busy=False, message=str(error))

    def _coarse_note(self) -> str:
        """What to do to see the true result; empty where it is seen."""
        factor = self.about.get("coarse", 1)
        if factor == 1:
            return ""
        sentence = tr(
            "Coarse preview, on pixels {factor} times as long as the model's: zoom in to 1:{scale} for the "
            "true result."
        )
        scale = _rounded_down(self._canvas.scale() / self.about["zoom_in"])
        return sentence.format(factor=factor, scale=f"{scale:,}".replace(",", "\u202f"))

    def _tell(self, *, is_busy: bool, message: str) -> None:
        self.is_busy, self.message, self.share = is_busy, message, 0.0
        self.changed.emit()


def _rounded_down(scale: float) -> int:
    """To two digits: 1:23 456 is no scale that anybody types."""
    unit = 10 ** max(int(math.log10(max(scale, 1))) - 1, 0)
    return int(scale // unit * unit)
