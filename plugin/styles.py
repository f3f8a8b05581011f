"""How a result looks: the style of a result event made a QGIS style, kept beside the file as ``.qml``.

The sidecar serves the desktop, ``qgis_process`` and other people's QGIS alike.
"""

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .ramps import colours

Style = dict[str, Any]
OUTLINE = "#40000000"
FRAME_MM = 0.6


def style_result(path: str, outcome: dict[str, Any]) -> Optional[Path]:
    """Write the sidecar of a result that has a style; its path."""
    style, kind = outcome.get("style"), outcome.get("kind")
    if not style or kind not in ("raster", "vector"):
        return None
    layer = QgsRasterLayer(path, "result") if kind == "raster" else QgsVectorLayer(path, "result", "ogr")
    if not layer.isValid():
        return None
    apply_style(layer, style)
    sidecar = Path(path).with_suffix(".qml")
    layer.saveNamedStyle(str(sidecar))
    return sidecar


def apply_style(layer: QgsMapLayer, style: Style) -> None:
    """Give the layer the renderer that the style asks for; an unknown style changes nothing."""
    is_raster = isinstance(layer, QgsRasterLayer)
    make = _RENDERERS.get((is_raster, style.get("type", "")))
    if make is not None:
        layer.setRenderer(make(layer, style))


def _paletted(layer: QgsRasterLayer, style: Style) -> QgsPalettedRasterRenderer:
    classes = [
        QgsPalettedRasterRenderer.Class(entry["value"], QColor(entry["color"]), str(entry["name"]))
        for entry in style["classes"]
    ]
    return QgsPalettedRasterRenderer(layer.dataProvider(), int(style.get("band", 1)), classes)


def _gradient(layer: QgsRasterLayer, style: Style) -> QgsSingleBandPseudoColorRenderer:
    low, high = float(style["minimum"]), float(style["maximum"])
    stops = colours(style.get("ramp", "viridis"))
    function = QgsColorRampShader(low, high)
    function.setColorRampType(QgsColorRampShader.Type.Interpolated)
    function.setColorRampItemList(
        [_stop(style, low, high, n / (len(stops) - 1), c) for n, c in enumerate(stops)]
    )
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), int(style.get("band", 1)), shader)
    renderer.setClassificationMin(low)
    renderer.setClassificationMax(high)
    return renderer


def _stop(
    style: Style, low: float, high: float, fraction: float, colour: str
) -> QgsColorRampShader.ColorRampItem:
    value = low + fraction * (high - low)
    unit = style.get("unit")
    label = f"{value:.4g} {unit}" if unit else f"{value:.4g}"
    return QgsColorRampShader.ColorRampItem(value, QColor(colour), label)


def _categorized(layer: QgsVectorLayer, style: Style) -> QgsCategorizedSymbolRenderer:
    symbol = _outlined if style.get("outlined") else _symbol
    categories = [
        QgsRendererCategory(entry["value"], symbol(layer, entry["color"]), str(entry["name"]))
        for entry in style["classes"]
    ]
    return QgsCategorizedSymbolRenderer(style.get("field", "class"), categories)


def _symbol(layer: QgsVectorLayer, colour: str) -> QgsSymbol:
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.setColor(QColor(colour))
    outline = symbol.symbolLayer(0)
    if hasattr(outline, "setStrokeColor"):
        outline.setStrokeColor(QColor(OUTLINE))
    return symbol


def _outlined(_: QgsVectorLayer, colour: str) -> QgsSymbol:
    """A frame that leaves the image in it to be seen."""
    return QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": colour, "outline_width": str(FRAME_MM), "joinstyle": "miter"}
    )


_RENDERERS = {
    (True, "classes"): _paletted,
    (True, "gradient"): _gradient,
    (False, "classes"): _categorized,
}
