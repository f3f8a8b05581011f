"""What Relevé adds to QGIS' window: a menu, a toolbar and its docks."""

from typing import Any

from qgis.PyQt.QtWidgets import QAction

from . import DOCKS
from .dock import Dock, Shell
from .icons import themed_icon

MENU = "Relevé"


class Desk:
    """Made when QGIS starts and closed when it ends; the docks themselves are built when first seen."""

    def __init__(self, iface: Any, session: Any):
        self._iface = iface
        self._session = session
        self._toolbar = iface.addToolBar("Relevé")
        self._toolbar.setObjectName("ReleveToolBar")
        self._icons: dict[QAction, str] = {}
        self._shells = [self._add_dock(dock) for dock in DOCKS]
        iface.currentThemeChanged.connect(self._paint_icons)

    def add_action(self, action: QAction, icon: str) -> None:
        """Show an action in menu and toolbar, with an icon of ours that suits the theme."""
        self._icons[action] = icon
        action.setIcon(themed_icon(icon))
        self._iface.addPluginToMenu(MENU, action)
        self._toolbar.addAction(action)

    def close(self) -> None:
        """Take everything away again, in reverse."""
        self._iface.currentThemeChanged.disconnect(self._paint_icons)
        for shell in reversed(self._shells):
            shell.stop()
            self._iface.removeDockWidget(shell)
            shell.deleteLater()
        for action in reversed(list(self._icons)):
            self._iface.removePluginMenu(MENU, action)
            action.deleteLater()
        self._toolbar.deleteLater()

    def _add_dock(self, dock: Dock) -> Shell:
        shell = Shell(dock, self._iface, self._session)
        action = QAction(dock.title(), self._iface.mainWindow())
        action.setObjectName(f"Releve{dock.name.title()}Action")
        action.setCheckable(True)
        self.add_action(action, dock.icon)
        self._iface.addDockWidget(dock.area, shell)
        shell.hide()  # QGIS shows what it gets; what was open before it opens itself
        shell.setToggleVisibilityAction(action)
        return shell

    def _paint_icons(self, *_: object) -> None:
        for action, icon in self._icons.items():
            action.setIcon(themed_icon(icon))
