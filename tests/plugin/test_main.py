from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication


@pytest.fixture
def plugin(qgis_app, qgis_iface):
    from releve import classFactory

    plugin = classFactory(qgis_iface)
    yield plugin
    plugin.unload()


def provider():
    return QgsApplication.processingRegistry().providerById("releve")


def test_the_plugin_brings_its_provider(plugin):
    plugin.initGui()
    assert provider().name() == "Relevé"


def test_unload_leaves_nothing_behind_and_may_be_repeated(plugin):
    before = QCoreApplication.instance().children()
    plugin.initGui()
    plugin.unload()
    plugin.unload()
    assert provider() is None
    assert QCoreApplication.instance().children() == before
    assert plugin._options is None


def test_it_starts_again_after_an_unload(plugin):
    for _ in range(2):
        plugin.initGui()
        assert provider() is not None
        plugin.unload()


def test_without_a_window_the_algorithms_come_alone(plugin):
    plugin.initProcessing()
    assert provider() is not None
    assert plugin._options is None
