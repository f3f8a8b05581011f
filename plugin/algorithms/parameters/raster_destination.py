"""Where a raster goes."""

from qgis.core import QgsProcessingParameterRasterDestination

from ...i18n import tr
from .destination import Destination


class RasterDestination(Destination):
    """A GeoTIFF, loaded when the run ends."""

    def declare(self, output):
        return QgsProcessingParameterRasterDestination(output.key, tr(output.title))
