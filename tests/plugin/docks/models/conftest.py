"""The dock of models on a fake session."""

from __future__ import annotations

import pytest


@pytest.fixture
def kept(qgis_app, tmp_path, monkeypatch):
    """An empty profile for the list that is kept; the module that keeps it."""
    from releve.plugin.docks.models import cache

    monkeypatch.setattr(cache, "profile_folder", lambda: tmp_path / "releve")
    return cache


@pytest.fixture
def open_panel(kept, window, session):
    """Opens the dock, shown, with the rows of the last time."""
    from releve.plugin.docks.models.panel import Panel

    panels = []

    def start(rows=(), a_session=session):
        if rows:
            kept.save(list(rows))
        panel = Panel(window, a_session)
        panel.resize(400, 800)
        panel.show()
        panels.append(panel)
        return panel

    yield start
    for panel in panels:
        panel.close()
        panel.deleteLater()
