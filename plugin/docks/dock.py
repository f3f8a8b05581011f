"""A dock: declared in one line, empty until it is first seen."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Callable

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QWidget


@dataclass(frozen=True)
class Dock:
    """What is known of a dock at the start of QGIS.

    ``name`` is that of its folder, and that by which QGIS remembers its place; ``title`` is asked for when
    QGIS' language is loaded.
    """

    name: str
    title: Callable[[], str]
    icon: str
    area: Qt.DockWidgetArea = Qt.DockWidgetArea.RightDockWidgetArea

    def build(self, iface: Any, session: Any) -> QWidget:
        """What the dock shows, a widget with a ``stop()``; its module is imported now."""
        return import_module(f"{__package__}.{self.name}.panel").Panel(iface, session)


class Shell(QgsDockWidget):
    """The frame of a dock, cheap enough for the start of QGIS, which puts it where it was."""

    def __init__(self, dock: Dock, iface: Any, session: Any):
        super().__init__(dock.title(), iface.mainWindow())
        self.setObjectName(f"Releve{dock.name.title()}Dock")
        self._build = lambda: dock.build(iface, session)
        self._first = QTimer(self)  # later: a dock that was open does not hold up the start
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.fill)

    def showEvent(self, event):
        super().showEvent(event)
        if self.widget() is None:
            self._first.start(0)

    def fill(self) -> None:
        """Build what it shows, unless that was done."""
        if self.widget() is None:
            self.setWidget(self._build())

    def stop(self) -> None:
        """The plugin goes: what the dock shows lets go of the map and of what it asked for."""
        if self.widget() is not None:
            self.widget().stop()
