"""Where a folder of results goes."""

import os

from qgis.core import QgsProcessing, QgsProcessingParameterFolderDestination, QgsProcessingUtils

from ...i18n import tr
from .destination import Destination, place


class FolderDestination(Destination):
    """A folder, made where it is missing; its files are not loaded as layers."""

    is_layer = False

    def declare(self, output):
        return QgsProcessingParameterFolderDestination(output.key, tr(output.title))

    def problem(self, output, value, values):
        path = place(value, values)
        if path == QgsProcessing.TEMPORARY_OUTPUT or not os.path.isfile(path):
            return ""
        return tr("{path} is a file, a folder is needed: choose another name").format(path=path)

    def path(self, output, value, values):
        path = place(value, values)
        if path == QgsProcessing.TEMPORARY_OUTPUT:
            return QgsProcessingUtils.generateTempFilename(output.name)
        return os.path.abspath(path)
