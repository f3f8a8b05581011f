"""What a variant weighs, and which variants this computer can have: read from ``resources/requirements``."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

FIRST = "3.12"
"""Python whose sizes are told before one is found."""


@dataclass(frozen=True)
class Size:
    """Bytes to download, and bytes on the disk once installed."""

    download: int
    installed: int

    def needed(self, *, is_offline: bool) -> int:
        """Room to make it: a download is kept until all is well, and unpacked from a copy."""
        return self.installed if is_offline else self.installed + 2 * self.download


@dataclass(frozen=True)
class Offer:
    """The folder of locked requirements, seen from one computer."""

    folder: Path
    system: str = sys.platform
    machine: str = platform.machine()

    @property
    def platform(self) -> str:
        """The computer's name in the matrix; empty where none fits."""
        for name, row in self._read("matrix.json")["platforms"].items():
            is_same = row["platform_machine"].lower() == self.machine.lower()
            if row["sys_platform"] == self.system and is_same:
                return name
        return ""

    @property
    def variants(self) -> list[str]:
        """The variants that this computer can have."""
        rows = self._read("matrix.json")["variants"]
        return [name for name, row in rows.items() if self.platform in row["platforms"]]

    def has(self, variant: str, python: str) -> bool:
        """Whether a variant can be installed here for a version of Python."""
        return (
            variant in self.variants and python in self._read("matrix.json")["variants"][variant]["pythons"]
        )

    def size(self, variant: str, python: str = FIRST) -> Size | None:
        """What a variant weighs; None where nobody has looked."""
        row = self._read("sizes.json")["sizes"].get(variant, {}).get(self.platform, {}).get(python)
        return Size(*row) if row else None

    def requirements(self, variant: str) -> Path:
        """The locked packages of a variant."""
        return self.folder / f"{variant}.txt"

    @property
    def pip(self) -> Path:
        """The locked pip that installs them."""
        return self.folder / "pip.txt"

    def _read(self, name: str) -> dict:
        return json.loads((self.folder / name).read_text(encoding="utf-8"))
