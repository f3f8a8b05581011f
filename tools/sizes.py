"""Write what each variant weighs, to download and once installed, into resources/requirements/sizes.json.

    tools/sizes.py           by uv.lock, and by the contents of each wheel, of which the index is asked once
    tools/sizes.py --check   changes nothing; fails where the file is older than the lock

The contents of a wheel stand at its end: some kilobytes of it are read. What was learnt is kept in
tools/requirements/unpacked.json.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tomllib
import zipfile
from urllib.request import Request, urlopen

from matrix import REQUIREMENTS, ROOT, Cell, cells, locked
from packaging import tags
from packaging.utils import parse_wheel_filename

SIZES = REQUIREMENTS / "sizes.json"
UNPACKED = ROOT / "tools" / "requirements" / "unpacked.json"
BYTECODE = 1.4
"""Bytes of bytecode that Python 3.11 keeps beside each byte of source; measured on the CPU variant."""
TAIL = 1 << 16

Wheels = dict[tuple[str, str], list[dict]]


class Remote(io.RawIOBase):
    """A file of a server, read from its end in pieces."""

    def __init__(self, url: str, size: int):
        self._url, self._size, self._place = url, size, 0
        self._start = max(0, size - TAIL)
        self._tail = self._fetch(self._start, size)

    def _fetch(self, start: int, end: int) -> bytes:
        request = Request(self._url, headers={"Range": f"bytes={start}-{end - 1}"})
        with urlopen(request, timeout=60) as answer:
            return answer.read()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        self._place = offset + {0: 0, 1: self._place, 2: self._size}[whence]
        return self._place

    def readinto(self, buffer) -> int:
        end = min(self._size, self._place + len(buffer))
        if self._place < self._start:
            self._tail = self._fetch(self._place, self._start) + self._tail
            self._start = self._place
        piece = self._tail[self._place - self._start : end - self._start]
        buffer[: len(piece)] = piece
        self._place += len(piece)
        return len(piece)


def unpacked(wheel: dict) -> list[int]:
    """Bytes of a wheel's files, and of its Python sources among them."""
    with zipfile.ZipFile(io.BufferedReader(Remote(wheel["url"], wheel["size"]))) as archive:
        files = archive.infolist()
    return [sum(f.file_size for f in files), sum(f.file_size for f in files if f.filename.endswith(".py"))]


def best(names: list[dict], cell: Cell) -> dict:
    """The wheel that pip takes in a cell."""
    version = tuple(map(int, cell.python.split(".")))
    native = tags.cpython_tags(version, platforms=cell.platform_tags)
    pure = tags.compatible_tags(version, f"cp{version[0]}{version[1]}", cell.platform_tags)
    order = {tag: place for place, tag in enumerate([*native, *pure])}

    def place(wheel: dict) -> int:
        own = parse_wheel_filename(wheel["url"].rpartition("/")[2])[3]
        return min((order[tag] for tag in own if tag in order), default=len(order))

    return min(names, key=place)


def sizes(lock: dict, known: dict[str, list[int]], *, ask: bool = True) -> dict:
    """variant → platform → Python → bytes to download, bytes on the disk."""
    wheels: Wheels = {
        (p["name"], p["version"]): p.get("wheels", []) for p in lock["package"] if "version" in p
    }
    found: dict = {}
    for cell in cells(json.loads((REQUIREMENTS / "matrix.json").read_text(encoding="utf-8"))):
        requirements = (REQUIREMENTS / f"{cell.variant}.txt").read_text(encoding="utf-8")
        taken = [best(wheels[item], cell) for item in locked(requirements, cell).items()]
        for wheel in taken:
            name = wheel["url"].rpartition("/")[2]
            if ask and name not in known:
                known[name] = unpacked(wheel)
        contents = [known[wheel["url"].rpartition("/")[2]] for wheel in taken]
        installed = sum(total + BYTECODE * source for total, source in contents)
        row = found.setdefault(cell.variant, {}).setdefault(cell.platform["name"], {})
        row[cell.python] = [sum(wheel["size"] for wheel in taken), round(installed)]
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Write what each variant weighs.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail where the file is stale")
    check = parser.parse_args().check
    known = json.loads(UNPACKED.read_text(encoding="utf-8")) if UNPACKED.is_file() else {}
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    comment = (
        "Bytes to download and bytes on the disk, by variant, platform and Python; written by tools/sizes.py."
    )
    text = json.dumps({"comment": comment, "sizes": sizes(lock, known, ask=not check)}, indent=1) + "\n"
    if check:
        return 0 if SIZES.read_text(encoding="utf-8") == text else 1
    SIZES.write_text(text, encoding="utf-8")
    lines = (f"{json.dumps(name)}: {json.dumps(known[name])}" for name in sorted(known))
    UNPACKED.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
