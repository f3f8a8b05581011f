"""Wheels of a few bytes and their lock, for tests that install for real."""

from __future__ import annotations

import base64
import hashlib
import random
import zipfile
from pathlib import Path

VERSION = "1.0"


def write_wheel(folder: Path, name: str, *, tag: str = "py3-none-any", data: bytes = b"") -> Path:
    """A wheel of one module, and perhaps a file of data in it."""
    info = f"{name}-{VERSION}.dist-info"
    files = {
        f"{name}.py": b"VALUE = 1\n",
        f"{name}.bin": data,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {VERSION}\n".encode(),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n".encode(),
    }
    record = "".join(f"{path},{_digest(content)},{len(content)}\n" for path, content in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-{VERSION}-{tag}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return wheel


def _digest(content: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def write_lock(path: Path, wheels: list[Path]) -> Path:
    """A list of locked requirements, as pip reads them."""
    lines = []
    for wheel in wheels:
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f"{wheel.name.split('-')[0]}=={VERSION} \\\n    --hash=sha256:{digest}\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path


def write_wheels(folder: Path) -> Path:
    """The wheels of two packages."""
    for name in ("relevea", "releveb"):
        write_wheel(folder, name, data=random.Random(name).randbytes(300_000))
    return folder
