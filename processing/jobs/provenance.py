"""Where a result comes from: the request that made it, its inputs named by name, size and hash.

No clock time, host or absolute path stands in it, so that a repeated run gives the same bytes.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .request import Request

WHOLE_UP_TO = 64 << 20  # bytes; a larger file is sampled, since reading 100 GB to name it helps nobody
SAMPLES = 64
CHUNK = 1 << 20


def fingerprint(path: Path) -> str:
    """Hash of a file's content.

    Returns
    -------
    str
        ``sha256:<hex>`` of the whole file up to 64 MiB; ``sha256-sampled:<hex>`` above: of its size and of
        64 chunks of 1 MiB at even distances, the first and the last included.
    """
    size = path.stat().st_size
    if size <= WHOLE_UP_TO:
        with path.open("rb") as stream:
            return f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}"
    digest = hashlib.sha256(str(size).encode())
    for chunk in _sampled(path, size):
        digest.update(chunk)
    return f"sha256-sampled:{digest.hexdigest()}"


def _sampled(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as stream:
        for index in range(SAMPLES):
            stream.seek((size - CHUNK) * index // (SAMPLES - 1))
            yield stream.read(CHUNK)


def provenance(request: Request, *, software: str) -> dict[str, Any]:
    """The request without its destinations, its sources by name, size and hash.

    Parameters
    ----------
    software : str
        Name and version of what runs the job.

    Returns
    -------
    dict
        ``job``, ``version``, ``software``, ``inputs`` (paths cut to their names) and ``sources``: name → size
        in bytes and hash, for each source that is a file.
    """
    hrefs = sorted(request.sources())
    return {
        "job": request.job.id,
        "version": request.job.version,
        "software": software,
        "inputs": _cut(request.inputs_json(), hrefs),
        "sources": {_name(href): _facts(_file(href)) for href in hrefs if _file(href).is_file()},
    }


def _file(href: str) -> Path:
    return Path(href.partition("|")[0])


def _name(href: str) -> str:
    path, bar, layer = href.partition("|")
    if os.path.exists(path):
        return Path(path).name + bar + layer
    # A URL or a GDAL name: its last part, without what may hold a user, a token or a home folder.
    return path.split("?")[0].rstrip("/").replace("\\", "/").rpartition("/")[2] + bar + layer


def _facts(path: Path) -> dict[str, Any]:
    return {"size": path.stat().st_size, "hash": fingerprint(path)}


def _cut(value: Any, hrefs: list[str]) -> Any:
    if isinstance(value, dict):
        return {key: _cut(item, hrefs) for key, item in value.items()}
    if isinstance(value, list):
        return [_cut(item, hrefs) for item in value]
    return _name(value) if isinstance(value, str) and value in hrefs else value
