"""Look for a wheel of every locked package in each cell of resources/requirements/matrix.json.

    tools/matrix.py         by the names of the wheels in uv.lock; no network
    tools/matrix.py --ask   by asking the package index, for each cell

A lock can resolve to no runtime at all, or to a source archive that nobody can build: both are faults.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging import tags
from packaging.markers import Marker
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "resources" / "requirements"
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+))?")

Wheels = dict[tuple[str, str], list[str]]
"""(package, version) → file names of its wheels."""


@dataclass(frozen=True)
class Cell:
    """One computer that a variant may be installed on."""

    variant: str
    runtime: str
    platform: dict[str, str]
    python: str

    def __str__(self) -> str:
        return f"{self.variant} on {self.platform['name']} with Python {self.python}"

    @property
    def environment(self) -> dict[str, str]:
        """What the markers of a requirement ask about."""
        system = {"linux": "Linux", "win32": "Windows", "darwin": "Darwin"}[self.platform["sys_platform"]]
        return {
            "sys_platform": self.platform["sys_platform"],
            "platform_machine": self.platform["platform_machine"],
            "platform_system": system,
            "os_name": "nt" if system == "Windows" else "posix",
            "python_version": self.python,
            "python_full_version": f"{self.python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }

    @property
    def platform_tags(self) -> list[str]:
        """The platforms of wheels that run there, the best first."""
        machine = self.platform["platform_machine"]
        if self.platform["sys_platform"] == "win32":
            return ["win_amd64"]
        if self.platform["sys_platform"] == "darwin":
            major, minor = map(int, self.platform["macos"].split("."))
            return list(tags.mac_platforms((major, minor), machine))
        newest = int(self.platform["glibc"].split(".")[1])
        old = ("manylinux2014", "manylinux2010", "manylinux1")
        modern = [f"manylinux_2_{minor}_{machine}" for minor in range(newest, 4, -1)]
        return [*modern, *(f"{name}_{machine}" for name in old), f"linux_{machine}"]

    @property
    def uv_platform(self) -> str:
        """The same, as uv names it."""
        machine = self.platform["platform_machine"]
        if self.platform["sys_platform"] == "linux":
            return f"{machine}-manylinux_{self.platform['glibc'].replace('.', '_')}"
        return {
            "win32": "x86_64-pc-windows-msvc",
            "darwin": f"{machine.replace('arm64', 'aarch64')}-apple-darwin",
        }[self.platform["sys_platform"]]

    @property
    def tags(self) -> set[tags.Tag]:
        """The tags of wheels that can be installed there."""
        version = tuple(map(int, self.python.split(".")))
        interpreter = f"cp{version[0]}{version[1]}"
        native = tags.cpython_tags(version, platforms=self.platform_tags)
        return {*native, *tags.compatible_tags(version, interpreter, self.platform_tags)}


def cells(matrix: dict) -> Iterator[Cell]:
    """Every cell that is allowed."""
    for variant, row in matrix["variants"].items():
        for name in row["platforms"]:
            for python in row["pythons"]:
                yield Cell(variant, row["runtime"], {"name": name, **matrix["platforms"][name]}, python)


def locked(requirements: str, cell: Cell) -> dict[str, str]:
    """Package → version that an export asks for in a cell."""
    found = (PINNED.match(line) for line in requirements.splitlines())
    return {
        match["name"]: match["version"]
        for match in found
        if match and (not match["marker"] or Marker(match["marker"].strip()).evaluate(cell.environment))
    }


def wheels_of(lock: dict) -> Wheels:
    """The wheels that a uv.lock names."""
    return {
        (package["name"], package["version"]): [
            wheel["url"].rpartition("/")[2] for wheel in package.get("wheels", ())
        ]
        for package in lock["package"]
        if "version" in package
    }


def faults(cell: Cell, requirements: str, wheels: Wheels) -> list[str]:
    """What cannot be installed in a cell, a line each."""
    wanted, fitting = locked(requirements, cell), cell.tags
    found = [] if cell.runtime in wanted else [f"{cell}: {cell.runtime} is not asked for"]
    for name, version in wanted.items():
        names = wheels.get((name, version), [])
        if not any(parse_wheel_filename(file)[3] & fitting for file in names):
            found.append(f"{cell}: {name} {version} has no wheel")
    return found


def ask_index(cell: Cell, requirements: str) -> list[str]:
    """What the package index has against installing a cell's packages, as uv understands it."""
    pins = "\n".join(f"{name}=={version}" for name, version in locked(requirements, cell).items())
    uv = subprocess.run([ROOT / "tools" / "setup.sh", "uv"], capture_output=True, text=True, check=True)
    resolve = [uv.stdout.strip(), "pip", "compile", "-", "--quiet", "--no-deps", "--only-binary=:all:"]
    where = [f"--python-version={cell.python}", f"--python-platform={cell.uv_platform}"]
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    if "macos" in cell.platform:
        environment["MACOSX_DEPLOYMENT_TARGET"] = cell.platform["macos"]
    done = subprocess.run(
        [*resolve, *where], input=pins, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    return [f"{cell}: {' '.join(done.stderr.split())}"] if done.returncode else []


def main() -> int:
    parser = argparse.ArgumentParser(description="Look for a wheel in each cell of the matrix.")
    parser.add_argument("--ask", action="store_true", help="ask the package index instead of uv.lock")
    ask = parser.parse_args().ask
    wheels = wheels_of(tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8")))
    found, number = [], 0
    for cell in cells(json.loads((REQUIREMENTS / "matrix.json").read_text(encoding="utf-8"))):
        requirements = (REQUIREMENTS / f"{cell.variant}.txt").read_text(encoding="utf-8")
        found += ask_index(cell, requirements) if ask else faults(cell, requirements, wheels)
        number += 1
    print("\n".join([*found, f"{number} cells, {len(found)} faults"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
