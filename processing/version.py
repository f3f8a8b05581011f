"""The version of Relevé, read once from its metadata."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from pathlib import Path

PROTOCOL = 1
"""Version of the requests and events that cross the seam."""


@cache
def version() -> str:
    """Version in ``metadata.txt`` beside this package, or that of the installed wheel."""
    metadata = Path(__file__).resolve().parents[1] / "metadata.txt"
    if metadata.is_file():
        for line in metadata.read_text(encoding="utf-8").splitlines():
            if line.startswith("version="):
                return line.partition("=")[2].strip()
    try:
        return installed_version("releve")
    except PackageNotFoundError:
        return "0"
