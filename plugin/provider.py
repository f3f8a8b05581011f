"""The group "Relevé" in the Processing toolbox."""

from qgis.core import Qgis, QgsMessageLog, QgsProcessingAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.client_report import ClientReport
from .algorithms.install import InstallBackend
from .algorithms.job import JobAlgorithm
from .algorithms.layout import MapLayout
from .algorithms.parameters import DESTINATIONS, KINDS
from .algorithms.remove import RemoveBackend
from .catalogue import Job, load_jobs
from .i18n import tr
from .places import RESOURCES, icon_path, profile_folder
from .settings import is_disabled

QGIS_ALONE = (MapLayout, ClientReport, InstallBackend, RemoveBackend)
"""Algorithms that need no backend."""


class ReleveProvider(QgsProcessingProvider):
    """Every job of the catalogue as an algorithm, and the few that live in QGIS alone."""

    def id(self):
        return "releve"

    def name(self):
        return "Relevé"

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):
        return icon_path("releve")

    def supportsNonFileBasedOutput(self):
        return False

    def supportedOutputRasterLayerExtensions(self):
        return ["tif", "tiff"]

    def supportedOutputVectorLayerExtensions(self):
        return ["gpkg", "csv"]

    def defaultRasterFileExtension(self):
        return "tif"

    def defaultVectorFileExtension(self, hasGeometry=True):
        return "gpkg" if hasGeometry else "csv"

    def loadAlgorithms(self):
        # Ours first: a list that an older backend wrote does not replace what this version ships.
        catalogues = [RESOURCES / "catalogue.json", profile_folder() / "catalogue.json"]
        for job in filter(_is_shown, load_jobs(catalogues)):
            self.addAlgorithm(JobAlgorithm(job))
        for algorithm in filter(_is_allowed, (kind() for kind in QGIS_ALONE)):
            self.addAlgorithm(algorithm)


def _is_allowed(algorithm: QgsProcessingAlgorithm) -> bool:
    return not is_disabled(algorithm.name())


def _is_shown(job: Job) -> bool:
    if is_disabled(job.id) or not (job.outputs or job.values):  # one that gives neither serves the docks
        return False
    known = {item.kind in KINDS for item in job.parameters} | {
        item.kind in DESTINATIONS for item in job.outputs
    }
    if known <= {True}:
        return True
    sentence = tr("The job {job} needs a newer version of the plugin: left out").format(job=job.id)
    QgsMessageLog.logMessage(sentence, "Relevé", Qgis.MessageLevel.Warning)
    return False
