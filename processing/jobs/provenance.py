"""Where a result comes from: the request that made it, its inputs named by name, size and hash.

No clock time, host or absolute path stands in it, so that a repeated run gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeAlias
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

from .request import Named, Request

WHOLE_UP_TO = 64 << 20  # bytes; a larger file is sampled, since reading 100 GB to name it helps nobody
WHOLE_TOGETHER = 1 << 30  # bytes of the files of one source, which may be thousands
SAMPLES = 64
CHUNK = 1 << 20

FilesOf: TypeAlias = Callable[[Named], Sequence[str]]
"""All files that are read where a source is: itself, what a virtual raster is made of, sidecars, weights."""


def file_named(source: Named) -> tuple[str, ...]:
    """The file that a source names, where it is one."""
    path = source.href.partition("|")[0]
    return (path,) if os.path.isfile(path) else ()


def fingerprint(path: Path, *, whole_up_to: int | None = None) -> str:
    """Hash of a file's content.

    Returns
    -------
    str
        ``sha256:<hex>`` of the whole file up to 64 MiB, or ``whole_up_to``; ``sha256-sampled:<hex>`` above:
        of its size and of 64 chunks, together of that size, at even distances from the first to the last.
        What GDAL remembers of a raster's statistics is no part of it.
    """
    size, limit = path.stat().st_size, WHOLE_UP_TO if whole_up_to is None else whole_up_to
    if path.name.endswith(".aux.xml") and size <= limit:
        return f"sha256:{hashlib.sha256(without_statistics(path.read_bytes())).hexdigest()}"
    if size <= limit:
        with path.open("rb") as stream:
            return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"
    digest = hashlib.sha256(str(size).encode())
    for chunk in _sampled(path, size, max(limit // SAMPLES, 1)):
        digest.update(chunk)
    return f"sha256-sampled:{digest.hexdigest()}"


def _sampled(path: Path, size: int, chunk: int) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as stream:
        for index in range(SAMPLES):
            stream.seek((size - chunk) * index // (SAMPLES - 1))
            yield stream.read(chunk)


def without_statistics(sidecar: bytes) -> bytes:
    """What GDAL's sidecar says of the pixels; nothing where it only counts them, as a viewer makes it do."""
    try:
        root = ElementTree.fromstring(sidecar)
    except ElementTree.ParseError:
        return sidecar
    _prune(root)
    text = ElementTree.canonicalize(ElementTree.tostring(root, encoding="unicode"), strip_text=True)
    return text.encode() if len(root) else b""


def _prune(element: ElementTree.Element) -> None:
    for child in list(element):
        _prune(child)
        is_counted = child.tag == "Histograms" or child.get("key", "").startswith("STATISTICS_")
        if is_counted or (child.tag in ("Metadata", "PAMRasterBand") and not len(child)):
            element.remove(child)


NOTHING = f"sha256:{hashlib.sha256().hexdigest()}"


def provenance(request: Request, *, software: str, files_of: FilesOf = file_named) -> dict[str, Any]:
    """The request without its destinations, its sources by name, size and hash.

    Parameters
    ----------
    software : str
        Name and version of what runs the job.
    files_of : callable
        Tells which files are read for a source.

    Returns
    -------
    dict
        ``job``, ``version``, ``software``, ``inputs`` (paths cut to their names) and ``sources``: see
        `sources_told`.
    """
    hrefs = [source.href for source in request.sources()]
    return {
        "job": request.job.id,
        "version": request.job.version,
        "software": software,
        "inputs": _cut(request.inputs_json(), hrefs),
        "sources": sources_told(request.sources(), files_of),
    }


def sources_told(sources: Sequence[Named], files_of: FilesOf) -> list[dict[str, Any]]:
    """Each source in its place: ``role``, ``name``, and name, size and hash of the ``files`` read for it.

    What lies on a server has a name, but no size and no hash.
    """
    return [
        {"role": source.role, "name": public_name(source.href), "files": _facts(files_of(source))}
        for source in sources
    ]


