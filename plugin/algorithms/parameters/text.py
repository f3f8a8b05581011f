"""Free text."""

from qgis.core import QgsProcessingParameterString

from .kind import Kind, title


class Text(Kind):
    """An empty text is an absent one."""

    def declare(self, parameter):
        return QgsProcessingParameterString(
            parameter.key, title(parameter), defaultValue=parameter.default, multiLine=parameter.multiline
        )
