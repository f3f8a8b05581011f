"""Images in other forms than a file of GeoTIFF: each is really run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil

FACTS = {"gsd": 10, "scaling": "none", "task": "segmentation"}
MEASURES = {"gsd": 10, "scaling": "none", "task": "regression", "blending": "crop"}
SMALL = {"tile": 64, "overlap": 16}


def as_vrt(path, target):
    """Two halves side by side, one of them larger than what is taken of it."""
    with rasterio.open(path) as source:
        bands, width, height, transform = source.indexes, source.width, source.height, source.transform
    parts = "".join(
        f"<SimpleSource><SourceFilename relativeToVRT='1'>{path.name}</SourceFilename>"
        f"<SourceBand>{{band}}</SourceBand><SrcRect xOff='{left}' yOff='0' xSize='{size}' ySize='{height}'/>"
        f"<DstRect xOff='{left}' yOff='0' xSize='{size}' ySize='{height}'/></SimpleSource>"
        for left, size in ((0, 100), (100, width - 100))
    )
    described = "".join(
        f"<VRTRasterBand dataType='Byte' band='{band}'>{parts.format(band=band)}</VRTRasterBand>"
        for band in bands
    )
    numbers = ", ".join(map(str, transform.to_gdal()))
    target.write_text(
        f"<VRTDataset rasterXSize='{width}' rasterYSize='{height}'><SRS>EPSG:32631</SRS>"
        f"<GeoTransform>{numbers}</GeoTransform>{described}</VRTDataset>"
    )


def as_cog(path, target):
    rasterio.shutil.copy(path, target, driver="COG", blocksize=128, overview_resampling="average")


def as_jpeg_2000(path, target):
    rasterio.shutil.copy(
        path, target, driver="JP2OpenJPEG", reversible="yes", quality=100, blockxsize=64, blockysize=64
    )


@pytest.mark.parametrize(
    ("name", "convert"),
    [("image.vrt", as_vrt), ("image.cog.tif", as_cog), ("image.jp2", as_jpeg_2000)],
    ids=["vrt", "cog", "jpeg_2000"],
)
def test_the_form_of_an_image_changes_nothing(bench, scene, name, convert):
    path, model = Path(bench.image(scene)), bench.blur()
    expected = bench.run(input=str(path), model=model, name="plain", bands="1,2,3", **SMALL, **FACTS)
    convert(path, bench.folder / name)
    ran = bench.run(
        input=str(bench.folder / name), model=model, name="other", bands="1,2,3", **SMALL, **FACTS
    )
    np.testing.assert_array_equal(ran.read("classes"), expected.read("classes"))


# In a process of its own: rasterio holds Python's lock while it opens a file.
SERVER = r"""
import re, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

class Ranges(BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        path = Path(sys.argv[1]) / self.path.lstrip("/")
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first, last = (int(asked[1]), int(asked[2] or len(content))) if asked else (0, len(content))
        part = content[first : last + 1]
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(content)}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(part)
            print(len(part), flush=True)

    do_HEAD = do_GET

server = HTTPServer(("127.0.0.1", 0), Ranges)
print(server.server_port, flush=True)
server.serve_forever()
"""


class Served:
    """A folder on a server of this computer."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.address = f"http://127.0.0.1:{int(self.process.stdout.readline())}"

    def fetched(self):
        """Bytes sent in all; the server ends."""
        self.close()
        return sum(map(int, self.sent.split()))

    def close(self):
        """End it. Safe to call twice."""
        self.process.kill()
        if not self.process.stdout.closed:
            self.sent, _ = self.process.communicate()


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A server of the test's folder."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "127.0.0.1")
    server = Served(tmp_path)
    yield server
    server.close()


@pytest.mark.parametrize("prefix", ["/vsicurl/", ""])
def test_an_image_on_a_server_is_read_in_parts(bench, served, prefix):
    """Only what an extent needs is fetched."""
    values = np.random.default_rng(0).integers(1, 254, (3, 700, 700)).astype("uint8")
    path, model = bench.image(values), bench.blur()
    extent = {"bbox": [500_100, 4_999_500, 500_700, 4_999_900], "crs": "EPSG:32631"}
    options = {"extent": extent, "bands": "1,2,3", **SMALL, **FACTS}
    expected = bench.run(input=path, model=model, name="file", **options)
    ran = bench.run(input=f"{prefix}{served.address}/image.tif", model=model, name="served", **options)
    np.testing.assert_array_equal(ran.read("classes"), expected.read("classes"))
    assert 0 < served.fetched() < Path(path).stat().st_size / 2


def test_an_image_that_is_not_on_the_server_is_a_clear_error(bench, served):
    from releve.processing.errors import RasterError

    with pytest.raises(RasterError, match=r"missing\.tif cannot be read"):
        bench.run(input=f"/vsicurl/{served.address}/missing.tif", model=bench.blur(), **FACTS)


def test_a_subdataset_of_netcdf_is_run(bench, shared_data):
    """Twelve months of a Sentinel-2 band, two of which are missing."""
    cube = f"NETCDF:{shared_data / 'landcover/worldcereal/cube_12_months.nc'}:S2-L2A-B02"
    model = bench.identity(bands=12)
    ran = bench.run(["values"], input=cube, model=model, nodata=65535, nodata_rule="all", **SMALL, **MEASURES)
    with rasterio.open(cube) as source:
        expected = source.read().astype("float32")
    found = ran.read("values")
    valid = expected != 65535
    assert 0 < valid.mean() < 1
    np.testing.assert_array_equal(found[valid], expected[valid])


def test_jpeg_2000_of_a_reference_system_without_a_code_is_run(bench, shared_data):
    """MODIS on its own sinusoidal grid of 231.66 m."""
    path = shared_data / "landcover/sits/raster/mod13q1/TERRA_MODIS_012010_NDVI_2013-09-14.jp2"
    ran = bench.run(
        ["values"], input=str(path), model=bench.identity(), **SMALL, **MEASURES | {"gsd": 231.656}
    )
    with rasterio.open(path) as source, rasterio.open(ran.paths["values"]) as dataset:
        found, expected = dataset.read(1), source.read(1).astype("float32")
        assert dataset.shape == source.shape
        np.testing.assert_array_equal(found, expected)
