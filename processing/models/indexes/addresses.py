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
from ..writing import plain_name

# Of Windows, in any folder, with any ending.
RESERVED = re.compile(r"(con|conin\$|conout\$|prn|aux|nul|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
LONGEST_NAME = 200
LONGEST_LABEL = 100


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


def place_of(address: str) -> str:
    """How to call an address in a message, be it none: without what may hold a secret.

    Examples
    --------
    >>> place_of("https://me:secret@host/a/b.json?token=1")
    'https://host/a/b.json'
    """
    named = re.split(r"[?#]", address, maxsplit=1)[0] if is_web(address) else address
    return re.sub(r"(^|:)//[^/]*@", r"\1//", named)


def joined(document: str, href: str) -> str:
    """The web address that a document means, which is still to be checked.

    Raises
    ------
    DownloadError
        It cannot be one.
    """
    try:
        return urljoin(document, href)
    except ValueError:
        raise _nowhere(href) from None


def _nowhere(address: str) -> DownloadError:
    return DownloadError(tr("{address} names no server: correct it.").format(address=place_of(address)))


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
            return checked_address(joined(document, href), document)
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
            raise DownloadError(sentence.format(href=place_of(href), folder=home))
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
        raise DownloadError(sentence.format(address=place_of(address)))
    try:
        parts = urlsplit(address)
        named = parts.hostname and (parts.port or True)
    except ValueError:
        parts, named = urlsplit(""), None
    if not named:
        raise _nowhere(address)
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
        and not re.search(r'[\x00-\x1f\ud800-\udfff\\:*?"<>|]', part)
        and not part.endswith((".", " "))
        and not part.startswith((" ", "~"))
        and not RESERVED.fullmatch(part)
        and len(part.encode("utf-8", "replace")) <= LONGEST_NAME
    )


def label_of(text: str) -> str:
    """A name for a model's folder that every system takes.

    Examples
    --------
    >>> label_of("Land cover, 2024"), label_of("con")
    ('Land-cover-2024', 'model-con')
    """
    label = plain_name(text)[:LONGEST_LABEL]
    return f"model-{label}" if RESERVED.fullmatch(label) else label
