"""JSON and files from elsewhere: over HTTP, or from a folder of this computer, behind one door.

Redirects are followed by hand: only to HTTP, never from an encrypted connection to another, and the token
goes to one server alone. Proxy and token are secrets: no message names them.
"""

from __future__ import annotations

import json
import os
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

from ...errors import CutError, DownloadError
from ...language import tr
from ...version import version
from ..plain import is_deep
from .addresses import checked_address, is_web, joined, origin_of, place_of

LARGEST_JSON = 32 << 20
MOST_REDIRECTS = 8
TIMEOUT_S = (10, 30)  # to connect, and between two pieces
CHUNK = 1 << 16
REDIRECTS = (301, 302, 303, 307, 308)


class NothingLeft(DownloadError):
    """There is no byte from where a transfer was to go on: it is whole already, or another file."""


@dataclass(frozen=True)
class Body:
    """A file on its way: where it begins, the size of the whole where that is known, its pieces."""

    start: int
    size: int | None
    chunks: Iterator[bytes]
    stop: Callable[[], None]


class Web:
    """Reads addresses of the web and paths of this computer.

    Parameters
    ----------
    secrets : mapping
        ``token``: shown to the server of ``home`` alone; ``proxy``: its address, with user and password;
        ``no_proxy``: hosts that are reached without it, with commas.
    home : str
        The address that the user gave.
    check : callable
        Called before each request and between the pieces of an index; raises when it is no longer wanted.

    Raises
    ------
    DownloadError
        ``home`` cannot be an address.
    """

    def __init__(self, secrets: Mapping[str, str], *, home: str, check: Callable[[], None]) -> None:
        self._token = secrets.get("token") or os.environ.get("RELEVE_TOKEN", "")
        self._home = origin_of(checked_address(home)) if is_web(home) else ""
        self._check = check
        self._session = _Session()
        self._session.headers.update({"User-Agent": f"releve/{version()}", "Accept-Encoding": "identity"})
        self._session.auth = _as_it_is  # else a password of ~/.netrc would go to any server named there
        self._proxy = secrets.get("proxy", "")
        self._no_proxy = tuple(filter(None, secrets.get("no_proxy", "").lower().split(",")))
        self._session.mount("https://", _SystemCertificates())

    def close(self) -> None:
        """Let the connections go."""
        self._session.close()

    def read_json(self, address: str) -> Any:
        """The JSON document at an address or path.

        Raises
        ------
        DownloadError
            It cannot be had, is too large, or is something else.
        """
        with self.open(address) as body:
            data = bytearray()
            for chunk in body.chunks:
                self._check()
                data += chunk
                if len(data) > LARGEST_JSON:
                    sentence = tr("{place} is larger than any index should be ({limit} MB): it is not read.")
                    raise DownloadError(sentence.format(place=place_of(address), limit=LARGEST_JSON >> 20))
        try:
            found = json.loads(data)
        except (ValueError, RecursionError) as error:
            raise DownloadError(_not_json(address, data)) from error
        if is_deep(found):
            sentence = tr("{place} is nested deeper than any index should be: it is not read.")
            raise DownloadError(sentence.format(place=place_of(address)))
        return found

    @contextmanager
    def open(self, address: str, *, start: int = 0) -> Iterator[Body]:
        """A file from a byte on, or from its beginning where the server knows no other way.

        Raises
        ------
        DownloadError
            It cannot be had; `CutError` where another attempt may do.
        """
        if not is_web(address):
            with _open_file(Path(address), start) as body:
                yield body
            return
        response = self._get(address, start)
        try:
            yield _body_of(response, address, start)
        finally:
            response.close()

    def _get(self, address: str, start: int) -> requests.Response:
        for _ in range(MOST_REDIRECTS):
            response = self._ask(address, start)
            if response.status_code not in REDIRECTS or "Location" not in response.headers:
                _check_status(response, address)
                return response
            response.close()
            address = checked_address(joined(address, response.headers["Location"]), address)
        raise DownloadError(
            tr("{place} leads from one address to another without end.").format(place=place_of(address))
        )

    def _ask(self, address: str, start: int) -> requests.Response:
        self._check()
        headers = {"Range": f"bytes={start}-"} if start else {}
        if self._token and origin_of(address) == self._home:
            headers["Authorization"] = f"Bearer {self._token}"
        try:
            return self._session.get(
                address,
                headers=headers,
                stream=True,
                allow_redirects=False,
                timeout=TIMEOUT_S,
                proxies=self._proxies(address),
            )
        except (requests.RequestException, HTTPError) as error:
            raise _failure(error, address) from None  # its own words may hold the proxy's password

    def _proxies(self, address: str) -> dict[str, str] | None:
        """The proxy that was given goes before the environment's; "" is none at all."""
        if not self._proxy:
            return None
        host = f".{urlsplit(address).hostname}"
        is_direct = any(host.endswith(f".{one.lstrip('.')}") for one in self._no_proxy)
        return dict.fromkeys(("http", "https"), "" if is_direct else self._proxy)


class _Session(requests.Session):
    """One that looks at no redirect: it would read all that comes with it, and take any address."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


class _SystemCertificates(HTTPAdapter):
    """Trusts what this computer trusts, beside the usual list: companies look into connections."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=ssl.create_default_context(), **kwargs)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        return super().proxy_manager_for(*args, ssl_context=ssl.create_default_context(), **kwargs)


