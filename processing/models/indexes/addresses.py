"""Where an index may lead, and which names it may give files here.

An index comes from anywhere. What it names is looked for on the web over HTTP, or below the index' own
folder, and nowhere else; what is written here gets a name that stays in its folder on every system.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from ...errors import DownloadError
from ...language import tr

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # of Windows, in any folder
LONGEST_NAME = 200


def is_web(href: str) -> bool:
    """Whether an address is one of the web.

    Examples
    --------
    >>> is_web("https://host/catalog.json"), is_web("C:/catalog.json"), is_web("file:///etc/passwd")
    (True, False, False)
    """
    return href.lower().startswith(("https://", "http://"))


def origin_of(address: str) -> str:
    """Scheme, host and port of a web address: to whom a token may be shown.

    Examples
    --------
    >>> origin_of("https://Host:8443/a?b"), origin_of("https://host:443/")
    ('https://host:8443', 'https://host')
    """
    parts = urlsplit(address)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    return f"{parts.scheme}://{parts.hostname or ''}{port}"


@dataclass(frozen=True)
class Home:
    """Where an index lies: a folder here, out of which its files do not lead, or a place on the web."""

    folder: Path | None = None

    def resolve(self, href: str, document: str) -> str:
        """The address that a document of the index means.

        Raises
        ------
        DownloadError
            It leads out of the index' folder, or to something that is not HTTP.
        """
        href = href.strip()
        if is_web(href):
            return checked_address(href, document)
        if is_web(document):
            return checked_address(urljoin(document, href), document)
        return str(self._inside(href, Path(document).parent))

    def _inside(self, href: str, folder: Path) -> Path:
        home = (self.folder or folder).resolve()
        is_relative = not (href.startswith(("/", "\\", "~")) or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href))
        path = (folder / unquote(href)).resolve() if is_relative and "\0" not in href else None
        if path is None or not path.is_relative_to(home):
            sentence = tr(
                "The index names {href}, which lies outside its folder {folder}: nothing is read there. "
                "Move the file into the index, or open the index by its top catalogue."
            )
            raise DownloadError(sentence.format(href=href, folder=home))
        return path


def checked_address(address: str, previous: str = "") -> str:
    """A web address that may be followed from the previous one.

    Raises
    ------
    DownloadError
        It is not HTTP, holds a password, or leaves an encrypted connection.
    """
    if not is_web(address):
        sentence = tr("{address} is no address of the web (https:// or http://): it is not followed.")
        raise DownloadError(sentence.format(address=address[:200]))
    try:
        parts = urlsplit(address)
        named = parts.hostname and (parts.port or True)
    except ValueError:
        parts, named = urlsplit(""), None
    if not named:
        raise DownloadError(tr("{address} names no server: correct it.").format(address=address[:200]))
    if parts.username or parts.password:
        sentence = tr("The address of {host} holds a user or a password: give a token apart from it.")
        raise DownloadError(sentence.format(host=parts.hostname))
    if previous.lower().startswith("https://") and parts.scheme.lower() == "http":
        sentence = tr("{host} leads from an encrypted connection to one that is not: it is not followed.")
        raise DownloadError(sentence.format(host=parts.hostname))
    return address


def safe_name(name: str) -> PurePosixPath:
    """A relative path that stays in its folder, on Windows too.

    Raises
    ------
    DownloadError
        It would leave its folder, or cannot be a name everywhere.

    Examples
    --------
    >>> str(safe_name("weights/model.onnx_data"))
    'weights/model.onnx_data'
    """
    parts = name.split("/")
    if name and all(map(_is_plain, parts)):
        return PurePosixPath(*parts)
    sentence = tr(
        "The file name “{name}” leads out of its folder or is none that every system takes: refused."
    )
    raise DownloadError(sentence.format(name=name[:200]))


def _is_plain(part: str) -> bool:
    return (
        part not in ("", ".", "..")
        and not re.search(r'[\x00-\x1f\\:*?"<>|]', part)
        and not part.endswith((".", " "))
        and not part.startswith((" ", "~"))
        and not RESERVED.fullmatch(part)
        and len(part.encode("utf-8", "replace")) <= LONGEST_NAME
    )
