"""Bills of materials, CycloneDX 1.6: what each variant of the backend is made of, from uv.lock.

tools/sbom.py FOLDER      writes <variant>.cdx.json for each
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path

from matrix import REQUIREMENTS, ROOT, cells, locked

MATRIX = json.loads((REQUIREMENTS / "matrix.json").read_text(encoding="utf-8"))


def bill(variant: str, lock: dict, version: str) -> dict:
    """The bill of one variant: every package that some computer of the matrix gets, with its files' hashes.

    It holds no date and no number drawn by chance: the same lock gives the same bytes.
    """
    packages = {(p["name"], p.get("version")): p for p in lock["package"]}
    needed = _needed(variant)
    main = {"type": "application", "name": "releve", "version": version, "bom-ref": "releve"}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {**main, "licenses": [{"license": {"id": "GPL-2.0-or-later"}}]},
            "properties": [{"name": "releve:variant", "value": variant}],
        },
        "components": [_component(packages[item]) for item in needed],
        "dependencies": _dependencies(needed, packages),
    }


def _needed(variant: str) -> list[tuple[str, str]]:
    requirements = (REQUIREMENTS / f"{variant}.txt").read_text(encoding="utf-8")
    rows = (locked(requirements, cell).items() for cell in cells(MATRIX) if cell.variant == variant)
    return sorted({item for row in rows for item in row})


def _component(package: dict) -> dict:
    return {
        "type": "library",
        "name": package["name"],
        "version": package["version"],
        "bom-ref": _reference(package),
        "purl": _reference(package),
        "externalReferences": [
            {
                "type": "distribution",
                "url": wheel["url"],
                "hashes": [{"alg": "SHA-256", "content": wheel["hash"].removeprefix("sha256:")}],
            }
            for wheel in package["wheels"]
        ],
    }


def _dependencies(needed: list[tuple[str, str]], packages: dict) -> list[dict]:
    known = {name: _reference(packages[name, version]) for name, version in needed}
    rows = [{"ref": "releve", "dependsOn": sorted(known.values())}]
    for name, version in needed:
        wanted = {item["name"] for item in packages[name, version].get("dependencies", ())}
        rows.append({"ref": known[name], "dependsOn": sorted(known[one] for one in wanted if one in known)})
    return rows


def _reference(package: dict) -> str:
    return f"pkg:pypi/{package['name']}@{package['version']}"


def write(folder: Path, version: str) -> list[Path]:
    """Write the bills of every variant; their files."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for variant in MATRIX["variants"]:
        text = json.dumps(bill(variant, lock, version), indent=1, ensure_ascii=False) + "\n"
        files.append(folder / f"{variant}.cdx.json")
        files[-1].write_text(text, encoding="utf-8")
    return files


if __name__ == "__main__":
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    print("\n".join(map(str, write(Path(sys.argv[1]), pyproject["project"]["version"]))))