@contextmanager
def _open_file(path: Path, start: int) -> Iterator[Body]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error
    with file:  # what goes wrong where its pieces go is not of the file
        file.seek(start)
        yield Body(start, os.fstat(file.fileno()).st_size, _pieces(file, path), lambda: None)


def _pieces(file: BinaryIO, path: Path) -> Iterator[bytes]:
    try:
        while piece := file.read(CHUNK):
            yield piece
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> DownloadError:
    sentence = tr("{path} cannot be read: {reason}")
    return DownloadError(sentence.format(path=path, reason=error.strerror or error))


def _body_of(response: requests.Response, address: str, start: int) -> Body:
    sent = response.headers.get("Content-Range", "")
    resumed = start > 0 and response.status_code == 206 and sent.startswith(f"bytes {start}-")
    if start and response.status_code == 206 and not resumed:
        raise DownloadError(
            tr("{place} sends another part than was asked for.").format(place=place_of(address))
        )
    length = response.headers.get("Content-Length", "")
    is_told = re.fullmatch(r"[0-9]{1,15}", length) and "Content-Encoding" not in response.headers
    begin = start if resumed else 0
    size = begin + int(length) if is_told else None
    return Body(begin, size, _chunks(response, address), _stopper(response))


def _chunks(response: requests.Response, address: str) -> Iterator[bytes]:
    """What comes, as it comes: before a cut is told, all that came has been given on."""
    try:
        while chunk := response.raw.read1(CHUNK, decode_content=True):
            yield chunk
    except (HTTPError, OSError) as error:
        sentence = tr("The connection to {host} was cut: try again.")
        raise CutError(sentence.format(host=urlsplit(address).hostname)) from error


def _stopper(response: requests.Response) -> Callable[[], None]:
    def stop() -> None:
        try:
            response.raw.shutdown()  # from another thread: a read that waits ends
        except (ValueError, RuntimeError, OSError):
            return  # it has ended by itself

    return stop


def _check_status(response: requests.Response, address: str) -> None:
    status, place = response.status_code, place_of(address)
    if status in (200, 206):
        return
    response.close()
    code = response.headers.get("X-Error-Code", "")  # of Hugging Face, whose status alone says less
    if code == "RepoNotFound":
        sentence = tr(
            "There is no repository at {place}, or it is private: check its name, or give a token ({status})."
        )
    elif code == "RevisionNotFound":
        sentence = tr("The repository has no branch, tag or commit of that name: {place} ({status}).")
    elif code == "GatedRepo":
        sentence = tr(
            "{place} is given only to those who have accepted its terms: do so on the page of the "
            "repository, then give a token of your account ({status})."
        )
    elif status in (401, 403):
        sentence = tr(
            "{place} refuses access ({status}): it may need a token, or its terms accepted on its page first."
        )
    elif status == 407:
        sentence = tr(
            "The proxy asks for a user and a password (407): give them in the settings of the proxy."
        )
    elif status == 416:
        raise NothingLeft(tr("{place} sends another part than was asked for.").format(place=place))
    elif status in (404, 410):
        sentence = tr("There is nothing at {place} ({status}): check the address.")
    elif status in (408, 429) or status >= 500:
        sentence = tr("{place} is busy or out of order ({status}): try again later.")
        raise CutError(sentence.format(place=place, status=status))
    else:
        sentence = tr("{place} answered with the status {status}: it cannot be read.")
    raise DownloadError(sentence.format(place=place, status=status))


def _failure(error: Exception, address: str) -> DownloadError:
    """What went wrong between here and there, in words that hold no secret."""
    host, words = urlsplit(address).hostname, str(error)
    if isinstance(error, requests.exceptions.ProxyError):
        if "407" in words:
            return DownloadError(
                tr("The proxy asks for a user and a password (407): give them in the settings of the proxy.")
            )
        return DownloadError(tr("The proxy cannot be reached or refuses {host}.").format(host=host))
    if isinstance(error, requests.exceptions.SSLError):
        if "expired" in words or "not yet valid" in words:
            sentence = tr(
                "The certificate of {host} is not valid at this date: is this computer's clock right?"
            )
        else:
            sentence = tr(
                "The certificate of {host} is not trusted: where a company looks into connections, its "
                "certificate must be among those of this computer."
            )
        return DownloadError(sentence.format(host=host))
    if isinstance(error, requests.exceptions.Timeout):
        return CutError(tr("{host} did not answer in time: try again.").format(host=host))
    if isinstance(error, requests.exceptions.ConnectionError):
        return CutError(tr("The connection to {host} failed or was cut: try again.").format(host=host))
    return DownloadError(tr("{place} cannot be read as an address.").format(place=place_of(address)))


def _not_json(address: str, data: bytes | bytearray) -> str:
    if data.lstrip()[:1] == b"<":
        return tr(
            "{place} answered with a web page, not with an index in JSON: a page to log in, of a proxy, or "
            "the address of a page for people."
        ).format(place=place_of(address))
    return tr("{place} is no JSON: it is cut short, or no index.").format(place=place_of(address))
