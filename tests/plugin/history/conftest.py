from __future__ import annotations

import pytest


@pytest.fixture
def own_profile(tmp_path, monkeypatch, qgis_app):
    """A folder of runs of the test's own, in a QGIS that has a window."""
    import qgis.utils

    from releve.plugin.history import recording
    from releve.plugin.history.runs import release_sessions

    monkeypatch.setattr(recording, "profile_folder", lambda: tmp_path / "profile")
    monkeypatch.setattr(qgis.utils, "iface", object())
    yield tmp_path / "profile"
    release_sessions()
