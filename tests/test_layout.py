"""The lines that DESIGN draws between the rooms, held by the syntax tree of every file."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROCESSING = ROOT / "processing"
PLUGIN = ROOT / "plugin"

TIERS = (
    {"errors", "language", "version", "jobs"},
    {"raster", "models", "reports"},
    {"assessment"},
    {"inference"},
    {"landcover", "species", "oldmaps", "floods", "validation", "publishing"},
    {"catalogue"},
    {"worker", "doctor", "server", "cluster"},
    {"console"},
    {"cli"},
    {"__main__"},
)
TIER = {room: number for number, rooms in enumerate(TIERS) for room in rooms}
BOTTOM = TIERS[0]  # the only rooms of one tier that may use each other

HEAVY = (
    "click geopandas jinja2 numpy onnx onnxruntime pandas pyarrow pyogrio pyproj rasterio requests rich "
    "scipy shapely sklearn spyndex torch"
)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def nodes(tree: ast.AST, for_types: bool) -> Iterator[ast.AST]:
    """Every node of a tree, with or without what only the type checker sees."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING") and not for_types:
            continue
        yield child
        yield from nodes(child, for_types)


def imports(path: Path, root: Path = ROOT, *, for_types: bool = True) -> Iterator[tuple[int, str]]:
    """Line and dotted target of each import; a relative one begins with a dot and counts from the root."""
    for node in nodes(ast.parse(path.read_text(encoding="utf-8")), for_types):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(root).parent.parts
            climbed = node.level - 1
            start = package[: len(package) - climbed] if climbed <= len(package) else ("(outside)",)
            target = (*start, *(node.module.split(".") if node.module else ()))
            for alias in node.names:
                yield node.lineno, "." + ".".join((*target, alias.name))


def module_of(target: str, root: Path = ROOT) -> str | None:
    """Path, without suffix, of the module that a relative target of `imports` loads."""
    parts = target.strip(".").split(".")
    for length in range(len(parts), 0, -1):
        path = root.joinpath(*parts[:length])
        if path.with_suffix(".py").is_file():
            return "/".join(parts[:length])
        if (path / "__init__.py").is_file():
            return "/".join((*parts[:length], "__init__"))
    return None


def room(module: str) -> str:
    return module.split("/")[1]


def edges(*, for_types: bool = True) -> Iterator[tuple[str, int, str]]:
    """Importer, line and imported module within the backend, but for the facade, which hands out all."""
    for path in files(PROCESSING):
        importer = path.relative_to(ROOT).with_suffix("").as_posix()
        if importer == "processing/__init__":
            continue
        for line, target in imports(path, for_types=for_types):
            module = module_of(target) if target.startswith(".processing.") else None
            if module and module != "processing/__init__":
                yield importer, line, module


def allowed(importer: str, imported: str) -> bool:
    """Whether the room of the first may use the room of the second."""
    here, there = room(importer), room(imported)
    return here == there or TIER[there] < TIER[here] or {here, there} <= BOTTOM


def test_every_room_has_a_tier():
    rooms = {room(path.relative_to(ROOT).with_suffix("").as_posix()) for path in files(PROCESSING)}
    assert rooms - {"__init__"} <= set(TIER), "give the new room a tier, here and in DESIGN"


def test_the_backend_imports_neither_qgis_nor_qt_nor_itself_by_name():
    forbidden = {"qgis", "PyQt5", "PyQt6", "PySide6", "releve", "processing"}
    assert [
        f"{path}:{line} {target}"
        for path in files(PROCESSING)
        for line, target in imports(path)
        if target.split(".")[0] in forbidden
    ] == []


def test_relative_imports_of_the_backend_stay_in_it():
    assert [
        f"{path}:{line} {target}"
        for path in files(PROCESSING)
        for line, target in imports(path)
        if target.startswith(".") and target.split(".")[1] != "processing"
    ] == []


