"""A folder."""

import os

from qgis.core import QgsProcessingParameterFile

from ...i18n import tr
from ..paths import absolute
from .kind import Kind, title


class Folder(Kind):
    """A folder that exists."""

    def declare(self, parameter):
        return QgsProcessingParameterFile(
            parameter.key, title(parameter), QgsProcessingParameterFile.Behavior.Folder
        )

    def problem(self, parameter, value, values):
        if os.path.isdir(str(value)):
            return ""
        return tr("{path} is not a folder: choose one that exists").format(path=value)

    def read(self, parameter, value, values):
        return absolute(str(value))
