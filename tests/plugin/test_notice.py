from __future__ import annotations

import pytest
import qgis.utils
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QWidget

from releve.plugin import notice
from releve.plugin.algorithms import backend
from releve.plugin.runner import NoBackend


class Window:
    """Stands for iface."""

    def __init__(self):
        self.window, self.pages = QWidget(), []

    def mainWindow(self):
        return self.window

    def showOptionsDialog(self, parent, page):
        self.pages.append(page)


@pytest.fixture
def window(qgis_app, monkeypatch):
    window = Window()
    monkeypatch.setattr(qgis.utils, "iface", window)
    return window


@pytest.fixture
def elsewhere(window, tmp_path, monkeypatch):
    """A profile and a checkout without any backend."""
    monkeypatch.setattr(backend, "backend_folder", lambda chosen: tmp_path)
    monkeypatch.setattr(backend, "ROOT", tmp_path)


def boxes(window):
    return window.window.findChildren(QMessageBox)


def test_without_a_backend_it_is_offered_with_a_button_that_opens_our_page(elsewhere, window):
    with pytest.raises(NoBackend, match="is not installed"):
        notice.require_backend()
    (box,) = boxes(window)
    assert "is not installed" in box.text()
    next(button for button in box.buttons() if button.text() == "Install…").click()
    QApplication.processEvents()
    assert window.pages == [notice.PAGE]


def test_without_a_window_nothing_is_offered(elsewhere, window, monkeypatch):
    monkeypatch.setattr(qgis.utils, "iface", None)
    with pytest.raises(NoBackend):
        notice.require_backend()
    assert boxes(window) == []


def test_with_a_backend_nothing_is_said(with_backend, window):
    notice.require_backend()
    assert boxes(window) == []
