"""Brings our page into QGIS' options."""

from __future__ import annotations

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon

from ..places import icon_path


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time the options are opened; the work it starts outlives it."""

    def __init__(self):
        super().__init__("Relevé", QIcon(icon_path("releve")))
        self._installer = None

    def createWidget(self, parent):
        from .page import OptionsPage  # late: few open it, and QGIS should start fast

        return OptionsPage(self.installer(), parent)

    def installer(self):
        """What installs, made when first needed."""
        from .installation import Installer

        if self._installer is None:
            self._installer = Installer()
        return self._installer

    def close(self) -> None:
        """End what runs. Safe to call twice."""
        if self._installer is not None:
            self._installer.close()
            self._installer = None