def test_a_room_imports_only_rooms_of_lower_tiers():
    wrong = [
        f"{importer}:{line} {module}" for importer, line, module in edges() if not allowed(importer, module)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("importer", "imported", "expected"),
    [
        ("processing/inference/plan", "processing/raster/grid", True),
        ("processing/inference/plan", "processing/inference/blocks", True),
        ("processing/jobs/context", "processing/errors", True),
        ("processing/raster/grid", "processing/inference/plan", False),
        ("processing/raster/grid", "processing/models/card", False),
        ("processing/floods/gauge", "processing/species/records", False),
        ("processing/errors", "processing/catalogue", False),
    ],
)
def test_the_rule_of_tiers_tells_up_from_down(importer, imported, expected):
    assert allowed(importer, imported) is expected


def test_no_module_imports_itself_by_a_detour():
    graph: dict[str, set[str]] = {}
    for importer, _, module in edges(for_types=False):
        graph.setdefault(importer, set()).add(module)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" ← ".join(error.args[1]))


def test_the_plugin_imports_only_the_rules_of_the_backend():
    assert [
        f"{path}:{line} {target}"
        for path in files(PLUGIN)
        for line, target in imports(path)
        if target.startswith(".")
        and target.split(".")[1] != "plugin"
        and not target.startswith(".processing.validation.rules")
    ] == []


def test_the_plugin_needs_nothing_but_qgis_and_the_standard_library():
    assert [
        f"{path}:{line} {target}"
        for path in (ROOT / "__init__.py", *files(PLUGIN))
        for line, target in imports(path)
        if not target.startswith(".") and not of_qgis_or_python(target.split(".")[0])
    ] == []


def of_qgis_or_python(package: str) -> bool:
    # `processing` without a dot is QGIS's own.
    return package in sys.stdlib_module_names or package in {"qgis", "processing", "osgeo"}


def test_the_rules_of_validation_need_only_the_standard_library():
    rules = PROCESSING / "validation" / "rules"
    assert [
        f"{path}:{line} {target}"
        for path in files(rules)
        for line, target in imports(path)
        if not (
            target.startswith(".processing.validation.rules")
            or target.split(".")[0] in sys.stdlib_module_names
        )
    ] == []


LIGHT = """
import sys
from importlib.abc import MetaPathFinder
from importlib.util import module_from_spec, spec_from_file_location

class Refuse(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {heavy}:
            raise ImportError(name + " is heavy")

sys.meta_path.insert(0, Refuse())
spec = spec_from_file_location("releve", {root!r} + "/__init__.py", submodule_search_locations=[{root!r}])
sys.modules["releve"] = module_from_spec(spec)
spec.loader.exec_module(sys.modules["releve"])
import releve.processing
from releve.processing.catalogue import own_jobs
assert own_jobs()
try:
    import releve.processing.validation
except ModuleNotFoundError:
    pass
else:
    import releve.processing.validation.rules
"""


def test_the_door_the_declarations_and_the_rules_import_nothing_heavy():
    code = LIGHT.format(heavy=HEAVY.split(), root=str(ROOT))
    subprocess.run([sys.executable, "-I", "-c", code], check=True)


def test_only_the_room_that_switches_its_telemetry_off_imports_onnx_runtime():
    found = [
        path.relative_to(PROCESSING).parts[0]
        for path in PROCESSING.rglob("*.py")
        if re.search(r"^\s*(import|from) onnxruntime", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert set(found) == {"models"}


def test_the_backend_refuses_the_name_of_the_package_of_qgis():
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import processing"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ImportError" in done.stderr


def test_the_root_module_holds_the_entry_of_qgis_alone():
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    named = [getattr(node, "name", type(node).__name__) for node in tree.body]
    assert named in (["Expr", "classFactory"], ["classFactory"], ["Expr", "ImportFrom", "classFactory"])


def test_folders_of_tests_and_data_are_no_packages():
    folders = [ROOT / name for name in ("tests", "resources", "i18n")]
    assert [path for folder in folders for path in folder.rglob("__init__.py")] == []
