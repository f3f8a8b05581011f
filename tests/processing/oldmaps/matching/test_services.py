"""Tiles and maps from a server, as a reference."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import cv2
import numpy as np
import pytest
from affine import Affine

from releve.processing.errors import DownloadError, GridError, RequestError
from releve.processing.oldmaps.matching.affinities import applied
from releve.processing.oldmaps.matching.services import WORLD_M, gdal_name

ZOOM = 17
PIXEL = 2 * WORLD_M / 256 / 2**ZOOM
WEST, NORTH = 66_370 * 256, 45_056 * 256  # pixels of the level from the world's corner: near Paris
PLACE = Affine(PIXEL, 0, -WORLD_M + WEST * PIXEL, 0, -PIXEL, WORLD_M - NORTH * PIXEL)


class Town(ThreadingHTTPServer):
    """Serves a picture as XYZ tiles and as a WMS."""

    def __init__(self, pixels: Any) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pixels = pixels
        self.status = 200
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def view(self, west: float, north: float, pixel: float, columns: int, rows: int) -> bytes | None:
        """A PNG of some ground, None where the town has none of it."""
        here = ~PLACE @ (west, north)
        step = pixel / PIXEL
        to_view = np.array([[1 / step, 0, -here[0] / step], [0, 1 / step, -here[1] / step]])
        shrunk = cv2.blur(self.pixels, (max(1, round(step)),) * 2)
        alpha = np.full(self.pixels.shape[:2], 255, np.uint8)
        view = cv2.warpAffine(np.dstack([shrunk, alpha]), to_view, (columns, rows), borderValue=(0, 0, 0, 0))
        if not view[..., 3].any():
            return None
        return cv2.imencode(".png", cv2.cvtColor(view, cv2.COLOR_RGBA2BGRA))[1].tobytes()


class Handler(BaseHTTPRequestHandler):
    server: Town

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        picture = self._map() if "?" in self.path else self._tile()
        status = self.server.status if self.server.status != 200 else 404 if picture is None else 200
        self.send_response(status)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        if status == 200 and picture is not None:
            self.wfile.write(picture)

    def _tile(self) -> bytes | None:
        z, x, y = (int(part) for part in self.path.removesuffix(".png").split("/")[1:])
        pixel = 2 * WORLD_M / 256 / 2**z
        return self.server.view(-WORLD_M + x * 256 * pixel, WORLD_M - y * 256 * pixel, pixel, 256, 256)

    def _map(self) -> bytes | None:
        asked = {name.lower(): value[0] for name, value in parse_qs(urlsplit(self.path).query).items()}
        west, _, east, north = map(float, asked["bbox"].split(","))
        columns, rows = int(asked["width"]), int(asked["height"])
        return self.server.view(west, north, (east - west) / columns, columns, rows)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server(drawn) -> Iterator[Town]:
    """The town behind a real server of this computer."""
    town = Town(drawn)
    thread = threading.Thread(target=town.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield town
    town.shutdown()
    town.server_close()
    thread.join()


def tiles(server, template="/{z}/{x}/{y}.png", *, zoom=ZOOM):
    return f"type=xyz&url={quote(server.address + template)}&zmax={zoom}&zmin=0"


@pytest.fixture
def sheet(tmp_path, drawn, seen):
    image, forward = seen(drawn, degrees=-15, scale=0.9)
    path = tmp_path / "sheet.png"
    cv2.imwrite(str(path), cv2.cvtColor(image.picture.pixels, cv2.COLOR_RGB2BGR))
    return path, forward


def around(drawn, metres=200.0):
    """The extent of the town in EPSG:3857, and some more."""
    west, north = PLACE @ (0, 0)
    east, south = PLACE @ drawn.shape[1::-1]
    return {"bbox": [west - metres, south - metres, east + metres, north + metres], "crs": "EPSG:3857"}


def check_places(points, sheet, drawn):
    """Whether a file of points agrees with the truth within three pixels of the town."""
    rows = np.genfromtxt(points, delimiter=",", names=True, dtype=None, encoding="utf-8")
    town = np.array([~PLACE @ place for place in zip(rows["x"], rows["y"], strict=True)])
    seen_on_sheet = applied(sheet[1], town)
    apart = np.hypot(seen_on_sheet[:, 0] - rows["col"], seen_on_sheet[:, 1] - rows["row"])
    assert apart.max() < 3


def test_a_sheet_is_placed_by_tiles_of_a_server(server, sheet, drawn, run_job, tmp_path):
    inputs = {"sheet": sheet[0], "reference": tiles(server), "extent": around(drawn)}
    result = run_job(inputs, {"points": tmp_path / "points.csv", "data": tmp_path / "data.json"})
    assert result.values["verdict"] == "reliable"
    check_places(tmp_path / "points.csv", sheet, drawn)
    assert any(path.startswith(f"/{ZOOM}/") for path in server.asked)
    told = (tmp_path / "data.json").read_text()  # an address may hold a key
    assert '"127.0.0.1"' in told
    assert "xyz" not in told
    assert "png" not in told.replace("sheet.png", "")


def test_a_sheet_is_placed_by_a_wms(server, sheet, drawn, run_job, tmp_path):
    told = "contextualWMSLegend=0&crs=EPSG:3857&format=image/png&layers=town&styles"
    source = f"{told}&url={quote(server.address)}/wms"
    inputs = {"sheet": sheet[0], "reference": source, "extent": around(drawn)}
    assert run_job(inputs, {"points": tmp_path / "points.csv"}).values["verdict"] == "reliable"
    check_places(tmp_path / "points.csv", sheet, drawn)


def test_a_service_of_the_world_asks_for_an_extent(server, sheet, run_job):
    with pytest.raises(GridError, match="far more ground than a sheet"):
        run_job({"sheet": sheet[0], "reference": tiles(server)})
    with pytest.raises(RequestError, match="give the approximate extent"):
        run_job({"sheet": sheet[0], "reference": f"layers=a&styles&url={server.address}"})
    assert server.asked == []


def test_where_a_service_has_nothing_the_match_fails(server, sheet, drawn, run_job):
    west, south, east, north = around(drawn)["bbox"]
    away = {"bbox": [west + 9000, south, east + 9000, north], "crs": "EPSG:3857"}
    result = run_job({"sheet": sheet[0], "reference": tiles(server), "extent": away})
    assert result.values["verdict"] == "failed"


@pytest.mark.parametrize("status", [401, 500])
def test_a_server_that_refuses_is_an_error_with_its_status(server, sheet, drawn, run_job, status):
    server.status = status
    with pytest.raises(DownloadError, match=f"HTTP {status}"):
        run_job({"sheet": sheet[0], "reference": tiles(server), "extent": around(drawn)})


def test_a_server_out_of_reach_is_an_error_without_its_address(server, sheet, drawn, run_job):
    gone = f"type=xyz&url={quote('http://127.0.0.1:9/{z}/{x}/{y}.png?key=secret')}&zmax=17"
    with pytest.raises(DownloadError, match=r"service 127\.0\.0\.1 does not give") as caught:
        run_job({"sheet": sheet[0], "reference": gone, "extent": around(drawn)})
    assert "secret" not in str(caught.value)


def test_other_kinds_and_wrong_addresses_are_refused():
    for source, word in (
        ("type=arcgis&layers=a&url=http://host", "arcgis"),
        ("type=xyz&url=http://host/tiles.png", "{z}"),
    ):
        with pytest.raises(RequestError, match=word.replace("{", r"\{")):
            gdal_name(source, bounds=(0, 0, 1, 1), side_px=100)


def test_a_wmts_is_named_as_gdal_wants_it():
    source = "crs=EPSG:3857&layers=plan&styles=normal&tileMatrixSet=PM&url=https://host/wmts?SERVICE%3DWMTS"
    named = gdal_name(source, bounds=None, side_px=100)
    assert named == (
        "WMTS:https://host/wmts?SERVICE=WMTS&SERVICE=WMTS&REQUEST=GetCapabilities,"
        "layer=plan,style=normal,tilematrixset=PM"
    )
