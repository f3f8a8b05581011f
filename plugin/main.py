"""Start and stop of the plugin, the one the mirror of the other."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .i18n import load_translator
from .places import ROOT
from .runner.local import close_all


class RelevePlugin:
    """What QGIS starts and stops. ``iface`` is None in ``qgis_process``."""

    def __init__(self, iface):
        self._iface = iface
        self._translator = None
        self._provider = None

    def initGui(self):
        """Start in a QGIS with a window."""
        self.initProcessing()

    def initProcessing(self):
        """Start the part that needs no window."""
        from .provider import ReleveProvider  # after the translator: titles are read when algorithms are made

        if self._provider is None:
            self._translator = load_translator(ROOT / "i18n")
            self._provider = ReleveProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def unload(self):
        """Undo what was started, in reverse. Safe to call twice."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        close_all()
