"""The plugin is ready for Qt 6: every Qt name it uses exists in PyQt6, enums by their full name.

QGIS 3.22 comes with Qt 5, where `Qt.AlignLeft` works too; in PyQt6 only `Qt.AlignmentFlag.AlignLeft` does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytest.importorskip("PyQt6", reason="PyQt6 has no wheel here")

PLUGIN = Path(__file__).resolve().parents[1] / "plugin"

# QGIS keeps these where Qt 5 had them.
MOVED = {
    ("QtWidgets", name): "QtGui" for name in ("QAction", "QActionGroup", "QShortcut", "QFileSystemModel")
}
GONE = {"exec_": "exec", "print_": "print"}
MISSING = object()


def faults(source: str, name: str = "") -> list[str]:
    """Qt names in `source` that PyQt6 does not have, a line each."""
    tree = ast.parse(source)
    known: dict[str, Any] = {}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt"):
            for alias, value in imported(node):
                known[alias.asname or alias.name] = value
                found += [f"{name}:{node.lineno} {node.module}.{alias.name}"] if value is MISSING else []
    for chain in chains(tree):
        found += [f"{name}:{chain.lineno} {ast.unparse(chain)}"] if missing(chain, known) else []
    return found


def imported(node: ast.ImportFrom) -> Iterator[tuple[ast.alias, Any]]:
    """Each name of an import through qgis.PyQt with what it is in PyQt6."""
    for alias in node.names:
        if node.module == "qgis.PyQt":
            yield alias, module(alias.name)
        else:
            qt = node.module.rpartition(".")[2]
            yield alias, getattr(module(MOVED.get((qt, alias.name), qt)), alias.name, MISSING)


def module(name: str) -> Any:
    try:
        return import_module(f"PyQt6.{name}")
    except ModuleNotFoundError:
        return MISSING


def chains(tree: ast.AST) -> Iterator[ast.Attribute]:
    """The dotted names of a tree, whole ones only."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and id(node) not in inner)


def missing(chain: ast.Attribute, known: dict[str, Any]) -> bool:
    """Whether a dotted name begins with something of Qt's and leads nowhere in PyQt6."""
    if chain.attr in GONE:
        return True
    names: list[str] = []
    node: ast.expr = chain
    while isinstance(node, ast.Attribute):
        names.insert(0, node.attr)
        node = node.value
    value = known.get(node.id) if isinstance(node, ast.Name) else None
    for name in names:
        if not isinstance(value, (type, ModuleType)):
            return False  # an object: what it has is not known before it runs
        value = getattr(value, name, MISSING)
        if value is MISSING:
            return True
    return False


def test_every_qt_name_of_the_plugin_exists_in_pyqt6():
    assert [
        fault
        for path in sorted(PLUGIN.rglob("*.py"))
        for fault in faults(path.read_text(encoding="utf-8"), str(path.relative_to(PLUGIN)))
    ] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("from qgis.PyQt.QtCore import Qt\nx = Qt.AlignLeft", [":2 Qt.AlignLeft"]),
        ("from qgis.PyQt.QtCore import Qt as K\nx = K.AlignLeft | K.Key.Key_A", [":2 K.AlignLeft"]),
        ("from qgis.PyQt import QtWidgets\nQtWidgets.QDialog.Accepted", [":2 QtWidgets.QDialog.Accepted"]),
        ("from qgis.PyQt.QtWidgets import QDesktopWidget", [":1 qgis.PyQt.QtWidgets.QDesktopWidget"]),
        ("from qgis.PyQt.QtWidgets import QDialog\nQDialog().exec_()", [":2 QDialog().exec_"]),
        ("from qgis.PyQt.QtCore import Qt\nx = Qt.AlignmentFlag.AlignLeft", []),
        ("from qgis.PyQt.QtWidgets import QAction, QDialog\nQDialog.DialogCode.Accepted.value", []),
        ("from qgis.PyQt.QtCore import QCoreApplication\nQCoreApplication.instance().anything.at.all", []),
    ],
)
def test_an_unscoped_enum_or_a_name_that_is_gone_is_caught(source, expected):
    assert faults(source) == expected
