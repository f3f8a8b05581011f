"""Where a raster goes."""

from qgis.core import QgsProcessingParameterRasterDestination, QgsProcessingUtils

from ...i18n import tr
from .destination import Destination


class RasterDestination(Destination):
    """A GeoTIFF, loaded when the run ends."""

    layer_hint = QgsProcessingUtils.LayerHint.Raster

    def declare(self, output):
        return QgsProcessingParameterRasterDestination(output.key, tr(output.title))
