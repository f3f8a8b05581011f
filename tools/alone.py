"""Describe the algorithms that live in QGIS alone, as the catalogue describes jobs: docs/alone.json.

Run by QGIS' own Python, in English; `tools/docs.py` writes their pages of the reference from it.
"""

from __future__ import annotations

import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingParameterDefinition

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "alone.json"

KINDS = {
    "boolean": "boolean",
    "crs": "crs",
    "enum": "enum",
    "extent": "extent",
    "file": "file",
    "fileDestination": "file",
    "multilayer": "layers",
    "number": "number",
    "raster": "raster",
    "string": "text",
}


def describe(algorithm: QgsProcessingAlgorithm) -> dict[str, Any]:
    """An algorithm in the words of the catalogue."""
    parameters = algorithm.parameterDefinitions()
    written = {one.name() for one in parameters if one.isDestination()}
    told = [one for one in algorithm.outputDefinitions() if one.name() not in written]
    outputs = {one.name().lower(): _output(one) for one in parameters if one.isDestination()}
    outputs |= {one.name().lower(): _described(one, kind=_kind_of_output(one)) for one in told}
    return {
        "id": algorithm.name(),
        "title": algorithm.displayName(),
        "description": algorithm.shortHelpString(),
        "inputs": {one.name().lower(): _input(one) for one in parameters if not one.isDestination()},
        "outputs": outputs,
        "additionalParameters": _ui(group=algorithm.group()),
    }


def _input(one: QgsProcessingParameterDefinition) -> dict[str, Any]:
    flags, default = one.flags(), one.defaultValue()
    is_optional = bool(flags & QgsProcessingParameterDefinition.Flag.FlagOptional)
    ui = {"kind": KINDS[one.type()]}
    if flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced:
        ui["advanced"] = True
    if one.type() == "enum":
        ui["choices"] = {str(place): label for place, label in enumerate(one.options())}
    described = _described(one, **ui) | {"minOccurs": int(not is_optional and default is None), "schema": {}}
    if default is not None:
        described["schema"]["default"] = default
    return described


def _output(one: QgsProcessingParameterDefinition) -> dict[str, Any]:
    extensions = one.fileFilter().replace("*.", " ").replace(")", " ").replace("(", " ").split()
    endings = list(dict.fromkeys(word for word in extensions if word.islower()))
    return _described(one, kind="file", extensions=endings, required=True)


def _kind_of_output(one: Any) -> str:
    return "number" if one.type() == "outputNumber" else "text"


def _described(one: Any, **ui: Any) -> dict[str, Any]:
    title = getattr(one, "description", str)()
    return {"title": title, "description": "", "additionalParameters": _ui(**ui)}


def _ui(**facts: Any) -> dict[str, Any]:
    return {"role": "releve/ui", "parameters": [{"name": "releve/ui", "value": [facts]}]}


def all_alone() -> dict[str, Any]:
    """Every algorithm that needs no backend."""
    from releve.plugin.provider import QGIS_ALONE

    return {"processes": [describe(kind().create()) for kind in QGIS_ALONE]}


def main() -> int:
    spec = spec_from_file_location("releve", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
    sys.modules["releve"] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules["releve"])
    application = QgsApplication([], False)  # kept: what it holds would go with it
    text = json.dumps(all_alone(), ensure_ascii=False, indent=1) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
