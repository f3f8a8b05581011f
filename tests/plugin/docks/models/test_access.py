from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig


@pytest.fixture
def keep(qgis_app, monkeypatch):
    """Keeps a configuration as QGIS' store would; its id."""
    store = {}

    class Store:
        def loadAuthenticationConfig(self, name, found, whole):
            found.setMethod(store[name].method())
            found.setConfigMap(store[name].configMap())
            return True

    monkeypatch.setattr(QgsApplication, "authManager", staticmethod(Store))

    def add(method, **values):
        configuration = QgsAuthMethodConfig(method)
        for name, value in values.items():
            configuration.setConfig(name, value)
        store[method] = configuration
        return method

    return add


def test_the_token_is_the_password_or_the_value_of_a_header(keep):
    from releve.plugin.docks.models.access import token_of

    assert token_of(keep("Basic", username="me", password="hf_x")) == "hf_x"
    assert token_of(keep("APIHeader", Authorization="Bearer hf_y")) == "hf_y"
    assert token_of("") == ""


@pytest.mark.parametrize("proxy", ["http://proxy:3128", ""])
def test_hosts_that_qgis_reaches_without_its_proxy_go_beside_it(qgis_app, monkeypatch, proxy):
    from releve.plugin.docks.models import access
    from releve.plugin.installer.network import Network

    network = Network(proxy=proxy, no_proxy=("models.here", "localhost"))
    monkeypatch.setattr(access, "read_network", lambda settings: network)
    wanted = {"proxy": proxy, "no_proxy": "models.here,localhost"} if proxy else {}
    assert access.secrets_for("") == wanted
