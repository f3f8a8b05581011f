"""How the installer reaches a package index, as variables that the child alone gets.

pip reads its own settings (``pip.conf``, ``PIP_*``) and the system's proxy by itself; what is given here goes
before them. Nothing of it stands in an argument, which everybody on the computer could read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit, urlunsplit

STORES = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


@dataclass(frozen=True)
class Network:
    """What QGIS, an administrator or the user say; what is empty is left to pip and the system."""

    index_url: str = ""
    index_user: str = ""
    index_password: str = ""
    proxy: str = ""
    """Address, with user and password where it asks for them."""
    no_proxy: tuple[str, ...] = ()
    """Hosts that are reached without it."""
    certificates: str = ""
    """Authorities that QGIS trusts, in PEM."""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no log may hold."""
        passwords = [urlsplit(url).password or "" for url in (self.proxy, self.index_url)]
        plain = {self.index_password, *map(unquote, passwords)}
        words = {*plain, *passwords, *(quote(word, safe="") for word in plain), self.proxy}
        return tuple(sorted(filter(None, words), key=len, reverse=True))

    def variables(self, inherited: Mapping[str, str], scratch: Path) -> dict[str, str]:
        """The variables to add to those inherited; a bundle of certificates is written to ``scratch``."""
        found = {}
        if self.index_url:
            found["PIP_INDEX_URL"] = with_user(self.index_url, self.index_user, self.index_password)
        if self.proxy:
            names = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
            found |= dict.fromkeys(names, self.proxy)
            hosts = [inherited.get("no_proxy") or inherited.get("NO_PROXY") or "", *self.no_proxy]
            found |= dict.fromkeys(("NO_PROXY", "no_proxy"), ",".join(filter(None, hosts)))
        if self.certificates:
            found["PIP_CERT"] = str(self._bundle(inherited, scratch))
        return found

    def _bundle(self, inherited: Mapping[str, str], scratch: Path) -> Path:
        """One file of every authority: pip takes a single one."""
        parts = [self.certificates]
        for name in STORES:
            path = inherited.get(name, "")
            if os.path.isfile(path):
                parts.append(Path(path).read_text(encoding="utf-8", errors="replace"))
        bundle = scratch / "authorities.pem"
        bundle.write_text("\n".join(parts), encoding="utf-8")
        return bundle


def with_user(url: str, user: str, password: str) -> str:
    """An address that carries a user and a password, if there are any."""
    if not user:
        return url
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{quote(user, safe='')}:{quote(password, safe='')}@{host}"))
