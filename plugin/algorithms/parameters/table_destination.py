"""Where a table goes."""

from qgis.core import QgsProcessing, QgsProcessingParameterVectorDestination, QgsProcessingUtils

from ...i18n import tr
from .destination import Destination


class TableDestination(Destination):
    """A CSV, loaded as a layer without geometry when the run ends."""

    layer_hint = QgsProcessingUtils.LayerHint.Vector

    def declare(self, output):
        return QgsProcessingParameterVectorDestination(
            output.key, tr(output.title), QgsProcessing.SourceType.TypeVector
        )
