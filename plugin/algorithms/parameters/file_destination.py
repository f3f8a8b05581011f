"""Where a file for people goes: a report, mostly."""

from qgis.core import QgsProcessingParameterFileDestination

from ...i18n import tr
from .destination import Destination
from .file import file_filter


class FileDestination(Destination):
    """A file; a report in HTML shows up in the results viewer."""

    is_layer = False

    def declare(self, output):
        return QgsProcessingParameterFileDestination(
            output.key, tr(output.title), fileFilter=file_filter(output.extensions)
        )
