"""An ONNX model."""

from qgis.core import QgsProcessingParameterFile

from .file import File, file_filter
from .kind import title


class Model(File):
    """A file like any other; what it holds is judged by the backend."""

    def declare(self, parameter):
        return QgsProcessingParameterFile(
            parameter.key,
            title(parameter),
            QgsProcessingParameterFile.Behavior.File,
            fileFilter=f"{file_filter(('onnx',))};;{file_filter(())}",
        )
