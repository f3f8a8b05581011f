"""Several rasters, each with its date where it has one."""

from typing import Any

from qgis.core import Qgis, QgsProcessing, QgsProcessingParameterMultipleLayers, QgsRasterLayer
from qgis.PyQt.QtCore import Qt

from ...i18n import tr
from .kind import Kind, title
from .raster import raster_problem, raster_value

DATE_MARK = "|date="


class Rasters(Kind):
    """The date follows a path as ``|date=2024-06-30``; that of a layer is set in its temporal properties."""

    def declare(self, parameter):
        definition = QgsProcessingParameterMultipleLayers(
            parameter.key, title(parameter), QgsProcessing.SourceType.TypeRaster
        )
        definition.setMinimumNumberInputs(int(parameter.minimum or 1))
        return definition

    def problem(self, parameter, value, values):
        items = _items(value)
        needed = int(parameter.minimum or 1)
        if len(items) < needed:
            sentence = tr("found {found} rasters, at least {needed} are needed")
            return sentence.format(found=len(items), needed=needed)
        problems = (raster_problem(_split(item)[0], values) for item in items)
        return next(filter(None, problems), "")

    def read(self, parameter, value, values):
        return [_read(item, values) for item in _items(value)]

    def spell(self, parameter, value):
        return [_spell(item) for item in _items(value)]


def _items(value: Any) -> list:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _split(item: Any) -> tuple[Any, str]:
    if isinstance(item, str) and DATE_MARK in item:
        path, _, date = item.partition(DATE_MARK)
        return path, date
    return item, ""


def _read(item: Any, values: Any) -> Any:
    item, date = _split(item)
    href, date = raster_value(item, values), date or _layer_date(values.layer(item))
    return {"href": href, "date": date} if date else href


def _spell(item: Any) -> str:
    return f"{item['href']}{DATE_MARK}{item['date']}" if isinstance(item, dict) else str(item)


def _layer_date(layer: Any) -> str:
    if not isinstance(layer, QgsRasterLayer) or not layer.temporalProperties().isActive():
        return ""
    properties = layer.temporalProperties()
    if properties.mode() != _FIXED_RANGE:
        return ""
    return properties.fixedTemporalRange().begin().toString(Qt.DateFormat.ISODate)


if hasattr(Qgis, "RasterTemporalMode"):
    _FIXED_RANGE = Qgis.RasterTemporalMode.FixedTemporalRange
else:  # QGIS 3.20 and older
    from qgis.core import QgsRasterLayerTemporalProperties

    _FIXED_RANGE = QgsRasterLayerTemporalProperties.TemporalMode.ModeFixedTemporalRange
