"""Start and stop of the plugin, the one the mirror of the other."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .i18n import load_translator
from .places import ROOT


class RelevePlugin:
    """What QGIS starts and stops. ``iface`` is None in ``qgis_process``."""

    def __init__(self, iface):
        self._iface = iface
        self._translator = None
        self._provider = None
        self._session = None
        self._desk = None
        self._options = None
        self._registration = None

    def initGui(self):
        """Start in a QGIS with a window."""
        from .docks.desk import Desk
        from .options.factory import OptionsFactory
        from .reference_systems import Registration
        from .session import BackendSession

        self.initProcessing()
        if self._registration is None and (registration := Registration()).is_needed:
            self._registration = registration
            QgsApplication.taskManager().addTask(registration)
        if self._desk is None:
            self._session = BackendSession()
            self._desk = Desk(self._iface, self._session)
        if self._options is None:
            self._options = OptionsFactory()
            self._iface.registerOptionsWidgetFactory(self._options)

    def initProcessing(self):
        """Start the part that needs no window."""
        from .provider import ReleveProvider  # late: the import takes most of the start

        if self._provider is None:
            self._translator = load_translator(ROOT / "i18n")
            self._provider = ReleveProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def unload(self):
        """Undo what was started, in reverse. Safe to call twice."""
        if self._options is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options)
            self._options.close()
            self._options = None
        if self._desk is not None:
            self._desk.close()
            self._session.close()
            self._desk = self._session = None
        if self._registration is not None:
            self._registration.wait()
            self._registration = None
        if self._provider is not None:
            from .runner.local import close_all

            close_all()
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
