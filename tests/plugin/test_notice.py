from __future__ import annotations

import sys

import pytest

from releve.plugin import notice
from releve.plugin.runner.interpreter import STAMP, python_of


class Bar:
    """Stands for QGIS' message bar."""

    def __init__(self):
        self.shown = []

    def createMessage(self, title, text):
        from qgis.gui import QgsMessageBarItem

        return QgsMessageBarItem(title, text)

    def pushWidget(self, item, level, duration):
        self.shown.append(item)


class Window:
    """Stands for iface."""

    def __init__(self):
        self.bar = Bar()

    def messageBar(self):
        return self.bar


@pytest.fixture
def elsewhere(qgis_app, tmp_path, monkeypatch):
    """A profile and a checkout without any backend."""
    monkeypatch.setattr(notice, "profile_folder", lambda: tmp_path)
    monkeypatch.setattr(notice, "ROOT", tmp_path)
    return tmp_path


def make_venv(folder, stamp):
    python = python_of(folder)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (folder / STAMP).write_text(stamp, encoding="utf-8")


def test_a_missing_backend_is_told_with_a_button(elsewhere):
    window = Window()
    notice.show_backend_notice(window)
    (item,) = window.bar.shown
    assert "is not installed" in item.text()


def test_an_older_backend_is_told(elsewhere):
    make_venv(elsewhere / "venv", "cpu 0123")
    assert "are not those this version asks for" in notice.backend_notice()


def test_with_a_backend_nothing_is_said(with_backend):
    window = Window()
    notice.show_backend_notice(window)
    assert window.bar.shown == []
