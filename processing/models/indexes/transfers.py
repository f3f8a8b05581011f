"""One file from elsewhere, whole and as promised, or not at all: a cut transfer goes on where it ended."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from ...errors import CutError, DownloadError, OutputError
from ...language import tr
from .offers import RemoteFile
from .web import CHUNK, Body, NothingLeft, Web

TRIES = 5  # in a row without a new byte
FIRST_WAIT_S = 0.5
SPARE = 64 << 20  # bytes that stay free on the disk


@dataclass(frozen=True)
class Watch:
    """Who is told how a transfer goes, and may end it.

    ``tell`` receives the bytes there are of a file, and all bytes where they are known; ``check`` raises when
    the work is no longer wanted; ``on_cancel`` calls back from another thread then.
    """

    tell: Callable[[str, int, int | None], None]
    check: Callable[[], None]
    on_cancel: Callable[[Callable[[], None]], AbstractContextManager[None]]


def transfer(web: Web, file: RemoteFile, into: Path, *, most: int, watch: Watch) -> None:
    """Bring a file to ``into``, unless it is there already.

    What came of it stands in ``<into>.part`` until it is whole and its hash is right; a wrong one is removed.

    Raises
    ------
    DownloadError
        It cannot be had, is larger than ``most`` bytes, or is not what its hash promises.
    OutputError
        There is no room for it.
    """
    if into.is_file() and fits(into, file):
        return
    into.parent.mkdir(parents=True, exist_ok=True)
    part = _part_of(into)
    _check_size(file.name, file.size, most)
    in_pieces = _fetch(web, file, part, most, watch)
    is_right = fits(part, file)
    if in_pieces and not is_right:  # they may be of two versions of the file
        part.unlink()
        _fetch(web, file, part, most, watch)
        is_right = fits(part, file)
    watch.check()
    if not is_right:
        found = _hash(part, file)
        part.unlink()
        sentence = tr(
            "{name} is not what the index promises: its hash is {found}, {promised} is needed. It is removed."
        )
        raise DownloadError(
            sentence.format(name=file.name, found=found, promised=file.sha256 or file.git_sha1)
        )
    part.replace(into)


def drop(into: Path) -> None:
    """Leave nothing of a file that is done without."""
    for path in (into, _part_of(into)):
        path.unlink(missing_ok=True)


def _part_of(into: Path) -> Path:
    return into.with_name(into.name + ".part")


def fits(path: Path, file: RemoteFile) -> bool:
    """Whether a file here is the one promised."""
    return file.is_pinned and _hash(path, file) == (file.sha256 or file.git_sha1)


def _hash(path: Path, file: RemoteFile) -> str:
    with path.open("rb") as stream:
        if file.sha256:
            return hashlib.file_digest(stream, "sha256").hexdigest()
        digest = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
        return digest.hexdigest()


def _fetch(web: Web, file: RemoteFile, part: Path, most: int, watch: Watch) -> bool:
    """Append to what there is until it is whole, with a few attempts after each cut; whether in pieces."""
    failures = 0
    while True:
        before = part.stat().st_size if part.is_file() else 0
        if file.size is not None and before > file.size:
            part.unlink()
            before = 0
        if before and before == file.size:
            return True
        try:
            _append(web, file, part, before, most, watch)
            return before > 0
        except NothingLeft:
            if before == 0:
                raise
            if fits(part, file):
                return True
            part.unlink()
        except CutError:
            now = part.stat().st_size if part.is_file() else 0
            failures = 1 if now > before else failures + 1
            if failures >= TRIES:
                raise
            _wait(FIRST_WAIT_S * 2 ** (failures - 1), watch)


def _append(web: Web, file: RemoteFile, part: Path, have: int, most: int, watch: Watch) -> None:
    with web.open(file.href, start=have) as body, watch.on_cancel(body.stop):
        size = file.size if body.size is None else body.size
        _check_promise(file, body)
        _check_size(file.name, size, most)
        _check_room(part, (size or 0) - body.start)
        with part.open("ab" if body.start else "wb") as stream:
            for chunk in body.chunks:
                stream.write(chunk)
                watch.check()
                _check_sent(file.name, stream.tell(), size, most)
                watch.tell(file.name, stream.tell(), size)
            watch.check()
            there = stream.tell()
    if size is not None and there < size:
        raise CutError(tr("The transfer of {name} was cut: try again.").format(name=file.name))


def _check_promise(file: RemoteFile, body: Body) -> None:
    if file.size is not None and body.size is not None and file.size != body.size:
        sentence = tr("{name} has {found} bytes, the index promises {promised}: it is not fetched.")
        raise DownloadError(sentence.format(name=file.name, found=body.size, promised=file.size))


def _check_size(name: str, size: int | None, most: int) -> None:
    if size is not None and size > most:
        sentence = tr(
            "{name} has {size:.3g} MB or more, over the limit of {most:.3g} MB: raise the limit "
            "(LARGEST_GB) if it is wanted."
        )
        raise DownloadError(sentence.format(name=name, size=size / 1e6, most=most / 1e6))


def _check_sent(name: str, sent: int, size: int | None, most: int) -> None:
    _check_size(name, sent, most)
    if size is not None and sent > size:
        sentence = tr("{name} goes on after the {size} bytes that were promised: it is not fetched.")
        raise DownloadError(sentence.format(name=name, size=size))


def _check_room(part: Path, needed: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if needed + SPARE > free:
        sentence = tr(
            "{needed:.3g} MB are needed, {free:.3g} MB are free on that disk: make room, or choose another."
        )
        raise OutputError(sentence.format(needed=(needed + SPARE) / 1e6, free=free / 1e6))


def _wait(seconds: float, watch: Watch) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        watch.check()
        time.sleep(0.05)
