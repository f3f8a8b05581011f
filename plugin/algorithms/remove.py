"""The algorithm that takes the backend away."""

from qgis.core import (
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsSettings,
)

from ..i18n import tr
from ..installer.install import remove
from ..runner import BackendError
from ..settings import GROUP, Settings
from .backend_algorithm import BackendAlgorithm


class RemoveBackend(BackendAlgorithm):
    """Removes the interpreter in the user's profile, what its making left, and the settings if asked."""

    def name(self):
        return "backend.remove"

    def displayName(self):
        return tr("Remove the backend")

    def tags(self):
        return ["python", "uninstall", tr("uninstall")]

    def shortHelpString(self):
        return tr(
            "Removes the Python environment of Relevé's computations, what an interrupted installation left, "
            "and the list of added jobs. An interpreter of your own, and your models and results, stay."
        )

    def initAlgorithm(self, configuration=None):
        settings = tr("Forget the settings too")
        self.addParameter(QgsProcessingParameterBoolean("SETTINGS", settings, defaultValue=False))
        self.addOutput(QgsProcessingOutputNumber("REMOVED", tr("Folders and files removed")))

    def processAlgorithm(self, parameters, context, feedback):
        try:
            removed = remove(Settings.load())
        except BackendError as error:
            raise QgsProcessingException(str(error)) from error
        for path in removed:
            feedback.pushInfo(tr("Removed: {path}").format(path=path))
        if self.parameterAsBool(parameters, "SETTINGS", context):
            QgsSettings().remove(GROUP)
        return {"REMOVED": len(removed)}
