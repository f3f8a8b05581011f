"""Build the zip that QGIS installs, of the last commit, and check it against the rules of the plugin site.

tools/package.py               writes build/releve-<version>.zip
tools/package.py --check FILE  checks a zip
"""

from __future__ import annotations

import argparse
import configparser
import subprocess
import sys
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import sbom

ROOT = Path(__file__).resolve().parents[1]
TRANSLATION = Path("i18n/releve_fr.qm")
BILLS = ROOT / "build" / "sbom"

LARGEST = 25 * 1024 * 1024
FIELDS = (
    "name",
    "description",
    "about",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "repository",
    "tracker",
)
NEEDED = (
    *(
        "LICENSE",
        "__init__.py",
        "metadata.txt",
        "plugin/main.py",
        "processing/__main__.py",
        "i18n/releve_fr.ts",
        str(TRANSLATION),
    ),
    *("resources/catalogue.json", "resources/requirements/matrix.json"),
    *("resources/requirements/sizes.json", "resources/requirements/pip.txt"),
    *(f"resources/requirements/{variant}.txt" for variant in ("cpu", "cuda", "directml", "openvino")),
    *(f"sbom/{variant}.cdx.json" for variant in ("cpu", "cuda", "directml", "openvino")),
)
UNWANTED = {
    "__pycache__",
    "__MACOSX",
    ".DS_Store",
    ".git",
    ".ci",
    ".venv",
    "build",
    "tests",
    "tools",
    "Makefile",
}
COMPILED = {".pyc", ".so", ".dll", ".dylib", ".exe", ".pyd"}


def build(destination: Path, commit: str = "HEAD") -> None:
    """Write the zip of a commit, with the translation and the bills of materials, which git does not keep."""
    added = [f"--prefix=releve/{TRANSLATION.parent}/", f"--add-file={TRANSLATION}", "--prefix=releve/sbom/"]
    added += [f"--add-file={file}" for file in sbom.write(BILLS, version())]
    archive = [
        "git",
        "archive",
        "--format=zip",
        "-9",
        *added,
        "--prefix=releve/",
        "-o",
        str(destination),
        commit,
    ]
    subprocess.run(archive, cwd=ROOT, check=True)


def faults(file: Path) -> list[str]:
    """What the plugin site, or we, would not accept; a line each."""
    found = [] if file.stat().st_size <= LARGEST else [f"{file.stat().st_size} bytes, at most {LARGEST}"]
    with ZipFile(file) as archive:
        names = [PurePosixPath(name) for name in archive.namelist()]
        metadata = archive.read("releve/metadata.txt").decode() if has(names, "metadata.txt") else "[general]"
    found += sorted({f"{name} is outside the folder releve" for name in names if name.parts[0] != "releve"})
    found += [f"{name} is missing" for name in NEEDED if not has(names, name)]
    found += [f"{name} should stay out" for name in names if unwanted(name)]
    return found + faults_of_metadata(metadata)


def has(names: list[PurePosixPath], name: str) -> bool:
    return PurePosixPath("releve", name) in names


def unwanted(name: PurePosixPath) -> bool:
    return bool(UNWANTED & set(name.parts)) or name.suffix in COMPILED


def faults_of_metadata(text: str) -> list[str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    general = parser["general"]
    found = [f"metadata.txt: {field} is missing" for field in FIELDS if not general.get(field, "").strip()]
    found += [
        f"metadata.txt: {field} is no https address"
        for field in ("homepage", "repository", "tracker")
        if not general.get(field, "https://").startswith("https://")
    ]
    if general.get("hasProcessingProvider") != "yes":
        found.append("metadata.txt: without hasProcessingProvider=yes qgis_process does not list us")
    return found


def version() -> str:
    """The version that metadata.txt gives."""
    lines = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines()
    return next(line.partition("=")[2].strip() for line in lines if line.startswith("version="))


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the zip that QGIS installs and check it.")
    parser.add_argument("--check", type=Path, metavar="FILE", help="check this zip instead")
    file = parser.parse_args().check
    if file is None:
        file = ROOT / "build" / f"releve-{version()}.zip"
        file.parent.mkdir(exist_ok=True)
        build(file)
    found = faults(file)
    print("\n".join([*found, f"{file}: {file.stat().st_size / 1e6:.1f} MB, {len(found)} faults"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
