"""Any file."""

from qgis.core import QgsProcessingParameterFile

from ...i18n import tr
from ..paths import absolute, missing
from .kind import Kind, title


class File(Kind):
    """A file that exists, or a URL; its ending is checked where the job asks for one."""

    def declare(self, parameter):
        return QgsProcessingParameterFile(
            parameter.key,
            title(parameter),
            QgsProcessingParameterFile.Behavior.File,
            fileFilter=file_filter(parameter.extensions),
        )

    def problem(self, parameter, value, values):
        endings = tuple(f".{extension.lower()}" for extension in parameter.extensions)
        if endings and not str(value).lower().endswith(endings):
            sentence = tr("found {path}, a file that ends in {extensions} is needed")
            return sentence.format(path=value, extensions=", ".join(endings))
        return missing(str(value))

    def read(self, parameter, value, values):
        return absolute(str(value))


def file_filter(extensions):
    """What a file dialog proposes: files of these extensions, or all."""
    patterns = " ".join(f"*.{extension}" for extension in extensions)
    return f"{extensions[0].upper()} ({patterns})" if extensions else tr("All files (*.*)")