def _facts(files: Sequence[str]) -> list[dict[str, Any]]:
    large = sum(not file.endswith(".aux.xml") for file in files)
    share = min(WHOLE_UP_TO, WHOLE_TOGETHER // max(large, 1))
    facts = [_fact(file, share) for file in files]
    return [fact for fact in facts if not (fact["name"].endswith(".aux.xml") and fact.get("hash") == NOTHING)]


def _fact(file: str, share: int) -> dict[str, Any]:
    path = Path(file)
    if not path.is_file():
        return {"name": public_name(file)}
    if path.name.endswith(".aux.xml"):
        return {"name": path.name, "hash": fingerprint(path, whole_up_to=share)}
    return {"name": path.name, "size": path.stat().st_size, "hash": fingerprint(path, whole_up_to=share)}


def stamp(sources: Sequence[Named], files_of: FilesOf) -> str | None:
    """When each file that is read was changed last; None where that cannot be known, as of a server's.

    It tells a changed file apart where `fingerprint` only takes samples, on one computer.
    """
    stamps: list[tuple[str, int, int]] = []
    for source in sources:
        files = [file for file in files_of(source) if not file.endswith(".aux.xml")]
        if not files:
            return None
        try:
            states = [(os.path.abspath(file), os.stat(file)) for file in files]
        except OSError:
            return None
        if not all(S_ISREG(state.st_mode) for _, state in states):
            return None  # a folder does not tell when a file deep in it is written anew
        stamps += [(path, state.st_size, state.st_mtime_ns) for path, state in states]
    return json.dumps(stamps)


SERVICE = re.compile(r"(?:[\w:.-]+(?:=[^&]*)?&)*url=", re.IGNORECASE)


def is_service(href: str) -> bool:
    """Whether this is how QGIS writes a service of tiles or maps: ``type=xyz&url=…``.

    Examples
    --------
    >>> is_service("type=xyz&url=https://host/%7Bz%7D/%7Bx%7D/%7By%7D.png"), is_service("/data/scene.tif")
    (True, False)
    """
    return SERVICE.match(href) is not None


def public_name(href: str) -> str:
    """What may be told of a path, URL or GDAL name: no folder, user, password or token.

    Examples
    --------
    >>> public_name("/data/scene.tif"), public_name("https://me:secret@host/a/b.tif?token=1")
    ('scene.tif', 'b.tif')
    >>> public_name("PG:host=db user=bob password=secret table=a")
    'PG:…'
    >>> public_name("type=xyz&url=https://host/%7Bz%7D/%7Bx%7D/%7By%7D.png%3Fkey%3Dsecret")
    'host'
    """
    path, bar, layer = href.partition("|")
    if os.path.exists(path):
        return Path(path).name + bar + layer
    if is_service(href):
        return urlsplit(parse_qs(href)["url"][0]).hostname or "…"
    if path.startswith(("<", "{")):
        return "…"  # a description in the place of a name
    scheme = re.match(r"[A-Za-z]\w+:(?!//)", path)  # one letter alone is a drive
    if scheme is None:
        last = path.split("?")[0].rstrip("/").replace("\\", "/").rpartition("/")[2]
        return last.rpartition("@")[2] + bar + layer
    return scheme[0] + _inside(path[scheme.end() :])


def _inside(rest: str) -> str:
    """Of what follows a GDAL prefix, the name of a file that is there and the part of it; nothing else."""
    ends = [len(rest), *(match.start() for match in re.finditer(":", rest))]
    for end in ends:
        file = rest[:end].strip('"')
        if os.path.exists(file):
            return Path(file).name + rest[end:]
    return "…"


def _cut(value: Any, hrefs: Sequence[str]) -> Any:
    if isinstance(value, dict):
        return {key: _cut(item, hrefs) for key, item in value.items()}
    if isinstance(value, list):
        return [_cut(item, hrefs) for item in value]
    return public_name(value) if isinstance(value, str) and value in hrefs else value
