"""Token and proxy for what is fetched, out of QGIS' authentication store; they are kept nowhere else."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsAuthMethodConfig

from ...network import read_network
from ...settings import Settings


def secrets_for(configuration: str) -> dict[str, str]:
    """What goes beside a request, from an authentication configuration and QGIS' proxy settings.

    To be called in the main thread: QGIS may ask for its master password.
    """
    network = read_network(Settings.load())
    found = {
        "token": token_of(configuration),
        "proxy": network.proxy,
        "no_proxy": ",".join(network.no_proxy) if network.proxy else "",
    }
    return {name: value for name, value in found.items() if value}


def token_of(configuration: str) -> str:
    """The token in a configuration: the password of a basic one, or the value of an API header."""
    if not configuration:
        return ""
    found = QgsAuthMethodConfig()
    QgsApplication.authManager().loadAuthenticationConfig(configuration, found, True)
    if found.config("password"):
        return found.config("password")
    header = next(iter(found.configMap().values()), "") if found.method() == "APIHeader" else ""
    return header[len("Bearer ") :] if header.startswith("Bearer ") else header
