"""A model's result over the map."""

import math
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProcessingException, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..algorithms.copies import raster_source
from ..algorithms.paths import absolute
from ..i18n import tr
from .overlay import Overlay
from .pictures import Picture


class Preview(Overlay):
    """A model's result on a layer, for what the map shows of it."""

    JOB = "inference.preview"

    def __init__(self, canvas: QgsMapCanvas, session: Any, parent: Optional[QObject] = None):
        super().__init__(canvas, session, parent)
        self._model, self._measure = "", ""
        self._layer: Optional[QgsRasterLayer] = None
        self._painted: tuple[str, ...] = ()

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

    def stop(self) -> None:
        """Take everything away. Safe to call twice."""
        super().stop()
        self._leave_layer()

    def _leave_layer(self) -> None:
        if self._layer is not None:
            self._layer.willBeDeleted.disconnect(self._lose_layer)
            self._layer.dataChanged.disconnect(self._ask_soon)
            self._layer = None

    def _lose_layer(self) -> None:
        self._layer = None  # it is half gone already: nothing may be asked of it
        self._start_anew()

    # -- asking and what comes back -----------------------------------------------------------------------

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
        # QGIS shows a layer without a CRS as it lies.
        view = self._view(in_its_crs=self._layer.crs().isValid())
        inputs = {"input": [absolute(source)], "model": self._model, **view}
        return {**inputs, "measure": self._measure} if self._measure else inputs

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

    def _finish(self, result: Any) -> None:
        self._call = None
        self.about = result.values
        self._item.set_note(self._coarse_note())
        message = self._coarse_note()
        if not self.about.get("blocks"):
            message = tr("The map shows no part of {name}.").format(name=self._layer.name())
        self._tell(is_busy=False, message=message)

    def _fail(self, error: Exception) -> None:
        self._painted = ()
        super()._fail(error)

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


def _rounded_down(scale: float) -> int:
    """To two digits: 1:23 456 is no scale that anybody types."""
    unit = 10 ** max(int(math.log10(max(scale, 1))) - 1, 0)
    return int(scale // unit * unit)
