"""The plugin in ``qgis_process`` of an empty profile: what a script sees."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

PROGRAM = shutil.which("qgis_process.bin", path="/usr/bin") or shutil.which("qgis_process", path="/usr/bin")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")


@pytest.fixture(scope="module")
def profile(tmp_path_factory, root, backend_python, sample_catalogue):
    """An empty profile with this checkout as plugin, in a folder with an accent and a space."""
    folder = tmp_path_factory.mktemp("qgis") / "un profil à part"
    default = folder / "profiles" / "default"
    (default / "python" / "plugins").mkdir(parents=True)
    (default / "python" / "plugins" / "releve").symlink_to(root)
    (default / "QGIS").mkdir()
    (default / "QGIS" / "QGIS3.ini").write_text(
        f"[PythonPlugins]\nreleve=true\n\n[releve]\ninterpreter={backend_python}\n", encoding="utf-8"
    )
    (default / "releve").mkdir()
    (default / "releve" / "catalogue.json").write_text(json.dumps(sample_catalogue), encoding="utf-8")
    return folder


@pytest.fixture
def command(profile, tmp_path):
    """Arguments and environment of a call: the system's programs first, an empty home."""
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "C.UTF-8",
    }
    # A dirty environment, as another program may leave it.
    dirt = {"PROJ_LIB": "/nowhere", "GDAL_DATA": "/nowhere"}
    return lambda *arguments, **more: {
        "args": [PROGRAM, *arguments],
        "env": {**environment, **(dirt if "run" in arguments else {}), **more},
    }


@pytest.fixture
def call(command):
    def call(*arguments, **environment):
        call = command(*arguments, **environment)
        return subprocess.run(**call, capture_output=True, text=True, check=False, timeout=60)

    return call


def test_the_jobs_are_listed(call):
    listed = call("list").stdout
    assert "releve:sample.everything\tEverything" in listed
    assert "releve:map.layout" in listed


def test_help_shows_parameters_and_outputs(call):
    text = call("help", "releve:sample.everything").stdout
    assert "NUMBER: Number (m)" in text
    assert "OUTPUT_RASTER: <outputRaster>" in text


def test_a_job_runs_and_its_values_are_results(call, tmp_path):
    report = tmp_path / "été.html"
    done = call("run", "releve:sample.everything", "--", "COUNT=5", "ENUM=b", f"OUTPUT_FILE={report}")
    assert done.returncode == 0, done.stderr
    assert "COUNT:\t5" in done.stdout
    assert "count=5" in report.read_text(encoding="utf-8")
    assert "enum='b'" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["COUNT=0"], "COUNT (Count): found 0, a whole number of at least 1 is needed"),
        (["CRS=EPSG:99999"], "EPSG:99999 is not a known coordinate reference system"),
        (["RASTER=/nowhere.tif"], "/nowhere.tif does not exist"),
        (["ENUM=mirror"], "found mirror, one of a, b is needed"),
        (["OUTPUT_VECTOR=memory:"], "found memory:, a file that ends in .gpkg is needed"),
        (["OUTPUT_VECTOR=/tmp/result.shp"], "found /tmp/result.shp, a file that ends in .gpkg is needed"),
    ],
)
def test_a_bad_value_is_refused_with_what_is_needed(call, tmp_path, arguments, words):
    done = call("run", "releve:sample.everything", "--", f"OUTPUT_FILE={tmp_path / 'r.html'}", *arguments)
    assert done.returncode != 0
    assert words in done.stderr
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize("name", ["/vsicurl/https://example.org/a.tif", 'NETCDF:"/data/rain.nc":rain'])
def test_a_name_that_only_gdal_understands_reaches_the_backend(call, tmp_path, name):
    report = tmp_path / "r.html"
    done = call("run", "releve:sample.everything", "--", f"RASTER={name}", f"OUTPUT_FILE={report}")
    assert done.returncode == 0, done.stderr
    assert f"raster={name!r}" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "words"), [("poorly", "found nothing, a raster is needed"), ("crash", "SIGABRT")]
)
def test_a_failure_has_a_status_and_a_cause(call, tmp_path, kind, words):
    done = call("run", "releve:sample.behaviour", "--", f"KIND={kind}", f"REPORT={tmp_path / 'r.html'}")
    assert done.returncode != 0
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize("kind", ["well", "stuck"])
def test_ctrl_c_ends_everything_within_two_seconds(command, tmp_path, has_ended, kind):
    arguments = (
        "run",
        "releve:sample.behaviour",
        "--",
        f"KIND={kind}",
        "SECONDS=60",
        f"REPORT={tmp_path / 'r.html'}",
    )
    with subprocess.Popen(**command(*arguments), stdout=subprocess.PIPE, text=True) as process:
        while "started" not in process.stdout.readline():
            assert process.poll() is None
        (worker,) = children(process.pid)
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=10)
    assert time.monotonic() - start < 2
    assert process.returncode == -signal.SIGINT
    assert has_ended(worker)
    assert list((tmp_path / "tmp").glob("releve*")) == []
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("home", "tmp")] == []


