"""Where a vector layer goes."""

from qgis.core import QgsProcessingParameterVectorDestination, QgsProcessingUtils

from ...i18n import tr
from .destination import Destination
from .vector import SOURCE_TYPES


class VectorDestination(Destination):
    """A GeoPackage of one layer, loaded when the run ends."""

    layer_hint = QgsProcessingUtils.LayerHint.Vector

    def declare(self, output):
        return QgsProcessingParameterVectorDestination(
            output.key, tr(output.title), SOURCE_TYPES[output.geometry]
        )
