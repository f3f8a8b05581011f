"""The real packages, as an administrator installs them: one command, no network, no traces elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from releve.plugin.installer.making import make_environment
from releve.plugin.installer.network import Network
from releve.plugin.places import RESOURCES
from releve.plugin.runner.interpreter import python_of

from .conftest import Index

PROGRAM = shutil.which("qgis_process.bin", path="/usr/bin") or shutil.which("qgis_process", path="/usr/bin")
pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def real_wheels(root):
    """The wheels of the lock, fetched once."""
    done = subprocess.run([root / "tools" / "wheels.sh"], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"the wheels cannot be fetched: {done.stderr[-300:]}")
    return root / done.stdout.splitlines()[-1]


@pytest.fixture
def qgis_process(root, tmp_path):
    """QGIS' command line in a new profile, with an empty home and an empty folder of temporary files."""
    if PROGRAM is None:
        pytest.skip("qgis_process is not installed")
    default = tmp_path / "profile" / "profiles" / "default"
    (default / "python" / "plugins").mkdir(parents=True)
    # Not the checkout itself, whose .venv would be found.
    plugin = default / "python" / "plugins" / "releve"
    ignored = shutil.ignore_patterns(".*", "build", "tests", "tools", "__pycache__")
    shutil.copytree(root, plugin, ignore=ignored)
    (default / "QGIS").mkdir()
    (default / "QGIS" / "QGIS3.ini").write_text("[PythonPlugins]\nreleve=true\n", encoding="utf-8")
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
    }

    def call(*arguments):
        command = [PROGRAM, "run", *map(str, arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    return call


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def test_one_command_installs_a_job_runs_and_one_command_removes(qgis_process, real_wheels, tmp_path, root):
    profile = tmp_path / "profile" / "profiles" / "default"
    qgis_process("releve:backend.install", "--", f"WHEELS={real_wheels}")
    assert {path.name for path in (profile / "releve").iterdir()} == {"venv", "catalogue.json"}
    elsewhere = {name for name in files(tmp_path / "home") if "pip" in name or "releve" in name.lower()}
    assert elsewhere == set()
    assert files(tmp_path / "tmp") == set()
    scene = root / "build" / "samples" / "olinda_landsat7.tif"
    model = root / "resources" / "models" / "olinda_landcover.onnx"
    values = (f"INPUT={scene}", f"MODEL={model}", f"CLASSES={tmp_path / 'classes.tif'}")
    qgis_process("releve:inference.map", "--", *values)
    assert (tmp_path / "classes.tif").stat().st_size > 1000
    before = qgis_process("releve:backend.install", "--", f"WHEELS={real_wheels}")
    assert "The backend is up to date" in before
    qgis_process("releve:backend.remove", "--", "SETTINGS=true")
    assert not (profile / "releve").exists()


def test_what_is_said_of_the_size_holds(qgis_process, real_wheels, tmp_path):
    folder = tmp_path / "elsewhere"
    qgis_process("releve:backend.install", "--", f"WHEELS={real_wheels}", f"FOLDER={folder}")
    sizes = json.loads((RESOURCES / "requirements" / "sizes.json").read_text(encoding="utf-8"))["sizes"]
    said = sizes["cpu"][f"linux-{os.uname().machine}"][f"{sys.version_info[0]}.{sys.version_info[1]}"]
    real = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert real == pytest.approx(said[1], rel=0.1)
    wheels = sum(wheel.stat().st_size for wheel in real_wheels.glob("*.whl"))
    assert wheels - sum(wheel.stat().st_size for wheel in real_wheels.glob("pip-*.whl")) == said[0]


class Resuming(Index):
    """An index that can go on in the middle of a file, and cuts each first answer short."""

    def _file(self, path):
        content = path.read_bytes()
        start = int(self.headers.get("Range", "bytes=0-").partition("=")[2].rstrip("-") or 0)
        self.send_response(206 if start else 200)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", '"1"')
        self.send_header("Content-Type", "application/octet-stream")
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.server.starts.append((path.name, start))
        is_cut = not start and path.name.startswith("releve")
        self.wfile.write(content[start : len(content) // 2] if is_cut else content[start:])
        self.close_connection = True


def test_with_the_locked_pip_a_cut_download_goes_on_where_it_was(
    recipe, wheels, real_wheels, serve, feedback
):
    (locked,) = real_wheels.glob("pip-*.whl")
    shutil.copy(locked, wheels)
    server = serve(handler=Resuming)
    server.starts = []
    made = recipe(pip=RESOURCES / "requirements" / "pip.txt", network=Network(index_url=server.url))
    make_environment(made, feedback)
    assert python_of(made.place.environment).exists()
    starts = dict(server.starts)
    assert starts["relevea-1.0-py3-none-any.whl"] > 100_000