def children(pid: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_the_worker_ends_when_qgis_is_killed(command, tmp_path, has_ended):
    arguments = (
        "run",
        "releve:sample.behaviour",
        "--",
        "KIND=stuck",
        "SECONDS=60",
        f"REPORT={tmp_path / 'r.html'}",
    )
    with subprocess.Popen(**command(*arguments), stdout=subprocess.PIPE, text=True) as process:
        while "started" not in process.stdout.readline():
            assert process.poll() is None
        (worker,) = children(process.pid)
        process.kill()
    assert has_ended(worker, within_s=5)


DETECTOR = """
import sys
import numpy as np, rasterio
from pathlib import Path
from detectors import Shape, detector

square, folder = Shape(np.ones((9, 9), bool)), Path(sys.argv[1])
image = np.zeros((3, 64, 64), "uint8")
square.paint(image, 20, 30, 1)
place = rasterio.Affine(10, 0, 500000, 0, -10, 5000000)
with rasterio.open(
    folder / "image.tif", "w", driver="GTiff", width=64, height=64, count=3, dtype="uint8", crs="EPSG:32631",
    transform=place,
) as dataset:
    dataset.write(image)
detector(folder, "yolo_v8", square)
"""


def test_objects_are_detected(call, root, backend_python, tmp_path):
    tools = {"PYTHONPATH": str(root / "tests" / "processing" / "inference" / "detection")}
    made = [str(backend_python), "-c", DETECTOR, str(tmp_path)]
    subprocess.run(made, env={**os.environ, **tools}, check=True)
    given = {
        "INPUT": tmp_path / "image.tif", "MODEL": tmp_path / "yolo_v8.onnx",
        "OBJECTS": tmp_path / "found.gpkg", "GSD": 10, "SCALING": "none", "BANDS": "1,2,3",
        "CLASS_NAMES": "ship,plane", "THRESHOLD": 0.9,
    }  # fmt: skip
    arguments = [f"{name}={value}" for name, value in given.items()]
    done = call("run", "releve:inference.detect", "--", *arguments)
    assert done.returncode == 0, done.stderr
    assert "OBJECT_COUNT:\t1" in done.stdout
    assert (tmp_path / "found.qml").is_file()


def test_a_map_is_drawn(call, tmp_path):
    from osgeo import gdal

    path = str(tmp_path / "map.tif")
    data = gdal.GetDriverByName("GTiff").Create(path, 40, 30, 1, gdal.GDT_Byte)
    data.GetRasterBand(1).Fill(200)
    data = None
    picture = tmp_path / "map.png"
    done = call(
        "run", "releve:map.layout", "--", f"LAYERS={path}", "TITLE=Essai", "DPI=40", f"OUTPUT={picture}"
    )
    assert done.returncode == 0, done.stderr
    assert os.path.getsize(picture) > 1000
