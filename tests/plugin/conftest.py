"""What the tests of the plugin share; they run in QGIS' own Python, without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("qgis.core", reason="QGIS is not installed for this Python")

from osgeo import gdal, ogr
from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtTest import QTest

gdal.UseExceptions()
ogr.UseExceptions()

ROOT = Path(__file__).resolve().parents[2]
CHECKOUT_PYTHON = ROOT / ".venv" / "bin" / "python"


class Feedback(QgsProcessingFeedback):
    """Remembers what it is told."""

    def __init__(self):
        super().__init__(False)
        self.told = []
        self.lines = []

    def setProgress(self, value):
        self.told.append(value)

    def setProgressText(self, text):
        self.lines.append(text)

    def pushInfo(self, text):
        self.lines.append(text)

    def pushWarning(self, text):
        self.lines.append(f"warning: {text}")


@pytest.fixture
def feedback() -> Feedback:
    return Feedback()


@pytest.fixture
def wait_until(qgis_app):
    """Let the window live until a condition holds."""

    def wait(condition, timeout_s: float = 20) -> None:
        end = time.monotonic() + timeout_s
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(2)  # unlike processEvents, it lets go what is to be deleted

    return wait


@pytest.fixture
def fake_command():
    """The command of a fake backend that follows a scenario."""
    return lambda scenario: [sys.executable, "-I", str(Path(__file__).with_name("fake_backend.py")), scenario]


@pytest.fixture(scope="session")
def backend_python(tmp_path_factory) -> Path:
    """A Python for the real backend that has the sample package beside the checkout's packages."""
    if not CHECKOUT_PYTHON.is_file():
        pytest.skip("no backend in .venv: run 'make backend'")
    folder = tmp_path_factory.mktemp("interpreter") / "venv"
    subprocess.run([CHECKOUT_PYTHON, "-I", "-m", "venv", "--without-pip", folder], check=True)
    script = "import sysconfig; print(sysconfig.get_path('purelib'))"
    checkouts, own = (
        subprocess.run(
            [python, "-I", "-c", script], check=True, capture_output=True, text=True
        ).stdout.strip()
        for python in (CHECKOUT_PYTHON, folder / "bin" / "python")
    )
    Path(own, "sample.pth").write_text(
        f"{checkouts}\n{ROOT / 'tests' / 'sample_package'}\n", encoding="utf-8"
    )
    return folder / "bin" / "python"


@pytest.fixture(scope="session")
def sample_catalogue(backend_python) -> dict:
    """What ``releve jobs --json`` prints where the sample package is installed."""
    command = [backend_python, "-I", "-X", "utf8", ROOT / "processing" / "__main__.py", "jobs", "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


@pytest.fixture(scope="session")
def sample_jobs(sample_catalogue) -> dict:
    """Id → job, as the plugin reads them."""
    from releve.plugin.catalogue import read_jobs

    return {job.id: job for job in read_jobs(sample_catalogue)}


@pytest.fixture
def with_backend(backend_python, qgis_app):
    """The settings name the backend's interpreter."""
    from releve.plugin.settings import Settings

    before = Settings.load()
    Settings(interpreter=str(backend_python)).save()
    yield
    before.save()


@pytest.fixture
def has_ended():
    """Whether a process has ended, or does so within a second or so: a kill takes a moment."""

    def alive(pid: int) -> bool:
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8") as stream:
                return stream.read().rpartition(")")[2].split()[0] != "Z"
        except (FileNotFoundError, ProcessLookupError):
            return False

    def ended(pid: int, within_s: float = 1) -> bool:
        end = time.monotonic() + within_s
        while alive(pid) and time.monotonic() < end:
            time.sleep(0.01)
        return not alive(pid)

    if not os.path.isdir("/proc"):
        pytest.skip("needs /proc to look at processes")
    return ended


@pytest.fixture
def raster_path(tmp_path):
    """A GeoTIFF of 4 × 3 pixels of 10 m, values 0 to 11, in EPSG:2154."""
    return write_raster(tmp_path / "été 1.tif", crs="EPSG:2154")


def write_raster(path, *, crs=""):
    import numpy as np
    from osgeo import osr

    data = gdal.GetDriverByName("GTiff").Create(str(path), 4, 3, 1, gdal.GDT_Byte)
    if crs:
        system = osr.SpatialReference()
        system.SetFromUserInput(crs)
        data.SetProjection(system.ExportToWkt())
        data.SetGeoTransform((700000, 10, 0, 6600030, 0, -10))
    data.GetRasterBand(1).WriteArray(np.arange(12, dtype="uint8").reshape(3, 4))
    data = None
    return str(path)


@pytest.fixture
def memory_points(qgis_app):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=fid:integer&field=n:integer", "Mes points", "memory")
    for n in range(3):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([7, n])  # three times the same "fid"
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT ({700000 + n} 6600000)"))
        layer.dataProvider().addFeatures([feature])
    return layer


@pytest.fixture
def machine(qgis_app, tmp_path):
    """Writes the settings of the whole machine, as an administrator does."""
    from qgis.core import QgsSettings

    file = tmp_path / "qgis_global_settings.ini"

    def write(text: str) -> None:
        file.write_text(f"[releve]\n{text}", encoding="utf-8")

    write("")
    QgsSettings.setGlobalSettingsPath(str(file))
    yield write
    write("")  # QGIS goes back to no other file
