"""What the algorithms that look after the backend share; they live in QGIS alone."""

from qgis.core import QgsApplication, QgsProcessingAlgorithm
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from ..places import icon_path


class BackendAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the group "Backend"; the list of jobs is read anew after it."""

    def createInstance(self):
        return type(self)()

    def group(self):
        return tr("Backend")

    def groupId(self):
        return "backend"

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return icon_path("backend")

    def prepareAlgorithm(self, parameters, context, feedback):
        _release_docks()  # on Windows a running backend holds its files
        return True

    def postProcessAlgorithm(self, context, feedback):
        QTimer.singleShot(0, refresh_jobs)  # later: this algorithm is among them
        return {}


def refresh_jobs() -> None:
    """Show in the toolbox which jobs there are now; docks ask the new backend."""
    _release_docks()
    provider = QgsApplication.processingRegistry().providerById("releve")
    if provider is not None:
        provider.refreshAlgorithms()


def _release_docks() -> None:
    from ..session import release_all  # late: without a window there is none

    release_all()
