from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager, QgsSettings

from releve.plugin.network import read_network
from releve.plugin.settings import Settings

KEYS = (
    "proxyEnabled",
    "proxyType",
    "proxyHost",
    "proxyPort",
    "proxyUser",
    "proxyPassword",
    "noProxyUrls",
    "authcfg",
)


@pytest.fixture
def proxy(qgis_app):
    """Sets QGIS' proxy as its options do."""

    def set_proxy(**values):
        for name, value in values.items():
            QgsSettings().setValue(f"proxy/{name}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

    yield set_proxy
    for key in KEYS:
        QgsSettings().remove(f"proxy/{key}")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


@pytest.fixture
def login(qgis_app):
    """A user and a password in QGIS' authentication store; its id."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("a master's password", True):
        pytest.skip("QGIS has no authentication store here")
    configuration = QgsAuthMethodConfig()
    configuration.setName("test")
    configuration.setMethod("Basic")
    configuration.setConfig("username", "me")
    configuration.setConfig("password", "s3cret/é")
    stored = manager.storeAuthenticationConfig(configuration)
    assert stored[0] if isinstance(stored, tuple) else stored
    yield configuration.id()
    manager.removeAuthenticationConfig(configuration.id())


def test_without_a_proxy_all_is_left_to_pip_and_the_system(proxy):
    proxy(proxyEnabled=False)
    network = read_network(Settings())
    assert (network.proxy, network.index_url) == ("", "")


def test_the_proxy_of_qgis_is_taken_with_its_user_and_its_exceptions(proxy):
    proxy(
        proxyEnabled=True,
        proxyType="HttpProxy",
        proxyHost="proxy.example",
        proxyPort="3128",
        proxyUser="me",
        proxyPassword="pass word",
        noProxyUrls=["https://intranet.example/maps", "localhost"],
    )
    network = read_network(Settings())
    assert network.proxy == "http://me:pass%20word@proxy.example:3128"
    assert network.no_proxy == ("intranet.example", "localhost")
    assert "pass%20word" in network.secrets


def test_a_login_for_the_proxy_comes_from_the_store(proxy, login):
    proxy(
        proxyEnabled=True, proxyType="HttpProxy", proxyHost="proxy.example", proxyPort="3128", authcfg=login
    )
    assert read_network(Settings()).proxy == "http://me:s3cret%2F%C3%A9@proxy.example:3128"


def test_a_socks_proxy_is_named_as_one(proxy):
    proxy(proxyEnabled=True, proxyType="Socks5Proxy", proxyHost="proxy.example", proxyPort="1080")
    assert read_network(Settings()).proxy == "socks5://proxy.example:1080"


def test_a_login_for_the_index_comes_from_the_store_and_is_not_among_the_settings(proxy, login):
    settings = Settings(index_url="https://index/simple", index_auth=login)
    network = read_network(settings)
    assert (network.index_user, network.index_password) == ("me", "s3cret/é")
    assert "s3cret" not in str(settings)


def test_the_authorities_that_qgis_trusts_are_given(qgis_app):
    if QgsApplication.authManager().isDisabled():
        pytest.skip("QGIS has no authentication store here")
    assert "-----BEGIN CERTIFICATE-----" in read_network(Settings()).certificates
