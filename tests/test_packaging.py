"""What is shipped: the zip for QGIS, the wheel of the backend, the locks."""

from __future__ import annotations

import ast
import importlib
import json
import random
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "resources" / "requirements"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
IMPORTED_AS = {"scikit_learn": "sklearn", "opencv_python_headless": "cv2"}
MATRIX = json.loads((REQUIREMENTS / "matrix.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def package(load_tool):
    return load_tool("package")


@pytest.fixture(scope="module")
def matrix(load_tool):
    return load_tool("matrix")


@pytest.fixture(scope="module")
def wheels(matrix):
    return matrix.wheels_of(tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8")))


def test_the_zip_of_the_last_commit_keeps_the_rules_of_the_plugin_site(package, tmp_path):
    if not (ROOT / ".git").exists() or not (ROOT / package.TRANSLATION).exists():
        pytest.skip("no git here, or 'make i18n/releve_fr.qm' has not been run")
    package.build(tmp_path / "releve.zip")
    assert package.faults(tmp_path / "releve.zip") == []


def test_a_zip_that_breaks_the_rules_is_found_out(package, tmp_path):
    with ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("releve/metadata.txt", "[general]\nname=Relevé\nhomepage=http://somewhere\n")
        archive.writestr("releve/plugin/__pycache__/main.cpython-39.pyc", "")
        archive.writestr("other/file.txt", "")
    found = "\n".join(package.faults(tmp_path / "bad.zip"))
    for fault in (
        "LICENSE is missing",
        "other/file.txt is outside",
        "main.cpython-39.pyc should stay out",
        "metadata.txt: author is missing",
        "metadata.txt: homepage is no https address",
        "metadata.txt: without hasProcessingProvider=yes",
    ):
        assert fault in found


def test_metadata_pyproject_and_changelog_agree_on_the_version(package):
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    # Between two versions the first heading is "Unreleased".
    latest = re.search(r"^## \[?(\d+\.\d+\.\d+)", changelog, re.MULTILINE)
    assert latest is not None
    assert {package.version(), PYPROJECT["project"]["version"], latest[1]} == {package.version()}


def test_the_wheel_takes_every_room_of_the_backend_and_nothing_else():
    rooms = {path.parent for path in (ROOT / "processing").rglob("*.py") if "__pycache__" not in path.parts}
    wanted = {"releve", *(f"releve.{'.'.join(room.relative_to(ROOT).parts)}" for room in rooms)}
    assert set(PYPROJECT["tool"]["setuptools"]["packages"]) == wanted


def test_every_data_file_of_the_backend_goes_into_the_wheel():
    patterns = {pattern.lstrip("*") for pattern in PYPROJECT["tool"]["setuptools"]["package-data"]["*"]}
    kept = {
        path
        for path in (ROOT / "processing").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = {path for path in kept if path.suffix not in {".py", ".pyc"}}
    assert {path.name for path in data if path.suffix not in patterns and path.name not in patterns} == set()


def test_every_cell_of_the_matrix_has_a_wheel_of_every_package(matrix, wheels):
    exports = {
        name: (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8") for name in MATRIX["variants"]
    }
    found = [
        fault for cell in matrix.cells(MATRIX) for fault in matrix.faults(cell, exports[cell.variant], wheels)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("variant", "platform", "python", "fault"),
    [
        ("openvino", "linux-x86_64", "3.14", "onnxruntime-openvino is not asked for"),
        ("directml", "linux-x86_64", "3.12", "onnxruntime-directml is not asked for"),
        ("cpu", "macos-x86_64", "3.12", "has no wheel"),
    ],
)
def test_a_cell_without_a_runtime_is_found_out(matrix, wheels, variant, platform, python, fault):
    intel = {"sys_platform": "darwin", "platform_machine": "x86_64", "macos": "14.0"}
    where = {"name": platform, **MATRIX["platforms"].get(platform, intel)}
    cell = matrix.Cell(variant, MATRIX["variants"][variant]["runtime"], where, python)
    # As if the export were for that computer too, which is what uv would do without `environments`.
    export = re.sub(
        r"platform_machine == 'arm64'",
        "platform_machine == 'x86_64'",
        (REQUIREMENTS / f"{variant}.txt").read_text(encoding="utf-8"),
    )
    assert any(fault in line for line in matrix.faults(cell, export, wheels))


def test_every_package_that_the_backend_imports_is_declared():
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"].values()
    declared = [*project["dependencies"], *(requirement for extra in extras for requirement in extra)]
    names = {re.match(r"[\w-]+", requirement)[0].replace("-", "_") for requirement in declared}
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "processing").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    outside = {name.split(".")[0] for name in imported} - sys.stdlib_module_names
    # Training scripts may use what no lock holds: CONTRIBUTING.md says how to add it.
    assert outside - {"torch"} - {IMPORTED_AS.get(name, name) for name in names} == set()


def test_torch_is_in_no_lock():
    assert "torch" not in {
        package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    }


def test_the_oldest_runtime_of_the_matrix_is_the_one_that_gives_the_opset(wheels):
    runtimes = {row["runtime"] for row in MATRIX["variants"].values()}
    versions = [version for name, version in wheels if name in runtimes]
    oldest = min(versions, key=lambda version: [int(number) for number in version.split(".")])
    assert oldest.startswith(MATRIX["oldest_runtime"] + ".")


def test_every_export_asks_for_hashes():
    for path in REQUIREMENTS.glob("*.txt"):
        for requirement in re.split(r"\n(?=[a-z])", path.read_text(encoding="utf-8")):
            assert "--hash=sha256:" in requirement, f"{path.name}: {requirement.splitlines()[0]}"


def test_the_sizes_of_the_variants_are_those_of_the_lock(load_tool, monkeypatch):
    tool = load_tool("sizes")
    monkeypatch.setattr(sys, "argv", ["sizes.py", "--check"])
    assert tool.main() == 0


def test_of_several_wheels_the_one_for_the_computer_is_weighed(load_tool, matrix):
    names = (
        "cp312-cp312-win_amd64",
        "cp39-abi3-win_amd64",
        "cp312-cp312-manylinux_2_28_x86_64",
        "py3-none-any",
    )
    wheels = [{"url": f"https://index/a/p-1-{name}.whl", "size": place} for place, name in enumerate(names)]
    cells = {str(cell): cell for cell in matrix.cells(MATRIX)}
    taken = [
        load_tool("sizes").best(wheels, cells[f"cpu on {where}"])["size"]
        for where in (
            "windows-x86_64 with Python 3.12",
            "windows-x86_64 with Python 3.13",
            "linux-x86_64 with Python 3.12",
            "macos-arm64 with Python 3.12",
        )
    ]
    assert taken == [0, 1, 2, 3]


def test_the_contents_of_a_wheel_are_read_from_its_end(load_tool, tmp_path, monkeypatch):
    tool, wheel = load_tool("sizes"), tmp_path / "p-1-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        archive.writestr("p.py", "x" * 1000)
        archive.writestr("p.bin", random.Random(0).randbytes(200_000))
    asked = []

    def fetch(self, start, end):
        asked.append((start, end))
        return wheel.read_bytes()[start:end]

    monkeypatch.setattr(tool.Remote, "_fetch", fetch)
    size = wheel.stat().st_size
    assert tool.unpacked({"url": "https://index/p.whl", "size": size}) == [201_000, 1000]
    assert asked == [(size - tool.TAIL, size)]


def test_every_variant_has_a_bill_of_materials_that_holds_to_cyclonedx(load_tool, tmp_path):
    schema = pytest.importorskip("cyclonedx.schema")
    validator = importlib.import_module("cyclonedx.validation.json").JsonStrictValidator(
        schema.SchemaVersion.V1_6
    )
    files = load_tool("sbom").write(tmp_path, "1.2.3")
    assert [file.name.partition(".")[0] for file in files] == list(MATRIX["variants"])
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert validator.validate_str(text) is None
        bill = json.loads(text)
        export = (REQUIREMENTS / f"{bill['metadata']['properties'][0]['value']}.txt").read_text(
            encoding="utf-8"
        )
        found = {f"{part['name']}=={part['version']}" for part in bill["components"]}
        assert found == set(re.findall(r"^[\w.-]+==[^\s;]+", export, re.MULTILINE))
        for part in bill["components"]:
            assert part["externalReferences"][0]["hashes"][0]["content"] in export


def test_the_lock_and_its_exports_are_up_to_date():
    if not (ROOT / "build/tools/bin/uv").exists() and shutil.which("uv") is None:
        pytest.skip("no uv here: pip has installed the packages")
    done = subprocess.run([ROOT / "tools/lock.sh", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.soak
def test_the_package_index_has_a_wheel_of_every_package_in_each_cell(matrix):
    exports = {
        name: (REQUIREMENTS / f"{name}.txt").read_text(encoding="utf-8") for name in MATRIX["variants"]
    }
    assert [
        fault for cell in matrix.cells(MATRIX) for fault in matrix.ask_index(cell, exports[cell.variant])
    ] == []
