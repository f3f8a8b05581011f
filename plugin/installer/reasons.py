"""Why an installation failed, in a sentence a user can act upon, read from what pip said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..i18n import tr

_SIGNS = {
    "proxy_user": r"(?:error|failed:?) 407\b|\b407 Client Error|Proxy Authentication Required",
    "socks": r"Missing dependencies for SOCKS",
    "proxy": r"ProxyError|Cannot connect to proxy",
    "too_early": r"certificate is not yet valid",
    "too_late": r"certificate has expired",
    "certificate": r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLCertVerificationError",
    "index_user": r"error 40[13]\b|\b40[13] Client Error|Unauthorized|Forbidden",
    "disk": r"No space left on device|\[Errno 28\]|WinError 112|Disk quota exceeded",
    "hashes": r"DO NOT MATCH THE HASHES",
    "cut": r"IncompleteRead|Connection broken|incomplete-download|not enough bytes|ConnectionReset|"
    r"Connection aborted|Read timed out|ReadTimeoutError",
    "insecure": r"is not a trusted or secure host",
    "unknown_host": r"NameResolutionError|Name or service not known|getaddrinfo failed|"
    r"name resolution|nodename nor servname",
    "unreachable": r"Connection refused|ConnectTimeout|Network is unreachable|NewConnectionError|Max retries",
    "lacking": r"No matching distribution found for (?P<package>\S+)",
    "read_only": r"Read-only file system|\[Errno 30\]",
    "refused": r"Permission denied|\[Errno 13\]|WinError 5\b",
}
"""Sign → what pip writes then; the first that is found counts."""


@dataclass(frozen=True)
class Reason:
    """Why, and whether trying again may help."""

    sign: str
    sentence: str

    @property
    def passes(self) -> bool:
        """Whether the same may work in a moment."""
        return self.sign in ("cut", "hashes")  # an older pip sees in a file cut short only another hash


def reason_of(words: str, *, source: str, folder: str) -> Reason | None:
    """Why a program failed that said ``words``; None where nothing is recognised.

    ``source`` is where the packages come from, ``folder`` where they go.
    """
    for sign, pattern in _SIGNS.items():
        found = re.search(pattern, words)
        if found:
            package = found.groupdict().get("package") or ""
            return Reason(sign, _sentences()[sign].format(source=source, folder=folder, package=package))
    return None


def _sentences() -> dict[str, str]:
    return {
        "proxy_user": tr(
            "The proxy asks for a user and a password (407), and was given none or wrong ones: set them, or "
            "an authentication configuration, under Settings ▸ Options ▸ Network of QGIS"
        ),
        "socks": tr(
            "The proxy is of the kind SOCKS, which pip cannot use: set an HTTP proxy under Settings ▸ "
            "Options ▸ Network of QGIS, or install from a folder of wheels"
        ),
        "proxy": tr(
            "The proxy cannot be reached: correct it under Settings ▸ Options ▸ Network of QGIS, or in the "
            "system's settings"
        ),
        "too_early": tr(
            "The certificate of {source} is not yet valid: the clock of this computer is probably wrong; set "
            "its date and time"
        ),
        "too_late": tr(
            "The certificate of {source} has expired: either the clock of this computer is wrong, or the "
            "certificate has to be renewed by who runs that server"
        ),
        "certificate": tr(
            "The certificate of {source} is signed by nobody this computer trusts. Where your organisation "
            "inspects connections, add its authority under Settings ▸ Options ▸ Authentication ▸ Manage "
            "Certificates of QGIS"
        ),
        "index_user": tr(
            "{source} asks for a user and a password, and was given none or wrong ones: choose an "
            "authentication configuration for the package index in the options of Relevé"
        ),
        "disk": tr("The disk is full, below {folder}"),
        "hashes": tr(
            "{source} gave a package that is not the one this version of Relevé was tested with: its SHA-256 "
            "differs, as it was cut short on the way, or changed. It was not installed; try once more, use "
            "another index, or ask who runs this one"
        ),
        "cut": tr(
            "The connection to {source} was cut, again and again: what arrived whole is kept; try once more, "
            "or install from a folder of wheels"
        ),
        "insecure": tr(
            "{source} is not encrypted, and pip does not trust it: give its address with https, or name its "
            "host under trusted-host in pip's own settings"
        ),
        "unknown_host": tr(
            "The name of {source} is not known to the network: is this computer connected, and is a proxy "
            "needed?"
        ),
        "unreachable": tr("{source} does not answer: is this computer connected, and is a proxy needed?"),
        "lacking": tr(
            "{source} offers no {package} for this Python. An index that lacks a package answers so, and so "
            "does the sign-in page of a network that stands before it: open {source} in a browser"
        ),
        "read_only": tr("{folder} cannot be written: choose another folder in the options of Relevé"),
        "refused": tr(
            "The system does not let Relevé write or start programs below {folder}: choose another folder in "
            "the options of Relevé"
        ),
    }
