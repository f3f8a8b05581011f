from __future__ import annotations

import sys
from types import ModuleType

import pytest
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QMainWindow, QToolBar


class Window(QObject):
    """Stands for iface, with a main window that really holds docks."""

    currentThemeChanged = pyqtSignal(str)  # noqa: N815 - the name QGIS gives it

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.menu = []

    def mainWindow(self):
        return self.window

    def addToolBar(self, name):
        return self.window.addToolBar(name)

    def addPluginToMenu(self, menu, action):
        self.menu.append((menu, action.text()))

    def removePluginMenu(self, menu, action):
        self.menu.remove((menu, action.text()))

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)
        dock.show()

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)


@pytest.fixture
def iface(qgis_app):
    window = Window()
    yield window
    window.window.deleteLater()


@pytest.fixture
def built(monkeypatch):
    """A dock named sample; the list of what was built of it."""
    from releve.plugin.docks import desk
    from releve.plugin.docks.dock import Dock

    panels = []

    class Panel(QLabel):
        def __init__(self, iface, session):
            super().__init__("sample")
            panels.append((iface, session))

        def stop(self):
            panels.append("stopped")

    module = ModuleType("panel")
    module.Panel = Panel
    monkeypatch.setitem(sys.modules, "releve.plugin.docks.sample", ModuleType("sample"))
    monkeypatch.setitem(sys.modules, "releve.plugin.docks.sample.panel", module)
    monkeypatch.setattr(desk, "DOCKS", (Dock("sample", lambda: "Sample", icon="model"),))
    return panels


@pytest.fixture
def open_desk(iface, built):
    from releve.plugin.docks.desk import Desk

    return lambda: Desk(iface, "session")


def shell(iface):
    from releve.plugin.docks.dock import Shell

    (found,) = iface.window.findChildren(Shell)
    return found


def test_a_dock_is_in_menu_and_toolbar_and_not_built_before_it_is_seen(iface, built, open_desk, wait_until):
    desk = open_desk()
    iface.window.show()
    QTest.qWait(20)
    assert iface.menu == [("Relevé", "Sample")]
    assert shell(iface).objectName() == "ReleveSampleDock"
    assert not shell(iface).isVisible()
    assert built == []
    (toolbar,) = iface.window.findChildren(QToolBar)
    toolbar.actions()[0].trigger()
    wait_until(lambda: built == [(iface, "session")])
    assert shell(iface).widget().text() == "sample"
    desk.close()


def test_a_dock_is_built_once(iface, built, open_desk):
    desk = open_desk()
    iface.window.show()
    for visible in (True, False, True):
        shell(iface).setUserVisible(visible)
        QTest.qWait(20)
    assert len(built) == 1
    desk.close()


def test_a_dock_comes_back_where_it_was(iface, open_desk, wait_until):
    desk = open_desk()
    iface.window.show()
    iface.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, shell(iface))
    shell(iface).setUserVisible(True)
    state = iface.window.saveState()
    desk.close()
    wait_until(lambda: not iface.window.findChildren(type(desk._shells[0])))
    desk = open_desk()
    iface.window.restoreState(state)
    assert iface.window.dockWidgetArea(shell(iface)) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert shell(iface).isVisible()
    desk.close()


def test_closing_takes_everything_away(iface, built, open_desk, wait_until):
    from releve.plugin.docks.dock import Shell

    desk = open_desk()
    shell(iface).fill()
    desk.close()
    assert built[-1] == "stopped"
    wait_until(lambda: not iface.window.findChildren(QToolBar))
    assert iface.window.findChildren(Shell) == []
    assert iface.menu == []


def test_icons_have_light_lines_in_a_dark_window(qgis_app):
    from qgis.PyQt.QtGui import QColor, QPalette

    from releve.plugin.docks.icons import themed_icon

    before = qgis_app.palette()
    palette = QPalette(before)
    palette.setColor(QPalette.ColorRole.Window, QColor("#222222"))
    light = themed_icon("model").pixmap(24, 24).toImage()
    qgis_app.setPalette(palette)
    try:
        dark = themed_icon("model").pixmap(24, 24).toImage()
    finally:
        qgis_app.setPalette(before)
    brightness = [sum(i.pixelColor(x, 10).lightness() for x in range(24)) for i in (light, dark)]
    assert brightness[1] > brightness[0]
