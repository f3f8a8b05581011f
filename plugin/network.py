"""The network as QGIS' own settings describe it, for programs that QGIS starts."""

from __future__ import annotations

from urllib.parse import quote

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy

from .installer.network import Network
from .settings import Settings

_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
}


def read_network(settings: Settings) -> Network:
    """Proxy, certificates and index. For the main thread: QGIS may ask for its master password."""
    manager = QgsNetworkAccessManager.instance()
    user, password = _login(settings.index_auth)
    return Network(
        index_url=settings.index_url.strip(),
        index_user=user,
        index_password=password,
        proxy=_address(manager.fallbackProxy()),
        no_proxy=tuple(_hosts([*manager.excludeList(), *manager.noProxyList()])),
        certificates=_certificates(),
    )


def _address(proxy: QNetworkProxy) -> str:
    """Address of a proxy, with user and password, which QGIS has taken from its settings or its store."""
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return ""  # none, or the system's, which pip finds by itself
    login = f"{quote(proxy.user(), safe='')}:{quote(proxy.password(), safe='')}@" if proxy.user() else ""
    return f"{scheme}://{login}{proxy.hostName()}:{proxy.port()}"


def _hosts(urls: list[str]) -> list[str]:
    """Hosts of the addresses that QGIS reaches without its proxy."""
    return [host for host in (QUrl.fromUserInput(url.strip()).host() for url in urls) if host]


def _certificates() -> str:
    """The authorities that QGIS trusts: the system's, and those added in its authentication store."""
    manager = QgsApplication.authManager()
    return "" if manager.isDisabled() else bytes(manager.trustedCaCertsPemText()).decode("ascii", "replace")


def _login(configuration: str) -> tuple[str, str]:
    """User and password of an authentication configuration."""
    if not configuration:
        return "", ""
    found = QgsAuthMethodConfig()
    QgsApplication.authManager().loadAuthenticationConfig(configuration, found, True)
    return found.config("username"), found.config("password")
