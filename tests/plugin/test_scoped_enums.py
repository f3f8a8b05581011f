"""The plugin names QGIS's enums in full: `Qgis.MessageLevel.Warning`, where QGIS 4 has no `Qgis.Warning`."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")

PLUGIN = Path(__file__).resolve().parents[2] / "plugin"


def faults(source: str, name: str = "") -> list[str]:
    """Unscoped members of enums, a line each."""
    tree = ast.parse(source)
    known: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in {"qgis.core", "qgis.gui", "qgis.analysis"}:
            known |= {
                alias.asname or alias.name: getattr(import_module(node.module), alias.name)
                for alias in node.names
            }
    members = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    return [f"{name}:{node.lineno} {ast.unparse(node)}" for node in members if unscoped(node, known)]


def unscoped(node: ast.Attribute, known: dict[str, Any]) -> bool:
    """Whether the attribute of a QGIS class is a member of an enum that the class also has by name."""
    owner = known.get(node.value.id) if isinstance(node.value, ast.Name) else None
    if not isinstance(owner, type) or not node.attr[:1].isupper():
        return False
    value = getattr(owner, node.attr, None)
    return (
        not isinstance(value, type)
        and type(value) not in {int, str, float, bool, bytes}
        and isinstance(value, int)
    )


def test_the_plugin_names_the_enums_of_qgis_in_full():
    assert [
        fault
        for path in sorted(PLUGIN.rglob("*.py"))
        for fault in faults(path.read_text(encoding="utf-8"), str(path.relative_to(PLUGIN)))
    ] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from qgis.core import QgsTask\nQgsTask.CanCancel", [":2 QgsTask.CanCancel"]),
        ("from qgis.core import QgsTask\nQgsTask.Flag.CanCancel", []),
        ("from qgis.core import Qgis\nQgis.MessageLevel.Warning", []),
        ("from qgis.core import QgsProcessing\nQgsProcessing.TypeRaster", [":2 QgsProcessing.TypeRaster"]),
        ("from qgis.core import QgsProcessing\nQgsProcessing.TEMPORARY_OUTPUT", []),
    ],
)
def test_a_member_without_its_enum_is_caught(source, expected):
    assert faults(source) == expected
