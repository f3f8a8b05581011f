"""Dialogs of jobs, on the offscreen platform."""

from __future__ import annotations

import pytest


@pytest.fixture
def open_dialog(qgis_processing, monkeypatch, sample_jobs):
    """Opens the dialog of a job of the sample package."""
    from processing.gui import ParametersPanel
    from qgis.core import QgsSettings

    from releve.plugin.algorithms.job import JobAlgorithm
    from releve.plugin.dialog.job_dialog import JobDialog
    from releve.plugin.provider import ReleveProvider

    monkeypatch.setattr(ParametersPanel, "iface", None)  # the tests' own has no browser
    QgsSettings().remove("releve/last_used")
    provider = ReleveProvider()
    opened = []

    def open_dialog(identity="sample.everything"):
        job = sample_jobs[identity]
        algorithm = JobAlgorithm(job)
        algorithm.setProvider(provider)
        algorithm.initAlgorithm()
        opened.append(JobDialog(algorithm, job))
        return opened[-1]

    yield open_dialog
    for dialog in opened:
        dialog.close()
    QgsSettings().remove("releve/last_used")
